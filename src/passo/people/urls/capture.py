"""Addresses under /b/<business>/."""

from django.urls import URLPattern, path

from passo.people.views import capture

ROOM = "b/<slug:slug>/people/"
urlpatterns: list[URLPattern] = [
    path(f"{ROOM}note/", capture.capture, name="capture"),
    path(f"{ROOM}note/keep/", capture.keep_capture, name="keep_capture"),
    path(
        f"{ROOM}touches/<int:touch_id>/take-back/",
        capture.take_back_capture,
        name="take_back_capture",
    ),
]
