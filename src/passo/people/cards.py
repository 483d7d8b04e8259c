"""A record's card as it is kept: normalised, small, and with a lasting name.

A card kept as JSON holds only what is there:
`name given family nickname title org unit birthday note` are texts, `tags` a list of texts,
`mails` and `phones` lists of [value, as written, label], `webs` of [value, label], `places` of
[street, city, region, code, country, label], `is_org` is true for an organisation's own card.
Where it stood is kept beside: `number`, which record of its file, and `also`, where the same card
stood again, each [import, file, line, number]; `told_apart` where Passo itself wrote the file.
"""

import hashlib
import json
from typing import Any

from passo.people.addresses import mail_of, phone_of
from passo.readers.records import Card, Said

PlainCard = dict[str, Any]
LONGEST = {"name": 200, "given": 100, "family": 100, "nickname": 100, "title": 200, "org": 200}
LONGEST_NOTE = 20_000
WHERE = ("number", "also", "told_apart")
MOST_OF_EACH = 50


def plain_card(card: Card, country: str) -> PlainCard:
    plain: PlainCard = {
        "name": card.name or " ".join(filter(None, (card.given, card.additional, card.family))),
        "given": card.given,
        "family": card.family,
        "prefix": card.prefix,
        "nickname": card.nickname,
        "title": card.title,
        "org": card.organisation,
        "unit": card.unit,
        "birthday": card.birthday,
        "note": card.note[:LONGEST_NOTE],
        "mails": [known for said in card.mails[:MOST_OF_EACH] if (known := plain_mail(said))],
        "phones": [plain_phone(said, country) for said in card.phones[:MOST_OF_EACH] if said.value],
        "webs": [[said.value[:254], said.label[:40]] for said in card.webs[:MOST_OF_EACH]],
        "places": [list(place) for place in card.places[:MOST_OF_EACH] if any(place[:5])],
        "tags": [tag.strip()[:60] for tag in card.tags[:MOST_OF_EACH] if tag.strip()],
        "is_org": card.is_organisation,
        "connected_on": card.connected_on.isoformat() if card.connected_on else "",
        "number": card.number,
        "told_apart": card.is_told_apart,
    }
    for name, longest in LONGEST.items():
        plain[name] = " ".join(plain[name].split())[:longest]
    return {name: value for name, value in plain.items() if value}


def plain_mail(said: Said) -> list[str]:
    value = mail_of(said.value)
    return [value, said.value.strip()[:400], said.label[:40]] if value else []


def plain_phone(said: Said, country: str) -> list[str]:
    return [phone_of(said.value, country), said.value.strip()[:400], said.label[:40]]


def display_name(card: PlainCard) -> str:
    """What a card is called: its name, else whatever else one would know it by."""
    first_mail = next((mail[0] for mail in card.get("mails", ())), "")
    first_phone = next((phone[1] for phone in card.get("phones", ())), "")
    name = card.get("name") or card.get("nickname") or card.get("org") or first_mail or first_phone
    return str(name)[:200]


def identity_of(card: PlainCard) -> str:
    """What a card says of whom, where it has no lasting name of its own."""
    who = [card.get("name", ""), card.get("org", ""), card.get("birthday", "")]
    ways = sorted({way[0] or way[1] for kind in ("mails", "phones") for way in card.get(kind, ())})
    return checksum("who", *who, *ways)


def digest_of(card: PlainCard) -> str:
    """Tells whether a card changed; that it stands somewhere else is no change."""
    said = {name: card[name] for name in card if name not in WHERE}
    return checksum(json.dumps(said, sort_keys=True))[:32]


def checksum(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
