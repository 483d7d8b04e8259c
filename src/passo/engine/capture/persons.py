"""Who is meant? Names in a sentence, held against those who are known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from passo.engine.capture.line import Line, fold, words_of
from passo.engine.capture.names import EXACT, FOLDED, forms
from passo.engine.capture.shapes import Candidate, Find, Recognised
from passo.engine.capture.tongue import Tongue

MOST_WORDS = 400
GIVEN, FAMILY, FIRM = "given", "family", "firm"
CLEARLY = 2.0  # a tie is clearly stronger when it is at least twice as strong
AND_BY = 0.2  # and by this much


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate in the tokens from `first` to before `last`."""

    candidate: Candidate
    first: int
    last: int
    fields: frozenset[str]
    quality: float

    @property
    def is_full(self) -> bool:
        return {GIVEN, FAMILY} <= self.fields

    @property
    def is_firm(self) -> bool:
        return self.fields == {FIRM}


Index = dict[str, list[tuple[Candidate, str, str]]]


def asked(line: Line, tongues: Sequence[Tongue]) -> list[str]:
    """The words that may be names, in every form they may stand for; bounded."""
    small = frozenset[str]().union(*(tongue.sets["small"] for tongue in tongues))
    found: dict[str, None] = {}
    for number, token in enumerate(line.tokens):
        if len(found) >= MOST_WORDS:
            break
        if token.is_word and len(token.folded) > 1 and token.folded not in small:
            found.update(dict.fromkeys(forms(token.text)))
            found.update(dict.fromkeys(joined(line, number)))
    return list(found)


def joined(line: Line, number: int) -> list[str]:
    """O'Brien and Karl-Heinz as one word too, for whoever knows them so."""
    parts = line.tokens[number : number + 3]
    if len(parts) < 3 or parts[1].folded not in ("'", "-") or not parts[2].is_word:  # noqa: PLR2004
        return []
    if parts[0].end != parts[1].start or parts[1].end != parts[2].start:
        return []
    first, sign, last = (part.folded for part in parts)
    return [first + sign + last, first + last]


def index_of(candidates: Sequence[Candidate]) -> Index:
    index: Index = {}
    for candidate in candidates:
        for field, name in (
            (GIVEN, candidate.given),
            (GIVEN, candidate.nickname),
            (FAMILY, candidate.family),
            (FIRM, candidate.organisation),
        ):
            for word, written in zip(words_of(name), written_words(name), strict=True):
                index.setdefault(word, []).append((candidate, field, written))
    return index


def written_words(name: str) -> list[str]:
    return [token.text for token in Line(name).tokens if token.is_word]


