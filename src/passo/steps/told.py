"""Steps, promises and replies in plain values, for scripts: each with what shows it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from passo.businesses.models import Business
from passo.people.models import Touch
from passo.steps import suggesting
from passo.steps.drafts import touches_told
from passo.steps.suggestions import noted, reply, to_do
from passo.steps.suggestions.suggestion import Suggestion

Plain = dict[str, Any]


def steps(business: Business, today: date) -> list[Plain]:
    """What was noted and what is suggested, the nearest to due first."""
    found = suggesting.suggestions(business, today)
    found.sort(key=lambda one: (one.due is None, one.due or today, one.key))
    return plain(business, found)


def promises(business: Business, today: date) -> list[Plain]:
    """All that is open, ours and theirs, also what rests."""
    found = [*owed(business, today), *noted_promises(business, today)]
    found.sort(key=lambda one: (one.due is None, one.due or today, one.key))
    return plain(business, suggesting.with_numbers(business, found, today))


def replies(business: Business, today: date) -> list[Plain]:
    """Who waits for an answer, the surest first."""
    found = suggesting.without_acted_upon(business, list(reply.replies(business, today)), today)
    found = suggesting.with_numbers(business, found, today)
    found.sort(key=lambda one: (-one.certainty, -(one.waiting_days or 0)))
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
    touches = touches_told(business, (one.about for one in found if one.about))
    return [told(one, touches.get(one.about or 0)) for one in found]


def told(one: Suggestion, touch: Touch | None) -> Plain:
    person, step = one.person, one.step
    return {
        "key": one.key,
        "kind": one.kind,
        "step": step.pk if step else None,
        "person": {"id": person.pk, "name": person.name} if person else None,
        "person_id": person.pk if person else None,
        "person_name": person.name if person else "",
        "opportunity": one.opportunity.pk if one.opportunity else None,
        "stage": one.stage or None,
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
        "source": source_of(touch),
    }


def source_of(touch: Touch | None) -> Plain | None:
    """The touch that is its evidence, by the name its own source gives it, and what brought it."""
    if touch is None:
        return None
    return {
        "touch": touch.pk,
        "kind": touch.kind,
        "at": touch.at,
        "outer_id": touch.outer_id or None,
        "import": touch.brought_by.name if touch.brought_by else None,
    }
