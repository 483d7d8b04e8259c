"""The first start: three short questions, one a page. Unfinished answers wait in the session."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from passo.businesses import arriving, places
from passo.businesses.access import public
from passo.businesses.forms import AccountForm, BusinessForm, SentenceForm
from passo.businesses.models import SetupLink
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.businesses.views.entering import enter

ANSWERS = "welcome"
MOST_TRIES = 60


@public
def welcome(request: Any, token: str) -> HttpResponse:
    """What do you do, in one sentence?"""
    if not arriving.may_set_up(token, request.user):
        return not_this_way(request)
    form = SentenceForm(request.POST or None, initial=answers(request))
    if form.is_valid():
        return keep(request, form, "welcome_business", token)
    return question(request, form, 1, token)


@public
def welcome_business(request: Any, token: str) -> HttpResponse:
    """What is it called, and which money and clock does it go by?"""
    if not arriving.may_set_up(token, request.user):
        return not_this_way(request)
    form = BusinessForm(request.POST or None, initial=guesses(request) | answers(request))
    if form.is_valid():
        return keep(request, form, "welcome_account", token)
    return question(request, form, 2, token)


@public
def welcome_account(request: Any, token: str) -> HttpResponse:
    """Who are you? With this answer everything is made at once."""
    if not arriving.may_set_up(token, request.user):
        return not_this_way(request)
    given = answers(request)
    if "name" not in given:
        return redirect("welcome_business" if given else "welcome", token)
    form = AccountForm(request.POST or None)
    if form.is_valid():
        return finish(request, form.cleaned_data, given)
    return question(request, form, 3, token)


def answers(request: Any) -> dict[str, str]:
    return dict(request.session.get(ANSWERS) or {})


def guesses(request: Any) -> dict[str, str]:
    """From the language; a small script in the page knows the clock better."""
    language = request.LANGUAGE_CODE
    return {
        "language": language,
        "currency": places.guess_currency(language),
        "time_zone": places.guess_time_zone(language),
    }


def keep(request: Any, form: forms.Form, onwards: str, token: str) -> HttpResponse:
    request.session[ANSWERS] = answers(request) | form.cleaned_data
    return redirect(onwards, token)


def finish(request: Any, account: dict[str, str], business: dict[str, str]) -> HttpResponse:
    guest = request.user if request.user.is_authenticated and request.user.is_guest else None
    user, founded = arriving.first_owner(
        guest, account=account, business=business, language=request.LANGUAGE_CODE
    )
    request.session.pop(ANSWERS, None)
    enter(request, user)
    return redirect("today", founded.slug)


def question(request: Any, form: forms.Form, number: int, token: str) -> HttpResponse:
    """Going back loses nothing: each page shows what was answered before."""
    pages = ["welcome", "welcome_business", "welcome_account"]
    context = {
        "form": form,
        "number": number,
        "token": token,
        "back": reverse(pages[number - 2], args=[token]) if number > 1 else "",
        "is_answered": form.is_bound or "time_zone" in answers(request),
        "bare": True,
        "may_look_around": number == 1 and SetupLink.opens(token),
    }
    return render(request, f"businesses/{pages[number - 1]}.html", context)


def not_this_way(request: Any) -> HttpResponse:
    """The link is old, used up or wrong: how to get a new one, or where to sign in."""
    if has_tried_too_often(request, "welcome", most=MOST_TRIES):
        return please_wait(request)
    context = {"is_needed": SetupLink.is_needed(), "bare": True}
    return render(request, "businesses/welcome_closed.html", context, status=410)
