"""The businesses one belongs to: choose, found, leave, delete."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses import exporting, parting, places
from passo.businesses.access import members_only, signed_in
from passo.businesses.forms import NewBusinessForm, TypedForm
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.refusal import Refusal


@signed_in
def businesses(request: Any) -> HttpResponse:
    mine = request.user.memberships.select_related("business").order_by("business__name")
    return render(request, "businesses/businesses.html", {"memberships": mine, "nav": "businesses"})


@signed_in
def new_business(request: Any) -> HttpResponse:
    """Whoever has an account here may found another business. Guests finish welcome first."""
    refuse_guests(request.user)
    language = request.LANGUAGE_CODE
    guesses = {
        "language": language,
        "currency": places.guess_currency(language),
        "time_zone": places.guess_time_zone(language),
    }
    form = NewBusinessForm(request.POST or None, initial=guesses)
    if form.is_valid():
        business = Business.found(owner=request.user, **form.cleaned_data)
        say(request, _("“%s” is founded. You are its owner.") % business)
        return redirect("today", business.slug)
    return render(request, "businesses/new_business.html", {"form": form})


def refuse_guests(user: Any) -> None:
    if user.is_guest:
        raise Refusal(_("You are only looking around. Answer the three questions first."))


@members_only()
def leave_business(request: Any, business: Business) -> HttpResponse:
    if request.method == "POST":
        request.membership.leave(by=request.user)
        say(request, _("You have left “%s”. An owner can invite you again.") % business)
        return redirect("home")
    return render(request, "businesses/leave.html", {"nav": "team"})


@members_only("owner")
def delete_business(request: Any, business: Business) -> HttpResponse:
    label = _("Type the name of the business to confirm")
    form = TypedForm(request.POST or None, expected=business.name, label=label)
    if request.method == "POST" and form.is_valid():
        business.close()
        say(request, _("“%s” is deleted, with everything in it.") % business)
        return redirect("home")
    context = {"form": form, "exports": exporting.exports_of(business), "nav": "business_settings"}
    return render(request, "businesses/delete.html", context)


@require_POST
@members_only("owner")
def remove_sample(request: Any, business: Business) -> HttpResponse:
    parting.remove_sample(business, by=request.user)
    say(request, _("The sample is gone. Nothing of it is left."))
    return redirect("welcome", "guest") if request.user.is_guest else redirect("home")
