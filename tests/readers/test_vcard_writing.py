"""A contact goes out as a vCard 4.0 and comes back as it was."""

import io
from dataclasses import replace
from datetime import date

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from passo.readers.records import Card, Place, Said
from passo.readers.vcard import read_vcards, write_vcard

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"])
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=60), max_size=3).map(" ".join)
WORD = st.text(LETTERS, min_size=1, max_size=12)
NOTES = st.lists(WORDS.filter(bool), max_size=3).map("\n".join)


def has_each_word_once(label: str) -> bool:
    """A label is a set of words: `home home` is `home`."""
    return len(set(label.split())) == len(label.split())


LABELS = st.one_of(
    st.sampled_from(["", "home", "work", "work fax", "pref", "voice"]),
    WORDS.map(str.lower).filter(lambda label: not label.startswith("_$!<")),
).filter(lambda label: label == label.lower() and has_each_word_once(label))
MAILS = st.from_regex(r"[a-z0-9.+-]{1,30}@[a-zü-]{1,20}\.example", fullmatch=True)
PHONES = st.from_regex(r"\+?[0-9]( ?[0-9]){0,14}( ext\. [0-9]{1,4})?", fullmatch=True)
DATES = st.dates(min_value=date(1605, 1, 1))
BIRTHDAYS = st.one_of(
    st.just(""),
    DATES.map(str),
    DATES.map(lambda day: f"--{day:%m-%d}"),
    DATES.map(lambda day: str(day)[:7]),
    DATES.map(lambda day: str(day)[:4]),
).filter(lambda day: not day.startswith("4501"))


def said(values: st.SearchStrategy[str]) -> st.SearchStrategy[list[Said]]:
    return st.lists(st.builds(Said, values, LABELS), max_size=3)


PARTS = WORDS.map(lambda part: part.rstrip(", "))
PLACES = st.builds(Place, PARTS.filter(bool), PARTS, PARTS, PARTS, PARTS, LABELS)
CARDS = st.builds(
    Card,
    line=st.just(1),
    uid=WORDS.filter(lambda uid: not uid.startswith("urn:uuid:")),
    name=WORDS,
    given=WORDS,
    additional=WORDS,
    family=WORDS,
    prefix=WORDS,
    suffix=WORDS,
    nickname=WORDS,
    organisation=WORDS,
    unit=WORDS,
    title=WORDS,
    mails=st.lists(st.builds(Said, MAILS, LABELS), min_size=1, max_size=3),
    phones=said(PHONES),
    places=st.lists(PLACES, max_size=2),
    webs=said(WORD),
    birthday=BIRTHDAYS,
    note=NOTES,
    tags=st.lists(WORD.filter(lambda tag: tag.lower() != "mycontacts"), unique=True, max_size=3),
    is_organisation=st.booleans(),
    connected_on=st.none() | st.dates(),
)


def read(written: str) -> Card:
    (card,) = read_vcards(io.BytesIO(written.encode()))
    assert isinstance(card, Card)
    return card


@given(CARDS)
def test_what_goes_out_comes_back_as_it_was(card):
    assert read(write_vcard(card)) == card


@given(CARDS)
def test_no_line_is_longer_than_address_books_take(card):
    rows = write_vcard(card).split("\r\n")
    assert max(len(row.encode()) for row in rows) <= 75
    assert all("\n" not in row and "\r" not in row for row in rows)


@pytest.mark.parametrize(
    "card",
    [
        Card(1, given="Anna", family="Rossi"),
        Card(1, nickname="Annina"),
        Card(1, organisation="ACME", is_organisation=True),
        Card(1, phones=[Said("1")]),
    ],
)
def test_a_name_that_was_made_up_does_not_come_back(card):
    assert "\r\nFN;DERIVED=TRUE:" in write_vcard(card)
    assert read(write_vcard(card)) == card


def test_even_nobody_makes_a_card_that_is_valid():
    assert "FN;DERIVED=TRUE:?\r\n" in write_vcard(Card(1))


def test_line_ends_and_zeros_do_not_break_a_card():
    card = read(write_vcard(Card(1, name="Anna", note="one\r\ntwo\rthree\0")))
    assert card.note == "one\ntwo\nthree"


def test_the_card_is_whole_for_another_reader_too():
    card = Card(
        1,
        uid="1",
        name="Anna; Rossi, Dr.",
        given="Anna",
        family="Rossi",
        organisation="Rossi Impianti",
        unit="Ufficio; 2",
        mails=[Said("anna@rossi.example", "work"), Said("a@b.example", "barca grande é")],
        phones=[Said("+39 333 1", "cell")],
        note="Zeile eins\n" + "ü" * 100,
        birthday="1980-04-12",
        tags=["Fair", "a,b"],
    )
    theirs = vobject.readOne(write_vcard(card))
    assert theirs.fn.value == card.name
    assert (theirs.n.value.family, theirs.n.value.given) == ("Rossi", "Anna")
    assert theirs.org.value == ["Rossi Impianti", "Ufficio; 2"]
    assert [mail.value for mail in theirs.contents["email"]] == [mail.value for mail in card.mails]
    assert theirs.note.value == card.note
    assert theirs.bday.value == "19800412"


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(
    given=st.text("abcü;,\\ ", min_size=1, max_size=20).map(str.strip),
    family=st.text("abcü日 ", max_size=90).map(str.split).map(" ".join),
    note=st.text("abü ;,\\\n", max_size=200).map(str.strip),
)
def test_another_reader_reads_the_same(version, given, family, note):
    written = write_vcard(Card(1, name="x", given=given, family=family, note=note))
    written = written.replace("VERSION:4.0", f"VERSION:{version}")
    ours, theirs = read(written), vobject.readOne(written)
    assert theirs.n.value.family == ours.family
    assert getattr(theirs, "note", None) is None or theirs.note.value.strip() == ours.note


def test_other_writers_cards_read_the_same_as_by_another_reader():
    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family="Müller, Graf", given="Jörg")
    card.add("fn").value = "Jörg Müller; Graf"
    mail = card.add("email")
    mail.value, mail.type_param = "joerg@mueller.example", "WORK"
    card.add("note").value = "Erste\nZweite, " + "x" * 200
    card.add("org").value = ["Müller & Co", "Büro; 2"]
    ours = read(card.serialize())
    assert ours == replace(
        Card(1),
        name="Jörg Müller; Graf",
        given="Jörg",
        family="Müller, Graf",
        mails=[Said("joerg@mueller.example", "work")],
        note="Erste\nZweite, " + "x" * 200,
        organisation="Müller & Co",
        unit="Büro; 2",
    )
