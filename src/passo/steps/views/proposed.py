"""Whom Passo proposes to walk with: kept or dropped, one or all, each taken back as easily."""

from itertools import groupby
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change
from passo.businesses.saying import next_page, say
from passo.lib.dates import format_number
from passo.lib.refusal import Refusal
from passo.people.listing import number_in
from passo.steps import climbing, proposing, stages
from passo.steps import path as paths
from passo.steps.few_words import because, icon_of, touch_url
from passo.steps.models import Evidence, Opportunity


class Proposed(NamedTuple):
    """One proposal, and what it is believed by."""

    walk: Opportunity
    evidence: Evidence
    icon: str
    why: str
    url: str


@members_only()
def proposed(request: Any, business: Business) -> HttpResponse:
    rows = paths.with_person(business.opportunities.waiting())
    walks = list(rows.order_by("-stage", "-person__strength", "pk")[: proposing.MOST])
    shown = climbing.shown_by(walks)
    told = [told_of(business, walk, shown[walk.pk]) for walk in walks]
    groups = groupby(told, key=lambda one: one.walk.stage)
    context = {
        "nav": "path",
        "count": len(walks),
        "groups": [(stages.stage_of(rung), list(those)) for rung, those in groups],
        "stages": stages.STAGES,
        "may_change": request.membership.may("staff"),
    }
    return render(request, "steps/path_proposed.html", context)


def told_of(business: Business, walk: Opportunity, shown: list[Evidence]) -> Proposed:
    """What shows the highest stage is why."""
    row = max(shown, key=lambda one: (one.stage, one.on))
    url = touch_url(row.touch, business.slug, walk.person_id) if row.touch else ""
    return Proposed(walk, row, icon_of(row), because(row), url)


@require_POST
@members_only("staff")
def decide_proposed(request: Any, business: Business) -> HttpResponse:
    """`keep` or `drop` those ticked; `keep-3` only those of them that stand in the third group."""
    deed, _dash, group = request.POST.get("deed", "").partition("-")
    ids = ticked(request, business, number_in(group))
    if deed == "keep":
        told = kept(request, business, ids)
    elif deed == "drop":
        told = proposing.drop(business, ids, by=request.user)
    else:
        raise Refusal(_("Please choose what to do."))
    say_done(request, business, deed, told)
    return redirect(next_address(business))


def ticked(request: Any, business: Business, rung: int) -> list[int]:
    ids = [number_in(one) for one in request.POST.getlist("id")[: 2 * proposing.MOST]]
    rows = business.opportunities.waiting().filter(pk__in=ids)
    if rung:
        rows = rows.filter(stage=rung)
    return list(rows.values_list("pk", flat=True))


def kept(request: Any, business: Business, ids: list[int]) -> list[Change]:
    """With the stage that was chosen beside each, where it was changed."""
    chosen = {pk: number_in(request.POST.get(f"stage-{pk}", "")) for pk in ids}
    known = {pk: rung for pk, rung in chosen.items() if 0 < rung <= len(stages.STAGES)}
    believed = dict(business.opportunities.filter(pk__in=ids).values_list("pk", "stage"))
    changed = {pk: rung for pk, rung in known.items() if rung != believed[pk]}
    return proposing.keep(business, ids, by=request.user, stages=changed)


def next_address(business: Business) -> str:
    """On with the rest; when all is decided, to the path."""
    is_more = business.opportunities.waiting().exists()
    return reverse("proposed" if is_more else "path", args=[business.slug])


def say_done(request: Any, business: Business, deed: str, changes: list[Change]) -> None:
    if not changes:
        say(request, _("Please select somebody first."))
        return
    numbers = [change.pk for change in changes]
    here = reverse("take_back_proposed", args=[business.slug])
    undo = f"undo:{here}?from={min(numbers)}&to={max(numbers)}"
    messages.success(request, told_of_deed(deed, len(changes)), extra_tags=undo)


def told_of_deed(deed: str, count: int) -> str:
    if deed == "keep":
        words = ngettext(
            "You are walking with %(n)s person more.",
            "You are walking with %(n)s people more.",
            count,
        )
    else:
        words = ngettext(
            "%(n)s person is not proposed again.", "%(n)s people are not proposed again.", count
        )
    return words % {"n": format_number(count)}


@require_POST
@members_only("staff")
def take_back_proposed(request: Any, business: Business) -> HttpResponse:
    first, last = (number_in(request.GET.get(name, "")) for name in ("from", "to"))
    count = proposing.take_back(business, first, last, by=request.user) if last else 0
    say(request, _("It is as it was before.") if count else _("There was nothing to take back."))
    return redirect(next_page(request, reverse("proposed", args=[business.slug])))