class People:
    """The persons of one sentence."""

    def __init__(self, line: Line, tongue: Tongue, find: Find, tongues: Sequence[Tongue]) -> None:
        self.line, self.tongue = line, tongue
        self.sets = tongue.sets
        words = asked(line, tongues)
        self.index = index_of(find(words)) if words else {}
        self.firms = [word for token in line.tokens for word in [token.folded]]

    def known(self) -> list[Recognised]:
        """Everybody known whom the sentence names, in its order."""
        found, at = [], 0
        while at < len(self.line.tokens):
            matches = self.matches(at)
            if not matches:
                at += 1
                continue
            last = max(match.last for match in matches)
            found.append(self.recognised([m for m in matches if m.last == last], at, last))
            at = last
        return found

    def matches(self, at: int) -> list[Match]:
        """All candidates whose name begins at a token, those with the most words."""
        token = self.line.tokens[at]
        if not token.is_word or token.folded in self.sets["small"]:
            return []
        people: dict[str | int, Candidate] = {}
        for form in forms(token.text):
            people |= {entry[0].id: entry[0] for entry in self.index.get(form, ())}
        grown = [match for person in people.values() if (match := self.grow(person, at))]
        return [match for match in grown if self.may_be(match)]

    def grow(self, person: Candidate, at: int) -> Match | None:
        """The longest run of tokens from `at` that are words of this person's name."""
        fields: set[str] = set()
        qualities: list[float] = []
        last, number = at, at
        used: set[tuple[str, str]] = set()
        while number < len(self.line.tokens):
            token = self.line.tokens[number]
            if token.folded in ("'", "-", "&") and number > at:
                number += 1
                continue
            entry = self.entry(person, token.text, used)
            if entry is None:
                break
            field, word, quality = entry
            used.add((field, word))
            fields.add(field)
            qualities.append(quality)
            number += 1
            last = number
        if not fields:
            return None
        return Match(person, at, last, frozenset(fields), sum(qualities) / len(qualities))

    def entry(
        self, person: Candidate, text: str, used: set[tuple[str, str]]
    ) -> tuple[str, str, float] | None:
        """The best word of the person's name that a token may be."""
        best: tuple[str, str, float] | None = None
        for form, quality in forms(text).items():
            for candidate, field, written in self.index.get(form, ()):
                if candidate.id != person.id or (field, form) in used:
                    continue
                exact = quality == FOLDED and written.casefold() == text.casefold()
                score = (EXACT if exact else quality) - (0.5 if field == FIRM else 0)
                if best is None or score > best[2]:
                    best = (field, form, score)
        return best

    # Is it a name here?

    def may_be(self, match: Match) -> bool:
        token = self.line.tokens[match.first]
        before = self.line.tokens[match.first - 1].folded if match.first else ""
        words = match.last - match.first
        if match.is_full and words > 1:
            return True
        if match.is_firm:
            return words > 1 and token.is_capital and self.has_all_of_firm(match)
        if FIRM in match.fields and words > 1:
            return token.is_capital
        if self.is_part_of_place(match):
            return False
        if before in self.sets["titles"] or (before == "." and self.title_before(match.first)):
            return True
        if token.folded in self.sets["also_words"]:
            return self.is_used_as_name(match, before)
        if match.fields == {FAMILY} and not token.is_capital:
            return before in self.sets["before_name"]
        return True

    def has_all_of_firm(self, match: Match) -> bool:
        return match.last - match.first >= min(2, len(words_of(match.candidate.organisation)))

    def is_part_of_place(self, match: Match) -> bool:
        """Via Garibaldi, calle Mayor, hotel Miramare."""
        before = {token.folded for token in self.line.tokens[max(match.first - 1, 0) : match.first]}
        return bool(before & self.sets["places_before"])

    def title_before(self, first: int) -> bool:
        return first > 1 and any(
            token.folded in self.sets["titles"]
            for token in self.line.tokens[max(first - 4, 0) : first - 1]
        )

    def is_used_as_name(self, match: Match, before: str) -> bool:
        """Will, Rosa, Mark: by its capital, its place and its neighbours."""
        token = self.line.tokens[match.first]
        starts = match.first == 0 or before in (".", "!", "?", ":", "\n")
        followed = bool(self.tongue.patterns["after_name"].match(
            self.line.folded, self.line.position(match.last)))  # fmt: skip
        if not token.is_capital:
            return before in self.sets["before_name"] and GIVEN in match.fields
        if starts or (self.tongue.nouns_are_capital and FAMILY in match.fields):
            return followed if starts else before in self.sets["before_name"] - {"mit", "im"}
        return True

    # Which of them?

    def recognised(self, matches: list[Match], first: int, last: int) -> Recognised:
        start, end = self.line.characters(first, last)
        ranked = tuple(self.ranked(matches))
        return Recognised(
            self.line.text[start:end], start, end, ranked, organisation=ranked[0].organisation
        )

    def ranked(self, matches: list[Match]) -> list[Candidate]:
        """The best by how much of the name stands there, how exactly, and what else speaks for it.

        Among equals the clearly stronger tie wins; else all of them stay.
        """
        best = max(self.worth(match) for match in matches)
        equal = [match.candidate for match in matches if self.worth(match) == best]
        equal.sort(key=lambda one: (-one.strength, str(one.id)))
        if len(equal) > 1 and is_clearly(equal[0].strength, equal[1].strength):
            return equal[:1]
        return equal

    def worth(self, match: Match) -> tuple[bool, bool, float]:
        return match.is_full, self.firm_is_named(match), round(match.quality, 3)

    def firm_is_named(self, match: Match) -> bool:
        """A word of the organisation stands elsewhere in the sentence: Carmen, the floristería."""
        names = {fold(match.candidate.family), fold(match.candidate.given)}
        firm = set(words_of(match.candidate.organisation)) - names
        around = self.firms[: match.first] + self.firms[match.last :]
        return bool(firm.intersection(word for word in around if len(word) > 3))  # noqa: PLR2004


def is_clearly(stronger: float, weaker: float) -> bool:
    return stronger >= weaker * CLEARLY and stronger - weaker >= AND_BY


def merged(found: list[Recognised]) -> list[Recognised]:
    """Each person once: “Paola … Paola's” is one."""
    kept: list[Recognised] = []
    for one in found:
        same = [other for other in kept if shares(one, other)]
        if not same:
            kept.append(one)
        elif len(one.candidates) < len(same[0].candidates):
            at = kept.index(same[0])
            kept[at] = replace(same[0], candidates=one.candidates)
    return kept


def shares(one: Recognised, other: Recognised) -> bool:
    return bool(
        {person.id for person in one.candidates} & {person.id for person in other.candidates}
    )
