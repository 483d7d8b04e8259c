"""What is done to those selected, or to all that a list means; each deed with its way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.lib.dates import format_number
from passo.lib.htmx import page
from passo.lib.refusal import Refusal
from passo.people import listing, many, many_later, taking_back
from passo.people.list_words import address
from passo.people.listing import number_in, wish_of
from passo.people.yours import exporting
from passo.people.yours.files import ALL

MOST_AT_ONCE = 2_000
MOST_IN_ADDRESS = 500
TWO = 2


@require_POST
@members_only("staff")
def change_people(request: Any, business: Business) -> HttpResponse:
    deed, wish = request.POST.get("deed", ""), wish_of(request.POST)
    is_everybody = bool(request.POST.get("everybody"))
    ids = listing.every_id(business, wish) if is_everybody else chosen(request)
    if not ids:
        say(request, _("Please select somebody first."))
        return redirect(address(business, wish))
    if deed == "join":
        return join(business, ids)
    if deed == "export":
        return export(request, business, ids)
    value = " ".join(request.POST.get(VALUES.get(deed, ""), "").replace("\0", "").split())[:60]
    if len(ids) > MOST_AT_ONCE:
        made = many_later.begin(business, deed, value, wish, len(ids), by=request.user)
        return redirect("many_progress", business.slug, made.pk)
    say_done(request, business, deed, value, many.do(business, deed, ids, value, by=request.user))
    return redirect(address(business, wish))


VALUES = {"put_tag": "tagged", "take_tag": "tagged", "keep_in_touch": "days"}


def chosen(request: Any) -> list[int]:
    numbers = map(number_in, request.POST.getlist("id")[:MOST_AT_ONCE])
    return list(dict.fromkeys(filter(None, numbers)))


def join(business: Business, ids: list[int]) -> HttpResponse:
    two = list(business.people.listed().filter(pk__in=ids[: TWO + 1]).values_list("pk", flat=True))
    if len(ids) != TWO or len(two) != TWO:
        raise Refusal(_("To join, select two people."))
    return redirect("compare_people", business.slug, *sorted(two))


def export(request: Any, business: Business, ids: list[int]) -> HttpResponse:
    """A few by their numbers in the address, where the format is chosen; more in all formats."""
    here = reverse("export_people", args=[business.slug])
    if len(ids) <= MOST_IN_ADDRESS:
        return redirect(f"{here}?ids={','.join(map(str, ids))}")
    exporting.begin(business, request.user, form=ALL, ids=ids)
    return redirect(f"{here}#ready")


def say_done(request: Any, business: Business, deed: str, value: str, done: many.Done) -> None:
    if not done.people:
        messages.info(request, _("Nothing was different."))
        return
    here = reverse("take_back_many", args=[business.slug])
    undo = f"undo:{here}?from={done.first}&to={done.last}"
    messages.success(request, told(deed, value, done.people), extra_tags=undo)


def told(deed: str, value: str, count: int) -> str:
    n = format_number(count)
    if deed == "leave_out":
        words = ngettext("%(n)s person is left out.", "%(n)s people are left out.", count)
    elif deed == "take_back_in":
        words = ngettext("%(n)s person is back.", "%(n)s people are back.", count)
    elif deed == "put_tag":
        words = ngettext(
            "“%(tag)s” is on %(n)s person more.", "“%(tag)s” is on %(n)s people more.", count
        )
    elif deed == "take_tag":
        words = ngettext(
            "“%(tag)s” is taken off %(n)s person.", "“%(tag)s” is taken off %(n)s people.", count
        )
    else:
        words = ngettext("Kept for %(n)s person.", "Kept for %(n)s people.", count)
    return words % {"n": n, "tag": value}


@require_POST
@members_only("staff")
def take_back_many(request: Any, business: Business) -> HttpResponse:
    first, last = (number_in(request.GET.get(name, "")) for name in ("from", "to"))
    count = taking_back.take_back(business, first, last, by=request.user) if last else 0
    if count:
        say(request, _("It is as it was before."))
    else:
        say(request, _("There was nothing to take back."))
    return redirect(next_page(request, reverse("people", args=[business.slug])))


@members_only()
def many_progress(request: Any, business: Business, many_id: int) -> HttpResponse:
    theirs = business.progresses.filter(kind__startswith=many_later.KIND)
    context = {"progress": get_object_or_404(theirs, pk=many_id), "nav": "people"}
    return page(request, "people/list_progress.html", context, fragment="progress")
