"""The words of an ask, in the language of whom they are for; texts are in `wording/`.

Each is a proposal that the owner changes before anybody sees it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from passo.businesses.models import Business, User
from passo.introductions.models import Introduction
from passo.lib import wording
from passo.people.models import Person
from passo.people.tongues import LANGUAGES, language_for

TEXTS = Path(__file__).parent / "wording"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An introduction that nobody has written yet: by a broker, or of two to each other."""

    business: Business
    target: Person
    broker: Person | None = None
    other: Person | None = None

    @property
    def first_asked(self) -> Person:
        return self.broker or self.target


@dataclass(frozen=True, slots=True)
class Draft:
    language: str
    words: str
    blurb: str
    blurb_other: str = ""


def texts(language: str) -> dict[str, dict[str, Any]]:
    return wording.texts(TEXTS, language if language in LANGUAGES else LANGUAGES[0])


def draft_for(wanted: Wanted, user: User, *, language: str = "", purpose: str = "") -> Draft:
    chosen = language if language in LANGUAGES else spoken_with(wanted)
    known, values = texts(chosen), values_for(wanted, user, purpose)
    section = known["pair" if wanted.other else "ask"]
    line = short_line(section["line"], values)
    body = wording.fitting(section["words"], values)
    if wanted.other:
        return Draft(chosen, body, line, line)
    return Draft(chosen, wording.letter(known["letter"], body, values), line)


def short_line(choice: Iterable[str], values: Mapping[str, str]) -> str:
    """The first that there is room for; where nothing is short, as much as there is room for."""
    lines = [wording.fitting([one], values) for one in choice if wording.fits(one, values)]
    longest = Introduction._meta.get_field("blurb").max_length or 0
    return next((one for one in lines if len(one) <= longest), lines[-1][:longest])


def spoken_with(wanted: Wanted) -> str:
    return language_for(wanted.first_asked, wanted.business)


def values_for(wanted: Wanted, user: User, purpose: str) -> dict[str, str]:
    """Only what is known: a text that needs more is not taken."""
    business = wanted.business
    values = {
        "name": wanted.first_asked.first_name,
        "me": user.name,
        "business": business.name,
        "sentence": business.sentence.rstrip("."),
        "target": wanted.target.name,
        "other": wanted.other.name if wanted.other else "",
        "broker": wanted.broker.name if wanted.broker else "",
        "purpose": purpose.rstrip("."),
    }
    return {name: value for name, value in values.items() if value}


def wanted_of(made: Introduction) -> Wanted:
    return Wanted(made.business, made.target, made.broker, made.other)


def of_both(made: Introduction, user: User) -> tuple[str, str]:
    """The mail that brings them together: what it is called, and its words."""
    known, wanted = texts(made.language), wanted_of(made)
    section = known["met_pair" if made.other else "met"]
    values = values_for(wanted, user, made.purpose)
    values["me"] = user.name
    together = (made.target, made.other or made.broker)
    names = {"name": ", ".join(one.first_name for one in together if one)}
    short = {
        key: one.first_name
        for key, one in (("target", made.target), ("other", made.other), ("broker", made.broker))
        if one
    }
    words = wording.fitting(section["words"], values | short)
    letter = wording.letter(known["letter"], words, values | names)
    return wording.fitting(section["subject"], values), letter
