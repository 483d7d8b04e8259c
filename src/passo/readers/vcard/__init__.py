"""Contacts as phones and address books write them: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).

`read_vcards` is for bringing in, `write_vcard` for taking along.
"""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from passo.readers.records import Card, Problem
from passo.readers.vcard.cards import Cards
from passo.readers.vcard.lines import Unfolding
from passo.readers.vcard.writing import write_vcard

__all__ = ["read_vcards", "write_vcard"]


def read_vcards(
    stream: BinaryIO, *, fallback: str = "cp1252", counted: Counter[str] | None = None
) -> Iterator[Card | Problem]:
    """Every card of the stream, and every place that was not understood.

    `fallback` is the encoding of what is not UTF-8 and does not say what else it is. A card that
    is about something other than a person or an organisation is no contact: `counted` counts
    these by kind (`group`, `location` …).
    """
    unfolding = Unfolding(fallback)
    cards = Cards(fallback, Counter() if counted is None else counted)
    for lines in unfolding.lines_of(stream):
        cards.take(lines.numbers, lines.texts)
        cards.end_of_block()
        yield from unfolding.problems
        yield from cards.found
        unfolding.problems.clear()
        cards.found.clear()
    cards.end_of_file()
    yield from cards.found
