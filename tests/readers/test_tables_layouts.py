"""Contacts are read whoever exported them and in whichever language."""

from datetime import date

import pytest

from passo.readers.records import Place, Said
from tests.readers.reading_tables import card, cards, look

GOOGLE_NEW = """First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,\
Organization Title,Organization Department,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,\
Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,\
Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value
Anna,Maria,Rossi,,Rossi Srl,Titolare,Vendite,1980-04-12,Ciao,Amici ::: * myContacts,* Work,\
anna@rossi.example ::: a.rossi@mail.example,Mobile,+39 333 1234567 ::: 0471 123456,Home,"Via Roma 1
39100 Bolzano",Via Roma 1,Bolzano,39100,IT,Profile,https://rossi.example
,,,,,,, --02-29,,,,,Home,0471 1,,,,,,,,
"""
GOOGLE_OLD = """Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,\
E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,\
Address 1 - Street,Address 1 - City,Address 2 - Street,Address 2 - City,Organization 1 - Name
Anna Rossi,Anna,Rossi,* myContacts ::: Chor,* Home,a@x.example,Work,b@x.example,Main,0471 5555,\
Home,Via A,Bolzano,Via B,Merano,Rossi Srl
"""


def test_googles_contacts_of_today_are_read() -> None:
    anna, nobody = cards(GOOGLE_NEW)
    assert look(GOOGLE_NEW).layout == "google"
    assert (anna.given, anna.additional, anna.family, anna.name) == ("Anna", "Maria", "Rossi", "")
    assert (anna.organisation, anna.title, anna.unit) == ("Rossi Srl", "Titolare", "Vendite")
    assert anna.mails == [Said("anna@rossi.example", "work"), Said("a.rossi@mail.example", "work")]
    assert anna.phones == [Said("+39 333 1234567", "mobile"), Said("0471 123456", "mobile")]
    assert anna.places == [Place("Via Roma 1", "Bolzano", "", "39100", "IT", "home")]
    assert anna.webs == [Said("https://rossi.example", "profile")]
    assert (anna.birthday, anna.note, anna.tags) == ("1980-04-12", "Ciao", ["Amici"])
    assert (nobody.line, nobody.phones) == (4, [Said("0471 1", "home")])
    assert nobody.birthday == "--02-29"


def test_googles_contacts_of_old_are_read() -> None:
    anna = card(GOOGLE_OLD)
    assert look(GOOGLE_OLD).layout == "google"
    assert (anna.name, anna.given, anna.family) == ("Anna Rossi", "Anna", "Rossi")
    assert anna.mails == [Said("a@x.example", "home"), Said("b@x.example", "work")]
    assert [place.city for place in anna.places] == ["Bolzano", "Merano"]
    assert [place.label for place in anna.places] == ["home", ""]
    assert anna.tags == ["Chor"]


def test_several_addresses_in_one_cell_are_several_places() -> None:
    anna = card(
        "First Name,E-mail 1 - Value,Address 1 - Street,Address 1 - City\n"
        "Anna,a@x.example,Via A ::: Via B,Bolzano ::: Merano\n"
    )
    assert anna.places == [Place("Via A", "Bolzano"), Place("Via B", "Merano")]


