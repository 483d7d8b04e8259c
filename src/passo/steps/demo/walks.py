"""With whom Chiara walks, about what, and when each of them moved."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.people.demo import by_hand
from passo.steps.models import Opportunity


class Walk(NamedTuple):
    who: str
    about: str
    began: int  # days ago
    at: int  # the stage where Passo met it
    moves: tuple[tuple[int, int], ...] = ()  # days ago, to which stage
    worth: int = 0  # euros


class Said(NamedTuple):
    who: str
    days: int
    stage: int
    words: str


INTRODUCTION, INTEREST, DIALOGUE, SMALL_OFFER, ADDED_VALUE, TRUST, CLIENT = range(1, 8)

WALKS = [
    Walk(
        "Paola Rinaldi",
        _("Her forty houses"),
        652,
        INTEREST,
        ((611, DIALOGUE), (600, SMALL_OFFER), (585, ADDED_VALUE), (500, TRUST), (250, CLIENT)),
        11_300,
    ),
    Walk("Cesare Vitali", _("The bar"), 11, CLIENT, (), 600),
    Walk(
        "Francesca Benati",
        _("Lights in the archive"),
        80,
        INTRODUCTION,
        ((66, DIALOGUE), (62, SMALL_OFFER), (50, ADDED_VALUE), (33, TRUST)),
        2_400,
    ),
    Walk(
        "Hannah Schneider",
        _("Charger in the courtyard"),
        60,
        INTEREST,
        ((45, DIALOGUE), (38, SMALL_OFFER), (16, ADDED_VALUE)),
        1_800,
    ),
    Walk(
        "Valentina Orsi",
        _("Emergency lights"),
        112,
        DIALOGUE,
        ((14, SMALL_OFFER),),
        3_900,
    ),
    Walk("Fabio Marchetti", _("Kitchen lines"), 120, INTEREST, ((40, SMALL_OFFER),), 2_100),
    Walk("Cristina Volta", _("Two courtyards, three chargers"), 41, DIALOGUE, (), 5_400),
    Walk("Claudia Serra", _("Kiln room"), 60, DIALOGUE, (), 3_200),
    Walk("Ester Magni", _("Her houses in the north"), 95, INTEREST, ((70, DIALOGUE),), 4_000),
    Walk("Beatrice Monti", _("Flats in Via Mascarella"), 35, INTEREST, (), 6_500),
    Walk("Irene Sala", _("Stair lights"), 130, INTEREST, (), 1_500),
    Walk("Simone Leoni", _("Charger at home"), 16, INTRODUCTION, ((9, INTEREST),), 1_700),
    Walk("Emily Carter", _("Holiday flats of Harbour Lettings"), 75, INTRODUCTION, (), 2_600),
    Walk("Laura Bassi", _("Workshop of the school"), 90, DIALOGUE, (), 14_000),
    Walk("Giulia Ferri", _("Chargers for three car parks"), 8, INTRODUCTION, (), 5_900),
    Walk("Laura Zanotti", _("Stair lights for forty flats"), 5, INTRODUCTION, (), 9_500),
    Walk("Nadia Ferrara", _("Emergency lights in the waiting rooms"), 10, INTRODUCTION, (), 4_800),
    Walk("Renato Tibaldi", _("The meter rooms of Casa Comune"), 12, INTRODUCTION, (), 7_200),
]
SAID = [
    Said("Paola Rinaldi", 500, TRUST, _("She brought us Villa Ceramiche.")),
    Said("Francesca Benati", 33, TRUST, _("She gave us the keys to her office.")),
    Said("Cesare Vitali", 11, CLIENT, _("Six jobs in five years.")),
]
CLIENTS_FIRST = ("Laura Bassi", 40)
RESTS = ("Irene Sala", 20, 45, _("The owners meet again in January."))


def life(_clock: datetime) -> list[tuple[int, str, Deed]]:
    told: list[tuple[int, str, Deed]] = [(one.began, "19:10", beginning(one)) for one in WALKS]
    told += [(days, "19:20", moving(one, to)) for one in WALKS for days, to in one.moves]
    told += [(one.days, "19:25", saying(one)) for one in SAID]
    who, days = CLIENTS_FIRST
    told.append((days, "19:30", marking(who)))
    who, days, rest, why = RESTS
    told.append((days, "19:35", resting(who, rest, why)))
    return told


def walk_with(business: Business, name: str) -> Opportunity:
    return business.opportunities.select_related("person").get(person__name=name)


def beginning(walk: Walk) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        person = by_hand.person(business, walk.who)
        Opportunity.add(
            by=figure(business, "chiara"),
            business=business,
            person=person,
            organisation_id=person.organisation_id,
            purpose=gettext(walk.about),
            stage=walk.at,
            began=walk.at,
            moved_at=then,
            added_at=then,
            worth_cents=walk.worth * 100 or None,
        )

    return deed


def moving(walk: Walk, to: int) -> Deed:
    def deed(business: Business, _then: datetime) -> None:
        walk_with(business, walk.who).move(to, by=figure(business, "chiara"))

    return deed


def saying(one: Said) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        walk = walk_with(business, one.who)
        walk.say(one.stage, gettext(one.words), on=then.date(), by=figure(business, "chiara"))

    return deed


def marking(who: str) -> Deed:
    def deed(business: Business, _then: datetime) -> None:
        walk_with(business, who).mark_clients_first(is_so=True, by=figure(business, "chiara"))

    return deed


def resting(who: str, days: int, why: str) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        until = then.date() + timedelta(days=days)
        walk = walk_with(business, who)
        walk.rest(until, by=figure(business, "chiara"), reason=gettext(why))

    return deed
