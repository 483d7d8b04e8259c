"""From a row of cells to a card: which column fills which field, worked out once for a table."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple

from passo.readers.records import Card, Place, Problem, Said, _
from passo.readers.tables.dates import date_of, day_of, is_month_first
from passo.readers.tables.splitting import Row
from passo.readers.tables.values import (
    MANY,
    label_of,
    mails_of,
    phones_of,
    tags_of,
    tidy,
    unreadable,
    webs_of,
)
from passo.readers.tables.words import heading_of, squeezed

# What a column may hold, and how a screen calls it
FIELDS = {
    "name": _("Whole name"),
    "given": _("First name"),
    "additional": _("Middle name"),
    "family": _("Last name"),
    "prefix": _("Before the name (Dr, Ms)"),
    "suffix": _("After the name (Jr, MD)"),
    "nickname": _("Nickname"),
    "organisation": _("Organisation"),
    "unit": _("Department"),
    "title": _("Job"),
    "mail": _("Mail address"),
    "phone": _("Phone"),
    "street": _("Street and number"),
    "code": _("Postal code"),
    "city": _("Town"),
    "region": _("Region"),
    "country": _("Country"),
    "web": _("Web address"),
    "birthday": _("Birthday"),
    "note": _("Note"),
    "tags": _("Tags"),
    "connected_on": _("Known since"),
    "label": _("What the next column is (home, work)"),
    "uid": _("Number in the other program"),
    "ignore": _("Leave out"),
}
_PLACE = ("street", "city", "region", "code", "country")
_ROLES = """info office contact contacts kontakt contatti contacto mail email post hello hallo ciao
    hola admin segreteria amministrazione administracion verwaltung sekretariat sales vendite ventas
    verkauf buero support service servizio team shop"""
OURS = "Passo UID"  # a heading that no other program writes
_US = {"outlook", "salesforce", "google"}

Put = Callable[[Card, str, list[str]], None]


class Plan(NamedTuple):
    """A table's columns: their headings, what each holds, whose export it is."""

    headers: list[str]
    mapping: Mapping[str, str]
    layout: str


def signature(headers: Sequence[str]) -> str:
    """By which the owner's mapping is found again for the next file of the same kind."""
    keys = "|".join(map(squeezed, headers))
    return hashlib.sha256(keys.encode()).hexdigest()[:32]


def field_at(plan: Plan) -> list[str]:
    """The field of each column; a mapping may name columns by number or by heading."""
    found = [
        plan.mapping.get(str(at)) or plan.mapping.get(header) or "ignore"
        for at, header in enumerate(plan.headers)
    ]
    return [field if field in FIELDS else "ignore" for field in found]


