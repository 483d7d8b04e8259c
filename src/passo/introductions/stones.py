"""How far an introduction has come: its six stones, and the story of both yeses."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from passo.introductions.asking import DAYS_TO_REMINDER, Role, whom
from passo.introductions.models import Ask, Introduction
from passo.introductions.models.introduction import OVER, TOOK_PLACE, WAITING, State
from passo.lib.dates import format_day

DONE, WAITS, AHEAD = "circle-check", "circle-dot", "circle-dashed"
SPOKEN = (State.MET, State.OUTCOME)


class Stone(NamedTuple):
    icon: str
    text: str
    note: str = ""
    when: str = ""


def rungs(made: Introduction, asks: dict[str, Ask]) -> list[tuple[str, str]]:
    """Six: asked, both yeses, introduced, met, thanked. Each done, here or ahead."""
    took_place = made.state in TOOK_PLACE
    agreed = [took_place or has_agreed(asks.get(role)) for role in whom(made)]
    done = [
        made.state != State.DRAFTED,
        *agreed,
        took_place,
        made.state in SPOKEN or made.met_on is not None,
        made.state == State.THANKED,
    ]
    says = [SAYS[role]() % {"name": one.first_name} for role, one in whom(made).items()]
    names = [_("Asked"), *says, pgettext("stone", "Introduced"), _("Met"), _("Thanked")]
    is_over = made.state in OVER
    here = -1 if is_over else next(at for at, is_done in enumerate(done) if not is_done)
    return [
        (name, "done" if is_done else "here" if at == here else "")
        for at, (name, is_done) in enumerate(zip(names, done, strict=True))
    ]


def has_agreed(ask: Ask | None) -> bool:
    return ask is not None and ask.agreed_at is not None


def stones(made: Introduction, asks: dict[str, Ask], today: date) -> Iterator[Stone]:
    """Made from silence and yes alone."""
    yield written(made, today)
    for role, person in whom(made).items():
        ask = asks.get(role)
        says = SAYS[role]() % {"name": person.first_name}
        yield answered(made, says, ask, today) if ask else Stone(AHEAD, says, before_asked(made))
    yield introduced(made, today)


def written(made: Introduction, today: date) -> Stone:
    text = _("You write the ask") if not made.is_made else _("You ask both, each alone")
    if made.state == State.DRAFTED:
        return Stone(WAITS, text, _("A draft. Nobody has seen it."))
    return Stone(DONE, text, "", said(made.asked_on, today))


SAYS = {
    Role.BROKER: lambda: _("%(name)s agrees to ask"),
    Role.TARGET: lambda: _("%(name)s agrees to hear from you"),
    Role.ONE: lambda: _("%(name)s would like it"),
    Role.OTHER: lambda: _("%(name)s would like it"),
}


def before_asked(made: Introduction) -> str:
    return _("Sees one line, with your name, and nothing else.") if not made.is_made else ""


def answered(made: Introduction, text: str, ask: Ask, today: date) -> Stone:
    if ask.agreed_at:
        return Stone(DONE, text, ask.reach, said(timezone.localdate(ask.agreed_at), today))
    if made.state in WAITING:
        return Stone(WAITS, text, waits(made, ask, today))
    return Stone(AHEAD, text)


def waits(made: Introduction, ask: Ask, today: date) -> str:
    assert made.rests_on  # noqa: S101 -- whoever is asked has a day
    rests = said(made.rests_on, today)
    if ask.address and ask.reminded_at is None:
        day = timezone.localdate(ask.sent_at) + timedelta(days=DAYS_TO_REMINDER)
        values = {"day": said(day, today), "rests": rests}
        return _("Waiting. One gentle reminder %(day)s, and rest from %(rests)s on.") % values
    return _("Waiting, and at rest from %(rests)s on.") % {"rests": rests}


def introduced(made: Introduction, today: date) -> Stone:
    text = _("You are introduced") if not made.is_made else _("They are introduced")
    if made.state in TOOK_PLACE:
        return Stone(DONE, text, "", said(made.introduced_on, today))
    return Stone(WAITS if made.state == State.BOTH else AHEAD, text)


def said(day: date | None, today: date) -> str:
    return format_day(day, today) if day else ""
