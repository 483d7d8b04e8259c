"""Addresses of introductions and of what is given and received; one file for each part."""

from passo.introductions.urls import asking, contributions, seeking, wishing, worthy

urlpatterns = [
    *asking.urlpatterns,
    *contributions.urlpatterns,
    *worthy.urlpatterns,
    *seeking.urlpatterns,
    *wishing.urlpatterns,
]
