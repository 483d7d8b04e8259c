"""Who changed what, newest first, and the way back."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.forms import HistoryForm
from passo.businesses.models import Business, Change
from passo.businesses.saying import next_page, say
from passo.lib.htmx import page
from passo.lib.refusal import Refusal

PAGE = 40


@members_only()
def history(request: Any, business: Business) -> HttpResponse:
    """Paged by the number of the last one shown, so that the hundredth page is as quick."""
    form = HistoryForm(request.GET)
    if not form.is_valid():
        raise Http404
    wish = form.cleaned_data
    found = list(narrowed(business, wish)[: PAGE + 1])
    shown = found[:PAGE]
    context = {
        "days": by_day(shown),
        "is_narrowed": bool(wish["kind"] or wish["by"]),
        "about": about(shown, wish),
        "older": older(wish, shown[-1]) if len(found) > PAGE else "",
        "is_first_page": not wish["before"],
        "undoable": undoable(shown, request.membership),
        "people": business.memberships.select_related("user"),
        "by": wish["by"],
        "nav": "history",
    }
    return page(request, "businesses/history.html", context, fragment="changes")


def narrowed(business: Business, wish: dict[str, Any]) -> "QuerySet[Change]":
    changes = business.changes.select_related("undone_by")
    if wish["kind"]:
        changes = changes.of(wish["kind"], wish["thing"])
    if wish["by"]:
        changes = changes.filter(by_id=wish["by"])
    if wish["before"]:
        changes = changes.filter(pk__lt=wish["before"])
    return changes


def by_day(changes: list[Change]) -> list[tuple[Any, list[Change]]]:
    """On the business's own clock."""
    days = groupby(changes, key=lambda change: timezone.localtime(change.at).date())
    return [(day, list(those)) for day, those in days]


def about(shown: list[Change], wish: dict[str, Any]) -> str:
    """Whose or what history this is, in words."""
    if not shown or not (wish["kind"] or wish["by"]):
        return ""
    return shown[0].thing_name if wish["kind"] else shown[0].by_name


def older(wish: dict[str, Any], last: Change) -> str:
    kept = {name: value for name, value in wish.items() if value and name != "before"}
    return "?" + urlencode(kept | {"before": last.pk})


def undoable(shown: list[Change], membership: Any) -> set[int]:
    return {
        change.pk
        for change in shown
        if change.can_be_undone and membership.may(change.undone_by_role)
    }


@require_POST
@members_only("staff")
def undo_change(request: Any, business: Business, change_id: int) -> HttpResponse:
    """Undoing asks for the role that doing asked for."""
    change = get_object_or_404(business.changes, pk=change_id)
    if not request.membership.may(change.undone_by_role):
        raise Refusal(_("Only an owner can undo this."))
    change.undo(by=request.user)
    say(request, _("It is as it was before."))
    return redirect(next_page(request, reverse("history", args=[business.slug])))
