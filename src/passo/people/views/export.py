"""Taking people along: which, in which format, and the file when it is ready."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.views.business_settings import as_download
from passo.lib.htmx import page
from passo.lib.refusal import Refusal
from passo.people.yours import exporting
from passo.people.yours.files import ALL, FILES


@members_only("staff")
def export_people(request: Any, business: Business) -> HttpResponse:
    """Everybody, or some (`ids=3,14`)."""
    if request.method == "POST":
        return begin(request, business)
    ids = exporting.ids_in(",".join(request.GET.getlist("ids")))
    chosen = exporting.chosen_by(business, ids)
    everybody = business.people.listed() if chosen is None else chosen
    context = {
        "count": everybody.count(),
        "is_everybody": chosen is None,
        "ids": ",".join(map(str, ids)),
        "formats": [(name, file.says) for name, file in FILES.items()],
        "exports": exporting.exports_of(business),
        "nav": "people",
    }
    return render(request, "people/export.html", context)


def begin(request: Any, business: Business) -> HttpResponse:
    exporting.begin(
        business,
        request.user,
        form=request.POST.get("format", ALL),
        ids=exporting.ids_in(request.POST.get("ids", "")),
    )
    return redirect(reverse("export_people", args=[business.slug]) + "#ready")


@members_only("staff")
def export_people_progress(request: Any, business: Business, export_id: int) -> HttpResponse:
    found = get_object_or_404(exporting.exports(business), pk=export_id)
    return page(request, "people/export_progress.html", {"progress": found}, fragment="progress")


@members_only("staff")
def download_people(request: Any, business: Business, export_id: int) -> FileResponse:
    """Only the file is read while it streams: by then the wall is closed again."""
    progress = get_object_or_404(exporting.exports(business), pk=export_id)
    path = exporting.file_of(progress)
    if path is None:
        raise Refusal(_("This export is not there, or no longer. Please make a new one."))
    return as_download(path, exporting.name_of(progress))
