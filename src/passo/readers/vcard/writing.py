"""A contact as a vCard 4.0 (RFC 6350), for any address book, and for Passo to read again."""

import re
from collections.abc import Iterator

from passo.readers.records import Card, Place, Said
from passo.readers.vcard.heads import SAY_NOTHING

LONGEST_LINE = 75  # bytes, without the line end
SPECIAL = re.compile(r"([\\,;])")
TYPE = re.compile(r"[a-z0-9-]+")


def write_vcard(card: Card) -> str:
    lines = ["BEGIN:VCARD", "VERSION:4.0", *_about(card), *_reachable(card), "END:VCARD"]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def folded(line: str) -> str:
    """Broken after at most 75 bytes, and never within a letter."""
    if len(line) <= LONGEST_LINE and line.isascii():
        return line
    rows, row, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            rows.append(row)
            row, size = " ", 1
        row, size = row + letter, size + width
    return "\r\n".join([*rows, row])


def _about(card: Card) -> Iterator[str]:
    yield f"KIND:{'org' if card.is_organisation else 'individual'}"
    # A card must have a name; one that we made up says so.
    yield f"FN:{_text(card.name)}" if card.name else f"FN;DERIVED=TRUE:{_text(_made_name(card))}"
    names = (card.family, card.given, card.additional, card.prefix, card.suffix)
    yield f"N:{_structure(*names)}"
    if card.organisation or card.unit:
        yield f"ORG:{_structure(card.organisation, *([card.unit] if card.unit else []))}"
    plain = {"UID": card.uid, "TITLE": card.title, "NICKNAME": card.nickname, "NOTE": card.note}
    yield from (f"{name}:{_text(value)}" for name, value in plain.items() if value)
    if card.birthday:
        yield f"BDAY:{_date(card.birthday)}"
    if card.tags:
        yield f"CATEGORIES:{','.join(map(_text, card.tags))}"
    if card.connected_on:
        yield f"X-PASSO-CONNECTED-ON:{card.connected_on.isoformat()}"


def _reachable(card: Card) -> Iterator[str]:
    rows: list[tuple[str, str, str]] = []
    rows += (("EMAIL", mail.label, _text(mail.value)) for mail in card.mails)
    rows += (("TEL", phone.label, _text(phone.value)) for phone in card.phones)
    rows += (("URL", web.label, _text(web.value)) for web in card.webs)
    rows += (("ADR", place.label, _address(place)) for place in card.places)
    for number, (name, label, value) in enumerate(rows, 1):
        yield from _labelled(number, name, label, value)


def _labelled(number: int, name: str, label: str, value: str) -> Iterator[str]:
    """The owner's own words for an address stand in a line apart, as Apple writes them."""
    kinds = label.split(" ") if label else []
    if all(TYPE.fullmatch(kind) and kind not in SAY_NOTHING for kind in kinds):
        yield name + "".join(f";TYPE={kind}" for kind in kinds) + f":{value}"
    else:
        yield f"item{number}.{name}:{value}"
        yield f"item{number}.X-ABLabel:{_text(label)}"


def _made_name(card: Card) -> str:
    parts = (card.prefix, card.given, card.additional, card.family, card.suffix)
    reachable = [card.nickname, card.organisation, *(said.value for said in _said(card))]
    return " ".join(filter(None, parts)) or next(filter(None, reachable), "?")


def _said(card: Card) -> list[Said]:
    return [*card.mails, *card.phones]


def _address(place: Place) -> str:
    return _structure("", "", place.street, place.city, place.region, place.code, place.country)


def _structure(*parts: str) -> str:
    return ";".join(map(_text, parts))


def _text(value: str) -> str:
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return SPECIAL.sub(r"\\\1", value).replace("\n", "\\n")


def _date(birthday: str) -> str:
    """Whole dates and those without a year lose their hyphens; 1980-04 keeps its one."""
    if birthday.startswith("--"):
        return f"--{birthday[2:].replace('-', '')}"
    return birthday.replace("-", "") if birthday.count("-") > 1 else birthday
