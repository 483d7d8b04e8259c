"""Of what mails say, only that of whoever moved is asked again, with all who answer for them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person, Touch
from passo.steps import asking, pausing
from passo.steps.suggestions import in_mail
from passo.today import kept
from passo.today.kept import SHELF, Clock
from tests.people_world import make_organisation, make_person, make_signal, make_touch

pytestmark = pytest.mark.django_db(transaction=True)

Deed = Callable[[Business, User], Any]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def written(business: Business, *names: str, days_ago: float, **values: Any) -> Touch:
    """A mail of theirs, in a thread of all."""
    at = timezone.now() - days_ago * DAY
    values = {"kind": "mail", "direction": "in", "at": at, **values}
    touch = make_touch(business, *(named(business, name) for name in names), **values)
    business.touches.filter(pk=touch.pk).update(thread="lights")
    return touch


def named(business: Business, name: str) -> Person:
    return business.people.get(given=name)


def promised(business: Business, *names: str) -> None:
    touch = written(business, *names, days_ago=4, direction="out")
    make_signal(touch, "promise", deed="call", on=timezone.localdate() - DAY)


@pytest.fixture
def waiting(bakery: Business) -> Business:
    """Ada of a firm of two asks; Leo and Mia have our word; Ugo asks and complains."""
    firm = make_organisation(bakery, "Studio Rinaldi")
    for given in ("Ada", "Bea", "Leo", "Mia", "Ugo"):
        of = firm if given in {"Ada", "Bea"} else None
        make_person(bakery, f"{given} Uno", given=given, organisation=of)
    make_signal(written(bakery, "Ada", days_ago=5))
    promised(bakery, "Leo", "Mia")
    make_signal(written(bakery, "Ugo", days_ago=3), "complaint")
    return bakery


def remove_last(business: Business, by: User) -> None:
    business.touches.latest("pk").remove(by=by)


def complaint_of_ugo(business: Business, by: User, state: str) -> None:
    key = next(one.key for one in waits(business) if one.kind == in_mail.COMPLAINT)
    business.steps.create(
        person=named(business, "Ugo"), made_of=key, words="Call", minutes=5, state=state
    )


def waits(business: Business) -> list[Any]:
    return list(in_mail.in_mail(business, timezone.localdate()))


def call(given: str) -> Deed:
    return lambda business, _by: make_touch(business, named(business, given), days_ago=0)


def correct(given: str, **values: Any) -> Deed:
    return lambda business, by: named(business, given).correct(by=by, **values)


def firm_of(business: Business) -> Any:
    return business.organisations.get()


ALL = {"reply Ada", "promise Leo", "complaint Ugo"}
LEO_DONE, ADA_DONE = ALL - {"promise Leo"}, ALL - {"reply Ada"}
UGO_DONE = ALL - {"complaint Ugo"}
# What waits after each.
DEEDS: dict[str, tuple[Deed, set[str]]] = {
    "at first": (lambda _b, _by: None, ALL),
    "one of the two is called": (call("Mia"), LEO_DONE),
    "that was not so": (remove_last, ALL),
    "the other is called": (call("Leo"), LEO_DONE),
    "neither was that": (remove_last, ALL),
    "a colleague is answered": (
        lambda b, _by: written(b, "Bea", days_ago=1, direction="out"),
        ADA_DONE,
    ),
    "the colleague leaves": (correct("Bea", organisation=None), ALL),
    "and is back": (
        lambda b, by: named(b, "Bea").correct(by=by, organisation=firm_of(b).pk),
        ADA_DONE,
    ),
    "the colleague is left out": (lambda b, by: named(b, "Bea").leave_out(by=by), ADA_DONE),
    "the answer is removed": (remove_last, ALL),
    "another comes to the firm": (
        lambda b, _by: make_person(b, "Cleo Uno", given="Cleo", organisation=firm_of(b)),
        ALL,
    ),
    "a complaint is seen to": (lambda b, by: complaint_of_ugo(b, by, "done"), UGO_DONE),
    "another moves": (call("Cleo"), UGO_DONE),
    "it was not": (lambda b, _by: b.steps.all().delete(), ALL),
    "who asked refuses": (correct("Ada", consent="refused"), ADA_DONE),
    "one of the two goes": (
        lambda b, _by: named(b, "Leo").delete(),
        {"promise Mia", "complaint Ugo"},
    ),
}


def told(found: kept.Kept) -> dict[str, str]:
    return {one.key: f"{one.kind} {one.person}" for one in found.said[in_mail.in_mail]}


def test_after_every_deed_the_same_waits(waiting: Business, anna: User, today: date) -> None:
    clock = Clock(today, waiting.time_zone, waiting.currency)
    for name, (deed, waits_then) in DEEDS.items():
        deed(waiting, anna)
        now = told(kept.look(waiting, today))
        assert {one.removesuffix(" Uno") for one in now.values()} == waits_then, name
        assert now == told(kept.anew(waiting, clock)), name


def test_of_others_nothing_is_asked_again(waiting: Business, today: date) -> None:
    make_touch(waiting, named(waiting, "Ada"), days_ago=9)
    before = kept.look(waiting, today).said[in_mail.in_mail]
    make_touch(waiting, named(waiting, "Bea"), days_ago=9)
    after = {id(one) for one in kept.look(waiting, today).said[in_mail.in_mail]}
    same = {one.person.given for one in before if id(one) in after and one.person}
    assert same == {"Leo"}  # and Ugo's complaint is looked at each time


def test_where_too_many_answer_for_each_other_all_is_asked(
    waiting: Business, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "COLLEAGUES", 1)
    ada = {named(waiting, "Ada").pk}
    assert asking.ask_mails_again(waiting, today, ada, []) is None
    assert asking.ask_mails_again(waiting, today, {asking.ALL_MAILS}, []) is None


def test_who_complained_is_called_first_also_where_nothing_else_is_found(
    waiting: Business, today: date
) -> None:
    make_signal(written(waiting, "Ugo", days_ago=4))
    found = [one for one in waits(waiting) if one.person == named(waiting, "Ugo")]
    assert {one.kind for one in found} == {"complaint", "reply"}
    left = pausing.without_resting(waiting, found, today)
    assert [one.kind for one in left] == ["complaint"]
