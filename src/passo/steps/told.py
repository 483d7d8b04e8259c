"""Steps, promises and replies in plain values, for scripts: each with what shows it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from passo.businesses.models import Business
from passo.people.models import Touch
from passo.steps import climbing, suggesting
from passo.steps.models import Evidence, Opportunity
from passo.steps.suggestions import (
    brought,
    in_mail,
    introducing,
    keep_in_touch,
    noted,
    small_offers,
    thank,
    to_do,
)
from passo.steps.suggestions.suggestion import Suggestion

Plain = dict[str, Any]
OFFER, INTRODUCTION, CONTRIBUTION = "offer", "introduction", "contribution"
# What a suggestion is made of, where that is no touch: by the first word of its key the row is
# its subject, by the word and the mark it is named behind the mark.
BY_SUBJECT = {
    **dict.fromkeys(small_offers.WORDS, OFFER),
    **dict.fromkeys(introducing.WORDS, INTRODUCTION),
}
BY_MARK = {
    (thank.KIND, thank.INTRODUCTION): CONTRIBUTION,
    (thank.KIND, thank.GIFT): CONTRIBUTION,
    (thank.KIND, "o"): OFFER,
    (brought.GREET, "i"): INTRODUCTION,
}


def steps(business: Business, today: date) -> list[Plain]:
    """What has a day first, the nearest first; then what may be done any day."""
    found = suggesting.suggestions(business, today)
    found.sort(key=lambda one: (not has_day(one), one.due if one.due and has_day(one) else today))
    return plain(business, found)


def has_day(one: Suggestion) -> bool:
    """Somebody said it; the day on which somebody cools is only reckoned."""
    return one.due is not None and one.kind != keep_in_touch.KIND


def promises(business: Business, today: date) -> list[Plain]:
    """All that is open, ours and theirs, also what rests, and what was promised in mails."""
    in_mails = (one for one in in_mail.all_open(business, today) if one.promise)
    found = [
        *owed(business, today),
        *noted_promises(business, today),
        *suggesting.without_acted_upon(business, list(in_mails), today),
    ]
    found.sort(key=lambda one: (one.due is None, one.due or today, one.key))
    return plain(business, suggesting.with_numbers(business, found, today))


def replies(business: Business, today: date) -> list[Plain]:
    """Who waits for an answer: who complains first, then the surest."""
    waiting = [one for one in in_mail.owed(business, today) if not one.promise]
    waiting += brought.brought(business, today)
    found = suggesting.without_acted_upon(business, waiting, today)
    found = suggesting.with_numbers(business, found, today)
    found.sort(
        key=lambda one: (one.kind != in_mail.COMPLAINT, -one.certainty, -(one.waiting_days or 0))
    )
    return plain(business, found)


def owed(business: Business, today: date) -> Iterator[Suggestion]:
    rows = business.steps.owed().exclude(person__is_listed=False)
    for step in rows.select_related("person__organisation", "opportunity", "handed_to"):
        yield to_do.to_be_done(business, step, today)


def noted_promises(business: Business, today: date) -> Iterator[Suggestion]:
    lines = business.touches.exclude(promise="").exclude(step="")
    for touch in noted.with_people(lines.filter(step_on__isnull=False)):
        yield noted.suggestion(business, touch, today)


def plain(business: Business, found: Sequence[Suggestion]) -> list[Plain]:
    """Where neither a touch nor another row shows it, the last touch of the person does.

    The stage is that of the way with them, also where what is owed is about something else.
    """
    ways = ways_with(business, found)
    shown = climbing.shown_by({way.pk: way for way in ways if way}.values())
    people = {one.person.pk for one in found if one.person and not (one.about or row_of(one))}
    last = last_touches(business, people)
    shows = [one.about or last.get(one.person.pk if one.person else 0) or 0 for one in found]
    touches = business.touches.select_related("brought_by").in_bulk(sorted(set(shows)))
    return [
        told(one, touches.get(touch), way, shown[way.pk] if way else ())
        for one, touch, way in zip(found, shows, ways, strict=True)
    ]


def ways_with(business: Business, found: Sequence[Suggestion]) -> list[Opportunity | None]:
    """What each is about; else the furthest that is walked with whom it is with."""
    people = {one.person.pk for one in found if one.person and not one.opportunity}
    rows = business.opportunities.walking().filter(person__in=people).order_by("stage", "-pk")
    of_people = {row.person_id: row for row in rows}
    return [one.opportunity or of_people.get(one.person.pk if one.person else 0) for one in found]


def last_touches(business: Business, people: Iterable[int]) -> dict[int, int | None]:
    parts = business.participations.filter(person=OuterRef("pk")).order_by("-at", "-pk")
    rows = business.people.filter(pk__in=list(people))
    return dict(rows.values_list("pk", Subquery(parts.values("touch")[:1])))


def told(
    one: Suggestion,
    touch: Touch | None,
    way: Opportunity | None = None,
    evidence: Iterable[Evidence] = (),
) -> Plain:
    person, step = one.person, one.step
    skipped = climbing.skipped(way, evidence) if way else []
    return {
        "key": one.key,
        "kind": one.kind,
        "step": step.pk if step else None,
        "person": {"id": person.pk, "name": person.name} if person else None,
        "person_id": person.pk if person else None,
        "person_name": person.name if person else "",
        "opportunity": way.pk if way else None,
        "stage": way.stage if way else one.stage or None,
        "stage_name": way.where.name if way else None,
        "skipped": [stage.name for stage in skipped],
        "verb": one.verb,
        "words": str(one.words),
        "minutes": one.minutes,
        "due": one.due,
        "promise": one.promise or None,
        "reason": str(one.why),
        "effect": str(one.effect),
        "certainty": one.certainty,
        "waiting_days": one.waiting_days,
        "rests_until": step.rests_until if step else None,
        "handed_to": step.handed_to.name if step and step.handed_to else None,
        "source": source_of(one, touch),
    }


def source_of(one: Suggestion, touch: Touch | None) -> Plain | None:
    """The touch that is its evidence, by the name its own source gives it, and what brought it;
    else the row that is.
    """
    if touch is None:
        row = row_of(one)
        return {**NO_TOUCH, "kind": row[0], "id": row[1]} if row else None
    return {
        "touch": touch.pk,
        "kind": touch.kind,
        "id": touch.pk,
        "at": touch.at,
        "date": timezone.localtime(touch.at).date(),
        "quote": one.quote or None,
        "outer_id": touch.outer_id or None,
        "import": touch.brought_by.name if touch.brought_by else None,
    }


NO_TOUCH: Plain = dict.fromkeys(
    ("touch", "kind", "id", "at", "date", "quote", "outer_id", "import")
)


def row_of(one: Suggestion) -> tuple[str, int] | None:
    """An offer, an introduction, a contribution; of a step by hand, the step itself."""
    key = one.step.made_of if one.step else one.key
    word, _, rest = key.partition(":")
    subject, _, mark = rest.partition(":")
    if word in BY_SUBJECT and subject.isdecimal():
        return BY_SUBJECT[word], int(subject)
    kind = BY_MARK.get((word, mark[:1]))
    if kind and mark[1:].isdecimal():
        return kind, int(mark[1:])
    return ("step", one.step.pk) if one.step and not key else None
