"""Addresses of a firm's page, under /b/<business>/organisations/."""

from django.urls import path

from passo.people.views import organisation

ONE = "b/<slug:slug>/organisations/<int:organisation_id>/"

urlpatterns = [
    path(ONE, organisation.organisation, name="organisation"),
    path(f"{ONE}correct/", organisation.correct_organisation, name="correct_organisation"),
    path(f"{ONE}ways/", organisation.add_organisation_way, name="add_organisation_way"),
    path(
        f"{ONE}ways/<int:point_id>/remove/",
        organisation.remove_organisation_way,
        name="remove_organisation_way",
    ),
    path(f"{ONE}people/", organisation.add_to_organisation, name="add_to_organisation"),
    path(f"{ONE}join/", organisation.join_organisation, name="join_organisation"),
    path(f"{ONE}remove/", organisation.remove_organisation, name="remove_organisation"),
]
