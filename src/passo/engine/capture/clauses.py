"""The parts of a sentence, and what each tells: a touch that was, a step to come, or neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from passo.engine.capture.dates import AHEAD, BEHIND, When, offset_of
from passo.engine.capture.line import Line
from passo.engine.capture.tongue import Cue, Tongue

ENDS = frozenset(",;!?\n")
SHORTENED = frozenset(
    [
        "tel",
        "ca",
        "str",
        "nr",
        "no",
        "n",
        "p",
        "z",
        "b",
        "ecc",
        "etc",
        "sig",
        "bzw",
        "evtl",
        "usw",
        "pag",
        "num",
    ]
)
SAYING = frozenset(("dass", "versprach", "versprochen", "zugesagt", "gesagt"))


@dataclass(slots=True)
class Clause:
    """The tokens from `first` to before `last`."""

    first: int
    last: int
    folded: str  # with a blank at either end
    offset: int  # where `folded` begins in the line
    dates: list[When] = field(default_factory=list)
    cue: Cue | None = None
    cue_at: tuple[int, int] = (0, 0)

    def finds(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.folded)

    def begins(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.folded, 1)

    def has_ahead(self) -> bool:
        """A date of it cannot lie behind: tomorrow, by Friday, in two weeks."""
        return any(when.looks == AHEAD or (offset_of(when) or 0) > 0 for when in self.dates)

    def has_behind(self) -> bool:
        return any(when.looks == BEHIND or (offset_of(when) or 0) < 0 for when in self.dates)


def clauses_of(line: Line, tongue: Tongue, dates: Sequence[When], names: set[int]) -> list[Clause]:
    """The text cut at its stops and commas, and before an “and” that begins what is to be done."""
    cuts = [0]
    in_date = {number for when in dates for number in range(when.first, when.last)}
    for number, token in enumerate(line.tokens):
        if number in in_date or number in names or goes_on(line, number):
            continue
        if token.folded in ENDS or is_stop(line, tongue, number) or is_turn(line, tongue, number):
            cuts.append(number)
    cuts = without_lone_dates(line, [*cuts, len(line.tokens)], in_date)
    found = [clause(line, first, last, dates) for first, last in pairwise(cuts)]
    return [one for one in found if one.folded.strip(" ,.;:!?()\n-")]


def clause(line: Line, first: int, last: int, dates: Sequence[When]) -> Clause:
    while first < last and not line.tokens[first].text[0].isalnum():
        first += 1
    if first >= last:
        return Clause(first, last, " ", 0)
    begin, end = line.position(first) - 1, line.position(last)
    within = [when for when in dates if first <= when.first < last]
    return Clause(first, last, line.folded[begin:end], begin, within)


def without_lone_dates(line: Line, cuts: list[int], in_date: set[int]) -> list[int]:
    """“Tomorrow, call Ben” and “send Ben the measures, today” stay whole."""
    kept = cuts[:1]
    for first, last in pairwise(cuts):
        words = [n for n in range(first, last) if line.tokens[n].text[0].isalnum()]
        is_date = bool(words) and in_date.issuperset(words)
        if is_date and len(kept) > 1 and line.tokens[first].folded == ",":
            kept[-1] = last
        elif not (is_date and last < len(line.tokens) and line.tokens[last].folded == ","):
            kept.append(last)
    return kept


def goes_on(line: Line, number: int) -> bool:
    """“zugesagt, dass …”, “versprach, bis Mittwoch … zu fragen”: a comma within what was said."""
    around = line.tokens[max(number - 1, 0) : number + 2]
    return line.tokens[number].folded == "," and any(one.folded in SAYING for one in around)


def is_stop(line: Line, tongue: Tongue, number: int) -> bool:
    """A full stop or colon, not that of “sig.”, “Dr.” or “3.12.”."""
    token = line.tokens[number]
    if token.folded == ":":
        return True
    if token.folded in ("-", "–", "—"):
        return line.text[token.start - 1 : token.end + 1].strip() == token.text
    if token.folded != "." or not number:
        return False
    before = line.tokens[number - 1]
    follows = line.tokens[number + 1] if number + 1 < len(line.tokens) else None
    if before.folded in tongue.sets["titles"] | SHORTENED or follows is None:
        return follows is None
    return follows.start > token.end and (follows.is_capital or before.is_word)


def is_turn(line: Line, tongue: Tongue, number: int) -> bool:
    """“… and call him Tuesday”, “… e richiamarlo”: an “and” before a step."""
    if line.tokens[number].folded not in tongue.sets["joins"] or number + 1 >= len(line.tokens):
        return False
    at = line.position(number + 1)
    names = ("acts", "must", "theirs")
    return any(tongue.patterns[name].match(line.folded, at) for name in names)
