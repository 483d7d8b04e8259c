"""Who stands in a field of addresses, as people and programs really write them.

Names in quotes, in comments, in encoded words, with commas that nobody quoted; groups, routes,
addresses of other alphabets. What has no address is left out, and nothing else suffers from it.
"""

import re
from collections.abc import Iterator

from passo.readers.mail.words import words
from passo.readers.records import Mailbox

LONGEST_NAME, LONGEST_LOCAL, LONGEST_ADDRESS = 200, 64, 254
QUOTED = re.compile(r'\s*"([^"\\]*)"\s*<([^<>@\s]+@[^<>@\s]+)>\s*')
BEFORE_AT = re.compile(r"[^\s<>@\"']+$")
AFTER_AT = re.compile(r"[^\s<>@\"']{1,255}")
MOST_SIGNS = 10  # of an @ in one entry, before it is given up
HARD_SIGNS = re.compile(r"[\"();:\\\[]|=\?")
TOKEN = re.compile(
    r"""(?P<word>=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=)
      | (?P<quoted>"[^"\\]*(?:\\.[^"\\]*)*")
      | (?P<angle><[^<>]*>)
      | (?P<mark>[,;:()])
      | (?P<plain>[^"<,;:()=\\]+|.)""",
    re.VERBOSE | re.DOTALL,
)
WITHOUT_QUOTES = re.compile(
    r"(?P<angle><[^<>]*>)|(?P<mark>[,;:()])|(?P<plain>[^<,;:()]+|.)", re.DOTALL
)
SCHEME = re.compile(r"^(?:mailto|smtp):|^@[^:]*:")  # or a route, as of old
COMMENT = re.compile(r"\([^()]*\)")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def mailboxes(value: str) -> Iterator[Mailbox]:
    """Each address of a field with its name, in their order.

    >>> [box.address for box in mailboxes('Friends: "Rossi, Anna" <Anna@X.it>, b@y.it (Ben);')]
    ['anna@x.it', 'b@y.it']
    """
    if "=?" not in value and (easy := QUOTED.fullmatch(value)):
        yield from box(easy[1], easy[2])
        return
    if HARD_SIGNS.search(value):
        yield from with_care(value)
        return
    lost = ""
    for piece in value.split(","):
        if "@" not in piece:
            lost = piece.strip()
            continue
        name, angle, rest = piece.partition("<")
        if angle and "@" not in name:
            yield from box(with_lost(lost, name.strip()), rest.partition(">")[0])
        else:
            yield from from_piece(piece)
        lost = ""


def with_lost(lost: str, name: str) -> str:
    """A family name that a comma nobody quoted has cut off: Rossi, Anna <a@x.it>."""
    return f"{lost}, {name}" if lost[:1].isupper() and name else name


def from_piece(piece: str) -> Iterator[Mailbox]:
    begin, address = bare(piece)
    if address:
        yield from box(piece[:begin].strip(" <'"), address)


def bare(text: str) -> tuple[int, str]:
    """Where the first address in a text begins, and the address; looks near each @ alone."""
    at = -1
    for _count in range(MOST_SIGNS):
        if (at := text.find("@", at + 1)) < 0:
            break
        near = text[max(0, at - LONGEST_LOCAL) : at]
        before, after = BEFORE_AT.search(near), AFTER_AT.match(text, at + 1)
        if before and after:
            return at - len(before[0]), f"{before[0]}@{after[0]}"
    return 0, ""


class Entry:
    """What has been read of one address so far."""

    __slots__ = ("address", "comment", "name")

    def __init__(self) -> None:
        self.name, self.comment, self.address = "", "", ""

    def boxes(self) -> Iterator[Mailbox]:
        if self.address:
            yield from box(self.name or self.comment, self.address)
        elif (found := bare(self.name))[1]:
            rest = self.name[: found[0]].strip()
            yield from box(rest or self.comment, found[1])
        elif "=?" in self.name and "@" in (text := words(self.name[: 10 * LONGEST_NAME])):
            yield from from_piece(text)


def with_care(value: str) -> Iterator[Mailbox]:
    entry, deep, lost = Entry(), 0, ""
    for token in tokens(value):
        kind, text = token.lastgroup, token[0]
        if text == "(" and kind == "mark":
            deep += 1
        elif text == ")" and kind == "mark":
            deep = max(0, deep - 1)
        elif deep:
            entry.comment += text if len(entry.comment) < LONGEST_NAME else ""
        elif kind == "mark" and text == ":":
            entry = Entry()  # the name of a group
        elif kind == "mark":
            yield from finished(entry, lost)
            lost = "" if entry.address or "@" in entry.name else entry.name.strip()
            entry = Entry()
        elif kind == "angle":
            entry.address = entry.address or text[1:-1]
        elif len(entry.name) < 10 * LONGEST_NAME:
            entry.name += unquoted(text) if kind == "quoted" else text
    yield from finished(entry, lost)


def tokens(value: str) -> Iterator[re.Match[str]]:
    """After a quote that nobody closed, quotes are letters like others."""
    for token in TOKEN.finditer(value):
        if token[0] == '"':
            yield from WITHOUT_QUOTES.finditer(value, token.end())
            return
        yield token


def finished(entry: Entry, lost: str) -> Iterator[Mailbox]:
    if entry.address and lost:
        entry.name = with_lost(lost, entry.name.strip())
    yield from entry.boxes()


def unquoted(text: str) -> str:
    return ESCAPED.sub(r"\1", text[1:-1])


def box(name: str, address: str) -> Iterator[Mailbox]:
    """One of them, or none where the address is none."""
    clean = cleaned(address)
    if clean:
        yield Mailbox(named(name, clean), clean)


def named(name: str, address: str) -> str:
    """The name without quotes; empty where it only says the address again."""
    if not name:
        return ""
    text = words(name[: 10 * LONGEST_NAME]).strip("\"' ,<>")
    return "" if text.lower() == address or bare(text) == (0, text) else text[:LONGEST_NAME]


def cleaned(address: str) -> str:
    """In small letters, without a route, and with the domain in its own alphabet."""
    address = address[: 4 * LONGEST_ADDRESS]
    text = words(address) if "=?" in address or not address.isascii() else address
    if "(" in text:
        text = COMMENT.sub("", text)
    text = SCHEME.sub("", text.strip("\"' \t\r\n<>").lower(), count=1)
    local, at, domain = text.replace(" ", "").rpartition("@")
    domain = domain.strip(".,;'\"")
    if not (local and at and domain) or len(text) > LONGEST_ADDRESS or not text.isprintable():
        return ""
    return f"{local.strip(chr(34))}@{own_alphabet(domain) if 'xn--' in domain else domain}"


def own_alphabet(domain: str) -> str:
    """xn--bcher-kva.example as people write it: bücher.example."""
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
