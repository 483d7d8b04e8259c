"""In which encoding a table is, and where its rows begin and end."""

import csv
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.readers.records import Problem
from passo.readers.tables.splitting import KEPT, ROW, Row, Splitter
from passo.readers.tables.text import blocks, encoding_of, known

UMLAUTS = "Müller,Grün\nÀgata,Peña\n"


@pytest.mark.parametrize(
    ("how", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_the_encoding_is_found_and_the_text_comes_back(how: str, encoding: str) -> None:
    head = UMLAUTS.encode(how)
    assert encoding_of(head) == encoding
    assert "".join(blocks([head], encoding)) == UMLAUTS


def test_western_windows_is_never_taken_for_central_europe() -> None:
    assert encoding_of("Citroën café Straße £5".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize("how", ["mac_roman", "cp850"])
def test_what_windows_cannot_have_written_is_read_as_what_makes_letters(how: str) -> None:
    text = "ìnìzìo Müller Ètè ùlùlò üü"
    assert encoding_of(text.encode(how)) == how


def test_a_letter_cut_at_the_end_of_the_head_is_still_utf_8() -> None:
    assert encoding_of("Grüß".encode()[:-1]) == "utf-8"


def test_lines_of_windows_inside_a_utf_8_file_keep_their_letters() -> None:
    glued = "Müller\n".encode() + "Peña\n".encode("cp1252")
    assert "".join(blocks([glued], "utf-8")) == "Müller\nPeña\n"


def test_a_byte_that_the_chosen_encoding_does_not_know_is_shown_as_such() -> None:
    assert "".join(blocks([b"a\x81b\n"], "cp1252")) == "a\ufffdb\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_every_end_of_line_is_one_wherever_the_pieces_are_cut(end: str, size: int) -> None:
    data = f"é{end}ü{end}{end}x{end}".encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert "".join(blocks(pieces, "utf-8")) == "é\nü\n\nx\n"


def test_nuls_are_left_out() -> None:
    assert "".join(blocks([b"An\0na,\0\n"], "utf-8")) == "Anna,\n"


def test_only_true_encodings_are_known() -> None:
    assert known("cp1252")
    assert not known("base64")
    assert not known("klingon")


def split(text: str, *, width: int = 3, size: int = 1 << 18) -> list[Row | Problem]:
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    return list(Splitter(",", width).rows(pieces))


def rows_of(found: list[Row | Problem]) -> list[Row]:
    return [row for row in found if isinstance(row, Row)]


def problems_of(found: list[Row | Problem]) -> list[Problem]:
    return [one for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize("size", [1, 5, 1000])
def test_a_quoted_end_of_line_is_part_of_its_cell_and_counts_as_a_line(size: int) -> None:
    found = split('a,b,c\n1,"x\ny",3\n\n4,5,6', size=size)
    assert found == [
        Row(1, ["a", "b", "c"]),
        Row(2, ["1", "x\ny", "3"]),
        Row(4, []),
        Row(5, ["4", "5", "6"]),
    ]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")),
            min_size=3,
            max_size=3,
        ),
        max_size=20,
    ),
    st.integers(1, 50),
)
def test_what_a_csv_writer_writes_comes_back(table: list[list[str]], size: int) -> None:
    lines: list[str] = []
    writer = csv.writer(_Collect(lines), quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(table)
    assert [row.cells for row in split("".join(lines), size=size)] == table


class _Collect:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def write(self, text: str) -> None:
        self.lines.append(text)


@given(st.text(st.sampled_from('ab,"\n'), max_size=80), st.integers(1, 20))
def test_where_the_blocks_are_cut_does_not_matter(text: str, size: int) -> None:
    assert split(text, size=size) == split(text)


@given(st.text(st.sampled_from('ab,"\n'), max_size=80))
def test_every_line_number_is_one_of_the_file_and_grows(text: str) -> None:
    lines = [row.line for row in rows_of(split(text))]
    assert lines == sorted(set(lines))
    assert all(0 < line <= text.count("\n") + 1 for line in lines)


@pytest.mark.parametrize("size", [7, 1000])
def test_a_quote_that_is_never_closed_takes_no_other_row_with_it(size: int) -> None:
    found = split('a,b,c\n1,"Bob,3\n2,Ann,4\n5,Zoe,6\n', size=size)
    assert [row.cells for row in rows_of(found)] == [
        ["a", "b", "c"],
        ["1", "Bob", "3"],
        ["2", "Ann", "4"],
        ["5", "Zoe", "6"],
    ]
    (problem,) = problems_of(found)
    assert problem.line == 2
    assert "never closed" in str(problem)


def test_two_quotes_that_are_never_closed_do_not_pair_up() -> None:
    found = split('1,"Bob,3\n2,"Ann,4\n5,Zoe,6\n')
    assert [row.cells[1] for row in rows_of(found)] == ["Bob", "Ann", "Zoe"]
    assert [problem.line for problem in problems_of(found)] == [1, 2]


def test_a_file_that_ends_inside_a_cell_gives_what_there_is() -> None:
    found = split('1,2,3\n4,"half of a\nnote')
    assert rows_of(found)[1] == Row(2, ["4", "half of a\nnote"])
    assert [problem.line for problem in problems_of(found)] == [2]


def photo(lines: int) -> Iterator[str]:
    yield 'a,b,c\n1,Anna,"'
    for _ in range(lines):
        yield "/9j4AAQSkZJRgABAQ" * 4096 + "\n"
    yield '"\n2,Ben,x\n'


@pytest.mark.parametrize("many", [30, 100])
def test_a_cell_of_megabytes_is_cut_told_and_gone_past(many: int) -> None:
    splitter = Splitter(",", 3)
    found = []
    for one in splitter.rows(photo(many)):
        assert len(splitter.rest) < 2 * ROW
        found.append(one)
    assert [row.cells[:2] for row in rows_of(found)] == [["a", "b"], ["1", "Anna"], ["2", "Ben"]]
    assert rows_of(found)[-1].line == many + 3
    assert len(rows_of(found)[1].cells[2]) < KEPT
    (problem,) = problems_of(found)
    assert "too long" in str(problem)


@pytest.mark.parametrize("opening", ["", '"'])
def test_a_line_without_an_end_is_cut_and_does_not_grow(opening: str) -> None:
    splitter = Splitter(",", 3)
    pieces = ["1,Anna," + opening, *["x" * (1 << 18)] * 20, opening + "\n2,Ben,y\n", "3,Cleo,z\n"]
    found = list(splitter.rows(pieces))
    assert [row.cells[1] for row in rows_of(found)] == ["Anna", "Ben", "Cleo"]
    assert [row.line for row in rows_of(found)] == [1, 2, 3]
    assert len(problems_of(found)) == 1
    assert splitter.rest == ""


def test_after_a_huge_row_that_never_ends_comes_the_next_whole_row() -> None:
    pieces = ['1,Anna,"', *["x" * (1 << 18)] * 6, "\nmore of it\n", "and more\n2,Ben,y\n"]
    found = list(Splitter(",", 3).rows(pieces))
    assert [(row.line, row.cells[1]) for row in rows_of(found)] == [(1, "Anna"), (4, "Ben")]


def test_a_huge_row_at_the_end_of_the_file_is_told_once() -> None:
    found = list(Splitter(",", 3).rows(['1,Anna,"', *["x\n" * (1 << 17)] * 6]))
    assert [type(one) for one in found] == [Row, Problem]


def test_the_limit_that_others_set_for_cells_is_neither_changed_nor_needed() -> None:
    before = csv.field_size_limit(10)
    try:
        found = split("1,Anna Maria Rossi,3\n2,Ben,4\n")
        assert csv.field_size_limit() == 10
    finally:
        csv.field_size_limit(before)
    assert [row.cells[1] for row in rows_of(found)] == ["Anna Maria Rossi", "Ben"]
