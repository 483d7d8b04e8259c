"""People, organisations and touches as plain values, with all that Passo knows of them.

What each holds is what `passo.readers.passo_json` reads again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import Model, Q, QuerySet

from passo.businesses.models import Business
from passo.people.lasting import MARK, Names
from passo.people.models import (
    ContactPoint,
    Organisation,
    Participation,
    Person,
    Position,
    Signal,
    Source,
    Tagging,
    Touch,
)
from passo.people.models.touch import Direction

BATCH = 500
Plain = dict[str, Any]
People = QuerySet[Person]


def everything(business: Business, chosen: People | None = None) -> Iterator[Plain]:
    """In the order in which it can be read again: each thing after what it names."""
    if chosen is None:
        yield from settings(business)
    yield from organisations(business, chosen)
    yield from people(business, chosen)
    yield from touches(business, chosen)
    yield from ties(business, chosen)
    yield from pairs(business, chosen)


def settings(business: Business) -> Iterator[Plain]:
    for address in business.own_addresses.order_by("pk").values_list("address", flat=True):
        yield {"record": "own_address", "address": address}
    for domain in business.free_mail_domains.order_by("pk").values_list("domain", flat=True):
        yield {"record": "free_mail_domain", "domain": domain}
    names = ("address", "name", "because", "messages", "last_at", "verdict", "decided_at")
    left_out = business.left_out.order_by("pk").values(*names)
    yield from ({"record": "left_out", **row} for row in left_out.iterator(chunk_size=BATCH))


def whole_book(business: Business) -> People:
    """Everybody who is somebody of their own, also those left out."""
    return business.people.filter(merged_into__isnull=True)


def shown(business: Business, chosen: People | None) -> People:
    """What other programs get: whoever is left out stays between us."""
    return (whole_book(business) if chosen is None else chosen).filter(is_left_out=False)


def in_batches(rows: "QuerySet[Any]") -> Iterator[list[Any]]:
    found = rows.order_by("pk").iterator(chunk_size=BATCH)
    while some := list(islice(found, BATCH)):
        yield some


def organisations(business: Business, chosen: People | None = None) -> Iterator[Plain]:
    found = business.organisations.all()
    if chosen is not None:
        theirs = Q(people__in=chosen) | Q(positions__person__in=chosen)
        found = found.filter(pk__in=found.filter(theirs).values("pk"))
    for some in in_batches(found):
        ids = [one.pk for one in some]
        ways = gathered(ContactPoint, "organisation", ids, way)
        sources = gathered(Source, "organisation", ids, source, "brought_by")
        yield from (organisation(one, ways[one.pk], sources[one.pk]) for one in some)


def organisation(one: Organisation, ways: list[Plain], sources: list[Plain]) -> Plain:
    return {
        "record": "organisation",
        "key": one.key,
        "name": one.name,
        "domain": one.domain,
        "note": one.note,
        "ways": ways,
        "sources": sources,
    }


def people(business: Business, chosen: People | None = None) -> Iterator[Plain]:
    names = Names(business, "person")
    found = whole_book(business) if chosen is None else chosen
    for some in in_batches(found.select_related("organisation")):
        ids = [one.pk for one in some]
        ways = gathered(ContactPoint, "person", ids, way)
        jobs = gathered(Position, "person", ids, position, "organisation")
        tags = gathered(Tagging, "person", ids, tag, "tag")
        sources = gathered(Source, "person", ids, source, "brought_by")
        for one in some:
            yield {
                **person(one, names.of(one.pk)),
                "ways": ways[one.pk],
                "positions": jobs[one.pk],
                "tags": tags[one.pk],
                "sources": sources[one.pk],
            }


def person(one: Person, uid: str) -> Plain:
    return {
        "record": "person",
        "uid": uid,
        "name": one.name,
        "given": one.given,
        "family": one.family,
        "nickname": one.nickname,
        "job_title": one.job_title,
        "organisation": one.organisation.key if one.organisation else "",
        "organisation_name": one.organisation.name if one.organisation else "",
        "birthday": one.birthday,
        "note": one.note,
        "cares_about": one.cares_about,
        "kept": one.kept,
        "consent": one.consent,
        "consent_note": one.consent_note,
        "consent_on": one.consent_on,
        "cadence_days": one.own_cadence_days,
        "left_out": one.is_left_out,
        "added_at": one.added_at,
    }


def gathered(
    model: type[Model],
    owner: str,
    ids: Sequence[int],
    told: Callable[[Any], Any],
    *beside: str,
) -> dict[int, list[Any]]:
    """The ids are of this business already; named again, it tempts SQLite to read all its rows."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = model._default_manager.filter(**{f"{owner}__in": ids})
    for row in rows.select_related(*beside).order_by("pk") if beside else rows.order_by("pk"):
        found[getattr(row, f"{owner}_id")].append(told(row))
    return found


