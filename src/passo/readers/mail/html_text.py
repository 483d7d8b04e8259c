"""The text of an HTML mail in one pass; what it quotes gets "> " before each line.

It does not build a tree and looks at each letter a fixed number of times, so a hostile body costs
no more than an honest one. It is only for reading: nothing of it is ever shown as HTML.
"""

import re
from html import unescape

from passo.readers.mail.words import word_set

LONGEST_HTML = 256 * 1024
LONGEST_RESULT = 64 * 1024
ATTRIBUTES_READ = 300
BREAKS = word_set(
    """
    div br tr li table hr pre section article header footer center dd dt form address
    /div /tr /li /table /pre /section /article /header /footer /center /form br/ hr/
    """
)
PARAGRAPHS = word_set("p h1 h2 h3 h4 h5 h6 ul ol blockquote")
TURNS = BREAKS | PARAGRAPHS | {f"/{name}" for name in PARAGRAPHS}
CELLS = frozenset({"td", "th"})
# Where each thing that is not to be read begins and ends. Comments first: they may hold the rest.
SILENT = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    *(
        (
            re.compile(rf"<{name}\b", re.IGNORECASE),
            re.compile(rf"</{name}\b[^>]{{0,99}}>?", re.IGNORECASE),
        )
        for name in ("style", "script", "title", "svg", "template")
    ),
)
SIGNATURE = re.compile("gmail_signature|moz-signature|protonmail_signature_block")


class Page:
    """What has been read of the page so far."""

    __slots__ = ("length", "line", "lines", "quoted")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quoted, self.length = 0, 0

    def end_line(self) -> None:
        if not self.line:
            return
        text = "".join(self.line)
        self.line.clear()
        text = " ".join((readable(text) if "&" in text else text).split())
        if text:
            self.lines.append(f"> {text}" if self.quoted else text)

    def begin_paragraph(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def text_of_html(page: str) -> str:
    r"""The text as a person sees it, one line for each line, quoted lines marked.

    >>> text_of_html("<p>Ciao&nbsp;Anna,<br>a domani<blockquote>Quando?</blockquote>")
    'Ciao Anna,\na domani\n\n> Quando?'
    """
    page = page[:LONGEST_HTML]
    for begins, ends in SILENT:
        page = without(page, begins, ends)
    before, *chunks = page.split("<")
    seen = Page()
    seen.line.append(before)
    for chunk in chunks:
        step(chunk, seen)
        if seen.length > LONGEST_RESULT:
            break
    seen.end_line()
    return "\n".join(seen.lines).strip()


def without(page: str, begins: re.Pattern[str], ends: re.Pattern[str]) -> str:
    """The page without all that stands between the two, or after the first that has no second."""
    kept: list[str] = []
    at = 0
    while found := begins.search(page, at):
        kept.append(page[at : found.start()])
        end = ends.search(page, found.end())
        at = end.end() if end else len(page)
    return "".join((*kept, page[at:])) if kept else page


def readable(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a character with thousands of digits
        return text


def step(chunk: str, seen: Page) -> None:
    """One tag and the text after it; a < that begins no tag is a letter."""
    tag, closed, text = chunk.partition(">")
    if not (tag[:1].isalpha() or tag[:1] in {"/", "!", "?"}):
        seen.line.append("&lt;" + chunk)
        return
    if not closed:
        return
    name, *rest = tag[:ATTRIBUTES_READ].split(maxsplit=1)
    if (name := name.lower()) in TURNS:
        turn(name, rest, seen)
    elif name in CELLS:
        seen.line.append(" ")
    if text:
        seen.line.append(text)
        seen.length += len(text)


def turn(name: str, attributes: list[str], seen: Page) -> None:
    """A new line, and perhaps the beginning or end of what is quoted or of a signature."""
    seen.end_line()
    bare = name.lstrip("/")
    if bare in PARAGRAPHS:
        seen.begin_paragraph()
    if bare == "blockquote":
        seen.quoted = seen.quoted + 1 if name == bare else max(0, seen.quoted - 1)
    elif name == "div" and attributes and not seen.quoted and SIGNATURE.search(attributes[0]):
        seen.lines.append("-- ")
