"""Addresses of what was given and received."""

from django.urls import path

from passo.introductions.views import contributing, contributions

HERE = "b/<slug:slug>/contributions/"
ONE = f"{HERE}<int:contribution_id>/"

urlpatterns = [
    path(HERE, contributions.contributions, name="contributions"),
    path(f"{HERE}new/", contributing.note_contribution, name="note_contribution"),
    path(f"{ONE}change/", contributing.change_contribution, name="change_contribution"),
    path(f"{ONE}remove/", contributing.remove_contribution, name="remove_contribution"),
    path(f"{ONE}thank/", contributing.thank_contribution, name="thank_contribution"),
    path(
        "b/<slug:slug>/people/<int:person_id>/contributions/",
        contributions.person_contributions,
        name="person_contributions",
    ),
]
