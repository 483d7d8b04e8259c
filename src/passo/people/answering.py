"""Who answers for whom: colleagues in a small firm, and the address that a firm's people share."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from passo.businesses.models import Business
from passo.people.models import ContactPoint, Person

SMALL_FIRM = 20  # people; in a larger one nobody answers for somebody they may never have met


@dataclass(frozen=True, slots=True)
class Firms:
    """The firm of each who was asked about; whose firm a colleague or an address speaks for."""

    of: dict[int, int]
    colleagues: dict[int, int]
    addresses: dict[str, int]

    def behind(self, person: int | None, address: str) -> int | None:
        return self.addresses.get(address) if person is None else self.colleagues.get(person)


def firms_of(business: Business, people: Sequence[int]) -> Firms:
    """Three questions, for however many people.

    The firms are of this business already; named again, it tempts SQLite to read all its rows.
    """
    theirs = business.people.filter(pk__in=people, organisation__isnull=False)
    firms = dict(theirs.values_list("pk", "organisation"))
    listed = Person.objects.filter(is_listed=True, organisation__in=set(firms.values()))
    counted = listed.order_by().values("organisation").annotate(people=Count("pk"))
    small = counted.filter(people__lte=SMALL_FIRM).values("organisation")
    colleagues = Person.objects.filter(organisation__in=small)
    shared = ContactPoint.objects.filter(kind="mail", organisation__in=set(firms.values()))
    return Firms(
        of={person: firm for person, firm in firms.items() if firm},
        colleagues={pk: firm for pk, firm in colleagues.values_list("pk", "organisation") if firm},
        addresses={one: firm for one, firm in shared.values_list("value", "organisation") if firm},
    )
