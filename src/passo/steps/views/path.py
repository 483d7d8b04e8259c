"""The path: seven columns of people, one of them in pages, and moving somebody along."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.lib.htmx import page, wants_fragment
from passo.lib.refusal import Refusal
from passo.steps import climbing, stages
from passo.steps import path as paths
from passo.steps.models import Opportunity
from passo.steps.path_forms import StageForm


@members_only()
def path(request: Any, business: Business) -> HttpResponse:
    show = show_in(request.GET)
    rung = stages.NAMES.get(request.GET.get("stage", ""))
    if rung:
        return stage_page(request, business, show, rung)
    return page(request, "steps/path.html", board_of(request, business, show), fragment="path")


def show_in(asked: Any) -> str:
    show = str(asked.get("show", ""))
    return show if show in paths.VIEWS else paths.USUAL


def board_of(request: Any, business: Business, show: str) -> dict[str, Any]:
    facts = paths.facts(business)
    columns = paths.columns(asked_by(request, business), show)
    return {
        **around(request, business, show),
        "facts": facts,
        "columns": columns,
        "first": next((one for one in columns if one.count), columns[0]),
        "tabs": tabs_of(business, show, facts),
    }


def asked_by(request: Any, business: Business) -> paths.Asked:
    return paths.Asked(business, request.user, timezone.now())


def around(request: Any, business: Business, show: str) -> dict[str, Any]:
    here = reverse("path", args=[business.slug])
    return {
        "nav": "path",
        "show": show,
        "here_query": "" if show == paths.USUAL else urlencode({"show": show}),
        "path_url": here,
        "stages": stages.STAGES,
        "may_change": request.membership.may("staff"),
    }


def tabs_of(business: Business, show: str, facts: paths.Facts) -> list[dict[str, Any]]:
    """What nobody is in is not offered; nor is *mine* to whoever works alone."""
    there = {
        "mine": business.memberships.count() > 1,
        "skipped": facts.skipping,
        "resting": facts.resting,
        "ended": facts.ended,
    }
    here = reverse("path", args=[business.slug])
    return [
        {"label": view.label, "url": f"{here}?show={name}", "here": name == show}
        for name, view in paths.VIEWS.items()
        if there.get(name, True) or name == show
    ]


def stage_page(request: Any, business: Business, show: str, rung: int) -> HttpResponse:
    marks = {name: request.GET.get(name, "").replace("\0", "") for name in ("before", "after")}
    listed = paths.one_stage(asked_by(request, business), show, rung, **marks)
    context = {
        **around(request, business, show),
        "column": listed.column,
        "view": paths.VIEWS[show].label,
        "earlier": beside(show, rung, before=listed.before),
        "later": beside(show, rung, after=listed.after),
    }
    return page(request, "steps/path_stage.html", context)


def beside(show: str, rung: int, **mark: str) -> str:
    if not any(mark.values()):
        return ""
    return "?" + urlencode({"show": show, "stage": stages.stage_of(rung).name, **mark})


@require_POST
@members_only("staff")
def move_opportunity(request: Any, business: Business, opportunity_id: int) -> HttpResponse:
    """Nothing blocks a move; what is stepped over is said."""
    walk = get_object_or_404(business.opportunities, pk=opportunity_id)
    form = StageForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("There is no such stage. Choose one of the seven."))
    change = walk.move(form.cleaned_data["stage"], by=request.user)
    say(request, told_of_move(walk) if change else _("Nothing was different."), change)
    if wants_fragment(request):
        context = board_of(request, business, show_in(request.POST))
        return page(request, "steps/path.html", context, fragment="path")
    return redirect(next_page(request, reverse("opportunity", args=[business.slug, walk.pk])))


def told_of_move(walk: Opportunity) -> str:
    skipped = climbing.skipped(walk, climbing.shown_by([walk])[walk.pk])
    words = _("%(name)s stands at %(stage)s now.") % {
        "name": walk.person.name,
        "stage": walk.where.label,
    }
    return " ".join([words, *(str(stage.skipped) for stage in skipped[-1:])])
