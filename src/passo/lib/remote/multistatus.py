"""The XML that calendar and address book servers speak (RFC 4918, 4791, 6352, 6578)."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

D, CAL, CARD = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{urn:ietf:params:xml:ns:carddav}"
SPACES = (
    'xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="urn:ietf:params:xml:ns:carddav"'
)
MOST_INSIDE = 100_000  # beginnings and ends in one answer: memory holds one answer at a time
HEAD = '<?xml version="1.0" encoding="utf-8"?>'


@dataclass(frozen=True, slots=True)
class Told:
    """What was said about one address: `status` is 200 where nothing else was said."""

    href: str
    status: int = 200
    props: dict[str, Element] = field(default_factory=dict)

    def text(self, name: str) -> str:
        found = self.props.get(name)
        return (found.text or "").strip() if found is not None else ""

    def hrefs(self, name: str) -> list[str]:
        found = self.props.get(name)
        inner = found.iter(f"{D}href") if found is not None else ()
        return [one.text.strip() for one in inner if one.text and is_address(one.text)]

    def is_a(self, kind: str) -> bool:
        types = self.props.get(f"{D}resourcetype")
        return types is not None and types.find(kind) is not None


class NotUnderstoodError(ValueError):
    """This is not the XML it should be."""


def told_in(body: bytes) -> Iterator[Told]:
    """One by one, each forgotten before the next: an address book may have 100,000 cards."""
    for element in elements(body):
        one = told(element)
        if is_address(one.href):
            yield one


def sync_token_in(body: bytes) -> str:
    """Stands after all the answers."""
    return next((one.text or "" for one in elements(body, f"{D}sync-token")), "").strip()


def elements(body: bytes, wanted: str = f"{D}response") -> Iterator[Element]:
    """Children of the root with that name."""
    try:
        depth, inside, root = 0, 0, None
        for event, element in iterparse(io.BytesIO(body), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            inside += 1
            root = element if root is None else root
            if inside > MOST_INSIDE:
                raise NotUnderstoodError
            if event == "end" and depth == 1:
                if element.tag == wanted:
                    yield element
                root.clear()
                inside = 0
    except (ParseError, DefusedXmlException) as problem:
        raise NotUnderstoodError from problem


def is_address(href: str) -> bool:
    """`http://[x` is none, and cannot even be looked at."""
    try:
        urlsplit(href)
    except ValueError:
        return False
    return True


def told(element: Element) -> Told:
    props: dict[str, Element] = {}
    status = status_of(element)
    for part in element.findall(f"{D}propstat"):
        if status_of(part) == 200:  # noqa: PLR2004
            props |= {one.tag: one for one in part.findall(f"{D}prop/*")}
    return Told((element.findtext(f"{D}href") or "").strip(), status, props)


def status_of(element: Element) -> int:
    """`HTTP/1.1 404 Not Found`."""
    words = (element.findtext(f"{D}status") or "").split()
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() else 200


def propfind(*names: str) -> str:
    inner = "".join(f"<{name}/>" for name in names)
    return f"{HEAD}<propfind {SPACES}><prop>{inner}</prop></propfind>"


def sync_report(token: str) -> str:
    return (
        f"{HEAD}<sync-collection {SPACES}><sync-token>{escape(token)}</sync-token>"
        "<sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"
    )


def multiget(report: str, content: str, hrefs: Iterable[str]) -> str:
    inner = "".join(f"<href>{escape(href)}</href>" for href in hrefs)
    return f"{HEAD}<{report} {SPACES}><prop><getetag/><{content}/></prop>{inner}</{report}>"
