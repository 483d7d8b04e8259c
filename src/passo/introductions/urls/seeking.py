"""Addresses of the question who can introduce me, and of whose ties take part."""

from django.urls import path

from passo.introductions.views import seeking

HERE = "b/<slug:slug>/introductions/"

urlpatterns = [
    path(f"{HERE}find/", seeking.find_introduction, name="find_introduction"),
    path(f"{HERE}find/many/", seeking.reach_many, name="reach_many"),
    path(f"{HERE}sharing/", seeking.share_ties, name="share_ties"),
    path(f"{HERE}sharing/set/", seeking.set_sharing, name="set_sharing"),
    path(
        "b/<slug:slug>/people/<int:person_id>/introductions/",
        seeking.who_introduces,
        name="who_introduces",
    ),
    path(
        "b/<slug:slug>/organisations/<int:organisation_id>/introductions/",
        seeking.who_introduces_there,
        name="who_introduces_there",
    ),
]
