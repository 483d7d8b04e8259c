"""What Today keeps of introductions, wishes, ties and thanks is never shown when it is not so."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import answering, sharing
from passo.introductions.models import Introduction, Wish
from passo.people import erasing, merging
from passo.people.models import Person
from passo.steps import doing, suggesting
from passo.today import kept
from passo.today.kept import SHELF, Clock
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_contribution, make_introduction
from tests.people_world import make_import, make_person, make_signal, make_touch
from tests.steps_world import make_opportunity
from tests.world import make_business, make_member

pytestmark = pytest.mark.django_db(transaction=True)

Deed = Callable[[Business, User], Any]
DAY = timedelta(days=1)
NOW = timezone.localdate()
OFFERED = "introduction_offered"
FRIENDS = {"Paola Rinaldi": 0.8, "Hassan Amrani": 0.6}


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def firm(dora: User) -> Business:
    """Giulia, whom nobody has met; Paola and Hassan know her."""
    firm = make_business("One Woman", owner=dora)
    make_opportunity(firm, known(firm, "Giulia Ferri"))
    for name in FRIENDS:
        known(firm, name)
    tied(firm)
    return firm


def tied(business: Business) -> None:
    """As it was, after what was done and undone has made all of it be reckoned anew."""
    business.ties.all().delete()
    for name, strength in FRIENDS.items():
        business.people.filter(name=name).update(strength=strength)
        knows(named(business, name), named(business, "Giulia"), strength)


def named(business: Business, name: str) -> Person:
    return business.people.filter(merged_into=None).get(name__startswith=name)


def made(business: Business) -> Introduction:
    return business.introductions.sought().latest("pk")


def ask(business: Business, by: User) -> None:
    one = made(business)
    one.correct(by=by, words="May I?", blurb="Dora bakes.")
    one.send(by=by, today=NOW)


def answer(role: str, said: str) -> Deed:
    def act(business: Business, _by: User) -> None:
        answering.answer(made(business).asks.get(role=role), said, reach="", day=NOW)

    return act


def wish(name: str, kind: str) -> Deed:
    return lambda b, _by: Wish.add(by=None, business=b, person=named(b, name), kind=kind)


def last_undone(business: Business, by: User) -> None:
    business.changes.filter(undoes=None).exclude(what="undo").latest("pk").undo(by=by)


def step_undone(business: Business, by: User) -> None:
    changes = business.changes.filter(kind="steps.step", undoes=None, undone_by=None)
    changes.exclude(what="undo").latest("pk").undo(by=by)


def done(kind: str) -> Deed:
    def act(business: Business, by: User) -> None:
        found = suggesting.suggestions(business, NOW)
        one = next(one for one in found if one.kind == kind)
        doing.finish(one, business=business, by=by)

    return act


def mail_of(name: str, *others: str, kind: str) -> Deed:
    """Who writes, and who gets it too."""

    def act(business: Business, _by: User) -> None:
        people = [named(business, one) for one in (name, *others)]
        at = timezone.now() - 2 * DAY
        touch = make_touch(business, *people, kind="mail", direction="both", at=at)
        touch.participations.filter(person=people[0]).update(direction="in")
        business.touches.filter(pk=touch.pk).update(brought_by=make_import(business))
        make_signal(touch, kind, is_ours=False)

    return act


def wrote_to(name: str) -> Deed:
    return lambda b, _by: make_touch(
        b, named(b, name), kind="mail", direction="out", at=timezone.now()
    )


def join(business: Business, by: User) -> None:
    merging.merge(named(business, "Paola"), named(business, "Hassan"), by=by)


FIRST = {"research Giulia", "warm Paola"}
# What is suggested after each.
DEEDS: dict[str, tuple[Deed, set[str]]] = {
    "at first": (lambda _b, _by: None, FIRST),
    "a wish": (wish("Paola", "strained"), {"research Giulia", "warm Hassan"}),
    "no wish any more": (lambda b, by: b.wishes.get().remove(by=by), FIRST),
    "whom we would meet wants to be forgotten": (wish("Giulia", "forget"), set()),
    "and no more": (lambda b, by: b.wishes.get().remove(by=by), FIRST),
    "a tie grew weaker": (
        lambda b, _by: b.ties.filter(other=named(b, "Paola")).update(strength=0.3),
        {"research Giulia", "warm Hassan"},
    ),
    "and is gone": (
        lambda b, _by: b.ties.filter(other=named(b, "Paola")).delete(),
        {"research Giulia", "warm Hassan"},
    ),
    "and is there again": (
        lambda b, _by: knows(named(b, "Paola"), named(b, "Giulia"), 0.8),
        FIRST,
    ),
    "somebody comes who shares nothing": (
        lambda b, _by: make_member(b, "Emil Frey", role="staff"),
        {"research Giulia"},
    ),
    "one shares their ties": (
        lambda b, by: (
            make_touch(b, named(b, "Hassan"), by=by, at=timezone.now() - 20 * DAY),
            tied(b),
            sharing.decide(b, by, takes_part=True),
        ),
        {"research Giulia", "warm Hassan"},
    ),
    "and no longer": (
        lambda b, by: sharing.decide(b, by, takes_part=False),
        {"research Giulia"},
    ),
    "who came leaves": (
        lambda b, by: (b.memberships.get(user__name="Emil Frey").remove(by=by), tied(b)),
        FIRST,
    ),
    "something received": (
        lambda b, _by: make_contribution(b, named(b, "Paola"), is_given=False, on=NOW),
        {"research Giulia", "warm Hassan", "thank Paola"},
    ),
    "thanked for by hand": (
        lambda b, by: b.contributions.get().thank(on=NOW, by=by),
        FIRST,
    ),
    "that undone": (last_undone, {"research Giulia", "warm Hassan", "thank Paola"}),
    "thanked for": (done("thank"), {"research Giulia", "warm Hassan"}),
    "not after all": (step_undone, {"research Giulia", "warm Hassan", "thank Paola"}),
    "it was nothing": (
        lambda b, by: (b.contributions.get().remove(by=by), tied(b)),
        FIRST,
    ),
    "read about": (done("research"), {"warm Paola"}),
    "asked by hand": (done("warm"), set()),
    "that was not so": (step_undone, {"warm Paola"}),
    "a new name": (
        lambda b, by: named(b, "Giulia").correct(by=by, given="Julia"),
        {"warm Paola"},
    ),
    "drafted": (
        lambda b, by: make_introduction(b, named(b, "Giulia"), broker=named(b, "Hassan"), by=by),
        {"asks Hassan"},
    ),
    "who is to be asked has a new name": (
        lambda b, by: named(b, "Hassan").correct(by=by, given="Hasan"),
        {"asks Hassan"},
    ),
    "sent": (ask, set()),
    "not now": (answer("broker", "later"), set()),
    "a no": (answer("broker", "no"), set()),
    "a yes": (answer("broker", "yes"), set()),
    "both": (answer("target", "yes"), {"agreed Giulia"}),
    "introduced": (done("agreed"), {"rung Giulia", "thank Hassan"}),
    "not introduced": (step_undone, {"agreed Giulia"}),
    "introduced by hand": (
        lambda b, by: made(b).introduce(NOW, by=by),
        {"greet Giulia", "thank Hassan"},
    ),
    "who introduced has a new name": (
        lambda b, by: named(b, "Hassan").correct(by=by, given="Hassan"),
        {"greet Giulia", "thank Hassan"},
    ),
    "they wrote": (
        lambda b, _by: make_touch(b, named(b, "Giulia"), kind="mail", direction="in"),
        {"rung Giulia", "greet Giulia", "thank Hassan"},
    ),
    "written to": (wrote_to("Giulia"), {"rung Giulia", "thank Hassan"}),
    "long ago": (
        lambda b, _by: b.introductions.update(introduced_on=NOW - 20 * DAY),
        {"rung Giulia", "thank Hassan", "became Giulia"},
    ),
    "met": (done("became"), {"rung Giulia", "thank Hassan"}),
    "two weeks later": (
        lambda b, _by: b.introductions.update(met_on=NOW - 15 * DAY),
        {"rung Giulia", "thank Hassan", "became Giulia"},
    ),
    "told": (
        lambda b, by: made(b).tell("A small offer", by=by),
        {"rung Giulia", "thank Hassan"},
    ),
    "thanks that end it": (done("thank"), {"rung Giulia"}),
    "two to be brought together": (
        lambda b, by: make_introduction(
            b, named(b, "Paola"), other=make_person(b, "Sara Villa"), by=by
        ),
        {"rung Giulia", "asks Paola"},
    ),
    "one of them refuses": (
        lambda b, by: named(b, "Sara").correct(by=by, consent="refused"),
        {"rung Giulia"},
    ),
    "not any more": (
        lambda b, by: named(b, "Sara").correct(by=by, consent="agreed"),
        {"rung Giulia", "asks Paola"},
    ),
    "an introduction in a mail": (
        mail_of("Paola", "Sara", kind="introduction_made"),
        {"rung Giulia", "asks Paola", "greet Sara", "thank Paola"},
    ),
    "its writer has a new name": (
        lambda b, by: named(b, "Paola").correct(by=by, given="Paoletta"),
        {"rung Giulia", "asks Paola", "greet Sara", "thank Paola"},
    ),
    "an offer in a mail": (
        lambda b, by: (make_person(b, "Ida Nove"), mail_of("Ida", kind=OFFERED)(b, by)),
        {"rung Giulia", "asks Paola", "greet Sara", "thank Paola", "offered Ida"},
    ),
    "joined with somebody who has heard from us": (
        join,
        {"rung Giulia", "asks Paola", "greet Sara", "offered Ida"},
    ),
    "taken apart": (
        lambda b, by: b.merges.latest("pk").remove(by=by),
        {"rung Giulia", "asks Paola", "greet Sara", "thank Paola", "offered Ida"},
    ),
    "the offer answered": (
        wrote_to("Ida"),
        {"rung Giulia", "asks Paola", "greet Sara", "thank Paola"},
    ),
    "its writer erased": (
        lambda b, by: erasing.erase(named(b, "Paola"), by=by),
        {"rung Giulia"},
    ),
}


def told(found: kept.Kept) -> dict[str, tuple[Any, ...]]:
    return {
        one.key: (
            (one.kind, str(one.person), str(one.words), str(one.why), one.stage),
            (one.waiting_days, one.theirs_days, one.ours_days, one.certainty, one.about),
            one.opportunity and one.opportunity.pk,
        )
        for one in found.found
    }


def test_after_every_deed_it_is_as_if_looked_at_from_nothing(firm: Business, dora: User) -> None:
    clock = Clock(NOW, firm.time_zone, firm.currency)
    for name, (deed, then) in DEEDS.items():
        deed(firm, dora)
        now = kept.look(firm, NOW)
        names = {f"{one.kind} {one.person.name.split()[0]}" for one in now.found if one.person}
        assert names == then, name
        assert told(now) == told(kept.anew(firm, clock)), name


def test_a_no_is_not_seen_in_what_moves(firm: Business, dora: User) -> None:
    """Not even that something was looked at again tells of it."""
    make_introduction(firm, named(firm, "Giulia"), broker=named(firm, "Hassan"), by=dora)
    ask(firm, dora)
    before = kept.look(firm, NOW)
    answer("broker", "no")(firm, dora)
    assert kept.look(firm, NOW) is before
