"""One way to write every word, so that `Müller`, `MULLER` and `muller` are the same."""

import unicodedata

# Letters that are letters of their own to Unicode, and an accent to everyone who types.
BARE = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


class Folded(dict[int, str]):
    """What each sign becomes; learned when it is met for the first time."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFKD", chr(code)).casefold().translate(BARE)
        self[code] = "".join(kept_sign(sign) for sign in unicodedata.normalize("NFKD", bare))
        return self[code]


FOLDED = Folded()


def fold(text: str) -> str:
    """Small bare letters and digits, single spaces between words, nothing else.

    >>> fold("  Caffè D’Ørsted & Söhne GmbH, Straße 5 ")
    'caffe d orsted sohne gmbh strasse 5'
    """
    return " ".join(text.translate(FOLDED).split())


def kept_sign(sign: str) -> str:
    if unicodedata.combining(sign):
        return ""
    return sign if unicodedata.category(sign)[0] in "LMN" else " "
