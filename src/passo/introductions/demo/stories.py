"""Introductions in every state: those that Chiara asked for, and those that she makes for others.

Nobody comes in through them: in place of a link's fingerprint nothing is stored.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business, User
from passo.introductions import drafts
from passo.introductions.models import Ask, Introduction
from passo.people.demo.by_hand import person

Role = Ask.Role


class Sought(NamedTuple):
    """When what happened, in days ago; 0 where it did not."""

    broker: str
    target: str
    about: str
    written: int
    asked: int = 0
    broker_yes: int = 0
    target_yes: int = 0
    introduced: int = 0
    met: int = 0
    told: int = 0
    thanked: int = 0
    rests: int = 0
    withdrawn: int = 0
    outcome: str = ""
    reach: str = ""
    mailed_to: str = ""


class Made(NamedTuple):
    """Two whom she brings together: when the first said yes, and when the other."""

    target: str
    other: str
    about: str
    line: str  # about the target, for the other
    line_other: str
    written: int
    asked: int = 0
    one_yes: int = 0
    other_yes: int = 0
    introduced: int = 0


SOUGHT = [
    Sought(
        "Jürgen Weber",
        "Hannah Schneider",
        _("a charger in her courtyard"),
        140,
        asked=139,
        broker_yes=137,
        target_yes=134,
        introduced=131,
        met=128,
        told=17,
        thanked=120,
        outcome=_("A plan on one page, and then the charger."),
    ),
    Sought(
        "Paola Rinaldi",
        "Francesca Benati",
        _("the lights in her archive"),
        86,
        asked=86,
        broker_yes=84,
        target_yes=82,
        introduced=80,
        met=66,
        told=50,
        thanked=49,
        outcome=_("Light in the archive, and the keys to her office."),
    ),
    Sought(
        "Hassan Amrani",
        "Elisa Fantini",
        _("the lamps above her shelves"),
        68,
        asked=68,
        rests=58,
    ),
    Sought(
        "Monica Righi",
        "Ines Tonelli",
        _("the light above her cutting table"),
        28,
        asked=27,
        broker_yes=25,
        target_yes=22,
        introduced=19,
        met=16,
        told=5,
        outcome=_("A lamp above the table. Now she asks about the window."),
    ),
    Sought(
        "Andrea Galli",
        "Sandra Venturi",
        _("the dark steps behind the stage"),
        25,
        asked=24,
        broker_yes=21,
        target_yes=18,
        introduced=15,
        met=7,
    ),
    Sought(
        "Gianni Zuffa",
        "Renato Tibaldi",
        _("the meter rooms of Casa Comune"),
        20,
        asked=20,
        withdrawn=12,
    ),
    Sought(
        "Daniela Grandi",
        "Renato Tibaldi",
        _("the meter rooms of Casa Comune"),
        12,
        asked=12,
        broker_yes=10,
        target_yes=6,
        introduced=3,
    ),
    Sought(
        "Stefano Conti",
        "Nadia Ferrara",
        _("emergency lights in the waiting rooms"),
        10,
        asked=9,
        broker_yes=7,
        target_yes=2,
        reach=_("By phone, before nine: 051 555 0261"),
    ),
    Sought(
        "Enrico Tosi",
        "Guido Malaguti",
        _("the old lamps in the gym"),
        7,
        asked=6,
        broker_yes=4,
        mailed_to="enrico.tosi@istitutoguinizelli.example",
    ),
    Sought(
        "Ester Magni",
        "Lidia Carpi",
        _("stair lights in Ferrara"),
        2,
        asked=2,
        mailed_to="ester@magniamministrazioni.example",
    ),
    Sought("Nicola Baldi", "Sabrina Landi", _("light for early mornings"), 1),
]
MADE = [
    Made(
        "Claudia Serra",
        "Jürgen Weber",
        _("solar cells above the kiln room"),
        _("She runs a pottery whose kilns burn all day, and the roof lies in the sun."),
        _("He plans solar roofs, and says so when one is not worth it."),
        31,
        asked=30,
        one_yes=28,
        other_yes=26,
        introduced=24,
    ),
    Made(
        "Ester Magni",
        "Giuseppe Neri",
        _("painting two staircases"),
        _("She looks after eighteen houses, and knows each of the tenants."),
        _("He paints, and leaves a staircase cleaner than he found it."),
        5,
        asked=4,
        other_yes=3,
    ),
]
STORIES: list[Sought | Made] = [*SOUGHT, *MADE]
Verb = Callable[[Introduction, datetime, User], object]


def life() -> list[tuple[int, str, Deed]]:
    told: list[tuple[int, str, Deed]] = []
    for one in STORIES:
        told.append((one.written, "20:10", writing(one)))
        told += [(days, hour, doing(one, verb)) for days, hour, verb in steps_of(one) if days]
    return told


def steps_of(one: Sought | Made) -> Iterator[tuple[int, str, Verb]]:
    yield one.asked, "20:20", sent(one)
    yield from yeses_of(one)
    yield one.introduced, "18:05", lambda it, then, by: it.introduce(then.date(), by=by)
    if isinstance(one, Sought):
        yield one.met, "18:10", lambda it, then, by: it.meet(then.date(), by=by)
        yield one.told, "19:50", lambda it, _then, by: it.tell(gettext(one.outcome), by=by)
        yield one.thanked, "19:55", lambda it, then, by: it.thank(then.date(), by=by)
        yield one.rests, "02:00", lambda it, then, _by: it.rest(then.date())
        yield one.withdrawn, "18:30", lambda it, _then, by: it.withdraw(by=by)


def yeses_of(one: Sought | Made) -> Iterator[tuple[int, str, Verb]]:
    if isinstance(one, Made):
        yield one.one_yes, "08:20", agreed(Role.ONE)
        yield one.other_yes, "12:40", agreed(Role.OTHER)
    else:
        yield one.broker_yes, "08:20", agreed(Role.BROKER)
        yield one.target_yes, "12:40", agreed(Role.TARGET, one.reach)


def people_of(business: Business, one: Sought | Made) -> dict[str, Any]:
    roles = ("target", "other") if isinstance(one, Made) else ("target", "broker")
    return {role: person(business, getattr(one, role)) for role in roles}


def writing(one: Sought | Made) -> Deed:
    """As Passo drafts it, about something that is said in the language of the ask."""

    def deed(business: Business, then: datetime) -> None:
        chiara, people = figure(business, "chiara"), people_of(business, one)
        wanted = drafts.Wanted(business, **people)
        with translation.override(drafts.spoken_with(wanted)):
            about, lines = gettext(one.about), lines_of(one)
        draft = asdict(drafts.draft_for(wanted, chiara, purpose=about))
        Introduction.add(
            by=chiara,
            business=business,
            asker=chiara,
            purpose=about,
            added_at=then,
            **people,
            **draft | lines,
        )

    return deed


def lines_of(one: Sought | Made) -> dict[str, str]:
    """What each of two is told of the other."""
    if isinstance(one, Sought):
        return {}
    return {"blurb": gettext(one.line), "blurb_other": gettext(one.line_other)}


def doing(one: Sought | Made, verb: Verb) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        it = business.introductions.get(**people_of(business, one))
        verb(it, then, figure(business, "chiara"))
        as_of(it, then)

    return deed


def sent(one: Sought | Made) -> Verb:
    def verb(it: Introduction, then: datetime, by: User) -> None:
        it.send(by=by, today=then.date())
        if isinstance(one, Sought):
            it.asks.update(address=one.mailed_to)

    return verb


def agreed(role: Role, reach: str = "") -> Verb:
    def verb(it: Introduction, then: datetime, _by: User) -> None:
        it.agree(role, today=then.date(), reach=gettext(reach) if reach else "")
        it.asks.filter(role=role).update(agreed_at=then)

    return verb


def as_of(it: Introduction, then: datetime) -> None:
    """What was asked just now was asked then, by a link that leads nowhere."""
    it.asks.exclude(link_hash="").update(sent_at=then, link_hash="")
    if it.introduced_on == then.date():
        it.contributions.update(added_at=then)
