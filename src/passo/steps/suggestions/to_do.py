"""Steps that somebody noted: promises first of all, and what asks to be split."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.steps import verbs
from passo.steps.models import Step
from passo.steps.models.step import Promise
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, on_clock

STEP, PROMISE, PROMISED, SPLIT = "step", "promise", "promised", "split"
SPLITTING_MINUTES = 3


def to_do(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """What is open and does not rest; what was promised to us only once its day is past."""
    ahead = business.steps.ahead(today).exclude(person__is_listed=False)
    if only is not None:
        ahead = ahead.filter(pk=only)
    rows = ahead.select_related("person__organisation", "opportunity", "handed_to")
    for step in rows.order_by(F("on").asc(nulls_last=True), "pk")[:MOST]:
        if step.promise != Promise.THEIRS or step.is_overdue(today):
            yield of_step(business, step, today)


def of_step(business: Business, step: Step, today: date) -> Suggestion:
    asks = step.asks_to_be_split and not step.promise
    return (to_split if asks else to_be_done)(business, step, today)


def to_be_done(business: Business, step: Step, today: date) -> Suggestion:
    return Suggestion(
        key=f"{STEP}:{step.pk}:{step.put_off}",
        kind=kind_of(step),
        verb=step.verb,
        words=step.words,
        why=why(business, step),
        effect=effect_of(step),
        usual_minutes=step.usual_minutes or step.minutes,
        minutes=step.minutes,
        **belongs_to(step, today),
    )


def to_split(business: Business, step: Step, today: date) -> Suggestion:
    """It is shown instead of the step: what was carried so often is not carried once more."""
    carried = step.put_off >= verbs.CARRIED
    reason = (
        Said(_("Put off %(times)s times."), {"times": step.put_off})
        if carried
        else Said(_("It takes %(minutes)s minutes."), {"minutes": step.minutes})
    )
    return Suggestion(
        key=f"{STEP}:{step.pk}:{step.put_off}",
        kind=SPLIT,
        verb=step.verb,
        words=Said(_("Split “%(step)s” into smaller steps"), {"step": step.words}),
        why=reason,
        effect=Said(_("A small first part is soon done.")),
        usual_minutes=SPLITTING_MINUTES,
        minutes=SPLITTING_MINUTES,
        **belongs_to(step, today),
    )


def belongs_to(step: Step, today: date) -> dict[str, Any]:
    return {
        "step": step,
        "person": step.person,
        "opportunity": step.opportunity,
        "due": step.on,
        "due_days": (step.on - today).days if step.on else None,
        "promise": step.promise,
        "about": step.about_id,
        "stage": step.opportunity.stage if step.opportunity else 0,
        "worth_cents": step.opportunity.worth_cents if step.opportunity else None,
    }


def kind_of(step: Step) -> str:
    return {Promise.OURS.value: PROMISE, Promise.THEIRS.value: PROMISED}.get(step.promise, STEP)


def why(business: Business, step: Step) -> Said | str:
    values = {"day": step.on, "name": step.person.first_name if step.person else ""}
    if step.promise == Promise.THEIRS and step.person:
        return Said(_("%(name)s promised it by %(day)s."), values)
    if step.promise:
        sentence = _("You promised it by %(day)s.") if step.on else _("You promised it.")
        return Said(sentence, values)
    noted = Said(_("Noted on %(day)s."), {"day": on_clock(business, step.added_at)})
    return step.because or noted


def effect_of(step: Step) -> Said:
    if step.promise == Promise.OURS:
        return Said(_("A word that is kept is what trust is made of."))
    if step.promise:
        return Said(_("You know where you stand."))
    return Said(_("One thing less to carry in your head."))
