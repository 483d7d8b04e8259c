"""What areas above hang on people. It is found by the models' own relations, so that people need
not know who stands above them; each such model calls its person `person`.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from django.db import models
from django.db.models import Q

from passo.businesses.models import Business
from passo.people.models import Person


@cache
def hung() -> tuple[type[models.Model], ...]:
    relations = (one for one in Person._meta.related_objects if one.field.name == "person")
    here = Person._meta.app_label
    return tuple(
        one.related_model for one in relations if one.related_model._meta.app_label != here
    )


def worked_on(business: Business, people: Sequence[int]) -> Iterator[int]:
    """On whom something hangs that somebody did; what Passo proposed by itself has no history."""
    for model in hung():
        rows = model._default_manager.filter(business=business, person__in=people)
        whose = {str(pk): person for pk, person in rows.values_list("pk", "person")}
        changes = business.changes.filter(kind=model._meta.label_lower, thing__in=list(whose))
        yield from {whose[thing] for thing in changes.values_list("thing", flat=True)}


def changes_of(business: Business, people: Sequence[int]) -> Q:
    """The history of what hangs, or hung, on these people: a row that went tells on whom it did."""
    about = Q(pk__in=())
    for model in hung():
        kind = model._meta.label_lower
        gone = business.changes.filter(kind=kind, before__person__in=people)
        rows = model._default_manager.filter(business=business, person__in=people)
        things = {
            *gone.values_list("thing", flat=True),
            *map(str, rows.values_list("pk", flat=True)),
        }
        about |= Q(kind=kind, thing__in=things)
    return about
