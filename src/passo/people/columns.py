"""People as the columns that linkage compares: one list for each feature, however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from passo.businesses.models import Business
from passo.engine.linkage import Records
from passo.people.cards import PlainCard
from passo.people.organisation_names import without_form
from passo.people.telling import parts_of

CHUNK = 5_000
BESIDE = {"numbers", "told_apart"}
NOWHERE = ("", "", "", "", "", "")
NONE: tuple[str, ...] = ()


@dataclass
class Columns:
    """Entry i of each list is about the person or source with the number `numbers[i]`."""

    numbers: list[int] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    organisation: list[str] = field(default_factory=list)
    birthday: list[str] = field(default_factory=list)
    street: list[str] = field(default_factory=list)
    city: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    mails: list[tuple[str, ...]] = field(default_factory=list)
    phones: list[tuple[str, ...]] = field(default_factory=list)
    # Numbers of records that their file tells apart from one another
    told_apart: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.numbers)

    def add(self, number: int, **values: Any) -> None:
        self.numbers.append(number)
        for name, value in values.items():
            getattr(self, name).append(value)

    def before(self, others: "Columns") -> Records:
        """These and then the others, as linkage wants them."""
        ours, theirs = vars(self), vars(others)
        return Records(**{name: ours[name] + theirs[name] for name in ours if name not in BESIDE})


def add_card(columns: Columns, number: int, card: PlainCard) -> None:
    given, family = parts_of(card)
    if card.get("told_apart"):
        columns.told_apart.add(number)
    place = next(iter(card.get("places", ())), NOWHERE)
    columns.add(
        number,
        name=card.get("name", "") or card.get("nickname", ""),
        given=given,
        family=family,
        organisation=without_form(card.get("org", "")),
        birthday=card.get("birthday", ""),
        street=place[0],
        city=place[1],
        code=place[3],
        mails=tuple([mail[0] for mail in card.get("mails", NONE)]),
        phones=tuple([phone[0] for phone in card.get("phones", NONE) if phone[0]]),
    )


def known_people(business: Business) -> Columns:
    """Everybody who is somebody of their own, also those left out: they are not met anew."""
    fields = ("pk", "name", "given", "family", "birthday", "organisation__name")
    people = business.people.filter(merged_into__isnull=True).order_by("pk").values_list(*fields)
    ways = ways_of(business)
    known, (owner, theirs) = Columns(), next(ways, (0, {}))
    for number, name, given, family, birthday, firm in people.iterator(chunk_size=CHUNK):
        while owner and owner < number:
            owner, theirs = next(ways, (0, {}))
        has = theirs if owner == number else {}
        place = next(iter(has.get("place", NONE)), NOWHERE) or NOWHERE
        known.add(
            number,
            name=name,
            given=given,
            family=family,
            organisation=without_form(firm or ""),
            birthday=birthday,
            street=place[0],
            city=place[1],
            code=place[3],
            mails=tuple(has.get("mail", NONE)),
            phones=tuple(has.get("phone", NONE)),
        )
    return known


def ways_of(business: Business) -> Iterator[tuple[int, dict[str, list[Any]]]]:
    """For each person, in order, what they are reached by."""
    points = business.contact_points.filter(person__isnull=False).order_by("person", "pk")
    rows: Iterable[tuple[int, str, str, list[str]]] = points.values_list(
        "person", "kind", "value", "place"
    ).iterator(chunk_size=CHUNK)
    for person, some in groupby(rows, key=lambda row: row[0]):
        found: dict[str, list[Any]] = defaultdict(list)
        for _person, kind, value, place in some:
            found[kind].append(place if kind == "place" else value)
        yield person, found
