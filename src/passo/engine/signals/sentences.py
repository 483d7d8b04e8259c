"""A message cut into sentences, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from passo.engine.signals.wording import Wording

LONGEST = 20_000  # characters of a message that are read
LONGEST_SENTENCE = 500  # what goes on for longer was written by nobody
WRAPPED = 55  # a shorter line was ended by its writer, a longer one by the mail program,
UNWRAPPED = 100  # unless it is so long that the mail program wraps none
BREAK = re.compile(r"[.!?…]+[)\"'»”*]*(?=[\s¿¡]|$)|\n[ \t]*(?:\n\s*)?")
ASKS = re.compile(r"\?[?!.…]*[)\"'»”*]*$")
DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}$")
# After “am 20.” a sentence goes on (“20. März”), unless with one of these.
ANEW = re.compile(
    r"(?:Ich|Wir|Sie|Du|Ihr|Es|Das|Die|Der|Dann|Bitte|Wenn|Falls|Danke|Bis|Können|Kannst|Wie|Was|"
    r"Wann|Passt|Geht|Ist)\b"
)
FORWARDED = re.compile(r"^-{4,} ?\w", re.MULTILINE)  # from here on it is another's mail
QUOTED = re.compile(r"[>|]|[\w.]{1,20}> ")  # somebody else's words, as some mail programs mark them
# With all of the line; and with the next where a mail program broke the marked one: a few words
# that only go on, before the next mark or an end.
QUOTED_LINE = re.compile(
    r"^[ \t]*(?:[>|]|[\w.]{1,20}>+(?:[ \t]|$))"
    r"(?:.{55,}[^\s.!?…:]\n(?=[^\W\d_A-ZÀ-Þ][^\n]{0,29}\n[ \t]*(?:[>|]|[\w.]{1,20}>)).*|.*)",
    re.MULTILINE,
)
CLOSING = re.compile(
    r"(?:Thank|Cheers|Regards|Kind|Best|Dank|Gru|Grü|Viele|Liebe|LG|VG|MfG|mfg|Herzlich|"
    r"Mit freundl|Grazie|Saluti|Cordiali|Un salut|Un abbrac|Graci|Un abrazo|Atent)"
)
LAST_WORD = re.compile(r"[^\s(]*$")


def folding() -> dict[int, str]:
    """Each letter without its mark, one for one, so that places stay what they are."""
    table = {ord("\n"): " ", ord("\t"): " ", 0xA0: " ", ord("’"): "'", ord("`"): "'", 0x130: "i"}
    for code in [*range(0xC0, 0x250), 0x384, 0x1E9E]:
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain != chr(code):
            table.setdefault(code, plain.lower())
    return table


FOLDING = folding()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The characters from `start` to before `end`; `folded` is how patterns see them."""

    start: int
    end: int
    folded: str
    ends_line: bool
    asks: bool  # it ends with a question mark

    @property
    def words(self) -> int:
        return self.folded.count(" ") + 1


def composed(text: str) -> str:
    """The text as it is read: letters and marks as one, no longer than need be, nothing quoted."""
    own = FORWARDED.split(text[:LONGEST], maxsplit=1)[0]
    return QUOTED_LINE.sub(emptied, unicodedata.normalize("NFC", own))


def emptied(found: re.Match[str]) -> str:
    """Nothing, in as many characters, so that every place stays and no sentence runs across."""
    return "\n" * len(found[0])


def fold(text: str) -> str:
    """Small letters without marks, as many as there were.

    >>> fold("Perché NÃO’s")
    "perche nao's"
    """
    return text.translate(FOLDING).lower().translate(FOLDING)


def sentences(text: str, folded: str, wording: Wording) -> Iterator[Sentence]:
    """All of them in order. Stops of “sig.” and “3. März” end none; nor does a wrapped line."""
    start, line_start = 0, 0
    for found in BREAK.finditer(text):
        at, sign = found.start(), found[0]
        if sign[0] == "\n":
            width, line_start = at - line_start, found.end()
            if (
                sign.count("\n") == 1
                and WRAPPED <= width < UNWRAPPED
                and goes_on(text, found.end())
            ):
                continue
        elif sign == "." and not ends(text, folded, start, at, wording):
            continue
        end = at if sign[0] == "\n" else found.end()
        yield from pieces(text, folded, start, end)
        start = found.end()
    yield from pieces(text, folded, start, len(text))


def goes_on(text: str, at: int) -> bool:
    """Whether the next line is no item of a list and no greeting at the end."""
    return at < len(text) and text[at] not in "-*•–" and not CLOSING.match(text, at)


def ends(text: str, folded: str, start: int, at: int, wording: Wording) -> bool:
    """Whether the full stop at `at` ends a sentence."""
    before = folded[max(start, at - 12) : at]
    if LAST_WORD.search(before)[0] in wording.abbreviations:  # type: ignore[index]
        return False
    if wording.code != "de" or not DAY_NUMBER.search(before) or text[at + 1 : at + 2] != " ":
        return True
    return bool(ANEW.match(text, at + 2))


def pieces(text: str, folded: str, start: int, end: int) -> Iterator[Sentence]:
    """One sentence; several where it goes on and on."""
    for first in range(start, end, LONGEST_SENTENCE):
        if one := sentence(text, folded, first, min(end, first + LONGEST_SENTENCE)):
            yield one


def sentence(text: str, folded: str, start: int, end: int) -> Sentence | None:
    """Without the blanks at either end; None where nothing of the sender's is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    if QUOTED.match(text, start):
        return None
    ends_line = end == len(text) or text[end] == "\n"
    asks = bool(ASKS.search(text, max(start, end - 8), end))
    return Sentence(start, end, folded[start:end], ends_line, asks)
