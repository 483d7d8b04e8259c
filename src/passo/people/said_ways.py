"""Numbers and mail addresses in a line in own words: whose they are, and whose they become."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import phonenumbers

from passo.businesses.models import Business
from passo.engine.capture import Captured, Recognised, Span
from passo.people.addresses import MAIL, country_of, mail_of
from passo.people.models import Person
from passo.people.naming import candidate_of

MOST = 5  # people whom one number may mean, and ways that one line may give


class Way(NamedTuple):
    kind: str
    value: str
    start: int
    end: int


def ways_in(business: Business, text: str) -> Iterator[Way]:
    """Only numbers that exist as such: no dates, no amounts, no numbers of invoices."""
    for mail in MAIL.finditer(text):
        if value := mail_of(mail[0]):
            yield Way("mail", value, *mail.span())
    for phone in phonenumbers.PhoneNumberMatcher(text, country_of(business)):
        form = phonenumbers.PhoneNumberFormat.E164
        value = phonenumbers.format_number(phone.number, form)
        yield Way("phone", value, phone.start, phone.end)


def with_whom_they_reach(business: Business, said: Captured) -> Captured:
    """A line that names nobody, but a number or an address that somebody has."""
    if said.persons:
        return said
    for way in ways_in(business, said.note):
        if people := reached_by(business, way):
            text = said.note[way.start : way.end]
            candidates = tuple(candidate_of(person) for person in people)
            person = Recognised(text, way.start, way.end, candidates)
            span = Span(way.start, way.end, "person")
            return replace(said, persons=(person,), spans=(*said.spans, span))
    return said


def reached_by(business: Business, way: Way) -> list[Person]:
    points = business.contact_points.filter(kind=way.kind, value=way.value)
    people = business.people.listed().filter(pk__in=points.values("person"))
    return list(people.select_related("organisation").order_by("-strength", "-pk")[:MOST])


def give_ways(person: Person, text: str) -> None:
    """Whoever is new in a line is reached by what it says, as far as that is nobody's yet."""
    business = person.business
    for way in list(ways_in(business, text))[:MOST]:
        known = business.contact_points.filter(kind=way.kind, value=way.value)
        if not known.exists():
            said = text[way.start : way.end]
            person.contact_points.create(
                business=business, kind=way.kind, value=way.value, said=said, is_own=True
            )
    person.index()
