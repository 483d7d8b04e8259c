"""Done, later, hand over, not this, split: for a step, and for a suggestion that becomes one."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change
from passo.businesses.saying import next_page, say
from passo.lib.dates import format_day
from passo.lib.refusal import Refusal
from passo.people.person_forms import is_number
from passo.steps import doing, step_forms, suggesting
from passo.steps.cards import addresses
from passo.steps.models.step import Reason
from passo.steps.suggestions import to_do
from passo.steps.suggestions.suggestion import Suggestion

MISTYPED = 422


def found(business: Business, step_id: int | None, suggestion_key: str) -> Suggestion:
    """A row, or what was computed; what somebody has seen to since is said to be so."""
    today = timezone.localdate()
    if step_id is not None:
        rows = business.steps.select_related("person__organisation", "opportunity", "handed_to")
        return to_do.to_be_done(business, get_object_or_404(rows, pk=step_id), today)
    one = suggesting.suggestion(business, today, suggestion_key)
    if one is None and business.steps.filter(made_of=suggestion_key[:80]).exists():
        raise Refusal(_("Somebody has seen to this already."))
    if one is None:
        raise Http404
    return one


@require_POST
@members_only("staff")
def done(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    one = found(business, step_id, suggestion_key)
    taken = step_forms.minutes_taken(request.POST)
    change = doing.finish(one, business=business, by=request.user, minutes=taken)
    return answered(request, one, _("Done: “%(step)s”"), change, "check")


@require_POST
@members_only("staff")
def later(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    one = found(business, step_id, suggestion_key)
    today = timezone.localdate()
    until = step_forms.day_chosen(request.POST, today)
    change = doing.put_off(one, until, business=business, today=today, by=request.user)
    day = format_day(until, today)
    return answered(request, one, _("“%(step)s” rests until %(day)s."), change, "clock", day=day)


@require_POST
@members_only("staff")
def hand_over(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    one = found(business, step_id, suggestion_key)
    to = request.POST.get("to", "")
    member = business.memberships.filter(user=to).first() if is_number(to) else None
    if member is None:
        raise Refusal(_("Choose somebody of your team."))
    change = doing.hand_over(one, member.user, business=business, by=request.user)
    name = member.user.first_name
    return answered(
        request, one, _("%(name)s finds “%(step)s” in Today."), change, "hand-helping", name=name
    )


@require_POST
@members_only("staff")
def not_this(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    """Too large: it is split instead."""
    one = found(business, step_id, suggestion_key)
    reason = request.POST.get("reason", "")
    if reason == Reason.TOO_LARGE:
        return go_to(request, addresses(business, one)["split"])
    if reason not in {Reason.NOT_NOW, Reason.NOT_THEM, Reason.DONE_ALREADY}:
        reason = step_forms.line_typed(request.POST.get("words", ""))
    today = timezone.localdate()
    change = doing.drop(one, reason, business=business, today=today, by=request.user)
    return answered(request, one, _("Not this: “%(step)s”"), change, "x")


@members_only("staff")
def split(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    one = found(business, step_id, suggestion_key)
    if request.method != "POST":
        return split_page(request, one, doing.first_parts(str(one.words), one.verb, one.minutes))
    typed = request.POST.getlist("words"), request.POST.getlist("minutes")
    parts = step_forms.parts_typed(*typed)
    if len(parts) not in doing.PARTS:
        problem = _("Write two or three smaller steps.")
        return split_page(request, one, parts, problem=problem)
    change = doing.split(one, parts, business=business, by=request.user)
    say(request, _("Split: “%(step)s”") % {"step": one.words}, change)
    return redirect(next_page_after(request, business))


def split_page(
    request: Any, one: Suggestion, parts: list[doing.Part], problem: str = ""
) -> HttpResponse:
    empty = [doing.Part("", 10)] * (step_forms.MOST_PARTS - len(parts))
    context = {"one": one, "parts": [*parts, *empty], "problem": problem, "nav": "today"}
    status = MISTYPED if problem else 200
    return render(request, "steps/step_split.html", context, status=status)


def answered(
    request: Any, one: Suggestion, sentence: str, change: Change | None, icon: str, **values: str
) -> HttpResponse:
    """A toast with its way back; of the card only its title stays, with what became of it."""
    say(request, sentence % {"step": str(one.words), **values}, change)
    if request.htmx:
        return render(request, "steps/step_gone.html", {"title": str(one.words), "icon": icon})
    return redirect(next_page_after(request, request.business))


def next_page_after(request: Any, business: Business) -> str:
    """Where one was; a page of the step itself is no place to go back to."""
    today = reverse("today", args=[business.slug])
    wish = next_page(request, today)
    own = reverse("steps", args=[business.slug])
    return today if f"{own}suggested/" in wish or "/split/" in wish else wish


def go_to(request: Any, url: str) -> HttpResponse:
    """A redirect is followed by htmx itself, which would swap the page into the card."""
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)
