"""Nobody has spoken with them yet: a warm way in where there is one, and else a first message."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.introductions.models.introduction import State as Introduced
from passo.introductions.nearest import nearest
from passo.people.models import Person
from passo.steps import stages, verbs
from passo.steps.models.step import Reason, State
from passo.steps.suggestions import next_rung
from passo.steps.suggestions.introducing import NOT_THROUGH_FRIENDS
from passo.steps.suggestions.suggestion import Said, Suggestion, day_ends

WARM = "warm"
MOST_UNMET = 500
MOST = 40  # for whom somebody is looked for
ASKED_DAYS = 30  # whoever was asked by hand and brought nobody
NO_LONGER = (Introduced.RESTS, Introduced.WITHDRAWN)


def ways_in(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Of all together, for nobody is asked for two at once."""
    unmet = without_introductions(
        business, [one for one in walking(business) if next_rung.is_first(one)]
    )
    acted = acted_upon(business, today) if unmet else []
    tried = {way for way, _broker, is_over in acted if not is_over}
    looked_at = [one for one in unmet[:MOST] if one.pk not in tried]
    found = through_whom(business, looked_at, acted, today) if looked_at else {}
    for one in unmet:
        if only is not None and one.pk != only:
            continue
        if one.pk in found:
            yield warm(one, found[one.pk])
        elif one.is_researched and one.pk not in tried:
            yield next_rung.rung(business, one)


def rungs(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Whatever leads on with a relationship, met or unmet."""
    yield from next_rung.next_rung(business, today, only)
    yield from ways_in(business, today, only)


def walking(business: Business) -> Any:
    """They are few: who they are is asked before all that is shown of them."""
    first = {"stage": stages.Rung.INTRODUCTION.value, "person__touch_count": 0}
    unmet = business.opportunities.walking().filter(**first).order_by("-moved_at", "-pk")
    numbers = list(unmet.values_list("pk", flat=True)[:MOST_UNMET])
    return next_rung.walking(business, None, pk__in=numbers, **first) if numbers else ()


def without_introductions(business: Business, unmet: Sequence[Any]) -> list[Any]:
    """While one is on its way nothing else is tried; whoever was introduced is no stranger."""
    people = [one.person_id for one in unmet]
    on_the_way = business.introductions.sought().filter(target__in=people) if people else None
    if on_the_way is None:
        return []
    targets = set(on_the_way.exclude(state__in=NO_LONGER).values_list("target", flat=True))
    return [one for one in unmet if one.person_id not in targets]


def acted_upon(business: Business, today: date) -> list[tuple[int, int, bool]]:
    """What became of ways that were suggested: whose, through whom, and whether that is over and
    another may be tried. Read by its index: all keys of this kind stand together.
    """
    rows = business.steps.filter(made_of__gte=f"{WARM}:", made_of__lt=f"{WARM};")
    asked_until = day_ends(business, today - timedelta(days=ASKED_DAYS))
    found = []
    for step in rows.only("made_of", "state", "reason", "rests_until", "done_at"):
        way, broker = map(int, step.made_of.split(":")[1:])
        if step.reason == Reason.NOT_NOW and step.rests_until and step.rests_until <= today:
            continue
        is_refused = step.state == State.DROPPED and step.reason != Reason.NOT_NOW
        is_old = step.done_at is not None and step.done_at <= asked_until
        found.append((way, broker, is_refused or is_old))
    return found


def through_whom(
    business: Business, unmet: Sequence[Any], acted: Collection[tuple[int, int, bool]], today: date
) -> dict[int, Person]:
    """By opportunity."""
    target_of = {one.pk: one.person_id for one in unmet}
    besides = {(broker, target_of[way]) for way, broker, _over in acted if way in target_of}
    near = nearest(business, set(target_of.values()), today, besides=besides)
    brokers = business.people.select_related("organisation").in_bulk(sorted(near.values()))
    return {way: brokers[near[target]] for way, target in target_of.items() if target in near}


def warm(one: Any, broker: Person) -> Suggestion:
    """It is theirs to open; what it is for stays the way with whom we want to meet."""
    values = {"name": broker.first_name, "other": one.person.first_name}
    return Suggestion(
        key=f"{WARM}:{one.pk}:{broker.pk}",
        kind=WARM,
        verb=verbs.ASK,
        words=Said(_("Ask %(name)s for an introduction to %(other)s"), values),
        why=Said(_("You know %(name)s, and %(name)s knows %(other)s."), values),
        effect=Said(NOT_THROUGH_FRIENDS),
        usual_minutes=verbs.MINUTES[verbs.ASK],
        **{**next_rung.belongs_to(one), "person": broker},
    )