class CardMaker:
    """Makes the card of a row; what it doubts about it goes to `doubts`."""

    def __init__(self, plan: Plan, first_rows: Sequence[Sequence[str]]) -> None:
        self.headers, self.layout = plan.headers, plan.layout
        self.width = len(plan.headers)
        self.fields = field_at(plan)
        self.is_ours = OURS in plan.headers
        self.headings = [heading_of(header) for header in plan.headers]
        self.doubts: list[Problem] = []
        self.month_first = is_month_first(
            (row[at] for row in first_rows for at in self._columns("birthday") if at < len(row)),
            when_unclear=plan.layout in _US,
        )
        self._compile()

    def __call__(self, row: Row) -> Card | None:
        cells, line = row.cells, row.line
        if len(cells) != self.width:
            cells = self._as_wide_as_the_headings(cells, line)
        if cells == self.headers:
            return None  # two exports one below the other
        card = Card(line, is_told_apart=self.is_ours)
        for text, put in zip(self._take(cells), self._puts, strict=True):
            if text and (text := tidy(text)):
                put(card, text, cells)
        for place in self._places:
            place(card, cells)
        if not (card.name or card.given or card.family or card.nickname):
            return card if self._is_someone(card, cells) else None
        if self.layout == "linkedin" and card.webs:
            card.uid = card.webs[0].value
        return card

    def _as_wide_as_the_headings(self, cells: list[str], line: int) -> list[str]:
        if any(map(str.strip, cells[self.width :])):
            what = ", ".join(cells[self.width :])[:80]
            sentence = _("This row has more cells than there are headings. Left out: %(what)s")
            self.doubts.append(Problem(line, sentence, {"what": what}, what))
        return cells[: self.width] + [""] * (self.width - len(cells))

    def _is_someone(self, card: Card, cells: list[str]) -> bool:
        if card.organisation:
            mails = [mail.value.partition("@")[0].casefold() for mail in card.mails]
            card.is_organisation = not card.title and set(mails).issubset(_ROLES.split())
        elif not (card.mails or card.phones):
            if what := ", ".join(filter(None, map(str.strip, cells))):
                sentence = _("Here is no name, mail address or phone to know anyone by.")
                self.doubts.append(Problem(card.line, sentence, what=what[:80]))
            return False
        return True

    def _columns(self, *fields: str) -> list[int]:
        return [at for at, field in enumerate(self.fields) if field in fields]

    def _compile(self) -> None:
        columns = [at for at, field in enumerate(self.fields) if field not in _NOT_ALONE]
        self._puts = [self._put(at) for at in columns]
        self._take = _taking(columns)
        groups = dict.fromkeys(self.headings[at].group for at in self._columns(*_PLACE))
        self._places = [self._place(group) for group in groups]

    def _put(self, at: int) -> Put:
        field = self.fields[at]
        if field in {"mail", "phone", "web"}:
            return self._put_several(at, field)
        own: dict[str, Put] = {
            "birthday": self._put_birthday,
            "connected_on": self._put_connected_on,
            "tags": _put_tags,
        }
        return own.get(field) or _put_text(field, _JOINED.get(field))

    def _put_several(self, at: int, field: str) -> Put:
        read = {"mail": mails_of, "phone": phones_of, "web": webs_of}[field]
        fixed, beside = self.headings[at].label, self._label_beside(at)
        kept = itemgetter({"mail": 0, "phone": 1, "web": 2}[field])

        def put(card: Card, text: str, cells: list[str]) -> None:
            label = fixed if beside < 0 else label_of(cells[beside])
            values = read(text)
            if values is None:
                self.doubts.append(unreadable(card.line, field, text))
                return
            here = kept((card.mails, card.phones, card.webs))
            for value in values:
                if not here or all(said.value != value for said in here):
                    here.append(Said(value, label))

        return put

    def _label_beside(self, at: int) -> int:
        """The column that says what this one is: of the same number, else the one before."""
        group = self.headings[at].group
        labels = self._columns("label")
        same = [label for label in labels if group and self.headings[label].group == group]
        before = [at - 1] if at - 1 in labels and not self.headings[at - 1].group else []
        return (same or before or [-1])[0]

    def _put_birthday(self, card: Card, text: str, cells: list[str]) -> None:
        found = day_of(text, month_first=self.month_first)
        if found is None:
            self.doubts.append(unreadable(card.line, "birthday", text))
        card.birthday = card.birthday or found or ""

    def _put_connected_on(self, card: Card, text: str, cells: list[str]) -> None:
        card.connected_on = date_of(text, month_first=self.layout == "linkedin")
        if card.connected_on is None:
            self.doubts.append(unreadable(card.line, "connected_on", text))

    def _place(self, group: str) -> Callable[[Card, list[str]], None]:
        columns = [self._of_group(part, group) for part in _PLACE]
        every = sorted(at for column in columns for at in column)
        filled = [(part, column) for part, column in enumerate(columns) if column]
        fixed, beside = self.headings[every[0]].label, self._label_beside(every[0])
        take = _taking(every)

        def put(card: Card, cells: list[str]) -> None:
            if not any(take(cells)):
                return
            parts = [""] * len(_PLACE)
            for part, column in filled:
                parts[part] = _joined(cells, column)
            if any(parts):
                label = fixed if beside < 0 else label_of(cells[beside])
                card.places.extend(_split(parts, label))

        return put

    def _of_group(self, field: str, group: str) -> list[int]:
        return [at for at in self._columns(field) if self.headings[at].group == group]


_NOT_ALONE = {"ignore", "label", *_PLACE}
_CODE_AND_CITY = re.compile(r"((?:[A-Z]{1,2}-)?\d{4,5})\s+(\D.*)")
_JOINED = {"note": "\n", "family": " ", "additional": " "}


def _taking(columns: list[int]) -> Callable[[list[str]], tuple[str, ...]]:
    """The cells of these columns at once; with one, `itemgetter` alone would give no tuple."""
    if len(columns) > 1:
        return itemgetter(*columns)
    return lambda cells: tuple(cells[at] for at in columns)


def _put_tags(card: Card, text: str, cells: list[str]) -> None:
    card.tags.extend(tag for tag in tags_of(text) if tag not in card.tags)


def _put_text(field: str, joiner: str | None) -> Put:
    def put(card: Card, text: str, cells: list[str]) -> None:
        before = getattr(card, field)
        if not before:
            setattr(card, field, text)
        elif joiner and before != text:
            setattr(card, field, before + joiner + text)

    return put


def _joined(cells: list[str], columns: list[int]) -> str:
    if len(columns) == 1:
        return tidy(cells[columns[0]])
    return ", ".join(filter(None, (tidy(cells[at]) for at in columns)))


def _split(parts: list[str], label: str) -> list[Place]:
    if MANY not in "".join(parts):
        return [_place_of(*parts, label=label)]
    several = zip_longest(*(part.split(MANY) for part in parts), fillvalue="")
    return [_place_of(*map(str.strip, one), label=label) for one in several]


def _place_of(street: str, city: str, region: str, code: str, country: str, *, label: str) -> Place:
    """“39100 Bolzano” in the column of towns is a code and a town."""
    if not code and (both := _CODE_AND_CITY.match(city)):
        code, city = both.groups()
    return Place(street, city, region, code, country, label)
