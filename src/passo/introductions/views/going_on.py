"""What happens to an introduction once it is asked for."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change
from passo.businesses.patience import has_tried_too_often, one_at_a_time, please_wait
from passo.businesses.saying import say
from passo.introductions import asking, handing, letters
from passo.introductions.forms import TogetherForm, ToldForm
from passo.introductions.models import Ask, Introduction
from passo.introductions.models.introduction import WAITING, State
from passo.introductions.views.introductions import addresses, both, find, one_introduction
from passo.lib.mail import NotSentError
from passo.lib.refusal import Refusal


def back(
    request: Any, made: Introduction, sentence: str, change: Change | None = None
) -> HttpResponse:
    say(request, sentence, change)
    return redirect("introduction", made.business.slug, made.pk)


def ask_of(business: Business, ask_id: int) -> Ask:
    rows = business.asks.select_related("person", "business", "introduction__asker")
    return get_object_or_404(rows, pk=ask_id)


@require_POST
@members_only("staff")
def mail_ask(request: Any, business: Business, ask_id: int) -> HttpResponse:
    """By Passo's own mail."""
    ask = ask_of(business, ask_id)
    ask.introduction.refuse_as_it_stands(*WAITING)
    handing.mail(request, ask, request.POST.get("to", ""))
    return redirect("introduction", business.slug, ask.introduction_id)


@require_POST
@members_only("staff")
def note_yes(request: Any, business: Business, ask_id: int) -> HttpResponse:
    """They said so on the phone."""
    ask = ask_of(business, ask_id)
    done = ask.introduction.agree(ask.role, today=timezone.localdate(), by=request.user)
    sentence = _("Noted: a yes.") if done else _("Nothing was different.")
    return back(request, ask.introduction, sentence)


@require_POST
@members_only("staff")
def introduce(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    """By one mail to both that goes from here, or as it happened elsewhere."""
    made = find(business, introduction_id)
    if request.POST.get("by") == "mail":
        form = TogetherForm(request.POST)
        if not form.is_valid():
            return one_introduction(request, made, together=form)
        return mail_both(request, made, form)
    change = made.introduce(timezone.localdate(), by=request.user)
    return back(request, made, _("Introduced."), change)


def mail_both(request: Any, made: Introduction, form: TogetherForm) -> HttpResponse:
    """Not before both have said yes: from then on they have each other's address."""
    to = addresses(made)
    if len(to) < len(both(made)) or not letters.may_send(made.business, request.user):
        raise Refusal(_("This cannot be mailed from here. Use your own mail program."))
    asking.refuse_whom_to_leave_alone(made.business, to)
    if has_tried_too_often(request, handing.WHAT, most=handing.MOST_MAILS):
        return please_wait(request)
    words = letters.Letter(form.cleaned_data["subject"], form.cleaned_data["words"])
    with one_at_a_time(f"both:{made.pk}"):
        made.refuse_as_it_stands(State.BOTH)
        send_to_both(request, made, to, words)
        change = made.introduce(timezone.localdate(), by=request.user)
    return back(request, made, _("Introduced, by mail to both."), change)


def send_to_both(request: Any, made: Introduction, to: Any, words: letters.Letter) -> None:
    try:
        letters.bring_together(made, to=to, words=words, by=request.user)
    except NotSentError as problem:
        raise Refusal(_("The mail server did not take it. Use your own mail program.")) from problem


@require_POST
@members_only("staff")
def meet(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made = find(business, introduction_id)
    change = made.meet(timezone.localdate(), by=request.user)
    return back(request, made, _("Noted. What came of it?"), change)


@require_POST
@members_only("staff")
def tell(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made, form = find(business, introduction_id), ToldForm(request.POST)
    if not form.is_valid():
        return one_introduction(request, made, told=form)
    change = made.tell(form.cleaned_data["outcome"], by=request.user)
    return back(request, made, _("Kept.") if change else _("Nothing was different."), change)


@require_POST
@members_only("staff")
def thank(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made = find(business, introduction_id)
    change = made.thank(timezone.localdate(), by=request.user)
    return back(request, made, _("Thanked."), change)


@require_POST
@members_only("staff")
def withdraw(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made = find(business, introduction_id)
    change = made.withdraw(by=request.user)
    return back(request, made, _("Taken back. The links lead nowhere now."), change)
