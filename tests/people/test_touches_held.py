"""A mail that stood in two mailboxes: taking back the one leaves it to the other."""

import pytest

from passo.businesses.models import Business, User
from passo.people.bringing_in import undoing
from passo.people.models import Import, OwnAddress, Touch
from passo.people.yours.as_json import write_json
from tests.people.bringing import bring, calendar, mail

pytestmark = pytest.mark.django_db

US = "us@bakery.example"
PAOLA, LUCA = "Paola Rinaldi <paola@rinaldi.example>", "Luca Ferri <luca@ferri.example>"
MEETING = """UID:stairs@cal.example
DTSTART:20261102T090000Z
SUMMARY:The stairs
ATTENDEE;CN=Luca Ferri:mailto:luca@ferri.example"""


@pytest.fixture
def bakery(bakery: Business) -> Business:
    OwnAddress.objects.create(business=bakery, address=US)
    return bakery


def undo(brought_by: Import, by: User) -> None:
    undoing.begin(brought_by, by=by)
    undoing.carry_out(brought_by.business, brought_by.pk, by.pk)


def subjects(business: Business) -> list[str]:
    return sorted(business.touches.values_list("subject", flat=True))


@pytest.fixture
def first(bakery: Business) -> Import:
    both = mail(1, PAOLA, US, subject="In both")
    return bring(bakery, both + mail(2, LUCA, US, subject="In one"), "2025.mbox")


@pytest.fixture
def second(bakery: Business, first: Import) -> Import:
    return bring(bakery, mail(1, PAOLA, US, subject="In both"), "2026.mbox")


def test_taking_back_the_first_leaves_what_the_second_had_too(
    bakery: Business, first: Import, second: Import, anna: User
) -> None:
    """With who was in it, their address and what they said."""
    foreseen = undoing.foresee(first)
    undo(first, anna)
    assert (foreseen.touches, foreseen.people_going, foreseen.people_known_otherwise) == (1, 1, 1)
    assert subjects(bakery) == ["In both"]
    assert bakery.touches.get().brought_by == second
    paola = bakery.people.get()
    assert (paola.name, paola.touch_count) == ("Paola Rinaldi", 1)
    assert paola.sources.get().brought_by == second
    assert bakery.signals.get().kind == "question"


def test_taking_back_both_leaves_nothing(
    bakery: Business, first: Import, second: Import, anna: User
) -> None:
    undo(first, anna)
    undo(second, anna)
    assert (subjects(bakery), bakery.people.count(), bakery.signals.count()) == ([], 0, 0)


def test_taking_back_the_second_alone_changes_nothing_and_then_the_first_takes_all(
    bakery: Business, first: Import, second: Import, anna: User
) -> None:
    undo(second, anna)
    assert subjects(bakery) == ["In both", "In one"]
    undo(first, anna)
    assert subjects(bakery) == []


def test_the_same_import_holds_it_once(bakery: Business, first: Import, second: Import) -> None:
    third = bring(bakery, mail(1, PAOLA, US) + mail(1, PAOLA, US), "again.mbox")
    bring(bakery, mail(2, LUCA, US), "again.mbox")
    assert Touch.objects.get(subject="In both").also == [second.pk, third.pk]


def test_a_meeting_in_two_calendars_stays_with_the_other(bakery: Business, anna: User) -> None:
    mine = bring(bakery, calendar(MEETING), "mine.ics")
    theirs = bring(bakery, calendar(MEETING), "theirs.ics")
    undo(mine, anna)
    assert bakery.touches.get().brought_by == theirs


def test_an_export_of_our_own_holds_what_it_told(
    bakery: Business, first: Import, anna: User
) -> None:
    export = bring(bakery, "".join(write_json(bakery)), "people.json")
    undo(first, anna)
    assert subjects(bakery) == ["In both", "In one"]
    undo(export, anna)
    assert subjects(bakery) == []