@pytest.mark.parametrize(
    ("headings", "encoding"),
    [
        (
            (
                "Title,First Name,Last Name,Company,Job Title,Business Street,Business City,"
                "Home Street,Home City,Business Fax,Home Phone,Mobile Phone,Birthday,"
                "E-mail Address,E-mail Display Name,Notes"
            ),
            "utf-8",
        ),
        (
            (
                "Titolo,Nome,Cognome,Società,Posizione,Via (uff.),Città (uff.),Via (ab.),"
                "Città (ab.),Fax (uff.),Abitazione,Cellulare,Compleanno,"
                "Indirizzo posta elettronica,"
                "Nome visualizzato posta elettronica,Note"
            ),
            "cp1252",
        ),
        (
            (
                "Anrede,Vorname,Nachname,Firma,Position,Straße geschäftlich,Ort geschäftlich,"
                "Straße privat,Ort privat,Fax geschäftlich,Telefon privat,Mobiltelefon,Geburtstag,"
                "E-Mail-Adresse,E-Mail: Angezeigter Name,Notizen"
            ),
            "cp1252",
        ),
        (
            (
                "Tratamiento,Nombre,Apellidos,Organización,Puesto,Calle del trabajo,"
                "Ciudad de trabajo,Calle del domicilio,Ciudad de residencia,Fax del trabajo,"
                "Particular,"
                "Móvil,Cumpleaños,Dirección de correo electrónico,"
                "Nombre de pantalla de correo electrónico,Notas"
            ),
            "utf-16",
        ),
    ],
)
def test_outlooks_contacts_are_read_in_four_languages(headings: str, encoding: str) -> None:
    row = "Dr,Anna,Rossi,Rossi Srl,Chefin,Via A,Bolzano,Via B,Merano,0471 9999,0471 8888,"
    text = f"{headings}\n{row}333 4444444,4/30/1980,a@x.example,Anna Rossi (a@x.example),Ciao\n"
    anna = card(text.encode(encoding))
    assert look(text.encode(encoding)).layout == "outlook"
    assert (anna.prefix, anna.given, anna.family) == ("Dr", "Anna", "Rossi")
    assert (anna.organisation, anna.title, anna.note) == ("Rossi Srl", "Chefin", "Ciao")
    assert anna.places == [
        Place("Via A", "Bolzano", label="work"),
        Place("Via B", "Merano", label="home"),
    ]
    assert {phone.value: set(phone.label.split()) for phone in anna.phones} == {
        "0471 9999": {"work", "fax"},
        "0471 8888": {"home"},
        "333 4444444": {"mobile"},
    }
    assert anna.mails == [Said("a@x.example")]
    assert anna.birthday == "1980-04-30"
    assert anna.name == ""


def test_an_inner_name_of_a_mail_server_is_no_address_and_no_problem() -> None:
    text = "First Name,E-mail Address,E-mail Display Name\nAnna,/o=Rossi/ou=First,Anna\n"
    assert card(text).mails == []


LINKEDIN = """Notes:
"When exporting your connection data, you may notice, that some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Rossi,https://www.linkedin.com/in/anna,,Rossi Srl,Owner,15 Feb 2026
,,,,,,
Ben,Grün,https://www.linkedin.com/in/ben,ben@x.example,,,"02/27/18, 3:22 PM"
"""


def test_linkedins_connections_are_read_below_their_notes() -> None:
    anna, ben = cards(LINKEDIN)
    seen = look(LINKEDIN)
    assert (seen.layout, seen.header, len(seen.rows)) == ("linkedin", 4, 3)
    assert (anna.line, ben.line) == (5, 7)
    assert anna.uid == "https://www.linkedin.com/in/anna"
    assert (anna.connected_on, ben.connected_on) == (date(2026, 2, 15), date(2018, 2, 27))


def test_hubspots_and_salesforces_own_numbers_are_kept() -> None:
    hubspot = "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage\n"
    salesforce = "Salutation,First Name,Last Name,Title,Account Name,Mailing City,Contact ID\n"
    anna = card(hubspot + "551,Anna,Rossi,a@x.example,0471 5555,Ben,Lead\n")
    ben = card(salesforce + "Mr.,Ben,Grün,Baker,Grün Ltd,Leeds,0035e\n")
    assert look(hubspot + "1,A,B,c@d.example,1,2,3\n").layout == "hubspot"
    assert look(salesforce + "Mr.,A,B,C,D,E,F\n").layout == "salesforce"
    assert (anna.uid, anna.phones) == ("551", [Said("0471 5555")])
    assert (ben.uid, ben.prefix, ben.title, ben.organisation) == (
        "0035e",
        "Mr.",
        "Baker",
        "Grün Ltd",
    )
    assert ben.places == [Place(city="Leeds", label="mailing")]


def test_apples_contacts_are_read() -> None:
    text = "First name,Last name,Phone: iPhone,Home email\nAnna,Rossi,333 1234567,a@x.example\n"
    anna = card(text)
    assert look(text).layout == "apple"
    assert (anna.phones, anna.mails) == (
        [Said("333 1234567", "mobile")],
        [Said("a@x.example", "home")],
    )


def test_a_heading_of_numbers_over_addresses_is_one_of_addresses() -> None:
    (ugo,) = cards("Nome;Recapito A;Recapito B\nUgo Conti;051 223344;ugo@conti.example\n")
    assert [one.value for one in ugo.phones] == ["051 223344"]
    assert [one.value for one in ugo.mails] == ["ugo@conti.example"]
