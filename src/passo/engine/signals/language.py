"""Which of the four languages a message is written in."""

import re

from passo.engine.capture.tongues import TONGUES

WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 120  # words that are counted
MORE = {
    "en": "you your would could please what how are can my if do hi hello dear regards best been "
    "so or but as there any hope just still here no n't ll",
    "it": "che di e il la non per una un sono del della abbiamo grazie buongiorno ciao salve "
    "saluti come quando le vi ti mi ma anche questo questa siamo ci se più piu al alla",
    "de": "sie und ihr ihre ihnen wir uns du dir euch mich bitte grusse hallo ist sind haben "
    "dann noch aber wie was wann kann konnen danke dank so bei es dass oder wenn",
    "es": "que los las por para con una su sus gracias hola buenas buenos dias saludos pero si "
    "ya esta estan como cuando muy nos os te le les se lo al del mi tiene esto",
}
MARKS = {code: tongue.sets["marks"].union(MORE[code].split()) for code, tongue in TONGUES.items()}


CODES = {
    word: tuple(code for code, words in MARKS.items() if word in words)
    for word in frozenset().union(*MARKS.values())
}


def language_of(folded: str, likely: str = "") -> str:
    """The language most words speak for; among equals `likely`, else English.

    >>> language_of("grazie mille, quando puo venire")
    'it'
    """
    counts = dict.fromkeys(MARKS, 0)
    for word in WORD.findall(folded)[:ENOUGH]:
        for code in CODES.get(word, ()):
            counts[code] += 1
    return max(counts, key=lambda code: (counts[code], code == likely, code == "en"))
