"""The page “Bring in”: from files to the button, and live while they are read."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.htmx import page
from passo.lib.refusal import Refusal
from passo.people.bringing_in import beginning, receiving, report
from passo.people.bringing_in.showing import Row
from passo.people.bringing_in.typed import ColumnsForm, ReadAsForm, StartForm
from passo.people.models import Import
from passo.readers.tables.text import ENCODINGS


@members_only()
def bring_in(request: Any, business: Business) -> HttpResponse:
    return show(request, business, StartForm(guessed=guessed(business)))


def show(request: Any, business: Business, form: StartForm, *, status: int = 200) -> HttpResponse:
    rows = [Row(one) for one in report.on_the_table(business)]
    asking = [row for row in rows if row.brought_by.state == "asking"]
    context = {
        "form": form,
        "asking": asking,
        "uploading": [row for row in rows if row.brought_by.state == "uploading"],
        "moving": [row for row in rows if row.brought_by.state not in {"asking", "uploading"}],
        "is_moving": any(row.is_under_way for row in rows),
        "ready": [row for row in asking if row.is_ready],
        "has_mail": any(row.brought_by.kind in {"mbox", "eml", "zip"} for row in asking),
        "known": beginning.own_addresses(business),
        "pairs": business.pairs.filter(state="waiting").count(),
        "found": report.found_so_far(business),
        "earlier": report.earlier(business, report.SHOWN_BESIDE),
        "encodings": ENCODINGS.items(),
        "nav": "bring_in",
    }
    return page(request, "people/bring_in.html", context, fragment="moving", status=status)


def guessed(business: Business) -> list[str]:
    """What the files and the members' own accounts say; known ones are not asked again."""
    asking = business.imports.filter(state="asking")
    own = {one for made in asking for one in made.options.get("own", ())}
    return sorted(own - set(beginning.own_addresses(business)))


@require_POST
@members_only("staff")
def start(request: Any, business: Business) -> HttpResponse:
    form = StartForm(request.POST, guessed=guessed(business))
    if not form.is_valid():
        return show(request, business, form, status=422)
    beginning.say_own(business, form.addresses())
    keep_bodies = form.cleaned_data["keep_bodies"]
    begun = beginning.start_all(business, by=request.user, keep_bodies=keep_bodies)
    if not begun:
        raise Refusal(_("There is no file here that can be brought in."))
    many = len(begun)
    said = ngettext("It is being read.", "%(n)s files are being read.", many) % {"n": many}
    say(request, said)
    return redirect("bring_in", business.slug)


def waiting(business: Business, import_id: int) -> Import:
    """One that can still be changed: nothing of it is in yet."""
    found = get_object_or_404(business.imports, pk=import_id)
    if found.state != "asking" or not found.kind:
        raise Refusal(_("It is being brought in already, or it is none that Passo can read."))
    return found


@require_POST
@members_only("staff")
def read_as(request: Any, business: Business, import_id: int) -> HttpResponse:
    """With another encoding, or another sheet: its columns are others then."""
    found, form = waiting(business, import_id), ReadAsForm(request.POST)
    if form.is_valid():
        chosen = {name: value for name, value in form.cleaned_data.items() if value}
        is_other_sheet = chosen.get("sheet", "") != found.options.get("sheet", "")
        beginning.look_again(
            found, **chosen, **({"mapping": None, "header": None} if is_other_sheet else {})
        )
    return redirect(f"{reverse('bring_in', args=[business.slug])}#file-{import_id}")


@members_only("staff")
def columns(request: Any, business: Business, import_id: int) -> HttpResponse:
    """What each column holds, said by the owner once for all such tables."""
    brought_by = waiting(business, import_id)
    asked = request.GET.get("header", "")
    found = beginning.table_of(brought_by, header=int(asked) if asked in {"0", "1"} else None)
    form = ColumnsForm(request.POST or None, found=found)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "row": Row(brought_by), "found": found, "nav": "bring_in"}
        return render(request, "people/bring_in_columns.html", context, status=status)
    beginning.say_columns(brought_by, found, form.cleaned_data)
    say(request, _("Passo will read such tables like this from now on."))
    return redirect(f"{reverse('bring_in', args=[business.slug])}#file-{import_id}")


@require_POST
@members_only("staff")
def forget(request: Any, business: Business, import_id: int) -> HttpResponse:
    receiving.forget(get_object_or_404(business.imports, pk=import_id))
    say(request, _("The file is gone from here. Nothing of it was brought in."))
    return redirect("bring_in", business.slug)


@require_POST
@members_only("staff")
def go_on(request: Any, business: Business, import_id: int) -> HttpResponse:
    beginning.let_it_go_on(get_object_or_404(business.imports, pk=import_id))
    return redirect("bring_in", business.slug)
