"""Who is who: every source that waits finds its person, an old one or a new one."""

import fcntl
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import QuerySet

from passo.businesses import files
from passo.businesses.models import Business
from passo.lib.db.one_writer import one_writer
from passo.people import duplicates
from passo.people.addresses import domain_of
from passo.people.bringing_in.work import Work
from passo.people.bringing_in.writing import write_again, write_new
from passo.people.cards import PlainCard, display_name
from passo.people.columns import Columns, add_card
from passo.people.joined import whoever_is
from passo.people.lasting import Names, as_urn
from passo.people.models import ContactPoint, Organisation, Source
from passo.people.organisation_names import firm_domain, organisation_key
from passo.people.organisations import Organisations
from passo.readers.mail import is_shared_address

AT_ONCE = 100_000  # sources linked with one another in one go: what memory bears
BATCH = 400


def resolve(work: Work) -> None:
    with one_at_a_time(work.business):
        while resolve_some(work):
            work.breathe()
        anew = work.brought_by.cursor.get("told_anew", [])
        for start in range(0, len(anew), BATCH):
            with transaction.atomic():
                write_again(work.business, organisations_for(work), anew[start : start + BATCH])


@contextmanager
def one_at_a_time(business: Business) -> Iterator[None]:
    """Two imports that tell people apart at the same time would not see each other's."""
    folder = files.made_folder(business.pk)
    with (folder / "resolving.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def resolve_some(work: Work) -> bool:
    """Of those that wait as many as memory bears; false where nobody waits."""
    firms, people, ours = waiting(work)
    for start in range(0, len(firms), BATCH):
        with transaction.atomic():
            keep_firms(work, sources_of(work, firms[start : start + BATCH]))
    for groups in batches(groups_of(ours)):
        with transaction.atomic():
            keep_groups(work, groups)
    if not people:
        return bool(firms or ours)
    total, done = len(people), 0
    linked = duplicates.link(work.business, people)
    for groups in batches(linked.groups):
        with transaction.atomic():
            keep_groups(work, groups)
        done += sum(len(one.sources) for one in groups)
        work.advance("resolving", done, total)
        work.breathe()
    duplicates.queue(work.business, linked)
    return True


Ours = dict[int, int]  # a source, and the person whom this very Passo wrote down in it


def waiting(work: Work) -> tuple[list[int], Columns, Ours]:
    """Firms by number, people with what they are told apart by: not the whole cards."""
    unresolved = Source.objects.filter(
        business=work.business,
        brought_by=work.brought_by,
        person__isnull=True,
        organisation__isnull=True,
    )
    firms: list[int] = []
    people = Columns()
    ours = named_by_us(work, unresolved)
    rows = unresolved.order_by("pk").values_list("pk", "card")[:AT_ONCE]
    for source, card in rows.iterator(chunk_size=BATCH):
        if source in ours:
            continue
        if is_of_a_firm(work, card):
            firms.append(source)
        else:
            add_card(people, source, card)
    return firms, people, ours


def named_by_us(work: Work, unresolved: "QuerySet[Source]") -> Ours:
    """Cards that this business exported itself: they say whom they are about."""
    names = Names(work.business, "person")
    rows = unresolved.exclude(outer_id="").order_by("pk").values_list("pk", "outer_id")[:AT_ONCE]
    said = {
        source: number
        for source, name in rows.iterator(chunk_size=BATCH)
        if (number := names.number(as_urn(name)))
    }
    now: dict[int, int] = {}
    wanted = sorted(set(said.values()))
    for start in range(0, len(wanted), BATCH):
        some = work.business.people.filter(pk__in=wanted[start : start + BATCH])
        now |= {person.pk: whoever_is(person).pk for person in some.select_related("merged_into")}
    return {source: now[person] for source, person in said.items() if person in now}


def groups_of(ours: Ours) -> "list[duplicates.Group]":
    theirs: dict[int, list[int]] = defaultdict(list)
    for source, person in ours.items():
        theirs[person].append(source)
    return [duplicates.Group(sources, person) for person, sources in theirs.items()]


def sources_of(work: Work, ids: Sequence[int]) -> list[Source]:
    found = Source.objects.filter(business=work.business).in_bulk(ids)
    return [found[one] for one in ids if one in found]


def batches(groups: "list[duplicates.Group]") -> Iterator["list[duplicates.Group]"]:
    for start in range(0, len(groups), BATCH):
        yield groups[start : start + BATCH]


def organisations_for(work: Work) -> Organisations:
    return Organisations(work.business, work.free_mail, work.brought_by)


def keep_groups(work: Work, groups: "list[duplicates.Group]") -> None:
    one_writer("people of", work.business.pk)
    organisations = organisations_for(work)
    ids = [source for group in groups for source in group.sources]
    found: dict[int, PlainCard] = dict(
        Source.objects.filter(business=work.business, pk__in=ids).values_list("pk", "card")
    )
    cards = [[found[one] for one in group.sources if one in found] for group in groups]
    new = [place for place, group in enumerate(groups) if group.person is None]
    old = [group.person for group in groups if group.person]
    made = write_new(work.business, organisations, [cards[place] for place in new])
    for place, person in zip(new, made, strict=True):
        groups[place].person = person
    assign(groups)
    write_again(work.business, organisations, old)
    claim_touches(work.business, zip(groups, cards, strict=True))
    work.counts["people_new"] += len(new)
    work.counts["people_joined"] += len(ids) - len(new)
    work.counts["organisations_new"] += organisations.new
    work.go_on_from()


def assign(groups: "list[duplicates.Group]") -> None:
    """Thousands of single values: one statement each is quicker than one great CASE."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE people_source SET person_id = %s WHERE id = %s",
            [(group.person, source) for group in groups for source in group.sources],
        )


def claim_touches(
    business: Business, found: "Iterable[tuple[duplicates.Group, list[PlainCard]]]"
) -> None:
    """What was written to an address belongs to whoever it turns out to be."""
    owners = {
        mail[0]: group.person
        for group, cards in found
        for card in cards
        for mail in card.get("mails", ())
    }
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE people_participation SET person_id = %s"
            " WHERE business_id = %s AND address = %s AND person_id IS NULL",
            [(person, business.pk, address) for address, person in owners.items()],
        )


def is_of_a_firm(work: Work, card: PlainCard) -> bool:
    """An organisation's own card, or an address that a firm's people share."""
    if card.get("is_org"):
        return True
    address = card["mails"][0][0] if card.get("from_mail") else ""
    return bool(address and is_shared_address(address) and domain_of(address) not in work.free_mail)


def keep_firms(work: Work, sources: Sequence[Source]) -> None:
    one_writer("people of", work.business.pk)
    organisations = organisations_for(work)
    points: dict[int, list[ContactPoint]] = defaultdict(list)
    for source, firm in zip(sources, firms_of(work, organisations, sources), strict=True):
        source.organisation = firm
        points[firm.pk] += points_of_firm(work.business, source)
    add_points(work.business, points)
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE people_source SET organisation_id = %s WHERE id = %s",
            [(source.organisation_id, source.pk) for source in sources],
        )
    work.counts["organisations_new"] += organisations.new
    work.go_on_from()


def firms_of(
    work: Work, organisations: Organisations, sources: Sequence[Source]
) -> list[Organisation]:
    """By name for an organisation's own card; by domain for an address its people share."""
    names = {source.pk: firm_name(source) for source in sources if is_own_card(source)}
    domains = {source.pk: firm_domains(work, source) for source in sources}
    organisations.meet(
        {organisation_key(name): name for name in names.values()},
        {organisation_key(name): domains[pk] for pk, name in names.items()},
    )
    organisations.meet_domains({one for pk in domains if pk not in names for one in domains[pk]})
    return [
        organisations.by_key[organisation_key(names[source.pk])]
        if source.pk in names
        else organisations.by_domain[next(iter(domains[source.pk]))]
        for source in sources
    ]


def is_own_card(source: Source) -> bool:
    return not source.card.get("from_mail")


def firm_name(source: Source) -> str:
    return str(source.card.get("org") or display_name(source.card))


def firm_domains(work: Work, source: Source) -> Counter[str]:
    mails = (mail[0] for mail in source.card.get("mails", ()))
    return Counter(domain for mail in mails if (domain := firm_domain(mail, work.free_mail)))


def points_of_firm(business: Business, source: Source) -> Iterator[ContactPoint]:
    for kind, group in (("mail", "mails"), ("phone", "phones")):
        for value, said, label in source.card.get(group, ()):
            yield ContactPoint(
                business=business,
                organisation_id=source.organisation_id,
                kind=kind,
                value=(value or said)[:254],
                said=said,
                label=label,
            )


def add_points(business: Business, points: dict[int, list[ContactPoint]]) -> None:
    known = set(
        business.contact_points.filter(organisation__in=list(points)).values_list(
            "organisation_id", "kind", "value"
        )
    )
    fresh = {(pk, point.kind, point.value): point for pk, some in points.items() for point in some}
    ContactPoint.objects.bulk_create(fresh[key] for key in fresh if key not in known)
