"""Cards as phones, mail programs and address books write them."""

import io
from collections import Counter
from typing import Any

import pytest

from passo.readers.records import Card, Place, Problem, Said
from passo.readers.vcard import read_vcards


def read(written: str | bytes, **options: Any) -> list[Card | Problem]:
    raw = written.encode() if isinstance(written, str) else written
    return list(read_vcards(io.BytesIO(raw), **options))


def card_of(*lines: str | bytes, version: str = "3.0", end: str = "\r\n") -> Card:
    """The one card that these lines make, with no problem."""
    whole = ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]
    raw = end.encode().join(line if isinstance(line, bytes) else line.encode() for line in whole)
    (card,) = read(raw)
    assert isinstance(card, Card)
    return card


def test_a_whole_card_is_read():
    card = card_of(
        "UID:urn:uuid:4fbe8971",
        "FN:Dr. Anna Maria Rossi",
        "N:Rossi;Anna;Maria;Dr.;",
        "NICKNAME:Annina",
        "ORG:Rossi Impianti;Ufficio",
        "TITLE:Elettricista",
        "EMAIL;TYPE=work:anna@rossi.example",
        "TEL;TYPE=cell:+39 333 1234567",
        "ADR;TYPE=home:;;Via Roma 1;Bologna;BO;40121;Italia",
        "URL:https://rossi.example",
        "BDAY:1980-04-12",
        "NOTE:Met at the fair",
        "CATEGORIES:Fair,Friends",
    )
    assert card == Card(
        line=1,
        uid="4fbe8971",
        name="Dr. Anna Maria Rossi",
        given="Anna",
        additional="Maria",
        family="Rossi",
        prefix="Dr.",
        nickname="Annina",
        organisation="Rossi Impianti",
        unit="Ufficio",
        title="Elettricista",
        mails=[Said("anna@rossi.example", "work")],
        phones=[Said("+39 333 1234567", "cell")],
        places=[Place("Via Roma 1", "Bologna", "BO", "40121", "Italia", "home")],
        webs=[Said("https://rossi.example")],
        birthday="1980-04-12",
        note="Met at the fair",
        tags=["Fair", "Friends"],
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_line_end_is_one(end):
    card = card_of("FN:Anna", "TEL:1", "NOTE:one", "  two", end=end)
    assert (card.name, card.phones, card.note) == ("Anna", [Said("1")], "one two")


def test_lines_go_on_after_a_space_and_even_within_a_letter():
    half, other = "ü".encode()
    assert card_of("FN:A", "NOTE:gro", "\tss", " es ", " Haus").note == "grosses Haus"
    assert card_of(b"FN:M" + bytes([half]), b" " + bytes([other]) + b"ller").name == "Müller"


def test_an_old_card_goes_on_at_a_space_that_belongs_to_the_text():
    assert card_of("FN:Anna", "NOTE:one", "  two", version="2.1").note == "one two"


def test_quoted_printable_goes_on_after_an_equals_sign():
    card = card_of(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCl=", "ler;J=C3=B6rg;;;", version="2.1"
    )
    assert (card.family, card.given) == ("Müller", "Jörg")
    card = card_of("FN:A", "NOTE;QUOTED-PRINTABLE:one=0D=0A=", " two=20", "TEL:1", version="2.1")
    assert (card.note, card.phones) == ("one\n two", [Said("1")])


def test_quoted_printable_that_never_ends_does_not_swallow_the_end():
    first, second = read(
        "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\nFN:A=\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:B\nNOTE;QUOTED-PRINTABLE:y=\nEND:VCARD\n"
    )
    assert isinstance(first, Problem)  # its name became part of its note
    assert isinstance(second, Card)
    assert (second.name, second.note) == ("B", "y")


def test_text_in_base64_is_read():
    assert card_of("FN;ENCODING=b;CHARSET=UTF-8:SsO2cmc=").name == "Jörg"
    assert card_of("TEL:1", "FN;ENCODING=BASE64:S").name == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"FN:Z\xc3\xbcrich", "Zürich"),
        (b"FN:Z\xfcrich \x80", "Zürich €"),
        (b"FN:Z\xfcrich \x81", "Zürich \x81"),
        (b"FN;CHARSET=ISO-8859-1:Z\xfcrich", "Zürich"),
        (b"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Z=FCrich", "Zürich"),
        (b"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Z=C3=BCrich", "Zürich"),
        (b"FN;CHARSET=windows-1250:Iksi\xf1ski", "Iksiński"),
        (b"FN;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=E9=D7=C1=CE", "Иван"),
        (b"FN;CHARSET=Shift_JIS:\x83\x5c\x83\x6a\x81\x5b", "ソニー"),
        (b"FN;CHARSET=ISO-2022-JP:\x1b$BF|K\\\x1b(B", "日本"),
        (b"FN;CHARSET=UTF-8:Z\xfcrich", "Zürich"),
        (b"FN;CHARSET=x-unheard-of;ENCODING=QUOTED-PRINTABLE:Z=C3=BCrich", "Zürich"),
        (b"FN;CHARSET=cp99999:Z\xfcrich", "Zürich"),
    ],
)
def test_a_name_keeps_its_letters_whatever_it_was_written_in(line, name):
    assert card_of(line).name == name


