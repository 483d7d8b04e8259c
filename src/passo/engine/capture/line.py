"""A sentence as a folded line of words and signs, each with its place in the original."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from passo.engine.names import fold as plain

TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+(?:[.,'’:/]\d+)*|[.,;:!?()'’\-–—/€$£&%+=\n°]")
SIGNS = {"’": "'", "–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    folded: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


class Line:
    """The tokens of a text, and one string of them that patterns are matched against."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            Token(found[0], found.start(), found.end(), fold(found[0]))
            for found in TOKEN.finditer(text)
        ]
        self.folded = " " + " ".join(token.folded for token in self.tokens) + " "

    @cached_property
    def places(self) -> list[int]:
        """Where each token begins in `folded`."""
        places, at = [], 1
        for token in self.tokens:
            places.append(at)
            at += len(token.folded) + 1
        return places

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The first token and the one after the last of a match in `folded`."""
        first = max(bisect_right(self.places, start) - 1, 0)
        last = bisect_right(self.places, max(end - 1, start))
        return first, max(last, first)

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, character: int) -> int:
        """The token that begins at or last before a place in the text."""
        return max(bisect_right(self.starts, character) - 1, 0)

    def position(self, token: int) -> int:
        """Where a token begins in `folded`; behind the last one, the end."""
        return self.places[token] if token < len(self.tokens) else len(self.folded)

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of the tokens from `first` to before `last`."""
        return self.tokens[first].start, self.tokens[last - 1].end


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Small letters without marks: Müller → muller, Yılmaz → yilmaz, Weiß → weiss.

    >>> fold("José")
    'jose'
    """
    return "".join(plain(SIGNS.get(word, word.replace("’", "'"))).split()) or "_"


def words_of(name: str) -> list[str]:
    """The folded words of a name: “D'Angelo” → d, angelo."""
    return [fold(found[0]) for found in TOKEN.finditer(name) if found[0][0].isalpha()]
