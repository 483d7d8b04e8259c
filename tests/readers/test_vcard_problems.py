"""What a card says that is not understood is told with its place, and the rest is kept."""

import io
from collections.abc import Iterator

import pytest

from passo.readers.records import Card, Problem
from passo.readers.vcard import read_vcards


class Pieces(io.RawIOBase):
    """A file that comes in pieces of its own choice."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def read(self, size: int = -1) -> bytes:
        return next(self.pieces, b"")


def problems_of(*lines: str) -> list[Problem]:
    whole = "\n".join(["BEGIN:VCARD", "VERSION:3.0", "FN:Anna", *lines, "END:VCARD"])
    found = list(read_vcards(io.BytesIO(whole.encode())))
    assert [one.name for one in found if isinstance(one, Card)] == ["Anna"]
    return [one for one in found if isinstance(one, Problem)]


def test_a_line_that_makes_no_sense_is_told_with_its_place():
    (problem,) = problems_of("rubbish", "more rubbish", "See there: more", "TEL:1")
    assert (problem.line, problem.what) == (4, "rubbish")
    assert [one.line for one in problems_of("rubbish", "TEL:1", "=: more", 'TEL;X="a:b')] == [4, 6]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("EMAIL:anna", "“anna” is not a mail address, so it was left out."),
        ("TEL:mobile", "“mobile” is not a phone number, so it was left out."),
        (
            "BDAY:circa 1800",
            "The birthday “circa 1800” could not be understood, so it was left out.",
        ),
    ],
)
def test_what_is_no_address_is_told(line, sentence):
    (problem,) = problems_of(" ", line)
    assert (problem.line, str(problem)) == (5, sentence)


@pytest.mark.parametrize(
    "birthday", ["0000", "--04", "---12", "1981-02-29", "04/12/1980", "1" * 99, "--0230"]
)
def test_a_day_that_does_not_exist_is_told(birthday):
    (problem,) = problems_of(f"BDAY:{birthday}")
    assert problem.line == 4


@pytest.mark.parametrize("line", ["EMAIL:", "TEL: ", "BDAY:", "FN:", "X-PASSO-CONNECTED-ON:soon"])
def test_an_empty_line_is_no_problem(line):
    assert problems_of(line) == []


def test_what_passo_does_not_keep_is_no_problem():
    assert problems_of('X-SKYPE;X-ID="a:b":anna', "GEO:geo:1,2", "BEGIN:VCARD X") == []


def test_a_line_that_is_indented_after_the_beginning_is_a_line_of_its_own():
    written = f"BEGIN:VCARD\n{'FN:Anna'.rjust(9)}\nEND:VCARD\n TEL:1\n"
    card, problem = read_vcards(io.BytesIO(written.encode()))
    assert isinstance(card, Card)
    assert isinstance(problem, Problem)
    assert (card.name, problem.line) == ("Anna", 4)
    waiting = iter([b"BEGIN:VCARD\n", b" FN:Anna\nEND:VCARD\n", b""])
    (card,) = read_vcards(Pieces(waiting))  # type: ignore[arg-type]
    assert isinstance(card, Card)
    assert card.name == "Anna"
