"""Call, write or send: what a step is, from its first verb, in four languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.capture.deeds import STEMS, deed_of

# fmt: off
SAID = {
    "call": ("Call Luca about the quote", "ring him", "Chiamare Sandro", "telefonarle domani",
             "Uwe zurückrufen", "Frau Weiß anrufen", "llamar a Inés", "Tel. Daniela"),
    "answer": ("reply", "Rispondere a Paola", "antworten", "responderle", "a reply"),
    "thank": ("Ringraziare Daniela per il nome", "Danke sagen", "Dar las gracias a Manuel"),
    "meet": ("visit them", "passare dal cantiere", "Termin bei Koch", "quedar con Sofía"),
    "deliver": ("Consegnare i fiori", "liefern", "entregar el pedido"),
    "send": ("send her our brochure", "mandarle il menu", "Lieferschein schicken", "invia la lista",
             "enviarle el presupuesto", "Angebot schicken"),
    "ask": ("Ask Diego about the tiles", "chiedere al fornitore", "nachfragen", "preguntarle"),
    "research": ("cercare chi lo conosce", "herausfinden, wer fragt"),
    "write": ("Scrivere a Marta", "Rechnung schreiben", "escribir a Pilar", "remind him"),
    "offer": ("Quote for Daniel", "il preventivo", "scrivere il preventivo", "Angebot machen"),
    "": ("Order cable drums", "comprare mandarini", "Schrauben kaufen", "invite her", "", "…"),
}
# fmt: on


@pytest.mark.parametrize(("deed", "step"), [(deed, one) for deed in SAID for one in SAID[deed]])
def test_the_first_verb_says_what_it_is(deed: str, step: str) -> None:
    assert deed_of(step) == deed


@given(st.text(max_size=60))
def test_whatever_is_written_is_one_of_them_or_none(text: str) -> None:
    assert deed_of(text) in {*STEMS, "offer", ""}


@given(st.sampled_from(SAID["call"]), st.sampled_from(["!", "  ", ", urgent"]))
def test_what_stands_behind_the_verb_does_not_matter(step: str, more: str) -> None:
    assert deed_of(step + more) == deed_of(step.upper()) == "call"
