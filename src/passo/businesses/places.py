"""The currencies and time zones one can choose from, named in the reader's language."""

import zoneinfo
from functools import cache

from babel.core import get_global
from babel.dates import get_timezone_location
from babel.numbers import get_currency_name, get_territory_currencies
from django.utils.translation import get_language, pgettext

from passo.lib.dates import babel_locale

REGIONS = (
    "Europe",
    "Africa",
    "America",
    "Asia",
    "Australia",
    "Atlantic",
    "Indian",
    "Pacific",
    "Antarctica",
)
NEAR = ("EUR", "CHF", "GBP", "USD")
Choices = list[tuple[str, str]]

# Where people who speak a language mostly are: a guess for browsers that say no more.
USUAL_ZONE = {"it": "Europe/Rome", "de": "Europe/Berlin", "es": "Europe/Madrid"}


def guess_time_zone(language: str) -> str:
    return USUAL_ZONE.get(language, "Europe/London")


def guess_currency(language: str) -> str:
    return "EUR" if language in USUAL_ZONE else "GBP"


def time_zones() -> list[tuple[str, Choices]]:
    """By part of the world, cities in the order of the alphabet."""
    return named_time_zones(get_language() or "en")


def currencies() -> Choices:
    """The near ones first, then every currency that is money somewhere today."""
    return named_currencies(get_language() or "en")


@cache
def named_time_zones(language: str) -> list[tuple[str, Choices]]:
    regions: dict[str, Choices] = {region: [] for region in REGIONS}
    renamed = get_global("zone_aliases")
    for name in zoneinfo.available_timezones():
        region = name.split("/")[0]
        if region in regions and name not in renamed:
            regions[region].append((name, city(name, language)))
    return [
        (region_name(region), sorted(cities, key=lambda one: one[1]))
        for region, cities in regions.items()
    ]


def city(zone: str, language: str) -> str:
    found: str = get_timezone_location(zone, locale=babel_locale(language), return_city=True)
    return found


def city_name(zone: str) -> str:
    return city(zone, get_language() or "en")


def money_name(code: str) -> str:
    return currency_name(code, get_language() or "en")


def region_name(region: str) -> str:
    return {
        "Europe": pgettext("part of the world", "Europe"),
        "Africa": pgettext("part of the world", "Africa"),
        "America": pgettext("part of the world", "America"),
        "Asia": pgettext("part of the world", "Asia"),
        "Australia": pgettext("part of the world", "Australia"),
        "Atlantic": pgettext("part of the world", "Atlantic"),
        "Indian": pgettext("part of the world", "Indian Ocean"),
        "Pacific": pgettext("part of the world", "Pacific"),
        "Antarctica": pgettext("part of the world", "Antarctica"),
    }[region]


@cache
def named_currencies(language: str) -> Choices:
    codes = sorted(money_of_today() - set(NEAR))
    return [(code, currency_name(code, language)) for code in (*NEAR, *codes)]


def currency_name(code: str, language: str) -> str:
    return f"{code} · {get_currency_name(code, locale=babel_locale(language))}"


@cache
def money_of_today() -> frozenset[str]:
    territories = get_global("territory_currencies")
    return frozenset(
        code for territory in territories for code in get_territory_currencies(territory)
    )
