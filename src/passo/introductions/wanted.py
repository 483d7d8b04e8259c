"""Whom one wants to meet, as it was said: a firm, a need in words, names and addresses."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

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
LOOKED_UP = 50  # names that are nobody's in full, and are looked for by their words


class Fitting(NamedTuple):
    """Somebody who may fit a need: why, and the best way to them."""

    person: Person
    why: str
    route: Route | None


class Line(NamedTuple):
    """What stood in the list, who that is, and the best way to them."""

    words: str
    person: Person | None
    route: Route | None


def people_at(firm: Organisation) -> list[int]:
    """The closest first."""
    there = firm.business.people.listed().filter(positions__organisation=firm)
    return list(there.order_by("-strength", "-pk").values_list("pk", flat=True)[:MOST_THERE])


def for_need(asked: Asked, words: str) -> list[Fitting]:
    """Who fits best first; of those who fit as well, whom one reaches best."""
    business = asked.business
    why = named(business, words)
    fitting = needs.find_by_need(business, words, most=FITTING)
    at_firms = at_all(business, [one.organisation_id for one in fitting if one.organisation_id])
    for one in fitting:
        reason = one.because or ", ".join(one.words)
        for person in [one.person_id] if one.person_id else at_firms[one.organisation_id or 0]:
            why.setdefault(person, reason)
    numbers = list(why)[:MOST_THERE]
    people = business.people.listed().select_related("organisation").in_bulk(numbers)
    ways = dict(zip(numbers, routes.each(asked, numbers), strict=True))
    found = [Fitting(people[pk], why[pk], ways[pk]) for pk in numbers if pk in people]
    return [one for one in found if one.route][:SHOWN] or found[:SHOWN]


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
    listed = business.people.listed()
    mails = {words: words.rsplit("<", 1)[-1].strip("<> \t").lower() for words in said}
    points = business.contact_points.filter(kind="mail", value__in=set(mails.values()))
    by_mail = dict(points.filter(person__is_listed=True).values_list("value", "person"))
    keys = {words: fold(words.split("<")[0].strip(' "'))[:SORT_LETTERS] for words in said}
    closest = listed.filter(sort_key__in=set(keys.values()) - {""}).order_by("strength", "pk")
    by_name = dict(closest.values_list("sort_key", "pk"))
    found = {words: by_mail.get(mails[words]) or by_name.get(keys[words]) for words in mails}
    rest = [words for words, person in found.items() if not person][:LOOKED_UP]
    for words in rest:
        alike = list(finding.people_matching(business, words).values_list("pk", flat=True)[:2])
        found[words] = alike[0] if len(alike) == 1 else None
    return {words: person for words, person in found.items() if person}
