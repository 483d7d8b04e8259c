"""What else is noted when a step is done: thanks that were owed, two introduced, a meeting.

Undoing the step takes it back, unless somebody has changed it since.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from passo.businesses.models import Business, Change, User
from passo.introductions.models import Contribution, Introduction
from passo.introductions.models.introduction import State
from passo.lib.refusal import Refusal
from passo.steps.suggestions import introducing, thank

if TYPE_CHECKING:
    from passo.steps.models import Step

AT_ONCE = timedelta(seconds=5)
DEEDS = ("thank", "introduce", "meet")


class Settled(NamedTuple):
    """What a suggestion with this key is about."""

    word: str
    kind: str
    number: int


def settled_by(key: str) -> Settled | None:
    word, _, rest = key.partition(":")
    subject, _, mark = rest.partition(":")
    if word in (introducing.AGREED, introducing.BECAME) and subject.isdecimal():
        return Settled(word, Introduction._meta.label_lower, int(subject))
    is_gift = mark[:1] in (thank.INTRODUCTION, thank.GIFT) and mark[1:].isdecimal()
    if word == thank.KIND and is_gift:
        return Settled(word, Contribution._meta.label_lower, int(mark[1:]))
    return None


def settle(key: str, business: Business, *, by: User | None, today: date) -> None:
    """Where it stands otherwise by now, nothing."""
    about = settled_by(key)
    if about is None or by is None:
        return
    if about.word == thank.KIND:
        thank_for(business, about.number, by, today)
    else:
        go_on(business, about, by, today)


def thank_for(business: Business, number: int, by: User, today: date) -> None:
    """Once something came of an introduction, thanks are the end of it."""
    row = business.contributions.select_related("introduction").filter(pk=number).first()
    if row is None or not row.is_owed:
        return
    made = row.introduction
    if made and made.broker_id == row.person_id and made.state == State.OUTCOME:
        made.thank(today, by=by)
    else:
        row.thank(on=today, by=by)


def go_on(business: Business, about: Settled, by: User, today: date) -> None:
    made = business.introductions.filter(pk=about.number).first()
    if made and about.word == introducing.AGREED and made.state == State.BOTH:
        made.introduce(today, by=by)
    if made and about.word == introducing.BECAME and made.state == State.INTRODUCED:
        made.meet(today, by=by)


def take_back(step: "Step", *, by: User | None) -> None:
    """The change that was made with the step, by whoever did it."""
    about = settled_by(step.made_of)
    steps = step.business.changes.of(step._meta.label_lower, str(step.pk))
    done = steps.filter(what="finish").first()
    if about is None or done is None:
        return
    with_it: dict[str, Any] = {"what__in": DEEDS, "pk__gt": done.pk, "by": done.by}
    with_it["at__range"] = (done.at, done.at + AT_ONCE)
    for kind, number in things(step.business, about):
        made = step.business.changes.of(kind, str(number)).filter(**with_it).order_by("pk").first()
        if made:
            undo(made, by)
            return


def things(business: Business, about: Settled) -> Iterator[tuple[str, int]]:
    """Thanks may have been those for the introduction as well: then it takes both back."""
    if about.word == thank.KIND:
        row = business.contributions.filter(pk=about.number, introduction__isnull=False).first()
        if row and row.introduction_id:
            yield Introduction._meta.label_lower, row.introduction_id
    yield about.kind, about.number


def undo(made: Change, by: User | None) -> None:
    try:
        made.undo(by=by)
    except Refusal:
        return
