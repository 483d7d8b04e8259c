"""Steps as days in a calendar: what has a day, for whoever is to do it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.readers.ical_writing import write_calendar
from passo.readers.records import Appointment
from passo.steps.models import Step
from passo.steps.models.step import State

MOST = 500


def calendar_of(business: Business, user: User) -> Iterator[str]:
    """The lines of the file: what is open, has a day and is theirs to do."""
    steps = business.steps.meant_for(user).filter(state=State.OPEN, on__isnull=False)
    found = steps.select_related("person").order_by("on", "pk")[:MOST]
    days = (day_of(number, step) for number, step in enumerate(found, 1))
    return write_calendar(days, name=_("Steps of %s") % business.name)


def day_of(number: int, step: Step) -> Appointment:
    """The whole day: a step has no hour. Put off, it stands at the day it rests until."""
    on = max(filter(None, (step.on, step.rests_until)))
    return Appointment(
        line=number,
        uid=f"step-{step.pk}@passo.{step.business_id}",
        starts_at=datetime.combine(on, time(), UTC),
        is_all_day=True,
        title=f"{step.words} ({step.person.name})" if step.person else step.words,
        note=told(step),
        is_free=True,
    )


def told(step: Step) -> str:
    minutes = _("%(n)s min") % {"n": step.minutes}
    return "\n".join(filter(None, [minutes, step.get_promise_display(), step.because]))
