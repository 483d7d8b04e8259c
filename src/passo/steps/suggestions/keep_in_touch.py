"""Somebody is cooling: a few friendly words."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.strength.rhythm import SILENT, UNITS, unit_of
from passo.people.models import Participation, Person
from passo.people.models.person import Consent, Warmth
from passo.steps import verbs
from passo.steps.models import Opportunity
from passo.steps.models.opportunity import State
from passo.steps.own_firm import own_domains
from passo.steps.reading import SMALL
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, day_ends, on_clock

KIND = "cooling"
WORDS = _("Ask %(name)s how things are")
MINUTES = 4
SILENT_DAYS = 400  # years of silence are not mended by a greeting


def keep_in_touch(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Whoever became due lately comes first.

    Where the owner named a rhythm, always; else only with whom words went both ways.
    """
    now = day_ends(business, today)
    due = business.people.listed().filter(
        warmth__in=(Warmth.COOLING, Warmth.COLD), due_on__lte=today, last_touch_at__lte=now
    )
    if only is not None:
        due = due.filter(pk=only)
    is_wished = Q(own_cadence_days__isnull=False)
    is_recent = Q(last_touch_at__gt=now - timedelta(days=SILENT_DAYS))
    wanted = due.filter(is_wished | is_recent & words_of("in") & words_of("out"))
    wanted = wanted.filter(is_wished | ~Exists(not_wanted()))
    wanted = wanted.exclude(organisation__domain__in=own_domains(business))
    rows = wanted.exclude(consent=Consent.REFUSED).order_by("-due_on", "-pk")
    for person in rows.select_related("organisation")[:MOST]:
        yield suggestion(business, person, today)


def silent(person: Person, days: int) -> Said:
    """As it stands on the day that is asked for, which need not be the one it was reckoned on."""
    sentence, values = person.warmth_because or ["", {}]
    if person.own_cadence_days:
        return Said(sentence, {**values, "silence": days})
    unit = unit_of(person.cadence_days or days)
    cadence = (person.cadence_days or days) / UNITS[unit]
    return Said(SILENT[unit], {"cadence": round(cadence), "silence": round(days / UNITS[unit])})


def words_of(direction: str) -> Any:
    """Between the two of us; a mail of a third that came in with others is neither's."""
    words = Participation.objects.filter(
        person=OuterRef("pk"), direction__in=(direction, "both"), size__lte=SMALL
    )
    of_a_third = Q(direction="both", kind="mail", touch__brought_by__isnull=False)
    return Exists(words.filter(~of_a_third))


def not_wanted() -> Any:
    """Of whom was said that there is no way to go together."""
    ways = Opportunity.objects.filter(person=OuterRef("pk"), business=OuterRef("business"))
    return ways.filter(state=State.DECLINED)


def suggestion(business: Business, person: Person, today: date) -> Suggestion:
    assert person.last_touch_at  # noqa: S101 -- the question above asks for it
    last = on_clock(business, person.last_touch_at)
    name = {"name": person.first_name}
    return Suggestion(
        key=f"{KIND}:{person.pk}:{last:%Y%m%d}",
        kind=KIND,
        verb=verbs.WRITE,
        words=Said(WORDS, name),
        why=silent(person, (today - last).days),
        effect=Said(_("A few friendly words keep the tie warm.")),
        usual_minutes=MINUTES,
        person=person,
        due=person.due_on,
        due_days=(person.due_on - today).days if person.due_on else None,
    )