def test_the_owner_can_say_what_the_rest_is_written_in():
    written = b"BEGIN:VCARD\r\nFN:Iksi\xf1ski\r\nEND:VCARD\r\n"
    (card,) = read(written, fallback="cp1250")
    assert isinstance(card, Card)
    assert card.name == "Iksiński"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_files_are_read(encoding):
    written = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ǽgean 日本\r\nEND:VCARD\r\n"
    (card,) = read(written.encode(encoding))
    assert isinstance(card, Card)
    assert (card.name, card.line) == ("Ǽgean 日本", 1)


def test_names_in_every_shape():
    card = card_of("N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.")
    assert (card.additional, card.suffix, card.name) == ("Philip Paul", "Jr., M.D.", "")
    card = card_of(r"N:Doe;John;Richter\, James", "FN:  John   Doe ", "FN:Other", "N:Other;;;;")
    assert (card.family, card.additional, card.name) == ("Doe", "Richter, James", "John Doe")
    assert card_of(r"N:a\;b;c\\").family == "a;b"
    assert card_of("FN:A", "NICKNAME:").nickname == ""
    assert card_of("NICKNAME:Jim,Jimmie", "NICKNAME:Robbie").nickname == "Jim, Jimmie, Robbie"
    assert card_of("fn:small").name == "small"


def test_a_firm_with_several_units_is_one_firm():
    card = card_of("FN:Anna", r"ORG:ABC\, Inc.;North;Marketing", "ORG:Second", "X-DEPARTMENT:Other")
    assert (card.organisation, card.unit) == ("ABC, Inc.", "North, Marketing")
    assert card_of("FN:Anna", "X-DEPARTMENT:Lab").unit == "Lab"


def test_a_title_goes_before_a_role():
    assert card_of("FN:A", "ROLE:Boss", "TITLE:Director").title == "Director"
    assert card_of("FN:A", "TITLE:Director", "ROLE:Boss").title == "Director"
    assert card_of("FN:A", "ROLE:Boss", "TITLE:").title == "Boss"


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("TEL", ""),
        ("TEL;TYPE=cell", "cell"),
        ("TEL;TYPE=WORK,FAX", "work fax"),
        ('TEL;TYPE="cell,voice"', "cell"),
        ("TEL;type=HOME;type=VOICE;type=pref", "home"),
        ("TEL;HOME;FAX", "home fax"),
        ("TEL;TYPE=HOME,TYPE=VOICE", "home"),
        ('TEL;X-ID="a:b;c";TYPE=work', "work"),
        ("TEL;TYPE=;TYPE=work", "work"),
        ("item1.TEL;TYPE=work", "work"),
    ],
)
def test_labels_of_every_style_are_kept(head, label):
    assert card_of("FN:A", f"{head}:+39 1").phones == [Said("+39 1", label)]


