"""Who counts as a person: our own addresses, mail providers, senders left out."""

import re
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, Change, User
from passo.lib.refusal import Refusal
from passo.people import finding, ties
from passo.people.addresses import domain_of, mail_of
from passo.people.bringing_in.left_out import SAID_NO
from passo.people.bringing_in.writing import write_again
from passo.people.free_mail import FREE_MAIL
from passo.people.joined import whoever_is
from passo.people.live import turns
from passo.people.merging import organisations_of
from passo.people.models import (
    FreeMailDomain,
    LeftOut,
    LiveAccount,
    Organisation,
    OwnAddress,
    Participation,
    Person,
)
from passo.people.telling import names_of

DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
LONGEST_DOMAIN = 190
MOST_SHOWN = 20


def add_own(business: Business, text: str, *, whose: User | None, by: User) -> OwnAddress:
    address = mail_of(text)
    if not address:
        raise Refusal(_("Please write a whole address, such as anna@example.org."))
    if business.own_addresses.filter(address=address).exists():
        raise Refusal(_("This address is among yours already."))
    return OwnAddress.add(by=by, business=business, address=address, user=whose)


def ourselves(business: Business) -> "QuerySet[Person]":
    """People in the list all of whose mail addresses are our own: it is we who write from them."""
    own = business.own_addresses.values("address")
    mails = business.contact_points.filter(kind="mail", person__isnull=False)
    ours = mails.filter(value__in=own).values("person")
    others = mails.filter(person__in=ours).exclude(value__in=own).values("person")
    return business.people.listed().filter(pk__in=ours).exclude(pk__in=others).order_by("sort_key")


def leave_ourselves_out(business: Business, *, by: User) -> list[Change]:
    with transaction.atomic():
        left = [person.leave_out(by=by) for person in ourselves(business)]
    return [change for change in left if change]


def add_provider(business: Business, text: str, *, by: User) -> FreeMailDomain:
    domain = domain_of(text.strip().lower()).removeprefix("www.").strip(".")[:LONGEST_DOMAIN]
    if not DOMAIN.fullmatch(domain):
        raise Refusal(_("Please write a domain, such as mail.example."))
    if domain in FREE_MAIL or business.free_mail_domains.filter(domain=domain).exists():
        raise Refusal(_("Passo knows this provider already."))
    return FreeMailDomain.add(by=by, business=business, domain=domain)


def firms_by_domain_alone(business: Business) -> "QuerySet[Organisation]":
    """Firms that are only there because of a domain which, it turned out, is a provider's."""
    firms = business.organisations.filter(domain__in=business.free_mail_domains.values("domain"))
    bare = firms.filter(kept=[], note="", sources__isnull=True, contact_points__isnull=True)
    by_hand = business.positions.filter(is_own=True).values("organisation")
    return bare.exclude(pk__in=by_hand).order_by("sort_key")


def dissolve(firm: Organisation, *, by: User) -> Change:
    """Its people stay; told anew, they belong where their cards say."""
    business = firm.business
    with transaction.atomic():
        ids = sorted(business.positions.filter(organisation=firm).values_list("person", flat=True))
        write_again(business, organisations_of(business), ids)
        if business.positions.filter(organisation=firm).exists():
            raise Refusal(_("Somebody's card names this firm, so it stays."))
        change = firm.remove(by=by)
        finding.index_people(business, ids)
    return change


def call_person(left: LeftOut, *, by: User) -> Person:
    """From now on their mail counts; they are in the list at once."""
    with transaction.atomic():
        say_of(left, "person")
        person = person_at(left.business, left.address)
        if person is None:
            return met(left, by=by)
        person.take_back_in(by=by)
    return person


def say_of(left: LeftOut, verdict: str) -> None:
    left.verdict, left.decided_at = verdict, timezone.now() if verdict else None
    left.save(update_fields=["verdict", "decided_at"])


def person_at(business: Business, address: str) -> Person | None:
    points = business.contact_points.filter(kind="mail", value=address, person__isnull=False)
    point = points.select_related("person__merged_into").order_by("pk").first()
    return whoever_is(point.person) if point and point.person else None


def met(left: LeftOut, *, by: User) -> Person:
    """As the mails call them: a card says it better later."""
    business, address = left.business, left.address
    names = names_of([{"name": left.name, "mails": [[address, address, ""]]}])
    person = Person.add(by=by, business=business, **names)
    person.contact_points.create(
        business=business, kind="mail", value=address, said=address, is_own=True
    )
    Participation.objects.filter(business=business, address=address, person=None).update(
        person=person
    )
    person.index()
    ties.refresh(business, [person.pk])
    return person


def take_back_call(left: LeftOut, *, by: User) -> None:
    """The rule decides again. Whoever was met by it alone goes."""
    with transaction.atomic():
        if left.verdict == "person":
            leave_again(left, by=by)
        elif left.verdict == "no":
            person = person_at(left.business, left.address)
            person.take_back_in(by=by) if person else None
        say_of(left, "")
        if left.because == SAID_NO:
            left.delete()


def leave_again(left: LeftOut, *, by: User) -> None:
    person = person_at(left.business, left.address)
    if person is None:
        return
    deeds = left.business.changes.of("people.person", str(person.pk)).values_list("what", flat=True)
    if list(deeds) == ["add"] and not person.sources.exists() and not person.touch_count:
        person.remove(by=by)
    elif deeds and deeds[0] == "take_back_in":
        person.leave_out(by=by)


def call_nobody(person: Person, *, by: User) -> list[str]:
    """Left out, and their addresses too: what comes from there is not read as a person's."""
    addresses = mails_of(person)
    with transaction.atomic():
        for address in addresses:
            left, _made = person.business.left_out.get_or_create(
                address=address, defaults={"name": person.name, "because": SAID_NO}
            )
            say_of(left, "no")
        person.leave_out(by=by)
    return addresses


def take_back_nobody(person: Person, *, by: User) -> None:
    with transaction.atomic():
        said = person.business.left_out.filter(address__in=mails_of(person), verdict="no")
        said.filter(because=SAID_NO).delete()
        said.update(verdict="", decided_at=None)
        person.take_back_in(by=by)


def mails_of(person: Person) -> list[str]:
    points = person.contact_points.filter(kind="mail").order_by("pk")
    return list(points.values_list("value", flat=True))


def left_out_of(
    business: Business, because: Iterable[str] | None, verdict: str | None, words: str
) -> "QuerySet[LeftOut]":
    """In the order of addresses: `because` are reasons, `words` part of an address or a name."""
    found: QuerySet[LeftOut] = business.left_out.order_by("address")
    if because is not None:
        found = found.filter(because__in=list(because), verdict="")
    if verdict is not None:
        found = found.filter(verdict=verdict)
    for word in words.split():
        found = found.filter(Q(address__icontains=word) | Q(name__icontains=word))
    return found


def read_again(account: LiveAccount) -> None:
    """From its beginning: what is known already adds nothing."""
    turns.refuse_what_cannot_be_looked_into(account)
    with transaction.atomic():
        account.cursor = {**account.cursor, "places": {}}
        account.save(update_fields=["cursor"])
        turns.look_soon(account)
