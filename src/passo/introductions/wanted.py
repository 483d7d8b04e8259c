"""Whom one wants to meet, as it was said: a firm, a need in words, names and addresses."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from passo.businesses.models import Business
from passo.introductions import needs, routes
from passo.introductions.routes import Route
from passo.introductions.seeking import MOST_TARGETS, MOST_THERE, Asked
from passo.lib.search import fold
from passo.people import finding
from passo.people.models import Organisation, Person
from passo.people.models.person import SORT_LETTERS

FITTING = 30  # lines of a need that are looked at
SHOWN = 12
GUESSES = 3
SHOWN_ANYWAY = 3  # who fits best, though nobody leads there yet
LOOKED_UP = 30  # names that are nobody's word by word, and are looked for as Find does
MAIL = re.compile(r"[^\s<>()\[\];,:\"]+@[^\s<>()\[\];,:\"]+")
STOPS = " \t<>()[];,:\"'“”"


class Fitting(NamedTuple):
    """Somebody who may fit a need: why, and the best way to them; or a guess, and no more."""

    person: Person
    why: str
    route: Route | None
    is_guess: bool


class Line(NamedTuple):
    """What stood in the list, who that is, and the best way to them."""

    words: str
    person: Person | None
    route: Route | None


class Named(NamedTuple):
    """A line, the mail address in it, the name in it, and by what that name is found."""

    words: str
    mail: str
    name: str
    keys: list[str]


def people_at(firm: Organisation) -> list[int]:
    """The closest first."""
    there = firm.business.people.listed().filter(positions__organisation=firm)
    return list(there.order_by("-strength", "-pk").values_list("pk", flat=True)[:MOST_THERE])


def for_need(asked: Asked, words: str) -> list[Fitting]:
    """Who fits best first; beyond a few, only whom one can reach."""
    business = asked.business
    called = named(business, words)
    fitting = needs.find_by_need(business, words, most=FITTING)
    if called:
        fitting = [one for one in fitting if not one.is_guess]
    why, is_guess = dict(called), any(one.is_guess for one in fitting)
    at_firms = at_all(business, [one.organisation_id for one in fitting if one.organisation_id])
    for one in fitting:
        reason = one.because or ", ".join(one.words)
        for person in [one.person_id] if one.person_id else at_firms[one.organisation_id or 0]:
            why.setdefault(person, reason)
    numbers = list(why)[:MOST_THERE]
    people = business.people.listed().select_related("organisation").in_bulk(numbers)
    ways = dict(zip(numbers, routes.each(asked, numbers), strict=True))
    found = [Fitting(people[pk], why[pk], ways[pk], is_guess) for pk in numbers if pk in people]
    anyway = {one.person_id for one in fitting[:SHOWN_ANYWAY]}
    shown = [one for one in found if one.route or one.person.pk in anyway]
    return (shown or found)[: GUESSES if is_guess else SHOWN]


def named(business: Business, words: str) -> dict[int, str]:
    """Whoever is called so."""
    people = finding.people_matching(business, words)
    return dict.fromkeys(people.values_list("pk", flat=True)[:SHOWN], "")


def at_all(business: Business, firms: Iterable[int]) -> dict[int, list[int]]:
    """Of each firm a few whom one is closest to."""
    rows = business.positions.filter(organisation__in=list(firms), person__is_listed=True)
    found: dict[int, list[int]] = defaultdict(list)
    for firm, person in rows.order_by("-person__strength", "-person").values_list(
        "organisation", "person"
    )[:MOST_THERE]:
        found[firm].append(person)
    return defaultdict(list, {firm: people[:SHOWN] for firm, people in found.items()})


def of_lines(asked: Asked, lines: Sequence[str]) -> list[Line]:
    """In the order of the list; who is not known has nobody beside them."""
    said = [words for line in lines if (words := " ".join(line.split())[:200])][:MOST_TARGETS]
    who = known_as(asked.business, said)
    numbers = sorted(set(who.values()))
    people = asked.business.people.select_related("organisation").in_bulk(numbers)
    ways = dict(zip(numbers, routes.each(asked, numbers), strict=True))
    return [
        Line(words, people.get(who.get(words, 0)), ways.get(who.get(words, 0))) for words in said
    ]


def known_as(business: Business, said: Iterable[str]) -> dict[str, int]:
    """By address, by the whole name, and by words of the line where only one is called so."""
    lines = [named_in(words) for words in said]
    mails = {one.mail for one in lines} - {""}
    keys = {key for one in lines for key in one.keys}
    points = business.contact_points.filter(kind="mail", value__in=mails, person__is_listed=True)
    points = points.order_by("person__strength", "-person_id")
    by_mail = dict(points.values_list("value", "person"))
    closest = business.people.listed().filter(sort_key__in=keys).order_by("strength", "-pk")
    by_name = dict(closest.values_list("sort_key", "pk"))
    found = {
        one.words: by_mail.get(one.mail) or next(filter(None, map(by_name.get, one.keys)), 0)
        for one in lines
    }
    found |= by_words(business, [one for one in lines if not found[one.words]])
    return {words: person for words, person in found.items() if person}


def who_may_be(business: Business, words: str) -> "QuerySet[Person]":
    """All who are meant by a line, the closest first."""
    meant = as_said(business, named_in(words))
    return next((found for found in meant if found.exists()), business.people.none())


def as_said(business: Business, line: Named) -> "Iterator[QuerySet[Person]]":
    """Who has the address; else the whole name, its words alone, and what Find finds."""
    listed = business.people.listed().order_by("-strength", "-pk")
    points = business.contact_points.filter(kind="mail", value=line.mail or "-")
    yield listed.filter(pk__in=points.values("person"))
    yield listed.filter(sort_key__in=line.keys)
    yield listed.filter(pk__in=by_words(business, [line]).values())
    if line.name:
        yield finding.people_matching(business, line.name)


def named_in(words: str) -> Named:
    """A name, an address, or both in any order; “Ferri, Giulia” is Giulia Ferri."""
    mail = MAIL.search(words)
    name = MAIL.sub(" ", words).strip(STOPS)
    turned = [" ".join(reversed(name.split(",")))] if name.count(",") == 1 else []
    keys = (fold(one)[:SORT_LETTERS] for one in (name, *turned))
    return Named(words, mail[0].lower() if mail else "", name, [key for key in keys if key])


def by_words(business: Business, lines: Sequence[Named]) -> dict[str, int]:
    """All words of the name stand with one person alone; else Find says the same of some."""
    wanted = {one.words: finding.words_of(one.name) for one in lines}
    words = {word for those in wanted.values() for word in those}
    having: dict[str, set[int]] = defaultdict(set)
    rows = business.name_words.filter(word__in=words)
    for word, person in rows.values_list("word", "person"):
        having[word].add(person)
    found, looked_up = dict[str, int](), 0
    for one in lines:
        theirs = [having[word] for word in wanted[one.words]]
        people = set.intersection(*theirs) if theirs else set[int]()
        if not people and one.name and looked_up < LOOKED_UP:
            looked_up += 1
            rows_of_find = finding.people_matching(business, one.name)
            people = set(rows_of_find.values_list("pk", flat=True)[:2])
        found[one.words] = people.pop() if len(people) == 1 else 0
    return found
