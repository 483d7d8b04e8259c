"""One person once: the columns that the engine links, and the pairs that wait for the owner."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine import linkage
from passo.people.cards import PlainCard
from passo.people.models import Pair
from passo.people.telling import parts_of

MOST_WAITING = 500  # pairs that one look puts into the queue
BATCH = 500
BRIDGED = 0.99
BRIDGE = ["bridge", _("Something new looks like both of them."), {}, 0]
Reason = list[Any]  # feature, sentence, values, weight in bits


@dataclass(eq=False)
class Group:
    """Sources, by number, that are certainly one person; `person` where it is somebody known."""

    sources: list[int]
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


def link(business: Business, new: Mapping[int, "Row"]) -> Linked:
    """Which of these sources, each a row, are one person, or somebody known already?"""
    known = known_people(business)
    rows = [*known.values(), *new.values()]
    pairs = linkage.find_pairs(linkage.Records(**columns(rows)), new_from=len(known))
    numbers, sources = list(known), list(new)
    apart = kept_separate(business, numbers)
    joined = linkage.certain(pairs, separate=apart)
    who, bridged = told_apart(joined, numbers, sources)
    asked = linkage.doubtful(pairs, groups=joined, separate=apart, limit=MOST_WAITING)
    doubts = [doubt_of(pairs, int(place), who) for place in asked]
    groups = dict.fromkeys(one for one in who[len(known) :] if isinstance(one, Group))
    return Linked(list(groups), bridged + doubts)


Who = list[Group | int]  # for each record: the group it is in, or the person it is


def told_apart(
    joined: Sequence[Sequence[int]], known: Sequence[int], sources: Sequence[int]
) -> tuple[Who, list[Doubt]]:
    """Every source gets its group. Who was known as two before stays two, and is asked about."""
    who: Who = [*known, *(Group([source]) for source in sources)]
    bridged = []
    for members in joined:
        people = [known[one] for one in members if one < len(known)]
        new = [sources[one - len(known)] for one in members if one >= len(known)]
        group = Group(new, person=people[0] if people else None)
        for one in members:
            if one >= len(known):
                who[one] = group
        bridged += [Doubt(people[0], other, BRIDGED, [BRIDGE]) for other in people[1:]]
    return who, bridged


def doubt_of(pairs: linkage.Pairs, place: int, who: Who) -> Doubt:
    because: list[Reason] = [
        [reason.feature, reason.sentence, dict(reason.values), round(reason.weight, 2)]
        for reason in linkage.reasons(pairs, place)
    ]
    one, other = who[int(pairs.left[place])], who[int(pairs.right[place])]
    return Doubt(one, other, float(pairs.probability[place]), because)


def kept_separate(business: Business, known: Sequence[int]) -> list[tuple[int, int]]:
    """What the owner decided, as places in the columns."""
    place = {person: number for number, person in enumerate(known)}
    pairs = business.pairs.filter(state="separate").values_list("one", "other")
    return [(place[one], place[other]) for one, other in pairs if one in place and other in place]


def queue(business: Business, linked: Linked) -> None:
    """Whatever is in doubt waits for the owner, once; decisions stand."""
    found = {}
    for doubt in linked.doubts:
        one, other = sorted((person_of(doubt.one), person_of(doubt.other)))
        if one and one != other:
            found[one, other] = Pair(
                business=business,
                one_id=one,
                other_id=other,
                probability=doubt.probability,
                because=doubt.because,
            )
    with transaction.atomic():
        Pair.objects.bulk_create(found.values(), ignore_conflicts=True, batch_size=BATCH)


def person_of(one: Group | int) -> int:
    return one if isinstance(one, int) else one.person or 0


def look_again(business: Business) -> int:
    """Everybody against everybody: for a book that grew by hand. Says how many pairs now wait."""
    known = known_people(business)
    numbers = list(known)
    pairs = linkage.find_pairs(linkage.Records(**columns(list(known.values()))))
    apart = kept_separate(business, numbers)
    who: Who = [*numbers]
    asked = linkage.doubtful(pairs, separate=apart, limit=MOST_WAITING)
    queue(business, Linked([], [doubt_of(pairs, int(place), who) for place in asked]))
    return business.pairs.filter(state="waiting").count()


Row = dict[str, Any]
TEXTS = ("given", "family", "name", "organisation", "birthday", "street", "city", "code")
LISTS = ("mails", "phones")


def columns(rows: Sequence[Row]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [row.get(name, "") for row in rows] for name in TEXTS}
    return found | {name: [row.get(name, ()) for row in rows] for name in LISTS}


def row_of(card: PlainCard) -> Row:
    given, family = parts_of(card)
    place = next(iter(card.get("places", ())), ["", "", "", "", "", ""])
    return {
        "name": card.get("name", "") or card.get("nickname", ""),
        "given": given,
        "family": family,
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
