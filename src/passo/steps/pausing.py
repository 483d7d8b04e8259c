"""Who is left in peace: not before March, out of the office, a complaint, a dead address, a day
on which we meet anyway.

What they wait for themselves, what was promised and what somebody noted stays.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.introductions.models import Wish
from passo.people.models import ContactPoint, Participation, Person, Signal
from passo.steps.models.step import State
from passo.steps.reading import SMALL, SPOKEN
from passo.steps.suggestions import (
    brought,
    in_mail,
    introducing,
    keep_in_touch,
    next_rung,
    small_offers,
    thank,
    unmet,
)
from passo.steps.suggestions.suggestion import Suggestion, day_ends

# What Passo would begin by itself.
OURS_TO_BEGIN = frozenset(
    (
        keep_in_touch.KIND,
        next_rung.KIND,
        next_rung.RESEARCH,
        unmet.WARM,
        introducing.ASKS,
        introducing.BECAME,
        *small_offers.WORDS,
    )
)
WRITES = OURS_TO_BEGIN | {thank.KIND}
# Whatever these are for is said face to face, or on the phone, when that is agreed already.
SAID_THEN = frozenset((keep_in_touch.KIND, next_rung.KIND, unmet.WARM))
ANSWERED_BY_A_CALL = WRITES | {in_mail.REPLY, *brought.WORDS}
LOOK_BACK_DAYS = 400
AWAY_DAYS = 7  # an absence that names no day
MEETING_DAYS = 30  # what is agreed for later is too far off to wait for
GONE = (shapes.NO_LONGER_HERE, shapes.BOUNCE)
FEW = 40  # people; for more, all that was said is read at once


@dataclass(frozen=True, slots=True)
class Rest:
    """`until`: the first day on which one may come again."""

    until: date
    signal: Signal
    is_away: bool = False


def without_resting(
    business: Business, found: Sequence[Suggestion], today: date
) -> list[Suggestion]:
    """Seven questions for all; where there are few, first who of them may rest at all."""
    if not any(one.person and one.kind in ANSWERED_BY_A_CALL for one in found):
        return list(found)
    people = {one.person.pk for one in found if one.person and one.kind in WRITES}
    complained, forgotten = unheard(business, found), to_be_forgotten(business)
    to_meet = met_soon(business, {who_of(one) for one in found if one.kind in SAID_THEN}, today)
    if len(people) <= FEW:
        people = of_whom_words_stand(people)
    rests = resting(business, today) if people else {}
    gone = forgotten | (out_of_reach(business, people) if people else set())
    return [
        one
        for one in found
        if one.person is None
        or not (
            (one.kind in ANSWERED_BY_A_CALL and one.person.pk in complained)
            or (one.kind in SAID_THEN and who_of(one) in to_meet)
            or (one.kind in WRITES and is_resting(one, rests.get(one.person.pk)))
            or (one.kind in WRITES and one.person.pk in gone)
        )
    ]


def who_of(one: Suggestion) -> int:
    """Whom it leads closer to: that is whom one wants to be introduced to, and not who is asked."""
    if one.opportunity:
        return one.opportunity.person_id
    return one.person.pk if one.person else 0


def met_soon(business: Business, people: Collection[int], today: date) -> set[int]:
    """With whom a meeting, a visit or a call is agreed for the weeks that come.

    Whom one meets today is left in peace by the ranking, as whoever was met a moment ago. The
    people are of this business; named again, it tempts SQLite to read all touches.
    """
    if not people:
        return set()
    now = day_ends(business, today)
    agreed = Participation.objects.filter(
        person__in=people,
        kind__in=SPOKEN,
        size__lte=SMALL,
        at__gt=now,
        at__lte=now + timedelta(days=MEETING_DAYS),
    )
    return {person for person in agreed.values_list("person", flat=True) if person}


def to_be_forgotten(business: Business) -> set[int]:
    """Whoever said so is written to no more, unless they wait for something themselves."""
    wishes = business.wishes.filter(kind=Wish.Kind.FORGET)
    return set(wishes.values_list("person", flat=True))


def of_whom_words_stand(people: Iterable[int]) -> set[int]:
    """In whose mails such words ever stood, of whomever. The people are of one business."""
    words = (shapes.NOT_BEFORE, shapes.OUT_OF_OFFICE, *GONE)
    parts = Participation.objects.filter(person__in=people, touch__signals__kind__in=words)
    return {person for person in parts.values_list("person", flat=True) if person}


def unheard(business: Business, found: Sequence[Suggestion]) -> set[int]:
    """Who complained and was not called yet. Where the owner says “not this”, it is settled."""
    who = {one.key: one.person.pk for one in found if one.person and one.kind == in_mail.COMPLAINT}
    refused = business.steps.filter(made_of__in=list(who), state=State.DROPPED)
    settled = set(refused.values_list("made_of", flat=True)) if who else set()
    return {person for key, person in who.items() if key not in settled}


def is_resting(one: Suggestion, rest: Rest | None) -> bool:
    """Thanks may come at any time, but not while they are away."""
    return rest is not None and (rest.is_away or one.kind in OURS_TO_BEGIN)


def resting(business: Business, today: date) -> dict[int, Rest]:
    """Until they come to us by themselves. There are few, so all are read at once."""
    now = day_ends(business, today)
    is_put_off = Q(kind=shapes.NOT_BEFORE, on__gt=today)
    is_away = Q(kind=shapes.OUT_OF_OFFICE) & (
        Q(on__gte=today) | Q(on=None, at__gt=now - timedelta(days=AWAY_DAYS))
    )
    rows = theirs(business, (shapes.NOT_BEFORE, shapes.OUT_OF_OFFICE), now)
    found: dict[int, Rest] = {}
    recent = rows.filter(at__gt=now - timedelta(days=LOOK_BACK_DAYS))
    for row in recent.filter(is_put_off | is_away):
        rest = rest_of(row)
        known = found.get(row.who)
        if known is None or known.until < rest.until:
            found[row.who] = rest
    return found


def rest_of(row: Any) -> Rest:
    if row.kind == shapes.NOT_BEFORE:
        return Rest(row.on, row)
    back = row.on + timedelta(days=1) if row.on else (row.at + timedelta(days=AWAY_DAYS)).date()
    return Rest(back, row, is_away=True)


def theirs(
    business: Business,
    kinds: Sequence[str],
    now: datetime,
    people: Iterable[int] | None = None,
    *,
    stands: bool = True,
) -> Any:
    """Signals of theirs, or of a machine about them, each with its person as `who`.

    `stands`: only what they have not come back after.
    """
    part = "touch__participations__"
    of_theirs = Q(address="", **{f"{part}direction": "in"})
    of_a_machine = ~Q(address="") & Q(**{f"{part}address": F("address")})
    wanted: dict[str, Any] = {f"{part}person__is_listed": True, f"{part}size__lte": SMALL}
    if people is not None:
        wanted[f"{part}person__in"] = list(people)
    rows = business.signals.filter(
        of_theirs | of_a_machine, kind__in=kinds, is_ours=False, at__lte=now, **wanted
    )
    rows = rows.annotate(who=F(f"{part}person"), via=F(f"{part}address"))
    return rows.filter(~Exists(their_words_since(now))) if stands else rows


def their_words_since(now: datetime) -> Any:
    return Participation.objects.filter(
        person=OuterRef("who"),
        direction__in=("in", "both"),
        at__gt=OuterRef("at"),
        at__lte=now,
        size__lte=SMALL,
    )


def dead_addresses(business: Business, people: Iterable[int] | None = None) -> dict[int, set[str]]:
    """Where a machine says that nobody is, and from where nobody has written since."""
    of_whom: dict[str, Any] = {"touch__participations__person__isnull": False}
    if people is not None:
        of_whom = {"touch__participations__person__in": list(people)}
    rows = business.signals.filter(
        ~Q(address=""), kind__in=GONE, touch__participations__address=F("address"), **of_whom
    ).annotate(who=F("touch__participations__person"))
    back = Participation.objects.filter(
        person=OuterRef("who"), address=OuterRef("address"), direction="in", at__gt=OuterRef("at")
    )
    found: dict[int, set[str]] = {}
    for person, address in rows.filter(~Exists(back)).values_list("who", "address"):
        found.setdefault(person, set()).add(address)
    return found


def out_of_reach(
    business: Business, people: Iterable[int] | None = None, *, by_phone: bool = True
) -> set[int]:
    """Whose every mail address is dead, and who has no phone.

    The people are of this business; named again, it tempts SQLite to read all addresses.
    """
    dead = dead_addresses(business, people)
    if not dead:
        return set()
    ways = ("mail", "phone") if by_phone else ("mail",)
    points = ContactPoint.objects.filter(person__in=list(dead), kind__in=ways)
    alive = {
        person
        for person, kind, value in points.values_list("person", "kind", "value")
        if person and (kind == "phone" or value not in dead[person])
    }
    return set(dead) - alive


def live_mails(person: Person, mails: Sequence[str]) -> tuple[str, ...]:
    dead = dead_addresses(person.business, [person.pk]).get(person.pk, set())
    return tuple(address for address in mails if address not in dead)
