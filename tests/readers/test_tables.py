"""A table of contacts becomes cards: columns, cells, delimiters, and what is told instead."""

import io

import pytest

from passo.readers.records import Card, Place, Problem, Said
from passo.readers.tables import FIELDS, Mapping, read_table, signature
from tests.readers.reading_tables import card, cards, look, problems, read


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Ragione Sociale;Referente;Tel. Ufficio;Cell.;PEC;Prov.",
         "organisation name phone phone mail region"),
        ("Firma;Ansprechpartner;PLZ Ort;Straße Nr.;Handy;Bemerkung",
         "organisation name city street phone note"),
        ("Razón social;Persona de contacto;C.P.;Población;Teléfono móvil;Correo",
         "organisation name code city phone mail"),
        ("Nome;Cognome;Data di nascita;E-mail", "given family birthday mail"),
        ("Nome;Telefono;E-mail", "name phone mail"),
        ("Nmae;Emial;Phne;Statu", "name mail phone ignore"),
        ("full_name;Lead Email;Lead Phone;Lead Owner", "name mail phone ignore"),
        ("companyname;companycity;mobilePhone;Username", "organisation city phone ignore"),
        ("Name;Name des Hundes;Gruppe;Mail", "name ignore tags mail"),
        ("Name;Mail;1;" + "x" * 200, "name mail ignore ignore"),
        ("Name;E-mail 1 - Value;IM 1 - Value;Organization 1 - Symbol;Address 1 - Formatted",
         "name mail ignore ignore ignore"),
        ("Name;Organization 1 - Title;E-mail 1 - Foo", "name title ignore"),
    ],
)  # fmt: skip
def test_headings_are_known_by_their_words(headings: str, fields: str) -> None:
    seen = look(f"{headings}\n{';'.join('x' for _ in headings.split(';'))}\n")
    assert list(seen.mapping.values()) == fields.split()
    assert seen.delimiter == ";"


def test_a_heading_that_may_mean_two_things_is_told_by_its_cells() -> None:
    assert card("title,firstname,email\nMrs.,Anna,a@x.example\n").prefix == "Mrs."
    assert card("title,firstname,email\nBaker,Anna,a@x.example\n").title == "Baker"
    assert card("Titel,Vorname,E-Mail\nDr.,Anna,a@x.example\n").prefix == "Dr."
    assert card("Titel,Vorname,E-Mail\nBäckerin,Anna,a@x.example\n").title == "Bäckerin"
    assert card("Who,Name\na@x.example,Anna\n").mails == [Said("a@x.example")]


def test_a_code_before_the_town_is_taken_apart() -> None:
    anna = card("Name;PLZ Ort\nAnna;D-80331 München\n")
    assert anna.places == [Place(city="München", code="D-80331")]


def test_a_table_without_headings_tells_itself_by_its_cells() -> None:
    text = "12,Anna Rossi,a@x.example,+39 0471 123456,www.x.example\n13,Ben,b@x.example,,\n"
    anna, ben = cards(text)
    seen = look(text)
    assert (seen.header, seen.headers, seen.layout) == (0, [""] * 5, "generic")
    assert (anna.line, anna.name, anna.phones) == (1, "Anna Rossi", [Said("+39 0471 123456")])
    assert anna.webs == [Said("www.x.example")]
    assert ben.mails == [Said("b@x.example")]


def test_the_owner_may_say_that_there_are_no_headings_or_where_they_are() -> None:
    text = "Note,Mail\nName,Mail\nAnna,a@x.example\n"
    assert look(text).header == 1
    assert look(text, header=2).header == 2
    assert card(text, header=2).name == "Anna"
    assert look(text, header=0).headers == ["", ""]


def test_one_address_in_a_line_is_a_table_too() -> None:
    assert [one.mails for one in cards("a@x.example\n\nb@x.example\n")] == [
        [Said("a@x.example")],
        [Said("b@x.example")],
    ]
    assert card("E-Mail\na@x.example\n").mails == [Said("a@x.example")]


