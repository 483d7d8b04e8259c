"""After an offer has gone out: the answer, the delivery, what it was worth; or it is taken back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.refusal import Refusal
from passo.steps import offers
from passo.steps.offer_forms import DeliveredForm, ValueForm, YardstickForm
from passo.steps.views.offers import find, one_offer


@require_POST
@members_only("staff")
def note_answer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    """They said so on the phone, or across the counter."""
    offer, answer = find(business, offer_id), request.POST.get("answer")
    if answer not in {"yes", "no"}:
        raise Refusal(_("Please choose one of the answers."))
    change = offer.note_answer(says_yes=answer == "yes", by=request.user)
    said = _("Noted: a yes.") if answer == "yes" else _("Noted: not now.")
    say(request, said, change)
    return redirect("offer", business.slug, offer.pk)


@require_POST
@members_only("staff")
def withdraw_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    offer = find(business, offer_id)
    change = offer.withdraw(by=request.user)
    say(request, _("Taken back. Its link says so."), change)
    return redirect("offer", business.slug, offer.pk)


@require_POST
@members_only("staff")
def deliver_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    offer = find(business, offer_id)
    form = DeliveredForm(request.POST, offer=offer)
    if not form.is_valid():
        return one_offer(request, offer, delivered=form)
    given = form.cleaned_data
    change = offer.deliver(given["delivered_on"], by=request.user, hours=given["hours_taken"])
    say(request, _("Delivered. In a week, ask what it was worth."), change)
    return redirect("offer", business.slug, offer.pk)


@require_POST
@members_only("staff")
def value_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    offer = find(business, offer_id)
    form = ValueForm(request.POST)
    if not form.is_valid():
        return one_offer(request, offer, value=form)
    change = offer.value(form.cleaned_data["value_words"], by=request.user)
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("offer", business.slug, offer.pk)


@require_POST
@members_only("staff")
def remove_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    offer = find(business, offer_id)
    say(request, _("Removed: %s") % offer, offer.remove(by=request.user))
    return redirect("offers", business.slug)


@members_only("owner")
def offer_yardstick(request: Any, business: Business) -> HttpResponse:
    """What small offers are measured with: an hour's cost, a usual job."""
    kept = offers.yardstick_of(business)
    form = YardstickForm(request.POST or None, currency=business.currency, yardstick=kept)
    if not form.is_valid():
        return render(request, "steps/offer_yardstick.html", {"form": form, "nav": "offers"})
    change = offers.measure(business, **form.values(), by=request.user)
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("offers", business.slug)
