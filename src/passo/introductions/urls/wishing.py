"""Addresses of what somebody wishes, and of whom one brings together with somebody."""

from django.urls import path

from passo.introductions.views import choosing, wishing

PERSON = "b/<slug:slug>/people/<int:person_id>/"
WISH = "b/<slug:slug>/introductions/wishes/<int:wish_id>/"

urlpatterns = [
    path(f"{PERSON}wishes/", wishing.note_wish, name="note_wish"),
    path(f"{WISH}take-back/", wishing.take_back_wish, name="take_back_wish"),
    path(f"{PERSON}introduce/", choosing.introduce_person, name="introduce_person"),
]
