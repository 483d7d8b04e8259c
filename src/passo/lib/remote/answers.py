"""What an IMAP server says about folders and messages, made sense of.

`imaplib` hands over lines as bytes, and a pair (line so far, bytes that followed) where the
server chose to send something at length.
"""

import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext
from imap_tools.imap_utf7 import utf7_decode

from passo.lib.remote.unreachable import NOT_FOR_EYES

Use = Literal["", "all", "archive", "drafts", "inbox", "junk", "sent", "trash"]

FOLDER = re.compile(rb'\((?P<flags>[^)]*)\) (?:"\\?(?P<between>.)"|NIL) (?P<name>.*)', re.DOTALL)
QUOTED = rb'"(?P<text>(?:[^"\\]|\\.)*)"'
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
MOST_NUMBERED = 1_000_000  # messages in a folder, as far as anybody has to be told
COUNT = re.compile(rb"\bMESSAGES (\d{1,10})\b", re.IGNORECASE)
UID = re.compile(rb"\bUID (\d{1,10})\b", re.IGNORECASE)
FLAGS = re.compile(rb"\bFLAGS \(([^)]*)\)", re.IGNORECASE)
PIECE = rb"BODY\[(?P<name>HEADER|TEXT)\](?:<\d+>)? "
AT_LENGTH = re.compile(PIECE + rb"\{\d+\}$", re.IGNORECASE)
IN_LINE = re.compile(PIECE + QUOTED, re.IGNORECASE | re.DOTALL)

# Where a server does not say what a folder is for, its name does; small letters.
USUAL_NAMES: dict[Use, str] = {
    "sent": "sent|sent items|sent mail|sent messages|gesendet|gesendete elemente|"
    "gesendete objekte|inviati|inviata|posta inviata|elementi inviati|enviados|"
    "elementos enviados|correo enviado|envoyés|éléments envoyés",
    "drafts": "drafts|draft|entwürfe|bozze|borradores|brouillons",
    "trash": "trash|deleted|deleted items|deleted messages|bin|papierkorb|gelöscht|"
    "gelöschte elemente|gelöschte objekte|cestino|posta eliminata|elementi eliminati|"
    "papelera|eliminados|elementos eliminados|corbeille",
    "junk": "junk|junk e-mail|junk email|spam|bulk mail|spamverdacht|unerwünscht|"
    "posta indesiderata|indesiderata|correo no deseado|no deseado",
    "archive": "archive|archiv|archivio|archivo",
}
KNOWN_NAMES = {name: use for use, names in USUAL_NAMES.items() for name in names.split("|")}
SAID_USES: dict[bytes, Use] = {
    b"\\all": "all",
    b"\\archive": "archive",
    b"\\drafts": "drafts",
    b"\\junk": "junk",
    b"\\sent": "sent",
    b"\\trash": "trash",
}
PARENTS_OF_ALL = ("INBOX", "[Gmail]", "[Google Mail]")


@dataclass(frozen=True, slots=True)
class Folder:
    """`name` is the server's own, letter for letter as it travels; `title` is for eyes."""

    name: str
    title: str
    count: int = 0
    use: Use = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One message: its head and the beginning of its text, as much as the words need.

    Where the server would not hand it out, `content` is empty and `refused` says why.
    """

    uid: int
    content: bytes
    flags: tuple[str, ...] = ()
    refused: str = ""


def folders_in(answer: Sequence[Any]) -> Iterator[Folder]:
    """Those that can hold messages."""
    for line, at_length in ((one, b"") if isinstance(one, bytes) else one for one in answer if one):
        found = FOLDER.match(line)
        flags = found["flags"].lower().split() if found else []
        if found and b"\\noselect" not in flags and b"\\nonexistent" not in flags:
            name = unquoted(found["name"], at_length)
            if b"\0" not in name:  # nobody could ask for it
                yield folder(name, found["between"] or b"", flags)


def unquoted(written: bytes, at_length: bytes) -> bytes:
    if at_length:
        return at_length
    quoted = re.fullmatch(QUOTED, written, re.DOTALL)
    return ESCAPED.sub(rb"\1", quoted["text"]) if quoted else written


def folder(name: bytes, between: bytes, flags: list[bytes]) -> Folder:
    parts = [readable(part) for part in (name.split(between) if between else [name])]
    if len(parts) > 1 and parts[0] in PARENTS_OF_ALL:
        parts = parts[1:]
    if name.upper() == b"INBOX":
        return Folder("INBOX", gettext("Inbox"), use="inbox")
    said: Use = next((SAID_USES[flag] for flag in flags if flag in SAID_USES), "")
    known = KNOWN_NAMES.get(parts[0].lower(), "") if len(parts) == 1 else ""
    return Folder(name.decode("latin-1"), " / ".join(parts), use=said or known)


def readable(name: bytes) -> str:
    """Modified UTF-7 (RFC 3501, 5.1.3), or what servers write instead of it."""
    try:
        said = utf7_decode(name) if name.isascii() else name.decode()
    except (binascii.Error, UnicodeDecodeError):
        said = name.decode("utf-8", "replace")
    return NOT_FOR_EYES.sub(" ", said)


def count_in(answer: Sequence[Any]) -> int:
    """The name comes first and may hold anything, so the last match counts."""
    lines = [one if isinstance(one, bytes) else one[0] for one in answer if one]
    counts = [found for line in lines for found in COUNT.findall(line.rpartition(b"(")[2])]
    return min(int(counts[-1]), MOST_NUMBERED) if counts else 0


def numbers_in(answer: Sequence[Any]) -> set[int]:
    """What a search found; some servers spread it over several lines."""
    words = (word for line in answer if isinstance(line, bytes) for word in line.split())
    return {int(word) for word in words if word.isdigit() and len(word) <= len("4294967295")}


def messages_in(answer: Sequence[Any]) -> Iterator[Fetched]:
    """Whatever order a server names its pieces in; news about flags alone is passed over."""
    line, pieces = b"", {}
    for one in answer:
        if isinstance(one, tuple):
            line += one[0]
            if found := AT_LENGTH.search(one[0]):
                pieces[found["name"].upper()] = one[1]
        elif one is not None:
            yield from message(line + one, pieces)
            line, pieces = b"", {}


def message(line: bytes, at_length: dict[bytes, bytes]) -> Iterator[Fetched]:
    short = {
        found["name"].upper(): unquoted_text(found["text"]) for found in IN_LINE.finditer(line)
    }
    pieces = short | at_length
    line = IN_LINE.sub(b"", line)
    uid, flags = UID.search(line), FLAGS.search(line)
    if uid and pieces:
        told = flags[1].decode("ascii", "replace").split() if flags else []
        content = pieces.get(b"HEADER", b"") + pieces.get(b"TEXT", b"")
        yield Fetched(int(uid[1]), content, tuple(told))


def unquoted_text(text: bytes) -> bytes:
    return ESCAPED.sub(rb"\1", text)
