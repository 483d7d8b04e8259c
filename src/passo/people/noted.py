"""What was noted for a day: steps that a line told of, until the ladder carries them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch

from passo.businesses.models import Business
from passo.people.models import Participation, Person, Touch

DAYS_AHEAD = 7
MOST = 5


@dataclass(frozen=True)
class Noted:
    touch: Touch
    people: list[Person]
    is_overdue: bool


def noted_for(business: Business, today: date) -> list[Noted]:
    """Overdue, today and the week ahead, the most urgent first."""
    near = business.touches.filter(step_on__lte=today + timedelta(days=DAYS_AHEAD)).exclude(step="")
    people = Participation.objects.select_related("person").filter(person__isnull=False)
    rows = near.order_by("step_on", "pk").prefetch_related(
        Prefetch("participations", queryset=people.order_by("pk"))
    )
    return [noted(touch, today) for touch in rows[:MOST]]


def noted(touch: Touch, today: date) -> Noted:
    people = [one.person for one in touch.participations.all() if one.person]
    return Noted(touch, people, bool(touch.step_on and touch.step_on < today))
