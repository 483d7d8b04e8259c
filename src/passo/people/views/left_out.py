"""Who did not become a person, and why; and the owner's word on it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.lib.htmx import page
from passo.people import sorting
from passo.people.models import LeftOut, Person
from passo.people.rules import BY_NAME, RULES_BY_KIND, SAID_BY_OWNER

PAGE = 50
LONGEST = 254
VERDICTS = {"said_person": "person", "said_no": "no"}


@members_only()
def left_out(request: Any, business: Business) -> HttpResponse:
    """In the order of addresses, so that any page is as quick as the first."""
    why, words = request.GET.get("why", ""), request.GET.get("q", "")[:LONGEST]
    after = request.GET.get("after", "")[:LONGEST].replace("\0", "")
    because = BY_NAME[why].because if why in BY_NAME else None
    found = sorting.left_out_of(business, because, VERDICTS.get(why), words.replace("\0", ""))
    rows = list(found.filter(address__gt=after)[: PAGE + 1])
    kept = {name: value for name, value in (("why", why), ("q", words)) if value}
    more = urlencode(kept | {"after": rows[PAGE - 1].address}) if len(rows) > PAGE else ""
    context = {
        "rows": [(row, reason_of(row)) for row in rows[:PAGE]],
        "kinds": RULES_BY_KIND,
        "why": why,
        "words": words,
        "more": f"?{more}" if more else "",
        "first": f"?{urlencode(kept)}" if after else "",
        "is_narrowed": bool(kept),
        "met": met_just_now(request, business),
        "may_decide": request.membership.may("staff"),
        "nav": "people",
    }
    return page(request, "people/left_out.html", context, fragment="rows")


def reason_of(row: LeftOut) -> str:
    if row.verdict == "person":
        return _("You said that this is a person.")
    because = SAID_BY_OWNER if row.verdict == "no" else row.because
    return _(because) if because else ""


def met_just_now(request: Any, business: Business) -> dict[str, Any] | None:
    """Who was called a person just now, and which mailboxes could bring their earlier mails."""
    met = request.GET.get("met", "")
    person = (
        business.people.filter(pk=int(met)).first() if met.isdecimal() and met[18:] == "" else None
    )
    if person is None:
        return None
    mailboxes = business.live_accounts.filter(kind="imap", is_paused=False).exclude(folders=[])
    return {"person": person, "mailboxes": mailboxes.defer("password", "address")}


@require_POST
@members_only("staff")
def this_is_a_person(request: Any, business: Business, left_out_id: int) -> HttpResponse:
    left = get_object_or_404(business.left_out, pk=left_out_id)
    person = sorting.call_person(left, by=request.user)
    back = reverse("take_back_call", args=[business.slug, left.pk])
    messages.success(request, _("%s is a person now.") % person, extra_tags=f"undo:{back}")
    return redirect(f"{reverse('left_out', args=[business.slug])}?{urlencode({'met': person.pk})}")


@require_POST
@members_only("staff")
def take_back_call(request: Any, business: Business, left_out_id: int) -> HttpResponse:
    left = get_object_or_404(business.left_out, pk=left_out_id)
    sorting.take_back_call(left, by=request.user)
    say(request, _("It is as it was before."))
    return redirect("left_out", business.slug)


@require_POST
@members_only("staff")
def read_again(request: Any, business: Business, live_account_id: int) -> HttpResponse:
    account = get_object_or_404(business.live_accounts.select_related("brings"), pk=live_account_id)
    sorting.read_again(account)
    say(request, _("Passo reads %s again from the beginning. It takes a while.") % account)
    return redirect("left_out", business.slug)


@require_POST
@members_only("staff")
def no_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    sorting.call_nobody(person, by=request.user)
    sentence = _("%s is left out. What comes from there makes no person.") % person
    back = reverse("take_back_no_person", args=[business.slug, person.pk])
    messages.success(request, sentence, extra_tags=f"undo:{back}")
    return redirect("left_out", business.slug)


@require_POST
@members_only("staff")
def take_back_no_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person: Person = get_object_or_404(business.people, pk=person_id)
    sorting.take_back_nobody(person, by=request.user)
    say(request, _("%s is back.") % person)
    return redirect(next_page(request, reverse("person", args=[business.slug, person.pk])))
