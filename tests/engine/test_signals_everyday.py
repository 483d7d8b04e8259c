"""How everyday mails ask, promise and tell: soft requests, no day but “as soon as possible” …"""

from datetime import date

import pytest

from passo.engine.signals import read_signals
from passo.engine.signals.days import days_in

TUESDAY = date(2026, 3, 10)
WEDNESDAY, FRIDAY, MONDAY = (date(2026, 3, day) for day in (11, 13, 16))


def said(text):
    found = read_signals(text, sent_on=TUESDAY, is_ours=False)
    return {(one.kind, one.day) for one in found}


def kinds(text):
    return {kind for kind, _day in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "It would be good to have a price before we sign.",
        "It would be great if you could measure the hall.",
        "We need you to sign the form.",
        "We still need your invoice.",
        "Sarebbe utile sapere il costo.",
        "Abbiamo bisogno che firmiate il modulo.",
        "Ho ancora bisogno della fattura.",
        "Es wäre toll, wenn Sie das Bad ausmessen.",
        "Über ein Angebot würden wir uns freuen.",
        "Schau bitte mal drüber.",
        "Estaría bien saber el precio.",
        "Necesitamos que firmes el papel.",
        "Necesito la factura cuanto antes.",
        "Échale un vistazo y me cuentas.",
    ],
)
def test_a_soft_request_wants_an_answer(text):
    assert kinds(text) == {"question"}


@pytest.mark.parametrize(
    "text",
    [
        "It would be lovely to see you there.",
        "We want you to know how much we like it.",
        "Si può fare, ma il ripiano è poco spesso.",
        "Die Pflege ist nicht schwer.",
        "Me alegro de que te guste.",
    ],
)
def test_a_wish_and_what_can_be_done_want_none(text):
    assert "question" not in kinds(text)


@pytest.mark.parametrize(
    "closing", ["Danke dir!", "Thanks", "Gracias!!", "Grazie", "Viele Grüße", "Saludos"]
)
def test_a_greeting_begins_a_line_of_its_own(closing):
    text = f"Seit dem Wochenende kommt hier nichts mehr an. Kannst du heute mal schauen\n{closing}"
    assert "question" in kinds(text)


def test_a_very_long_line_was_ended_by_its_writer():
    line = "das formular schickt seit dem wochenende nichts mehr, keine einzige anfrage kam an. "
    assert "question" in kinds(f"{line}kannst du da heute noch mal schauen\nbasti huber")


@pytest.mark.parametrize(
    "text",
    [
        "I'll send it tomorrow, when I'm back at my desk.",
        "Lo mando domani quando torno.",
        "Ich überweise es morgen, wenn ich wieder am Rechner sitze.",
        "Mañana cuando llegue te mando el plano.",
    ],
)
def test_when_i_am_there_only_says_more_of_a_day(text):
    assert said(text) == {("promise", WEDNESDAY)}


@pytest.mark.parametrize(
    "text",
    [
        "I'll send it when I'm back.",
        "I'll send it tomorrow if I can.",
        "Ich schicke es morgen, wenn ich es schaffe.",
        "Ich schicke es morgen, wenn ich wieder kann.",
        "We deliver as soon as you confirm.",
        "El médico dice que empiece cuanto antes.",
        "Es ist sofort kaputt gegangen, im Ernst.",
        "La pasarela de pago la activan la semana que viene.",
        "Se cayó el sábado jugando.",
        "Vi ricordo che sabato 14 marzo lo studio resta chiuso.",
        "Ich wünsche Ihnen noch einen schönen Tag.",
    ],
)
def test_a_condition_another_s_deed_and_a_noun_promise_nothing(text):
    assert "promise" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "We deliver asap.",
        "Gliela giro il prima possibile.",
        "Wir liefern umgehend.",
        "Te lo mando cuanto antes.",
        "Ti preparo un'altra copia.",
        "Te instalo un programa que lo hace solo.",
        "Den Code schreibe ich Ihnen noch per SMS.",
        "Ich bringe Ihnen die Schlüssel vorbei.",
    ],
)
def test_soon_and_for_you_need_no_day(text):
    assert said(text) == {("promise", None)}


