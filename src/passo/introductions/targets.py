"""A file of those one wants to meet: a name or an address a line, or a table with headings."""

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from passo.lib.refusal import Refusal
from passo.people.bringing_in.report import said
from passo.readers.records import Card
from passo.readers.sniffing import kind_of
from passo.readers.tables import Preview, preview, read_table

HEAD = 65_536  # bytes by which it is told what kind of file it is


def lines_in(file: bytes, name: str) -> list[str]:
    """Of a table each row as one would write it by hand. An empty file names nobody."""
    if not file.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return []
    if kind_of(file[:HEAD], "list.txt") not in {"table", "workbook"}:
        raise Refusal(_("%(file)s is no list of names and mail addresses.") % {"file": name})
    seen = preview(BytesIO(file))
    if seen.problem:
        raise Refusal(said(seen.problem.sentence, dict(seen.problem.values)))
    if seen.layout and len(seen.headers) > 1:
        return list(rows_of(file))
    return plain_lines(file, seen)


def rows_of(file: bytes) -> Iterator[str]:
    for row in read_table(BytesIO(file)):
        if isinstance(row, Card) and (words := words_of(row)):
            yield words


def words_of(card: Card) -> str:
    name = card.name or " ".join(filter(None, (card.given, card.family)))
    mail = card.mails[0].value if card.mails else ""
    return f"{name} <{mail}>" if name and mail else name or mail


def plain_lines(file: bytes, seen: Preview) -> list[str]:
    text = file.decode(seen.encoding, errors="replace").replace("\0", "").removeprefix("\ufeff")
    first = seen.header if seen.mapping.get("0") in {"name", "mail"} else 0
    return text.splitlines()[first:]
