"""What happened with each prospect, as the seven rules want to know it: today, and by quarters."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business
from passo.engine.prospecting import RULES, Facts, Levels, age_of, firm, levels
from passo.engine.prospecting.rules import NAMED
from passo.people.models import Person
from passo.steps import reading, verbs
from passo.steps.models import Evidence, Opportunity, Step
from passo.steps.reading import IN_PERSON, SMALL, WRITTEN, Passed
from passo.steps.stages import Rung
from passo.ui import drawing

MOST = 500  # prospects: those that moved last tell how one works
QUARTERS = 8
ANSWER_DAYS = timedelta(days=15)
USUAL_CADENCE = 45  # days, of somebody whose rhythm is not known
INTRODUCTION = "introduction"  # as the engine calls the first rule
GIFTS = (verbs.SEND, verbs.THANK)
NOTED = ("job_title", "organisation_id", "note", "cares_about", "birthday")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    label: Any
    means: Any
    step: Any  # the small step that raises it, with %(name)s
    verb: str
    minutes: int

    def step_for(self, name: str) -> str:
        return str(self.step) % {"name": name}


# In the order of the engine; said in full in docs/ideas.md.
SAID = {
    "introduction": Rule(
        _("Come through somebody"),
        _("Who names you to each other warms the welcome."),
        _("Find who could introduce you to %(name)s"),
        verbs.ASK,
        6,
    ),
    "research": Rule(
        _("Know before you speak"),
        _("Ten minutes of reading save both sides an hour."),
        _("Note two things that %(name)s cares about"),
        verbs.RESEARCH,
        5,
    ),
    "networking": Rule(
        _("Be where they are"),
        _("In one room, and among people whom both know."),
        _("Find one place where you can meet %(name)s"),
        verbs.RESEARCH,
        5,
    ),
    "rhythm": Rule(
        _("Keep a gentle rhythm"),
        _("Often enough to be remembered, seldom enough to be welcome."),
        _("Say hello to %(name)s"),
        verbs.WRITE,
        4,
    ),
    "relevance": Rule(
        _("Be relevant"),
        _("What you write is answered, for it is about them."),
        _("Ask %(name)s one question about their work"),
        verbs.WRITE,
        4,
    ),
    "contribution": Rule(
        _("Give before you ask"),
        _("A tip, a name, a small repair come before an offer."),
        _("Send %(name)s something useful, and ask for nothing"),
        verbs.SEND,
        8,
    ),
    "values": Rule(
        _("Show what you stand for"),
        _("They say what your work was worth to them."),
        _("Ask %(name)s what your work was worth to them"),
        verbs.ASK,
        5,
    ),
}


class Told:
    """Everything that is known of some prospects, read in a few questions for all of them."""

    def __init__(self, business: Business, opportunities: Sequence[Opportunity]) -> None:
        self.business = business
        self.opportunities = opportunities
        people = [one.person_id for one in opportunities]
        self.passed = passed_with(business, people)
        self.shared = shared_with(business, people)
        self.steps = grouped(business.steps.filter(person__in=people, state="done"), "person_id")
        met = business.introductions.sought().filter(target__in=people, introduced_on__isnull=False)
        self.introduced = days_of(met, "target", "introduced_on")
        gifts = business.contributions.given().filter(person__in=people)
        self.gifts = days_of(gifts, "person", "on")
        ids = [one.pk for one in opportunities]
        self.evidence = grouped(business.evidence.filter(opportunity__in=ids), "opportunity_id")

    def at(self, day: date) -> Levels:
        """As it stood at the end of that day, of those whom one knew by then."""
        moment = self.end_of(day)
        rows = [self.facts(one, moment) for one in self.known(day)]
        return levels(Facts(*np.array(rows, dtype=np.float64).reshape(-1, 10).T))

    def known(self, day: date) -> list[Opportunity]:
        moment = self.end_of(day)
        return [
            one
            for one in self.opportunities
            if one.added_at < moment or any(t.at < moment for t in self.passed[one.person_id][:1])
        ]

    def those_that_may(
        self, rule: str, column: Any, known: Sequence[Opportunity]
    ) -> tuple[Any, list[Opportunity]]:
        """Those for whom a step may raise this rule."""
        places = [at for at, one in enumerate(known) if self.may_be_raised(rule, one)]
        return column[places], [known[at] for at in places]

    def may_be_raised(self, rule: str, one: Opportunity) -> bool:
        """With whom one talks nobody has to bring one together any more."""
        if rule != INTRODUCTION:
            return True
        stands = max(one.stage, one.shown_stage)
        return stands < Rung.DIALOGUE and not reading.talked(self.passed[one.person_id])

    def end_of(self, day: date) -> datetime:
        return datetime.combine(day + DAY, time(), ZoneInfo(self.business.time_zone))

    def facts(self, opportunity: Opportunity, moment: datetime) -> tuple[float, ...]:
        """In the order of the engine's `Facts`."""
        person = opportunity.person
        passed = [one for one in self.passed[person.pk] if one.at < moment]
        steps = [one for one in self.steps[person.pk] if one.done_at and one.done_at < moment]
        shows = [row for row in self.evidence[opportunity.pk] if row.on < moment.date()]
        gifts = [on for on in self.gifts[person.pk] if on < moment.date()]
        introduced = any(on < moment.date() for on in self.introduced[person.pk])
        seen = [one.at for one in passed if one.kind in IN_PERSON]
        sent, answered = answers(passed, moment)
        return (
            NAMED if introduced else came_by(passed, shows),
            noted(person, moment) + sum(one.verb == verbs.RESEARCH for one in steps),
            days_since(max(seen, default=None), moment),
            self.shared[person.pk],
            days_since(passed[-1].at if passed else None, moment),
            person.own_cadence_days or person.cadence_days or USUAL_CADENCE,
            sent,
            answered,
            given(gifts, steps, shows),
            sum(row.kind == "valued" for row in shows),
        )


