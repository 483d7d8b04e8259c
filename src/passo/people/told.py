"""People, organisations, ties and doubts as plain values: what a page lists, for scripts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import Count, Model, QuerySet
from django.utils import timezone

from passo.businesses.models import Business
from passo.lib.dates import format_ago
from passo.people.bringing_in import standing
from passo.people.bringing_in.report import said
from passo.people.models import (
    ContactPoint,
    Import,
    Pair,
    Person,
    Position,
    Source,
    Tagging,
    Tie,
)

BATCH = 500
OF_MAIL = {"mbox", "eml", "imap", "zip"}
Plain = dict[str, Any]


def people(business: Business, found: "QuerySet[Person]") -> Iterator[Plain]:
    """In batches, so that a hundred thousand need no more memory than a few."""
    rows = found.select_related("organisation").iterator(chunk_size=BATCH)
    while some := list(islice(rows, BATCH)):
        yield from people_in(business, some)


def people_in(business: Business, some: Sequence[Person]) -> Iterator[Plain]:
    ids = [person.pk for person in some]
    ways = gathered(ContactPoint, ids, "kind", "value", "said")
    firms = gathered(Position, ids, "organisation__name", "job_title")
    tags = gathered(Tagging, ids, "tag__name")
    sources = sources_of(business, ids)
    for person in some:
        yield {
            "id": person.pk,
            "name": person.name,
            "given": person.given,
            "family": person.family,
            "nickname": person.nickname,
            "names": sorted({person.name, *(one["name"] for one in sources[person.pk])} - {""}),
            "job_title": person.job_title,
            "organisations": [{"name": name, "job_title": job} for name, job in firms[person.pk]],
            **by_kind(ways[person.pk]),
            "birthday": person.birthday,
            "tags": sorted(name for (name,) in tags[person.pk]),
            **figures(person),
            "consent": person.consent or "not asked",
            "sources": sources[person.pk],
        }


def gathered(
    model: type[Model], people: Sequence[int], *fields: str
) -> dict[int, list[tuple[Any, ...]]]:
    """The ids are of this business already; named again, it tempts SQLite to read all its rows."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    rows = model._default_manager.filter(person__in=people).order_by("pk")
    for person, *values in rows.values_list("person", *fields):
        found[person].append(tuple(values))
    return found


def by_kind(ways: Iterable[tuple[str, str, str]]) -> Plain:
    """Mails and phones as machines compare them, the rest as written."""
    kinds: dict[str, list[str]] = {"mail": [], "phone": [], "place": [], "web": []}
    for kind, value, said_as in ways:
        kinds[kind].append(value if kind in {"mail", "phone"} else said_as)
    mails, phones, places, webs = (list(dict.fromkeys(kind)) for kind in kinds.values())
    return {"mails": mails, "addresses": mails, "phones": phones, "places": places, "webs": webs}


def figures(person: Person) -> Plain:
    return {
        "strength": round(person.strength, 4),
        "strength_because": reason_of(person.strength_because),
        "touches": person.touch_count,
        "last_touch": person.last_touch_at,
        "cadence": person.own_cadence_days or person.cadence_days,
        "cadence_days": person.own_cadence_days or person.cadence_days,
        "due_on": person.due_on,
        "warmth": person.warmth,
        "cooling": person.warmth in {"cooling", "cold"},
        "warmth_because": reason_of(person.warmth_because),
    }


def reason_of(because: Sequence[Any]) -> str:
    """Days are told as everywhere else: “6 months ago”. Earlier ones were kept in other words."""
    if not because:
        return ""
    sentence, values = because
    today = timezone.localdate()
    ago = format_ago(today - timedelta(days=values.get("days", 0)), today)
    return said(sentence.replace("%(days)s days ago", "%(ago)s"), {**values, "ago": ago})


def sources_of(business: Business, ids: Sequence[int]) -> dict[int, list[Plain]]:
    found: dict[int, list[Plain]] = defaultdict(list)
    imports = {one.pk: one for one in business.imports.only("name", "kind", "state")}
    gone = {pk for pk, one in imports.items() if one.state in standing.OVER}
    for source in Source.objects.filter(person__in=ids).order_by("pk"):
        for place in standing.places_of(source, gone):
            found[source.person_id or 0].append(told_source(source, place, imports))
    return found


def told_source(source: Source, place: standing.Place, imports: dict[int, Import]) -> Plain:
    """Records count from 0, lines from 1; a record typed or synced stands nowhere."""
    brought_by, file, line, number = place
    brings = imports[int(brought_by)]
    is_met = source.card.get("from_mail", False)
    is_mail = is_met and brings.kind in OF_MAIL and not str(file).lower().endswith(".ics")
    addresses = [mail[0] for mail in source.card.get("mails", ())]
    record = int(line if is_met else number)
    return {
        "import": brings.pk,
        "file": file or brings.name,
        "record": record - 1 if record else None,
        "line": line,
        "uid": source.outer_id,
        "message_id": source.outer_id if is_mail else "",
        "name": source.card.get("name", ""),
        "address": next(iter(addresses), ""),
        "addresses": addresses,
        "phones": [phone[0] or phone[1] for phone in source.card.get("phones", ())],
    }


def organisations(business: Business) -> Iterator[Plain]:
    found = business.organisations.annotate(people_in_it=Count("positions"))
    fields = ("pk", "name", "domain", "people_in_it", "note")
    rows = found.order_by("sort_key", "pk").values_list(*fields)
    for row in rows.iterator(chunk_size=BATCH):
        yield dict(zip(("id", "name", "domain", "people", "note"), row, strict=True))


def ties(business: Business) -> Iterator[Plain]:
    """Our own to each person, then theirs among one another, the closest first."""
    known = business.people.listed().filter(strength__gt=0).order_by("-strength", "-pk")
    for person in known.iterator(chunk_size=BATCH):
        yield {
            "one": "business",
            "other": person.pk,
            "other_name": person.name,
            "strength": round(person.strength, 4),
            "kind": "own",
            "evidence": person.touch_count,
            "because": reason_of(person.strength_because),
        }
    among: QuerySet[Tie] = business.ties.select_related("one", "other")
    for tie in among.order_by("-strength", "pk").iterator(chunk_size=BATCH):
        yield {
            "one": tie.one_id,
            "one_name": tie.one.name,
            "other": tie.other_id,
            "other_name": tie.other.name,
            "strength": round(tie.strength, 4),
            "kind": tie.kind,
            "evidence": tie.evidence,
            "last": tie.last_at,
            "declared": tie.declared,
        }


def duplicates(business: Business) -> Iterator[Plain]:
    """Pairs that wait for a decision, and what was decided."""
    found: QuerySet[Pair] = business.pairs.select_related("one", "other")
    for pair in found.order_by("-probability", "pk").iterator(chunk_size=BATCH):
        yield {
            "id": pair.pk,
            "one": pair.one_id,
            "one_name": pair.one.name,
            "other": pair.other_id,
            "other_name": pair.other.name,
            "probability": round(pair.probability, 4),
            "state": pair.state,
            "because": [said(sentence, values) for _feature, sentence, values, *_w in pair.because],
        }
