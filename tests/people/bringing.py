"""Bringing in text as if it were a file, to the end, in this process."""

from pathlib import Path
from typing import Any

from passo.businesses.files import new_file
from passo.businesses.models import Business
from passo.people.bringing_in import beginning, carrying_on
from passo.people.models import Import

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Paola Rinaldi
N:Rinaldi;Paola;;;
ORG:Studio Rinaldi S.r.l.
TITLE:Building manager
EMAIL;TYPE=work:paola@studiorinaldi.example
TEL;TYPE=cell:333 1234567
END:VCARD
"""


def put(business: Business, content: str | bytes, name: str = "telefono.vcf") -> Import:
    """As after the upload: it lies there and waits to be started."""
    path = new_file(business.pk, "in")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return beginning.begin(business, path, name, by=None)


def bring(
    business: Business, content: str | bytes, name: str = "telefono.vcf", **options: Any
) -> Import:
    made = put(business, content, name)
    beginning.start(made, queue=False, **options)
    carrying_on.carry_on(business, made.pk)
    made.refresh_from_db()
    return made


def file_of(brought_by: Import) -> Path:
    from passo.businesses.files import folder_of  # noqa: PLC0415

    return folder_of(brought_by.business_id) / brought_by.file


def card(name: str, **lines: str) -> str:
    """`card("Luca Ferri", EMAIL="luca@x.example", TEL="051 5550142")`."""
    said = "".join(f"{key.replace('_', ';')}:{value}\n" for key, value in lines.items())
    family, given = name.rpartition(" ")[2], name.rpartition(" ")[0]
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nN:{family};{given};;;\n{said}END:VCARD\n"


def mail(
    number: int,
    sender: str,
    to: str,
    *,
    day: str = "Mon, 02 Nov 2026 09:00:00 +0100",
    subject: str = "The stair lights",
    heads: str = "",
    text: str = "Could you come on Tuesday?",
) -> str:
    return (
        f"From x@y.example Mon Nov  2 09:00:00 2026\nMessage-ID: <{number}@post.example>\n"
        f"Date: {day}\nFrom: {sender}\nTo: {to}\n{heads}Subject: {subject}\n\n{text}\n\n"
    )


def calendar(*events: str) -> str:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{body}END:VCALENDAR\n"
