"""The list of firms: found by words, paged by name, each with how many of its people one knows."""

from typing import NamedTuple

from django.db.models import Count

from passo.businesses.models import Business
from passo.lib.db.keyset import Order, page_of
from passo.lib.search import matching
from passo.people.listing import FOUND, SIZE, Counted, counted, number_in, where
from passo.people.models import Organisation, Position

BY_NAME = Order("sort_key")


class Firms(NamedTuple):
    rows: list[tuple[Organisation, int]]
    counted: Counted
    earlier: dict[str, str]
    later: dict[str, str]


def firms(business: Business, words: str, *, before: str = "", after: str = "") -> Firms:
    if words:
        return hits(business, words, number_in(after))
    rows = business.organisations.all()
    shown = page_of(rows, BY_NAME, SIZE, before=before, after=after)
    beside = (where(before=shown.before), where(after=shown.after))
    return Firms(with_people(shown.rows), counted(rows.order_by(*BY_NAME.columns())), *beside)


def hits(business: Business, words: str, start: int) -> Firms:
    """The best first, up to as many as are ranked."""
    lines = matching(business.search_rows.filter(kind="organisation"), words)
    ids = [int(ref) for ref in lines.values_list("ref", flat=True)[:FOUND]]
    found = business.organisations.in_bulk(ids[start : start + SIZE])
    rows = [found[pk] for pk in ids[start : start + SIZE] if pk in found]
    earlier = where(after=str(max(0, start - SIZE))) if start else {}
    later = where(after=str(start + SIZE)) if start + SIZE < len(ids) else {}
    return Firms(with_people(rows), Counted(len(ids), len(ids) >= FOUND), earlier, later)


def with_people(rows: list[Organisation]) -> list[tuple[Organisation, int]]:
    """One question for the whole page."""
    known = Position.objects.filter(
        organisation__in=[one.pk for one in rows], person__is_listed=True
    )
    counts = known.order_by().values_list("organisation").annotate(Count("person"))
    how_many: dict[int, int] = dict(counts)
    return [(one, how_many.get(one.pk, 0)) for one in rows]
