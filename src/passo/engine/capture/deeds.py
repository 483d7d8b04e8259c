"""What kind of step is it that a line left to do?"""

import re

from passo.engine.capture.line import Line

# Folded stems in four languages; `_` stands for any ending. In each kind the verbs as one notes
# them for oneself, and the German and English nouns that stand for them.
STEMS = {
    "call": (
        "call calling phone ring tel chiamar_ chiama richiam_ telefonare telefonar_ telefona "
        "sentir_ anruf_ anzuruf_ zuruckruf_ ruckruf_ telefonier_ llamar_ llama devolver"
    ),
    "answer": "reply answer respond rispond_ risposta antwort_ beantwort_ respond_ contest_",
    "thank": "thank_ ringrazi_ dank_ bedank_ agradec_ gracias",
    "meet": (
        "meet visit see lunch coffee incontr_ vedersi vederci visit_ passare appuntamento "
        "sopralluogo treff_ besuch_ termin hinfahren vorbeischauen reun_ quedar_ cita"
    ),
    "deliver": "deliver install_ repair_ consegn_ ripar_ liefern reparier_ entreg_ repar_ instal_",
    "send": (
        "send sending forward mandare mandarl_ mandarg_ manda mandar inviare inviar_ invia spedire "
        "schick_ zuschick_ senden zusenden enviar_ envia"
    ),
    "ask": "ask asking chied_ domand_ frag fragen nachfragen anfragen pregunt_ pedir_",
    "research": "research informarsi cercare recherchieren herausfinden averigu_ buscar_ investig_",
    "write": (
        "write writing mail email message text tell remind follow scriv_ avvis_ ricordare schreib_ "
        "mailen erinnern nachhaken escrib_ avisar_ recordar_"
    ),
}
PAPERS = "quote quotation estimate offer preventiv_ offert_ angebot_ kostenvoranschlag_ presupuest_"
OFFER, WRITE = "offer", "write"


def pattern_of(stems: str) -> re.Pattern[str]:
    either = "|".join(stem.replace("_", "[a-z]*") for stem in stems.split())
    return re.compile(f"(?<= )(?:{either})(?= )")


PATTERNS = {deed: pattern_of(stems) for deed, stems in STEMS.items()}
PAPER = pattern_of(PAPERS)


def deed_of(step: str) -> str:
    """What is it that I wanted to do: call, write, send?

    The kind whose verb comes first in the step; where only a paper is named, or a paper is to be
    written, it is an offer. "" where nothing says so. Cost: O(letters). Source: words of the gold
    lines of quick capture, and the usual verbs of four languages.

    >>> deed_of("Call Luca about the quote"), deed_of("Luca das Angebot schreiben")
    ('call', 'offer')
    >>> deed_of("Order cable drums")
    ''
    """
    folded = Line(step).folded
    searched = ((deed, pattern.search(folded)) for deed, pattern in PATTERNS.items())
    first = min(((match.start(), deed) for deed, match in searched if match), default=(0, ""))[1]
    if first in {"", WRITE} and PAPER.search(folded):
        return OFFER
    return first
