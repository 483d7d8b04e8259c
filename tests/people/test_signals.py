"""Of many people what they said and what settles it, as the engine wants it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passo.businesses.models import Business
from passo.engine.signals import settle
from passo.people.models import Organisation, Participation, Person, Touch
from passo.people.signals import engine_touches
from tests.people_world import NOW, make_organisation, make_person, make_signal, make_touch
from tests.world import make_business, make_user

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
SHARED = "info@rinaldi.example"
BEFORE, AFTER = 5, 2  # days ago


@pytest.fixture
def firm(bakery: Business) -> Organisation:
    return make_organisation(bakery)


@pytest.fixture
def paola(bakery: Business, firm: Organisation) -> Person:
    return make_person(bakery, mail="paola@rinaldi.example", organisation=firm)


@pytest.fixture
def luca(bakery: Business, firm: Organisation) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@rinaldi.example", organisation=firm)


@pytest.fixture
def asked(bakery: Business, paola: Person) -> Touch:
    """Paola asked something."""
    touch = write(bakery, paola, "in", BEFORE)
    make_signal(touch)
    return touch


def write(business: Business, person: Person, direction: str, days: float, **more: Any) -> Touch:
    touch = make_touch(business, person, kind="mail", direction=direction, days_ago=days)
    Touch.objects.filter(pk=touch.pk).update(**{"thread": "stairs", **more})
    touch.participations.update(address=person.name.split()[0].lower() + "@rinaldi.example")
    return touch


def share(firm: Organisation) -> None:
    firm.contact_points.create(business=firm.business, kind="mail", value=SHARED, said=SHARED)


def owed(business: Business, person: Person) -> list[object]:
    touches = engine_touches(business, [person.pk])[person.pk]
    return [one.touch.id for one in settle(touches, TODAY).owed]


def awaited(business: Business, person: Person) -> list[object]:
    touches = engine_touches(business, [person.pk])[person.pk]
    return [one.touch.id for one in settle(touches, TODAY).awaited]


def test_a_question_is_owed_until_it_is_answered(
    bakery: Business, paola: Person, asked: Touch
) -> None:
    assert owed(bakery, paola) == [asked.pk]
    write(bakery, paola, "out", AFTER)
    assert owed(bakery, paola) == []


def test_a_call_answers_and_a_note_does_not(bakery: Business, paola: Person, asked: Touch) -> None:
    make_touch(bakery, paola, kind="note", days_ago=AFTER)
    assert owed(bakery, paola) == [asked.pk]
    make_touch(bakery, paola, kind="call", days_ago=AFTER)
    assert owed(bakery, paola) == []


def test_what_is_written_to_many_answers_nobody(
    bakery: Business, paola: Person, asked: Touch
) -> None:
    write(bakery, paola, "out", AFTER).participations.update(size=9)
    assert owed(bakery, paola) == [asked.pk]


def test_who_only_read_along_was_asked_nothing_and_asked_nothing(
    bakery: Business, luca: Person, asked: Touch
) -> None:
    """What a third writes to both of us is between us and the third."""
    part = asked.participations.get()
    Participation.objects.create(
        business=bakery, touch=asked, person=luca, at=part.at, kind="mail", direction="both"
    )
    assert owed(bakery, luca) == []


def test_our_answer_to_a_colleague_counts_in_the_same_conversation(
    bakery: Business, paola: Person, luca: Person, asked: Touch
) -> None:
    write(bakery, luca, "out", AFTER, thread="something else")
    assert owed(bakery, paola) == [asked.pk]
    write(bakery, luca, "out", AFTER)
    assert owed(bakery, paola) == []


@pytest.mark.parametrize("kind", ["thanks", "question"])
def test_a_colleague_of_theirs_answers_in_any_conversation(
    bakery: Business, paola: Person, luca: Person, kind: str
) -> None:
    ours = write(bakery, paola, "out", BEFORE)
    make_signal(ours)
    theirs = write(bakery, luca, "in", AFTER, thread="something else")
    make_signal(theirs, kind)
    asks = kind == "question"
    assert awaited(bakery, paola) == ([ours.pk] if asks else [])
    assert owed(bakery, paola) == []
    assert owed(bakery, luca) == ([theirs.pk] if asks else [])


def test_what_a_colleague_sends_along_answers_though_they_ask(
    bakery: Business, paola: Person, luca: Person
) -> None:
    make_signal(write(bakery, paola, "out", BEFORE))
    theirs = write(bakery, luca, "in", AFTER)
    make_signal(theirs)
    make_signal(theirs, kind="enclosed")
    assert awaited(bakery, paola) == []


def test_in_a_large_firm_nobody_answers_for_another(
    bakery: Business, paola: Person, luca: Person, firm: Organisation
) -> None:
    for number in range(20):
        make_person(bakery, f"Rosa {number}", organisation=firm)
    ours = write(bakery, paola, "out", BEFORE)
    make_signal(ours)
    write(bakery, luca, "in", AFTER)
    assert awaited(bakery, paola) == [ours.pk]


@pytest.mark.parametrize("direction", ["in", "out"])
def test_the_address_that_a_firm_shares_answers_for_all(
    bakery: Business, paola: Person, firm: Organisation, direction: str
) -> None:
    share(firm)
    mail = write(bakery, paola, "out" if direction == "in" else "in", BEFORE)
    make_signal(mail)
    assert [*owed(bakery, paola), *awaited(bakery, paola)] == [mail.pk]
    other = write(bakery, paola, direction, AFTER, thread="something else")
    other.participations.update(person=None, address=SHARED)
    assert [*owed(bakery, paola), *awaited(bakery, paola)] == []


def test_a_mail_that_did_not_reach_them_answers_nothing(
    bakery: Business, paola: Person, luca: Person, asked: Touch
) -> None:
    answer = write(bakery, paola, "out", AFTER)
    make_signal(answer, kind="bounce", is_ours=False, address="luca@rinaldi.example")
    assert owed(bakery, paola) == []
    make_signal(answer, kind="bounce", is_ours=False, address="paola@rinaldi.example")
    assert owed(bakery, paola) == [asked.pk]


def test_whoever_is_away_got_our_answer_all_the_same(
    bakery: Business, paola: Person, asked: Touch
) -> None:
    answer = write(bakery, paola, "out", AFTER)
    make_signal(answer, kind="out_of_office", is_ours=False, address="paola@rinaldi.example")
    assert owed(bakery, paola) == []


def test_they_come_in_order_on_the_clock_of_the_business(
    bakery: Business, paola: Person, asked: Touch
) -> None:
    late = make_touch(bakery, paola, kind="call", at=datetime(2026, 11, 8, 23, 30, tzinfo=UTC))
    found = engine_touches(bakery, [paola.pk])[paola.pk]
    assert [one.id for one in found] == [late.pk, asked.pk]
    assert found[0].at.isoformat() == "2026-11-09T00:30:00+01:00"
    assert [said.quote for said in found[1].signals] == ["When?"]
    since = NOW - timedelta(days=BEFORE + 1)
    assert len(engine_touches(bakery, [paola.pk], since=since)[paola.pk]) == 1


def test_for_many_people_it_takes_as_many_questions_as_for_one(
    bakery: Business, paola: Person, luca: Person, firm: Organisation, asked: Touch
) -> None:
    share(firm)
    counts = []
    for people in ([paola.pk], [paola.pk, luca.pk]):
        with CaptureQueriesContext(connection) as asked_of:
            found = engine_touches(bakery, people)
        counts.append(len(asked_of))
        assert list(found) == people
    assert counts == [7, 7]


def test_another_business_sees_nothing_of_it(paola: Person, asked: Touch) -> None:
    other = make_business("Weber Garage", owner=make_user("Charlie Weber"))
    assert engine_touches(other, [paola.pk]) == {paola.pk: []}
