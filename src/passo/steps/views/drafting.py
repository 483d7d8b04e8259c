"""The words for a step: looked at, changed, sent by this Passo where it can send mail."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.patience import has_tried_too_often, one_at_a_time, please_wait
from passo.businesses.saying import say
from passo.lib import mail
from passo.lib.refusal import Refusal
from passo.people.models.person import Consent
from passo.steps import doing, drafts
from passo.steps.suggestions.suggestion import Suggestion
from passo.steps.views.doing import found, next_page_after
from passo.steps.views.steps import may_send, page_of

LONGEST = 20_000
LONGEST_SUBJECT = 200
MOST_MAILS = 30  # within ten minutes, as of offers


@require_POST
@members_only("staff")
def send_draft(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    """Sent from here and done; without the button for that, the links take over what was typed."""
    typed = {
        "subject": " ".join(request.POST.get("subject", "").split())[:LONGEST_SUBJECT],
        "mail": request.POST.get("mail", "")[:LONGEST],
    }
    if "to" not in request.POST:
        one = found(business, step_id, suggestion_key)
        return render(request, "steps/step.html", page_of(request, one, typed))
    if has_tried_too_often(request, "draft-mail", most=MOST_MAILS):
        return please_wait(request)
    with one_at_a_time(f"step:{business.pk}:{step_id or suggestion_key}"):
        one = found(business, step_id, suggestion_key)
        doing.refuse_what_is_over(one.step)
        send(one, business, request, typed)
        change = doing.finish(one, business=business, by=request.user, leaves="mail")
    name = one.person.first_name if one.person else ""
    say(request, _("Sent to %(name)s.") % {"name": name}, change)
    return redirect(next_page_after(request, business))


def send(one: Suggestion, business: Business, request: Any, typed: dict[str, str]) -> None:
    """To an address of theirs and no other; answers go to whoever sends it."""
    to = request.POST.get("to", "")
    if one.person is None or to not in drafts.ways_to(one.person).mails:
        raise Refusal(_("Choose one of their mail addresses."))
    if one.person.consent == Consent.REFUSED:
        raise Refusal(_("%(name)s asked not to be contacted.") % {"name": one.person.name})
    if not may_send(business, request.user):
        raise Refusal(_("This Passo cannot send mail. Open the draft in your own mail program."))
    if not typed["subject"] or not typed["mail"].strip():
        raise Refusal(_("Write a subject and a few words."))
    letter = mail.write(
        typed["subject"],
        typed["mail"],
        to=to,
        name=f"{request.user.name}, {business.name}",
        reply_to=request.user.email,
    )
    try:
        mail.send(letter)
    except mail.NotSentError as problem:
        raise Refusal(
            _("The mail server did not take it. Open the draft in your own mail program.")
        ) from problem
