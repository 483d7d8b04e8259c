"""Before an ask: what could be given first, to somebody who gave more than they got."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from passo.introductions.balance import Balance, balance, with_people
from passo.introductions.sizes import Size
from passo.people.models import Person

MOST_IDEAS = 3
MOST_TOPICS = 2
BETWEEN = re.compile(r"\s*[,;·/\n]\s*")


@dataclass(frozen=True)
class Known:
    """Of somebody whom one is about to ask. `asks` is how much, by size."""

    name: str
    balance: Balance
    cares_about: str = ""
    work: str = ""
    unthanked: str = ""
    asks: int = 0


class Advice(NamedTuple):
    sentence: str
    ideas: list[str]


def advice(known: Known) -> Advice | None:
    """Nothing where they were given at least as much as they gave, what is asked now included."""
    if known.balance != Balance() and known.balance.difference >= known.asks:
        return None
    return Advice(sentence(known), ideas(known)[:MOST_IDEAS])


def sentence(known: Known) -> str:
    name = {"name": known.name}
    if known.balance.difference < 0:
        return _("You received more from %(name)s than you gave. What could you give first?") % name
    if known.balance == Balance():
        return _("You have not noted anything given to %(name)s yet. What could come first?") % name
    return _("With this you would receive more from %(name)s than you gave. Give first?") % name


def ideas(known: Known) -> list[str]:
    """From what is open, from what they care about, from what they do; one that always fits."""
    found = []
    if known.unthanked:
        found.append(_("Say thank you first: %(what)s") % {"what": known.unthanked})
    found += [
        _("Send something about %(topic)s: an article, a date, a name") % {"topic": topic}
        for topic in topics(known.cares_about)
    ]
    if known.work:
        found.append(_("Send somebody their way who needs what they do: %(work)s") % vars(known))
    return [*found, _("Ask what keeps them busy just now, and listen")]


def topics(cares_about: str) -> list[str]:
    """As the owner wrote them, one after the other."""
    return [one for one in BETWEEN.split(cares_about.strip()) if one][:MOST_TOPICS]


def before_asking(person: Person, asks: int = Size.MEDIUM) -> Advice | None:
    """Of a row. An introduction is as much as something medium."""
    known = balance(person)
    open_ones = with_people(person.contributions.unthanked()).order_by("-on", "-pk")
    owed = open_ones.first() if known.received else None
    return advice(
        Known(
            name=person.first_name,
            balance=known,
            cares_about=person.cares_about,
            work=person.job_title,
            unthanked=str(owed or ""),
            asks=asks,
        )
    )
