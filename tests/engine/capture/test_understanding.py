from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.capture import Candidate, Captured, Span, understand
from tests.engine.capture.gold import finder

TODAY = date(2026, 5, 14)
KNOWN = [Candidate(1, "Luca", "Moretti"), Candidate(2, "Paola", "Conti"), Candidate(3, "May")]
PIECES = st.sampled_from(
    [
        "Luca",
        "Paola",
        "May",
        "met",
        "called",
        "hat",
        "sentito",
        ",",
        ".",
        ";",
        "(",
        ")",
        "'",
        "-",
        "€",
        "12",
        "31.12.",
        "12/3",
        "1.200",
        "k",
        "and",
        "und",
        "e",
        "y",
        "tomorrow",
        "gestern",
        "bis",
        "by",
        "entro",
        "fra",
        "in",
        "5",
        "days",
        "tagen",
        "versprochen",
        "promised",
        "he",
        "will",
        "Herr",
        "sig",
        "di",
        "versprach",
        "dass",
        "habe",
        "mit",
        "con",
        "spoke",
        "with",
        "at",
        "the",
        "fair",
        "Freitag",
        "🙂",
        "\n",
        "\u202eא",
        "’",
        "ß",
        "ﷺ",
        "İ",
    ]
)


def read(text: str, language: str = "en") -> Captured:
    return understand(text, today=TODAY, find=finder(KNOWN), language=language)


def test_the_first_example_of_all():
    said = read("Spoke with Luca at the fair, wants a quote for 3 chargers, call Tuesday")
    assert said.persons[0].person == KNOWN[0]
    assert (said.touch, said.direction, said.touch_date) == ("meeting", "both", TODAY)
    assert (said.step, said.step_date) == ("call", date(2026, 5, 19))
    assert (said.money, said.promise) == (None, "")


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        (
            "it",
            "Sentito Luca in fiera, vuole un preventivo per 3 colonnine entro venerdì",
            "un preventivo per 3 colonnine",
        ),
        ("en", "Spoke with Luca, wants a quote for 3 chargers by Friday", "a quote for 3 chargers"),
        (
            "de",
            "Luca getroffen, will ein Angebot für 3 Säulen bis Freitag",
            "ein Angebot für 3 Säulen",
        ),
        ("es", "Hablé con Luca, quiere un presupuesto antes del viernes", "un presupuesto"),
    ],
)
def test_a_quote_wanted_by_a_day_is_a_step_of_ours(language, text, step):
    said = understand(text, today=TODAY, find=finder(KNOWN), language=language)
    assert (said.step, said.step_date) == (step, date(2026, 5, 15))


def test_goods_wanted_by_a_day_are_no_step():
    said = read("Luca wants 50 rolls by Friday")
    assert (said.step, said.step_date) == ("", None)


def test_what_was_understood_can_be_shown_where_it_stands():
    text = "Called Luca yesterday, I promised him the plan (€ 1.200) by Friday"
    said = read(text)
    shown = {span.meaning: text[span.start : span.end] for span in said.spans}
    assert shown == {
        "touch": "Called",
        "person": "Luca",
        "touch_date": "yesterday",
        "step": "I promised him the plan (€ 1.200) by Friday",
        "promise": "I promised him",
        "money": "€ 1.200",
        "step_date": "by Friday",
    }
    assert list(said.spans) == sorted(said.spans, key=lambda span: (span.start, span.end))


@pytest.mark.parametrize(
    ("text", "step", "promise"),
    [
        ("Met Luca. He'll send the plan by Friday", "He'll send the plan", "theirs"),
        ("I have to call Luca tomorrow", "call Luca", ""),
        ("Send Luca (the old one) the plan tomorrow", "Send Luca (the old one) the plan", ""),
        ("Met Luca and call him Tuesday", "call him", ""),
        ("I promised Luca yesterday to send the plan by Friday", "to send the plan", "ours"),
        ("Luca promised me by Friday", "Luca", "theirs"),
        ("Tuesday call Luca", "call Luca", ""),
        ("Luca: send the plan - tomorrow", "send the plan", ""),
        ("Luca und Paola versprachen nichts", "", ""),
        ("Paola mi manda la lista domani", "mi manda la lista", "theirs"),
        ("Ich habe Luca den Plan bis Freitag versprochen", "den Plan", "ours"),
    ],
)
def test_a_step_is_told_in_the_owners_words_without_its_day(text, step, promise):
    said = read(text)
    assert (said.step, said.promise) == (step, promise)


@pytest.mark.parametrize(
    ("text", "touch", "direction"),
    [
        ("Called Luca", "call", "out"),
        ("Luca called", "call", "in"),
        ("I called Luca", "call", "out"),
        ("Spoke with Luca", "call", "both"),
        ("Spoke with Luca at the fair", "meeting", "both"),
        ("Letter from Luca", "letter", "in"),
        ("Llamé a Luca", "call", "out"),
        ("Luca llamó", "call", "in"),
        ("Lunch with Luca", "meeting", "both"),
        ("Lunch with Luca tomorrow", "", ""),
        ("Luca likes jazz", "note", ""),
        ("", "", ""),
        ("12345", "note", ""),
        ("...", "note", ""),
    ],
)
def test_a_touch_has_a_kind_and_a_direction(text, touch, direction):
    said = read(text)
    assert (said.touch, said.direction) == (touch, direction)


def test_the_language_is_that_of_the_words_and_else_the_one_that_was_said():
    assert read("Gestern mit Luca telefoniert").language == "de"
    assert read("Luca", "es").language == "es"


def test_a_line_of_two_languages_is_understood():
    said = read("Called Luca ieri, send the plan entro venerdì")
    assert (said.touch_date, said.step_date) == (date(2026, 5, 13), date(2026, 5, 15))


def check(text: str, said: Captured) -> None:
    assert said.note == text
    assert said.touch_date is None or said.touch_date <= TODAY
    assert said.step_date is None or said.step_date >= TODAY
    for span in said.spans:
        assert isinstance(span, Span)
        assert 0 <= span.start < span.end <= len(text)
    for person in said.persons:
        assert person.text == text[person.start : person.end]


@given(st.text(max_size=300))
def test_any_text_is_taken(text):
    check(text, read(text))


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
def test_any_heap_of_its_own_words_is_taken(pieces, between):
    text = between.join(pieces)
    check(text, read(text))


@pytest.mark.parametrize(
    "piece",
    ["Met Giulia Ferri, ", "9", "9.", "a", "Luca ", "habe ", "(", "🙂", "\u05d0 ", "by 4 May, ",
     "Luca und ", "promised ", "' ", "- "],
)  # fmt: skip
def test_ten_thousand_characters_of_anything_are_taken(piece):
    text = (piece * 10_000)[:10_000]
    check(text, read(text))


@given(st.text(max_size=80))
def test_the_same_line_says_the_same_again(text):
    assert read(text) == read(text)