def test_columns_that_say_nothing_are_a_problem_until_the_owner_says_what_they_hold() -> None:
    text = "Foo,Bar,Name\nx,Anna,Apples\n"
    (told,) = problems(text)
    assert "Say what each of them holds" in told
    assert look(text).layout == ""
    assert card(text, mapping={"1": "given", "Foo": "note"}).given == "Anna"
    assert problems(text, mapping={"1": "nonsense"})
    assert problems("x y\nz\n")


def test_a_mapping_is_remembered_by_its_headings() -> None:
    seen = look("First Name;E-mail\nAnna;a@x.example\n")
    assert seen.signature == signature(["first name", "E-Mail"])
    assert seen.signature != signature(["E-Mail", "first name"])
    mapping: Mapping = seen.mapping
    assert set(mapping.values()) <= set(FIELDS)


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_every_delimiter_is_found_beside_commas_in_cells(delimiter: str) -> None:
    cells = ("Rossi, Anna; x", "a@x.example", "Via Roma 1, 3")
    row = delimiter.join(f'"{cell}"' for cell in cells)
    anna = card(f"Name{delimiter}Mail{delimiter}Address\n{row}\n")
    assert (anna.name, anna.places[0].street) == ("Rossi, Anna; x", "Via Roma 1, 3")


def test_a_first_line_may_name_the_delimiter() -> None:
    anna = card("\ufeffsep=^\r\nName^Mail\r\nAnna^a@x.example\r\n")
    assert (anna.line, anna.name, anna.mails) == (3, "Anna", [Said("a@x.example")])


def test_an_encoding_may_be_chosen() -> None:
    text = "Name,Mail\nZoë,z@x.example\n".encode("mac_roman")
    assert card(text, encoding="mac_roman").name == "Zoë"
    assert look(text, encoding="klingon").encoding == "cp1252"
    assert look(text).encodings["utf-8"] == "UTF-8"


def test_rows_with_a_company_alone_are_organisations() -> None:
    found = cards(
        "Name,Company,Mail,Job\n,Rossi Srl,,\n,Grün Ltd,info@gruen.example,\n"
        ",Blau AG,max@blau.example,\n,Rot AG,,Chef\nAnna,Rossi Srl,,\n"
    )
    assert [one.is_organisation for one in found] == [True, True, False, False, False]


def test_phone_only_and_mail_only_people_are_people() -> None:
    found = cards("Name,Mail,Phone\n,a@x.example,\n,,0471 5555\n")
    assert [one.is_organisation for one in found] == [False, False]


def test_empty_rows_are_silent_and_rows_to_know_nobody_by_are_told() -> None:
    text = "Name,Mail,City\n,,\n  ,\n\nN/A,-,Bolzano\nName,Mail,City\nAnna,,\n"
    assert problems(text) == ["5: Here is no name, mail address or phone to know anyone by."]


def test_rows_of_another_width_are_read_and_told_only_where_something_is_lost() -> None:
    text = "Name,Mail\nAnna\nBen,b@x.example,,\nCleo,c@x.example,more\n"
    assert [one.name for one in read(text) if isinstance(one, Card)] == ["Anna", "Ben", "Cleo"]
    (told,) = problems(text)
    assert told == "4: This row has more cells than there are headings. Left out: more"


def test_words_that_are_no_address_phone_or_day_are_told_and_the_rest_kept() -> None:
    text = "Name,Mail,Phone,Birthday,Connected On\nAnna,nobody,call me,soon,later\n"
    assert [told.partition("” ")[2] for told in problems(text)] == [
        "is not a mail address.",
        "is not a phone number.",
        "is not a day of birth Passo can read.",
        "is not a date Passo can read.",
    ]
    assert read(text)[0] == Card(2, name="Anna")


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("393331234567.0", ["393331234567"]),
        ("+39 0471/123456", ["+39 0471/123456"]),
        ("0471 123456; 333 1234567", ["0471 123456", "333 1234567"]),
        ("0471 123456 / 333 1234567", ["0471 123456", "333 1234567"]),
        ("112", ["112"]),
        ("0471 123456 x12", ["0471 123456 x12"]),
        ("'+39 0471 5", ["+39 0471 5"]),
    ],
)
def test_phones_are_taken_as_they_are_written(cell: str, phones: list[str]) -> None:
    assert [one.value for one in card(f'Name;Phone\nAnna;"{cell}"\n').phones] == phones


