"""What areas above hang on people. It is found by the models' own relations, so that people need
not know who stands above them. A row may hang on several people, each by a field of its own; one
that keeps numbers of people in a list names that list in `lists_people`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from passo.businesses.models import Business
from passo.people.models import Person

Note = dict[str, Any]


class Hook(NamedTuple):
    """The field by which rows of a model hang on a person."""

    model: type[models.Model]
    name: str = "person"

    @property
    def kind(self) -> str:
        return self.model._meta.label_lower

    @property
    def key(self) -> str:
        return self.kind if self.name == "person" else f"{self.kind}.{self.name}"

    def rows(self, business: Business, people: Iterable[Any]) -> "models.QuerySet[Any]":
        there = self.model._default_manager.filter(business=business)
        return there.filter(**{f"{self.name}__in": people})

    @property
    def beside(self) -> list[str]:
        """The other fields by which the same rows hang on people."""
        return [one.name for one in hung() if one.model is self.model and one.name != self.name]


@cache
def hung() -> tuple[Hook, ...]:
    """What is made again from somebody, as the meaning of a text, does not move."""
    here = Person._meta.app_label
    return tuple(
        Hook(one.related_model, one.field.name)
        for one in Person._meta.related_objects
        if one.related_model._meta.app_label != here
        and not getattr(one.related_model, "is_made_again", False)
    )


@cache
def lists() -> tuple[Hook, ...]:
    return tuple(
        Hook(model, name)
        for model in apps.get_models()
        for name in getattr(model, "lists_people", ())
    )


def listing(
    hook: Hook, business: Business, people: Iterable[int]
) -> Iterator[tuple[Any, list[int]]]:
    """The rows in whose list one of these stands. Few have a list at all."""
    wanted = set(people)
    rows = hook.model._default_manager.filter(business=business).exclude(**{hook.name: []})
    for row in rows.iterator():
        if wanted.intersection(getattr(row, hook.name)):
            yield row, getattr(row, hook.name)


def may_move(hook: Hook, gone: Person, stays: Person) -> "models.QuerySet[Any]":
    """What can go along: neither a row that `stays` has already, nor one that would name one
    person twice.
    """
    rows = hook.rows(gone.business, [gone])
    for name in hook.beside:
        rows = rows.exclude(**{name: stays})
    for rule in hook.model._meta.constraints:
        if isinstance(rule, models.UniqueConstraint) and hook.name in rule.fields:
            others = {name: OuterRef(name) for name in rule.fields if name != hook.name}
            rows = rows.filter(~Exists(hook.rows(gone.business, [stays]).filter(**others)))
    return rows


def follow(stays: Person, gone: Person) -> Note:
    """Lists name who stays, and nobody twice; how they were is kept."""
    note: Note = {}
    for hook in lists():
        for row, before in listing(hook, stays.business, [stays.pk, gone.pk]):
            named = [stays.pk if one == gone.pk else one for one in before]
            ends = {getattr(row, f"{one.name}_id") for one in ends_of(hook)}
            after = [one for one in dict.fromkeys(named) if one not in ends]
            if after != before:
                put(hook, row.pk, after)
                note.setdefault(hook.key, {})[str(row.pk)] = [before, after]
    return note


def ends_of(hook: Hook) -> list[Hook]:
    return [one for one in hung() if one.model is hook.model]


def put(hook: Hook, pk: int, people: list[int]) -> None:
    hook.model._default_manager.filter(pk=pk).update(**{hook.name: people})


def give_back(business: Business, note: Note) -> None:
    """As far as nothing has changed in them since."""
    for hook in lists():
        for pk, (before, after) in note.get(hook.key, {}).items():
            row = hook.model._default_manager.filter(business=business, pk=pk).first()
            if row is not None and getattr(row, hook.name) == after:
                put(hook, row.pk, before)


def leave(business: Business, people: Sequence[int]) -> None:
    """Whoever is erased stands in no list any more."""
    for hook in lists():
        for row, before in listing(hook, business, people):
            put(hook, row.pk, [one for one in before if one not in people])


def look_again(business: Business, people: Collection[int]) -> None:
    """Who somebody is, or what hangs on them, has changed: a model that draws conclusions from it
    names a way to draw them anew.
    """
    for model in dict.fromkeys(hook.model for hook in hung()):
        again: Callable[[Business, Collection[int]], None] | None
        again = getattr(model, "look_again_at", None)
        if again:
            again(business, people)


def worked_on(business: Business, people: Sequence[int]) -> Iterator[int]:
    """On whom something hangs that somebody did; what Passo proposed by itself has no history."""
    for hook in hung():
        rows = hook.rows(business, people)
        whose = {str(pk): person for pk, person in rows.values_list("pk", hook.name)}
        changes = business.changes.filter(kind=hook.kind, thing__in=list(whose))
        yield from {whose[thing] for thing in changes.values_list("thing", flat=True)}
    for hook in lists():
        for _row, named in listing(hook, business, people):
            yield from set(named).intersection(people)


def changes_of(business: Business, people: Sequence[int]) -> Q:
    """The history of what hangs, or hung, on these people: a row that went tells on whom it did."""
    about = Q(pk__in=())
    for hook in hung():
        gone = business.changes.filter(kind=hook.kind, **{f"before__{hook.name}__in": people})
        rows = hook.rows(business, people)
        things = {
            *gone.values_list("thing", flat=True),
            *map(str, rows.values_list("pk", flat=True)),
        }
        about |= Q(kind=hook.kind, thing__in=things)
    for hook in lists():
        about |= Q(kind=hook.kind, thing__in=list(removed(hook, business, people)))
    return about


def removed(hook: Hook, business: Business, people: Sequence[int]) -> Iterator[str]:
    """Rows that went with one of these in their list: only their history still has them."""
    gone = business.changes.filter(kind=hook.kind, after={})
    for thing, before in gone.values_list("thing", "before").iterator():
        if set(before.get(hook.name, ())).intersection(people):
            yield thing
