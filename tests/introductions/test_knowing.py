"""The graph for whoever asks: whose ties are in it, whose are not, and when it is built anew."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction

from passo.businesses.models import Business, User
from passo.engine.paths import best
from passo.introductions import bringing, knowing, sharing
from passo.introductions.knowing import SHELF, Known
from passo.introductions.models import Wish
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.people_world import make_import, make_person, make_touch
from tests.world import make_business

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def alone(db: None, dora: User) -> Business:
    return make_business("One Woman", owner=dora)


def names(who: Known, business: Business, target: Person) -> list[str]:
    """Of the best path, or nothing."""
    (place,) = who.ids([target.pk])
    if place < 0:
        return []
    found = best(who.graph, who.ours, [int(place)], k=1, through=who.may_pass)
    numbers = [who.person(one) for path in found for one in path.people[1:]]
    return [business.people.get(pk=one).name for one in numbers]


def test_alone_a_tie_is_as_strong_as_the_person_is_close(alone: Business, dora: User) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    knows(paola, giulia)
    who = knowing.known_to(alone, dora)
    assert who.members == (dora.pk,)
    assert names(who, alone, giulia) == ["Paola Rinaldi", "Giulia Ferri"]
    (place,) = who.ids([paola.pk])
    tie = who.graph.ties(*(who.ids([paola.pk]) * 0 + one for one in (place, who.ours[0])))
    assert tie.tolist() == pytest.approx([0.8])


@pytest.mark.django_db(transaction=True)
def test_it_is_built_once_until_something_changes(
    alone: Business, dora: User, django_assert_num_queries: Any
) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    knows(paola, giulia)
    first = knowing.known_to(alone, dora)
    with django_assert_num_queries(1):
        assert knowing.known_to(alone, dora) is first
    Wish.add(by=None, business=alone, person=paola, kind=Wish.Kind.NEVER_THROUGH)
    assert knowing.known_to(alone, dora) is not first


def test_what_was_built_while_a_change_was_taken_back_is_not_kept_for_others(
    alone: Business, dora: User
) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    with transaction.atomic():
        knows(paola, giulia)
        assert names(knowing.known_to(alone, dora), alone, giulia)
        transaction.set_rollback(True)
    assert not names(knowing.known_to(alone, dora), alone, giulia)


@pytest.mark.django_db(transaction=True)
def test_what_was_built_in_the_midst_of_changes_is_not_kept_for_others(
    alone: Business, dora: User
) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    with transaction.atomic():
        knows(paola, giulia)
        assert names(knowing.known_to(alone, dora), alone, giulia)
        Wish.add(by=None, business=alone, person=paola, kind=Wish.Kind.FORGET)
    assert not names(knowing.known_to(alone, dora), alone, giulia)


@pytest.mark.parametrize("kind", [Wish.Kind.NEVER_THROUGH, Wish.Kind.STRAINED])
def test_never_through_them_and_not_now_pass_nothing_on_and_are_found(
    alone: Business, dora: User, kind: str
) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    knows(paola, giulia)
    Wish.add(by=None, business=alone, person=paola, kind=kind)
    who = knowing.known_to(alone, dora)
    assert names(who, alone, giulia) == []
    assert names(who, alone, paola) == ["Paola Rinaldi"]


@pytest.mark.parametrize("how", ["forget", "consent", "left out"])
def test_who_wants_to_be_left_alone_has_no_ties(alone: Business, dora: User, how: str) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    knows(paola, giulia)
    if how == "forget":
        Wish.add(by=None, business=alone, person=paola, kind=Wish.Kind.FORGET)
    elif how == "consent":
        paola.change(by=None, what="note_consent", consent="refused")
    else:
        paola.leave_out(by=None)
    who = knowing.known_to(alone, dora)
    assert who.ids([paola.pk]).tolist() == [-1]
    assert names(who, alone, giulia) == []


def test_what_was_said_counts_where_it_is_stronger(alone: Business, dora: User) -> None:
    paola, giulia = known(alone, "Paola Rinaldi", 0.8), known(alone, "Giulia Ferri")
    tie = knows(paola, giulia, 0.2)
    tie.declared = 0.9
    tie.save()
    _one, _other, strength = knowing.ties_among(alone)
    assert strength.tolist() == [0.9]


def test_a_tie_belongs_to_whoever_brought_the_touches(
    bakery: Business, anna: User, ben: User
) -> None:
    paola = make_person(bakery, "Paola Rinaldi")
    for number in range(3):
        make_touch(bakery, paola, by=ben, days_ago=number)
    make_touch(bakery, paola, by=anna)
    shares = bringing.shares(bakery, anna.pk)
    assert shares == {(paola.pk, ben.pk): 0.75, (paola.pk, anna.pk): 0.25}


def test_an_import_is_of_whoever_brought_it_in_and_an_account_of_who_connected_it(
    bakery: Business, anna: User, ben: User
) -> None:
    paola = make_person(bakery, "Paola Rinaldi")
    mailbox = type(make_import(bakery)).add(by=ben, business=bakery, name="posta", kind="mbox")
    synced = make_import(bakery, "account")
    account = bakery.live_accounts.model.add(
        by=ben, business=bakery, kind="imap", name="posta", brings=synced
    )
    assert account.brings == synced
    assert bringing.who_brought(bakery) == {mailbox.pk: ben.pk, synced.pk: ben.pk}
    for brought_by in (mailbox, synced, make_import(bakery, "by the command line")):
        touch = make_touch(bakery, paola)
        bakery.touches.filter(pk=touch.pk).update(brought_by=brought_by)
    shares = bringing.shares(bakery, anna.pk)
    assert shares[paola.pk, ben.pk] == pytest.approx(2 / 3)
    assert shares[paola.pk, anna.pk] == pytest.approx(1 / 3)


def test_a_colleague_takes_part_only_if_that_colleague_said_so(
    bakery: Business, anna: User, ben: User
) -> None:
    paola, giulia = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Giulia Ferri")
    make_touch(bakery, paola, by=ben)
    knows(paola, giulia)
    assert names(knowing.known_to(bakery, anna), bakery, giulia) == []
    assert names(knowing.known_to(bakery, ben), bakery, giulia) == ["Paola Rinaldi", "Giulia Ferri"]
    sharing.decide(bakery, ben, takes_part=True)
    who = knowing.known_to(bakery, anna)
    assert who.members == (anna.pk, ben.pk)
    assert names(who, bakery, giulia) == ["Paola Rinaldi", "Giulia Ferri"]
    sharing.decide(bakery, ben, takes_part=False)
    assert names(knowing.known_to(bakery, anna), bakery, giulia) == []


def test_who_has_left_takes_part_no_more(
    bakery: Business, anna: User, ben: User, vera: User
) -> None:
    paola = make_person(bakery, "Paola Rinaldi")
    make_touch(bakery, paola, by=ben)
    sharing.decide(bakery, ben, takes_part=True)
    assert names(knowing.known_to(bakery, anna), bakery, paola)
    bakery.memberships.get(user=ben).leave(by=ben)
    assert names(knowing.known_to(bakery, anna), bakery, paola) == []


def test_nobody_in_particular_asks_for_the_business_through_those_who_share(
    bakery: Business, ben: User
) -> None:
    paola = make_person(bakery, "Paola Rinaldi")
    make_touch(bakery, paola, by=ben)
    assert knowing.known_to(bakery, None).members == ()
    sharing.decide(bakery, ben, takes_part=True)
    assert names(knowing.known_to(bakery, None), bakery, paola) == ["Paola Rinaldi"]


def test_without_anybody_the_graph_is_empty(alone: Business, dora: User) -> None:
    who = knowing.known_to(alone, dora)
    assert who.ids([7]).tolist() == [-1]
    assert len(who.graph.other) == 0
    nobody = make_business("Nobody's")
    assert knowing.known_to(nobody, None).members == (0,)


def test_only_those_asked_for_last_are_kept(alone: Business, dora: User) -> None:
    who = knowing.known_to(alone, dora)
    for number in range(knowing.KEPT + 3):
        SHELF.put((number, 1, (0,)), who)
    assert len(SHELF.graphs) == knowing.KEPT
    SHELF.put((number, 1, (1,)), who)
    assert SHELF.find((number, 1, (0,))) is None
    assert SHELF.find((number, 1, (1,))) is who


def test_who_comes_while_it_is_built_waits_for_it() -> None:
    builder = SHELF.builder((1, 1, (0,)))
    assert SHELF.builder((1, 1, (5,))) is builder
    assert SHELF.builder((1, 2, (0,))) is not builder
    assert SHELF.builder((2, 1, (0,))) is not builder


def test_many_ties_are_read_in_parts(
    alone: Business, dora: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowing, "CHUNK", 2)
    people = [known(alone, f"Person {number}", 0.5) for number in range(4)]
    for one, other in pairwise(people):
        knows(one, other)
    assert len(knowing.known_to(alone, dora).graph.other) == 2 * (3 + 4)
