"""What an import did, the ones before it, and the way back."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.htmx import page
from passo.people.bringing_in import report, undoing
from passo.people.bringing_in.showing import Row

PAGE = 50


@members_only()
def import_report(request: Any, business: Business, import_id: int) -> HttpResponse:
    """Live while it is read, and its report afterwards."""
    brought_by = get_object_or_404(business.imports.select_related("progress"), pk=import_id)
    after = number_in(request, "after")
    problems = list(report.problem_rows(brought_by, after)[: PAGE + 1])
    context = {
        "row": Row(brought_by),
        "lines": report.lines_of(brought_by),
        "who": report.who_brought(business, [brought_by]).get(brought_by.pk, ""),
        "problems": report.told_problems(brought_by, problems[:PAGE]),
        "older": f"?after={problems[PAGE - 1].pk}#problems" if len(problems) > PAGE else "",
        "is_first_page": not after,
        "close": report.close_ones(brought_by),
        "pairs": business.pairs.filter(state="waiting").count(),
        "nav": "bring_in",
    }
    return page(request, "people/import_report.html", context, fragment="report")


def number_in(request: Any, name: str) -> int:
    asked = request.GET.get(name, "")
    if not asked:
        return 0
    if not asked.isdecimal() or len(asked) > 18:  # noqa: PLR2004 — beyond, no row has it
        raise Http404
    return int(asked)


@require_GET
@members_only()
def problems(request: Any, business: Business, import_id: int) -> HttpResponse:
    """For a spreadsheet; no cell of it is a formula there."""
    brought_by = get_object_or_404(business.imports, pk=import_id)
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer.writelines(report.problem_table(brought_by))
    name = _("problems") + f"-{brought_by.pk}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@members_only()
def earlier(request: Any, business: Business) -> HttpResponse:
    before = number_in(request, "before")
    found = report.earlier(business, PAGE + 1, before=before)
    older = f"?before={found[PAGE - 1].brought_by.pk}" if len(found) > PAGE else ""
    context = {
        "earlier": found[:PAGE],
        "older": older,
        "is_first_page": not before,
        "nav": "bring_in",
    }
    return render(request, "people/earlier_imports.html", context)


@members_only("staff")
def undo(request: Any, business: Business, import_id: int) -> HttpResponse:
    """First what would go and what would stay, then the deed."""
    brought_by = get_object_or_404(business.imports, pk=import_id)
    if request.method == "POST":
        undoing.begin(brought_by, by=request.user)
        say(request, _("It is being taken back."))
        return redirect("import_report", business.slug, import_id)
    context = {
        "row": Row(brought_by),
        "foreseen": undoing.foresee(brought_by),
        "can_be_undone": brought_by.state in undoing.CAN_BE_UNDONE,
        "nav": "bring_in",
    }
    return render(request, "people/undo_import.html", context)
