"""Who does not want to be asked again: keyed marks, in which nobody reads whom or what.

A way is a broker and whom they would bring; a pair are two whom we would bring together.
"""

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from passo.businesses.models import Business
from passo.introductions.models import Ask, Introduction, Refused

Way = tuple[int | None, int]


def mark_of(business: Business, kind: str, value: str) -> str:
    """Keyed with a secret that is not in the database."""
    mark = salted_hmac(f"passo.introductions.{business.pk}", f"{kind}:{value}", algorithm="sha256")
    return str(mark.hexdigest())


def again(ask: Ask) -> str:
    """What whoever is asked refuses: a broker this way, whoever is to be met every way."""
    made = ask.introduction
    if ask.role == Ask.Role.BROKER:
        return of_way(made.business, made.broker_id, made.target_id)
    if ask.role == Ask.Role.TARGET:
        return of_way(made.business, None, made.target_id)
    return of_pair(made.business, made.target_id, made.other_id or 0)


def of_way(business: Business, broker: int | None, target: int) -> str:
    return mark_of(business, "way", f"{broker or ''}>{target}")


def of_pair(business: Business, one: int, other: int) -> str:
    return mark_of(business, "pair", "+".join(map(str, sorted((one, other)))))


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


def refused_ways(business: Business, ways: Iterable[Way]) -> set[Way]:
    """Of these brokers and whom they would bring, those not to be asked again. One question."""
    marks = {way: {of_way(business, *way), of_way(business, None, way[1])} for way in ways}
    wanted = [mark for those in marks.values() for mark in those]
    put_ = set(business.refused.filter(mark__in=wanted).values_list("mark", flat=True))
    return {way for way, those in marks.items() if those & put_}


def refused_pairs(business: Business, pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    marks = {pair: of_pair(business, *pair) for pair in pairs}
    wanted = list(marks.values())
    known = set(business.refused.filter(mark__in=wanted).values_list("mark", flat=True))
    return {pair for pair, mark in marks.items() if mark in known}


def forget(introduction: Introduction) -> None:
    """That they answered need not be known any more."""
    take(introduction.business, *(is_silent(ask) for ask in introduction.asks.all()))
