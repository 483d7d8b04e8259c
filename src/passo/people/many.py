"""One deed for many people: a few statements for all, one change of history for each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from passo.businesses.models import Business, Change, User
from passo.lib.refusal import Refusal
from passo.lib.search import fold
from passo.people import finding, ties
from passo.people.models import Person, Tag, Tagging

BATCH = 500
TAG_LETTERS = Tag._meta.get_field("name").max_length
DIGITS = 4  # of the most days between two touches
PERSON, TAGGING = Person._meta.label_lower, Tagging._meta.label_lower
Undone = dict[str, Change]  # by the number of what is put back


class Done(NamedTuple):
    """How many it changed, and from which to which number the changes run."""

    people: int = 0
    first: int = 0
    last: int = 0

    def and_(self, changes: Sequence[Change]) -> "Done":
        numbers = [change.pk for change in changes]
        first = self.first or min(numbers, default=0)
        return Done(self.people + len(changes), first, max(numbers, default=self.last))


def do(business: Business, deed: str, ids: Sequence[int], value: str, *, by: User) -> Done:
    """In batches, each a short transaction of its own; whom it has changed already it passes by."""
    if deed not in DEEDS:
        raise Refusal(_("Please choose what to do."))
    prepared = DEEDS[deed](business, value)
    done = Done()
    for start in range(0, len(ids), BATCH):
        with transaction.atomic():
            done = done.and_(prepared(ids[start : start + BATCH], by))
    return done


Prepared = Callable[[Sequence[int], User], list[Change]]


def leaving_out(business: Business, _value: str) -> Prepared:
    return lambda ids, by: set_field(
        business, ids, "is_left_out", value=True, what="leave_out", by=by
    )


def taking_back_in(business: Business, _value: str) -> Prepared:
    return lambda ids, by: set_field(
        business, ids, "is_left_out", value=False, what="take_back_in", by=by
    )


def keeping_in_touch(business: Business, value: str) -> Prepared:
    days = int(value) if value.isdecimal() and len(value) <= DIGITS else 0
    wish = days or None
    return lambda ids, by: set_field(business, ids, "own_cadence_days", wish, what="correct", by=by)


def putting_on(business: Business, value: str) -> Prepared:
    key = fold(value)[:TAG_LETTERS]
    if not key:
        raise Refusal(_("Please write the tag to put on."))
    named = {"name": value.strip()[:TAG_LETTERS]}
    tag, _made = Tag.objects.get_or_create(business=business, key=key, defaults=named)
    return lambda ids, by: put_on(tag, ids, by)


def taking_away(business: Business, value: str) -> Prepared:
    tag = business.tags.filter(key=fold(value)[:TAG_LETTERS]).first()
    if tag is None:
        raise Refusal(_("There is no tag of that name."))
    return lambda ids, by: take_away(tag.taggings.filter(person__in=ids), "remove", by)


DEEDS: dict[str, Callable[[Business, str], Prepared]] = {
    "leave_out": leaving_out,
    "take_back_in": taking_back_in,
    "keep_in_touch": keeping_in_touch,
    "put_tag": putting_on,
    "take_tag": taking_away,
}


def set_field(
    business: Business,
    ids: Iterable[int],
    name: str,
    value: Any,
    *,
    what: str,
    by: User,
    undone: Undone | None = None,
) -> list[Change]:
    """Who has the value already is passed by."""
    people = business.people.filter(pk__in=ids, merged_into=None).exclude(**{name: value})
    before = list(people.values_list("pk", "name", name))
    changes = [
        change_of(business, by, what, PERSON, pk, called, {name: old}, {name: value}, undone)
        for pk, called, old in before
    ]
    changed = [pk for pk, _called, _old in before]
    values = {name: value}
    if name == "is_left_out":
        values["is_listed"] = not value
    business.people.filter(pk__in=changed).update(**values)
    if name == "is_left_out":
        finding.index_people(business, changed)
    else:
        ties.refresh(business, changed)
    return Change.objects.bulk_create(changes)


def put_on(tag: Tag, ids: Iterable[int], by: User) -> list[Change]:
    has_it = tag.taggings.filter(person__in=ids).values("person")
    people = tag.business.people.filter(pk__in=ids, merged_into=None).exclude(pk__in=has_it)
    new = [Tagging(business=tag.business, tag=tag, person=person) for person in people]
    return remember_put_on(Tagging.objects.bulk_create(new), "add", by, None)


def remember_put_on(
    made: Iterable[Tagging], what: str, by: User, undone: Undone | None
) -> list[Change]:
    return Change.objects.bulk_create(
        change_of(one.business, by, what, TAGGING, one.pk, str(one), {}, one.snapshot(), undone)
        for one in made
    )


def take_away(taggings: Any, what: str, by: User, undone: Undone | None = None) -> list[Change]:
    rows = list(taggings.select_related("tag", "person", "business"))
    kept = Tagging.what_may_be_kept()
    changes = [
        change_of(one.business, by, what, TAGGING, one.pk, str(one), one.snapshot(kept), {}, undone)
        for one in rows
    ]
    Tagging.objects.filter(pk__in=[one.pk for one in rows]).delete()
    return Change.objects.bulk_create(changes)


def change_of(  # noqa: PLR0917 -- a row of the table
    business: Business,
    by: User,
    what: str,
    kind: str,
    pk: int,
    called: str,
    before: dict[str, Any],
    after: dict[str, Any],
    undone: Undone | None,
) -> Change:
    return Change(
        business=business,
        by=by,
        by_name=by.name,
        what=what,
        kind=kind,
        thing=str(pk),
        thing_name=called[:200],
        before=before,
        after=after,
        undoes=(undone or {}).get(str(pk)),
    )
