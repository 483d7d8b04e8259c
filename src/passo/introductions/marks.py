"""Who does not want to be asked again: keyed marks, in which nobody reads whom or what.

A way is a broker and whom they would bring; a pair are two whom we would bring together. What was
asked rests for a year and until the next one begins, whatever was answered; a mark counts from
then on. Before, whatever the owner does, nothing is different where somebody said no.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.crypto import salted_hmac

from passo.businesses.models import Business
from passo.introductions.models import Ask, Introduction, Refused

Way = tuple[int | None, int]
YEAR = timedelta(days=365)
FIRST_YEAR = 2027  # no mark counts before


def mark_of(business: Business, kind: str, value: str) -> str:
    """Keyed with a secret that is not in the database."""
    mark = salted_hmac(f"passo.introductions.{business.pk}", f"{kind}:{value}", algorithm="sha256")
    return str(mark.hexdigest())


def resting_since(today: date) -> date:
    """What would have rested from this day on is not asked again yet."""
    return date(today.year, 1, 1) - YEAR


def counts_from(rests_on: date) -> int:
    return (rests_on + YEAR).year + 1


def again(ask: Ask) -> str:
    """What whoever is asked refuses: a broker this way, whoever is to be met every way."""
    made = ask.introduction
    assert made.rests_on  # noqa: S101 -- whoever is asked has a day
    year = counts_from(made.rests_on)
    if ask.role == Ask.Role.BROKER:
        return of_way(made.business, made.broker_id, made.target_id, year)
    if ask.role == Ask.Role.TARGET:
        return of_way(made.business, None, made.target_id, year)
    return of_pair(made.business, made.target_id, made.other_id or 0, year)


def of_way(business: Business, broker: int | None, target: int, year: int) -> str:
    return mark_of(business, "way", f"{broker or ''}>{target}@{year}")


def of_pair(business: Business, one: int, other: int, year: int) -> str:
    return mark_of(business, "pair", f"{min(one, other)}+{max(one, other)}@{year}")


def years(today: date) -> range:
    return range(FIRST_YEAR, today.year + 1)


def is_silent(ask: Ask) -> str:
    """They have answered: no reminder goes to them. It lies here until the introduction rests."""
    return mark_of(ask.business, "answered", str(ask.pk))


def put(business: Business, *marks: str) -> None:
    rows = [Refused(business=business, mark=mark) for mark in marks]
    business.refused.bulk_create(rows, ignore_conflicts=True)


def take(business: Business, *marks: str) -> None:
    business.refused.filter(mark__in=marks).delete()


def is_put(business: Business, mark: str) -> bool:
    return business.refused.filter(mark=mark).exists()


def refused_ways(business: Business, ways: Iterable[Way], today: date) -> set[Way]:
    """Of these brokers and whom they would bring, those not to be asked again. One question."""
    marks = {way: set(that_close(business, way, today)) for way in ways}
    wanted = [mark for those in marks.values() for mark in those]
    there = set(business.refused.filter(mark__in=wanted).values_list("mark", flat=True))
    return {way for way, those in marks.items() if those & there}


def that_close(business: Business, way: Way, today: date) -> Iterator[str]:
    for year in years(today):
        yield of_way(business, *way, year)
        yield of_way(business, None, way[1], year)


def refused_pairs(
    business: Business, pairs: Iterable[tuple[int, int]], today: date
) -> set[tuple[int, int]]:
    marks = {of_pair(business, *pair, year): pair for pair in pairs for year in years(today)}
    known = business.refused.filter(mark__in=list(marks)).values_list("mark", flat=True)
    return {marks[mark] for mark in known}


def forget(introduction: Introduction) -> None:
    """That they answered need not be known any more."""
    take(introduction.business, *(is_silent(ask) for ask in introduction.asks.all()))
