"""Who is new? A name that nobody known has, and where it comes from."""

from collections.abc import Sequence
from dataclasses import replace

from passo.engine.capture.line import Line
from passo.engine.capture.shapes import Recognised
from passo.engine.capture.tongue import Tongue
from passo.engine.names import is_given_name

LONGEST = 4  # words of a name
WHOLE_NAME = 2
CALLED = frozenset(("called", "named", "chiamato", "chiamata", "namens", "llamado", "llamada"))
BETWEEN = frozenset(("(", ",", "the", "'", "la", "firma"))  # a name and its “from”


class Newcomers:
    """The persons of a sentence who are not known yet, beside those who are."""

    def __init__(self, line: Line, tongue: Tongue, known: Sequence[Recognised]) -> None:
        self.line, self.tongue, self.sets = line, tongue, tongue.sets
        self.known = {line.token_at(one.start): one for one in known}
        self.covered = tokens_of(line, known)
        self.has_met = bool(tongue.patterns["first_met"].search(line.folded))
        leads = tongue.patterns["leads_to_name"].finditer(line.folded)
        self.led_to = {match.end() + 1 for match in leads}

    def all(self) -> list[Recognised]:
        """The known ones and the new ones, in the order of the sentence."""
        found, at = dict(self.known), 0
        while at < len(self.line.tokens):
            last = self.run_from(at)
            at = self.name_start(at, last)
            if self.is_name(at, last):
                organisation, end = self.organisation(last)
                for number in range(at, end):
                    found.pop(number, None)
                found[at] = self.newcomer(at, last, organisation)
                last = end
            at = max(last, at + 1)
        return [found[number] for number in sorted(found)]

    def run_from(self, at: int, *, over_known: bool = False) -> int:
        """The end of the run of capital words that are neither common nor known."""
        last = at
        while last < min(len(self.line.tokens), at + LONGEST) and self.is_proper(last):
            if last in self.covered and not over_known and not self.is_half_known(at, last):
                break
            if last > at and self.line.tokens[last].start - self.line.tokens[last - 1].end > 1:
                break
            last += 1
        return last if over_known or not self.is_all_known(at, last) else at

    def name_start(self, at: int, last: int) -> int:
        """“Conosciuto Bruno Tassi”: a given name tells where the name begins."""
        words = [token.folded for token in self.line.tokens[at:last]]
        is_verb = len(words) > WHOLE_NAME and not self.before(at).isalnum()
        is_told = is_verb and not is_given_name(words[0]) and is_given_name(words[1])
        return at + is_told

    def is_proper(self, number: int) -> bool:
        token = self.line.tokens[number]
        return token.is_capital and len(token.text) > 1 and token.folded not in self.sets["small"]

    def is_half_known(self, at: int, number: int) -> bool:
        """“Luca Verdi” where other Lucas are known: one word that begins the run."""
        one = self.known.get(number)
        token = self.line.tokens[number]
        return number == at and one is not None and one.end == token.end and self.is_followed(at)

    def is_followed(self, at: int) -> bool:
        """By another capital word; where every noun has one that says nothing."""
        after = at + 1
        return (
            not self.tongue.nouns_are_capital
            and after < len(self.line.tokens)
            and after not in self.covered
            and self.is_proper(after)
            and not self.line.tokens[after].text.isupper()
        )

    def is_all_known(self, first: int, last: int) -> bool:
        return self.covered.issuperset(range(first, last))

    def is_name(self, first: int, last: int) -> bool:
        if last == first or self.is_elsewhere(first, last):
            return False
        token, is_led = self.line.tokens[first], self.line.position(first) in self.led_to
        if last - first < WHOLE_NAME:
            return (
                is_led
                and (self.has_met or is_given_name(token.folded))
                and (not self.known or self.before(first) in CALLED)
            )
        if first in self.known or (self.has_met and (is_led or self.organisation(last)[0])):
            return True
        return is_given_name(token.folded) and (self.has_met or self.is_expected(first, last))

    def before(self, number: int) -> str:
        return self.line.tokens[number - 1].folded if number else ""

    def is_expected(self, first: int, last: int) -> bool:
        """Behind words that a person follows, or before such as only a person has behind."""
        follows = self.tongue.patterns["after_name"].match(
            self.line.folded, self.line.position(last)
        )
        return self.before(first) in self.sets["before_name"] or follows is not None

    def is_elsewhere(self, first: int, last: int) -> bool:
        """An address, or the firm of somebody known."""
        before = self.before(first)
        if last < len(self.line.tokens) and self.line.tokens[last].text[0].isdigit():
            return True
        return before in self.sets["places_before"] or (
            before in self.sets["belongs"] and first - 2 in self.covered
        )

    def newcomer(self, first: int, last: int, organisation: str) -> Recognised:
        start, end = self.line.characters(first, last)
        one = self.known.get(first) or Recognised("", start, end)
        text = self.line.text[start:end]
        return replace(one, text=text, end=end, is_new=True, organisation=organisation)

    def organisation(self, at: int) -> tuple[str, int]:
        """“from Edil Nord”, “(Osei Carpets)”, “, de Aceites Barrio”: the words and their end."""
        first = at
        while first < len(self.line.tokens) and (
            self.line.tokens[first].folded in self.sets["belongs"] | BETWEEN
        ):
            first += 1
        between = {token.folded for token in self.line.tokens[at:first]}
        last = self.run_from(first, over_known=True)
        if last == first or not between & (self.sets["belongs"] | {"("}):
            return "", at
        start, end = self.line.characters(first, last)
        return self.line.text[start:end], last


def tokens_of(line: Line, persons: Sequence[Recognised]) -> set[int]:
    """The tokens that are part of somebody's name."""
    covered: set[int] = set()
    for one in persons:
        number = line.token_at(one.start)
        while number < len(line.tokens) and line.tokens[number].start < one.end:
            covered.add(number)
            number += 1
    return covered
