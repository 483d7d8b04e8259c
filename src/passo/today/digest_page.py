"""The page on which somebody chooses the mail in the morning, and the one that stops it."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from passo.businesses import wall
from passo.businesses.access import members_only, on_its_clock, public
from passo.businesses.models import Business
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.businesses.saying import say
from passo.businesses.views.team import leads_only_here
from passo.lib import mail
from passo.lib.dates import format_day, format_moment
from passo.lib.discreet import discreet
from passo.lib.refusal import Refusal
from passo.today import digest as writing
from passo.today import mornings
from passo.today.models import Digest, said_hour

HOURS = range(5, 22)
MOST_TRIES = 20
MOST_SENT = 5


def hours() -> list[tuple[int, str]]:
    return [(hour, said_hour(hour)) for hour in HOURS]


def weekdays() -> list[tuple[Any, Any]]:
    return [*WEEKDAYS.items(), ("", _("No day, thank you"))]


class DigestForm(forms.Form):
    is_on = forms.BooleanField(label=gettext_lazy("Send me Today by mail"), required=False)
    hour = forms.TypedChoiceField(label=gettext_lazy("At what time?"), choices=hours, coerce=int)
    workdays_only = forms.BooleanField(
        label=gettext_lazy("Only from Monday to Friday"), required=False
    )
    review_on = forms.TypedChoiceField(
        label=gettext_lazy("On which day do you look back at the week?"),
        help_text=gettext_lazy("On that day Today proposes it, and the mail too."),
        choices=weekdays,
        coerce=int,
        empty_value=None,
        required=False,
    )


@members_only("staff")
def digest(request: Any, business: Business) -> HttpResponse:
    chosen = business.digests.filter(user=request.user).first() or Digest(business=business)
    form = DigestForm(request.POST or None, initial=wishes(chosen))
    if request.method == "POST" and form.is_valid():
        change = Digest.choose(business, request.user, **form.cleaned_data)
        say(request, said_of(form.cleaned_data, change), change)
        return redirect("digest", business.slug)
    context = {
        "form": form,
        "digest": chosen,
        "news": news_of(chosen, timezone.now()),
        "may_send": may_send(request, business),
        "can_mail": settings.HAS_MAIL,
        "is_only_here": leads_only_here(urlsplit(settings.ADDRESS).netloc),
        "nav": "business_settings",
    }
    return render(request, "today/digest.html", context)


def wishes(chosen: Digest) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(chosen, name) for name in Digest.tracked}
    return values | {"review_on": "" if chosen.review_on is None else chosen.review_on}


def said_of(wish: dict[str, Any], change: Any) -> str:
    if change is None:
        return _("Nothing was different.")
    if wish["is_on"]:
        return _("Today comes by mail, at %(hour)s.") % {"hour": said_hour(wish["hour"])}
    return _("Your changes are kept.")


def may_send(request: Any, business: Business) -> bool:
    return settings.HAS_MAIL and not business.is_sample and not request.user.is_guest


def news_of(chosen: Digest, now: datetime) -> list[str]:
    """How it went with the last ones, in plain words."""
    day, news = timezone.localdate(now), []
    if chosen.sent_at:
        moment = format_moment(chosen.sent_at, day)
        news.append(_("The last one left on %(moment)s.") % {"moment": moment})
    if chosen.problem and chosen.tried_for:
        values = {"day": format_day(chosen.tried_for, day), "why": mail.WHY[chosen.problem]}
        news.append(_("The mail of %(day)s did not leave. %(why)s") % values)
        is_over = mornings.is_settled(chosen, day) or chosen.tried_for != day
        news.append(
            _("The next one is due on its next day.") if is_over else _("It is tried again soon.")
        )
    return news


@require_POST
@members_only("staff")
def send_digest(request: Any, business: Business) -> HttpResponse:
    """Today's mail, at once."""
    chosen = business.digests.filter(user=request.user).select_related("business", "user").first()
    if chosen is None or not may_send(request, business):
        raise Refusal(_("This Passo cannot send mail from here."))
    if has_tried_too_often(request, "digest-now", most=MOST_SENT):
        return please_wait(request)
    before = chosen.sent_at
    problem = mornings.send(chosen, timezone.now())
    if problem:
        raise Refusal(str(mail.WHY[problem]))
    chosen.refresh_from_db()
    if chosen.sent_at == before:
        say(request, _("There is nothing to do today, so there is no mail."))
    else:
        say(request, _("The mail to %s is on its way.") % request.user.email)
    return redirect("digest", business.slug)


@csrf_exempt
@public
def stop_digest(request: Any, token: str) -> HttpResponse:
    """Looking stops nothing. The press does, from our page or from the mail program (RFC 8058),
    which comes from outside and signed in as nobody: who holds the link may do this and no more.
    """
    chosen = writing.behind(token)
    if chosen is None:
        if has_tried_too_often(request, "digest", most=MOST_TRIES):
            return please_wait(request)
        return discreet(render(request, "today/digest_nowhere.html", status=404))
    with wall.inside(chosen.business_id), on_its_clock(chosen.business):
        if request.method == "POST":
            chosen.stop()
    with writing.in_their_words(chosen):
        page = render(request, "today/digest_stop.html", {"digest": chosen})
        page.headers["Content-Language"] = translation.get_language()
    return discreet(page)
