"""The text of an HTML mail in one pass; what it quotes gets "> " before each line.

It does not build a tree and never looks at a letter twice, so a hostile body costs no more than
an honest one. It is only for reading: nothing of it is ever shown as HTML.
"""

import re
from html import unescape

from passo.readers.mail.words import word_set

LONGEST_HTML = 256 * 1024
LONGEST_RESULT = 64 * 1024
NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
SPACE = re.compile(r"[ \t\r\n\f\xa0\u200b\u200c\u034f]+")
BLOCKS = word_set(
    """
    p div br tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer
    center dd dt form address
    """
)
PARAGRAPHS = word_set("p h1 h2 h3 h4 h5 h6 ul ol blockquote")
SILENT = word_set("style script title svg xml noscript template")
SIGNATURES = ("gmail_signature", "moz-signature", "protonmail_signature_block")


class Page:
    """What has been read of the page so far."""

    __slots__ = ("length", "line", "lines", "quoted")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quoted, self.length = 0, 0

    def say(self, text: str) -> None:
        if text:
            self.line.append(text)
            self.length += len(text)

    def end_line(self, *, paragraph: bool = False) -> None:
        text = SPACE.sub(" ", readable("".join(self.line))).strip()
        self.line.clear()
        if text:
            self.lines.append(f"> {text}" if self.quoted else text)
        if paragraph and self.lines and self.lines[-1]:
            self.lines.append("")


def text_of_html(page: str) -> str:
    r"""The text as a person sees it, one line for each line, quoted lines marked.

    >>> text_of_html("<p>Ciao&nbsp;Anna,<br>a domani<blockquote>Quando?</blockquote>")
    'Ciao Anna,\na domani\n\n> Quando?'
    """
    seen, at, size = Page(), 0, min(len(page), LONGEST_HTML)
    while at < size and seen.length < LONGEST_RESULT:
        begin = page.find("<", at, size)
        if begin < 0:
            seen.say(page[at:size])
            break
        seen.say(page[at:begin])
        at = step(page, begin, size, seen)
    seen.end_line()
    return "\n".join(seen.lines).strip()


def readable(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a character with thousands of digits
        return text


def step(page: str, begin: int, size: int, seen: Page) -> int:
    """Goes past one tag or comment, and says where the text goes on."""
    if page.startswith("<!--", begin):
        end = page.find("-->", begin + 4, size)
        return end + 3 if end >= 0 else size
    name = NAME.match(page, begin + 1, size)
    if not name and page[begin + 1 : begin + 2] not in {"!", "?", "/"}:
        seen.say("&lt;")
        return begin + 1
    end = page.find(">", begin, size)
    if end < 0:
        return size
    if not name:
        return end + 1
    tag = name[0].lower()
    if tag in SILENT:
        return past(page, tag, end + 1, size)
    if tag.lstrip("/") in BLOCKS:
        turn(tag, page[name.end() : min(end, name.end() + 500)], seen)
    elif tag in {"td", "/td", "th"}:
        seen.say(" ")
    return end + 1


def past(page: str, tag: str, at: int, size: int) -> int:
    """Where something that is not to be read ends."""
    if page[at - 2 : at - 1] == "/":
        return at
    closing = re.compile(f"</{tag}[^>]{{0,100}}>", re.IGNORECASE).search(page, at, size)
    return closing.end() if closing else size


def turn(tag: str, attributes: str, seen: Page) -> None:
    """A new line, and perhaps the beginning or end of what is quoted or of a signature."""
    seen.end_line(paragraph=tag.lstrip("/") in PARAGRAPHS)
    if tag == "blockquote":
        seen.quoted += 1
    elif tag == "/blockquote":
        seen.quoted = max(0, seen.quoted - 1)
    elif tag == "div" and any(mark in attributes for mark in SIGNATURES) and not seen.quoted:
        seen.lines.append("-- ")
    elif tag == "hr":
        seen.lines.append("")
