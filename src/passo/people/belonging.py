"""Where people work, as the owner says it."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.lib.search import matching
from passo.people.models import ContactPoint, Organisation, Person, Position
from passo.people.organisation_names import organisation_key

MOST = 200
MOST_PEOPLE = 5_000  # of one firm


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


def closest_at(firm: Organisation) -> list[int]:
    """Who is there by the owner's word or by a source's, the closest first, as numbers.

    From the firm on: beginning at everybody, the database walks through all of them.
    """
    by_source = firm.positions.filter(person__is_listed=True)
    found = dict(by_source.values_list("person", "person__strength")[:MOST_PEOPLE])
    found |= dict(firm.people.listed().values_list("pk", "strength")[:MOST_PEOPLE])
    return sorted(found, key=lambda pk: (-found[pk], -pk))


def join(stays: Organisation, gone: Organisation, *, by: User | None) -> None:
    """Two rows of one firm: everybody and everything of the other is at this one from now on.

    That each person is here is the owner's word, so it stands above what cards go on writing.
    """
    if stays.pk == gone.pk:
        raise Refusal(_("Choose two different organisations."))
    with transaction.atomic():
        for person in gone.people.all():
            person.correct(by=by, organisation=stays.pk)
        here = stays.positions.values("person")
        gone.positions.exclude(person__in=here).update(organisation=stays)
        ways = set(stays.contact_points.values_list("kind", "value"))
        for point in gone.contact_points.all():
            if (point.kind, point.value) not in ways:
                ContactPoint.objects.filter(pk=point.pk).update(organisation=stays)
        gone.sources.update(organisation=stays)
        learned = {"domain": gone.domain} if gone.domain and not stays.domain else {}
        gone.remove(by=by)
        if learned:
            stays.correct(by=by, **learned)


def firms_matching(business: Business, words: str) -> QuerySet[Organisation]:
    """Those whose line in Find holds all the words."""
    found = business.organisations.order_by("sort_key", "pk")
    if not words.strip():
        return found
    rows = matching(business.search_rows.filter(kind="organisation"), words)
    return found.filter(pk__in=[int(ref) for ref in rows.values_list("ref", flat=True)[:MOST]])
