"""Ways to reach somebody, and tags, as the owner types them; each can be taken back."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from passo.businesses.models import Change, User
from passo.lib.refusal import Refusal
from passo.lib.search import fold
from passo.people.models import ContactPoint, Organisation, Person, Tag, Tagging


def add_way(
    whose: Person | Organisation, values: dict[str, Any], *, by: User | None
) -> ContactPoint:
    known = whose.contact_points.filter(kind=values["kind"], value=values["value"]).first()
    if known is not None:
        raise Refusal(_("This is there already: %s") % known)
    owner: dict[str, Any] = {whose._meta.model_name or "": whose}
    return ContactPoint.add(by=by, business=whose.business, **owner, **values)


def change_way(point: ContactPoint, values: dict[str, Any], *, by: User | None) -> Change | None:
    """What a source wrote is put aside for good, so that no import brings it back."""
    with transaction.atomic():
        before = (point.kind, point.value)
        change = point.change(by=by, what="correct", **values)
        if before != (point.kind, point.value):
            put_aside(point, *before)
    return change


def remove_way(point: ContactPoint, *, by: User | None) -> Change:
    with transaction.atomic():
        put_aside(point, point.kind, point.value)
        return point.remove(by=by)


def put_aside(point: ContactPoint, kind: str, value: str) -> None:
    """Telling a person anew from their sources skips what is marked so (`kept`)."""
    person = point.person
    if person is not None:
        person.kept = sorted({*person.kept, put_aside_as(kind, value)})
        person.save(update_fields=["kept"])


def put_aside_as(kind: str, value: str) -> str:
    return f"-{kind}:{value}"


def tag(person: Person, name: str, *, by: User | None) -> Change | None:
    """One tag for Fair and fair."""
    business, key = person.business, fold(name)[:60]
    if not key:
        raise Refusal(_("Please write a word."))
    with transaction.atomic():
        one, _made = Tag.objects.get_or_create(business=business, key=key, defaults={"name": name})
        if person.taggings.filter(tag=one).exists():
            return None
        made = Tagging.add(by=by, business=business, tag=one, person=person)
        return last_change(made)


def last_change(thing: ContactPoint | Tagging) -> Change | None:
    return thing.business.changes.of(thing._meta.label_lower, str(thing.pk)).first()