def test_the_owners_own_labels_are_kept():
    card = card_of(
        "FN:A",
        "item1.EMAIL;TYPE=INTERNET:a@b.example",
        "item1.X-ABLabel:Barca",
        "item2.URL:http\\://b.example",
        "item2.X-ABLabel:_$!<HomePage>!$_",
        "item3.ADR:;;Via Roma 1;Roma;;;",
        "item3.X-ABLabel:Cantiere",
    )
    assert card.mails == [Said("a@b.example", "barca")]
    assert card.webs == [Said("http://b.example", "homepage")]
    assert [place.label for place in card.places] == ["cantiere"]


def test_the_preferred_one_comes_first():
    card = card_of("FN:A", "EMAIL:a@x.example", "EMAIL;TYPE=pref:b@x.example", "EMAIL:c@x.example")
    assert [mail.value[0] for mail in card.mails] == ["b", "a", "c"]
    card = card_of("FN:A", "TEL;PREF=3:3", "TEL;PREF=1:1", "TEL;PREF=2:2", "TEL;PREF=x:4")
    assert [phone.value for phone in card.phones] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        (" a@b.example ", ["a@b.example"]),
        ("mailto:a@b.example?subject=Ciao", ["a@b.example"]),
        ("MAILTO:a%40b.example", ["a@b.example"]),
        ("Anna <a@b.example>", ["a@b.example"]),
        ("a@b.example; c@d.example", ["a@b.example", "c@d.example"]),
        ("a@b.example\\,c@d.example", ["a@b.example", "c@d.example"]),
    ],
)
def test_mail_addresses_in_every_shape(value, addresses):
    assert [mail.value for mail in card_of("FN:A", f"EMAIL:{value}").mails] == addresses


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("tel:+1-418-656-9254;ext=102", "+1-418-656-9254 ext. 102"),
        ("tel:656-9254;phone-context=+1418", "+1418656-9254"),
        ("tel:656-9254;phone-context=x.example;isub=1", "656-9254"),
        ("0800 FLOWERS", "0800 FLOWERS"),
        ("Durchwahl 12", "Durchwahl 12"),
        ("205246\\;\\;\\,\\;", "205246"),
        ("(051)  123 ", "(051) 123"),
    ],
)
def test_phones_in_every_shape(value, number):
    assert card_of("FN:A", f"TEL;VALUE=uri:{value}").phones == [Said(number)]


def test_addresses_in_every_shape():
    place = card_of("FN:A", "ADR:Postfach 1;Stock 2;Hauptstr. 3;Bern;;3000;CH").places[0]
    assert place == Place("Hauptstr. 3, Stock 2, Postfach 1", "Bern", "", "3000", "CH")
    place = card_of("FN:A", r"ADR:;;123 Home St\nHome City\, HM 12345;;;;").places[0]
    assert place.street == "123 Home St, Home City, HM 12345"
    assert card_of("FN:A", "ADR:;;Via Roma 1").places == [Place("Via Roma 1")]
    assert card_of("FN:A", "ADR:;;;;;;").places == []


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1980-04-12", "1980-04-12"),
        ("BDAY:19800412", "1980-04-12"),
        ("BDAY;VALUE=date:1980-04-12", "1980-04-12"),
        ("BDAY:1953-10-15T23:10:00Z", "1953-10-15"),
        ("BDAY:19531015T231000", "1953-10-15"),
        ("BDAY:1953-10-15 00:00:00", "1953-10-15"),
        ("BDAY:--0412", "--04-12"),
        ("BDAY:--04-12", "--04-12"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY:1980", "1980"),
        ("BDAY:1980-04", "1980-04"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "--04-12"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-12", "--04-12"),
        ("BDAY:16040412", "--04-12"),
        ("BDAY:0000-04-12", "--04-12"),
        ("BDAY;VALUE=text:1980/4/2", "1980-04-02"),
        ("BDAY:12.4.1980", "1980-04-12"),
        ("BDAY:4501-01-01", ""),
        ("BDAY:", ""),
    ],
)
def test_birthdays_in_every_shape(line, birthday):
    assert card_of("FN:A", line).birthday == birthday


def test_notes_and_tags_of_several_lines_come_together():
    card = card_of(
        "FN:A",
        "NOTE:one\\ntwo",
        "NOTE:",
        "NOTE:three",
        "CATEGORIES:x,My Contacts",
        "CATEGORIES:y,x",
    )
    assert (card.note, card.tags) == ("one\ntwo\nthree", ["x", "y"])


