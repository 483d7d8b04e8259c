"""What they said of the way itself, as its page tells it: no, not before March, clients first."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists
from django.utils.translation import gettext as _

from passo.engine.signals import shapes
from passo.lib.dates import format_day
from passo.people.quoting import quoted_in
from passo.steps import pausing
from passo.steps.models import Opportunity
from passo.steps.suggestions.suggestion import day_ends, on_clock

OF_THE_WAY = (
    shapes.REFUSAL,
    shapes.NOT_BEFORE,
    shapes.OUT_OF_OFFICE,
    shapes.NO_LONGER_HERE,
    shapes.BOUNCE,
    shapes.CLIENTS_FIRST,
)
ICONS = {shapes.NOT_BEFORE: "clock", shapes.OUT_OF_OFFICE: "clock"}


class Word(NamedTuple):
    """`advice` is what to make of it."""

    kind: str
    icon: str
    text: str
    advice: str
    quote: str
    on: date


def words_of(walk: Opportunity, today: date) -> list[Word]:
    """The newest of each kind, while they have not come back since; the newest first."""
    now = day_ends(walk.business, today)
    rows = pausing.theirs(walk.business, OF_THE_WAY, now, [walk.person_id], stands=False)
    rows = rows.annotate(is_over=Exists(pausing.their_words_since(now)))
    newest: dict[str, Any] = {}
    for one in rows.order_by("-at", "-pk"):
        if one.kind == shapes.CLIENTS_FIRST or not (one.is_over or is_past(one, today)):
            newest.setdefault(one.kind, one)
    return [word(walk, one, today) for one in newest.values()]


def is_past(one: Any, today: date) -> bool:
    if one.kind == shapes.NOT_BEFORE:
        return bool(one.on <= today)
    return one.kind == shapes.OUT_OF_OFFICE and pausing.rest_of(one).until <= today


def word(walk: Opportunity, one: Any, today: date) -> Word:
    name = walk.person.first_name
    day = format_day(one.on, today) if one.on else ""
    sentences = {
        shapes.REFUSAL: (
            _("%(name)s said no."),
            _("Thank them, and leave the door open. A no is not an interest, however polite."),
        ),
        shapes.NOT_BEFORE: (_("%(name)s asked to wait until %(day)s."), _("It rests until then.")),
        shapes.OUT_OF_OFFICE: (
            _("%(name)s is away until %(day)s.") if day else _("%(name)s is away."),
            _("Write when they are back."),
        ),
        shapes.NO_LONGER_HERE: (
            _("%(name)s is no longer reached there."),
            _("Find out who is there now, or the new address."),
        ),
        shapes.BOUNCE: (
            _("Your mail did not reach %(name)s."),
            _("Find out who is there now, or the new address."),
        ),
        shapes.CLIENTS_FIRST: (_("%(name)s asked for clients first."), ""),
    }
    text, advice = sentences[one.kind]
    quote = "" if one.kind == shapes.BOUNCE else one.quote
    values = {"name": name, "day": day}
    icon = ICONS.get(one.kind, "triangle-alert")
    return Word(one.kind, icon, text % values, advice, quote, on_clock(walk.business, one.at))


def quotes_in(walk: Opportunity, touches: Iterable[int]) -> dict[int, str]:
    """What was asked or promised in these touches, the first of each."""
    found = quoted_in(walk.business_id, touches, {})
    return {touch: said[0].words for touch, said in found.items()}