def way(point: ContactPoint) -> Plain:
    return {
        "kind": point.kind,
        "value": point.value,
        "said": point.said,
        "label": point.label,
        "place": point.place,
    }


def position(one: Position) -> Plain:
    return {
        "organisation": one.organisation.key,
        "job_title": one.job_title,
        "own": one.is_own,
    }


def tag(one: Tagging) -> str:
    return one.tag.name


def source(one: Source) -> Plain:
    return {
        "file": one.file or one.brought_by.name,
        "line": one.line,
        "outer_id": one.outer_id,
        "key": one.key,
        "card": {name: one.card[name] for name in one.card if name != "also"},
    }


def touches(business: Business, chosen: People | None = None) -> Iterator[Plain]:
    """Of chosen people only their own part in each: whoever else was there is not told."""
    found = business.touches.select_related("noted_by")
    if chosen is not None:
        shared = Participation.objects.filter(business=business, person__in=chosen)
        found = found.filter(pk__in=shared.values("touch"))
    people, own = Names(business, "person"), Names(business, "touch")
    for some in in_batches(found):
        ids = [one.pk for one in some]
        parts = gathered(Participation, "touch", ids, as_it_is)
        said = gathered(Signal, "touch", ids, as_it_is)
        who = known_among(parts.values(), chosen)
        for one in some:
            mine = [part for part in parts[one.pk] if who is None or part.person_id in who]
            yield {
                **touch(one, own.of(one.pk)),
                "people": [participant(part, people) for part in mine],
                "signals": list(signals(said[one.pk], mine)),
            }


def as_it_is(row: Any) -> Any:
    return row


def known_among(
    parts: Iterable[list[Participation]], chosen: People | None
) -> frozenset[int] | None:
    if chosen is None:
        return None
    met = {part.person_id for some in parts for part in some if part.person_id}
    return frozenset(chosen.filter(pk__in=met).order_by().values_list("pk", flat=True))


def touch(one: Touch, uid: str) -> Plain:
    """One that was noted in another Passo keeps the name it has there."""
    return {
        "record": "touch",
        "uid": one.outer_id if one.outer_id.startswith(MARK) else uid,
        "kind": one.kind,
        "at": one.at,
        "direction": one.direction,
        "subject": one.subject,
        "text": one.text,
        "minutes": one.minutes,
        "size": one.size,
        "key": one.key,
        "outer_id": one.outer_id,
        "thread": one.thread,
        "step": one.step,
        "step_on": one.step_on,
        "promise": one.promise,
        "noted_by": one.noted_by.email if one.noted_by else "",
        "by_hand": bool(one.people_ids),
    }


def participant(part: Participation, names: Names) -> Plain:
    return {
        "person": names.of(part.person_id) if part.person_id else "",
        "address": part.address,
        "direction": part.direction,
    }


def signals(said: Iterable[Signal], parts: Sequence[Participation]) -> Iterator[Plain]:
    """What we said, what those who are told of said, and what a machine said of them."""
    have_written = any(part.direction == Direction.IN for part in parts)
    addresses = {part.address for part in parts}
    for one in said:
        if one.is_ours or (one.address in addresses if one.address else have_written):
            yield {
                "kind": one.kind,
                "ours": one.is_ours,
                "at": one.at,
                "on": one.on,
                "quote": one.quote,
                "certainty": one.certainty,
                "deed": one.deed,
                "address": one.address,
            }


def ties(business: Business, chosen: People | None = None) -> Iterator[Plain]:
    """Those that somebody declared; the others are told by the touches."""
    names = Names(business, "person")
    for one in among(business.ties.filter(declared__isnull=False), chosen).iterator():
        yield {
            "record": "tie",
            "one": names.of(one.one_id),
            "other": names.of(one.other_id),
            "declared": one.declared,
            "note": one.declared_note,
        }


def pairs(business: Business, chosen: People | None = None) -> Iterator[Plain]:
    """Who may be the same, and who was said to be two."""
    names = Names(business, "person")
    for one in among(business.pairs.exclude(state="same"), chosen).iterator():
        yield {
            "record": "pair",
            "one": names.of(one.one_id),
            "other": names.of(one.other_id),
            "probability": one.probability,
            "because": one.because,
            "decided_at": one.decided_at,
            "state": one.state,
        }


def among(rows: "QuerySet[Any]", chosen: People | None) -> "QuerySet[Any]":
    rows = rows.filter(one__merged_into__isnull=True, other__merged_into__isnull=True)
    if chosen is not None:
        rows = rows.filter(one__in=chosen, other__in=chosen)
    return rows.order_by("pk")
