"""The database notes for whom something moves; what is kept lives by that."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business, User
from passo.steps import asking, doing
from passo.steps.suggestions import keep_in_touch, to_do
from passo.today import choosing, jobs, kept, moved, watching
from passo.today.kept import SHELF, Clock
from passo.today.models import Moved
from tests.introductions.ties_world import knows
from tests.introductions_world import make_introduction, make_introductions_of_every_kind
from tests.people_world import make_person, make_signal, make_touch
from tests.steps_world import make_offer, make_opportunity, make_step, make_steps_of_every_kind
from tests.today_world import seen_until_now
from tests.world import make_business, make_member, make_user, visitor

pytestmark = pytest.mark.django_db(transaction=True)

# Asked each time, for whoever looks.
ASKED_ANYWAY = {"businesses_business", "businesses_membership", "businesses_user"}
# Who noted or brought what: a row of it comes with what it is about.
COMES_ALONG = {"businesses_change", "people_liveaccount"}


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def test_a_touch_moves_its_people_and_nobody_else(bakery: Business) -> None:
    ada, _bea = make_person(bakery, "Ada Uno"), make_person(bakery, "Bea Due")
    before = seen_until_now(bakery)
    make_touch(bakery, ada)
    of = moved.since(bakery, before).of
    assert {one for one in of if one > 0} == {ada.pk}


def test_where_nothing_happened_nothing_has_moved(bakery: Business) -> None:
    make_person(bakery, "Ada Uno")
    before = seen_until_now(bakery)
    make_person(make_business("Weber Garage", owner=make_user("Charlie Weber")), "Bea Due")
    assert moved.since(bakery, before).of == frozenset()


def test_what_a_transaction_takes_back_has_not_moved(bakery: Business) -> None:
    before = seen_until_now(bakery)
    with transaction.atomic():
        make_person(bakery, "Ada Uno")
        transaction.set_rollback(True)
    assert moved.since(bakery, before).of == frozenset()


def test_an_insert_that_may_be_ignored_is_noted_too(bakery: Business) -> None:
    """Its way with conflicts would otherwise be that of the trigger."""
    step = make_step(bakery, make_person(bakery, "Ada Uno"))
    before = seen_until_now(bakery)
    fresh = [type(step)(business=bakery, person=step.person, words="Again", minutes=3)]
    bakery.steps.bulk_create(fresh, ignore_conflicts=True)
    assert step.person_id in moved.since(bakery, before).of


def test_a_business_that_goes_leaves_nothing(bakery: Business) -> None:
    make_steps_of_every_kind(bakery)
    number = bakery.pk
    assert Moved.objects.filter(business=number).exists()
    bakery.close()
    with wall.opened():
        assert not Moved.objects.filter(business=number).exists()


def test_what_a_newer_row_repeats_is_forgotten_and_still_seen(bakery: Business) -> None:
    ada = make_person(bakery, "Ada Uno")
    before = seen_until_now(bakery)
    for _twice in range(2):
        make_touch(bakery, ada)
    jobs.forget_old.func()
    with wall.inside(bakery.pk):
        assert Moved.objects.filter(business=bakery, who=ada.pk).count() == 1
        assert ada.pk in moved.since(bakery, before).of


def test_whatever_suggestions_read_is_watched(bakery: Business, today: date, anna: User) -> None:
    make_steps_of_every_kind(bakery)
    ada = make_person(bakery, "Ada Uno", mail="ada@uno.example")
    now = timezone.now() - timedelta(days=2)
    for kind in ("question", "complaint", "promise", "not_before", "bounce", "introduction_made"):
        note = make_touch(bakery, ada, at=now, direction="in", kind="mail")
        make_signal(note, kind, on=today if kind in {"promise", "not_before"} else None)
    make_touch(bakery, ada, at=now, step="Bring it", step_on=today)
    make_introductions_of_every_kind(bakery)
    paola, giulia = make_person(bakery, "Paola Due"), make_person(bakery, "Giulia Tre")
    make_introduction(bakery, giulia, broker=paola)
    for name in ("Leo Quattro", "Mia Cinque"):
        unmet = make_person(bakery, name)
        make_opportunity(bakery, unmet)
        knows(paola, unmet, 0.9)
    bakery.people.filter(pk=paola.pk).update(strength=0.9)
    with CaptureQueriesContext(connection) as asked:
        kept.anew(bakery, Clock(today, bakery.time_zone, bakery.currency))
    read = {
        table for query in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])
    }
    assert {"people_tie", "introductions_contribution", "introductions_ask"} < read
    assert read - ASKED_ANYWAY - COMES_ALONG <= {watch.table for watch in watching.WATCHED}


def test_kept_as_it_was_while_nothing_moves(bakery: Business, today: date) -> None:
    make_steps_of_every_kind(bakery)
    first = kept.look(bakery, today)
    with CaptureQueriesContext(connection) as asked:
        assert kept.look(bakery, today) is first
    assert len(asked) <= 2
    assert kept.look(bakery, today + timedelta(days=1)) is not first


def test_of_a_person_that_moves_only_theirs_is_asked_again(bakery: Business, today: date) -> None:
    ada, bea = (make_person(bakery, name) for name in ("Ada Uno", "Bea Due"))
    for person in (ada, bea):
        make_step(bakery, person, words=person.name, on=today)
    before = {id(one) for one in kept.look(bakery, today).said[to_do.to_do]}
    make_step(bakery, ada, words="Once more", on=today)
    after = kept.look(bakery, today).said[to_do.to_do]
    assert [str(one.words) for one in after if id(one) in before] == ["Bea Due"]
    assert {str(one.words) for one in after} == {"Ada Uno", "Bea Due", "Once more"}


def test_inside_a_transaction_nothing_is_kept(bakery: Business, today: date) -> None:
    with transaction.atomic():
        make_step(bakery, make_person(bakery), on=today)
        assert kept.look(bakery, today).found
        transaction.set_rollback(True)
    assert kept.look(bakery, today).found == []


def test_after_a_large_change_all_is_looked_at(
    bakery: Business, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moved, "FEW", 2)
    kept.look(bakery, today)
    for number in range(4):
        make_step(bakery, make_person(bakery, f"Ada Uno{number}"), on=today)
    assert len(kept.look(bakery, today).found) == 4


def test_many_at_once_are_asked_as_a_whole(
    bakery: Business, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MANY", 2)
    kept.look(bakery, today)
    for number in range(4):
        make_step(bakery, None, words=f"Sweep {number}")
    assert len(kept.look(bakery, today).found) == 4


def test_whoever_came_behind_the_limit_comes_up(
    bakery: Business, anna: User, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kind that has lost many since is asked for as a whole."""
    monkeypatch.setattr(to_do, "MOST", 3)
    monkeypatch.setattr(kept, "WORN", 1)
    for number in range(5):
        make_step(bakery, make_person(bakery, f"Ada Uno{number}"), words=f"Call {number}", on=today)
    assert len(kept.look(bakery, today).found) == 3
    for one in kept.look(bakery, today).found[:2]:
        doing.finish(one, business=bakery, by=anna, leaves="note")
    words = {str(one.words) for one in kept.look(bakery, today).said[to_do.to_do]}
    assert words == {"Call 2", "Call 3", "Call 4"}


