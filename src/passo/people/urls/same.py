"""Addresses of “Same person?”, under /b/<business>/people/."""

from django.urls import path

from passo.people.views import same, same_by_hand, same_decided

HERE = "b/<slug:slug>/people/same/"
ONE = f"{HERE}<int:pair_id>/"
TWO = "b/<slug:slug>/people/compare/<int:one_id>/<int:other_id>/"

urlpatterns = [
    path(HERE, same.same_people, name="same_people"),
    path(ONE, same.decide_pair, name="decide_pair"),
    path(f"{ONE}again/", same.ask_pair_again, name="ask_pair_again"),
    path(f"{HERE}look/", same.look_for_same, name="look_for_same"),
    path(f"{HERE}joined/", same_decided.joined_by_itself, name="joined_by_itself"),
    path(f"{HERE}joined/by-hand/", same_decided.joined_by_hand, name="joined_by_hand"),
    path(f"{HERE}separate/", same_decided.kept_separate, name="kept_separate"),
    path("b/<slug:slug>/people/compare/<int:person_id>/", same_by_hand.join_with, name="join_with"),
    path(TWO, same_by_hand.compare_people, name="compare_people"),
]
