"""Somebody is cooling: a few friendly words."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.people.models import Person
from passo.people.models.person import Consent, Warmth
from passo.steps import verbs
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, on_clock

KIND = "cooling"
WORDS = _("Ask %(name)s how things are")
MINUTES = 4


def keep_in_touch(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Whoever became due lately comes first; years of silence are not mended by a greeting."""
    due = business.people.listed().filter(
        warmth__in=(Warmth.COOLING, Warmth.COLD), due_on__lte=today, last_touch_at__isnull=False
    )
    if only is not None:
        due = due.filter(pk=only)
    rows = due.exclude(consent=Consent.REFUSED).order_by("-due_on", "-pk")
    for person in rows.select_related("organisation")[:MOST]:
        yield suggestion(business, person, today)


def suggestion(business: Business, person: Person, today: date) -> Suggestion:
    assert person.last_touch_at  # noqa: S101 -- the question above asks for it
    because = person.warmth_because or ["", {}]
    name = {"name": person.first_name}
    return Suggestion(
        key=f"{KIND}:{person.pk}:{on_clock(business, person.last_touch_at):%Y%m%d}",
        kind=KIND,
        verb=verbs.WRITE,
        words=Said(WORDS, name),
        why=Said(because[0], because[1]),
        effect=Said(_("A few friendly words keep the tie warm.")),
        usual_minutes=MINUTES,
        person=person,
        due=person.due_on,
        due_days=(person.due_on - today).days if person.due_on else None,
    )
