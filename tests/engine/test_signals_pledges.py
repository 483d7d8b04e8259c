"""How promises are built in four languages, and what only looks like one."""

from datetime import date

import pytest

from passo.engine.signals import read_signals
from passo.engine.signals.days import days_in

TUESDAY = date(2026, 3, 10)
TODAY, WEDNESDAY, THURSDAY, FRIDAY, MONDAY = (date(2026, 3, day) for day in (10, 11, 12, 13, 16))


def promised(text):
    found = read_signals(text, sent_on=TUESDAY, is_ours=True)
    return {one.day for one in found if one.kind == "promise"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I can send you the file by Friday.", FRIDAY),
        ("Happy to send over references tomorrow.", WEDNESDAY),
        ("Let me check with my supplier and get back to you tomorrow.", WEDNESDAY),
        ("We're fixing the leak on Thursday.", THURSDAY),
        ("You'll have it by Friday.", FRIDAY),
        ("It will be with you on Thursday.", THURSDAY),
        ("Our driver is with you between 8 and 10 on Wednesday.", WEDNESDAY),
        ("My accountant will settle it on Friday.", FRIDAY),
        ("Posso mandarle il contratto domani.", WEDNESDAY),
        ("Conto di spedirtelo entro venerdì.", FRIDAY),
        ("Giovedì sono da lei alle nove.", THURSDAY),
        ("Per giovedì è pronto.", THURSDAY),
        ("Il tecnico passa domani pomeriggio.", WEDNESDAY),
        ("Le viene spedita oggi stesso la copia.", TODAY),
        ("Kann ich Ihnen bis Freitag schicken.", FRIDAY),
        ("Freitag schau ich schnell bei euch vorbei.", FRIDAY),
        ("Kriegst du bis Freitag.", FRIDAY),
        ("Bis Freitag steht das Regal.", FRIDAY),
        ("Mein Kollege schaut am Donnerstag bei Ihnen rein.", THURSDAY),
        ("Die Quittung wird Ihnen heute noch zugeschickt.", TODAY),
        ("Os puedo enviar el presupuesto mañana.", WEDNESDAY),
        ("El jueves estamos ahí a las ocho.", THURSDAY),
        ("Nos ponemos con ello el lunes.", MONDAY),
        ("Te llegará el jueves.", THURSDAY),
        ("El viernes queda pagado.", FRIDAY),
    ],
)
def test_a_promise_is_known_by_how_it_is_built(text, day):
    assert promised(text) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "We usually deliver on Fridays.",
        "Di solito consegniamo il venerdì.",
        "Normalerweise liefern wir am Freitag.",
        "Normalmente entregamos el viernes.",
        "I have the dentist on Thursday.",
        "Domani porto i bambini dal dottore.",
        "Ich fahre am Freitag in den Urlaub.",
        "Mañana llevo a los niños al médico.",
        "They said they'll come on Thursday.",
        "You can pay by Friday.",
        "Sie haben bis Freitag Zeit.",
        "Lunedì chiuso.",
        "El lunes cerramos.",
        "I've been waiting since Friday, so I'll wait.",
        "It is on your desk since Monday.",
        "You get 10% off until Friday.",
        "Rain is going to stop on Thursday.",
        "Dal lunedì al venerdì consegniamo in città.",
        "Venerdì ritiro la macchina dal meccanico.",
        "Mein Mann kommt am Freitag aus dem Krankenhaus.",
        "Ich habe Ihr Angebot vom Montag gelesen.",
        "El pago vence el viernes.",
        "De lunes a viernes repartimos en la ciudad.",
        "I can come on Thursday. Would that suit you?",
    ],
)
def test_habits_private_days_and_offers_that_ask_are_no_promises(text):
    assert promised(text) == set()


def test_as_soon_as_leaves_a_promise_whose_day_stands_before_it():
    assert promised("I'll push it on Thursday and call you as soon as it's up.") == {THURSDAY}
    assert promised("As soon as it's in I'll call you on Thursday.") == set()
    assert promised("I'll call you as soon as it's in.") == set()


def test_a_day_is_lent_to_a_verb_that_has_none_but_not_from_another_promise():
    assert promised("On Friday we're near you, so we'll bring the key.") == {FRIDAY}
    assert promised("I'll call you on Friday, my brother brings the key.") == {FRIDAY}


def test_a_reason_is_no_promise():
    assert promised("Mándame la receta, que mañana preparo la masa.") == set()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You'll have it within the hour.", TODAY),
        ("You'll have it before the weekend.", FRIDAY),
        ("You'll have it on the first.", date(2026, 4, 1)),
        ("Lo tienes antes de que acabe el mes.", date(2026, 3, 31)),
        ("You'll have it on 12 May.", date(2026, 5, 12)),
    ],
)
def test_days_that_only_mail_names(text, day):
    assert promised(text) == {day}


def test_no_day_is_read_twice():
    assert [one.day for one in days_in("by the first of April", "en", TUESDAY)] == [
        date(2026, 4, 1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "hello just checking did my shoes turn up",
        "my knee still hurts, is that normal or should i come in",
        "Send me your bank details please",
        "me la rimanderesti che domani mi serve",
        "ist das normal oder soll ich nochmal kommen",
        "cuanto me saldria cambiar la instalacion",
    ],
)
def test_a_question_needs_no_question_mark(text):
    kinds = {one.kind for one in read_signals(text, sent_on=TUESDAY, is_ours=False)}
    assert kinds == {"question"}


def test_signs_alone_ask_nothing():
    assert read_signals("* ?", sent_on=TUESDAY, is_ours=False) == ()


def test_what_was_forwarded_below_is_not_read():
    text = "Thanks.\n---------- Forwarded message ---------\nCould you come on Friday?"
    assert read_signals(text, sent_on=TUESDAY, is_ours=False) == ()


def test_thanks_in_a_refusal_are_only_polite():
    text = "We decided to leave it as it is. Thank you so much for coming."
    kinds = {one.kind for one in read_signals(text, sent_on=TUESDAY, is_ours=False)}
    assert kinds == {"refusal"}


def test_the_later_of_two_days_before_which_nothing_goes_counts():
    text = "Not before September. Let us talk again in October."
    found = read_signals(text, sent_on=TUESDAY, is_ours=False)
    assert [(one.kind, one.day.month) for one in found] == [("not_before", 10)]
