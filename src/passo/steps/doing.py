"""What one does about a step: done, later, handed over, not this, split.

A suggestion is no row; acting on it makes one. Each answers with the change that undoes it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, Change, User
from passo.lib.refusal import Refusal
from passo.people import touching
from passo.people.models import Touch
from passo.people.models.touch import Direction
from passo.steps import reading, settling, verbs
from passo.steps.models import Step
from passo.steps.models.step import Reason, State
from passo.steps.suggestions import noted
from passo.steps.suggestions.suggestion import Suggestion, on_clock

REST_DAYS = 30  # “not now”
FAR_DAYS = 366 * 2
PARTS = range(2, 4)
TOGETHER = frozenset({"call", "meeting", "visit"})

Doable = Step | Suggestion


class Part(NamedTuple):
    words: str
    minutes: int


@transaction.atomic
def finish(
    thing: Doable,
    *,
    business: Business,
    by: User | None,
    minutes: int | None = None,
    at: datetime | None = None,
    leaves: str = "",
) -> Change | None:
    """Done. A call, a mail, a meeting leaves its touch, and so evidence.

    `leaves`: the kind of touch where it is known better than from the verb.
    """
    row = open_row(thing)
    kind = leaves or verbs.LEAVES.get(thing.verb, "")
    left = touch_left(thing, kind, business, by=by, at=at or timezone.now())
    if row:
        change = row.finish(by=by, minutes=minutes, left=left)
    else:
        values = {"done_at": timezone.now(), "minutes_taken": minutes, "left": left}
        change = made(thing, business, by=by, what="finish", state=State.DONE, **values)
    key = row.made_of if row else thing.key if isinstance(thing, Suggestion) else ""
    settling.settle(key, business, by=by, today=on_clock(business, at or timezone.now()))
    if left and thing.opportunity:
        reading.read_again(business, [thing.opportunity])
    return change


@transaction.atomic
def put_off(
    thing: Doable, until: date, *, business: Business, today: date, by: User | None
) -> Change | None:
    if not today < until <= today + timedelta(days=FAR_DAYS):
        raise Refusal(_("Choose a day after today, within two years."))
    row = open_row(thing)
    if row:
        return row.put_it_off(until, by=by)
    return made(thing, business, by=by, what="put_off", rests_until=until, put_off=1)


@transaction.atomic
def hand_over(thing: Doable, to: User, *, business: Business, by: User | None) -> Change | None:
    """Only to somebody who may do it; they find it in their Today."""
    membership = business.memberships.filter(user=to).first()
    if membership is None or not membership.may("staff"):
        raise Refusal(_("Only somebody of your team who may change things can take it over."))
    row = open_row(thing)
    if row:
        return row.hand_over(to, by=by)
    return made(thing, business, by=by, what="hand_over", handed_to=to)


@transaction.atomic
def drop(
    thing: Doable, reason: str, *, business: Business, today: date, by: User | None
) -> Change | None:
    """Not this. “Not now” lets the same be suggested again in a month."""
    reason = reason.strip()[:300]
    if not reason:
        raise Refusal(_("Say in a word why not: it teaches Passo."))
    rests = today + timedelta(days=REST_DAYS) if reason == Reason.NOT_NOW else None
    row = open_row(thing)
    if row:
        return row.drop(reason, by=by, rests_until=rests)
    return made(
        thing,
        business,
        by=by,
        what="drop",
        state=State.DROPPED,
        reason=reason,
        rests_until=rests,
    )


@transaction.atomic
def split(
    thing: Doable, parts: Sequence[Part], *, business: Business, by: User | None
) -> Change | None:
    """Two or three smaller ones instead; the promise and its day go with the last."""
    if len(parts) not in PARTS:
        raise Refusal(_("Split it into two or three."))
    row = open_row(thing) or kept(thing, business, by=by)
    for number, part in enumerate(parts, start=1):
        add_part(row, part, is_last=number == len(parts), by=by)
    return row.drop(Reason.SPLIT, by=by, what="split")


def add_part(step: Step, part: Part, *, is_last: bool, by: User | None) -> Step:
    return Step.add(
        by=by,
        what="part",
        business=step.business,
        person=step.person,
        opportunity=step.opportunity,
        verb=step.verb,
        words=part.words,
        minutes=part.minutes,
        on=step.on if is_last else None,
        promise=step.promise if is_last else "",
        because=step.words[:300],
        part_of=step,
        handed_to=step.handed_to,
        added_by=by,
    )


def first_parts(words: str, verb: str, minutes: int) -> list[Part]:
    """A proposal to change: get ready, do the heart of it, tell how it went."""
    third = max(verbs.MINUTES[verbs.RESEARCH], round(minutes / 3))
    begin = {
        verbs.OFFER: _("Write down promise, price and day: %(step)s"),
        verbs.MEET: _("Propose two dates: %(step)s"),
        verbs.DELIVER: _("Agree on the day: %(step)s"),
    }.get(verb, _("Note what it takes: %(step)s"))
    values = {"step": words}
    return [
        Part((begin % values)[:300], min(10, third)),
        Part((_("The first half: %(step)s") % values)[:300], min(verbs.LARGE, third)),
        Part((_("The rest: %(step)s") % values)[:300], min(verbs.LARGE, third)),
    ]


def row_of(thing: Doable) -> Step | None:
    return thing if isinstance(thing, Step) else thing.step


def open_row(thing: Doable) -> Step | None:
    """Held until this is done with it: of two who press at once the second is told."""
    row = row_of(thing)
    if row:
        held = Step.objects.select_for_update().filter(pk=row.pk, business=row.business_id)
        row.state = held.values_list("state", flat=True).first() or State.DROPPED
    refuse_what_is_over(row)
    return row


def refuse_what_is_over(row: Step | None) -> None:
    if row and row.state != State.OPEN:
        raise Refusal(_("This step is no longer open."))


def made(
    thing: Doable, business: Business, *, by: User | None, what: str, **values: Any
) -> Change | None:
    """The suggestion becomes a row in the state that was said; its adding is what is undone."""
    step = kept(thing, business, by=by, what=what, **values)
    return business.changes.of(Step._meta.label_lower, str(step.pk)).first()


def kept(
    one: Doable, business: Business, *, by: User | None, what: str = "add", **values: Any
) -> Step:
    """Once: of two who press at the same time the second is told."""
    assert isinstance(one, Suggestion)  # noqa: S101 -- a row is there already
    Business.objects.select_for_update().get(pk=business.pk)
    before = business.steps.filter(made_of=one.key).order_by("-pk").first()
    if before and not (before.state == State.DROPPED and before.reason == Reason.NOT_NOW):
        raise Refusal(_("Somebody has seen to this already."))
    if one.kind == noted.KIND and one.about:
        take_note_over(business, one.about, by=by)
    return Step.add(by=by, what=what, **row_values(one, business, by), **values)


def take_note_over(business: Business, touch: int, *, by: User | None) -> None:
    """What a line noted is this step from now on."""
    note = business.touches.filter(pk=touch).first()
    if note:
        note.lift_step(by=by)


def row_values(one: Suggestion, business: Business, by: User | None) -> dict[str, Any]:
    return {
        "business": business,
        "person": one.person,
        "opportunity": one.opportunity,
        "verb": one.verb,
        "words": str(one.words)[:300],
        "minutes": one.minutes or one.usual_minutes,
        "usual_minutes": one.usual_minutes,
        "on": one.due if one.promise or one.kind == noted.KIND else None,
        "promise": one.promise,
        "because": str(one.why)[:300],
        "made_of": one.key,
        "about_id": one.about,
        "added_by": by,
    }


def touch_left(
    thing: Doable, kind: str, business: Business, *, by: User | None, at: datetime
) -> Touch | None:
    if not kind or thing.person is None:
        return None
    return touching.note_down(
        business,
        [thing.person],
        by=by,
        kind=kind,
        at=at,
        direction=Direction.BOTH if kind in TOGETHER else Direction.OUT,
        text=str(thing.words)[:300],
    )
