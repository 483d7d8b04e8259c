"""Somebody new, typed in one line; and who is there already under the same address or number."""

from django.db import transaction

from passo.businesses.models import Business, Change, User
from passo.engine.names import name_parts
from passo.people.belonging import firm_named
from passo.people.models import ContactPoint, Person

Way = tuple[str, str, str]  # kind, value, as written


def add(
    business: Business, name: str, *, way: Way | None, organisation: str, by: User
) -> tuple[Person, Change | None]:
    """The person, and the change that takes it all back."""
    parts = name_parts(name)
    given = parts.given if parts.given or parts.family else name
    firm = ["organisation"] if organisation else []
    with transaction.atomic():
        person = Person.add(
            by=by,
            business=business,
            name=name,
            given=given[:100],
            family=parts.family[:100],
            organisation=firm_named(business, organisation, by=by),
            kept=["name", "given", "family", *firm],
        )
        if way:
            kind, value, said = way
            ContactPoint.add(
                by=by,
                business=business,
                person=person,
                kind=kind,
                value=value,
                said=said,
                is_own=True,
            )
            person.index()
    return person, business.changes.of(person._meta.label_lower, str(person.pk)).first()


def there_already(business: Business, way: Way | None) -> list[Person]:
    """Whoever has the same mail address or number, also those left out."""
    if way is None:
        return []
    points = business.contact_points.filter(kind=way[0], value=way[1], person__merged_into=None)
    people = business.people.filter(pk__in=points.values("person")).select_related("organisation")
    return list(people.order_by("-strength", "pk")[:5])
