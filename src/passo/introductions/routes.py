"""A path in words: who is on it, why each tie is believed, will they say yes, what was given."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from passo.businesses.models import Business, User
from passo.engine import answers
from passo.engine.paths import Path
from passo.introductions import balance_words, seeking
from passo.introductions.balance import Balance, balances
from passo.introductions.knowing import Known
from passo.introductions.models import Ask
from passo.introductions.models.introduction import State
from passo.introductions.seeking import Asked
from passo.lib.dates import format_ago
from passo.people.knowing import evidence
from passo.people.models import Person, Tie
from passo.people.told import reason_of
from passo.ui.charts import Stop

LEVELS = (
    (0.6, gettext_lazy("strong")),
    (0.35, pgettext_lazy("tie", "good")),
    (0.15, gettext_lazy("fair")),
    (0.0, gettext_lazy("weak")),
)
LIKELY, MAYBE = 0.7, 0.4


class Reason(NamedTuple):
    """Why a tie is believed."""

    between: str
    why: str


@dataclass(frozen=True)
class Route:
    """From us to them. `member` begins it: whoever asks, or a colleague. `strengths` are those of
    the ties, one for each of `people`; `chance` (0..1) that all who are asked pass it on.
    """

    member: User | None
    is_own: bool
    people: tuple[Person, ...]
    strengths: tuple[float, ...]
    score: float
    reasons: tuple[Reason, ...]
    chance: float
    days: float
    balance: Balance

    @property
    def target(self) -> Person:
        return self.people[-1]

    @property
    def brokers(self) -> tuple[Person, ...]:
        return self.people[:-1]

    @property
    def broker(self) -> Person | None:
        """Whom one asks first; nobody where they are known already."""
        return self.people[0] if self.brokers else None

    @property
    def as_asked(self) -> str:
        """Who is to be asked for whom, as the page that writes it takes their numbers."""
        beyond = [("beyond", one.pk) for one in self.people[1:-1]]
        return urlencode([("target", self.target.pk), ("broker", self.people[0].pk), *beyond])

    @property
    def names(self) -> str:
        """Whom one goes through, one after the other."""
        if not self.brokers:
            return _("You know each other") if self.is_own else self.ours
        through = _(", then ").join(one.name for one in self.brokers)
        if self.is_own:
            return through
        return _("%(member)s, then %(names)s") % {"member": self.ours, "names": through}

    @property
    def ours(self) -> str:
        return _("You") if self.is_own or self.member is None else self.member.name

    @property
    def stops(self) -> list[Stop]:
        letters = self.member.initials if self.member else "•"
        name = _("You") if self.is_own or self.member is None else self.member.first_name
        return [
            Stop(letters, name),
            *(
                Stop(one.initials, one.first_name, strength, level_of(strength))
                for one, strength in zip(self.people, self.strengths, strict=True)
            ),
        ]

    @property
    def label(self) -> str:
        """What the picture shows, for whoever does not see it."""
        said = [
            _("%(level)s tie to %(name)s") % {"level": level_of(strength), "name": one.name}
            for one, strength in zip(self.people, self.strengths, strict=True)
        ]
        return ", ".join([self.ours, *said])

    @property
    def likelihood(self) -> str:
        return (
            "likely" if self.chance >= LIKELY else "maybe" if self.chance >= MAYBE else "unlikely"
        )

    @property
    def standing(self) -> str:
        """What was given to and received from whom one asks."""
        return balance_words.between(self.balance, self.people[0].first_name)

    @property
    def whole_days(self) -> int:
        return max(1, round(self.days))


def level_of(strength: float) -> str:
    return str(next(words for least, words in LEVELS if strength >= least))


def found(asked: Asked, targets: Sequence[int]) -> list[Route]:
    """The best ways to any of these, those likeliest to lead there first."""
    known, paths = seeking.ways_to(asked, targets)
    ways = [one for one in told(asked.business, asked.asker, known, paths) if one]
    return sorted(ways, key=lambda one: -one.score * one.chance)


def each(asked: Asked, targets: Sequence[int]) -> list[Route | None]:
    """The best way to each of these."""
    known, paths = seeking.reach_each(asked, targets)
    return told(asked.business, asked.asker, known, paths)


def told(
    business: Business, asker: User | None, known: Known, paths: Iterable[Path | None]
) -> list[Route | None]:
    """In as many questions for five hundred as for one."""
    paths = list(paths)
    if not any(paths):
        return [None] * len(paths)
    numbers = {known.person(place) for path in paths if path for place in path.people[1:]}
    people = business.people.select_related("organisation").in_bulk(sorted(numbers))
    ours = {known.member(path.people[0]) for path in paths if path}
    team = {
        one.user_id: one.user
        for one in business.memberships.filter(user__in=ours).select_related("user")
    }
    teller = Teller(business, asker, people, team)
    return [teller.route(known, path) if path else None for path in paths]


class Teller:
    def __init__(
        self,
        business: Business,
        asker: User | None,
        people: dict[int, Person],
        team: dict[int, User],
    ) -> None:
        self.asker, self.people, self.team = asker, people, team
        self.ties = ties_among(business, people)
        self.balances = balances(business, people)
        self.chances = chances(business, people)
        self.days = days_of(business, people)

    def route(self, known: Known, path: Path) -> Route:
        member = self.team.get(known.member(path.people[0]))
        people = tuple(self.people[known.person(place)] for place in path.people[1:])
        brokers = people[:-1]
        chance = 1.0
        for one in brokers:
            chance *= self.chances[one.pk]
        return Route(
            member=member,
            is_own=member is None or member == self.asker,
            people=people,
            strengths=path.strengths,
            score=path.score,
            reasons=tuple(self.reasons(member, people)),
            chance=chance,
            days=sum(self.days[one.pk] for one in brokers),
            balance=self.balances[people[0].pk],
        )

    def reasons(self, member: User | None, people: Sequence[Person]) -> list[Reason]:
        first = people[0]
        is_own = member is None or member == self.asker
        us = _("You") if is_own or member is None else member.first_name
        found = [Reason(both(us, first.first_name), reason_of(first.strength_because))]
        for one, other in pairwise(people):
            tie = self.ties.get((min(one.pk, other.pk), max(one.pk, other.pk)))
            why = why_of(tie) if tie else ""
            found.append(Reason(both(one.first_name, other.first_name), why))
        return found


def both(one: str, other: str) -> str:
    return _("%(one)s and %(other)s") % {"one": one, "other": other}


def why_of(tie: Tie) -> str:
    """What shows it, since when, and what was said of it."""
    said = [evidence(tie)]
    if tie.last_at and tie.declared is None:
        said.append(format_ago(tie.last_at, timezone.now()))
    if tie.declared_note:
        said.append(_("“%(words)s”") % {"words": tie.declared_note})
    return ", ".join(said)


def ties_among(business: Business, people: Iterable[int]) -> dict[tuple[int, int], Tie]:
    ids = list(people)
    rows = business.ties.filter(one__in=ids, other__in=ids)
    return {(tie.one_id, tie.other_id): tie for tie in rows}


def chances(business: Business, people: Iterable[int]) -> dict[int, float]:
    """Of all who were ever asked, and of these; who let it rest and who said no are alike."""
    asks = business.asks.filter(role=Ask.Role.BROKER, person__isnull=False).order_by()
    over = asks.filter(Q(agreed_at__isnull=False) | Q(introduction__state=State.RESTS))
    before: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for person, agreed in over.values_list("person", "agreed_at"):
        yes, count = before[person or 0]
        before[person or 0] = (yes + bool(agreed), count + 1)
    everybody = sorted({*before, *people})
    agreements, counts = ([before[one][at] for one in everybody] for at in (0, 1))
    return dict(zip(everybody, answers.chance(agreements, counts).tolist(), strict=True))


def days_of(business: Business, people: Iterable[int]) -> dict[int, float]:
    """Until they said yes; of whoever never did, what is usual."""
    rows = business.asks.filter(role=Ask.Role.BROKER, person__in=list(people))
    taken: dict[int, list[float]] = defaultdict(list)
    agreed = rows.filter(agreed_at__isnull=False).values_list("person", "sent_at", "agreed_at")
    for person, sent, answered in agreed:
        if sent and answered:
            taken[person or 0].append(max(0.0, (answered - sent) / timedelta(days=1)))
    return {person: answers.days(taken[person]) for person in people}


def plain(route: Route) -> dict[str, Any]:
    """For scripts."""
    member = route.member
    start = {"id": None, "name": member.name if member else "", "is_member": True}
    path = [{"id": one.pk, "name": one.name, "is_member": False} for one in route.people]
    return {
        "broker": route.broker.name if route.broker else None,
        "broker_id": route.broker.pk if route.broker else None,
        "through_member": None if route.is_own or not member else member.name,
        "target": route.target.name,
        "target_id": route.target.pk,
        "path": [start, *path],
        "strengths": [round(one, 4) for one in route.strengths],
        "score": round(route.score, 4),
        "likelihood": route.likelihood,
        "chance": round(route.chance, 2),
        "days": route.whole_days if route.brokers else None,
        "given": route.balance.given,
        "received": route.balance.received,
        "reasons": [{"between": one.between, "why": one.why} for one in route.reasons],
    }
