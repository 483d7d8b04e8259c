"""Who is new? A name that nobody known has, and where it comes from."""

from dataclasses import replace

from passo.engine.capture.line import Line, Token
from passo.engine.capture.shapes import Recognised
from passo.engine.capture.tongue import Tongue

LONGEST = 4
WHOLE_NAME = 2


class Newcomers:
    """The persons of a sentence who are not known yet."""

    def __init__(self, line: Line, tongue: Tongue, known: list[Recognised]) -> None:
        self.line, self.tongue, self.sets = line, tongue, tongue.sets
        self.known = known
        self.has_met = bool(tongue.patterns["first_met"].search(line.folded))

    def all(self) -> list[Recognised]:
        """The known ones and the new ones, in the order of the sentence."""
        found, at = list(self.known), 0
        while at < len(self.line.tokens):
            last = self.run_from(at)
            if self.is_name(at, last):
                newcomer, last = self.newcomer(at, last)
                found = [
                    one
                    for one in found
                    if one.end <= newcomer.start or one.start >= self.line.tokens[last - 1].end
                ]
                found.append(newcomer)
            at = max(last, at + 1)
        return sorted(found, key=lambda one: one.start)

    def run_from(self, at: int) -> int:
        """The end of the run of capital words that are not known as words of the language."""
        last = at
        while last < min(len(self.line.tokens), at + LONGEST) and self.is_proper(last):
            if last > at and self.line.tokens[last].start - self.line.tokens[last - 1].end > 1:
                break
            last += 1
        return last

    def is_proper(self, number: int) -> bool:
        token = self.line.tokens[number]
        return (
            token.is_capital
            and token.folded not in self.sets["small"]
            and (len(token.text) > 1)
            and not self.is_covered(token)
        )

    def is_covered(self, token: Token) -> bool:
        """Part of a known person's name, save of a given name alone that a new family follows."""
        return any(one.start <= token.start < one.end for one in self.known)

    def is_name(self, first: int, last: int) -> bool:
        if last == first or self.is_after_place(first):
            return False
        if last < len(self.line.tokens) and self.line.tokens[last].text[0].isdigit():
            return False
        if last - first >= WHOLE_NAME:
            return self.has_met or (
                not self.tongue.nouns_are_capital and first > 0 and self.is_expected(first)
            )
        return (
            self.has_met
            and self.is_expected(first)
            and not self.tongue.nouns_are_capital
            and (not self.known)
        )

    def is_expected(self, first: int) -> bool:
        return self.line.tokens[first - 1].folded in self.sets["before_name"] if first else False

    def is_after_place(self, first: int) -> bool:
        before = self.line.tokens[first - 1].folded if first else ""
        return before in self.sets["places_before"] or (
            before in self.sets["belongs"]
            and first > 1
            and self.is_covered(self.line.tokens[first - 2])
        )

    def newcomer(self, first: int, last: int) -> tuple[Recognised, int]:
        start, end = self.line.characters(first, last)
        organisation, last = self.organisation(last)
        one = Recognised(self.line.text[start:end], start, end, (), True)
        return replace(one, organisation=organisation), last

    def organisation(self, at: int) -> tuple[str, int]:
        """“from Edil Nord”, “(Osei Carpets)”, “, de Aceites Barrio”: the words and their end."""
        first, joins = at, self.sets["belongs"] | {"(", ",", "the", "'", "la", "firma"}
        while first < len(self.line.tokens) and self.line.tokens[first].folded in joins:
            first += 1
        before = {token.folded for token in self.line.tokens[at:first]}
        if not before & (self.sets["belongs"] | {"("}):
            return "", at
        last = self.run_from(first)
        if last == first:
            return "", at
        start, end = self.line.characters(first, last)
        return self.line.text[start:end], last
