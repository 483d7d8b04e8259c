"""Whom an introduction brought to us and who has not heard from us; and who offers to bring them.

They are as good as waiting for an answer. What they asked themselves in a mail is answered as any
question (`in_mail`), and then not named here as well.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.introductions.models import Introduction
from passo.introductions.models.introduction import TOOK_PLACE
from passo.people.models import Participation, Person, Signal
from passo.people.models.person import Consent
from passo.steps import heard, verbs
from passo.steps.own_firm import own_domains
from passo.steps.reading import SMALL, SPOKEN
from passo.steps.suggestions.suggestion import (
    MOST,
    Said,
    Suggestion,
    day_begins,
    day_ends,
    on_clock,
)

GREET, OFFERED = "greet", "offered"
WORDS = (GREET, OFFERED)
SAYS_SO = (shapes.INTRODUCTION_MADE, shapes.INTRODUCTION_OFFERED)
DAYS = 30  # later it is no answer any more
HEARS = Q(direction="out") | Q(direction="both", kind__in=SPOKEN)


def brought(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Each once, however they were brought."""
    known = set[int]()
    for one in (*by_introduction(business, today, only), *by_mail(business, today, only)):
        if one.person and one.person.pk not in known:
            known.add(one.person.pk)
            yield one
    yield from offers(business, today, only)


class Brought(NamedTuple):
    """By whom, on which day, and what has passed since. `mark`: what says so."""

    person: Person
    through: str
    day: date
    mark: str
    passed: list[Any]


def by_introduction(
    business: Business, today: date, only: int | None = None
) -> Iterator[Suggestion]:
    made = recent(today)
    made = made.filter(business=business) if only is None else made.filter(target=only)
    newest = {one.target_id: one for one in made.select_related("broker").order_by("pk")[:MOST]}
    if not newest:
        return
    began = {pk: day_begins(business, one.introduced_on) for pk, one in newest.items()}
    passed = passed_since(list(newest), min(began.values()))
    for person in reachable(business, newest):
        one = newest[person.pk]
        after = [part for part in passed[person.pk] if part.at >= began[person.pk]]
        whose = Brought(person, one.broker.first_name, one.introduced_on, f"i{one.pk}", after)
        yield from greeting(business, whose, today)


def recent(today: date) -> Any:
    since = today - timedelta(days=DAYS)
    return Introduction.objects.sought().filter(
        state__in=TOOK_PLACE, introduced_on__gt=since, introduced_on__lte=today
    )


def passed_since(people: list[int], since: datetime) -> dict[int, list[Any]]:
    """What they and we wrote and said; a mail of a third is neither's."""
    parts = Participation.objects.filter(
        HEARS | Q(direction="in"), person__in=people, at__gte=since, size__lte=SMALL
    )
    asks = Signal.objects.filter(touch=OuterRef("touch"), kind__in=heard.ASKS, is_ours=False)
    found: dict[int, list[Any]] = defaultdict(list)
    for part in parts.annotate(asks=Exists(asks)).order_by("at", "pk"):
        found[part.person_id or 0].append(part)
    return found


def greeting(business: Business, one: Brought, today: date) -> Iterator[Suggestion]:
    """While they have not heard from us, and asked nothing that is answered anyway."""
    if any(part.asks or part.direction != "in" for part in one.passed):
        return
    wrote = one.passed[0] if one.passed else None
    since = on_clock(business, wrote.at) if wrote else one.day
    values = {"name": one.person.first_name, "other": one.through, "day": since}
    why = (
        _("%(name)s wrote on %(day)s, and has not heard from you.")
        if wrote
        else _("That was on %(day)s, and nothing has passed between you since.")
    )
    yield Suggestion(
        key=f"{GREET}:{one.person.pk}:{one.mark}",
        kind=GREET,
        verb=verbs.ANSWER,
        words=Said(_("Write to %(name)s: %(other)s introduced you"), values),
        why=Said(why, values),
        effect=Said(_("Whoever answers soon honours both.")),
        usual_minutes=verbs.MINUTES[verbs.ANSWER],
        person=one.person,
        about=wrote.touch_id if wrote else None,
        shown_days=max(0, (today - since).days),
        waiting_days=max(0, (today - since).days),
    )


