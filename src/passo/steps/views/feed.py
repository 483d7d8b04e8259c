"""The calendar of steps: a private address, made, replaced and revoked by its member."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses import wall
from passo.businesses.access import members_only, on_its_clock, public
from passo.businesses.models import Business
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.businesses.saying import say
from passo.lib.discreet import discreet
from passo.steps import feeding
from passo.steps.models import Feed

MOST_TRIES = 20


@members_only("staff")
def steps_calendar(request: Any, business: Business) -> HttpResponse:
    feed = business.feeds.filter(user=request.user).first()
    return render(request, "steps/calendar.html", {"feed": feed, "nav": "settings"})


@require_POST
@members_only("staff")
def make_feed(request: Any, business: Business) -> HttpResponse:
    """The answer is the only place where the address stands."""
    token = Feed.make(business, request.user)
    link = request.build_absolute_uri(reverse("calendar_feed", args=[token]))
    feed = business.feeds.filter(user=request.user).first()
    context = {"feed": feed, "link": link, "nav": "settings"}
    return discreet(render(request, "steps/calendar.html", context))


@require_POST
@members_only("staff")
def revoke_feed(request: Any, business: Business) -> HttpResponse:
    business.feeds.filter(user=request.user).delete()
    say(request, _("The address opens nothing any more."))
    return redirect("steps_calendar", business.slug)


@public
def calendar_feed(request: Any, token: str) -> HttpResponse:
    """Whoever has the address reads the days, and nothing else of the business."""
    feed = Feed.behind(token)
    if feed is None:
        if has_tried_too_often(request, "calendar", most=MOST_TRIES):
            return please_wait(request)
        raise Http404
    inside = wall.inside(feed.business_id)
    with inside, on_its_clock(feed.business), translation.override(feed.user.language):
        lines = list(feeding.calendar_of(feed.business, feed.user))
    return discreet(HttpResponse(lines, content_type="text/calendar; charset=utf-8"))
