"""Days as people write them in a table."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.readers.tables.dates import date_of, day_of, is_month_first, month_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1980-04", "1980-04"),
        ("1980-04-12", "1980-04-12"),
        ("19800412", "1980-04-12"),
        ("1980/4/12", "1980-04-12"),
        ("12/04/1980", "1980-04-12"),
        ("12.4.80", "1980-04-12"),
        ("12.04.", "--04-12"),
        ("12/04", "--04-12"),
        ("30/12/05", "2005-12-30"),
        ("4/30/1980", "1980-04-30"),
        ("--04-12", "--04-12"),
        ("--0412", "--04-12"),
        ("--02-29", "--02-29"),
        ("12/04/1604", "--04-12"),
        ("12 April 1980", "1980-04-12"),
        ("12. Jänner 1980", "1980-01-12"),
        ("1° maggio 1980", None),
        ("1º mayo", "--05-01"),
        ("12 de abril de 1980", "1980-04-12"),
        ("April 12, 1980", "1980-04-12"),
        ("Apr 12th", "--04-12"),
        ("12 Foo 1980", None),
        ("Foo 12", None),
        ("1980-04-12T00:00:00Z", "1980-04-12"),
        ("1980-04-12 03:04", "1980-04-12"),
        ("29323", "1980-04-12"),
        ("29323.0", "1980-04-12"),
        ("0/0/00", ""),
        ("00.00.0000", ""),
        ("", ""),
        ("31/02/1980", None),
        ("99/99/9999", None),
        ("9999-12-31", "9999-12-31"),
        ("soon", None),
        ("12 " * 100, None),
    ],
)
def test_a_day_is_read_as_it_is_meant(text: str, day: str | None) -> None:
    assert day_of(text) == day


def test_the_month_may_come_first() -> None:
    assert day_of("04/12/1980", month_first=True) == "1980-04-12"
    assert date_of("02/27/18, 3:22 PM", month_first=True) == date(2018, 2, 27)
    assert date_of("12/04") is None


@pytest.mark.parametrize(
    ("column", "month_first"),
    [
        (["01/02/1980", "13/02/1980"], False),
        (["01/02/1980", "02/13/1980"], True),
        (["01/02/1980", "1980-02-13", "soon"], None),
        (["13/02/1980", "02/13/1980"], None),
    ],
)
def test_a_column_tells_which_number_is_the_month(
    column: list[str],
    month_first: bool | None,  # noqa: FBT001 — a value of the table above
) -> None:
    for otherwise in (True, False):
        expected = otherwise if month_first is None else month_first
        assert is_month_first(column, when_unclear=otherwise) is expected


@given(st.dates())
def test_every_day_comes_back_as_it_was_written(day: date) -> None:
    written = day.isoformat()
    assert day_of(written) == (written if day.year not in {4, 1604} else f"-{written[4:]}")


@given(st.text(max_size=70))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = day_of(text)
    assert found is None or found == "" or date.fromisoformat(found.replace("--", "2000-", 1))


def test_months_are_known_by_their_first_letters_in_four_languages() -> None:
    assert [month_of(word) for word in ("Jan", "gen", "März", "sept", "dic", "ma", "mar")] == [
        1, 1, 3, 9, 12, 0, 3,
    ]  # fmt: skip
    assert month_of("ju") == 0
