"""The database notes that ties have moved, whoever writes: a graph is never out of date."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from passo.businesses import wall
from passo.businesses.models import Business, User
from passo.introductions import jobs, watching
from passo.introductions.models import Sharing, TiesMoved, Wish
from passo.people import acquaintance, erasing, knowing, many, merging, ties
from passo.people.models import Person, Tie, Touch
from tests.people_world import make_person, make_tag, make_touch
from tests.world import make_business, make_member, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi")


@pytest.fixture
def giulia(bakery: Business) -> Person:
    return make_person(bakery, "Giulia Ferri")


def moves(business: Business, deed: Callable[[], Any]) -> bool:
    before = watching.stamp_of(business)
    deed()
    return watching.stamp_of(business) != before


def test_whatever_changes_ties_is_seen(
    bakery: Business, paola: Person, giulia: Person, anna: User
) -> None:
    today, later = date(2026, 11, 20), date(2027, 11, 20)
    silvia, twin = make_person(bakery, "Silvia Pozzi"), make_person(bakery, "S. Pozzi")
    touch = make_touch(bakery, paola, giulia)
    deeds: dict[str, Callable[[], Any]] = {
        "a touch": lambda: make_touch(bakery, paola, by=anna),
        "a word": lambda: knowing.declare(paola, giulia, strength=0.6, words="", by=anna),
        "reckoned anew": lambda: acquaintance.refresh(bakery, None, today=today),
        "strengths anew": lambda: ties.refresh(bakery, [paola.pk], today=later),
        "taken back": lambda: knowing.take_back(paola, giulia, by=anna),
        "joined": lambda: merging.merge(silvia, twin, by=anna),
        "somebody else's": lambda: Touch.objects.filter(pk=touch.pk).update(noted_by=anna),
        "left out": lambda: giulia.leave_out(by=anna),
        "left out with others": lambda: many.set_field(
            bakery, [silvia.pk], "is_left_out", True, what="leave_out", by=anna
        ),
        "no": lambda: giulia.change(by=anna, what="note_consent", consent="refused"),
        "in SQL": lambda: Tie.objects.create(
            business=bakery, one=paola, other=silvia, strength=0.5, kind="meeting"
        ),
        "erased": lambda: erasing.erase(paola, by=anna),
    }
    assert [name for name, deed in deeds.items() if not moves(bakery, deed)] == []


def test_who_takes_part_is_seen(bakery: Business, paola: Person, ben: User) -> None:
    wish = Wish(business=bakery, person=paola, kind=Wish.Kind.STRAINED)
    sharing = Sharing(business=bakery, user=ben, takes_part=True)
    member = bakery.memberships.get(user=ben)
    for deed in (wish.save, wish.delete, sharing.save, sharing.save, sharing.delete):
        assert moves(bakery, deed), deed
    assert moves(bakery, lambda: member.leave(by=ben))
    assert moves(bakery, lambda: make_member(bakery, ben))


def test_what_is_not_about_ties_leaves_the_graph_alone(
    bakery: Business, paola: Person, anna: User
) -> None:
    assert not moves(bakery, lambda: make_person(bakery, "Somebody New"))
    assert not moves(bakery, lambda: paola.correct(by=anna, note="Likes trams"))
    assert not moves(bakery, lambda: make_tag(bakery, "fair", paola))
    other = make_business("Weber Garage", owner=make_user("Charlie Weber"))
    one, two = make_person(other, "Ada Uno"), make_person(other, "Bea Due")
    assert not moves(bakery, lambda: knowing.declare(one, two, strength=0.6, words="", by=None))


def test_after_a_change_taken_back_another_is_still_seen(
    bakery: Business, paola: Person, giulia: Person
) -> None:
    """Nothing that was built in between passes for what came after."""
    seen = [watching.stamp_of(bakery)]
    for _twice in range(2):
        with transaction.atomic():
            knowing.declare(paola, giulia, strength=0.6, words="", by=None)
            seen.append(watching.stamp_of(bakery))
            transaction.set_rollback(True)
    assert watching.stamp_of(bakery) == seen[0]
    assert len(set(seen)) == 3


def test_an_insert_that_may_be_ignored_is_seen(
    bakery: Business, paola: Person, giulia: Person
) -> None:
    """Its way with conflicts would otherwise be that of the trigger."""
    fresh = Tie(business=bakery, one=paola, other=giulia, strength=0.5, kind="meeting")
    make_member(bakery)
    assert moves(bakery, lambda: Tie.objects.bulk_create([fresh], ignore_conflicts=True))


def test_old_notes_are_forgotten_and_the_next_change_is_seen(
    bakery: Business, paola: Person
) -> None:
    for _twice in range(2):
        TiesMoved.objects.create(business=bakery, wave=7)
    jobs.forget_old.func()
    assert TiesMoved.objects.filter(business=bakery, wave=7).count() <= 1
    assert moves(bakery, lambda: make_touch(bakery, paola))


def test_a_business_that_goes_leaves_nothing(bakery: Business) -> None:
    number = bakery.pk
    make_touch(bakery, make_person(bakery))
    assert TiesMoved.objects.filter(business=number).exists()
    bakery.close()
    with wall.opened():
        assert not TiesMoved.objects.filter(business=number).exists()


def test_the_triggers_are_put_in_once_and_step_aside_for_a_migration() -> None:
    watching.TRIGGERS.put_in_after(using="default")
    assert watching.TRIGGERS.stand("default")
    watching.TRIGGERS.take_out_before(using="default")
    assert watching.TRIGGERS.stand("default")
    watching.TRIGGERS.take_out_before(using="default", plan=[1])
    assert watching.TRIGGERS.there("default") == {}
    watching.TRIGGERS.put_in_after(using="default")
    assert watching.TRIGGERS.stand("default")
    assert connection.is_usable()
