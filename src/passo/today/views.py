"""Home: where today's small steps are."""

from typing import Any

from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import LAST_BUSINESS, members_only, operator_only, public, signed_in
from passo.businesses.models import Business, SetupLink
from passo.lib.htmx import page
from passo.lib.queue import later
from passo.people.noted import noted_for
from passo.today.first_steps import FirstStep, first_steps
from passo.today.models import SetAside
from passo.ui import samples

LATER_DAYS = 3


@public
def home(request: Any) -> HttpResponse:
    """To the business last looked at, to all of them, or to signing in."""
    if not request.user.is_authenticated:
        return render(request, "today/closed.html") if SetupLink.is_needed() else sign_in()
    slugs = [one.business.slug for one in request.user.memberships.select_related("business")]
    last = request.COOKIES.get(LAST_BUSINESS)
    if len(slugs) == 1 or last in slugs:
        return redirect("today", last if last in slugs else slugs[0])
    return redirect("businesses")


def sign_in() -> HttpResponse:
    return redirect("account_login")


@members_only()
def today(request: Any, business: Business) -> HttpResponse:
    steps = first_steps(business, request.membership)
    context = {
        "nav": "today",
        "steps": steps,
        "minutes": sum(step.minutes for step in steps),
        "greeting": greeting(timezone.localtime().hour),
        "today": timezone.localdate(),
        "noted": noted_for(business, timezone.localdate()),
        "changes": business.changes.select_related("by")[:4],
        "team": business.memberships.select_related("user")[:6],
    }
    return page(request, "today/today.html", context, fragment="steps")


def greeting(hour: int) -> str:
    if hour < 12:  # noqa: PLR2004 -- noon
        return _("good morning")
    return _("good afternoon") if hour < 18 else _("good evening")  # noqa: PLR2004 -- evening


@require_POST
@members_only()
def set_aside(request: Any, business: Business, step: str) -> HttpResponse:
    """Later: back in three days. Not this: it does not come again. Both can be undone."""
    known = {one.name: one for one in first_steps(business, request.membership)}
    if step in known:
        rests = "later" in request.POST
        SetAside.put(business, request.user, step, days=LATER_DAYS if rests else None)
        undo = reverse("take_up_again", args=[business.slug, step])
        messages.info(request, words_for(known[step], rests=rests), extra_tags=f"undo:{undo}")
    return redirect("today", business.slug)


def words_for(step: FirstStep, *, rests: bool) -> str:
    if rests:
        return _("“%(step)s” rests for three days.") % {"step": step.title}
    return _("“%(step)s” will not come again.") % {"step": step.title}


@require_POST
@members_only()
def take_up_again(request: Any, business: Business, step: str) -> HttpResponse:
    business.set_asides.filter(user=request.user, step=step).delete()
    return redirect("today", business.slug)


@require_POST
@operator_only
def back_up_now(request: Any) -> HttpResponse:
    later("businesses.nightly_backup")
    messages.success(request, _("The backup is being taken. You find it in the data folder."))
    return redirect("home")


@public
def health(request: HttpRequest) -> HttpResponse:
    """For whatever watches this machine: whether pages and the database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@public
def components(request: HttpRequest) -> HttpResponse:
    """Every part of Passo on one sheet."""
    return render(request, "ui/components.html", samples.context())


@signed_in
def more(request: HttpRequest) -> HttpResponse:
    """What stands under More on a phone, as a page of its own."""
    return render(request, "today/more.html", {"nav": "more"})
