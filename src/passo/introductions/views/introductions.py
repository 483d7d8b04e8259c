"""The introductions going on, and the page of one."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.introductions import drafts, handing, letters, picture
from passo.introductions.asking import Role
from passo.introductions.closed import may_be_asked_again
from passo.introductions.forms import TogetherForm, ToldForm
from passo.introductions.models import Ask, Introduction
from passo.introductions.models.introduction import OVER, TOOK_PLACE, WAITING, State
from passo.introductions.stones import rungs, stones
from passo.lib.wording import mail_link

MOST_OVER = 20


@members_only()
def introductions(request: Any, business: Business) -> HttpResponse:
    rows = business.introductions.select_related("target", "broker", "other").order_by("-pk")
    going_on = list(rows.going_on())
    context = {
        "yours": [one for one in going_on if one.state not in WAITING],
        "waiting": [one for one in going_on if one.state in WAITING],
        "over": list(rows.filter(state__in=OVER)[:MOST_OVER]),
        "may_change": request.membership.may("staff"),
        "has_colleagues": business.memberships.count() > 1,
        "nav": "introductions",
    }
    return render(request, "introductions/list.html", context)


def find(business: Business, number: int) -> Introduction:
    known = ("business", "target", "broker", "other", "asker")
    rows = business.introductions.select_related(*known)
    return get_object_or_404(rows, pk=number)


@members_only()
def introduction(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    return one_introduction(request, find(business, introduction_id))


def one_introduction(
    request: Any,
    made: Introduction,
    *,
    told: ToldForm | None = None,
    together: TogetherForm | None = None,
) -> HttpResponse:
    """Waiting, it looks the same whatever was answered but a yes."""
    today = timezone.localdate()
    asks = {ask.role: ask for ask in asks_of(made)}
    may_change = request.membership.may("staff")
    context = {
        "made": made,
        "rungs": rungs(made, asks),
        "story": list(stones(made, asks, today)),
        "way": picture.of_way(
            drafts.wanted_of(made), made.beyond, made.asker, is_me=made.asker == request.user
        ),
        "handings": hand_over(request, made, asks) if may_change else [],
        "unsaid": [ask for ask in asks.values() if not ask.agreed_at],
        "may_change": may_change,
        "can_send": letters.may_send(made.business, request.user),
        "mail_to_broker": mail_at_once(made, request.user) if may_change else "",
        "is_drafted": made.state == State.DRAFTED,
        "is_waiting": made.state in WAITING,
        "is_both": made.state == State.BOTH,
        "took_place": made.state in TOOK_PLACE,
        "may_introduce": made.state == State.BOTH or (made.broker and made.state in WAITING),
        "may_withdraw": made.state in {*WAITING, State.BOTH},
        "once_more": once_more(made, today) if may_change else "",
        "told": told or ToldForm(initial={"outcome": made.outcome}),
        "today": today,
        "nav": "introductions",
        **bringing(request, made, asks, together),
    }
    return render(request, "introductions/introduction.html", context)


def mail_at_once(made: Introduction, user: Any) -> str:
    """The address to which a draft can go from here."""
    if made.state != State.DRAFTED or made.is_made or not letters.may_send(made.business, user):
        return ""
    return next(iter(handing.mails_of(made.broker)), "")


def once_more(made: Introduction, today: date) -> str:
    """What was asked in vain is proposed no more; who asks it again does so of their own mind."""
    if not may_be_asked_again(made, today):
        return ""
    numbers = {"target": made.target_id, "broker": made.broker_id, "other": made.other_id}
    return urlencode({name: number for name, number in numbers.items() if number})


def asks_of(made: Introduction) -> list[Ask]:
    rows = made.asks.select_related("person", "business", "introduction").order_by("pk")
    asks = list(rows)
    for ask in asks:
        ask.introduction = made
    return asks


def hand_over(request: Any, made: Introduction, asks: dict[str, Ask]) -> list[handing.Handing]:
    """Whoever is asked and has not said yes, while Passo has not mailed it."""
    if made.state not in WAITING:
        return []
    open_ones = (ask for ask in asks.values() if not ask.agreed_at and not ask.address)
    return [handing.ways(ask, handing.root_of(request)) for ask in open_ones]


def bringing(
    request: Any, made: Introduction, asks: dict[str, Ask], form: TogetherForm | None
) -> dict[str, Any]:
    """The mail to both, once both have said yes."""
    if made.state != State.BOTH or not request.membership.may("staff"):
        return {}
    subject, words = drafts.of_both(made, request.user)
    to = addresses(made)
    return {
        "together": form or TogetherForm(initial={"subject": subject, "words": words}),
        "mail_link": mail_link(",".join(to.values()), subject, words),
        "mail_to": list(to.values()),
        "can_mail": len(to) == len(both(made)) and letters.may_send(made.business, request.user),
        "reaches": [ask for ask in asks.values() if ask.reach and ask.role != Role.BROKER],
    }


def both(made: Introduction) -> list[Any]:
    return [one for one in (made.target, made.other or made.broker) if one]


def addresses(made: Introduction) -> dict[Any, str]:
    found = {one: handing.mails_of(one)[:1] for one in both(made)}
    return {one: mails[0] for one, mails in found.items() if mails}
