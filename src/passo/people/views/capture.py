"""Quick capture: one line in own words, shown back before it is kept."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.lib.htmx import page
from passo.people import capturing
from passo.people.capture_form import ShownBack
from passo.people.models import Touch


@members_only("staff")
def capture(request: Any, business: Business) -> HttpResponse:
    """The line; once it is written, what was understood. Nothing is kept yet."""
    text, sentence = text_in(request)
    if request.method != "POST" or sentence or not text:
        return shown(request, business, None, sentence)
    corrected = request.POST if "kind" in request.POST else None
    return shown(request, business, ShownBack(business, text, corrected))


@require_POST
@members_only("staff")
def keep_capture(request: Any, business: Business) -> HttpResponse:
    text, sentence = text_in(request)
    if sentence or not text:
        return shown(request, business, None, sentence or _("Write one line first."), status=422)
    back = ShownBack(business, text, request.POST)
    if not back.is_valid():
        return shown(request, business, back, status=422)
    touch = capturing.keep(business, back.note, by=request.user)
    say_kept(request, touch, [one.name for one in back.people])
    return redirect(way_on(request, business))


def text_in(request: HttpRequest) -> tuple[str, str]:
    """What was written, and what is wrong with it."""
    text = request.POST.get("text", "").replace("\0", "").strip()
    if len(text) > capturing.MOST_LETTERS:
        return "", _("Please shorten this to %(n)s letters.") % {"n": capturing.MOST_LETTERS}
    return text, ""


def shown(
    request: Any,
    business: Business,
    back: ShownBack | None,
    sentence: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "nav": "capture",
        "note_url": reverse("capture", args=[business.slug]),
        "back": back,
        "sentence": sentence,
        "written": back.text if back else request.POST.get("text", "")[: capturing.MOST_LETTERS],
        "next": way_on(request, business),
    }
    return page(request, "people/capture.html", context, fragment="shown", status=status)


def way_on(request: Any, business: Business) -> str:
    """Back to where one was; from the page of the line itself to Today."""
    today = reverse("today", args=[business.slug])
    wish = next_page(request, today)
    return today if reverse("capture", args=[business.slug]) in wish else wish


def say_kept(request: Any, touch: Touch, names: list[str]) -> None:
    sentence = _("Noted with %(names)s.") % {"names": ", ".join(names)} if names else _("Noted.")
    undo = reverse("take_back_capture", args=[touch.business.slug, touch.pk])
    messages.success(request, sentence, extra_tags=f"undo:{undo}")


@require_POST
@members_only("staff")
def take_back_capture(request: Any, business: Business, touch_id: int) -> HttpResponse:
    """The touch, and whoever was made only for it."""
    capturing.take_back(get_object_or_404(business.touches, pk=touch_id), by=request.user)
    say(request, _("It is as it was before."))
    return redirect(next_page(request, reverse("today", args=[business.slug])))
