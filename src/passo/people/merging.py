"""One person once: joining two rows, and taking apart what was joined."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, Change, User
from passo.lib.refusal import Refusal
from passo.people import finding, going_along, hanging, ties
from passo.people.addresses import free_mail_domains
from passo.people.bringing_in.writing import write_again, write_new
from passo.people.hanging import Hook
from passo.people.joined import whoever_is
from passo.people.models import (
    ContactPoint,
    Merge,
    Pair,
    Participation,
    Person,
    Position,
    Source,
    Tagging,
)
from passo.people.organisations import Organisations

# What hangs on a person and goes along. Positions and tags may be there on both sides already.
MOVED = tuple(map(Hook, (Source, Participation, ContactPoint, Position, Tagging)))
BATCH = 500


def in_order(one: Person, other: Person) -> tuple[Person, Person]:
    """Who stays and who goes along: who has more records and touches; in doubt who came first."""
    known = [(person.sources.count() + person.touch_count, -person.pk) for person in (one, other)]
    return (one, other) if known[0] > known[1] else (other, one)


def merge(
    stays: Person,
    gone: Person,
    *,
    by: User | None,
    probability: float | None = None,
    because: Iterable[Any] = (),
    chosen: Mapping[str, Any] = MappingProxyType({}),
) -> Merge:
    """Everything of `gone` moves to `stays`; what moved is kept, so it can be taken apart.

    `chosen` are values that somebody picked where the two differ.
    """
    business = stays.business
    refuse_what_cannot_be_joined(stays, gone)
    with transaction.atomic():
        drop_doubles(stays, gone)
        moved = {hook.key: move(hook, gone, stays) for hook in (*MOVED, *hanging.hung())}
        moved |= go_along(stays, gone)
        gone.merged_into = stays
        gone.save(update_fields=["merged_into"])
        gone.unindex()
        made = Merge.add(
            by=by,
            business=business,
            stays=stays,
            gone=gone,
            probability=probability,
            because=list(because),
            moved=moved,
        )
        decide(business, stays, gone, "same", by=by)
        tell_anew(business, [stays])
        stays.refresh_from_db()
        made.moved["chosen"] = going_along.keep_chosen(stays, chosen)
        made.save(update_fields=["moved"])
    return made


def go_along(stays: Person, gone: Person) -> dict[str, Any]:
    """What is not simply moved, and how it was before."""
    asked = going_along.with_others(stays, stays).get(gone.pk)
    return {
        "said": going_along.take_said(stays, gone),
        "pairs": going_along.take_pairs(stays, gone),
        "declared": going_along.take_declared(stays, gone),
        "lists": hanging.follow(stays, gone),
        "asked": asked.state if asked else "",
    }


def refuse_what_cannot_be_joined(stays: Person, gone: Person) -> None:
    if stays.pk == gone.pk or stays.business_id != gone.business_id:
        raise Refusal(_("Choose two different people."))
    if stays.merged_into_id or gone.merged_into_id:
        raise Refusal(_("One of the two was joined with somebody else in the meantime."))


def drop_doubles(stays: Person, gone: Person) -> None:
    """One number once. Of two rows the one goes that a record tells again, should they part."""
    mine = {(point.kind, point.value): point for point in stays.contact_points.all()}
    for point in gone.contact_points.all():
        twin = mine.get((point.kind, point.value))
        if twin and not (twin.is_own and point.is_own):
            (twin if point.is_own else point).delete()


def move(hook: Hook, gone: Person, stays: Person) -> list[int]:
    """The rows that went along; one that `stays` has already is left where it is."""
    ids = list(hanging.may_move(hook, gone, stays).values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        some = hook.model._default_manager.filter(pk__in=ids[start : start + BATCH])
        some.update(**{hook.name: stays})
    return ids


def take_apart(made: Merge, *, by: User | None, remove: Callable[..., Change], what: str) -> Change:
    """What moved goes back, as far as it is still there, from whoever has it by now.

    Taken apart, the two are two for good; undone at once, they are asked about again.
    """
    with transaction.atomic():
        stays, gone = made.stays, made.gone
        holder = whoever_is(stays)
        for hook in (*MOVED, *hanging.hung()):
            move_back(hook, made.moved.get(hook.key, []), holder, gone)
        give_back(made, stays, gone)
        gone.merged_into = None
        gone.save(update_fields=["merged_into"])
        change = remove(by=by, what=what)
        was = made.moved.get("asked", "") if what == "undo" else "separate"
        reopen(stays, gone, was, by=by)
        tell_anew(made.business, [holder, gone])
    return change


def move_back(hook: Hook, ids: list[int], holder: Person, gone: Person) -> None:
    rows = hook.rows(gone.business, [holder])
    for start in range(0, len(ids), BATCH):
        rows.filter(pk__in=ids[start : start + BATCH]).update(**{hook.name: gone})


def give_back(made: Merge, stays: Person, gone: Person) -> None:
    for note in ("chosen", "said"):
        going_along.give_back_said(stays, made.moved.get(note, {}))
    going_along.give_back_pairs(stays, made.moved.get("pairs", {}))
    going_along.give_back_declared(stays, gone, made.moved.get("declared", {}))
    hanging.give_back(stays.business, made.moved.get("lists", {}))


def reopen(stays: Person, gone: Person, state: str, *, by: User | None) -> None:
    """As it was before they were joined; where nobody had asked, nobody asks."""
    if state:
        decide(stays.business, stays, gone, state, by=by if state == "separate" else None)
    else:
        pairs_of(stays, gone).delete()


def pairs_of(one: Person, other: Person) -> "QuerySet[Pair]":
    """The one row of these two, if there is one."""
    return going_along.pairs_of(one).filter(Q(one=other) | Q(other=other))


def take_out(source: Source, *, by: User) -> Person:
    """This record is somebody else: they become a person of their own, with what is theirs."""
    before = source.person
    if before is None or before.sources.count() < 2:  # noqa: PLR2004 -- one alone is the person
        raise Refusal(_("There is nothing else this person is made of."))
    business = source.business
    with transaction.atomic():
        (made,) = write_new(business, organisations_of(business), [[source.card]])
        person = business.people.get(pk=made)
        Source.objects.filter(pk=source.pk).update(person=person)
        theirs = addresses_of(source) - shared_with_others(before, source)
        parts = Participation.objects.filter(business=business, person=before)
        parts.filter(address__in=theirs).update(person=person)
        person._remember(by, "take_out", before={}, after=person.snapshot())
        decide(business, before, person, "separate", by=by)
        tell_anew(business, [before, person])
    return person


def addresses_of(source: Source) -> set[str]:
    return {mail[0] for mail in source.card.get("mails", ())}


def shared_with_others(person: Person, source: Source) -> set[str]:
    others = person.sources.exclude(pk=source.pk)
    return {address for other in others for address in addresses_of(other)}


def tell_anew(business: Business, people: list[Person]) -> None:
    ids = [person.pk for person in people]
    write_again(business, organisations_of(business), ids)
    finding.index_people(business, ids)
    ties.refresh(business, ids)
    hanging.look_again(business, ids)


def organisations_of(business: Business) -> Organisations:
    return Organisations(business, free_mail_domains(business), None)


def decide(business: Business, one: Person, other: Person, state: str, *, by: User | None) -> Pair:
    """Remembered for good: what is separate is never joined by itself, nor asked about again."""
    first, second = sorted((one.pk, other.pk))
    is_open = state == "waiting"
    said = {
        "state": state,
        "decided_by": None if is_open else by,
        "decided_at": None if is_open else timezone.now(),
    }
    pair, _made = Pair.objects.update_or_create(
        business=business,
        one_id=first,
        other_id=second,
        defaults=said,
        create_defaults={"probability": 1.0, **said},
    )
    return pair
