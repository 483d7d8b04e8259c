"""Small makers of who knows whom."""

from datetime import UTC, datetime

from passo.businesses.models import Business
from passo.people.models import Person, Tie
from tests.people_world import make_person

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def known(business: Business, name: str, strength: float = 0.0, **values: object) -> Person:
    """Somebody to whom one is as close as that."""
    person = make_person(business, name, **values)
    because = ["%(n)s mails, the last %(days)s days ago", {"n": 12, "days": 20}]
    business.people.filter(pk=person.pk).update(strength=strength, strength_because=because)
    person.refresh_from_db()
    return person


def knows(one: Person, other: Person, strength: float = 0.6, kind: str = "meeting") -> Tie:
    first, second = sorted((one, other), key=lambda person: person.pk)
    return Tie.objects.create(
        business=one.business,
        one=first,
        other=second,
        strength=strength,
        kind=kind,
        evidence=4,
        last_at=NOW,
    )
