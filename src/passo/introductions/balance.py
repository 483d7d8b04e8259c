"""What was given and what received: with each person, in the firm over time, and thanks owed."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, F, IntegerField, Sum, When
from django.db.models.functions import ExtractQuarter, ExtractYear

from passo.businesses.models import Business
from passo.introductions.models.contribution import Contributions
from passo.people.models import Person
from passo.people.models.person import Consent

QUARTERS = 8
SHOWN = 5


class Balance(NamedTuple):
    """By size (small 1, medium 3, large 9); above nought where more was given than received."""

    given: int = 0
    received: int = 0

    @property
    def difference(self) -> int:
        return self.given - self.received

    def plus(self, weight: int, *, is_given: bool) -> "Balance":
        if is_given:
            return Balance(self.given + weight, self.received)
        return Balance(self.given, self.received + weight)


class Quarter(NamedTuple):
    year: int
    number: int
    balance: Balance = Balance()


def balances(business: Business, people: Iterable[int]) -> dict[int, Balance]:
    """Of each of these, in one question; nought and nought where nothing is known."""
    wanted = list(people)
    rows = business.contributions.filter(person__in=wanted).order_by()
    found = dict.fromkeys(wanted, Balance())
    for person, is_given, weight in rows.values_list("person", "is_given").annotate(Sum("size")):
        found[person] = found[person].plus(weight, is_given=is_given)
    return found


def balance(person: Person) -> Balance:
    return balances(person.business, [person.pk])[person.pk]


def of_firm(business: Business) -> Balance:
    sums = business.contributions.order_by().values_list("is_given").annotate(Sum("size"))
    weights = dict(sums)
    return Balance(weights.get(True, 0), weights.get(False, 0))


def quarters(business: Business, today: date) -> list[Quarter]:
    """The last eight, up to that of today; those before the first are left out."""
    wanted = last_quarters(today)
    first = date(wanted[0][0], 3 * wanted[0][1] - 2, 1)
    lately: Any = business.contributions.filter(on__gte=first, on__lte=today).order_by()
    rows = lately.annotate(year=ExtractYear("on"), quarter=ExtractQuarter("on"))
    found: dict[tuple[int, int], Balance] = {}
    for year, number, is_given, weight in rows.values_list("year", "quarter", "is_given").annotate(
        Sum("size")
    ):
        so_far = found.get((year, number), Balance())
        found[year, number] = so_far.plus(weight, is_given=is_given)
    begun = [one for one in wanted if found and one >= min(found)]
    return [Quarter(*one, found.get(one, Balance())) for one in begun]


def last_quarters(today: date) -> list[tuple[int, int]]:
    """Years and numbers, the earliest first."""
    now = today.year * 4 + (today.month - 1) // 3
    return [(one // 4, one % 4 + 1) for one in range(now - QUARTERS + 1, now + 1)]


def gave_most(business: Business) -> list[tuple[Person, Balance]]:
    """From whom more was received than given, the furthest first; a few."""
    signed = Case(
        When(is_given=True, then=-F("size")), default=F("size"), output_field=IntegerField()
    )
    rows = business.contributions.filter(person__is_listed=True).order_by()
    sums = rows.values("person").annotate(ahead=Sum(signed)).filter(ahead__gt=0)
    ids = list(sums.order_by("-ahead", "person").values_list("person", flat=True)[:SHOWN])
    people, known = business.people.in_bulk(ids), balances(business, ids)
    return [(people[pk], known[pk]) for pk in ids]


def owed(business: Business, today: date) -> Contributions:
    """What was received and not thanked for, the oldest first; nothing of whoever asked to be left
    alone, or is left out.
    """
    rows = business.contributions.unthanked().filter(on__lte=today, person__is_listed=True)
    rows = rows.exclude(person__consent=Consent.REFUSED)
    return with_people(rows).order_by("on", "pk")


def with_people(rows: Contributions) -> Contributions:
    """And whoever was met by it, for its words; not their notes."""
    ends = ("person", "introduction__target", "introduction__other")
    unshown = [f"{end}__{name}" for end in ends for name in ("note", "strength_because")]
    return rows.select_related("business", *ends).defer(*unshown)
