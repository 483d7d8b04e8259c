"""Addresses of the path, of offers and of steps; one file for each part."""

from passo.steps.urls import doing, feed, offers, path, prospecting

urlpatterns = [
    *path.urlpatterns,
    *prospecting.urlpatterns,
    *feed.urlpatterns,
    *doing.urlpatterns,
    *offers.urlpatterns,
]
