"""What one line noted for a day: it becomes a step once somebody acts on it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.capture.deeds import deed_of
from passo.people.models import Participation, Person, Touch
from passo.steps import verbs
from passo.steps.models.step import Promise
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion

KIND = "noted"
DAYS_AHEAD = 7
EFFECTS = {
    "": _("One thing less to carry in your head."),
    "ours": _("A word that is kept is what trust is made of."),
    "theirs": _("You know where you stand."),
}


def noted_lines(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Overdue, today, and the week ahead; what they promised only once its day is past."""
    near = business.touches.filter(step_on__lte=today + timedelta(days=DAYS_AHEAD))
    if only is not None:
        near = near.filter(pk=only)
    rows = with_people(near.exclude(step="").order_by("step_on", "pk"))
    for touch in rows[:MOST]:
        if touch.promise != Promise.THEIRS or is_past(touch, today):
            yield suggestion(business, touch, today)


def with_people(touches: Any) -> Any:
    people = Participation.objects.filter(person__isnull=False).order_by("pk")
    whom = people.select_related("person__organisation")
    return touches.prefetch_related(Prefetch("participations", whom))


def is_past(touch: Touch, today: date) -> bool:
    return touch.step_on is not None and touch.step_on < today


def suggestion(business: Business, touch: Touch, today: date) -> Suggestion:
    person, verb = whom(touch), verb_of(touch)
    day = touch.step_on or today
    return Suggestion(
        key=f"{KIND}:{touch.pk}:{day:%Y%m%d}",
        kind=KIND,
        verb=verb,
        words=touch.step,
        why=why(business, touch, person),
        effect=Said(EFFECTS[touch.promise]),
        usual_minutes=verbs.MINUTES[verb],
        person=person,
        due=touch.step_on,
        due_days=(day - today).days,
        promise=touch.promise,
        about=touch.pk,
    )


def whom(touch: Touch) -> Person | None:
    people = (one.person for one in touch.participations.all())
    return next((one for one in people if one and one.is_listed), None)


def verb_of(touch: Touch) -> str:
    """What the line itself says; what they promised is for them to do, and for us to ask after."""
    if touch.promise == Promise.THEIRS:
        return verbs.ASK
    return deed_of(touch.step) or verbs.OTHER


def why(business: Business, touch: Touch, person: Any) -> Said:
    values = {"day": touch.step_on, "name": person.first_name if person else ""}
    if touch.promise == Promise.OURS:
        return Said(_("You promised it by %(day)s."), values)
    if touch.promise and person:
        return Said(_("%(name)s promised it by %(day)s."), values)
    return Said(_("You noted it for %(day)s."), values)
