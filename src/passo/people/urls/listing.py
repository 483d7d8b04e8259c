"""Addresses of the lists of people and firms, under /b/<business>/."""

from django.urls import path

from passo.people.views import (
    listing,
    listing_many,
    listing_organisations,
    listing_rows,
    listing_tags,
)

HERE = "b/<slug:slug>/people/"
VIEWS, TAGS, MANY = f"{HERE}views/", f"{HERE}tags/", f"{HERE}many/"

urlpatterns = [
    path(HERE, listing.people, name="people"),
    path(f"{HERE}add/", listing_rows.add_person, name="add_person"),
    path(f"{HERE}<int:person_id>/cell/", listing_rows.edit_cell, name="edit_cell"),
    path(f"{VIEWS}keep/", listing.keep_view, name="keep_view"),
    path(f"{VIEWS}<int:view_id>/forget/", listing.forget_view, name="forget_view"),
    path(TAGS, listing_tags.tags, name="tags"),
    path(f"{TAGS}<int:tag_id>/rename/", listing_tags.rename_tag, name="rename_tag"),
    path(f"{TAGS}<int:tag_id>/remove/", listing_tags.remove_tag, name="remove_tag"),
    path(MANY, listing_many.change_people, name="change_people"),
    path(f"{MANY}undo/", listing_many.take_back_many, name="take_back_many"),
    path(f"{MANY}<int:many_id>/", listing_many.many_progress, name="many_progress"),
    path("b/<slug:slug>/organisations/", listing_organisations.organisations, name="organisations"),
]
