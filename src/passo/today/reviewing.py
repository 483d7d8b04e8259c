"""The week in ten minutes: what moved, what rests, one bet, one thank-you."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import stages, verbs
from passo.steps.models import Opportunity, Step
from passo.steps.models.opportunity import STUCK
from passo.steps.models.step import State
from passo.steps.suggestions import thank
from passo.steps.suggestions.suggestion import Suggestion
from passo.today.models import FRIDAY, Review

WEEK = timedelta(days=7)
SHOWN = 5
DUE_AGAIN = timedelta(days=6)
MINUTES = 10


@dataclass(frozen=True)
class Moved:
    opportunity: Opportunity
    before: stages.Stage
    after: stages.Stage


@dataclass(frozen=True)
class Week:
    """What one looks at; everything is found, nothing is asked for."""

    first: date
    last: date
    moved: list[Moved]
    done: list[Step]
    done_count: int
    minutes: int
    new_people: int
    rests: list[Opportunity]
    bet: str
    bet_with: Opportunity | None
    thanks: list[Suggestion]
    warmest: Person | None


def week_of(business: Business, today: date) -> Week:
    first = today - WEEK + timedelta(days=1)
    since, until = moment(business, first), moment(business, today + timedelta(days=1))
    done = business.steps.filter(state=State.DONE, done_at__gte=since, done_at__lt=until)
    taken = done.aggregate(taken=Sum("minutes_taken"))["taken"]
    next_up = promising(business)
    return Week(
        first=first,
        last=today,
        moved=moved(business, since, until),
        done=list(done.select_related("person").order_by("-done_at", "-pk")[:SHOWN]),
        done_count=done.count(),
        minutes=taken or 0,
        new_people=business.people.listed().filter(added_at__gte=since, added_at__lt=until).count(),
        rests=still(business, until),
        bet=bet_with(next_up),
        bet_with=next_up,
        thanks=list(thank.thanks(business, today))[:SHOWN],
        warmest=helpful(business, since),
    )


def moment(business: Business, day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(business.time_zone))


def moved(business: Business, since: datetime, until: datetime) -> list[Moved]:
    climbs = business.climbs.filter(at__gte=since, at__lt=until)
    rows = climbs.select_related("opportunity__person").order_by("-after", "-at")
    return [
        Moved(one.opportunity, stages.stage_of(one.before), stages.stage_of(one.after))
        for one in rows[:SHOWN]
    ]


def still(business: Business, until: datetime) -> list[Opportunity]:
    """The highest first: there is most to lose. A client has arrived, and stands nowhere still."""
    on_the_way = business.opportunities.walking().filter(stage__lt=stages.Rung.CLIENT)
    waiting = on_the_way.filter(moved_at__lt=until - STUCK)
    return list(waiting.select_related("person").order_by("-stage", "moved_at")[:SHOWN])


def promising(business: Business) -> Opportunity | None:
    """The closest person who is not a client yet: there a small try says most."""
    walking = business.opportunities.walking().filter(stage__lt=stages.Rung.CLIENT)
    return walking.select_related("person").order_by("-person__strength", "pk").first()


def bet_with(opportunity: Opportunity | None) -> str:
    if opportunity is None:
        return ""
    return str(opportunity.leads_from.step) % {"name": opportunity.person.name}


def helpful(business: Business, since: datetime) -> Person | None:
    """Whoever was closest of those who came to you this week."""
    came = business.participations.filter(at__gte=since, direction__in=("in", "both"))
    people = business.people.listed().filter(pk__in=came.values("person"))
    return people.order_by("-strength", "pk").first()


def is_due(business: Business, user: User, today: date) -> bool:
    """Towards the end of a week in which something was there to look at."""
    if not business.opportunities.walking().exists():
        return False
    last = business.reviews.filter(user=user).order_by("-on").first()
    return last is None or today - last.on >= DUE_AGAIN


def is_the_day(business: Business, user: User, today: date) -> bool:
    """The one they chose for it, while this week is not looked at."""
    return chosen_day(business, user) == today.weekday() and is_due(business, user, today)


def chosen_day(business: Business, user: User) -> int | None:
    """Friday, until they choose; None for whoever wants no word of it."""
    digest = business.digests.filter(user=user).first()
    return digest.review_on if digest else FRIDAY


def keep(
    business: Business, user: User, today: date, *, bet: str, thanks: str, whom: Person | None
) -> list[Step]:
    """What one wants to try, and whom to thank, become steps; the week is looked at."""
    wishes = [
        (bet.strip(), verbs.OTHER, None, today + WEEK, _("Your bet of the week.")),
        (thanks.strip(), verbs.THANK, whom, today, _("You chose it in your weekly review.")),
    ]
    with transaction.atomic():
        Review.objects.update_or_create(business=business, user=user, on=today)
        return [
            Step.add(
                by=user,
                business=business,
                words=words[:300],
                verb=verb,
                person=person,
                on=day,
                because=why,
                minutes=verbs.MINUTES[verb],
                added_by=user,
            )
            for words, verb, person, day, why in wishes
            if words
        ]
