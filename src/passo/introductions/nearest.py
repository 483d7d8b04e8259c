"""One go-between for each of a few: cheap enough for every look at Today, and never stale.

The page “who can introduce me” knows more ways and longer ones. Here one question finds who of
ours is tied to somebody, and nobody is named whom that page would not name for the business as a
whole: wishes, refusals, ways that rest and ties that are not shared are left out before.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F

from passo.businesses.models import Business
from passo.engine.paths import KEPT
from passo.introductions import bringing
from passo.introductions.closed import Closed, Way
from passo.introductions.knowing import CLOSE
from passo.introductions.models import Wish
from passo.introductions.models.introduction import WAITING, State
from passo.people.models import Tie
from passo.people.models.person import Consent

LEAST = 0.1  # a fainter way is found on the page, and not proposed
ALONE = (bringing.NOBODY,)  # one member, whose all ties are
IN_VAIN = (Wish.Kind.NEVER_THROUGH, Wish.Kind.STRAINED, Wish.Kind.FORGET)


class Near(NamedTuple):
    """`score` as engine.paths has it, of the two ties on the way."""

    score: float
    broker: int
    target: int

    @property
    def way(self) -> Way:
        return self.broker, self.target


def nearest(
    business: Business,
    targets: Collection[int],
    today: date,
    *,
    besides: Collection[Way] = (),
) -> dict[int, int]:
    """Of each target whom to ask, where there is somebody; nobody is asked for two at once.

    Of a few dozen targets, in at most nine questions; `besides`: ways that are not wanted.
    """
    members, wanted = whose_ties(business), may_be_found(business, targets)
    if members is None or not wanted:
        return {}
    near = sorted(shared(business, members, closest(wanted)), reverse=True)
    busy = not_asked_now(business) if near else set()
    some = [one for one in near if one.broker not in busy and one.way not in besides]
    shut = Closed(business, wanted, today).among(one.way for one in some) if some else set()
    return one_each(one for one in some if one.way not in shut)


def whose_ties(business: Business) -> tuple[int, ...] | None:
    """The members whose ties take part; None where several are and nobody shares."""
    team = list(business.memberships.values_list("user", flat=True))
    if len(team) <= 1:
        return ALONE
    return bringing.who_takes_part(business, None, team) or None


def may_be_found(business: Business, targets: Collection[int]) -> list[int]:
    forgotten = business.wishes.filter(person__in=targets, kind=Wish.Kind.FORGET)
    people = business.people.listed().filter(pk__in=targets).exclude(consent=Consent.REFUSED)
    return sorted(people.exclude(pk__in=forgotten.values("person")).values_list("pk", flat=True))


def closest(targets: Sequence[int]) -> list[Near]:
    """Every go-between of these. The people are of one business; named again, it tempts SQLite to
    read all its ties.
    """
    up = ends(Tie.objects.filter(one__in=targets), broker="other", target="one")
    down = ends(Tie.objects.filter(other__in=targets), broker="one", target="other")
    return [Near(*row) for row in (*up, *down)]


def ends(ties: Any, *, broker: str, target: str) -> Iterator[tuple[float, int, int]]:
    """The tie between the two, times our own."""
    known = {f"{broker}__strength__gt": 0, f"{broker}__is_listed": True}
    rows = ties.filter(**known).exclude(**{f"{broker}__consent": Consent.REFUSED})
    rows = rows.annotate(score=KEPT * CLOSE * F(f"{broker}__strength")).filter(score__gte=LEAST)
    yield from rows.order_by().values_list("score", broker, target).iterator()


def shared(business: Business, members: Sequence[int], near: Sequence[Near]) -> Iterator[Near]:
    """As close as the closest of those whose ties take part."""
    if tuple(members) == ALONE:
        yield from near
        return
    team = business.memberships.order_by("pk").values_list("user", "role")
    brokers = {one.broker for one in near}
    share = bringing.shares(business, bringing.keeper_of(team), brokers) if brokers else {}
    for one in near:
        most = max(share.get((one.broker, member), 0.0) for member in members)
        if one.score * most >= LEAST:
            yield one._replace(score=one.score * most)


def not_asked_now(business: Business) -> set[int]:
    """Who is never asked, who waits to be asked or for our thanks, and who is asked already."""
    wishes = business.wishes.filter(kind__in=IN_VAIN).values_list("person", flat=True)
    owed = business.contributions.unthanked().order_by().values_list("person", flat=True)
    asked = business.introductions.sought().filter(state__in=(State.DRAFTED, *WAITING))
    return {*wishes.union(owed, asked.order_by().values_list("broker", flat=True))}


def one_each(near: Iterable[Near]) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in near:
        if one.target not in found and one.broker not in found.values():
            found[one.target] = one.broker
    return found
