"""A promise that nobody needs any more is no longer open, also before its day."""

from datetime import date, datetime, time

import pytest

from passo.engine.signals import Touch, read_signals, settle

MONDAY, TUESDAY, LATER = date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 20)


def mail(number, text, language, *, is_ours):
    day = date(2026, 3, 8 + number)
    said = read_signals(text, sent_on=day, is_ours=is_ours, language=language)
    return Touch(number, "mail", datetime.combine(day, time(9)), is_ours, said)


def promise_after(promised, answer, language, today=LATER):
    touches = [
        mail(1, promised, language, is_ours=True),
        mail(2, answer, language, is_ours=False),
    ]
    (promise,) = settle(touches, today).promises
    return promise.state


COMING = {
    "en": "I can come by on Friday.",
    "it": "Posso passare venerdì.",
    "de": "Ich komme am Freitag vorbei.",
    "es": "El viernes paso por su casa.",
}
SENDING = {
    "en": "I'll send you the invoice by Friday.",
    "it": "Le mando la fattura entro venerdì.",
    "de": "Ich schicke Ihnen die Rechnung bis Freitag.",
    "es": "Le mando la factura antes del viernes.",
}
NO_LONGER = [
    ("it", "Buongiorno, funziona adesso, non serve più."),
    ("it", "Non è più necessario, mio cugino ha dato un'occhiata."),
    ("it", "Non ne abbiamo più bisogno, cordiali saluti"),
    ("it", "Come non detto, è tutto risolto."),
    ("en", "No longer needed, it works again."),
    ("en", "Hi, it's not needed any more."),
    ("en", "We sorted it out ourselves, so you don't need to come."),
    ("de", "Das ist nicht mehr nötig."),
    ("de", "Sie brauchen nicht mehr zu kommen, es hat sich alles erledigt."),
    ("es", "Ya no hace falta que venga."),
    ("es", "Ya no es preciso, un saludo"),
]
WORKS = [
    ("it", "Adesso funziona tutto."),
    ("it", "La caldaia ha ripreso a funzionare da ieri."),
    ("en", "The boiler works again since this morning."),
    ("en", "The problem has been fixed by my brother."),
    ("de", "Die Heizung läuft wieder."),
    ("de", "Das Problem hat sich von selbst gelöst."),
    ("es", "La caldera vuelve a funcionar."),
    ("es", "Ahora funciona todo."),
]
NOT_SO = [
    ("it", "Se non serve più mi avvisi, per favore."),
    ("it", "Spero che adesso funziona tutto fino a venerdì."),
    ("it", "Ora funziona ma perde acqua."),
    ("it", "Non dimentichi la scala."),
    ("en", "Don't forget the ladder."),
    ("en", "If it works again I will tell you."),
    ("en", "Now it works but it leaks."),
    ("de", "Vergessen Sie die Leiter nicht."),
    ("de", "Wenn die Heizung wieder läuft, sage ich Bescheid."),
    ("de", "Die Heizung läuft wieder nicht."),
    ("es", "No olvide la escalera."),
    ("es", "Si vuelve a funcionar le aviso."),
    ("es", "Ya funciona pero pierde agua."),
]
REFUSED = [
    ("en", "No thanks, we've found someone else."),
    ("it", "No grazie, abbiamo scelto un altro."),
    ("de", "Wir haben uns anders entschieden."),
    ("es", "No nos interesa, hemos elegido a otro."),
]


@pytest.mark.parametrize(("language", "answer"), [*NO_LONGER, *WORKS, *REFUSED])
def test_whoever_needs_a_visit_no_more_releases_it_before_its_day(language, answer):
    assert promise_after(COMING[language], answer, language) == "released"
    assert promise_after(COMING[language], answer, language, TUESDAY) == "released"


@pytest.mark.parametrize(("language", "answer"), [*NO_LONGER, *REFUSED])
def test_what_is_needed_no_more_need_not_be_sent(language, answer):
    assert promise_after(SENDING[language], answer, language) == "released"


@pytest.mark.parametrize(("language", "answer"), WORKS)
def test_what_works_again_must_still_have_its_invoice(language, answer):
    assert promise_after(SENDING[language], answer, language) == "overdue"


@pytest.mark.parametrize(("language", "answer"), NOT_SO)
def test_an_if_a_but_and_a_reminder_release_nothing(language, answer):
    assert promise_after(COMING[language], answer, language) == "overdue"


def test_whoever_asks_in_the_same_mail_still_waits_for_us():
    answer = "No longer needed on Friday. Could you come on Monday instead?"
    assert promise_after(COMING["en"], answer, "en") == "overdue"


def test_what_we_say_ourselves_releases_nothing_of_ours():
    touches = [
        mail(1, COMING["en"], "en", is_ours=True),
        mail(2, "It works again.", "en", is_ours=True),
    ]
    assert [one.state for one in settle(touches, LATER).promises] == ["overdue"]


def test_a_payment_that_was_promised_is_released_by_nothing():
    promised = mail(1, "I'll pay by Friday.", "en", is_ours=False)
    refused = mail(2, "No thanks, never mind.", "en", is_ours=True)
    assert [one.state for one in settle([promised, refused], LATER).promises] == ["overdue"]
