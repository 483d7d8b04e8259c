"""Where a person works, as the owner says it."""

from django.db import transaction

from passo.businesses.models import Business, User
from passo.people.models import Organisation, Person, Position
from passo.people.organisation_names import organisation_key


def firm_named(business: Business, name: str, *, by: User | None) -> Organisation | None:
    """The one that is known under this name in any spelling, or a new one."""
    key = organisation_key(name) if name else ""
    if not key:
        return None
    known = business.organisations.filter(key=key).first()
    return known or Organisation.add(by=by, business=business, name=name, key=key)


def settle(person: Person) -> None:
    """What the owner said of a person's firm stands among the firm's people too."""
    with transaction.atomic():
        own = person.positions.filter(is_own=True)
        own.exclude(organisation=person.organisation_id).delete()
        if person.organisation_id and "organisation" in person.kept:
            Position.objects.get_or_create(
                business=person.business,
                person=person,
                organisation_id=person.organisation_id,
                defaults={"is_own": True},
            )