@pytest.mark.parametrize("cell", ["3.93331E+11", "1 2", "1" * 600])
def test_a_phone_that_is_lost_is_told(cell: str) -> None:
    assert len(problems(f"Name;Phone\nAnna;{cell}\n")) == 1
    assert ("shortened" in problems(f"Name;Phone\nAnna;{cell}\n")[0]) == ("E+" in cell)


@pytest.mark.parametrize(
    ("cell", "mails"),
    [
        ("mailto:a@x.example", ["a@x.example"]),
        ("Anna <a@x.example>; b@x.example", ["a@x.example", "b@x.example"]),
        ("'a@x.example'", ["a@x.example"]),
        ("a@x.example, a@x.example", ["a@x.example"]),
    ],
)
def test_mail_addresses_are_found_among_other_words(cell: str, mails: list[str]) -> None:
    anna = card(f'Name;Mail\nAnna;"{cell}"\n')
    assert [one.value for one in anna.mails] == [one.removeprefix("mailto:") for one in mails]


def test_columns_of_one_field_are_joined_or_the_first_wins() -> None:
    anna = card(
        "Nombre;Primer apellido;Segundo apellido;Notas;Comentarios;Calle;Calle 2;Tags;Gruppe\n"
        "Ana;García;López;uno;dos;Calle A;Piso 2;x, y;y\n"
    )
    assert (anna.given, anna.family, anna.note) == ("Ana", "García López", "uno\ndos")
    assert (anna.places[0].street, anna.tags) == ("Calle A, Piso 2", ["x", "y"])
    assert card("Name,Mail,Name\nAnna,,Anna R.\n").name == "Anna"


def test_a_label_in_a_column_of_its_own_belongs_to_the_next_column() -> None:
    mapping = {"0": "name", "1": "label", "2": "phone", "3": "city"}
    anna = card("a,b,c,d\nAnna,Home,0471 5555,Bolzano\n", mapping=mapping, header=1)
    assert anna.phones == [Said("0471 5555", "home")]


def test_a_file_with_nothing_in_it_is_told() -> None:
    assert problems("") == ["1: This file is empty."]
    assert problems(" \n\n")
    assert str(look("").problem) == "This file is empty."


def test_a_table_wider_than_any_is_read_as_far_as_it_may() -> None:
    text = ",".join(["Name", "Mail", *["Phone"] * 3000]) + "\nAnna,a@x.example\n"
    assert len(look(text).headers) == 1000
    assert card(text).name == "Anna"


def test_rows_of_megabytes_do_not_fill_the_memory_before_the_first_card() -> None:
    asked = []

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            asked.append(size)
            return b"Name,City\n" if len(asked) == 1 else (b"Anna," + b"x" * 100_000 + b"\n") * 3

    first = next(read_table(Endless()))  # type: ignore[arg-type]
    assert isinstance(first, Card)
    assert len(asked) < 40


def test_a_huge_first_row_is_cut_and_the_headings_are_still_found() -> None:
    note = "x" * 200_000
    found = read(f'"{note}"\nName,Mail\nAnna,a@x.example\n')
    (anna,) = [one for one in found if isinstance(one, Card)]
    assert (anna.line, anna.name) == (3, "Anna")
    assert [str(one) for one in found if isinstance(one, Problem)] == [
        "This row is too long. Its end was left out."
    ]


def test_whitespace_where_a_town_would_stand_is_no_place() -> None:
    assert card("Name,City,Street\nAnna, ,-\n").places == []
