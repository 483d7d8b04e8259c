"""Addresses of who counts as a person, under /b/<business>/."""

from django.urls import path

from passo.people.views import left_out, sorting

SETTINGS = "b/<slug:slug>/settings/people/"
LEFT = "b/<slug:slug>/people/left-out/"
ONE = f"{LEFT}<int:left_out_id>/"
NOBODY = "b/<slug:slug>/people/<int:person_id>/no-person/"

urlpatterns = [
    path(SETTINGS, sorting.sorting, name="sorting"),
    path(f"{SETTINGS}own/", sorting.add_own_address, name="add_own_address"),
    path(
        f"{SETTINGS}own/<int:own_address_id>/remove/",
        sorting.remove_own_address,
        name="remove_own_address",
    ),
    path(f"{SETTINGS}own/leave-out/", sorting.leave_ourselves_out, name="leave_ourselves_out"),
    path(f"{SETTINGS}providers/", sorting.add_provider, name="add_provider"),
    path(
        f"{SETTINGS}providers/<int:domain_id>/remove/",
        sorting.remove_provider,
        name="remove_provider",
    ),
    path(
        f"{SETTINGS}firms/<int:organisation_id>/dissolve/",
        sorting.dissolve_firm,
        name="dissolve_firm",
    ),
    path(LEFT, left_out.left_out, name="left_out"),
    path(f"{ONE}person/", left_out.this_is_a_person, name="this_is_a_person"),
    path(f"{ONE}undo/", left_out.take_back_call, name="take_back_call"),
    path(f"{LEFT}read-again/<int:live_account_id>/", left_out.read_again, name="read_again"),
    path(NOBODY, left_out.no_person, name="no_person"),
    path(f"{NOBODY}undo/", left_out.take_back_no_person, name="take_back_no_person"),
]
