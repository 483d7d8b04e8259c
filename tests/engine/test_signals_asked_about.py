"""The day that a question asks about: when it is past, nobody waits for the answer any more."""

from datetime import date

import pytest

from passo.engine.signals import read_signals

TUESDAY = date(2026, 3, 10)
WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 3, day) for day in (11, 12, 13))


def days_asked(text, language):
    said = read_signals(text, sent_on=TUESDAY, is_ours=False, language=language)
    return [one.day for one in said if one.kind == "question"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Could you come tomorrow?", WEDNESDAY),
        ("en", "Shall we meet on Thursday, okay?", THURSDAY),
        ("en", "Please let me know whether you are coming on Thursday.", THURSDAY),
        ("it", "Ci vediamo giovedì?", THURSDAY),
        ("it", "La porta è rotta, può passare domani?", WEDNESDAY),
        ("de", "Sehen wir uns am Donnerstag?", THURSDAY),
        ("de", "Können Sie morgen vorbeikommen?", WEDNESDAY),
        ("es", "¿Nos vemos el jueves?", THURSDAY),
        ("es", "¿Puede venir mañana?", WEDNESDAY),
        ("en", "Could you come tomorrow? Or shall we meet on Friday?", FRIDAY),
        ("en", "Shall we meet on Friday? Or could you come tomorrow?", FRIDAY),
    ],
)
def test_a_question_is_about_the_last_day_it_names(language, text, day):
    assert days_asked(text, language) == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Could you come?"),
        ("en", "Could you send me a price by Friday?"),
        ("en", "Could you finish the door by Friday?"),
        ("en", "Could you send me the quote tomorrow?"),
        ("it", "Potrebbe mandarmi un preventivo venerdì?"),
        ("de", "Können Sie mir am Freitag ein Angebot schicken?"),
        ("es", "¿Podría mandarme el presupuesto el viernes?"),
        ("it", "Apriamo lunedì, quanto costerebbe?"),
        ("en", "We open on Friday, what would three of them cost?"),
        ("en", "Could you come tomorrow? What would it cost?"),
        ("en", "What would it cost? Could you come tomorrow?"),
    ],
)
def test_what_is_still_wanted_later_has_no_day(language, text):
    assert days_asked(text, language) == [None]
