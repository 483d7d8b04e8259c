"""The one page: every letter of four languages, whatever is written in it, and never two pages."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from passo.businesses.models import Business
from passo.steps import offer_pdf
from passo.steps.models import Offer
from tests.people_world import make_person
from tests.steps.pdf_words import pages_in, words_in
from tests.steps_world import make_offer

LINK = "https://passo.example/offer/" + "a" * 43 + "/"
FOUR = {
    "it": "Perché no? Così è più bello, lì giù: àèéìòù ÀÈÉÌÒÙ",
    "de": "Größe: Tür, Öl, Übung – „schön“, ẞ äöüß ÄÖÜ",
    "es": "¿Mañana? ¡Sí! áéíóúüñ ÁÉÍÓÚÜÑ",
    "en": "It’s “done” — naïve café, £5 or €5",
}


def page_for(business: Business, **values: Any) -> bytes:
    link = values.pop("link", "")
    return offer_pdf.draw(make_offer(business, **values), link=link)


@pytest.mark.django_db
@pytest.mark.parametrize("language", FOUR)
def test_the_letters_of_four_languages_are_drawn(bakery: Business, language: str) -> None:
    lines = words_in(page_for(bakery, promise=FOUR[language], scope=FOUR[language]))
    told = " ".join(lines)
    assert FOUR[language].replace("ẞ", "·") in told.replace("ẞ", "·")
    assert told.count("·") <= 2


@pytest.mark.django_db
def test_the_page_says_who_what_for_how_much_and_until_when(bakery: Business) -> None:
    bakery.sentence = "Bread for the whole street."
    pdf = page_for(
        bakery,
        person=make_person(bakery, "Paola Rinaldi"),
        scope="One basket\nNot in it: cakes",
        valid_until=date(2026, 12, 11),
        language="de",
        link=LINK,
    )
    lines = words_in(pdf)
    for words in ("Bianchi Bakery", "Bread for the whole street.", "One basket", "95 €", LINK):
        assert words in lines, lines
    assert any("Paola Rinaldi" in line for line in lines)
    assert any("11. Dezember" in line for line in lines)
    assert b"/URI" in pdf
    assert b"/Lang (de)" in pdf


@pytest.mark.django_db
def test_the_page_is_in_the_language_of_the_offer_and_not_of_the_screen(bakery: Business) -> None:
    with translation.override("de"):
        english = words_in(page_for(bakery, language="en"))
    assert "A small offer" in english


@pytest.mark.django_db
def test_what_only_the_owner_knows_is_not_on_it(bakery: Business) -> None:
    told = " ".join(words_in(page_for(bakery, cost_cents=12345, hours=7)))
    assert "123" not in told
    assert "7" not in told


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "**bold** __under__ --strike-- [a](javascript:alert(1))",
        "<b>html</b><script>alert(1)</script>",
        ") Tj ET Q /F1 99 Tf (broken out",
        "\\) \\( {nb} %d %(name)s {{ name }}",
        "((((((",
        "\\",
    ],
)
def test_hostile_words_stay_words(bakery: Business, words: str) -> None:
    pdf = page_for(bakery, promise=words, scope=words)
    told = " ".join(line.strip() for line in words_in(pdf))
    assert told.count(words) >= 2, told
    assert b"/JS" not in pdf
    assert b"/URI" not in pdf


@pytest.mark.django_db
def test_letters_from_elsewhere_become_something_plain(bakery: Business) -> None:
    person = make_person(bakery, "Łukasz Žižka 王 \u202eevil")
    told = " ".join(words_in(page_for(bakery, person=person, promise="Þórður 😀 te\u0301a\u00ad")))
    assert "Łukasz Žižka · evil" in told
    assert "téa" in told
    assert "·" in told


@pytest.mark.django_db
@pytest.mark.parametrize(
    "scope", ["word " * 240, "\n".join("x" * 49 for _ in range(24)), "W" * 1200]
)
def test_it_stays_one_page_and_the_price_stays_on_it(bakery: Business, scope: str) -> None:
    bakery.name, bakery.sentence = "X" * 120, "Y y " * 75
    pdf = page_for(bakery, promise="W" * 160, scope=scope, link=LINK)
    assert pages_in(pdf) == 1
    assert "€95" in words_in(pdf)


@pytest.mark.django_db
def test_what_has_no_room_is_cut_and_says_so(bakery: Business) -> None:
    lines = words_in(page_for(bakery, scope="\n".join(["w"] * 200)))
    assert any(line.endswith("…") for line in lines)


@given(st.text(max_size=300))
def test_any_text_can_be_written(text: str) -> None:
    written = offer_pdf.writable(text, lambda sign: sign.isascii() and sign.isprintable())
    assert all(sign.isascii() or sign == offer_pdf.UNKNOWN for sign in written)


def test_the_same_offer_gives_the_same_page() -> None:
    offer = Offer(business=Business(name="B"), promise="P", price_cents=100, currency="EUR")
    assert offer_pdf.draw(offer) == offer_pdf.draw(offer)
