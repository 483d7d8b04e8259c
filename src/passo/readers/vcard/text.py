"""What a value says, once its encoding, its escapes and its lists are undone."""

import binascii
import codecs
import re

ESCAPED = re.compile(r"\\([nN,;:\\\"'])")
ENCODING_NAMES = re.compile(
    r"(?:utf-?8|utf-?16|utf-?32|iso|latin|windows|cp\d|ibm|koi8|mac|big5|gb|euc|shift|sjis|ks_|tis"
    r"|us-ascii|ascii)[\w.-]{0,24}",
    re.ASCII | re.IGNORECASE,
)
# What calls itself one of these is UTF-8 where it can be: its letters would make no word in them.
WESTERN = {"iso8859-1", "cp1252", "iso8859-15", "ascii"}


def encoding_named(name: str) -> str:
    """Python's name for what a card calls its encoding, or nothing where there is no such text."""
    if not ENCODING_NAMES.fullmatch(name):
        return ""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def in_its_encoding(raw: bytes, declared: str, fallback: str) -> str:
    first = ("utf-8",) if declared in WESTERN or not declared else (declared, "utf-8")
    for encoding in (*first, fallback):
        try:
            return raw.decode(encoding)
        except UnicodeError:
            continue
    return raw.decode("latin-1")


def from_escapes(value: str, declared: str, fallback: str) -> str:
    """Encodings that shift by an escape look like plain text until they are read."""
    return in_its_encoding(value.encode("utf-8", "surrogateescape"), declared, fallback)


def from_quoted_printable(value: str, declared: str, fallback: str) -> str:
    raw = binascii.a2b_qp(value.encode("utf-8", "surrogateescape"))
    return in_its_encoding(raw, declared, fallback).replace("\r\n", "\n").replace("\0", "")


def from_base64(value: str, declared: str, fallback: str) -> str:
    """Nothing, where it is not base64."""
    try:
        raw = binascii.a2b_base64(value.encode("utf-8", "surrogateescape"))
    except binascii.Error:
        return ""
    return in_its_encoding(raw, declared, fallback).replace("\r\n", "\n").replace("\0", "")


def is_plain(value: str) -> bool:
    """Nothing in it is escaped or a list, and no space is there twice: it stands for itself."""
    return not ("\\" in value or "," in value or "  " in value)


def text(value: str) -> str:
    return (unescaped(value) if "\\" in value else value).strip()


def unescaped(value: str) -> str:
    if "\\\\" not in value:  # then the order does not matter, and this is faster
        value = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    if "\\" not in value:
        return value
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def one_line(value: str) -> str:
    """For names and the like, in which a line break means nothing."""
    value = (unescaped(value) if "\\" in value else value).strip()
    return " ".join(value.split()) if "\n" in value or "  " in value else value


def parts(value: str, mark: str) -> list[str]:
    """Split at each mark that is not escaped; the parts keep their escapes."""
    if "\\" not in value:
        return value.split(mark)
    # Two characters that no value holds stand in for the escaped ones while it is split.
    hidden = value.replace("\\\\", "\0").replace(f"\\{mark}", "\1")
    return [part.replace("\1", f"\\{mark}").replace("\0", "\\\\") for part in hidden.split(mark)]


def rows(value: str) -> list[str]:
    """The lines of a part, or of the parts of a part."""
    if "," not in value and "\\" not in value:
        return [value.strip()]
    written = "\n".join(map(text, parts(value, ",")))
    return [row for line in written.split("\n") if (row := " ".join(line.split()).rstrip(", "))]


def listed(value: str, between: str) -> str:
    """A part that may itself be a list, as one text."""
    if not value:
        return ""
    if "," not in value:
        return one_line(value)
    return between.join(filter(None, map(one_line, parts(value, ","))))