def by_mail(business: Business, today: date, only: int | None) -> Iterator[Suggestion]:
    """A third wrote to both of us, and says that it is to bring us together."""
    now = day_ends(business, today)
    rows = said_in(business, shapes.INTRODUCTION_MADE, now, only, direction="both")
    rows = rows.filter(~Exists(parts_of(OuterRef("who")).filter(at__lt=OuterRef("at"))))
    newest = {one.who: one for one in rows.order_by("at", "pk")[:MOST]}
    if not newest:
        return
    third = thirds(business, [one.touch_id for one in newest.values()])
    passed = passed_since(list(newest), min(one.at for one in newest.values()))
    for person in reachable(business, newest):
        one = newest[person.pk]
        after = [part for part in passed[person.pk] if part.at > one.at]
        if one.touch_id in third:
            day, mark = on_clock(business, one.at), f"t{one.touch_id}"
            whose = Brought(person, third[one.touch_id], day, mark, after)
            yield from greeting(business, whose, today)


def said_in(
    business: Business, kind: str, now: datetime, only: int | None, *, direction: str
) -> Any:
    """Signals of others, for each who stands in their mail so, as `who`.

    The person is of this business; named again, it tempts SQLite to read all signals.
    """
    between = "touch__participations__"
    wanted: dict[str, Any] = {f"{between}direction": direction, f"{between}size__lte": SMALL}
    if only is None:
        wanted |= {"business": business, f"{between}person__isnull": False}
    else:
        wanted[f"{between}person"] = only
    rows = Signal.objects.filter(
        kind=kind, is_ours=False, address="", at__gt=now - timedelta(days=DAYS), at__lte=now
    )
    return rows.filter(**wanted).annotate(who=F(f"{between}person"))


def parts_of(person: Any) -> Any:
    return Participation.objects.filter(person=person)


def thirds(business: Business, touches: list[int]) -> dict[int, str]:
    """Who wrote each of these mails."""
    wrote = business.participations.filter(touch__in=touches, direction="in", person__isnull=False)
    rows = wrote.order_by("-pk").values_list("touch", "person__given", "person__name")
    return {touch: given or name for touch, given, name in rows}


def reachable(business: Business, people: Any) -> list[Person]:
    """No colleague of ours, and nobody who wants to be left alone."""
    wanted = business.people.listed().filter(pk__in=list(people)).exclude(consent=Consent.REFUSED)
    wanted = wanted.exclude(organisation__domain__in=own_domains(business))
    return list(wanted.select_related("organisation").order_by("pk"))


def offers(business: Business, today: date, only: int | None) -> Iterator[Suggestion]:
    """Somebody offers to introduce us, and has not heard from us; a question in the same mail is
    answered anyway.
    """
    now = day_ends(business, today)
    rows = said_in(business, shapes.INTRODUCTION_OFFERED, now, only, direction="in")
    since = parts_of(OuterRef("who")).filter(HEARS, at__gt=OuterRef("at"), at__lte=now)
    asks = Signal.objects.filter(touch=OuterRef("touch"), kind__in=heard.ASKS, is_ours=False)
    rows = rows.filter(~Exists(since), ~Exists(asks))
    newest = {one.who: one for one in rows.order_by("at", "pk")[:MOST]}
    for person in reachable(business, newest) if newest else ():
        yield offer(business, person, newest[person.pk], today)


def offer(business: Business, person: Person, one: Any, today: date) -> Suggestion:
    day = on_clock(business, one.at)
    values = {"name": person.first_name, "day": day, "quote": one.quote}
    return Suggestion(
        key=f"{OFFERED}:{person.pk}:t{one.touch_id}",
        kind=OFFERED,
        verb=verbs.ANSWER,
        words=Said(_("Answer %(name)s, who offers to introduce you"), values),
        why=Said(_("On %(day)s: “%(quote)s”"), values),
        effect=Said(_("Whoever comes through a friend is no stranger.")),
        usual_minutes=verbs.MINUTES[verbs.ANSWER],
        person=person,
        about=one.touch_id,
        quote=one.quote,
        certainty=one.certainty,
        waiting_days=max(0, (today - day).days),
    )
