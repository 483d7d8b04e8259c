"""Settings of a business, and taking everything of it along."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses import exporting
from passo.businesses.access import members_only
from passo.businesses.forms import SettingsForm
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.htmx import page
from passo.lib.refusal import Refusal


@members_only()
def business_settings(request: Any, business: Business) -> HttpResponse:
    """An owner changes them, the others see them."""
    form = SettingsForm(business=business)
    if request.membership.may("owner"):
        return settings_page(request, business, form)
    context = {"form": form, "nav": "business_settings"}
    return render(request, "businesses/settings_to_read.html", context)


@members_only("owner")
def settle(request: Any, business: Business) -> HttpResponse:
    form = SettingsForm(request.POST or None, business=business)
    if form.is_valid():
        change = business.settle(by=request.user, **form.cleaned_data)
        kept = _("Your changes are kept.") if change else _("Nothing was different.")
        say(request, kept, change)
    elif request.method == "POST":
        return settings_page(request, business, form)
    return redirect("business_settings", business.slug)


def settings_page(request: Any, business: Business, form: SettingsForm) -> HttpResponse:
    context = {
        "form": form,
        "exports": exporting.exports_of(business),
        "is_answered": True,
        "nav": "business_settings",
    }
    return render(request, "businesses/settings.html", context)


@require_POST
@members_only("owner")
def export_business(request: Any, business: Business) -> HttpResponse:
    exporting.begin(business, request.user)
    return redirect(reverse("business_settings", args=[business.slug]) + "#export")


@members_only("owner")
def download_export(request: Any, business: Business, progress_id: int) -> FileResponse:
    """Only the file is read while it streams: by then the wall is closed again."""
    progress = get_object_or_404(business.progresses, pk=progress_id, kind="export")
    path = exporting.file_of(progress)
    if path is None:
        raise Refusal(_("This export is not there, or no longer. Please make a new one."))
    return as_download(path, f"{business.slug}-{timezone.localdate()}.zip")


def as_download(path: Path, name: str) -> FileResponse:
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@members_only()
def progress(request: Any, business: Business, progress_id: int) -> HttpResponse:
    """How far it has come: a part that asks for itself every second, or a page with a link."""
    found = get_object_or_404(business.progresses, pk=progress_id)
    return page(request, "businesses/progress.html", {"progress": found}, fragment="progress")
