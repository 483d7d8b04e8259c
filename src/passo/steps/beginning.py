"""An opportunity that the owner begins by hand; what has passed already is read at once."""

from django.db import transaction

from passo.businesses.models import Change, User
from passo.people.models import Person
from passo.steps import reading
from passo.steps.models import Opportunity


def stage_shown(person: Person) -> int:
    """How far what passed shows them; the first stage where it shows nothing."""
    found = reading.found_for(person.business, [person.pk]).get(person.pk, [])
    return max((one.stage for one in found), default=1)


def begin(
    person: Person, *, purpose: str, stage: int, by: User | None
) -> tuple[Opportunity, Change | None]:
    """What lies below the stage at which it begins was before, and is not called skipped."""
    business = person.business
    with transaction.atomic():
        walk = Opportunity.add(
            by=by,
            business=business,
            person=person,
            organisation_id=person.organisation_id,
            purpose=purpose,
            stage=stage,
            began=stage,
        )
        reading.read_again(business, [walk])
    return walk, business.changes.of(walk._meta.label_lower, str(walk.pk)).first()
