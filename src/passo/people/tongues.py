"""In which language one writes to somebody, as far as it can be known."""

from collections.abc import Iterator

import phonenumbers

from passo.businesses.models import Business
from passo.engine.names import fold
from passo.engine.signals.language import language_of
from passo.people.addresses import country_of
from passo.people.models import Person

LANGUAGES = ("en", "it", "de", "es")
LATELY = 12  # mails each way
ENOUGH = 5  # words, below which a mail tells nothing
# Countries where nearly everybody writes in one of the four. Switzerland is none of them.
COUNTRIES = {
    "it": "IT SM VA",
    "de": "DE AT LI",
    "es": "ES AR BO CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE",
    "en": "GB UK IE US AU NZ",
}
SPOKEN = {country: code for code, those in COUNTRIES.items() for country in those.split()}


def language_for(person: Person, business: Business) -> str:
    """Of what they write; of what was written to them; of a country abroad; of the business."""
    known = of_words(person, business, "in") or of_words(person, business, "out")
    return known or of_their_country(person, business) or of_the_business(business)


def of_the_business(business: Business) -> str:
    said = str(business.language)[:2]
    return said if said in LANGUAGES else LANGUAGES[0]


def of_words(person: Person, business: Business, direction: str) -> str:
    """From the subjects of mails that went this way, and the sentences that were kept of them."""
    mails = business.participations.filter(person=person, kind="mail", direction=direction)
    rows = list(mails.order_by("-at", "-pk").values_list("touch", "touch__subject")[:LATELY])
    said = business.signals.filter(
        touch__in=[touch for touch, _subject in rows], is_ours=direction == "out"
    )
    texts = [subject for _touch, subject in rows]
    texts += said.order_by("-at", "-pk").values_list("quote", flat=True)[:LATELY]
    return certain_language(fold(" ".join(texts)))


def certain_language(folded: str) -> str:
    """Only one that most words speak for: it does not depend on which was likely before."""
    if len(folded.split()) < ENOUGH:
        return ""
    one, other = (language_of(folded, likely) for likely in ("it", "de"))
    return one if one == other else ""


def of_their_country(person: Person, business: Business) -> str:
    """Abroad only: at home many a neighbour speaks as the business does."""
    home = country_of(business)
    found = (country for country in countries_of(person) if country != home)
    return next((SPOKEN[country] for country in found if country in SPOKEN), "")


def countries_of(person: Person) -> Iterator[str]:
    """By their numbers, then by the ends of their addresses."""
    ways = list(person.contact_points.order_by("kind", "pk").values_list("kind", "value"))
    for kind, value in ways:
        if kind == "phone" and value.startswith("+"):
            yield phonenumbers.region_code_for_number(phonenumbers.parse(value)) or ""
    for kind, value in ways:
        if kind == "mail":
            yield value.rpartition(".")[2].upper()
