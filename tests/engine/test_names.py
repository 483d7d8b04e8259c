"""What a name says, whoever writes it."""

import doctest
import unicodedata
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.names import (
    fold,
    folding,
    is_given_name,
    is_short_for,
    name_parts,
    nicknames,
    parts,
    roots,
    sound,
    sounds,
    spelling,
    words,
)


@pytest.mark.parametrize("module", [folding, nicknames, parts, sounds], ids=lambda m: m.__name__)
def test_the_examples_are_true(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("José", "jose"),
        ("MÜLLER", "muller"),
        ("Weiß", "weiss"),
        ("Søren Łukasz Đorđe", "soren lukasz dorde"),
        ("Ægir Þór", "aegir thor"),
        ("Пётр Чайковский", "petr chaikovskii"),
        ("Γιώργος Μπουζούκης", "giorgos bouzoukis"),
        ("ﬁﬁ", "fifi"),
        ("Ros\u200bsi\ufeff", "rossi"),
        ("Jose\u0301", "jose"),
        ("山田", "山田"),
        ("", ""),
    ],
)
def test_every_spelling_becomes_plain_letters(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text())
def test_folding_never_fails_and_what_is_composed_makes_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_an_apostrophe_joins_and_a_point_parts() -> None:
    assert words("O’Brien d'Angelo G.B. Anna-Maria") == [
        "obrien", "dangelo", "g", "b", "anna", "maria",
    ]  # fmt: skip
    assert words("rossi") == ["rossi"]
    assert words(" ... ") == []


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("Giuseppe Rossi", "Giuseppe", "Rossi"),
        ("Rossi Giuseppe", "Giuseppe", "Rossi"),
        ("ROSSI Anna Maria", "Anna Maria", "ROSSI"),
        ("DE LUCA Marco", "Marco", "DE LUCA"),
        ("Rossi, Giuseppe", "Giuseppe", "Rossi"),
        ("De Luca Marco", "Marco", "De Luca"),
        ("G. Rossi", "G.", "Rossi"),
        ("Dr. Müller", "", "Müller"),
        ("Sig.ra Anna Bianchi", "Anna", "Bianchi"),
        ("Dipl.-Ing. Karl Huber", "Karl", "Huber"),
        ("Ing. Dott. Luca Conti", "Luca", "Conti"),
        ("geom. Piero Galli", "Piero", "Galli"),
        ("John F. Kennedy Jr.", "John F.", "Kennedy"),
        ("Anna Smith, PhD", "Anna", "Smith"),
        ("Smith, John, MBA", "John", "Smith"),
        ("Juan García López", "Juan", "García López"),
        ("Juan Carlos Pérez Ruiz", "Juan Carlos", "Pérez Ruiz"),
        ("José Hernández de la Fuente", "José", "Hernández de la Fuente"),
        ("María del Carmen García", "María del Carmen", "García"),
        ("María de la Cruz", "María", "de la Cruz"),
        ("Karl von Stein", "Karl", "von Stein"),
        ("Thomas Vander Heyden", "Thomas", "Vander Heyden"),
        ("Vander Heyden", "Vander", "Heyden"),
        ("Hans-Peter von der Heide", "Hans-Peter", "von der Heide"),
        ("Ibrahim al Masri", "Ibrahim", "al Masri"),
        ("Anna Maria Rossi", "Anna Maria", "Rossi"),
        ("Giuseppe", "Giuseppe", ""),
        ("'Giuseppe Rossi' <g@rossi.it>", "Giuseppe", "Rossi"),
        ("Giuseppe Rossi g@rossi.it", "Giuseppe", "Rossi"),
        ("Dr.", "", ""),
        ("123 !!", "", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_taken_apart(text: str, given_name: str, family: str) -> None:
    found = name_parts(text)
    expected = (given_name, family) if text != "Dr." else ("Dr.", "")
    assert (found.given, found.family) == expected


def test_titles_degrees_pet_names_and_trades_are_kept_apart() -> None:
    assert name_parts("Prof. Robert “Bob” Smith PhD") == (
        "Robert", "Smith", "Prof.", "PhD", "Bob", "",
    )  # fmt: skip
    assert name_parts("Pino idraulico") == ("Pino", "", "", "", "", "idraulico")
    assert name_parts("Idraulico").given == "Idraulico"
    assert name_parts("Pino Rossi (officina)").nickname == "officina"
    assert name_parts("(Pino)").given == "Pino"
    assert name_parts("Rossi, Dott. Giuseppe")[:3] == ("Giuseppe", "Rossi", "Dott.")


@given(st.text(max_size=80))
def test_no_text_breaks_it_and_it_invents_no_letters(text: str) -> None:
    letters = set("".join(name_parts(text)))
    assert letters <= set(text) | {" "}


def test_short_forms_are_known_in_four_languages() -> None:
    pairs = ["beppe giuseppe", "bob robert", "ciccio francesco", "hans johannes", "pepe jose"]
    for pair in pairs:
        short, full = pair.split()
        assert is_short_for(short, full)
        assert not is_short_for(full, short)
    assert roots("pino") & roots("beppe")
    assert not roots("pino") & roots("gianni")


def test_full_names_without_short_forms_are_known_too() -> None:
    assert is_given_name("chiara")
    assert is_given_name("juan carlos")
    assert not is_given_name("rossi")
    assert roots("xyz") == frozenset()
    assert not is_short_for("luca", "luca")


def test_names_that_sound_alike_have_one_key() -> None:
    for one, two in (
        ("mueller", "muller"),
        ("meyer", "maier"),
        ("schmidt", "schmitt"),
        ("philipp", "filip"),
        ("zhukov", "shukow"),
        ("rossi", "rosi"),
    ):
        assert sound(one) == sound(two), one
    assert sound("rossi") != sound("ferrari")
    assert sound("hh") == "hh"
    assert spelling("marcus") == spelling("markus")
    assert spelling("francesco") != spelling("francesca")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1))
def test_every_word_has_a_sound(word: str) -> None:
    assert sound(word)