def test_what_is_with_another_is_not_chosen(bakery: Business, anna: User, today: date) -> None:
    ben = make_member(bakery, "Ben Rossi", role="staff").user
    for name in ("Ada Uno", "Bea Due"):
        make_step(bakery, make_person(bakery, name), words=name, on=today, promise="ours")
    bakery.steps.get(words="Ada Uno").hand_over(ben, by=anna)
    chosen = {
        user: [str(one.one.words) for one in choosing.choose(bakery, today, user=user).offered]
        for user in (anna, ben)
    }
    assert chosen == {anna: ["Bea Due"], ben: ["Ada Uno", "Bea Due"]}


def test_the_shelf_holds_the_few_that_were_used_last(
    bakery: Business, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "BUSINESSES", 1)
    first = kept.look(bakery, today)
    other = make_business("Weber Garage", owner=make_user("Charlie Weber"))
    with wall.inside(other.pk):
        kept.look(other, today)
    assert kept.look(bakery, today) is not first


def test_what_was_written_without_triggers_is_looked_at_when_they_are_back(
    bakery: Business, today: date
) -> None:
    make_offer(bakery, make_person(bakery))
    make_opportunity(bakery, make_person(bakery, "Ada Uno"))
    kept.look(bakery, today)
    watching.TRIGGERS.take_out_before(using="default")
    assert watching.TRIGGERS.stand("default")
    watching.TRIGGERS.take_out_before(using="default", plan=["a migration"])
    try:
        make_step(bakery, make_person(bakery, "Bea Due"), words="Unseen", on=today)
        assert "Unseen" not in {str(one.words) for one in kept.look(bakery, today).found}
    finally:
        with wall.opened():
            watching.TRIGGERS.put_in_after(using="default")
    assert "Unseen" in {str(one.words) for one in kept.look(bakery, today).found}
    assert watching.TRIGGERS.stand("default")


def test_nobody_is_asked_for_where_only_others_moved(bakery: Business, today: date) -> None:
    found = asking.ask_again(bakery, today, keep_in_touch.keep_in_touch, {-2}, [])
    assert found == asking.Asked([], [])


def test_both_databases_are_told_the_same() -> None:
    def triggers_in(commands: list[str]) -> set[str]:
        return {one.split()[2] for one in commands if one.startswith("CREATE TRIGGER")}

    assert triggers_in(watching.in_sqlite()) == triggers_in(watching.in_postgresql())
    assert set(watching.TRIGGERS.names) < triggers_in(watching.in_sqlite())


def test_what_another_process_did_is_seen_on_the_page(
    bakery: Business, anna: User, today: date
) -> None:
    step = make_step(bakery, make_person(bakery), words="Send the price", on=today, promise="ours")
    browser, here = visitor(anna), f"/b/{bakery.slug}/"
    deed = f"/steps/{step.pk}/done/"
    assert deed in browser.get(here).text
    assert deed in browser.get(here).text
    step.finish(by=None)
    assert deed not in browser.get(here).text
