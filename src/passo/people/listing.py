"""The list of people: what is wished for, who that is, how many, in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import (
    BigIntegerField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from passo.businesses.models import Business
from passo.lib.db.keyset import BIGGEST, Order, page_of
from passo.lib.search import fold, matching
from passo.lib.search.matching import MOST_LETTERS, MOST_WORDS, like
from passo.people.models import ContactPoint, Organisation, Person, Tagging
from passo.people.models.person import Warmth
from passo.people.organisation_names import organisation_key

SIZE = 40
COUNTED = 1_000  # beyond, a list says “1,000+”: nobody needs the figure, and counting takes long
COUNTED_AMONG_FEWER = 200  # where several filters have to be asked of each
FOUND = 500  # hits of a search that are ranked
FEW = (
    5_000  # so many are gathered first and sorted; of more, the index of the order meets some soon
)
LONGEST = 200

ORDERS = {
    "name": Order("sort_key"),
    "closest": Order("strength", is_falling=True),
    "last": Order("last_touch_at", is_falling=True),
    "due": Order("due_on"),
}
REACHES = ("mail", "phone", "none")


@dataclass(frozen=True)
class Wish:
    """Everything that narrows or orders the list, as it stands in the address of the page."""

    q: str = ""
    sort: str = "name"
    warmth: str = ""
    tag: int = 0
    organisation: str = ""  # a number, or a name as somebody types it
    came_with: int = 0
    reach: str = ""
    spoken: str = ""
    left_out: str = ""

    @property
    def filters(self) -> dict[str, Any]:
        """What narrows the list, by name, words apart."""
        names = ("warmth", "tag", "organisation", "came_with", "reach", "spoken")
        return {name: value for name in names if (value := getattr(self, name))}

    @property
    def is_search(self) -> bool:
        """The best hits first. Whoever is left out is in no search: their names are looked at."""
        return bool(self.q and not self.left_out)

    def with_(self, **changes: Any) -> "Wish":
        return replace(self, **changes)

    @property
    def said(self) -> list[tuple[str, str | int]]:
        """By name, but for what is as usual."""
        usual = asdict(Wish())
        return [(name, value) for name, value in asdict(self).items() if value != usual[name]]

    @property
    def query(self) -> str:
        return urlencode(self.said)


KNOWN = {
    "sort": ORDERS,
    "warmth": Warmth.values,
    "reach": REACHES,
    "spoken": ("never",),
    "left_out": ("1",),
}


def wish_of(asked: Mapping[str, str]) -> Wish:
    """What an address asks for; what it says wrongly, or of things that are gone, is not said."""
    values: dict[str, Any] = {}
    for field in fields(Wish):
        text = " ".join(str(asked.get(field.name, "")).replace("\0", "").split())[:LONGEST]
        if field.type is int or field.type == "int":
            values[field.name] = number_in(text)
        elif text and text in KNOWN.get(field.name, (text,)):
            values[field.name] = text
    wish = Wish(**values)
    never_had_it = wish.spoken and wish.sort in {"last", "due"}
    return wish.with_(sort="name") if never_had_it or wish.left_out else wish


def number_in(text: str) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) < len(str(BIGGEST))
    return int(text) if is_number else 0


class Counted(NamedTuple):
    number: int
    is_more: bool


class Listed(NamedTuple):
    """`earlier` and `later` say in an address where the pages beside begin, if there are any."""

    people: list[Person]
    counted: Counted
    earlier: dict[str, str]
    later: dict[str, str]


def listed(business: Business, wish: Wish, *, before: str = "", after: str = "") -> Listed:
    """One page, and how many there are in all."""
    order = ORDERS["closest" if wish.is_search else wish.sort]
    people = whoever(business, wish, order)
    rows = people.select_related("organisation").defer("note", "strength_because")
    if wish.is_search:
        return best_hits(business, wish, rows, after)
    shown = page_of(in_order(rows, wish), order, SIZE, before=before, after=after)
    beside = (where(before=shown.before), where(after=shown.after))
    return Listed(shown.rows, count_of(business, wish, people), *beside)


def count_of(business: Business, wish: Wish, people: QuerySet[Person]) -> Counted:
    """Warmth and silence are counted along the index that has them together."""
    most = COUNTED if len(wish.filters) < 2 else COUNTED_AMONG_FEWER  # noqa: PLR2004
    order = ORDERS[wish.sort]
    if wish.warmth or wish.spoken:
        order = ORDERS["closest"]
        people = whoever(business, wish, order)
    people = in_order(people, wish).order_by(*order.columns())
    if order != ORDERS["closest"] and (wish.tag or wish.organisation or wish.came_with):
        people = people.order_by()  # a few that are gathered need no order to be counted
    return counted(people, most)


def where(**marks: str) -> dict[str, str]:
    return {name: mark for name, mark in marks.items() if mark}


def in_order(people: QuerySet[Person], wish: Wish) -> QuerySet[Person]:
    """Only those who have what the list is sorted by."""
    if wish.sort == "last":
        return people.filter(last_touch_at__isnull=False)
    return people.filter(due_on__isnull=False) if wish.sort == "due" else people


def counted(rows: QuerySet[Any], most: int = COUNTED) -> Counted:
    """Rows in the order of an index are counted along it."""
    number = rows.values("pk")[: most + 1].count()
    return Counted(min(number, most), number > most)


def whoever(business: Business, wish: Wish, order: Order) -> QuerySet[Person]:
    """All that the wish asks for, but for the words of a search among those who are listed."""
    people: QuerySet[Person] = business.people.listed()
    if wish.left_out:
        words = (Q(sort_key__contains=word) for word in fold(wish.q).split())
        people = business.people.filter(*words, is_left_out=True, merged_into=None)
    for narrow in (with_tag, at_organisation, from_import, within_reach):
        people = narrow(business, people, wish)
    return never_spoken(business, of_warmth(business, people, wish, order), wish, order)


def among(people: QuerySet[Person], rows: QuerySet[Any]) -> QuerySet[Person]:
    """Those to whom the rows belong. A few are gathered first; of many, a list meets some soon."""
    rows = rows.order_by()
    if rows[: FEW + 1].count() <= FEW:
        return these(people, rows.values("person"))
    return people.filter(Exists(rows.filter(person=OuterRef("pk"))))


def these(people: QuerySet[Person], ids: Any) -> QuerySet[Person]:
    """Said so that a database without statistics goes from the few to their rows."""
    few = people.model._default_manager.filter(pk__in=ids)
    return few.filter(Exists(people.filter(pk=OuterRef("pk"))))


def of_warmth(
    business: Business, people: QuerySet[Person], wish: Wish, order: Order
) -> QuerySet[Person]:
    """An index has them in the order of closeness; it leaves out those of no warmth."""
    if not wish.warmth:
        return people
    alike = Q(warmth=wish.warmth) & ~Q(warmth="")
    if order == ORDERS["closest"]:
        return people.filter(alike)
    if are_few(business, alike):
        return these(people, business.people.listed().filter(alike).values("pk"))
    return people.alias(now=Coalesce(F("warmth"), Value(""))).filter(now=wish.warmth)


def never_spoken(
    business: Business, people: QuerySet[Person], wish: Wish, order: Order
) -> QuerySet[Person]:
    """Nobody is close without a touch, so the order of closeness leads to them."""
    if not wish.spoken:
        return people
    alike = Q(strength=0, touch_count=0)
    if order == ORDERS["closest"]:
        return people.filter(alike)
    if are_few(business, alike):
        return these(people, business.people.listed().filter(alike).values("pk"))
    return people.filter(touch_count=0)


def are_few(business: Business, alike: Q) -> bool:
    found = business.people.listed().filter(alike).order_by("-strength", "-pk")
    return found[: FEW + 1].count() <= FEW


def with_tag(business: Business, people: QuerySet[Person], wish: Wish) -> QuerySet[Person]:
    tag = business.tags.filter(pk=wish.tag).first() if wish.tag else None
    return among(people, tag.taggings.all()) if tag else people


def at_organisation(business: Business, people: QuerySet[Person], wish: Wish) -> QuerySet[Person]:
    if not wish.organisation:
        return people
    firm = organisation_of(business, wish.organisation)
    return among(people, firm.positions.all()) if firm else people.none()


def organisation_of(business: Business, said: str) -> Organisation | None:
    """By number, else by name: in any spelling, else the first that begins so."""
    firms = business.organisations
    if number := number_in(said):
        return firms.filter(pk=number).first()
    known = firms.filter(key=organisation_key(said)).first()
    beginning = fold(said)
    if known or not beginning:
        return known
    return firms.filter(sort_key__startswith=beginning).order_by("sort_key", "pk").first()


def from_import(business: Business, people: QuerySet[Person], wish: Wish) -> QuerySet[Person]:
    brought_by = business.imports.filter(pk=wish.came_with).first() if wish.came_with else None
    if not brought_by:
        return people
    return among(people, brought_by.sources.all())


def within_reach(business: Business, people: QuerySet[Person], wish: Wish) -> QuerySet[Person]:
    """An index has the kinds of each person's ways together; it knows nothing of businesses."""
    if not wish.reach:
        return people
    ways = ContactPoint.objects.filter(person=OuterRef("pk"))
    if wish.reach == "none":
        return people.filter(~Exists(ways.filter(kind__in=("mail", "phone"))))
    known = business.contact_points.filter(kind=wish.reach)
    if known[: FEW + 1].count() <= FEW:
        return these(people, known.values("person"))
    return people.filter(Exists(ways.filter(kind=wish.reach)))


