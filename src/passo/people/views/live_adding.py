"""Connecting an account, in small steps: address, password, what may be read."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.businesses.saying import say
from passo.lib.refusal import Refusal
from passo.lib.remote.guess import hint
from passo.lib.remote.unreachable import Unreachable
from passo.people.live import connecting, keeping
from passo.people.live.forms import AddressForm, BooksForm, CalendarForm, ChoiceForm, MailboxForm
from passo.people.live.telling import accounts_of
from passo.people.models import LiveAccount

MOST_TRIES = 30  # in ten minutes: enough for every typing mistake, too few to guess passwords
Answer = TypeVar("Answer")


@members_only("owner")
def add_live_account(request: Any, business: Business) -> HttpResponse:
    return render(request, "people/live_add.html", {"form": AddressForm(), "nav": "people"})


@members_only("owner")
def add_mailbox(request: Any, business: Business) -> HttpResponse:
    form = MailboxForm(request.POST or None, initial=typed_before(request))

    def connect() -> LiveAccount:
        server, found = connecting.find_folders(form.servers())
        name = form.cleaned_data["address"]
        return keeping.add_mailbox(business, server, found, name=name, by=request.user)

    return tried(request, business, form, connect, "people/live_mailbox.html")


@members_only("owner")
def add_books(request: Any, business: Business) -> HttpResponse:
    form = BooksForm(request.POST or None, initial=typed_before(request))

    def connect() -> LiveAccount:
        found = connecting.find_collections(form.sites())
        name = form.cleaned_data["address"]
        return keeping.add_collections(business, found, name=name, by=request.user)[0]

    return tried(request, business, form, connect, "people/live_books.html")


@members_only("owner")
def add_calendar(request: Any, business: Business) -> HttpResponse:
    form = CalendarForm(request.POST or None)

    def connect() -> LiveAccount:
        site = form.site()
        own_name = connecting.name_of_calendar(site)
        name = form.cleaned_data["name"] or own_name
        return keeping.add_calendar(business, site, name=name, by=request.user)

    return tried(request, business, form, connect, "people/live_calendar.html")


def typed_before(request: Any) -> dict[str, str]:
    return {"address": request.GET.get("address", "")[:254]}


def tried(
    request: Any,
    business: Business,
    form: forms.Form,
    connect: Callable[[], LiveAccount],
    template: str,
) -> HttpResponse:
    """Connected, or the same page with what the server said."""
    if request.method == "POST" and has_tried_too_often(request, "connect", most=MOST_TRIES):
        return please_wait(request)
    if form.is_valid() and (account := answered(form, connect)):
        leads_to = "choose_folders" if not account.folders else "live_account"
        return redirect(leads_to, business.slug, account.pk)
    known = hint(form.data.get("address") or form.initial.get("address", ""))
    context = {"form": form, "hint": _(known) if known else "", "nav": "people"}
    return render(request, template, context)


def answered(form: forms.Form, ask: Callable[[], Answer]) -> Answer | None:
    """What went wrong stands in the form, as words."""
    try:
        return ask()
    except Unreachable as problem:
        form.add_error(None, str(problem))
        return None


@members_only("owner")
def choose_folders(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    account = get_object_or_404(accounts_of(business), pk=live_account_id)
    typed = request.POST if request.method == "POST" else None  # nothing ticked is an answer too
    form = ChoiceForm(typed, found=keeping.choices_of(account))
    if form.is_valid():
        said = form.cleaned_data
        keeping.choose(account, said["folders"], keep_bodies=said["keep_bodies"], by=request.user)
        return onward(request, business, account)
    kept = account.brings.options.get("keep_bodies", False) if account.brings else False
    context = {
        "account": account,
        "form": form,
        "choices": form.choices(account.folders),
        "keep_bodies": form.data.get("keep_bodies") if form.is_bound else kept,
        "nav": "people",
    }
    return render(request, "people/live_folders.html", context)


def onward(request: Any, business: Business, account: LiveAccount) -> HttpResponse:
    """A provider's calendars and its address books are chosen one after the other."""
    twins = accounts_of(business).filter(name=account.name, kind__in=keeping.KINDS.values())
    waiting = twins.filter(folders=[]).first()
    if waiting:
        say(request, _("Good. Now the other one."))
        return redirect("choose_folders", business.slug, waiting.pk)
    say(request, _("Passo begins to look. You can go on with something else."))
    return redirect("live_account", business.slug, account.pk)


@require_POST
@members_only("owner")
def find_folders(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    if has_tried_too_often(request, "connect", most=MOST_TRIES):
        return please_wait(request)
    account = get_object_or_404(business.live_accounts, pk=live_account_id)
    try:
        keeping.find_again(account)
    except Unreachable as problem:
        raise Refusal(str(problem)) from problem
    say(request, _("This is what can be read there now."))
    return redirect("choose_folders", business.slug, account.pk)
