"""Cards that are broken, endless or not cards at all: the good ones beside them are read."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.readers.records import Card, Problem
from passo.readers.vcard import read_vcards
from passo.readers.vcard.blocks import LONGEST, blocks_of

GOOD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nTEL:1\r\nEND:VCARD\r\n"
RICH = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCl=\r\n"
    'ler;J;;;\r\nitem1.TEL;TYPE="cell,voice";PREF=1:+39 1\r\nitem1.X-ABLabel:_$!<Home>!$_\r\n'
    "PHOTO;ENCODING=b:AAAA\r\n BBBB\r\nAGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD\r\nBDAY:--0412\r\n"
    "ADR:;;Via\\, 1;Roma;;;\r\nEMAIL:a@b.example\r\nORG:X;Y\r\nEND:VCARD\r\n" + GOOD
).encode()


class Endless(io.RawIOBase):
    """A file that is made while it is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces
        self.largest = 0

    def read(self, size: int = -1) -> bytes:
        return next(self.pieces, b"")


def read(written: str | bytes) -> tuple[list[Card], list[Problem]]:
    raw = written.encode() if isinstance(written, str) else written
    return sorted_out(io.BytesIO(raw))


def sorted_out(stream: io.IOBase) -> tuple[list[Card], list[Problem]]:
    found = list(read_vcards(stream))  # type: ignore[arg-type]
    cards = [one for one in found if isinstance(one, Card)]
    return cards, [one for one in found if isinstance(one, Problem)]


@given(st.binary())
def test_no_bytes_make_it_fail(raw):
    cards, problems = read(raw)
    assert all(isinstance(str(problem), str) for problem in problems)
    assert all(card.line > 0 for card in cards)


@given(
    st.lists(
        st.tuples(st.integers(0, len(RICH)), st.integers(0, 9), st.binary(max_size=6)), max_size=6
    )
)
def test_no_damage_to_a_card_makes_it_fail_or_costs_the_next_one(damages):
    raw = RICH
    for at, length, put in damages:
        raw = raw[:at] + put + raw[at + length :]
    read(raw)
    cards, _ = read(raw + b"\r\n\r\n" + GOOD.encode())
    assert cards[-1].name == "Anna"


@given(st.lists(st.sampled_from(RICH.split(b"\r\n")), max_size=30))
def test_no_order_of_lines_makes_it_fail(lines):
    cards, problems = read(b"\r\n".join(lines))
    begun = sum(line == b"BEGIN:VCARD" for line in lines)
    assert len(cards) + len(problems) >= begun


@given(st.integers(1, 80))
def test_pieces_of_any_size_tell_the_same(size):
    pieces = iter([RICH[at : at + size] for at in range(0, len(RICH), size)])
    assert sorted_out(Endless(pieces)) == read(RICH)


@given(st.text(alphabet="a\r\n\0é", max_size=40), st.integers(1, 7))
def test_lines_are_the_same_however_they_are_cut_into_pieces(written, size):
    raw = written.encode()
    pieces = iter([raw[at : at + size] for at in range(0, len(raw), size)])
    whole = b"\n".join(blocks_of(io.BytesIO(raw)))
    assert b"\n".join(blocks_of(Endless(pieces))) == whole  # type: ignore[arg-type]


def test_a_card_without_its_end_is_kept_and_told():
    cards, problems = read("BEGIN:VCARD\nFN:Ben\nTEL:2\n" + GOOD)
    assert [card.name for card in cards] == ["Ben", "Anna"]
    assert [(problem.line, "before its end" in str(problem)) for problem in problems] == [(1, True)]


def test_a_file_that_stops_early_keeps_what_it_had():
    cards, problems = read(GOOD + "BEGIN:VCARD\nFN:Ben\nTEL:2")
    assert [card.name for card in cards] == ["Anna", "Ben"]
    assert [problem.line for problem in problems] == [6]
    cards, problems = read(GOOD + "BEGIN:VCARD\nVERS")
    assert [card.name for card in cards] == ["Anna"]
    assert [problem.line for problem in problems] == [7, 6]


def test_two_files_put_together_without_a_line_end_are_two_cards():
    joined = GOOD.rstrip() + GOOD.rstrip() + "\ufeff" + GOOD
    cards, problems = read(joined)
    assert [card.name for card in cards] == ["Anna"] * 3
    assert problems == []


def test_rubbish_between_cards_is_told_once():
    cards, problems = read("\n\nhello\nDate: today\n" + GOOD + "\n" + GOOD + "END:VCARD\n<p>\n")
    assert len(cards) == 2
    assert [(problem.line, problem.what) for problem in problems] == [
        (3, "hello"),
        (16, "END:VCARD"),
    ]


