"""The first look at a file: archives, workbooks, large files, and what is in none of them."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from passo.businesses.models import Business
from passo.people.bringing_in import beginning, carrying_on, looking
from passo.people.bringing_in.showing import Row
from passo.people.models import Import
from tests.people.bringing import CARD, calendar, card, mail, put

pytestmark = pytest.mark.django_db

FAIR = calendar("UID:1\nDTSTART:20261102T090000Z\nSUMMARY:Fair")
TWO = "Name,E-Mail\nUgo,u@x.example\nAda,a@x.example"


def looked_at(business: Business, content: str | bytes, name: str) -> Row:
    made = put(business, content, name)
    beginning.look_at(made)
    return Row(made)


def firsts(row: Row) -> list[str]:
    return [one.what for one in row.first]


def zipped(**members: str) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return into.getvalue()


def workbook(**sheets: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet: Any = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def test_an_archive_shows_what_lies_in_it(bakery: Business) -> None:
    row = looked_at(
        bakery, zipped(a__vcf=CARD, b__mbox=mail(1, "p@x.example", "q@x.example")), "x.zip"
    )
    assert firsts(row) == ["Paola Rinaldi", "The stair lights"]
    assert (row.kind, row.about) == ("Archive", "2 files")


def test_an_archive_with_nothing_for_us_says_so(bakery: Business) -> None:
    row = looked_at(bakery, zipped(a__bin="\x01\x02"), "x.zip")
    assert row.trouble == "Passo found no contact, mail or appointment in it."
    assert not row.is_ready


def test_a_sheet_of_a_workbook_can_be_chosen(bakery: Business) -> None:
    heads = ["Name", "E-Mail"]
    book = workbook(Uno=[heads, ["Ugo", "u@x.example"]], Due=[heads, ["Ada", "a@x.example"]])
    row = looked_at(bakery, book, "rubrica.xlsx")
    assert (firsts(row), row.seen["table"]["sheets"]) == (["Ugo"], ["Uno", "Due"])
    beginning.look_again(row.brought_by, sheet="Due")
    assert firsts(row) == ["Ada"]
    beginning.start(row.brought_by, queue=False)
    carrying_on.carry_on(bakery, row.brought_by.pk)
    assert bakery.people.get().name == "Ada"


def test_a_table_without_a_column_of_names_asks_for_it(bakery: Business) -> None:
    row = looked_at(bakery, "Chi;Recapito\nUgo Conti;051 223344\nAda Neri;051 223355", "a.csv")
    assert firsts(row) == ["", ""]
    assert row.is_nameless
    assert not looked_at(bakery, TWO, "b.csv").is_nameless


def test_who_said_what_the_columns_hold_is_not_asked_for_names_again(bakery: Business) -> None:
    row = looked_at(bakery, "Chi;Recapito\nUgo Conti;051 223344\nAda Neri;051 223355", "a.csv")
    beginning.look_again(row.brought_by, mapping={"0": "ignore", "1": "phone"}, header=1)
    assert firsts(row) == ["", ""]
    assert not row.is_nameless


def test_a_large_file_is_looked_at_in_a_few_places(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "HEAD", 1000)
    row = looked_at(bakery, "".join(card(f"Luca Ferri{n:03d}") for n in range(400)), "a.vcf")
    assert len(row.first) == 3
    assert row.about == "about 400 contacts"


@pytest.mark.parametrize(
    ("name", "content", "kind", "about"),
    [
        ("a.ics", FAIR, "Calendar", "1 appointment"),
        ("a.csv", TWO, "Table of contacts", "about 2 contacts"),
        ("a.eml", mail(1, "p@x.example", "q@x.example").partition("\n")[2], "Mail", "1 mail"),
    ],
)  # fmt: skip
def test_each_kind_says_about_how_much_it_holds(
    bakery: Business, name: str, content: str, kind: str, about: str
) -> None:
    row = looked_at(bakery, content, name)
    assert (row.kind, row.about) == (kind, about)
    assert row.is_ready


def test_an_export_of_linkedin_is_known_by_name(bakery: Business) -> None:
    text = (
        'Notes:\n"When exporting"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,'
        "Connected On\nUgo,Conti,https://x.example/ugo,,Conti SNC,Owner,01 Nov 2026\n"
    )
    assert looked_at(bakery, text, "Connections.csv").layout == "LinkedIn"


def test_a_record_of_no_kind_is_not_shown() -> None:
    assert looking.told_of(object()) is None  # type: ignore[arg-type]


def test_a_folder_is_counted_too(bakery: Business, tmp_path: Any) -> None:
    (tmp_path / "a.eml").write_text("x")
    assert looking.files_in(tmp_path) == 1
    assert looking.how_many(Import(kind="json", bytes=0), tmp_path) == (0, False)
