"""The page behind an invitation's link: who invites you, to what, as what."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from passo.businesses import arriving
from passo.businesses.access import public
from passo.businesses.forms import AccountForm
from passo.businesses.models import Invitation
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.businesses.saying import say
from passo.businesses.views.entering import enter

MOST_TRIES = 20


@public
def join(request: Any, token: str) -> HttpResponse:
    invitation = Invitation.behind(token)
    is_try = request.method == "POST" or invitation is None
    if is_try and has_tried_too_often(request, "join", most=MOST_TRIES):
        return please_wait(request)
    if invitation is None or not invitation.is_open:
        return render(request, "businesses/join_closed.html", status=410)
    if request.user.is_authenticated:
        return join_signed_in(request, invitation)
    return join_with_new_account(request, invitation)


def join_signed_in(request: Any, invitation: Invitation) -> HttpResponse:
    """One button; nothing happens to whoever belongs there already."""
    business = invitation.business
    is_member = request.user.memberships.filter(business=business).exists()
    if request.method == "POST" and not is_member:
        arriving.join(invitation, request.user)
        say(request, _("Welcome to %s.") % business)
        return redirect("today", business.slug)
    return render(
        request,
        "businesses/join.html",
        {"invitation": invitation, "is_member": is_member, "bare": True},
    )


def join_with_new_account(request: Any, invitation: Invitation) -> HttpResponse:
    form = AccountForm(request.POST or None)
    if form.is_valid():
        user = arriving.newcomer(
            invitation, account=form.cleaned_data, language=request.LANGUAGE_CODE
        )
        enter(request, user)
        say(request, _("Welcome to %s.") % invitation.business)
        return redirect("today", invitation.business.slug)
    context = {"invitation": invitation, "form": form, "bare": True}
    return render(request, "businesses/join.html", context)
