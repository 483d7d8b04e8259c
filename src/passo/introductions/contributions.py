"""The list of what was given and received: what is wished for, in pages."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from passo.businesses.models import Business
from passo.introductions.balance import with_people
from passo.introductions.models import Contribution
from passo.introductions.models.contribution import Contributions, Kind
from passo.lib.db.keyset import Order, page_of
from passo.people.models import Person
from passo.people.person_forms import is_number

SIZE = 30
NEWEST = Order("on", is_falling=True)
SHOWS = ("given", "received", "unthanked")


class Wish(NamedTuple):
    """What narrows the list, as it stands in the address of the page."""

    show: str = ""
    kind: str = ""
    person: Person | None = None

    def query(self, **changes: Any) -> str:
        """All that is said, for an address; what is empty is not."""
        person = str(self.person.pk) if self.person else ""
        values = {"show": self.show, "kind": self.kind, "person": person} | changes
        return urlencode({name: value for name, value in values.items() if value})


class Listed(NamedTuple):
    rows: list[Contribution]
    before: str
    after: str


def wish_of(business: Business, asked: Mapping[str, str]) -> Wish:
    """What the address says wrongly, or of somebody who is not here, is not said."""
    show, kind, number = (asked.get(name, "") for name in ("show", "kind", "person"))
    person = business.people.filter(pk=number).first() if is_number(number) else None
    return Wish(
        show if show in SHOWS else "",
        kind if kind in Kind.values else "",
        person.merged_into or person if person else None,
    )


def those(business: Business, wish: Wish) -> "Contributions":
    rows: Contributions = business.contributions.all()
    if wish.show:
        rows = getattr(rows, wish.show)()
    if wish.kind:
        rows = rows.filter(kind=wish.kind)
    return rows.filter(person=wish.person) if wish.person else rows


def listed(business: Business, wish: Wish, *, before: str = "", after: str = "") -> Listed:
    """One page, the newest first."""
    rows = with_people(those(business, wish))
    shown = page_of(rows, NEWEST, SIZE, before=before, after=after)
    return Listed(shown.rows, shown.before, shown.after)
