"""What leads a relationship on to its next stage; before the first contact, finding out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.people.models.person import Consent
from passo.steps import stages, verbs
from passo.steps.models import Offer, Opportunity, Step
from passo.steps.models.offer import State as OfferState
from passo.steps.models.step import State
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, on_clock

KIND, RESEARCH = "rung", "research"
FIRST_WORDS = _("Write %(name)s a first short message")


def next_rung(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    for one in walking(business, only):
        if not is_first(one):
            yield rung(business, one)


def research(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Before the first word to somebody: five minutes about them."""
    unmet = walking(business, only, stage=stages.Rung.INTRODUCTION.value, person__touch_count=0)
    for one in unmet:
        if is_first(one) and not one.is_researched:
            yield finding_out(one)


def is_offered() -> Any:
    """An offer that is out asks for its own next step."""
    return Offer.objects.filter(
        business=OuterRef("business"),
        person=OuterRef("person"),
        state__in=(OfferState.SENT, OfferState.ACCEPTED),
    )


def is_first(one: Any) -> bool:
    """Nobody has spoken with them yet: `unmet` knows how to begin."""
    return one.leads_from.rung == stages.Rung.INTRODUCTION and not one.person.touch_count


def walking(business: Business, only: int | None, **more: Any) -> Any:
    """Whoever moved lately comes first."""
    done = Step.objects.filter(
        opportunity=OuterRef("pk"), verb=verbs.RESEARCH, state=State.DONE, business=business
    )
    found = business.opportunities.walking().filter(person__is_listed=True, **more)
    if only is not None:
        found = found.filter(pk=only)
    found = found.filter(~Exists(is_offered())).exclude(person__consent=Consent.REFUSED)
    found = found.annotate(is_researched=Exists(done))
    return found.select_related("person__organisation").order_by("-moved_at", "-pk")[:MOST]


def rung(business: Business, one: Any) -> Suggestion:
    """The step of its stage; who was read about, and does not know us yet, is written to."""
    stage, person = one.leads_from, one.person
    is_read = one.is_researched and stage.rung == stages.Rung.INTRODUCTION
    last = person.last_touch_at
    seen = f"{on_clock(business, last):%Y%m%d}" if last else "0"
    read = "r" if is_read else ""
    return Suggestion(
        key=f"{KIND}:{one.pk}:{stage.rung.value}-{seen}{read}",
        kind=KIND,
        verb=verbs.WRITE if is_read else stage.verb,
        words=Said(FIRST_WORDS if is_read else stage.step, {"name": person.first_name}),
        why=because(business, one),
        effect=effect_of(stage),
        usual_minutes=verbs.MINUTES[verbs.WRITE] if is_read else stage.minutes,
        **belongs_to(one),
    )


def finding_out(one: Opportunity) -> Suggestion:
    return Suggestion(
        key=f"{RESEARCH}:{one.pk}:{one.stage}",
        kind=RESEARCH,
        verb=verbs.RESEARCH,
        words=Said(one.where.step, {"name": one.person.first_name}),
        why=Said(_("You have not been in touch with %(name)s yet."), {"name": one.person.name}),
        effect=Said(_("Your first words are about them, not about you.")),
        usual_minutes=one.where.minutes,
        **belongs_to(one),
    )


def belongs_to(one: Opportunity) -> dict[str, Any]:
    return {
        "person": one.person,
        "opportunity": one,
        "stage": one.leads_from.rung.value,
        "worth_cents": one.worth_cents,
    }


def because(business: Business, one: Opportunity) -> Said:
    """When you heard of each other last says more than since when it stands there."""
    where, last = {"stage": one.where.label}, one.person.last_touch_at
    if one.leads_from != one.where:
        shown = {**where, "shown": one.leads_from.label}
        return Said(_("You have it at “%(stage)s”; it looks like “%(shown)s” by now."), shown)
    if last:
        day = {**where, "day": on_clock(business, last)}
        return Said(_("At “%(stage)s”. You were in touch last on %(day)s."), day)
    since = {**where, "day": on_clock(business, one.moved_at)}
    return Said(_("At “%(stage)s” since %(day)s."), since)


def effect_of(stage: stages.Stage) -> Said:
    if stage.rung == stages.Rung.CLIENT:
        return Said(_("A client keeps climbing."))
    above = stages.stage_of(stage.rung + 1)
    return Said(_("Leads on to “%(stage)s”."), {"stage": above.label})
