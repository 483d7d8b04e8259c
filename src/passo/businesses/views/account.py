"""Your account: who you are, how Passo speaks and looks to you, and how safe your door is."""

from typing import Any

from django import forms
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses import parting
from passo.businesses.access import YEAR, public, signed_in
from passo.businesses.forms import LanguageForm, NameForm, ThemeForm, TypedForm
from passo.businesses.locks import locks_of
from passo.businesses.saying import next_page, say


@signed_in
def account(request: Any) -> HttpResponse:
    user = request.user
    form = NameForm(request.POST or None, initial={"name": user.name})
    if form.is_valid():
        user.rename(form.cleaned_data["name"])
        say(request, _("Your name is kept."))
        return redirect("account")
    context = {
        "form": form,
        "locks": locks_of(user),
        "sessions": user.usersession_set.count(),
        "memberships": user.memberships.select_related("business").order_by("business__name"),
        "nav": "account",
    }
    return render(request, "businesses/account.html", context)


@signed_in
def close_account(request: Any) -> HttpResponse:
    """Typed confirmation: the own mail address."""
    user = request.user
    label = _("Type your mail address to confirm")
    form = TypedForm(request.POST or None, expected=user.email, label=label)
    if request.method == "POST" and form.is_valid():
        parting.close_account(user)
        logout(request)
        say(request, _("Your account is deleted. Go well."))
        return redirect("home")
    memberships = user.memberships.select_related("business")
    context = {"form": form, "memberships": memberships, "nav": "account"}
    return render(request, "businesses/close_account.html", context)


@require_POST
@public
def theme(request: Any) -> HttpResponse:
    """Light, dark or as the device; in this browser, and for the user in every other."""
    return prefer(request, ThemeForm(request.POST), "theme")


@require_POST
@public
def choose_language(request: Any) -> HttpResponse:
    """The page one came from comes back in that language."""
    return prefer(request, LanguageForm(request.POST), "language")


def prefer(request: Any, form: forms.Form, name: str) -> HttpResponse:
    answer = redirect(next_page(request, reverse("home")))
    if form.is_valid():
        chosen = form.cleaned_data[name]
        if request.user.is_authenticated:
            request.user.prefer(**{name: chosen})
        keep_here(answer, request, f"passo_{name}", chosen)
    return answer


def keep_here(answer: HttpResponse, request: Any, name: str, value: str) -> None:
    answer.set_cookie(
        name, value, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
    )
