"""What Today found is kept, and is never shown when it is no longer so."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people import erasing, merging, ties
from passo.people.bringing_in import beginning, undoing
from passo.people.models import Person
from passo.steps import climbing, doing, offers, proposing, suggesting
from passo.steps.models import Offer, Opportunity, Step
from passo.steps.models.step import Reason
from passo.steps.suggestions import thank
from passo.steps.suggestions.suggestion import Suggestion
from passo.today import kept
from passo.today.kept import SHELF, Clock, Kept
from tests.people.bringing import bring, mail
from tests.people_world import make_organisation, make_person, make_signal, make_touch
from tests.steps_world import make_offer, make_opportunity, make_step
from tests.world import make_member

pytestmark = pytest.mark.django_db(transaction=True)

DAY = timedelta(days=1)
Deed = Callable[[Business, User], Any]


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def full(bakery: Business, anna: User, today: date) -> Business:
    """Somebody in every kind of suggestion."""
    make_member(bakery, "Ben Rossi", role="staff")
    firm = make_organisation(bakery, "Studio Rinaldi")
    for number, name in enumerate(("Ada Uno", "Bea Due", "Cleo Tre", "Dea Quattro")):
        person = make_person(bakery, name, organisation=firm, mail=f"{number}@studio.example")
        touch(bakery, name, days_ago=20 + number, direction="in", kind="mail")
        way = make_opportunity(bakery, person, stage=2 + number, began=1)
        make_step(bakery, person, opportunity=way, on=today + number * DAY, words=f"Call {name}")
    make_step(bakery, None, words="Sweep the workshop")
    for name, state in (("Edo Cinque", "sent"), ("Ida Sei", "accepted"), ("Ugo Sette", "sent")):
        offered(bakery, make_person(bakery, name, phone="333 1234567"), state)
    for name in ("Leo Otto", "Mia Nove"):
        make_person(bakery, name)
        touch(bakery, name, days_ago=3, direction="in", kind="mail", subject="The lights")
    make_signal(touch(bakery, "Leo Otto", days_ago=4, direction="in", kind="mail"))
    make_signal(touch(bakery, "Mia Nove", days_ago=2, direction="in", kind="mail"), "complaint")
    cool(bakery, make_person(bakery, "Pia Dieci"))
    rea = make_person(bakery, "Rea Undici")
    touch(bakery, rea.name, days_ago=9, step="Bring the lamp", step_on=today)
    cool(bakery, rea)
    return bakery


def offered(business: Business, person: Person, state: str) -> Offer:
    way = make_opportunity(business, person, stage=4)
    then = timezone.now() - 8 * DAY
    return make_offer(
        business, person, opportunity=way, state=state, sent_at=then, answered_at=then
    )


def cool(business: Business, person: Person) -> None:
    touch(business, person.name, days_ago=90)
    business.people.filter(pk=person.pk).update(
        warmth="cooling", due_on=timezone.localdate() - DAY, warmth_because=["", {}]
    )


def touch(business: Business, name: str, *, days_ago: float = 0, **values: Any) -> Any:
    at = timezone.now() - days_ago * DAY - timedelta(minutes=1)
    return make_touch(business, named(business, name), at=at, **values)


def named(business: Business, name: str) -> Person:
    return business.people.get(name=name)


def way_with(business: Business, name: str) -> Opportunity:
    return business.opportunities.get(person__name=name)


def offer_to(business: Business, name: str) -> Offer:
    return business.offers.get(person__name=name)


def introduced(business: Business, key: str) -> None:
    """Leo brought us together with Cleo."""
    mail_of_both = touch(business, "Leo Otto", days_ago=2, direction="in", kind="mail")
    way = way_with(business, "Cleo Tre")
    climbing.add_evidence(way, "introduced", on=NOW, key=key, touch=mail_of_both)


def step_with(business: Business, name: str) -> Step:
    return business.steps.filter(person__name=name, state="open").latest("pk")


def suggested(business: Business, kind: str, name: str = "") -> Suggestion:
    found = suggesting.suggestions(business, timezone.localdate())
    mine = [one for one in found if one.kind == kind and name in (one.person or one).__str__()]
    return mine[0]


def clock_of(business: Business, day: date) -> Clock:
    return Clock(day, business.time_zone, business.currency)


def told(found: Kept) -> dict[str, Any]:
    """Everything that a page may show, in words."""
    return {one.key: words_of(one) for one in found.found}


def words_of(one: Suggestion) -> tuple[Any, ...]:
    person, way = one.person, one.opportunity
    return (
        (one.kind, one.verb, str(one.words), str(one.why), str(one.effect), one.usual_minutes),
        (one.due, one.promise, one.about, one.certainty, one.stage, one.worth_cents, one.minutes),
        (one.theirs_days, one.ours_days, one.tries, one.waiting_days, one.due_days),
        person and (person.pk, person.name, person.cadence_days, person.own_cadence_days),
        person and person.organisation and person.organisation.name,
        way and (way.pk, way.stage, way.worth_cents, way.wants_clients_first),
        one.step and (one.step.pk, one.step.handed_to_id, one.step.put_off),
    )


def assert_as_from_nothing(business: Business, day: date, after: str) -> None:
    business = Business.objects.get(pk=business.pk)
    now, anew = kept.look(business, day), kept.anew(business, clock_of(business, day))
    assert told(now) == told(anew), after
    assert np.array_equal(now.weighed.rank, anew.weighed.rank), after
    assert (now.learned, now.complained) == (anew.learned, anew.complained), after


def undo_last(business: Business, by: User) -> None:
    business.changes.filter(undoes=None).exclude(what="undo").latest("pk").undo(by=by)


def acted(kind: str, name: str, deed: Callable[..., Any], *values: Any, **more: Any) -> Deed:
    """On what is suggested."""

    def act(business: Business, by: User) -> None:
        deed(suggested(business, kind, name), *values, business=business, by=by, **more)

    return act


def join(business: Business, by: User) -> None:
    merging.merge(named(business, "Ada Uno"), named(business, "Bea Due"), by=by)


def take_apart(business: Business, by: User) -> None:
    business.merges.latest("pk").remove(by=by)


def bring_in(business: Business, by: User) -> None:
    beginning.say_own(business, ["anna@bakery.example"])
    day = timezone.localtime() - DAY
    one = mail(
        7,
        "Ada <0@studio.example>",
        "anna@bakery.example",
        day=day.strftime("%a, %d %b %Y %H:%M:%S +0100"),
    )
    bring(business, one, "inbox.mbox")


def take_import_back(business: Business, by: User) -> None:
    brought_by = business.imports.latest("pk")
    undoing.begin(brought_by, by=by)
    undoing.carry_out(business, brought_by.pk, by.pk)


NOW = timezone.localdate()
BEN = "Ben Rossi"
DEEDS: dict[str, Deed] = {
    "a step done": acted("step", "Ada", doing.finish, minutes=25),
    "that undone": undo_last,
    "a step put off": acted("step", "Ada", doing.put_off, NOW + 3 * DAY, today=NOW),
    "a step handed over": lambda b, by: doing.hand_over(
        step_with(b, "Bea Due"), b.memberships.get(user__name=BEN).user, business=b, by=by
    ),
    "who has it leaves": lambda b, by: b.memberships.get(user__name=BEN).remove(by=by),
    "a step not wanted": acted("step", "Cleo", doing.drop, Reason.NOT_NOW, today=NOW),
    "a step split": lambda b, by: doing.split(
        step_with(b, "Dea Quattro"),
        [doing.Part("One", 5), doing.Part("Two", 5)],
        business=b,
        by=by,
    ),
    "a split undone": undo_last,
    "a step of nobody": lambda b, by: b.steps.get(person=None).finish(by=by, minutes=2),
    "a new step": lambda b, _by: make_step(b, named(b, "Mia Nove"), words="Call again"),
    "a rung done": acted("rung", "Ada", doing.finish),
    "a rung put off": acted("rung", "Bea", doing.put_off, NOW + DAY, today=NOW),
    "a greeting sent": acted("cooling", "Pia", doing.finish),
    "not this person": acted("cooling", "Rea", doing.drop, Reason.NOT_THEM, today=NOW),
    "a line done": acted("noted", "Rea", doing.finish),
    "a line wanted again": undo_last,
    "a complaint heard": acted("complaint", "Mia", doing.finish),
    "a complaint undone": undo_last,
    "a complaint refused": acted("complaint", "Mia", doing.drop, "It was another", today=NOW),
    "they wrote": lambda b, _by: touch(b, "Ada Uno", direction="in", kind="mail"),
    "we called": lambda b, _by: touch(b, "Leo Otto", kind="call"),
    "a touch removed": lambda b, by: b.touches.latest("pk").remove(by=by),
    "a line for a day": lambda b, _by: touch(b, "Pia Dieci", step="Send it", step_on=NOW),
    "a line for nobody": lambda b, _by: make_touch(
        b, at=timezone.now(), step="Buy lamps", step_on=NOW
    ),
    "a line changed": lambda b, by: b.touches.get(step="Send it").change(
        by=by, what="correct", step="Send them"
    ),
    "moved up": lambda b, by: way_with(b, "Ada Uno").move(4, by=by),
    "moved down again": undo_last,
    "at rest": lambda b, by: way_with(b, "Bea Due").rest(NOW + 9 * DAY, by=by),
    "on again": lambda b, by: way_with(b, "Bea Due").go_on(by=by),
    "clients first": lambda b, by: way_with(b, "Cleo Tre").mark_clients_first(is_so=True, by=by),
    "worth more": lambda b, by: way_with(b, "Cleo Tre").change(
        by=by, what="correct", worth_cents=900_000
    ),
    "ended": lambda b, by: way_with(b, "Dea Quattro").close("moved away", by=by),
    "evidence": lambda b, _by: introduced(b, "introduced:1"),
    "a new name of whom they introduced": lambda b, by: named(b, "Cleo Tre").correct(
        by=by, given="Clea"
    ),
    "evidence gone": lambda b, _by: b.evidence.filter(key="introduced:1").delete(),
    "evidence again": lambda b, _by: introduced(b, "introduced:2"),
    "thanks put off": acted("thank", "Leo", doing.put_off, NOW + DAY, today=NOW),
    "thanks wanted again": undo_last,
    "thanked": acted("thank", "Leo", doing.finish),
    "not thanked after all": undo_last,
    "they heard from us": lambda b, _by: touch(b, "Leo Otto", kind="call"),
    "proposed": lambda b, _by: proposing.propose(b),
    "begun with": lambda b, _by: make_opportunity(b, make_person(b, "Zoe Nuova")),
    "read about": acted("research", "Zoe", doing.finish),
    "sent": lambda b, by: make_offer(b, named(b, "Zoe Nuova")).send(by=by, today=NOW),
    "a yes": lambda b, by: offer_to(b, "Edo Cinque").note_answer(says_yes=True, by=by),
    "delivered": lambda b, by: offer_to(b, "Ida Sei").deliver(NOW - 8 * DAY, by=by),
    "valued": lambda b, by: offer_to(b, "Ida Sei").value("It was quick", by=by),
    "taken back": lambda b, by: offer_to(b, "Ugo Sette").withdraw(by=by),
    "an hour is worth": lambda b, by: offers.measure(b, hour_cents=9_000, job_cents=None, by=by),
    "a new name": lambda b, by: named(b, "Ada Uno").correct(by=by, given="Adele"),
    "a new name of a firm": lambda b, by: b.organisations.get().correct(by=by, name="Rinaldi"),
    "a rhythm": lambda b, by: named(b, "Ada Uno").correct(by=by, own_cadence_days=3),
    "a refusal": lambda b, by: named(b, "Edo Cinque").correct(by=by, consent="refused"),
    "left out": lambda b, by: named(b, "Cleo Tre").leave_out(by=by),
    "back in": lambda b, by: named(b, "Cleo Tre").take_back_in(by=by),
    "joined": join,
    "taken apart": take_apart,
    "brought in": bring_in,
    "an import taken back": take_import_back,
    "a mail that says when": lambda b, _by: make_signal(
        touch(b, "Ada Uno", days_ago=1, direction="in", kind="mail"), "not_before", on=NOW + DAY
    ),
    "they come before": lambda b, _by: touch(b, "Ada Uno", direction="in", kind="mail"),
    "that touch removed": lambda b, by: b.touches.latest("pk").remove(by=by),
    "a signal gone": lambda b, _by: b.signals.latest("pk").delete(),
    "a phone gone": lambda b, by: b.contact_points.filter(kind="phone")[0].remove(by=by),
    "ties reckoned": lambda b, _by: ties.refresh(b),
    "a night": lambda b, _by: proposing.look_again(b),
    "plain SQL": lambda b, _by: b.people.filter(name="Pia Dieci").update(
        warmth="cold", due_on=NOW - DAY
    ),
    "erased": lambda b, by: erasing.erase(named(b, "Bea Due"), by=by),
    "another currency": lambda b, by: b.settle(by=by, currency="CHF"),
    "another clock": lambda b, by: b.settle(by=by, time_zone="America/New_York"),
}


def test_after_every_deed_it_is_as_if_looked_at_from_nothing(
    full: Business, anna: User, today: date
) -> None:
    assert_as_from_nothing(full, today, "at first")
    for name, deed in DEEDS.items():
        business = Business.objects.get(pk=full.pk)
        deed(business, anna)
        assert_as_from_nothing(full, today, name)


def test_thanks_to_others_are_not_asked_for_again(full: Business, today: date) -> None:
    before = kept.look(full, today).said[thank.thanks]
    touch(full, "Leo Otto", kind="call")
    after = kept.look(full, today).said[thank.thanks]
    assert before
    assert [id(one) for one in after] == [id(one) for one in before]
