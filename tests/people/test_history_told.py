"""What was done to people, told on the history page: everything said in words, nothing raw."""

from collections.abc import Callable

from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people import many, taking_back
from tests.people_world import make_people_of_every_kind, make_person
from tests.world import Visitor

DEEDS = [
    ("put_tag", "choir"),
    ("keep_in_touch", "90"),
    ("take_tag", "choir"),
    ("leave_out", ""),
    ("take_back_in", ""),
]


def test_every_deed_and_its_undo_is_told(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    make_people_of_every_kind(bakery)
    ids = [person.pk for person in bakery.people.listed()]
    for deed, value in DEEDS:
        done = many.do(bakery, deed, ids, value, by=anna)
        taking_back.take_back(bakery, done.first, done.last, by=anna)
    for change in list(bakery.changes.all()):
        if change.can_be_undone:
            undo_what_stands(change, anna)
    for change in bakery.changes.all():
        for told in change.differences():
            assert told.before or told.after, (change.kind, change.what, told)
            assert not {"True", "False", "[]"} & {told.before, told.after}
    browser = client_of(anna)
    page = browser.get(reverse("history", args=[bakery.slug])).content.decode()
    assert "keep in touch every" in page


def test_a_name_that_was_changed_and_put_back_is_told_as_a_name(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    """With it goes what an import may no longer touch, which is a list and no word for people."""
    person = make_person(bakery, "Paola Rinaldi")
    person.correct(by=anna, name="Paola Verdi").undo(by=anna)
    undone = bakery.changes.first()
    assert undone is not None
    assert undone.differences() == [("name", "Paola Verdi", "Paola Rinaldi")]
    page = client_of(anna).get(reverse("history", args=[bakery.slug]))
    assert "Paola Verdi" in page.content.decode()


def undo_what_stands(change: object, by: User) -> None:
    try:
        change.undo(by=by)  # type: ignore[attr-defined]
    except Refusal:
        return
