"""A business's small offers: its library, what is under way, and what each leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median_low
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from passo.businesses.models import Business, Change, User
from passo.lib.dates import format_number
from passo.lib.db.one_writer import one_writer
from passo.lib.money import Money
from passo.people.models import Person
from passo.people.models.person import Consent
from passo.steps import verbs
from passo.steps.models import Offer, Opportunity, Yardstick
from passo.steps.models.offer import TAKEN, State
from passo.steps.stages import STAGES
from passo.steps.suggestions.suggestion import on_clock

ENOUGH = 3  # offers, to speak of what is usual
MOST_SHOWN, MOST_EARLIER = 200, 40
NEWS = timedelta(days=14)
USUAL_DAYS = timedelta(days=14)  # that an offer is valid, unless the owner says otherwise
ASK_ANSWER, AGREE, ASK_WORTH = timedelta(days=3), timedelta(days=1), timedelta(days=7)
OPEN = (State.DRAFT, State.SENT, State.ACCEPTED)
OFFERED_AT = [stage.rung.value for stage in STAGES if stage.verb == verbs.OFFER]
COPIED = ("promise", "scope", "currency", "price_cents", "cost_cents", "hours")


@dataclass(frozen=True, slots=True)
class Profit:
    """What is left of the price. Without a price for the owner's hour, before that hour."""

    left: Money
    hours: Decimal
    counts_hours: bool
    an_hour: Money | None

    @property
    def hours_said(self) -> str:
        return format_number(self.hours.normalize())

    @property
    def is_loss(self) -> bool:
        return self.left.cents < 0


def profit(offer: Offer, hour_cents: int | None) -> Profit:
    hours = offer.hours if offer.hours_taken is None else offer.hours_taken
    before = offer.price - offer.cost
    an_hour = in_round_figures(before, hours) if hours else None
    own = whole(hours * hour_cents) if hour_cents is not None else 0
    left = Money(before.cents - own, offer.currency)
    return Profit(left, hours, hour_cents is not None, an_hour)


def in_round_figures(money: Money, hours: Decimal) -> Money:
    """For each hour, without cents."""
    units = whole(money.amount / hours)
    return Money(units * 10**money.digits, money.currency)


def whole(cents: Decimal) -> int:
    return int(cents.quantize(Decimal(1), ROUND_HALF_UP))


def yardstick_of(business: Business) -> Yardstick | None:
    return Yardstick.objects.filter(business=business).first()


def hour_cents(business: Business) -> int | None:
    found = yardstick_of(business)
    return found.hour_cents if found else None


@transaction.atomic
def measure(
    business: Business, *, hour_cents: int | None, job_cents: int | None, by: User
) -> Change | None:
    """The first time it is written down, later it is changed; both can be undone."""
    one_writer("yardstick of", business.pk)
    found = yardstick_of(business) or Yardstick.add(by=by, business=business)
    return found.change(by=by, what="correct", hour_cents=hour_cents, job_cents=job_cents)


def usual_job(business: Business) -> Money | None:
    found = yardstick_of(business)
    if found is None or found.job_cents is None:
        return None
    return Money(found.job_cents, business.currency)


def usual_offer(business: Business) -> Money | None:
    """The one in the middle of those that were taken."""
    taken = business.offers.filter(state__in=TAKEN, currency=business.currency)
    prices = list(taken.order_by("-pk").values_list("price_cents", flat=True)[:MOST_SHOWN])
    return Money(median_low(prices), business.currency) if len(prices) >= ENOUGH else None


def library(business: Business) -> QuerySet[Offer]:
    """Most often sent first, each with what became of it."""
    sent = ~Q(sent_as__state=State.DRAFT) & Q(sent_as__isnull=False)
    return (
        business.offers.library()
        .annotate(
            times_sent=Count("sent_as", filter=sent),
            times_taken=Count("sent_as", filter=Q(sent_as__state__in=TAKEN)),
        )
        .order_by("-times_sent", "-pk")[:MOST_SHOWN]
    )


