"""What a language brings to the reading of a sentence: its words, as data.

Patterns are matched against a folded line: small letters, no marks, one blank between any two
words or signs (“she'll” is “she ' ll”). `<…>` stands for a list of words, see `Tongue.written`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

NUMBER = r"\d{1,3}"
NUMBERED = "<weekday> (?:the |den |dem |il |el )?(?P<day>[12]?[0-9]|3[01])"
LEADS = "with|con|mit|called|named|chiamat[oa]|namens|llamad[oa]"


@dataclass(frozen=True)
class Cue:
    """Words that tell of a touch. A weak one is a noun, and may lie ahead: “lunch tomorrow”."""

    kind: str
    direction: str
    pattern: str
    weak: bool = False


@dataclass(frozen=True)
class Tongue:
    code: str
    marks: str  # words that give the language away
    weekdays: str  # seven lists of forms, from Monday
    months: str  # twelve
    counts: Mapping[str, int]  # number words
    units: Mapping[str, str]  # form -> day, week, month or year
    offsets: Mapping[str, int]  # phrase -> days from today
    dates: tuple[tuple[str, str], ...]  # meaning, pattern
    by: str  # words before a date that look ahead: by, until
    on: str  # other words before a date
    cues: tuple[Cue, ...]
    places: str  # where one meets: turns “spoke” into a meeting
    before_name: str  # words after which a name comes
    after_name: str  # words before which a name stands
    first_met: str  # words that say that somebody is new
    titles: str  # Mr, Dr …
    belongs: str  # from, of: between a person and an organisation
    also_words: str  # names that are words as well
    small: str  # words that are never a name
    places_before: str  # street, villa: what follows is no person
    acts: str  # what a step begins or ends with
    must: str  # need to, I have to: dropped from the step's text
    ours: str
    theirs: str
    wants: str  # says what they want or how things are: no step
    papers: str  # a quote, an offer, an invoice: who wants one by a day gives us a step
    joins: str  # and
    nouns_are_capital: bool = False
    lists: dict[str, str] = field(default_factory=dict)

    def written(self, pattern: str) -> str:
        """The pattern with its `<…>` lists spelt out."""
        return re.sub(r"(?<!\?P)<(\w+)>", lambda found: self.words[found[1]], pattern)

    def compiled(self, pattern: str) -> re.Pattern[str]:
        return re.compile(f"(?<= )(?:{self.written(pattern)})(?:(?= )|(?<= ))")

    @cached_property
    def words(self) -> dict[str, str]:
        """Each list as alternatives of a pattern, longest first."""
        return {
            "weekday": either("|".join(self.weekdays.split()).split("|")),
            "month": either("|".join(self.months.split()).split("|")),
            "count": either([*self.counts, NUMBER]),
            "unit": either(self.units),
            "offset": either(self.offsets),
            "by": self.by,
            "on": self.on,
            **self.lists,
        }

    @cached_property
    def weekday_numbers(self) -> dict[str, int]:
        return numbered(self.weekdays)

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        return numbered(self.months, start=1)

    @cached_property
    def date_patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """“Thursday 12 March” is one day, and “giovedì 12” is too."""
        lead = "(?:<weekday> (?:, )?(?:the |den |dem |il |el )?)?"
        return tuple(
            (meaning, self.compiled((lead if meaning == "day" else "") + pattern))
            for meaning, pattern in (
                *self.dates,
                ("day", f"(?:el |on |am )?{NUMBERED}"),
            )
        )

    @cached_property
    def touch_patterns(self) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
        return tuple((cue, self.compiled(cue.pattern)) for cue in self.cues)

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """The remaining patterns by the name of their field."""
        names = (
            "places", "first_met", "acts", "must", "ours", "theirs", "wants", "papers",
            "after_name",
        )  # fmt: skip
        known = {name: self.compiled(getattr(self, name)) for name in names}
        leads = f"(?:{self.first_met}|{either(self.joins.split())}|{LEADS})(?: a| with)?"
        return known | {"leads_to_name": self.compiled(leads)}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word by which the language may be known."""
        told = " ".join([cue.pattern for cue in self.cues] + [self.wants, self.acts, self.must])
        dates = " ".join([self.weekdays, self.months, *self.units, *self.offsets, *self.counts])
        known = re.findall(r"[a-z]{4,}", f"{told} {dates}")
        return self.sets["marks"].union(known) - self.sets["also_words"]

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """The plain lists of words, by the name of their field."""
        names = [
            "marks",
            "before_name",
            "titles",
            "belongs",
            "also_words",
            "small",
            "places_before",
            "joins",
        ]
        return {name: frozenset(getattr(self, name).split()) for name in names}


def either(words: object) -> str:
    """Alternatives, the longest first, so that no word hides a longer one."""
    ordered = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "(?:" + "|".join(ordered) + ")"


def numbered(lists: str, start: int = 0) -> dict[str, int]:
    """“monday|mon tuesday|tue” gives monday 0, mon 0, tuesday 1 …"""
    groups = enumerate(lists.split(), start)
    return {form: number for number, group in groups for form in group.split("|")}
