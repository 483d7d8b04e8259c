"""An export of Passo becomes what it was: the same people and touches, here or in another Passo.

Its people are told apart already. So they are not compared with one another; only with whoever
was here before, and joined where a record of theirs is known, or a name and a way to reach it.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from passo.people import duplicates
from passo.people.bringing_in.exported_people import keep_people, sources_in, who_is
from passo.people.bringing_in.exported_touches import keep_touches
from passo.people.bringing_in.work import Work
from passo.people.models import (
    ContactPoint,
    FreeMailDomain,
    Import,
    LeftOut,
    Organisation,
    OwnAddress,
    Pair,
    Source,
    Tie,
)
from passo.people.organisation_names import organisation_key
from passo.people.organisations import Organisations
from passo.readers.records import Exported

Values = dict[str, Any]
MOST_REMEMBERED = 20_000  # of each, for undoing to take back one by one


def keep_exported(work: Work, records: list[Exported], file: str) -> None:
    for record, some in groupby(records, key=lambda one: one.record):
        KEEPERS[record](work, [(one.line, one.values) for one in some])


def remember(work: Work, what: str, made: Iterable[Any]) -> None:
    """What hangs on no person or touch, so that undoing finds it."""
    before = work.brought_by.cursor.get("exported", {})
    kept = [*before.get(what, ()), *made][:MOST_REMEMBERED]
    work.brought_by.cursor["exported"] = {**before, what: kept}


def keep_own_addresses(work: Work, found: list[tuple[int, Values]]) -> None:
    said = {values["address"].lower() for _line, values in found}
    fresh = sorted(said - set(work.business.own_addresses.values_list("address", flat=True)))
    OwnAddress.objects.bulk_create(
        (OwnAddress(business=work.business, address=one) for one in fresh), ignore_conflicts=True
    )
    remember(work, "own", fresh)


def keep_domains(work: Work, found: list[tuple[int, Values]]) -> None:
    said = {values["domain"].lower() for _line, values in found}
    fresh = sorted(said - set(work.business.free_mail_domains.values_list("domain", flat=True)))
    FreeMailDomain.objects.bulk_create(
        (FreeMailDomain(business=work.business, domain=one) for one in fresh),
        ignore_conflicts=True,
    )
    remember(work, "domains", fresh)


def keep_left_out(work: Work, found: list[tuple[int, Values]]) -> None:
    told = {values["address"]: values for _line, values in found}
    known = work.business.left_out.filter(address__in=list(told)).values_list("address", flat=True)
    fresh = {address: told[address] for address in sorted(told.keys() - set(known))}
    LeftOut.objects.bulk_create(
        (
            LeftOut(business=work.business, **{**values, "messages": values["messages"] or 0})
            for values in fresh.values()
        ),
        ignore_conflicts=True,
    )
    remember(work, "left_out", fresh)


def keep_organisations(work: Work, found: list[tuple[int, Values]]) -> None:
    """By the key they have there; one that is known learns what it did not know."""
    told = {values["key"] or organisation_key(values["name"]): values for _line, values in found}
    organisations = Organisations(work.business, work.free_mail, work.brought_by)
    organisations.meet(
        {key: values["name"] for key, values in told.items()},
        {key: Counter(filter(None, [values["domain"]])) for key, values in told.items()},
    )
    work.counts["organisations_new"] += organisations.new
    firms = {key: organisations.by_key[key] for key in told}
    learned = [one for key, one in firms.items() if told[key]["note"] and not one.note]
    for one in learned:
        one.note = told[one.key]["note"]
    Organisation.objects.bulk_update(learned, ["note"])
    add_ways(work, {one.pk: told[key]["ways"] for key, one in firms.items()})
    sources = [
        source
        for key, one in firms.items()
        for source in sources_in(work, told[key], organisation=one.pk)
    ]
    known = Source.objects.filter(business=work.business, key__in=[one.key for one in sources])
    keys = set(known.values_list("key", flat=True))
    Source.objects.bulk_create(
        (source for source in sources if source.key not in keys), ignore_conflicts=True
    )


def add_ways(work: Work, ways: dict[int, list[Values]]) -> None:
    points = work.business.contact_points.filter(organisation__in=list(ways))
    known = set(points.values_list("organisation_id", "kind", "value"))
    ContactPoint.objects.bulk_create(
        ContactPoint(business=work.business, organisation_id=pk, **way)
        for pk, some in ways.items()
        for way in some
        if (pk, way["kind"], way["value"]) not in known
    )


def keep_ties(work: Work, found: list[tuple[int, Values]]) -> None:
    """What somebody declared here stands."""
    known = two_of_each(work, found)
    made = []
    for one, other, values in known:
        said = {"declared": values["declared"], "declared_note": values["note"]}
        tie, is_new = Tie.objects.get_or_create(
            business=work.business,
            one_id=one,
            other_id=other,
            defaults={**said, "strength": values["declared"], "kind": "declared"},
        )
        if is_new or tie.declared is None:
            Tie.objects.filter(pk=tie.pk).update(**said)
            made.append([one, other])
            work.met.update((one, other))
    remember(work, "ties", made)


def keep_pairs(work: Work, found: list[tuple[int, Values]]) -> None:
    Pair.objects.bulk_create(
        (
            Pair(
                business=work.business,
                one_id=one,
                other_id=other,
                probability=values["probability"] or 0,
                because=values["because"],
                state=values["state"],
                decided_at=values["decided_at"],
            )
            for one, other, values in two_of_each(work, found)
        ),
        ignore_conflicts=True,
    )


def two_of_each(work: Work, found: list[tuple[int, Values]]) -> list[tuple[int, int, Values]]:
    """Those where both are here and not the same; the smaller number first."""
    who = who_is(work, {values[side] for _line, values in found for side in ("one", "other")})
    both = [
        (who.get(values["one"], 0), who.get(values["other"], 0), values) for _l, values in found
    ]
    return [
        (min(one, other), max(one, other), values)
        for one, other, values in both
        if one and other and one != other
    ]


def ask_about_doubles(work: Work) -> None:
    """Where people were here before, whoever of the new ones looks like them is asked about."""
    if work.brought_by.cursor.get("into_empty") is False and work.counts["people_new"]:
        duplicates.look_again(work.business)


def take_back(brought_by: Import) -> None:
    """What it brought that hangs on no person or touch of its own."""
    business, made = brought_by.business, brought_by.cursor.get("exported", {})
    business.own_addresses.filter(address__in=made.get("own", ())).delete()
    business.free_mail_domains.filter(domain__in=made.get("domains", ())).delete()
    business.left_out.filter(address__in=made.get("left_out", ())).delete()
    for one, other in made.get("ties", ()):
        said = business.ties.filter(one_id=one, other_id=other)
        said.update(declared=None, declared_note="")


KEEPERS: dict[str, Callable[[Work, list[tuple[int, Values]]], None]] = {
    "own_address": keep_own_addresses,
    "free_mail_domain": keep_domains,
    "left_out": keep_left_out,
    "organisation": keep_organisations,
    "person": keep_people,
    "touch": keep_touches,
    "tie": keep_ties,
    "pair": keep_pairs,
}
