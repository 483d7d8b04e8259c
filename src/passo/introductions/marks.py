"""What is remembered of whoever is asked and has not said yes: keyed marks, until it rests.

Nobody reads in them whom they are about, and how many there are is told nowhere. They serve the
one reminder alone; once the introduction rests, nothing is left of a no or a not now.
"""

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from passo.businesses.models import Business
from passo.introductions.models import Ask, Introduction, Refused


def mark_of(business: Business, kind: str, value: str) -> str:
    """Keyed with a secret that is not in the database."""
    mark = salted_hmac(f"passo.introductions.{business.pk}", f"{kind}:{value}", algorithm="sha256")
    return str(mark.hexdigest())


def answered(ask: Ask) -> str:
    """They have said no or not now: no reminder goes to them."""
    return mark_of(ask.business, "answered", str(ask.pk))


def owed(ask: Ask) -> str:
    """Their reminder did not leave, and is to be tried again. Nothing else may tell of it: whoever
    said no gets none, so what stands beside the ask has to be alike for both.
    """
    return mark_of(ask.business, "owed", str(ask.pk))


def put(business: Business, mark: str) -> None:
    business.refused.bulk_create([Refused(business=business, mark=mark)], ignore_conflicts=True)


def take(business: Business, *marks: str) -> int:
    """How many there were: of two who take the same one, one has it."""
    return business.refused.filter(mark__in=marks).delete()[0]


def is_put(business: Business, mark: str) -> bool:
    return business.refused.filter(mark=mark).exists()


def those_owed(business: Business, asks: Iterable[Ask]) -> list[Ask]:
    """Of these asks, whose reminder is still to leave. One question."""
    marks = {owed(ask): ask for ask in asks}
    found = business.refused.filter(mark__in=list(marks)).order_by("pk")
    return [marks[mark] for mark in found.values_list("mark", flat=True)]


def forget(introduction: Introduction) -> None:
    """That they answered need not be known any more."""
    asks = introduction.asks.select_related("business")
    take(introduction.business, *(mark for ask in asks for mark in (answered(ask), owed(ask))))
