"""Whom among those we know it is worth to bring together: what one lacks and the other does.

Both are close enough that we may ask them, neither wants to be left alone, they do not know each
other yet, and the owner has not dropped the idea.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.engine.meaning import Match, matches
from passo.introductions.models import Meaning
from passo.introductions.understanding import Place, texts_of
from passo.lib import meaning
from passo.people.models import Person
from passo.people.models.person import Consent, Warmth
from passo.people.ties import WARM

Part = Meaning.Part
MOST = 5
LEAST_ALIKE = 0.4  # of sixty needs, as in benchmarks/meaning.py, four of five so close were right
CLOSEST = 4_000  # people, the closest to us, who come into question
EACH = 12  # capabilities for each need; some fall away
MOST_TRIED = 400

Pair = frozenset[int]


@dataclass(frozen=True, slots=True)
class Worthy:
    """`lacks` needs or cares about `need`; `offer` is what tells of `gives`."""

    lacks: Person
    gives: Person
    need: str
    offer: str
    is_need: bool
    likeness: float

    @property
    def reason(self) -> str:
        values = {
            "lacks": self.lacks.first_name,
            "need": self.need,
            "gives": self.gives.first_name,
            "offer": self.offer,
        }
        if self.is_need:
            return _("%(lacks)s needs “%(need)s”, and of %(gives)s you keep “%(offer)s”.") % values
        return (
            _("%(lacks)s cares about “%(need)s”, and of %(gives)s you keep “%(offer)s”.") % values
        )

    @property
    def query(self) -> str:
        """For the page on which the ask to both is written."""
        about = {"target": str(self.lacks.pk), "other": str(self.gives.pk), "purpose": self.need}
        return urlencode(about)


class Side(NamedTuple):
    """Texts of one kind: whose, by which mark they were read, and what they mean."""

    places: list[Place]
    marks: list[str]
    vectors: meaning.Vectors


def worthy(business: Business, *, most: int = MOST) -> list[Worthy]:
    """The closest in meaning first; nobody twice in one list."""
    who = in_question(business)
    needs = side(business, who, [Part.NEEDS, Part.CARES])
    if not needs.places:
        return []
    offers = side(business, who, [Part.WORK, Part.NOTE])
    found = matches(needs.vectors, offers.vectors, each=EACH, least=LEAST_ALIKE)
    found = sorted(found, key=lambda one: needs.places[one.need].part != Part.NEEDS)[:MOST_TRIED]
    return list(chosen(business, needs, offers, found, most))


def in_question(business: Business) -> "QuerySet[Person]":
    close = Q(strength__gte=WARM) | Q(warmth=Warmth.WARM)
    people = business.people.listed().filter(close).exclude(consent=Consent.REFUSED)
    people = people.exclude(pk__in=business.wishes.values("person"))
    return people.order_by("-strength", "pk")[:CLOSEST]


def side(business: Business, who: "QuerySet[Person]", parts: list[Meaning.Part]) -> Side:
    rows = business.meanings.filter(person__in=list(who.values_list("pk", flat=True)))
    rows = rows.filter(part__in=parts).order_by("person", "part")
    found = list(rows.values_list("person", "part", "digest", "vector"))
    return Side(
        [Place(person, None, part) for person, part, _mark, _vector in found],
        [mark for _person, _part, mark, _vector in found],
        meaning.unpacked([bytes(vector) for *_rest, vector in found]),
    )


def chosen(
    business: Business, needs: Side, offers: Side, found: Sequence[Match], most: int
) -> Iterator[Worthy]:
    """Told in the words of today: what was changed since it was read waits until it is again."""
    numbers = {pk for one in found for pk in pair_of(needs, offers, one)}
    people = {one.pk: one for one in business.people.filter(pk__in=numbers)}
    texts = {place: meaning.plain(text) for place, text in texts_of(business, numbers)}
    apart, used = not_wanted(business, numbers), set[int]()
    for one in found:
        pair = pair_of(needs, offers, one)
        if len(pair) == 1 or pair in apart or pair & used or same_firm(people, pair):
            continue
        need, offer = needs.places[one.need], offers.places[one.offer]
        if not (is_fresh(texts, needs, one.need) and is_fresh(texts, offers, one.offer)):
            continue
        used |= pair
        yield Worthy(
            lacks=people[need.person or 0],
            gives=people[offer.person or 0],
            need=texts[need],
            offer=texts[offer],
            is_need=need.part == Part.NEEDS,
            likeness=one.likeness,
        )
        if len(used) == 2 * most:
            return


def pair_of(needs: Side, offers: Side, one: Match) -> Pair:
    return frozenset((needs.places[one.need].person or 0, offers.places[one.offer].person or 0))


def is_fresh(texts: dict[Place, str], one: Side, row: int) -> bool:
    text = texts.get(one.places[row], "")
    return bool(text) and meaning.digest(text) == one.marks[row]


def same_firm(people: dict[int, Person], pair: Pair) -> bool:
    firms = {people[pk].organisation_id for pk in pair}
    return len(firms) == 1 and firms != {None}


def not_wanted(business: Business, numbers: Iterable[int]) -> set[Pair]:
    """Who knows each other, whom we brought together before or tried to, and whom we will not."""
    some = list(numbers)
    return {
        *pairs(business.ties, some, "one", "other"),
        *pairs(business.dropped, some, "one", "other"),
        *pairs(business.introductions, some, "target", "other"),
        *pairs(business.introductions, some, "target", "broker"),
    }


def pairs(rows: Any, some: list[int], one: str, other: str) -> Iterator[Pair]:
    found = rows.filter(**{f"{one}__in": some, f"{other}__in": some})
    yield from map(frozenset, found.values_list(one, other))
