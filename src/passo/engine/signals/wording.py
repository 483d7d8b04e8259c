"""What a language brings: phrases as data, one a line, made into patterns once.

In a phrase `…` stands for up to four words without a
comma, `<name>` for a list of
words, and the rest is a regular expression without marks: text is matched in small letters, with
á, ä as a (but “ae” for “ä” and “ss” for “ß” are understood too).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

BEGINNING = r"\b(?=\S)"  # of a word; at its end nothing need be tried
CONTINUED = re.compile(r"\\\n\s*")
NOTHING = re.compile(r"(?!)")
SPELLINGS = str.maketrans(
    {
        "ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "(?:ß|ss?)", "à": "a", "á": "a", "è": "e",
        "é": "e", "ì": "i", "í": "i", "ò": "o", "ó": "o", "ù": "u", "ú": "u", "ñ": "n",
        "…": "(?:[^ ,;:]+ ){0,4}?",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """Fields with phrases are strings of many lines; those of `kinds` carry their signal's name.

    A promise in `vows` needs no day (“I'll let you know”), one in `dated_vows` does (“passo”).
    `offers` are promises if no question follows (“I can come on Friday”).
    `waits` (as soon as …) leave a promise one only if its day stands before them; `soon` (as soon
    as possible) stands for a day.
    `goes_on` is a second promise after “and”, which leaves out who. `unsaid` holds for a whole
    sentence (if …), `unsure` and `negated` for the clause. `unless` names what a kind is not.
    """

    code: str
    lists: Mapping[str, str]
    asks: str
    opens: str
    chat: str
    asked: str
    answers: str
    vows: str
    dated_vows: str
    marked_vows: str
    goes_on: str
    offers: str
    waits: str
    soon: str
    unsaid: str
    unsure: str
    negated: str
    turns: str
    deeds: Mapping[str, str]
    kinds: Mapping[str, str]
    unless: Mapping[str, str]
    campaign: str
    short_forms: str

    @cached_property
    def pattern(self) -> dict[str, re.Pattern[str]]:
        """The patterns by the name of their field."""
        names = (
            "asks", "chat", "asked", "answers", "vows", "dated_vows", "goes_on", "offers", "waits",
            "soon", "unsaid", "unsure", "negated", "turns", "campaign",
        )  # fmt: skip
        known = {name: self.compiled(getattr(self, name)) for name in names}
        known["marked_vows"] = re.compile(rf"\b(?:{self.marked_vows})(?!\w)")
        return known | {"opens": self.compiled(self.opens, before=r"(?:^|[,:;¿] ?|\bbut )")}

    @cached_property
    def any_kind(self) -> re.Pattern[str]:
        """All kinds in one pattern, each a group by its name: one run through the text."""
        groups = (f"(?P<{kind}>{self.either(phrases)})" for kind, phrases in self.kinds.items())
        return re.compile(rf"{BEGINNING}(?:{'|'.join(groups)})(?!\w)")

    @cached_property
    def encloses(self) -> re.Pattern[str]:
        return self.compiled(self.kinds["enclosed"])

    @cached_property
    def unless_patterns(self) -> dict[str, re.Pattern[str]]:
        return {kind: self.compiled(phrases) for kind, phrases in self.unless.items()}

    @cached_property
    def deed_patterns(self) -> dict[str, re.Pattern[str]]:
        return {deed: self.compiled(phrases) for deed, phrases in self.deeds.items()}

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        return frozenset(self.short_forms.split())

    def compiled(self, phrases: str, before: str = BEGINNING) -> re.Pattern[str]:
        either = self.either(phrases)
        return re.compile(f"{before}(?:{either})(?!\\w)") if either else NOTHING

    def either(self, phrases: str) -> str:
        joined = CONTINUED.sub("", phrases)
        return "|".join(self.written(line.strip()) for line in joined.splitlines() if line.strip())

    def written(self, phrase: str) -> str:
        """A phrase as a regular expression."""
        spelt = re.sub(r"(?<!\?P)<(\w+)>", lambda found: f"(?:{self.lists[found[1]]})", phrase)
        return spelt.replace("… ", "…").translate(SPELLINGS)
