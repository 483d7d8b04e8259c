"""One cell in, what it says out: mail addresses, phones, web addresses, tags."""

import re

from passo.readers.records import Problem, _

# What programs write where nothing is known. “Null” in mixed letters is somebody's name.
_NOTHING = """- -- — ? N/A n/a #N/A NULL null (null) nan NaN #REF! #NAME? #VALUE! #DIV/0!
    #BEZUG! #NOME? #RIF! #N/D #NV #¿NOMBRE?"""
NOTHING = frozenset(_NOTHING.split())
MANY = " ::: "
_FORMULA = re.compile(r"'+\s*[=+\-@\t\r＝＋－＠]")
_MAIL = re.compile(r"[^\s@<>,;:\"'()\[\]]+@[^\s@<>,;:\"'()\[\]]+")
_AROUND_MAILS = re.compile(r"[\s<>,;:\"()\[\]]")
_BETWEEN = re.compile(r":::|[;|\n]")
_BETWEEN_TAGS = re.compile(r":::|[;,|\n]")
_COMMAS = re.compile(r",\s*(?=[+(\d])| / (?=[+(\d])")
_ONE_PHONE = re.compile(r"\+?\d(?:[ ()-]?\d){4,17}")
_FLOAT = re.compile(r"(\+?\d{5,})\.0+$")
_SHORTENED = re.compile(r"\d[.,]?\d*E\+\d+$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 3  # 112 is a phone
_FEWEST_OF_MANY = 6
_EXCHANGE = ("/o=", "ex:", "/O=", "EX:")  # an inner name of a mail server, no address
_SYSTEM_TAGS = {"mycontacts", "my contacts", "all contacts", "imported"}
_LONGEST_SHOWN = 80
_LONGEST_PHONES = 500


def plain(text: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from taking it for a formula."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def tidy(text: str) -> str:
    text = text.strip()
    if text[:1] == "'":
        text = plain(text)
    return "" if text in NOTHING else text


def mails_of(text: str) -> list[str] | None:
    """The addresses in a cell; none where something stands there that is no address."""
    if _MAIL.fullmatch(text):
        return [text]
    if text.startswith(_EXCHANGE):
        return []
    parts = (part.strip("'.") for part in _AROUND_MAILS.split(text))
    return [part for part in parts if "@" in part and _MAIL.fullmatch(part)] or None


def phones_of(text: str) -> list[str] | None:
    """The phones in a cell. Leading noughts that a spreadsheet took away cannot come back."""
    if _ONE_PHONE.fullmatch(text):
        return [text]
    if len(text) > _LONGEST_PHONES:
        return None
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) == 1:
        several = _COMMAS.split(text)
        if all(len(_DIGIT.findall(part)) >= _FEWEST_OF_MANY for part in several):
            parts = several
    found = [_FLOAT.sub(r"\1", part).strip() for part in parts]
    return None if not all(map(_is_phone, found)) else found


def _is_phone(text: str) -> bool:
    return len(_DIGIT.findall(text)) >= _FEWEST_DIGITS and not _SHORTENED.match(text)


def webs_of(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def tags_of(text: str) -> list[str]:
    tags = (part.strip().removeprefix("* ").strip() for part in _BETWEEN_TAGS.split(text))
    return [tag for tag in tags if tag and tag.casefold() not in _SYSTEM_TAGS]


def label_of(text: str) -> str:
    """Google marks the first among several with a star."""
    return text.strip().removeprefix("* ").strip().casefold()


def unreadable(line: int, what: str, text: str) -> Problem:
    sentence = {
        "mail": _("“%(text)s” is not a mail address."),
        "phone": _("“%(text)s” is not a phone number."),
        "short": _("A spreadsheet shortened this phone number to “%(text)s”. It is lost."),
        "birthday": _("“%(text)s” is not a day of birth Passo can read."),
        "connected_on": _("“%(text)s” is not a date Passo can read."),
    }["short" if what == "phone" and _SHORTENED.match(text) else what]
    return Problem(line, sentence, {"text": text[:_LONGEST_SHOWN]}, text[:_LONGEST_SHOWN])
