"""Whose export is this? Which row holds the headings, and what stands in each column?"""

import re
from collections.abc import Sequence
from itertools import takewhile

from passo.readers.tables.values import mails_of
from passo.readers.tables.words import heading_of, squeezed

Mapping = dict[str, str]  # the number of a column, from 0, as text -> the name of a field

_WHO = {"name", "given", "family", "organisation", "mail", "phone"}
_REACH = {"mail", "phone", "web"}
_MARKS = {
    "linkedin": ({"firstname", "lastname", "connectedon"},),
    "google": (
        {"givenname", "familyname", "groupmembership"},
        {"email1value"}, {"phone1value"}, {"fileas", "labels"}, {"firstname", "phoneticfirstname",
         "organizationname"},
    ),
    "salesforce": (
        {"accountname", "mailingcity"}, {"accountname", "lastname", "title"},
        {"mailingstreet", "lastname"}, {"accountid", "lastname"}, {"accountname", "leadsource"},
    ),
    "hubspot": (
        {"recordid", "firstname"}, {"lifecyclestage", "email"}, {"contactid", "firstname", "email"},
        {"associatedcompany", "email"}, {"leadstatus", "firstname", "lastname"},
    ),
    "outlook": (
        {"businessstreet", "firstname"}, {"emaildisplayname"}, {"emailaddress", "businessphone"},
        {"viauff", "cognome"}, {"nome", "cognome", "telefonouff"},
        {"strassegeschaftlich"}, {"telefongeschaftlich", "nachname"},
        {"calledeltrabajo"}, {"telefonodeltrabajo", "apellidos"},
    ),
    "apple": ({"iphone"}, {"phoneiphone"}, {"phoneticfirstname", "phoneticlastname", "relatedname"},
              {"firstnamephonetic", "lastnamephonetic"}),
}  # fmt: skip
_UIDS = {"recordid", "contactid", "leadid", "id"}
_ALONE = {"nome", "nombre"}  # a first name beside a last name, the whole one without
_HONORIFICS = re.compile(
    r"(mr|mrs|ms|miss|dr|prof|sir|sig|sig\.?ra|sig\.?na|dott|dott\.?ssa|ing|avv|arch|geom|rag|herr"
    r"|frau|dipl|mag|sr|sra|srta|don|doña|d)\b\.?[ .a-z]*$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[\d\s()./-]{6,20}$")
_WEB = re.compile(r"(https?://|www\.)\S+$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_][^\d@]*$")
_HEADINGS_LOOKED_AT = 30
_MOST = 0.6


def heading_row(rows: Sequence[Sequence[str]]) -> int:
    """Which of the first rows is made of headings; -1 where none is."""
    looked_at = rows[:_HEADINGS_LOOKED_AT]
    scores = [headings_in(row) for row in looked_at]
    best = max(scores, default=0)
    if best > 1 or (best and max(map(len, looked_at)) == 1):
        return scores.index(best)
    first, second = ([number for number, row in enumerate(looked_at) if any(row)] + [-1, -1])[:2]
    if first < 0 or any(map(_is_a_value, looked_at[first])):
        return -1
    return first if scores[first] or any(map(_is_a_value, looked_at[second])) else -1


def headings_in(row: Sequence[str]) -> int:
    if any(map(_is_a_value, row)):
        return 0
    fields = [heading_of(cell).field for cell in row if cell]
    return sum(field not in {"", "ignore"} for field in fields)


def _is_a_value(cell: str) -> bool:
    return "@" in cell or bool(_PHONE.match(cell) or _WEB.match(cell))


def layout_of(headers: Sequence[str], mapping: Mapping) -> str:
    keys = {squeezed(header) for header in headers}
    for layout, marks in _MARKS.items():
        if any(mark <= keys for mark in marks):
            return layout
    fields = set(mapping.values()) - {"ignore", "note", "label", "tags"}
    alone = fields & _WHO and (fields & _REACH or len(fields) > 1)
    return "generic" if alone else ""


def proposed(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping:
    """What each column probably holds, by its heading, else by what stands in it."""
    fields = [heading_of(header).field or "ignore" for header in headers]
    columns = [[row[at].strip() for row in rows if at < len(row)] for at in range(len(headers))]
    keys = [squeezed(header) for header in headers]
    if not any(headers):
        fields = _by_their_cells(columns)
    for at, key in enumerate(keys):
        fields[at] = _better(fields, keys, at, key, columns[at])
    layout = layout_of(headers, dict(enumerate_fields(fields)))
    if layout in {"hubspot", "salesforce"} and (
        own := [at for at, k in enumerate(keys) if k in _UIDS]
    ):
        fields[own[0]] = "uid"
    if layout == "outlook":
        fields = ["prefix" if key == "title" else f for key, f in zip(keys, fields, strict=True)]
    return dict(enumerate_fields(fields))


def enumerate_fields(fields: Sequence[str]) -> list[tuple[str, str]]:
    return [(str(at), field) for at, field in enumerate(fields)]


def _better(fields: list[str], keys: list[str], at: int, key: str, column: list[str]) -> str:
    """A heading that means one thing here and another there is told by what is around it."""
    field = fields[at]
    if key in _ALONE and "family" not in fields:
        return "name"
    if field == "title" and key in {"title", "titolo", "titulo"} and _mostly(_HONORIFICS, column):
        return "prefix"
    if field == "prefix" and key in {"titel", "titolo"} and not _mostly(_HONORIFICS, column):
        return "prefix" if "title" in fields or not any(column) else "title"
    if field == "phone" and _mails(column):
        return "mail"
    if field == "ignore" and keys[at] not in {"", "ignore"} and "mail" not in fields:
        return "mail" if _mails(column) else field
    return field


def _mostly(pattern: re.Pattern[str], column: Sequence[str]) -> bool:
    full = [cell for cell in column if cell]
    return bool(full) and sum(bool(pattern.match(cell)) for cell in full) > len(full) * _MOST


def _mails(column: Sequence[str]) -> bool:
    full = [cell for cell in column if cell]
    return bool(full) and sum("@" in c and bool(mails_of(c)) for c in full) > len(full) * _MOST


def _by_their_cells(columns: Sequence[Sequence[str]]) -> list[str]:
    """A table without headings: addresses and numbers tell themselves, the first words name."""
    fields = [_by_its_cells(column) for column in columns]
    first = [*takewhile(lambda at: fields[at] != "words", range(len(fields)))]
    if len(first) < len(fields):
        fields[len(first)] = "name"
    return ["ignore" if field == "words" else field for field in fields]


def _by_its_cells(column: Sequence[str]) -> str:
    if _mails(column):
        return "mail"
    patterns = (("phone", _PHONE), ("web", _WEB), ("words", _LETTERS))
    return next((field for field, pattern in patterns if _mostly(pattern, column)), "ignore")
