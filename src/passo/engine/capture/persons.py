"""Who is meant? Names in a sentence, held against those who are known."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from passo.engine.capture.line import Line, fold, words_of
from passo.engine.capture.names import EXACT, FOLDED, SHORT, forms
from passo.engine.capture.shapes import Candidate, Find, Recognised
from passo.engine.capture.tongue import Tongue
from passo.engine.names import is_given_name, words

MOST_WORDS = 400
SHORT_WORD = 3
GIVEN, FAMILY, FIRM = "given", "family", "firm"
BEGINNINGS = ("", ".", "!", "?", ":", "\n")
ARTICLED = frozenset(("dal", "dalla", "dai", "beim", "vom"))
AS_NOUN = frozenset(
    ("mit", "im", "dem", "den", "der", "die", "zum", "zur", "und")
)  # “mit dem Winter”: a season, not Markus Winter
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


def asked(line: Line, small: frozenset[str]) -> list[str]:
    """The words that may be names, in every form they may stand for; bounded."""
    found: dict[str, None] = {}
    for number, token in enumerate(line.tokens):
        if len(found) >= MOST_WORDS:
            break
        if token.is_word:
            found.update(dict.fromkeys(joined(line, number)))
        if token.is_word and len(token.folded) > 1 and token.folded not in small:
            found.update(dict.fromkeys(forms(token.text)))
    return list(found)


def joined(line: Line, number: int) -> list[str]:
    """O'Brien and Karl-Heinz as one word too, for whoever knows them so."""
    parts = line.tokens[number : number + 3]
    if [part.is_word for part in parts] != [True, False, True] or parts[1].folded not in "'-":
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
            for word in set(words(name)) - set(words_of(name)):
                index.setdefault(word, []).append((candidate, field, word))
    return index


def written_words(name: str) -> list[str]:
    return [token.text for token in Line(name).tokens if token.is_word]


class People:
    """The persons of one sentence."""

    def __init__(self, line: Line, tongue: Tongue, find: Find, dated: Container[int]) -> None:
        self.line, self.tongue, self.dated = line, tongue, dated
        self.sets = self.tongue.sets
        words = asked(line, self.sets["small"])
        self.index = index_of(find(words)) if words else {}
        self.said = Counter(token.folded for token in line.tokens)

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
        grown = [self.grow(person, at) for person in people.values()]
        return [match for match in grown if self.may_be(match)]

    def grow(self, person: Candidate, at: int) -> Match:
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

    def may_be(self, match: Match) -> bool:
        """Is it a name here, or a word like any other?"""
        if match.last - match.first > 1:
            return match.is_full or self.may_be_long(match)
        if match.is_firm:
            return False
        return self.has_title(match.first) or self.may_be_single(match)

    def may_be_long(self, match: Match) -> bool:
        """Several words of a firm, or of one's given or family name."""
        is_capital = self.line.tokens[match.first].is_capital
        if FIRM not in match.fields:
            return self.may_be_single(match)
        return is_capital and (not match.is_firm or self.has_all_of_firm(match))

    def may_be_single(self, match: Match) -> bool:
        """One word of a name: the weaker the word, the more must speak for it."""
        token = self.line.tokens[match.first]
        if self.is_part_of_place(match) or match.first in self.dated or self.is_other(match):
            return False
        if token.folded in self.sets["also_words"]:
            return self.is_used_as_name(match)
        if not token.is_capital and (match.fields == {FAMILY} or match.quality <= SHORT):
            return self.before(match) in self.sets["before_name"]
        return True

    def is_other(self, match: Match) -> bool:
        """“Hugo Salas” is not the Salas whom we know, who is no Hugo."""
        token, ahead = self.line.tokens[match.first], self.line.tokens[max(match.first - 1, 0)]
        return (
            match.fields == {FAMILY}
            and ahead is not token
            and ahead.is_capital
            and is_given_name(ahead.folded)
            and token.start - ahead.end == 1
        )

    def before(self, match: Match) -> str:
        return self.line.tokens[match.first - 1].folded if match.first else ""

    def has_all_of_firm(self, match: Match) -> bool:
        return match.last - match.first >= min(2, len(words_of(match.candidate.organisation)))

    def is_part_of_place(self, match: Match) -> bool:
        """Via Garibaldi, calle Mayor, hotel Miramare."""
        before = {token.folded for token in self.line.tokens[max(match.first - 1, 0) : match.first]}
        return bool(before & self.sets["places_before"])

    def has_title(self, first: int) -> bool:
        """Frau, l'ingegner, sig., Dott.ssa before the name."""
        before = [token.folded for token in self.line.tokens[max(first - 3, 0) : first]][::-1]
        if before and before[0] in self.sets["titles"]:
            return True
        return "." in before[:2] and bool(self.sets["titles"].intersection(before))

    def is_used_as_name(self, match: Match) -> bool:
        """Will, Rosa, Mark: by its capital, its place and its neighbours."""
        before = self.before(match)
        if not self.line.tokens[match.first].is_capital:
            expected = self.sets["before_name"] if GIVEN in match.fields else ARTICLED
            return before in expected or (not before and self.is_followed(match))
        if before in BEGINNINGS:
            return self.is_followed(match)
        if self.tongue.nouns_are_capital and FAMILY in match.fields:
            return before in self.sets["before_name"] - AS_NOUN
        return True

    def is_followed(self, match: Match) -> bool:
        """By words that only a person has behind: called, wants, 's."""
        at = self.line.position(match.last)
        return self.tongue.patterns["after_name"].match(self.line.folded, at) is not None

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

    def worth(self, match: Match) -> tuple[bool, bool, bool, float]:
        usual = FAMILY if self.has_title(match.first) else GIVEN
        named = self.firm_is_named(match)
        return match.is_full, named, usual in match.fields, round(match.quality, 3)

    def firm_is_named(self, match: Match) -> bool:
        """A word of the organisation stands elsewhere in the sentence: Carmen, the floristería."""
        names = {fold(match.candidate.family), fold(match.candidate.given)}
        firm = set(words_of(match.candidate.organisation)) - names
        own = Counter(token.folded for token in self.line.tokens[match.first : match.last])
        return any(len(word) > SHORT_WORD and self.said[word] > own[word] for word in firm)


def is_clearly(stronger: float, weaker: float) -> bool:
    return stronger >= weaker * CLEARLY and stronger - weaker >= AND_BY


def merged(found: Sequence[Recognised]) -> tuple[Recognised, ...]:
    """Each person once: “Paola … Paola's” is one, told by whichever says more exactly who."""
    kept: list[Recognised] = []
    places: dict[str | int, int] = {}
    for one in found:
        known = [places[person.id] for person in one.candidates if person.id in places]
        if not known or one.is_new:
            places |= {person.id: len(kept) for person in one.candidates if not one.is_new}
            kept.append(one)
        elif len(one.candidates) < len(kept[known[0]].candidates):
            kept[known[0]] = replace(kept[known[0]], candidates=one.candidates)
    return tuple(kept)