def test_a_calendar_is_no_address_book():
    cards, problems = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n")
    assert (cards, [problem.line for problem in problems]) == ([], [1])


def test_what_belongs_to_no_card_within_a_card_is_passed_over():
    cards, problems = read("BEGIN:VCARD\nFN:A\nBEGIN:VEVENT\nEND:VEVENT\nTEL:1\nEND:VCARD\n")
    assert [card.phones[0].value for card in cards] == ["1"]
    assert problems == []


def test_an_empty_card_is_told_with_its_place():
    cards, problems = read(GOOD + "BEGIN:VCARD\nNOTE:x\nEND:VCARD\n")
    assert len(cards) == 1
    assert [(problem.line, "nobody" in str(problem)) for problem in problems] == [(6, True)]


def test_an_empty_file_holds_nothing():
    assert read("") == read("\ufeff") == read("\n\n") == ([], [])


def test_zeros_are_dropped():
    cards, problems = read("BEGIN:VCARD\nFN:An\0na\0\nNOTE;QUOTED-PRINTABLE:a=00b\nEND:VCARD\n\0\0")
    assert [(card.name, card.note) for card in cards] == [("Anna", "ab")]
    assert problems == []


def long_card(head: bytes, piece: bytes, times: int) -> Iterator[bytes]:
    yield b"BEGIN:VCARD\r\nFN:Ben\r\n" + head
    yield from (piece for _ in range(times))
    yield b"\r\nTEL:2\r\nEND:VCARD\r\n" + GOOD.encode()


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"PHOTO;ENCODING=b:", b"A" * 60_000),
        (b"PHOTO;ENCODING=b:", (b"A" * 74 + b"\r\n ") * 800),
        (b"PHOTO;ENCODING=BASE64:\r\n", (b"A" * 74 + b"\r\n") * 800),
    ],
)
def test_a_large_picture_costs_nothing(head, piece):
    cards, problems = sorted_out(Endless(long_card(head, piece, 40)))
    assert [card.name for card in cards] == ["Ben", "Anna"]
    assert cards[0].phones[0].value == "2"
    assert problems == []


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"NOTE:", b"A" * 60_000),
        (b"NOTE:", (b"A" * 74 + b"\r\n ") * 800),
        (b"NOTE;ENCODING=QUOTED-PRINTABLE:", (b"A" * 74 + b"=\r\n") * 800),
    ],
)
def test_a_line_without_end_is_cut_and_told(head, piece):
    cards, problems = sorted_out(Endless(long_card(head, piece, 40)))
    assert [card.name for card in cards] == ["Ben", "Anna"]
    assert 0 < len(cards[0].note) <= LONGEST
    assert [(problem.line, problem.what[:4]) for problem in problems] == [(3, "NOTE")]


def test_a_line_without_end_at_the_end_of_a_file_is_told():
    _, problems = sorted_out(Endless(iter([GOOD.encode(), *[b"A" * 60_000] * 40])))
    assert [problem.line for problem in problems] == [6, 6]
    cards, _ = read(b"BEGIN:VCARD\nFN:\xfc\n \xfc")
    assert cards[0].name == "üü"


@pytest.mark.parametrize(
    "line", ["TEL:1", "CATEGORIES:%d", "NOTE:x", "NICKNAME:x", "a%d.X-ABLABEL:x"]
)
def test_a_card_without_end_does_not_fill_the_memory(line):
    many = "\r\n".join(line.replace("%d", str(at)) for at in range(20_000))
    cards, problems = read(f"BEGIN:VCARD\r\nFN:Ben\r\n{many}\r\nEND:VCARD\r\n{GOOD}")
    assert [card.name for card in cards] == ["Ben", "Anna"]
    assert [(problem.line, "too long" in str(problem)) for problem in problems] == [(1, True)]


def test_cards_in_cards_in_cards_end_somewhere():
    _, problems = read("BEGIN:VCARD\nAGENT:\n" * 50)
    assert len(problems) == 50
    cards, problems = read("BEGIN:VCARD\nFN:A\nAGENT:" + "BEGIN:VCARD\\nAGENT:" * 50 + "\n" + GOOD)
    assert [card.name for card in cards] == ["A", "Anna"]
    assert len(problems) == 6  # one line too deep, four cards of nobody, and A without its end


def test_a_file_may_invent_as_many_names_as_it_likes():
    lines = "\n".join(f"X-{at};Y={'z' * at}:1" for at in range(5000))
    cards, problems = read(f"BEGIN:VCARD\nFN:Ben\n{lines}\nEND:VCARD\n{GOOD}")
    assert [card.name for card in cards] == ["Ben", "Anna"]
    assert problems == []
