"""An import is taken back, but others met its people: each keeps the addresses of those meetings.

A mail from somebody who was known already left no record of its own: their card said who they
are. With the card gone the mail must say it, else the next one would make a second person.
"""

from collections.abc import Collection, Iterator

from django.db.models import Min

from passo.people.bringing_in.writing import NAMES
from passo.people.cards import PlainCard, checksum, digest_of
from passo.people.models import Import, Person, Source, Touch


def keep_addresses(besides: Import, ids: Collection[int]) -> None:
    """Each address becomes a record of the import that met it first."""
    Source.objects.bulk_create(records_of(besides, ids), ignore_conflicts=True)


def records_of(besides: Import, ids: Collection[int]) -> Iterator[Source]:
    business = besides.business
    parts = business.participations.filter(person__in=ids, touch__brought_by__isnull=False)
    elsewhere = parts.exclude(touch__brought_by=besides).exclude(address="")
    firsts = elsewhere.values_list("person", "address").annotate(Min("touch")).order_by()
    met = [(person, address, touch) for person, address, touch in firsts if person]
    people = business.people.in_bulk({person for person, _address, _touch in met})
    touches = business.touches.in_bulk({touch for _person, _address, touch in met})
    for person, address, touch in met:
        yield record_of(people[person], address, touches[touch])


def record_of(person: Person, address: str, touch: Touch) -> Source:
    card: PlainCard = {"mails": [[address, address, ""]], "from_mail": True}
    card |= {name: said for name in NAMES if (said := getattr(person, name))}
    return Source(
        business_id=person.business_id,
        brought_by_id=touch.brought_by_id or 0,
        person=person,
        key=checksum("mail", address),
        digest=digest_of(card),
        outer_id=touch.outer_id,
        card=card,
    )
