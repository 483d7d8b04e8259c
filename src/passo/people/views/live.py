"""Live accounts: how they are doing, and what their owner decides."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.businesses.saying import say
from passo.lib.htmx import page
from passo.people.live import keeping, turns
from passo.people.live.forms import PasswordForm
from passo.people.live.telling import Status, accounts_of, statuses
from passo.people.views.live_adding import MOST_TRIES, answered


@members_only()
def live_accounts(request: Any, business: Business) -> HttpResponse:
    context = {
        "statuses": statuses(business),
        "may_change": request.membership.may("owner"),
        "may_look": request.membership.may("staff"),
        "nav": "people",
    }
    return render(request, "people/live_accounts.html", context)


@members_only()
def live_account(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    context = {
        "status": Status(account),
        "account": account,
        "may_change": request.membership.may("owner"),
        "may_look": request.membership.may("staff"),
        "nav": "people",
    }
    return page(request, "people/live_account.html", context, fragment="status")


@require_POST
@members_only("staff")
def look_now(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    turns.look_soon(account)
    say(request, _("Passo looks now."))
    return redirect("live_account", business.slug, account.pk)


@require_POST
@members_only("owner")
def pause(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    change = keeping.pause(account, by=request.user)
    say(request, _("%s rests. What it brought stays.") % account, change)
    return redirect("live_account", business.slug, account.pk)


@require_POST
@members_only("owner")
def resume(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    change = keeping.resume(account, by=request.user)
    say(request, _("%s goes on.") % account, change)
    return redirect("live_account", business.slug, account.pk)


@members_only("owner")
def retype_password(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    """The new one is tried at once; the old one is never shown."""
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and has_tried_too_often(request, "connect", most=MOST_TRIES):
        return please_wait(request)
    if form.is_valid():
        password = form.cleaned_data["password"]
        if answered(form, lambda: keeping.retype(account, password)):
            say(request, _("It works again. Passo looks now."))
            return redirect("live_account", business.slug, account.pk)
    context = {"account": account, "status": Status(account), "form": form, "nav": "people"}
    return render(request, "people/live_password.html", context)


@members_only("owner")
def disconnect(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    """Asks what becomes of what it brought; both are said before, neither is the default."""
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    choice = request.POST.get("brought")
    if choice not in {"stays", "goes"}:
        context = {"account": account, "status": Status(account), "nav": "people"}
        return render(request, "people/live_disconnect.html", context)
    keeping.disconnect(account, by=request.user, take_back=choice == "goes")
    said = _("%s is disconnected. What it brought is being taken back.")
    if choice == "stays":
        said = _("%s is disconnected. What it brought stays.")
    say(request, said % account)
    return redirect("live_accounts", business.slug)
