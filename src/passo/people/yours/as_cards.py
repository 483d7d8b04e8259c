"""People and organisations as vCard 4, for any phone or address book."""

from collections.abc import Iterator
from typing import Any

from passo.businesses.models import Business
from passo.people.lasting import as_urn, key_of
from passo.people.yours.plain import People, Plain, organisations, people, shown
from passo.readers.records import Card, Place, Said
from passo.readers.vcard import write_vcard
from passo.readers.vcard.writing import folded

END = "END:VCARD\r\n"
FIELDS = {"title": "job_title", "organisation": "organisation_name"}
SAME = ("name", "given", "family", "nickname", "birthday", "note", "tags")
LONGEST_SOURCE = 200


def write_cards(business: Business, chosen: People | None = None) -> Iterator[str]:
    """One card a person; firms that can be reached have one, too."""
    if chosen is None:
        for firm in organisations(business):
            if firm["ways"]:
                yield write_vcard(card_of_firm(firm))
    for person in people(business, shown(business, chosen)):
        lines = "".join(f"{folded(line)}\r\n" for line in beside(person))
        yield write_vcard(card_of(person)).removesuffix(END) + lines + END


def card_of(person: Plain) -> Card:
    values = {name: person[name] for name in SAME}
    values |= {name: person[there] for name, there in FIELDS.items()}
    return Card(line=0, uid=uid_of(person), **values, **ways_of(person))


def uid_of(person: Plain) -> str:
    """The one that an address book gave it already, so that it knows the card again."""
    for source in person["sources"]:
        uid = as_urn(source["outer_id"])
        if uid and source["key"] == key_of(source["outer_id"]):
            return uid
    return str(person["uid"])


def ways_of(one: Plain) -> dict[str, Any]:
    of_kind: dict[str, list[Plain]] = {"mail": [], "phone": [], "place": [], "web": []}
    for way in one["ways"]:
        of_kind[way["kind"]].append(way)
    return {
        "mails": [Said(way["value"], way["label"]) for way in of_kind["mail"]],
        "phones": [Said(way["said"], way["label"]) for way in of_kind["phone"]],
        "webs": [Said(way["said"], way["label"]) for way in of_kind["web"]],
        "places": [place_of(way) for way in of_kind["place"]],
    }


def place_of(way: Plain) -> Place:
    said = [*(way["place"] or [way["said"]]), *[""] * 5]
    street, city, region, code, country = said[:5]
    return Place(street, city, region, code, country, way["label"])


def card_of_firm(firm: Plain) -> Card:
    return Card(
        line=0,
        name=firm["name"],
        organisation=firm["name"],
        note=firm["note"],
        is_organisation=True,
        **ways_of(firm),
    )


def beside(person: Plain) -> Iterator[str]:
    """Who wrote it; and what no property of a vCard is for: consent, and where it came from."""
    yield "PRODID:-//Passo//People//EN"
    if person["consent"]:
        said = (person["consent"], person["consent_on"], person["consent_note"])
        yield f"X-PASSO-CONSENT:{one_line(' '.join(str(one) for one in said if one))}"
    for name in sources_of(person):
        yield f"X-PASSO-SOURCE:{one_line(name)}"


def sources_of(person: Plain) -> list[str]:
    """Each once, with the place in it where there is only one."""
    return list(dict.fromkeys(source["file"] for source in person["sources"] if source["file"]))


def one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_SOURCE]
