"""One opportunity: where it stands and why, what the owner says of it, rest and end."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change
from passo.businesses.saying import say
from passo.engine.signals.shapes import CLIENTS_FIRST
from passo.lib.refusal import Refusal
from passo.steps import path as paths
from passo.steps import prospecting, stages, standing, their_word
from passo.steps.models import Opportunity, Step
from passo.steps.path_forms import AboutForm, CloseForm, RestForm, SayForm, StageForm

OFFERS = 10


@members_only()
def opportunity(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    return opportunity_page(request, one_of(business, opportunity_id))


def one_of(business: Business, opportunity_id: int) -> Opportunity:
    rows: QuerySet[Opportunity] = business.opportunities.select_related("person", "organisation")
    walk = get_object_or_404(rows, pk=opportunity_id)
    walk.business = walk.person.business = business
    return walk


def opportunity_page(
    request: Any, walk: Opportunity, status: int = 200, **forms: Any
) -> HttpResponse:
    evidence = list(walk.evidence.select_related("touch__brought_by"))
    touches = [row.touch_id for row in evidence if row.touch_id]
    stones = standing.stones_of(walk, evidence, their_word.quotes_in(walk, touches))
    words = their_word.words_of(walk, timezone.localdate())
    others = walk.person.opportunities.exclude(pk=walk.pk).order_by("-pk")
    context = {
        "nav": "path",
        "walk": walk,
        "person": walk.person,
        "stones": stones,
        "words": [one for one in words if one.kind != CLIENTS_FIRST],
        "clients_first": next((one for one in words if one.kind == CLIENTS_FIRST), None),
        "rungs": standing.rungs_of(stones),
        "skipped": [stone.stage for stone in stones if stone.state == standing.SKIPPED],
        "further": walk.further,
        "step": paths.next_steps(walk.business, [walk]).get(walk.pk),
        "lead": walk.leads_from.onward.words_for(walk.person.first_name),
        "rules": prospecting.rules_of(walk, timezone.localdate()),
        "years": standing.years_of(walk, evidence),
        "others": others[:10],
        "offers": list(walk.offers.order_by("-pk")[:OFFERS]),
        "stages": stages.STAGES,
        "days": walk.days_here(timezone.now()),
        "may_change": request.membership.may("staff"),
        "say_form": SayForm(auto_id=False),
        "rest_form": RestForm(today=timezone.localdate(), auto_id="rest-%s"),
        "close_form": CloseForm(auto_id="close-%s"),
        "about_form": AboutForm(initial={"purpose": walk.purpose}, auto_id="about-%s"),
        **forms,
    }
    return render(request, "steps/opportunity.html", context, status=status)


def back_to(request: Any, walk: Opportunity, sentence: str, change: Change | None) -> HttpResponse:
    say(request, sentence if change else _("Nothing was different."), change)
    return redirect("opportunity", walk.business.slug, walk.pk)


@require_POST
@members_only("staff")
def say_stage(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    walk, form = one_of(business, opportunity_id), SayForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("Choose one of the seven stages, and say it in at most 300 letters."))
    stage, words = form.cleaned_data["stage"], form.cleaned_data["words"]
    change = walk.say(stage, words, on=timezone.localdate(), by=request.user)
    told = _("Kept: %(stage)s, by your word.") % {"stage": stages.stage_of(stage).label}
    return back_to(request, walk, told, change)


@require_POST
@members_only("staff")
def unsay_stage(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    walk, rung = one_of(business, opportunity_id), rung_in(request)
    return back_to(request, walk, _("No longer by your word."), walk.unsay(rung, by=request.user))


def rung_in(request: Any) -> int:
    form = StageForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("There is no such stage. Choose one of the seven."))
    rung: int = form.cleaned_data["stage"]
    return rung


@require_POST
@members_only("staff")
def take_step(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    """The small step that makes up for a stage, or that leads on from where it stands."""
    walk, rung = one_of(business, opportunity_id), rung_in(request)
    is_onward = rung == walk.leads_from.rung
    lead = walk.leads_from.onward if is_onward else stages.stage_of(rung).mend
    step = Step.add(
        by=request.user,
        business=business,
        person=walk.person,
        opportunity=walk,
        verb=lead.verb,
        words=lead.words_for(walk.person.first_name)[:300],
        minutes=lead.minutes,
        because="" if is_onward else str(stages.stage_of(rung).skipped),
        added_by=request.user,
    )
    change = business.changes.of(step._meta.label_lower, str(step.pk)).first()
    return back_to(request, walk, _("It is among your steps."), change)


@require_POST
@members_only("staff")
def mark_clients_first(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    walk, is_so = one_of(business, opportunity_id), request.POST.get("is_so") == "yes"
    change = walk.mark_clients_first(is_so=is_so, by=request.user)
    return back_to(request, walk, _("Noted."), change)


@require_POST
@members_only("staff")
def rest_opportunity(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    walk = one_of(business, opportunity_id)
    form = RestForm(request.POST, today=timezone.localdate(), auto_id="rest-%s")
    if not form.is_valid():
        return opportunity_page(request, walk, 422, rest_form=form)
    until, reason = form.cleaned_data["until"], form.cleaned_data["reason"]
    change = walk.rest(until, by=request.user, reason=reason)
    told = _("%(name)s rests.") % {"name": walk.person.first_name}
    return back_to(request, walk, told, change)


@require_POST
@members_only("staff")
def close_opportunity(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    walk = one_of(business, opportunity_id)
    form = CloseForm(request.POST, auto_id="close-%s")
    if not form.is_valid():
        return opportunity_page(request, walk, 422, close_form=form)
    change = walk.close(form.cleaned_data["reason"], by=request.user)
    return back_to(request, walk, _("It has ended. What you learned stays."), change)


@require_POST
@members_only("staff")
def go_on(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    """From rest, from an end, or from a proposal that is kept after all."""
    walk = one_of(business, opportunity_id)
    told = _("%(name)s is on the way again.") % {"name": walk.person.first_name}
    return back_to(request, walk, told, walk.go_on(by=request.user))


@require_POST
@members_only("staff")
def say_about(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    walk = one_of(business, opportunity_id)
    form = AboutForm(request.POST, auto_id="about-%s")
    if not form.is_valid():
        return opportunity_page(request, walk, 422, about_form=form)
    change = walk.change(by=request.user, what="correct", purpose=form.cleaned_data["purpose"])
    return back_to(request, walk, _("Kept."), change)