def best_hits(business: Business, wish: Wish, people: QuerySet[Person], after: str) -> Listed:
    """The best first; whoever does not find somebody among five hundred types another letter."""
    ids = hits(business, wish, people)
    start = number_in(after)
    rows = in_this_order(people, ids[start : start + SIZE])
    earlier = where(after=str(max(0, start - SIZE))) if start else {}
    later = where(after=str(start + SIZE)) if start + SIZE < len(ids) else {}
    return Listed(rows, Counted(len(ids), len(ids) >= FOUND), earlier, later)


def hits(business: Business, wish: Wish, people: QuerySet[Person]) -> list[int]:
    """Of a few the lines are read; of many those who are hit are looked at."""
    rows, only = business.search_rows.filter(kind="person"), None
    if wish.filters:
        ids = people.values_list("pk", flat=True)[: FOUND + 1]
        if len(ids) <= FOUND:
            rows = rows.filter(ref__in=[str(pk) for pk in ids])
        else:
            person = Cast(OuterRef("ref"), BigIntegerField())
            only = Q(Exists(people.filter(pk=person)))
    found = matching(rows, wish.q, only=only).values_list("ref", flat=True)[:FOUND]
    return [int(ref) for ref in found]


def in_this_order(people: QuerySet[Person], ids: Sequence[int]) -> list[Person]:
    found = people.order_by().in_bulk(list(ids))
    return [found[pk] for pk in ids if pk in found]


def tags_of(people: Sequence[Person]) -> dict[int, list[Tagging]]:
    """By person, in alphabetical order: one question for the whole page."""
    found: dict[int, list[Tagging]] = {}
    rows = Tagging.objects.filter(person__in=[person.pk for person in people])
    for one in rows.select_related("tag").order_by("tag__key"):
        found.setdefault(one.person_id, []).append(one)
    return found


def every_id(business: Business, wish: Wish) -> list[int]:
    """Everybody whom the wish means, on whichever page: for what is done to all of them."""
    people = whoever(business, wish, ORDERS["closest"])
    if not wish.is_search:
        return list(in_order(people, wish).values_list("pk", flat=True))
    rows = business.search_rows.filter(kind="person")
    words = [like(word[:MOST_LETTERS], "folded") for word in fold(wish.q).split()[:MOST_WORDS]]
    hit = {int(ref) for ref in rows.filter(*words).values_list("ref", flat=True)} if words else ()
    return [pk for pk in people.values_list("pk", flat=True) if pk in hit]
