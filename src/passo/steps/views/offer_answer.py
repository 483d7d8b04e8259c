"""What the client sees behind an offer's link: the offer, two answers, and nothing else of ours.

GET only looks: a mail scanner that follows every link says yes to nothing.
"""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from passo.businesses import wall
from passo.businesses.access import membership_in, on_its_clock, public
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.lib.discreet import discreet
from passo.lib.refusal import Refusal
from passo.steps import offer_mails
from passo.steps.models import Offer
from passo.steps.models.offer import State
from passo.steps.views.offer_sending import as_pdf, link_of

MOST_TRIES = 20
GONE = (State.DRAFT, State.WITHDRAWN)


@public
def client_offer(request: Any, token: str) -> HttpResponse:
    offer = Offer.behind(token)
    is_try = request.method == "POST" or offer is None
    # Who holds a link does not wait for somebody behind the same address who guesses.
    what = f"offer:{offer.pk}" if offer else "offer"
    if is_try and has_tried_too_often(request, what, most=MOST_TRIES):
        return please_wait(request)
    if offer is None:
        return discreet(render(request, "steps/offer_nowhere.html", status=404))
    with (
        wall.inside(offer.business_id),
        on_its_clock(offer.business),
        translation.override(offer.language),
    ):
        if request.method == "POST":
            return answer(request, offer, token)
        return shown(request, offer, token)


def answer(request: Any, offer: Offer, token: str) -> HttpResponse:
    said = request.POST.get("answer")
    if said not in {"yes", "no"} or looks_from_inside(request, offer):
        return shown(request, offer, token)
    try:
        keep(offer, State.ACCEPTED if said == "yes" else State.DECLINED)
    except Refusal:  # it was taken back, or its day passed, while the page stood open
        return shown(request, Offer.behind(token) or offer, token)
    return redirect("client_offer", token)


def keep(offer: Offer, wish: State) -> None:
    """Together with who is to hear of it by mail; the mails themselves go later."""
    with transaction.atomic():
        if offer.answer(says_yes=wish == State.ACCEPTED, today=timezone.localdate()):
            offer_mails.write_down(offer, wish)


def shown(request: Any, offer: Offer, token: str) -> HttpResponse:
    today = timezone.localdate()
    has_ended = offer.has_ended(today)
    is_gone = offer.state in GONE
    context = {
        "offer": offer,
        "token": token,
        "has_ended": has_ended,
        "is_gone": is_gone,
        "can_be_taken": offer.can_be_taken(today),
        "looks_from_inside": looks_from_inside(request, offer),
    }
    status = 410 if is_gone or has_ended else 200
    page = discreet(render(request, "steps/offer_answer.html", context, status=status))
    page.headers["Content-Language"] = offer.language
    return page


def looks_from_inside(request: Any, offer: Offer) -> bool:
    """Whoever belongs to the business sees it as the client does, and answers nothing."""
    return membership_in(request.user, offer.business.slug) is not None


@public
def client_offer_pdf(request: Any, token: str) -> HttpResponse:
    offer = Offer.behind(token)
    if offer is None and has_tried_too_often(request, "offer", most=MOST_TRIES):
        return please_wait(request)
    if offer is None or offer.state in GONE:
        raise Http404(_("This link leads to no offer."))
    with wall.inside(offer.business_id), on_its_clock(offer.business):
        return discreet(as_pdf(offer, link_of(request, token)))
