"""One person once: joining two rows, and taking apart what was joined."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, Change, User
from passo.lib.refusal import Refusal
from passo.people import finding, ties
from passo.people.addresses import free_mail_domains
from passo.people.bringing_in.writing import write_again, write_new
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
MOVED: tuple[type[models.Model], ...] = (Source, Participation, ContactPoint, Position, Tagging)


def merge(
    stays: Person,
    gone: Person,
    *,
    by: User | None,
    probability: float | None = None,
    because: Iterable[Any] = (),
) -> Merge:
    """Everything of `gone` moves to `stays`; what moved is kept, so it can be taken apart."""
    business = stays.business
    refuse_what_cannot_be_joined(stays, gone)
    with transaction.atomic():
        moved = {model._meta.label_lower: move(model, gone, stays) for model in MOVED}
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
    return made


def refuse_what_cannot_be_joined(stays: Person, gone: Person) -> None:
    if stays.pk == gone.pk or stays.business_id != gone.business_id:
        raise Refusal(_("Choose two different people."))
    if stays.merged_into_id or gone.merged_into_id:
        raise Refusal(_("One of the two was joined with somebody else in the meantime."))


def move(model: type[models.Model], gone: Person, stays: Person) -> list[int]:
    """The rows that went along; one that `stays` has already is left where it is."""
    rows = model._default_manager.filter(business=gone.business, person=gone)
    if model is Position:
        rows = rows.exclude(organisation__in=stays.positions.values("organisation"))
    if model is Tagging:
        rows = rows.exclude(tag__in=stays.taggings.values("tag"))
    ids = list(rows.values_list("pk", flat=True))
    model._default_manager.filter(pk__in=ids).update(person=stays)
    return ids


def take_apart(made: Merge, *, by: User | None, remove: Callable[..., Change], what: str) -> Change:
    """What moved goes back, as far as it is still there; the two are not asked about again."""
    with transaction.atomic():
        stays, gone = made.stays, made.gone
        for model in MOVED:
            ids = made.moved.get(model._meta.label_lower, [])
            rows = model._default_manager.filter(business=made.business, person=stays)
            rows.filter(pk__in=ids).update(person=gone)
        gone.merged_into = None
        gone.save(update_fields=["merged_into"])
        change = remove(by=by, what=what)
        decide(made.business, stays, gone, "separate", by=by)
        tell_anew(made.business, [stays, gone])
    return change


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


def organisations_of(business: Business) -> Organisations:
    return Organisations(business, free_mail_domains(business), None)


def decide(business: Business, one: Person, other: Person, state: str, *, by: User | None) -> Pair:
    """Remembered for good: what is separate is never joined by itself, nor asked about again."""
    first, second = sorted((one.pk, other.pk))
    pair, _made = Pair.objects.update_or_create(
        business=business,
        one_id=first,
        other_id=second,
        defaults={"state": state, "decided_by": by, "decided_at": timezone.now()},
        create_defaults={
            "probability": 1.0,
            "state": state,
            "decided_by": by,
            "decided_at": timezone.now(),
        },
    )
    return pair
