"""What was asked and promised in a mail, under its line in the story, and what came of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business
from passo.engine.signals import settle, shapes
from passo.people.models import Signal
from passo.people.signals import engine_touches

SHOWN = (shapes.QUESTION, shapes.PROMISE, shapes.COMPLAINT)
ICONS = {shapes.QUESTION: "message-circle", shapes.COMPLAINT: "triangle-alert"}
STATES = {
    "owed": _("waits for your answer"),
    "awaited": _("not answered yet"),
    "answered": _("answered"),
    "open": _("still to be kept"),
    "overdue": _("its day is past"),
    "kept": _("kept"),
    "renewed": _("promised anew"),
    "released": _("no longer needed"),
}
States = dict[tuple[object, str, date | None], str]


class Quoted(NamedTuple):
    """`state` is empty where it is not looked up."""

    icon: str
    words: str
    state: str
    is_open: bool


def quoted_in(business: int, touches: Iterable[int], states: States) -> dict[int, list[Quoted]]:
    """By touch, in the order of the mail; one question."""
    rows = Signal.objects.filter(
        business=business, touch__in=list(touches), kind__in=SHOWN, address=""
    )
    found: dict[int, list[Quoted]] = defaultdict(list)
    for one in rows.order_by("pk"):
        found[one.touch_id].append(quoted(one, states.get((one.touch_id, one.kind, one.on), "")))
    return found


def quoted(one: Signal, state: str) -> Quoted:
    return Quoted(
        icon=ICONS.get(one.kind, "corner-down-right"),
        words=one.quote,
        state=str(STATES.get(state, "")),
        is_open=state in {"owed", "open", "overdue"},
    )


def states_of(business: Business, person: int, moments: Sequence[datetime], today: date) -> States:
    """How it stands with one person, from the first of these moments on."""
    if not moments:
        return {}
    touches = engine_touches(business, [person], since=min(moments))
    settled = settle(touches[person], today)
    standings = (*settled.owed, *settled.awaited, *settled.answered, *settled.promises)
    return {(one.touch.id, one.signal.kind, one.signal.day): one.state for one in standings}
