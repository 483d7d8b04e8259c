"""Addresses of a person's page, under /b/<business>/people/."""

from django.urls import path

from passo.people.views import (
    person,
    person_editing,
    person_erasing,
    person_origins,
    person_ties,
    person_touches,
)

ONE = "b/<slug:slug>/people/<int:person_id>/"
TOUCH = f"{ONE}touches/<int:touch_id>/"
WAY = f"{ONE}ways/<int:point_id>/"

urlpatterns = [
    path(ONE, person.person, name="person"),
    path(f"{ONE}edit/", person_editing.edit_person, name="edit_person"),
    path(f"{ONE}correct/", person_editing.correct_person, name="correct_person"),
    path(f"{ONE}rhythm/", person_editing.keep_in_touch, name="keep_in_touch"),
    path(f"{ONE}ways/", person_editing.add_way, name="add_way"),
    path(WAY, person_editing.change_way, name="change_way"),
    path(f"{WAY}remove/", person_editing.remove_way, name="remove_way"),
    path(f"{ONE}tags/", person_editing.tag_person, name="tag_person"),
    path(f"{ONE}tags/<int:tag_id>/remove/", person_editing.untag_person, name="untag_person"),
    path(f"{ONE}consent/", person_editing.note_consent, name="note_consent"),
    path(f"{ONE}leave-out/", person_editing.leave_out_person, name="leave_out_person"),
    path(f"{ONE}take-back/", person_editing.take_back_person, name="take_back_person"),
    path(f"{ONE}note/", person_touches.note_touch, name="note_touch"),
    path(TOUCH, person_touches.change_touch, name="change_touch"),
    path(f"{TOUCH}remove/", person_touches.remove_touch, name="remove_touch"),
    path(f"{TOUCH}done/", person_touches.finish_note, name="finish_note"),
    path(f"{ONE}knows/", person_ties.whom_they_know, name="whom_they_know"),
    path(f"{ONE}knows/tell/", person_ties.tell_tie, name="tell_tie"),
    path(f"{ONE}knows/again/", person_ties.tell_tie_again, name="tell_tie_again"),
    path(f"{ONE}knows/<int:other_id>/take-back/", person_ties.take_back_tie, name="take_back_tie"),
    path(
        f"{ONE}sources/<int:source_id>/out/",
        person_origins.take_out_source,
        name="take_out_source",
    ),
    path(
        "b/<slug:slug>/people/joined/<int:merge_id>/apart/",
        person_origins.take_person_apart,
        name="take_person_apart",
    ),
    path(f"{ONE}erase/", person_erasing.erase_person, name="erase_person"),
]
