"""The four files of an export: what each is called, and who writes it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business
from passo.people.yours.as_calendar import write_events
from passo.people.yours.as_cards import write_cards
from passo.people.yours.as_json import write_json
from passo.people.yours.as_table import write_people
from passo.people.yours.plain import People


class File(NamedTuple):
    name: str
    write: Callable[[Business, People | None], Iterator[str]]
    says: object  # for whoever chooses


FILES = {
    "vcard": File("contacts.vcf", write_cards, _("Contacts for phones and address books (vCard)")),
    "csv": File("contacts.csv", write_people, _("A table for spreadsheets, Google and Outlook")),
    "ics": File("calendar.ics", write_events, _("Meetings, visits and calls for a calendar")),
    "json": File("people.json", write_json, _("Everything, to be brought in again by Passo")),
}
ALL = "all"


def of_everything(business: Business) -> Iterator[tuple[str, Iterator[str]]]:
    """For the export of a whole business: it lies in it beside the plain tables."""
    for file in FILES.values():
        yield f"people/{file.name}", file.write(business, None)
