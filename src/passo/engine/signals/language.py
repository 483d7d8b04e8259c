"""Which of the four languages a message is written in."""

import re

from passo.engine.capture.tongues import TONGUES

WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 120  # words that are counted
MOST = 12  # what a word of one language weighs; divides by two, three and four
MORE = {
    "en": "you your would could please what how are can my if do hi hello dear regards best been "
    "so or but as there any hope just still here no n't ll have has had we he she it they them was "
    "were not get got some which",
    "it": "che di e il la non per una un sono del della abbiamo grazie buongiorno ciao salve "
    "saluti come quando gentile sig quanti quanto quanta le vi ti mi ma "
    "anche questo questa siamo ci se più piu al alla mio mia suo sua tuo tua nostro nostra vostro "
    "vostra dal dalla nel nella sul sulla ho hai avete sono li gli poi viene pero",
    "de": "sie und ihr ihre ihnen wir uns du dir euch mich bitte grusse hallo ist sind haben "
    "dann noch aber wie was wann kann konnen danke dank so bei es dass oder wenn hab bin mal nur "
    "auch schon mein meine unser unsere einen im um vor zu man wird",
    "es": "que los las por para con una su sus gracias hola buenas buenos dias saludos pero si "
    "ya esta estan como cuando muy nos os te le les se lo al del mi tiene esto he has hemos son "
    "nuestro nuestra vuestro desde hasta mas",
}
MARKS = {code: tongue.vocabulary.union(MORE[code].split()) for code, tongue in TONGUES.items()}
CODES = {
    word: tuple(code for code, words in MARKS.items() if word in words)
    for word in frozenset().union(*MARKS.values())
}


def language_of(folded: str, likely: str = "") -> str:
    """The language that most words speak for; among equals `likely`, else English.

    A word of several languages counts less.

    >>> language_of("grazie mille, quando puo venire")
    'it'
    """
    counts = dict.fromkeys(MARKS, 0)
    for word in WORD.findall(folded)[:ENOUGH]:
        for code in (codes := CODES.get(word, ())):
            counts[code] += MOST // len(codes)
    return max(counts, key=lambda code: (counts[code], code == likely, code == "en"))
