"""A business's small offers: its library, what is under way, and what each leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median_low

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from passo.businesses.models import Business, Change, User
from passo.lib.money import Money
from passo.people.models import Person
from passo.steps.models import Offer, Opportunity, Yardstick
from passo.steps.models.offer import TAKEN, State

ENOUGH = 3  # offers, to speak of what is usual
MOST_SHOWN, MOST_EARLIER = 200, 40
NEWS = timedelta(days=14)
USUAL_DAYS = timedelta(days=14)  # that an offer is valid, unless the owner says otherwise
COPIED = ("promise", "scope", "currency", "price_cents", "cost_cents", "hours")


@dataclass(frozen=True, slots=True)
class Profit:
    """What is left of the price. Without a price for the owner's hour, before that hour."""

    left: Money
    hours: Decimal
    counts_hours: bool
    an_hour: Money | None

    @property
    def is_loss(self) -> bool:
        return self.left.cents < 0


def profit(offer: Offer, hour_cents: int | None) -> Profit:
    hours = offer.hours if offer.hours_taken is None else offer.hours_taken
    before = offer.price - offer.cost
    an_hour = Money(whole(before.cents / hours), offer.currency) if hours else None
    own = whole(hours * hour_cents) if hour_cents is not None else 0
    left = Money(before.cents - own, offer.currency)
    return Profit(left, hours, hour_cents is not None, an_hour)


def whole(cents: Decimal) -> int:
    return int(cents.quantize(Decimal(1), ROUND_HALF_UP))


def yardstick_of(business: Business) -> Yardstick | None:
    return Yardstick.objects.filter(business=business).first()


def hour_cents(business: Business) -> int | None:
    found = yardstick_of(business)
    return found.hour_cents if found else None


def measure(
    business: Business, *, hour_cents: int | None, job_cents: int | None, by: User
) -> Change | None:
    """The first time it is written down, later it is changed; both can be undone."""
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
            last_sent=Max("sent_as__sent_at"),
        )
        .order_by("-times_sent", "-pk")[:MOST_SHOWN]
    )


def under_way(business: Business) -> QuerySet[Offer]:
    """Not over yet: to be sent, to be answered, to be delivered, to be asked what it was worth."""
    unasked = Q(state=State.DELIVERED, value_words="")
    open_ones = Q(state__in=(State.DRAFT, State.SENT, State.ACCEPTED)) | unasked
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
    """Who stands where a small offer is the next stone, whoever moved last first."""
    ready = business.opportunities.walking().filter(stage__in=(3, 7), person__is_listed=True)
    rows = ready.select_related("person__organisation").order_by("stage", "-moved_at")[:count]
    return list({one.person_id: one.person for one in rows}.values())


def with_profits(offers: Iterable[Offer], hour_cents: int | None) -> list[tuple[Offer, Profit]]:
    return [(offer, profit(offer, hour_cents)) for offer in offers]
