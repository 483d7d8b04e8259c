"""One person once: the columns that the engine links, and the pairs that wait for the owner."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from passo.businesses.models import Business
from passo.engine import linkage
from passo.engine.names import name_parts
from passo.people.cards import PlainCard
from passo.people.models import Source

MOST_WAITING = 500  # pairs that one look puts into the queue
BATCH = 500
Reason = list[Any]  # feature, sentence, values


@dataclass(eq=False)
class Group:
    """Sources that are certainly one person; `person` where that is somebody known."""

    sources: list[Source]
    person: int | None = None


@dataclass
class Doubt:
    one: Group | int
    other: Group | int
    probability: float
    because: list[Reason]


@dataclass
class Linked:
    groups: list[Group]
    doubts: list[Doubt]


def link(business: Business, sources: Sequence[Source]) -> Linked:
    """Which of these sources are one person, or somebody known already?"""
    known = known_people(business)
    records = linkage.Records(**columns([*known.values(), *(row_of(one.card) for one in sources)]))
    pairs = linkage.find_pairs(records, new_from=len(known))
    apart = kept_separate(business, list(known))
    groups = grouped(pairs, list(known), sources, apart)
    return Linked(list(dict.fromkeys(groups[len(known) :])), doubts_of(pairs, groups))


Row = dict[str, Any]
TEXTS = ("given", "family", "name", "organisation", "birthday", "street", "city", "code")
LISTS = ("mails", "phones")


def columns(rows: Sequence[Row]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [row.get(name, "") for row in rows] for name in TEXTS}
    return found | {name: [row.get(name, ()) for row in rows] for name in LISTS}


def row_of(card: PlainCard) -> Row:
    parts = name_parts(card.get("name", ""))
    place = next(iter(card.get("places", ())), ["", "", "", "", "", ""])
    return {
        "name": card.get("name", "") or card.get("nickname", ""),
        "given": card.get("given") or parts.given,
        "family": card.get("family") or parts.family,
        "organisation": card.get("org", ""),
        "birthday": card.get("birthday", ""),
        "street": place[0],
        "city": place[1],
        "code": place[3],
        "mails": tuple(mail[0] for mail in card.get("mails", ())),
        "phones": tuple(phone[0] for phone in card.get("phones", ()) if phone[0]),
    }


def known_people(business: Business) -> dict[int, Row]:
    """Everybody who is somebody of their own, also those left out: they are not met anew."""
    people = business.people.filter(merged_into__isnull=True).order_by("pk")
    fields = ("pk", "name", "given", "family", "birthday", "organisation__name")
    ways: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    points = business.contact_points.filter(person__isnull=False)
    for person, kind, value, place in points.values_list("person", "kind", "value", "place"):
        ways[person][kind].append(place if kind == "place" else value)
    found = {}
    for person, name, given, family, birthday, firm in people.values_list(*fields):
        place = next(iter(ways[person]["place"]), None) or ["", "", "", "", "", ""]
        found[person] = {
            "name": name,
            "given": given,
            "family": family,
            "birthday": birthday,
            "organisation": firm or "",
            "street": place[0],
            "city": place[1],
            "code": place[3],
            "mails": ways[person]["mail"],
            "phones": ways[person]["phone"],
        }
    return found
