"""What one message says, case by case, and that no text whatever upsets the reading."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.signals import KINDS, read_signals
from passo.engine.signals.days import days_in
from passo.engine.signals.language import language_of
from passo.engine.signals.sentences import LONGEST, fold, sentences
from passo.engine.signals.wordings import WORDINGS

TUESDAY = date(2026, 3, 10)


def said(text, **more):
    given = {"sent_on": TUESDAY, "is_ours": False} | more
    return {(one.kind, one.day) for one in read_signals(text, **given)}


def kinds(text, **more):
    return {kind for kind, _day in said(text, **more)}


def test_a_signal_says_where_it_stands_and_whose_it_is():
    text = "Hi Ben.\nCould you come on Friday? I'll bring the key."
    question, promise = read_signals(text, sent_on=TUESDAY, is_ours=True)
    assert text[question.start : question.end] == question.quote == "Could you come on Friday?"
    assert promise.deed == "come"
    assert question.is_ours
    assert promise.day is None


def test_a_quote_is_never_longer_than_a_hundred_and_sixty_letters():
    (signal,) = read_signals(f"Could you {'really ' * 60}come?", sent_on=TUESDAY, is_ours=False)
    assert len(signal.quote) == 160


@pytest.mark.parametrize(
    "text",
    [
        "How are you?",
        "Any questions?",
        "Let me know if you have any questions.",
        "And the colour? White, please.",
        "Price? 300 all in.",
        "Why? Because the old one broke.",
        "You asked me which size?",
        "See http://shop.example/?q=lamps for more.",
        '<?xml version="1.0"?>',
        "> Could you come on Friday?",
        "Anna> Could you come on Friday?",
        "Never mind, could you believe it was behind the fridge.",
        "Domande? Mi chiami.",
        "Wie geht es Ihnen?",
        "¿Qué tal todo?",
    ],
)
def test_what_wants_no_answer_is_no_question(text):
    assert "question" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "If it rains I'll come on Friday.",
        "I'd come on Friday.",
        "I hope we'll finish on Friday.",
        "I won't come on Friday, I'll not be back.",
        "I sent it on Friday.",
        "Will you come on Friday?",
        "Attached, as promised: we'll send the rest on Friday.",
        "El viernes me llamó mi hermana.",
        "Mi chiamo Anna, venerdì è il mio giorno.",
    ],
)
def test_what_is_hoped_for_refused_or_past_is_no_promise(text):
    assert "promise" not in kinds(text)


def test_two_promises_in_one_sentence_keep_a_day_each():
    text = "I'll come on Thursday to measure and send you the quote by Monday."
    assert said(text) == {("promise", date(2026, 3, 12)), ("promise", date(2026, 3, 16))}


def test_of_two_days_the_one_to_keep_it_by_counts():
    text = "On Wednesday evening, after the fair, I'll finish the drawing by Friday."
    assert said(text) == {("promise", date(2026, 3, 13))}


def test_the_same_promise_twice_is_one():
    text = "I'll send it by Friday. As I said: we'll send the drawing by Friday!"
    assert said(text) == {("promise", date(2026, 3, 13))}


def test_the_same_promise_twice_in_a_sentence_is_one_too():
    text = "I'll send it by Friday, yes, we'll send it by Friday."
    assert said(text) == {("promise", date(2026, 3, 13))}


def test_a_day_gone_by_is_no_day_of_a_promise():
    assert days_in("yesterday, last week and 2 days ago", "en", TUESDAY) == []


def test_newsletters_lists_and_spam_say_nothing_and_machines_little():
    text = "Which colour do you want? I am out of the office until 20 March."
    assert kinds(text) == {"question", "out_of_office"}
    assert kinds(text, impersonal="automatic") == {"out_of_office"}
    assert kinds(text, impersonal="newsletter") == set()
    assert kinds(f"{text} Click here to unsubscribe.") == set()


def test_a_bounce_says_only_that():
    text = "Delivery has failed. Could you check the address?"
    assert kinds(text) == {"bounce"}
    assert "bounce" not in kinds("Fine with me. " * 20 + "Ben says: user unknown.")


def test_thanks_and_undated_promises_of_an_absence_are_formulas():
    text = (
        "Thank you so much for the visit. I'm out of office until 20 March. I'll get back to you."
    )
    assert said(text) == {("out_of_office", date(2026, 3, 20))}


def test_not_before_needs_a_day_and_asks_for_nothing():
    assert said("Not before April, please call me back then.") == {("not_before", date(2026, 4, 1))}
    assert kinds("Not before I have seen it.") == set()
    assert kinds("Could you not before April?") == {"question"}


def test_an_absence_may_have_no_day():
    assert said("I am out of the office.") == {("out_of_office", None)}


def test_what_praise_is_not():
    assert kinds("It was not delicious.") == set()
    assert kinds("It was delicious.") == {"praise"}


def test_an_introduction_made_is_no_longer_offered():
    text = "I can introduce you to Raj. Raj, I've copied you."
    assert kinds(text) == {"introduction_made"}


def test_thanks_for_the_great_work_is_also_praise():
    assert kinds("Thank you all for the great work!") == {"thanks", "praise"}


def test_stops_of_short_words_days_and_wrapped_lines_end_no_sentence():
    text = (
        "Guten Tag Fr. Conti, am 3. März kommt Hr. Vogel mit der Leiter und dem ganzen\n"
        "Werkzeug vorbei.\nGruß\n\nMax"
    )
    parts = [text[one.start : one.end] for one in found(text, "de")]
    assert [part.replace("\n", " ")[-9:] for part in parts] == ["g vorbei.", "Gruß", "Max"]


def test_a_line_of_a_list_is_a_sentence_even_after_a_long_line():
    text = f"{'We need new lamps for the hall and the stairs ' * 2}\n- how much are they"
    assert len(found(text, "en")) == 2


def test_a_sentence_without_end_is_cut():
    assert len(found("word " * 300, "en")) == 3


def found(text, language):
    return list(sentences(text, fold(text), WORDINGS[language]))


def test_the_language_is_that_of_most_words_then_the_likely_one():
    assert language_of("ich habe die rechnung bekommen") == "de"
    assert language_of("ok", "es") == "es"
    assert language_of("ok") == "en"


def test_letters_with_marks_apart_are_read_all_the_same():
    text = unicodedata.normalize("NFD", "Le farò avere il preventivo entro venerdì.")
    assert said(text) == {("promise", date(2026, 3, 13))}


@pytest.mark.parametrize("spelling", ["Können", "Koennen", "Konnen"])
def test_german_is_understood_without_its_own_letters(spelling):
    assert "question" in kinds(f"{spelling} Sie mir bitte den Preis nennen. Ich warte.")


WORDS = sorted(
    {
        word
        for one in WORDINGS.values()
        for phrases in (one.asks, one.vows, one.dated_vows, *one.kinds.values())
        for word in phrases.split()
    }
)
PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(WORDS),
    st.sampled_from(
        [
            "I'll send it by Friday",
            "entro venerdì",
            "bis 31. Februar",
            "?",
            ".",
            "\n",
            "¿",
            "…",
            ",",
        ]
    ),
)


@given(st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from(["", "automatic", "list"]))
def test_any_text_is_read_and_quoted_as_it_stands(text, impersonal):
    composed = unicodedata.normalize("NFC", text[:LONGEST])
    for one in read_signals(text, sent_on=TUESDAY, is_ours=True, impersonal=impersonal):
        assert one.kind in KINDS
        assert one.quote in composed
        assert composed[one.start : one.end].startswith(one.quote)
        assert 0 < len(one.quote) <= 160
        assert 0.5 <= one.certainty <= 1
        assert one.day is None or one.day >= TUESDAY


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text):
    composed = unicodedata.normalize("NFC", text)
    assert len(fold(composed)) == len(composed)


@given(st.dates())
def test_any_day_may_be_the_day_it_was_sent(day):
    read_signals("I'll send it in 3 months, by Friday or next year.", sent_on=day, is_ours=True)


def test_no_list_of_words_holds_an_empty_word():
    lists = [words for one in WORDINGS.values() for words in one.lists.values()]
    assert not [words for words in lists if "" in words.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "We'll be closed on Monday.",
        "I'll turn fifty on Friday.",
        "I confirm our appointment on Tuesday.",
        "Le confermo l'appuntamento di martedì.",
        "Sabato mi sposo, domenica andiamo al mare.",
        "Mañana cumplo cincuenta, el lunes viajo a Roma.",
        "Am Samstag heiraten wir, am Montag ziehen wir um.",
        "Ich bestätige Ihnen den Termin am Dienstag.",
    ],
)
def test_a_life_of_ones_own_is_no_promise(text):
    assert "promise" not in kinds(text)
