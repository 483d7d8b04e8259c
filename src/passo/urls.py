"""Every address of Passo. What belongs to a business lies under /b/<slug>/."""

from django.urls import include, path

urlpatterns = [
    path("", include("passo.today.urls")),
    path("", include("passo.steps.urls")),
    path("", include("passo.introductions.urls")),
    path("", include("passo.people.urls")),
    path("", include("passo.businesses.urls")),
    path("account/", include("allauth.urls")),
]

handler400 = "passo.today.errors.bad_request"
handler403 = "passo.today.errors.forbidden"
handler404 = "passo.today.errors.not_found"
handler500 = "passo.today.errors.broken"
