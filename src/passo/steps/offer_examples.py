"""Three small offers to begin with, by what the business says it does."""

import re
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.lib.dates import format_number
from passo.lib.search import fold

USUAL_DAYS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Example:
    key: str
    promise: str
    hours: Decimal

    def __str__(self) -> str:
        return gettext(self.promise)

    @property
    def hours_said(self) -> str:
        return format_number(self.hours)


def example(key: str, promise: str, hours: str) -> Example:
    return Example(key, promise, Decimal(hours))


# Beginnings of words, in the four languages, of what a sentence about a trade is full of. The
# first trade that is found counts, so the word that means most things, to build, comes last.
TRADES: list[tuple[str, tuple[Example, ...]]] = [
    (
        (
            r"electr|elettric|elektr|photovol|fotovol|solar|plumb|idraul|installat|sanitar|fontaner"
            r"|heiz|riscald|calefac"
        ),
        (
            example("lines", _("Your meter room checked in one morning"), "2"),
            example("one-repair", _("The one thing that annoys you most, repaired"), "2"),
            example("bill", _("Your last bill read, with three ways to lower it"), "1"),
        ),
    ),
    (
        r"flor|flower|fior|blum|garden|giardin|garten|gartn|jardin|landscap",
        (
            example("one-table", _("One table with flowers for your next guests"), "1"),
            example("one-bed", _("One bed planted, so that something blooms all year"), "3"),
            example("walk", _("A walk through your garden, with a list of what to do when"), "1"),
        ),
    ),
    (
        (
            r"bak|forn|pan(?:e|if|ader)|back|brot|food|cibo|aliment|lebensm|comid|cook|cucin|koch"
            r"|cocin|restaur|ristor|cater|wine|vin[oi]|wein|caf"
        ),
        (
            example("tasting", _("A box to taste, for four people"), "1"),
            example("one-breakfast", _("Breakfast for your next meeting of eight"), "2"),
            example("one-menu", _("A menu for one evening, tried beforehand"), "3"),
        ),
    ),
    (
        (
            r"design|web|agenc|agenz|agentur|softw|market|foto|photo|grafi|graph|werb|pubblic|public"
            r"|comunic|kommunik|communic|video|text|copy"
        ),
        (
            example("one-page", _("Your first page, rewritten so that one asks for more"), "3"),
            example("one-morning", _("One morning of pictures of you at work"), "4"),
            example("three-things", _("Three things on your site that cost you visitors"), "1.5"),
        ),
    ),
    (
        (
            r"account|contab|commercialist|steuer|buchh|asesor|consul|berat|law|legal|avvocat|anwalt"
            r"|abogad|coach|train|formaz|schul|insur|assicur|versicher|segur"
        ),
        (
            example("one-paper", _("One paper read and explained in plain words"), "1"),
            example("one-hour", _("One hour on the question that keeps you awake"), "1"),
            example("order", _("Your papers of one month put in order"), "3"),
        ),
    ),
    (
        (
            r"build|bau|edil|constru|carpent|tischler|schreiner|falegn|carpint|paint|maler|imbianch"
            r"|pintor|dach|roof|tett|tejad"
        ),
        (
            example("one-room", _("One room measured and drawn, with a fixed price"), "2"),
            example("small-repairs", _("Two hours of small repairs in your house"), "2"),
            example("winter", _("Roof and gutters looked at before the winter"), "1.5"),
        ),
    ),
]
ANY_TRADE = (
    example("first-look", _("A first look at it, with three things to do"), "1"),
    example("smallest-part", _("The smallest part of it, done by the end of next week"), "3"),
    example("trial", _("One try with you, before you decide about more"), "2"),
)
BY_KEY = {one.key: one for _trade, some in TRADES for one in some} | {
    one.key: one for one in ANY_TRADE
}


def examples_for(business: Business) -> tuple[Example, ...]:
    said = fold(f"{business.name} {business.sentence}")
    for words, some in TRADES:
        if re.search(rf"\b(?:{words})", said):
            return some
    return ANY_TRADE


def first_words(business: Business, key: str) -> dict[str, Any]:
    """What stands in the editor at first: two weeks, a language, perhaps an example."""
    values: dict[str, Any] = {
        "valid_until": timezone.localdate() + USUAL_DAYS,
        "language": business.language,
    }
    found = BY_KEY.get(key)
    if found:
        with translation.override(business.language):
            values |= {"promise": str(found), "hours": found.hours}
    return values