def test_a_profile_in_a_network_is_a_web_address_if_it_opens():
    card = card_of(
        "FN:A",
        "X-SOCIALPROFILE;type=linkedin;x-user=a:https://network.example/a",
        "X-SOCIALPROFILE;type=other:x-apple:a",
        "URL: ",
    )
    assert card.webs == [Said("https://network.example/a", "linkedin")]


def test_apples_own_name_for_a_card_serves_where_there_is_no_other():
    assert card_of("FN:A", "X-ABUID:1\\:ABPerson").uid == "1:ABPerson"
    assert card_of("FN:A", "UID:2", "X-ABUID:1").uid == "2"


@pytest.mark.parametrize(
    "lines",
    [
        ("KIND:org", "FN:ACME", "N:Rossi;Anna"),
        ("FN:ACME", "ORG:ACME", "N:;;;;"),
        ("FN:ACME", "ORG:ACME", "X-ABShowAs:COMPANY"),
        ("N:ACME;;;;", "ORG:ACME;"),
        ("ORG:ACME", "TEL:1"),
    ],
)
def test_a_firm_is_a_firm(lines):
    assert card_of(*lines).is_organisation


@pytest.mark.parametrize(
    "lines",
    [
        ("KIND:individual", "FN:ACME", "ORG:ACME"),
        ("FN:Anna", "ORG:ACME"),
        ("EMAIL:anna@acme.example", "ORG:ACME"),
        ("FN:Rossi", "N:Rossi;Anna", "ORG:Rossi"),
        ("FN:ACME", "N:Rossi;;", "ORG:ACME"),
        ("FN:Anna", "X-ABShowAs:PERSON"),
    ],
)
def test_a_person_is_no_firm(lines):
    assert not card_of(*lines).is_organisation


def test_a_group_is_counted_and_is_nobody():
    counted: Counter[str] = Counter()
    (card,) = read(
        "BEGIN:VCARD\nFN:Family\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Room 1\nKIND:location\nEND:VCARD\nBEGIN:VCARD\nFN:A\nEND:VCARD\n",
        counted=counted,
    )
    assert isinstance(card, Card)
    assert counted == {"group": 1, "location": 1}


@pytest.mark.parametrize("line", ["TEL:1", "EMAIL:a@b.example", "ORG:A", "N:A", "NICKNAME:A"])
def test_whoever_can_be_known_is_kept(line):
    assert card_of(line).line == 1


def test_pictures_are_passed_over():
    card = card_of(
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ",
        " SkZJRgAB",
        "FN:A",
        "LOGO;BASE64:",
        "  /9j/4AAQ",
        "",
        "KEY;X509;ENCODING=BASE64:",
        "MIIDITCC",
        "AoqgAwI=",
        "",
        "X-MS-CARDPICTURE;ENCODING=BASE64:",
        "/9j/4AAQ",
        "TEL:1",
        version="2.1",
    )
    assert (card.name, card.phones) == ("A", [Said("1")])


def test_a_card_within_a_card_is_a_contact_too():
    apart = ["AGENT:", "BEGIN:VCARD", "FN:Inner", "END:VCARD", "TEL:2"]
    begun = ["AGENT:BEGIN:VCARD", "FN:Inner", "END:VCARD", "TEL:2"]
    indented = ["AGENT:BEGIN:VCARD", " FN:Inner", r" NOTE:a\nb", " END:VCARD", "TEL:2"]
    escaped = [r"AGENT:BEGIN:VCARD\nFN:Inner\nTEL\;CELL:1\nEND:VCARD\n", "TEL:2"]
    endless = [r"AGENT:BEGIN:VCARD\nFN:Inner\n", "TEL:2"]
    for lines in (apart, begun, indented, escaped, endless):
        found = read("\n".join(["BEGIN:VCARD", "FN:Outer", *lines, "END:VCARD"]))
        inner, outer = [one for one in found if isinstance(one, Card)]
        assert (inner.name, outer.name, outer.phones) == ("Inner", "Outer", [Said("2")])
    assert card_of("FN:A", "AGENT;VALUE=uri:cid:b@c.example").name == "A"