def test_a_promise_without_a_day_is_part_of_one_that_has_it():
    assert said("Le preparo due alternative e gliele mando entro lunedì.") == {("promise", MONDAY)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Confirmo la cita del viernes, llevaré la resonancia.", FRIDAY),
        ("Die Fotos bekommen Sie am Freitag.", FRIDAY),
        ("Ti scrivo io venerdì in ogni caso.", FRIDAY),
        ("Venerdì hai il testo corretto.", FRIDAY),
        ("El viernes va mi compañero Javi.", FRIDAY),
        ("Am Freitag kommt unser Monteur.", FRIDAY),
        ("Ich melde mich auf jeden Fall am Freitag.", FRIDAY),
        ("Ab dem 13. liegen sie für Sie bereit.", FRIDAY),
    ],
)
def test_who_comes_what_you_get_and_what_was_agreed_upon_is_promised(text, day):
    assert said(text) == {("promise", day)}


def test_the_first_of_a_month_is_a_day():
    assert [one.day for one in days_in("prima del 1° settembre", "it", TUESDAY)] == [
        date(2026, 9, 1)
    ]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Please don't start before 15 October.", 10),
        ("We don't need anything before October.", 10),
        ("Prima del 1° ottobre il direttivo non si riunisce.", 10),
        ("Vor dem 16. Oktober brauchen wir nicht dran zu denken.", 10),
        ("Antes del 1 de octubre la junta no se reúne.", 10),
        ("Llámame en octubre.", 10),
    ],
)
def test_not_before_is_no_refusal(text, month):
    assert [(kind, day.month) for kind, day in said(text)] == [("not_before", month)]


@pytest.mark.parametrize(
    "text",
    [
        "Te llamo en una semana.",
        "La richiamo in settimana.",
        "I'll call you again in a week.",
        "Don't forget to send it before Friday.",
        "Antes del viernes no he podido mirarlo.",
    ],
)
def test_who_will_call_in_a_week_does_not_put_it_off(text):
    assert "not_before" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "I no longer work for Miller & Sons.",
        "She doesn't work for the council any more.",
        "I've moved on to a new job.",
        "Non lavoro più per la Rossi srl.",
        "Ho cambiato lavoro a marzo.",
        "Ich arbeite nicht mehr für die Firma Huber.",
        "Ich habe die Stelle gewechselt.",
        "Ya no trabajo para Construcciones Ríos.",
        "He cambiado de empresa.",
    ],
)
def test_who_left_a_firm_by_its_name_is_no_longer_here(text):
    assert kinds(text) == {"no_longer_here"}


@pytest.mark.parametrize(
    "text",
    [
        "Friday no longer works for us, sorry.",
        "I no longer work in the mornings.",
        "Ya no está en oferta.",
        "Die Pumpe arbeitet wieder.",
    ],
)
def test_a_day_that_no_longer_suits_has_not_left(text):
    assert "no_longer_here" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We've decided not to renew.", "refusal"),
        ("We're staying with our current supplier.", "refusal"),
        ("Restiamo con il nostro fornitore.", "refusal"),
        ("Wir haben uns entschieden, das nicht weiterzuführen.", "refusal"),
        ("Hemos decidido no renovar el convenio.", "refusal"),
        ("We don't want to be your guinea pig.", "clients_first"),
        ("Preferiamo non fare da cavie per altri.", "clients_first"),
        ("Wir möchten nicht die Ersten sein.", "clients_first"),
        ("No queremos ser los primeros.", "clients_first"),
        ("The photos are lovely.", "praise"),
        ("La cucina è venuta benissimo.", "praise"),
        ("Wir waren sehr zufrieden.", "praise"),
        ("Mir gefällt es sehr.", "praise"),
        ("Ha quedado precioso.", "praise"),
        ("That's the third time this month.", "complaint"),
        ("Ci sono diversi errori.", "complaint"),
        ("Ihre Leute haben gestern beim Mähen unseren Zaun beschädigt.", "complaint"),
        ("Hay muchos errores en la página.", "complaint"),
        ("Thank you Chris, looks much better.", "thanks"),
        ("Vielen Dank für die leckeren Semmeln.", "thanks"),
    ],
)
def test_what_everyday_words_tell(text, kind):
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "That's wonderful to hear.",
        "Keep up the exercises.",
        "El lunes le paso una propuesta con precios.",
        "Vielen Dank, dass Sie uns das sagen.",
        "Grazie di avercelo detto.",
        "Gracias por todo.",
        "Gracias por haber avisado.",
        "Faltan los de la otra página.",
    ],
)
def test_what_is_only_polite_tells_nothing(text):
    assert kinds(text) <= {"promise"}
