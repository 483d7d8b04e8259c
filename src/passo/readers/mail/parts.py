"""The text of a mail out of its parts: a small walk through MIME that stops when it has enough."""

import binascii
from collections.abc import Iterator, Mapping

from passo.readers.mail.heads import fields, parted
from passo.readers.mail.html_text import text_of_html
from passo.readers.mail.words import decoded, from_base64, parameter

LONGEST_TEXT = 256 * 1024  # bytes, once decoded
LONGEST_CODED = 2 * LONGEST_TEXT
DEEPEST, MOST_PARTS = 8, 100
SPACES = b" \t\r\n"


def text_of(found: Mapping[str, str], body: bytes, deep: int = 0) -> tuple[str, str]:
    """The plain text of a part, and how it was written: plain, html, or empty for none."""
    kind = found.get("content-type", "text/plain").partition(";")[0].strip().lower()
    if kind.startswith("multipart/"):
        return text_of_parts(found, body[:LONGEST_CODED], kind, deep)
    if found.get("content-disposition", "").lower().startswith("attachment"):
        return "", ""
    if kind in {"text/html", "application/xhtml+xml"}:
        return text_of_html(leaf(found, body)), "html"
    if kind in {"text/plain", "text", "", "text/enriched", "text/markdown"} or "/" not in kind:
        return leaf(found, body), "plain"
    return "", ""


def leaf(found: Mapping[str, str], body: bytes) -> str:
    how = found.get("content-transfer-encoding", "").strip().lower()
    content = body[:LONGEST_CODED]
    if how == "base64":
        content = from_base64(content)
    elif how == "quoted-printable":
        content = binascii.a2b_qp(content)
    charset = parameter(found.get("content-type", ""), "charset")
    return decoded(content[:LONGEST_TEXT], charset).replace("\r\n", "\n").replace("\0", "")


def text_of_parts(found: Mapping[str, str], body: bytes, kind: str, deep: int) -> tuple[str, str]:
    """Of alternatives the plain one if it says anything, else all text parts in their order."""
    boundary = parameter(found.get("content-type", ""), "boundary").encode("latin-1", "replace")
    if not boundary or deep > DEEPEST:
        return "", ""
    texts: list[str] = []
    best = ""
    for part in pieces(body, boundary):
        head, content = parted(part)
        text, how = text_of(fields(head), content, deep + 1)
        if not text.strip():
            continue
        if kind == "multipart/alternative" and how == "plain":
            return text, how
        best = best or how
        if how == best:
            texts.append(text)
    return ("\n\n".join(texts[:1] if kind == "multipart/alternative" else texts), best)


def pieces(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """What stands between the boundaries; a last one that was cut off counts too."""
    mark = b"\n--" + boundary
    at = 0 if body.startswith(mark[1:]) else body.find(mark) + 1
    if not at and not body.startswith(mark[1:]):
        return
    at += len(mark) - 1
    for _count in range(MOST_PARTS):
        if body.startswith(b"--", at):
            return
        end = after(body, mark, at)
        line = body.find(b"\n", at, end) + 1
        yield body[line or end : end]
        if end == len(body):
            return
        at = end + len(mark)


def after(body: bytes, mark: bytes, at: int) -> int:
    """Where the next boundary is, and not one that only begins alike."""
    end = body.find(mark, at - 1)
    while end >= 0 and body[end + len(mark) : end + len(mark) + 1] not in (*SPACES_AND_END,):
        end = body.find(mark, end + len(mark))
    return end if end >= 0 else len(body)


SPACES_AND_END = (b" ", b"\t", b"\r", b"\n", b"-", b"")
