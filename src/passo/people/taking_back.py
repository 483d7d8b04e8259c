"""What was done to many at once, taken back at once; whatever changed again since stays."""

import json
from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from passo.businesses.models import Business, Change, User
from passo.people.many import PERSON, TAGGING, remember_put_on, set_field, take_away
from passo.people.models import Tagging

DEEDS = ("leave_out", "take_back_in", "correct", "add", "remove")


def take_back(business: Business, first: int, last: int, *, by: User) -> int:
    """The changes of this member from one number to another; says how many came back."""
    with transaction.atomic():
        changes = business.changes.filter(
            pk__range=(first, last), by=by, kind__in=(PERSON, TAGGING), what__in=DEEDS
        )
        open_ones = list(changes.filter(undone_by=None).select_for_update(of=("self",)))
        fields = [one for one in open_ones if one.kind == PERSON and one.before and one.after]
        put_on = [one for one in open_ones if one.kind == TAGGING and one.after]
        taken = [one for one in open_ones if one.kind == TAGGING and one.before]
        return (
            fields_back(business, fields, by)
            + put_on_back(business, put_on, by)
            + taken_back(business, taken, by)
        )


def fields_back(business: Business, changes: Sequence[Change], by: User) -> int:
    alike: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        alike[json.dumps([change.before, change.after], sort_keys=True)].append(change)
    return sum(field_back(business, those, by) for those in alike.values())


def field_back(business: Business, changes: Sequence[Change], by: User) -> int:
    """All of them from the same value to the same other."""
    before, after = changes[0].before, changes[0].after
    name = next((one for one in ("is_left_out", "own_cadence_days") if one in after), "")
    if set(after) != {name}:
        return 0
    undone = {change.thing: change for change in changes}
    ids = business.people.filter(pk__in=map(int, undone), **after).values_list("pk", flat=True)
    return len(
        set_field(business, list(ids), name, before[name], what="undo", by=by, undone=undone)
    )


def put_on_back(business: Business, changes: Sequence[Change], by: User) -> int:
    undone = {change.thing: change for change in changes}
    return len(take_away(business.taggings.filter(pk__in=map(int, undone)), "undo", by, undone))


def taken_back(business: Business, changes: Sequence[Change], by: User) -> int:
    """Unless the tag or the person is gone, or has it again."""
    undone = {change.thing: change for change in changes}
    rows = [
        Tagging(
            **{f"{name}_id": one.before[name] for name in ("business", "tag", "person")},
            pk=int(one.thing),
            is_own=one.before["is_own"],
        )
        for one in changes
    ]
    tags = business.tags.in_bulk([one.tag_id for one in rows])
    people = business.people.filter(merged_into=None).in_bulk([one.person_id for one in rows])
    has_it = set(
        business.taggings.filter(person__in=people, tag__in=tags).values_list("tag", "person")
    )
    back = [
        one
        for one in rows
        if one.tag_id in tags
        and one.person_id in people
        and (one.tag_id, one.person_id) not in has_it
    ]
    for one in back:
        one.business, one.tag, one.person = business, tags[one.tag_id], people[one.person_id]
    return len(remember_put_on(Tagging.objects.bulk_create(back), "undo", by, undone))
