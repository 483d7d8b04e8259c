"""Tables that go out: no cell of them is a formula, and every text comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.readers.tables import plain, write_table
from passo.readers.tables.writing import harmless


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "  =1",
        "＝1",
        "'=1",
        "+",
    ],
)
def test_what_a_spreadsheet_would_reckon_is_kept_from_it(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["+39 0471 123456", "+39 (0471) 12/34-5", "-12,50", "+3", "Anna", "", "'s-Gravenhage"]
)
def test_phones_signed_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.one_of(st.sampled_from("=+-@\t\r' 1a"), st.characters()), max_size=12))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert plain(harmless(text)) == text


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.lists(TEXTS, min_size=2), max_size=5))
def test_every_table_comes_back_as_it_was(table: list[list[str]]) -> None:
    written = io.StringIO("".join(write_table(table)), newline="")
    assert [[plain(cell) for cell in row] for row in csv.reader(written)] == table
