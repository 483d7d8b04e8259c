"""One line in own words: understood, shown back, kept, and taken back as a whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, Change, User
from passo.engine import capture
from passo.engine.capture import Captured, Recognised
from passo.engine.names import name_parts
from passo.lib.refusal import Refusal
from passo.people import touching
from passo.people.models import Organisation, Person, Touch
from passo.people.naming import find_in
from passo.people.organisation_names import organisation_key
from passo.people.said_ways import give_ways, with_whom_they_reach

MOST_LETTERS = 5_000  # of one line; a mail pasted whole still fits
STEP_LETTERS = 300
NOON = time(12)
MEET = "meet"


@dataclass(frozen=True)
class Newcomer:
    """Somebody to be made, as the owner confirmed them."""

    name: str
    organisation: str = ""


@dataclass(frozen=True)
class Note:
    """What is to be kept, after it was shown back and corrected."""

    text: str
    people: Sequence[Person | Newcomer]
    kind: str
    direction: str
    day: date
    step: str = ""
    step_on: date | None = None
    promise: str = ""


def understand(
    business: Business, text: str, *, today: date | None = None, language: str = ""
) -> Captured:
    said = capture.understand(
        text[:MOST_LETTERS],
        today=today or timezone.localdate(),
        find=find_in(business),
        language=language or business.language,
        currency=business.currency,
    )
    return with_whom_they_reach(business, said)


def kind_of(said: Captured) -> str:
    """A line that only says what is to be done is a note."""
    return said.touch or "note"


def newcomer_of(said: Recognised) -> Newcomer:
    return Newcomer(" ".join(said.text.split())[:200], said.organisation[:200])


def keep(business: Business, note: Note, *, by: User | None) -> Touch:
    """The people first, where they are new; then the touch with its step."""
    with transaction.atomic():
        people = list(everybody(business, note.people, note.text, by=by).values())
        return touching.note_down(
            business,
            people,
            by=by,
            kind=note.kind,
            at=moment_on(note.day, business),
            direction=note.direction or "both",
            text=note.text,
            step=note.step[:STEP_LETTERS],
            step_on=note.step_on,
            promise=note.promise if note.step else "",
        )


def moment_on(day: date, business: Business) -> datetime:
    """Today is now; of another day only the day is known. In UTC, as the database gives it back."""
    zone = ZoneInfo(business.time_zone)
    now = timezone.now()
    is_today = day == now.astimezone(zone).date()
    return now if is_today else datetime.combine(day, NOON, zone).astimezone(UTC)


def everybody(
    business: Business, named: Iterable[Person | Newcomer], text: str, *, by: User | None
) -> dict[Person | Newcomer, Person]:
    """Each as a row. Where one alone is new, the numbers and addresses in the line are theirs."""
    found = {one: known(business, one, by) for one in named}
    new = [person for one, person in found.items() if isinstance(one, Newcomer)]
    if len(new) == 1:
        give_ways(new[0], text)
    return found


def known(business: Business, one: Person | Newcomer, by: User | None) -> Person:
    return meet(business, one, by) if isinstance(one, Newcomer) else one


def meet(business: Business, newcomer: Newcomer, by: User | None) -> Person:
    """A person whom nobody brought in: told of in a line."""
    parts = name_parts(newcomer.name)
    given = parts.given if parts.given or parts.family else newcomer.name
    return Person.add(
        by=by,
        what=MEET,
        business=business,
        name=newcomer.name,
        given=given[:100],
        family=parts.family[:100],
        organisation=firm_called(business, newcomer.organisation, by),
        kept=["name", "given", "family"] + ["organisation"] * bool(newcomer.organisation),
    )


def firm_called(business: Business, name: str, by: User | None) -> Organisation | None:
    if not name.strip():
        return None
    key = organisation_key(name)
    found = business.organisations.filter(key=key).first()
    return found or Organisation.add(by=by, what=MEET, business=business, name=name, key=key)


def take_back(touch: Touch, *, by: User | None) -> None:
    """All that came of the line: the touch, and whoever was made only for it."""
    business = touch.business
    added = business.changes.of("people.touch", str(touch.pk)).filter(what="add").first()
    if added is None:
        raise Refusal(_("It is no longer there, so there is nothing to undo."))
    people = list(business.people.filter(pk__in=touch.people_ids).select_related("organisation"))
    with transaction.atomic():
        added.undo(by=by)
        for person in people:
            take_back_person(person, by)


def take_back_person(person: Person, by: User | None) -> None:
    """Nobody who was met elsewhere, or of whom more is known by now, goes."""
    met = only_met(person.business, "people.person", person.pk)
    if met is None or person.participations.exists() or person.sources.exists():
        return
    firm = person.organisation
    met.undo(by=by)
    heard_of = firm and only_met(person.business, "people.organisation", firm.pk)
    if firm and heard_of and not firm.positions.exists() and not firm.people.exists():
        heard_of.undo(by=by)


def only_met(business: Business, kind: str, pk: int) -> Change | None:
    """The change that made it, if nothing has been changed since."""
    changes = list(business.changes.of(kind, str(pk))[:2])
    return changes[0] if len(changes) == 1 and changes[0].what == MEET else None


@dataclass(frozen=True)
class Piece:
    """A part of the sentence, and what it was taken for."""

    text: str
    meaning: str


# Where several meanings meet, the narrower one is shown.
RANK = ("step", "promise", "touch", "money", "step_date", "touch_date", "person")


def pieces(said: Captured) -> list[Piece]:
    """The sentence cut where its meaning changes."""
    meanings = [""] * len(said.note)
    for span in sorted(said.spans, key=lambda one: RANK.index(one.meaning)):
        meanings[span.start : span.end] = [span.meaning] * (span.end - span.start)
    found: list[Piece] = []
    for letter, meaning in zip(said.note, meanings, strict=True):
        if found and found[-1].meaning == meaning:
            found[-1] = Piece(found[-1].text + letter, meaning)
        else:
            found.append(Piece(letter, meaning))
    return found


def people_of(business: Business, ids: Iterable[int]) -> dict[int, Person]:
    found = business.people.listed().filter(pk__in=list(ids)).select_related("organisation")
    return {person.pk: person for person in found}