def passed_with(business: Business, people: Sequence[int]) -> dict[int, list[Passed]]:
    """In small rounds only, the earliest first."""
    found: dict[int, list[Passed]] = defaultdict(list)
    rows = business.participations.filter(person__in=people, size__lte=SMALL).order_by("at", "pk")
    names = ("person", "touch", "at", "kind", "direction", "size")
    for row in rows.values_list(*names, named=True):
        found[row.person].append(Passed(row.touch, row.at, row.kind, row.direction, row.size))
    return found


def shared_with(business: Business, people: Sequence[int]) -> Counter[int]:
    """How many of your people know them."""
    ties = business.ties.filter(Q(one__in=people) | Q(other__in=people))
    wanted = set(people)
    ends = ties.values_list("one", "other")
    return Counter(end for both in ends for end in both if end in wanted)


def days_of(rows: Any, person: str, on: str) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    for who, day in rows.values_list(person, on):
        found[who].append(day)
    return found


def grouped(rows: Any, name: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def came_by(passed: Sequence[Passed], shows: Sequence[Evidence]) -> int:
    """2 where somebody brought you together, 1 where they came or you met, 0 where you began."""
    if any(row.kind == "introduced" and row.touch_id is None for row in shows):
        return 2
    first = passed[0] if passed else None
    if first is None or first.direction == "out":
        return 0
    if reading.introduced(passed) and first.kind in WRITTEN:
        return 2
    return 1


def noted(person: Person, moment: datetime) -> int:
    """What Passo knows of them, since it knows them."""
    if person.added_at >= moment:
        return 0
    return sum(bool(getattr(person, name)) for name in NOTED)


def answers(passed: Sequence[Passed], moment: datetime) -> tuple[int, int]:
    """What we wrote and what came of it within fifteen days; the youngest still have time."""
    ripe = [
        one.at
        for one in passed
        if one.kind in WRITTEN and one.direction == "out" and one.at < moment - ANSWER_DAYS
    ]
    theirs = [one.at for one in passed if one.direction != "out"]
    answered = sum(any(at < back <= at + ANSWER_DAYS for back in theirs) for at in ripe)
    return len(ripe), answered


def given(gifts: Sequence[date], steps: Sequence[Step], shows: Sequence[Evidence]) -> int:
    """Before the first offer, if there was one. A step counts on days with nothing noted of it."""
    asked = min((row.on for row in shows if row.kind == "offered"), default=date.max)
    noted_on = {*gifts}
    done = [one.done_at.date() for one in steps if one.verb in GIFTS and one.done_at]
    return sum(day < asked for day in [*gifts, *(day for day in done if day not in noted_on)])


def days_since(then: datetime | None, moment: datetime) -> float:
    return (moment - then) / DAY if then else np.inf


def told_of(business: Business) -> Told:
    walking = business.opportunities.walking().select_related("person")
    walking = walking.order_by("-moved_at", "-pk")
    return Told(business, list(walking[:MOST]))


@dataclass(frozen=True)
class Quarter:
    year: int
    number: int
    age: str
    through: float  # all four ages, 0..1


def quarters(told: Told, today: date) -> list[Quarter]:
    """The last eight, up to today; those before the first prospect are left out."""
    ends = quarter_ends(today)
    rules = firm([told.at(min(end, today)) for end in ends])
    found = zip(ends, map(age_of, rules), strict=True)
    return [Quarter(end.year, (end.month + 2) // 3, *age) for end, age in found if age is not None]


def quarter_ends(today: date) -> list[date]:
    """The last days of the quarters, the earliest first; that of today may lie ahead."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    ends = []
    for back in range(QUARTERS - 1, -1, -1):
        months = first.year * 12 + first.month - 1 - 3 * back + 3
        ends.append(date(months // 12, months % 12 + 1, 1) - DAY)
    return ends


@dataclass(frozen=True)
class Standing:
    """A rule in the firm as a whole, and the prospect for whom a small step raises it most."""

    name: str
    rule: Rule
    level: float | None
    lowest: Opportunity | None

    @property
    def asks_who_introduces(self) -> bool:
        """It has a page of its own."""
        return self.name == INTRODUCTION

    @property
    def step(self) -> str:
        return self.rule.step_for(self.lowest.person.name if self.lowest else "")

    @property
    def bar(self) -> SafeString:
        return drawing.bar([drawing.Part(self.level or 0, "fill-pine")], str(self.rule.label))


def standings(told: Told, today: date) -> list[Standing]:
    """In the order of the rules."""
    now = told.at(today)
    mean = firm([now])[0]
    return [
        Standing(
            name,
            SAID[name],
            None if np.isnan(mean[at]) else float(mean[at]),
            lowest(*told.those_that_may(name, now.of[:, at], told.known(today))),
        )
        for at, name in enumerate(RULES)
    ]


def rules_of(walk: Opportunity, today: date) -> list[Standing]:
    """The seven rules with one prospect; whoever falls short of one has a step that raises it."""
    told = Told(walk.business, [walk])
    found = told.at(today).of
    levels_here = found[0] if len(found) else np.full(len(RULES), np.nan)
    return [
        Standing(
            name,
            SAID[name],
            None if np.isnan(level) else float(level),
            walk if (np.isnan(level) or level < 1) and told.may_be_raised(name, walk) else None,
        )
        for name, level in zip(RULES, levels_here, strict=True)
    ]


def lowest(column: Any, opportunities: Sequence[Opportunity]) -> Opportunity | None:
    """The closest to you among those who fall short most."""
    if not len(column) or np.all(np.isnan(column)) or np.nanmin(column) >= 1:
        return None
    places = np.flatnonzero(column == np.nanmin(column))
    return max((opportunities[int(at)] for at in places), key=lambda one: one.person.strength)