def under_way(business: Business) -> QuerySet[Offer]:
    """Not over yet: to be sent, to be answered, to be delivered, to be asked what it was worth."""
    unasked = Q(state=State.DELIVERED, value_words="")
    open_ones = Q(state__in=OPEN) | unasked
    return newest_first(business.offers.to_people().filter(open_ones))[:MOST_SHOWN]


def earlier(business: Business) -> QuerySet[Offer]:
    valued = Q(state=State.DELIVERED) & ~Q(value_words="")
    over = Q(state__in=(State.DECLINED, State.WITHDRAWN)) | valued
    return newest_first(business.offers.to_people().filter(over))[:MOST_EARLIER]


def newest_first(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    when = Coalesce(F("answered_at"), F("sent_at"), F("added_at"))
    return offers.select_related("person", "business").order_by(when.desc(), "-pk")


def answered_lately(business: Business) -> QuerySet[Offer]:
    """A yes that waits for its day."""
    since = timezone.now() - NEWS
    found = business.offers.filter(state=State.ACCEPTED, answered_at__gt=since)
    return found.select_related("person").order_by("-answered_at")[:3]


def write_for(
    offer: Offer, person: Person, *, by: User, opportunity: Opportunity | None = None
) -> Offer:
    """One of the library, for somebody: a copy, valid for two weeks unless it said otherwise."""
    today = timezone.localdate()
    until = offer.valid_until
    return Offer.add(
        by=by,
        business=offer.business,
        person=person,
        opportunity=opportunity,
        made_from=offer if offer.person_id is None else offer.made_from,
        valid_until=until if until and until >= today else today + USUAL_DAYS,
        language=offer.language,
        **{name: getattr(offer, name) for name in COPIED},
    )


def whom_to_ask(business: Business, count: int) -> list[Person]:
    """Who stands where a small offer is the next stone, and has none; who moved last first."""
    has_one = business.offers.filter(person=OuterRef("person"), state__in=OPEN)
    ready = business.opportunities.walking().filter(
        ~Exists(has_one), stage__in=OFFERED_AT, person__is_listed=True
    )
    rows = ready.select_related("person__organisation").order_by("stage", "-moved_at")[:count]
    return list({one.person_id: one.person for one in rows}.values())


def with_profits(offers: Iterable[Offer], hour_cents: int | None) -> list[tuple[Offer, Profit]]:
    return [(offer, profit(offer, hour_cents)) for offer in offers]


class Waiting(NamedTuple):
    """A small thing to do about an offer: `answered`, `agree` or `worth`, and since when."""

    kind: str
    offer: Offer
    since: date
    due: date
    waits: int | None  # days that the client waits for us


def suggestions(business: Business, today: date, *, only: int | None = None) -> Iterator[Waiting]:
    """Ask for an answer three days after sending, for a day after a yes, for its worth in a week.

    `only` is one offer. Of what was sent, what has ended is not asked about.
    """
    known = business.offers.filter(person__is_listed=True)
    known = known.exclude(person__consent=Consent.REFUSED)
    if only is not None:
        known = known.filter(pk=only)
    unasked = Q(state=State.DELIVERED, value_words="", delivered_on__lte=today - ASK_WORTH)
    found = known.filter(Q(state__in=(State.SENT, State.ACCEPTED)) | unasked)
    rows = found.select_related("person__organisation", "opportunity").order_by("-pk")
    for offer in rows[:MOST_SHOWN]:
        yield from waiting(offer, business, today)


def waiting(offer: Offer, business: Business, today: date) -> Iterator[Waiting]:
    if offer.state == State.SENT and offer.sent_at and not offer.has_ended(today):
        sent = on_clock(business, offer.sent_at)
        if sent + ASK_ANSWER <= today:
            yield Waiting("answered", offer, sent, sent + ASK_ANSWER, None)
    elif offer.state == State.ACCEPTED and offer.answered_at:
        said = on_clock(business, offer.answered_at)
        if said <= today:
            yield Waiting("agree", offer, said, said + AGREE, (today - said).days)
    elif offer.delivered_on:
        given = offer.delivered_on
        yield Waiting("worth", offer, given, given + ASK_WORTH, None)
