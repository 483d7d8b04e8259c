"""An offer goes out: for whom, by which link, with which words."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.patience import has_tried_too_often, one_at_a_time, please_wait
from passo.businesses.saying import say
from passo.businesses.views.businesses import refuse_guests
from passo.businesses.views.team import leads_only_here
from passo.lib.discreet import discreet
from passo.lib.htmx import page
from passo.lib.mail import NotSentError
from passo.lib.refusal import Refusal
from passo.lib.secret import is_same_token
from passo.people import finding
from passo.people.models.person import Consent
from passo.steps import offer_evidence, offer_pdf, offer_words, offers
from passo.steps.models import Offer
from passo.steps.offer_forms import MailForm
from passo.steps.views.offers import added, find

MOST_FOUND = 12
MOST_MAILS = 30


@members_only("staff")
def offer_for_whom(request: Any, business: Business, offer_id: int) -> HttpResponse:
    """One of the library, for somebody: whoever is chosen gets a copy."""
    offer = get_object_or_404(business.offers.select_related("business"), pk=offer_id)
    if request.method == "POST":
        return write_for(request, offer)
    words = request.GET.get("q", "").replace("\0", "")[:100].strip()
    if words:
        found = finding.people_matching(business, words).select_related("organisation")
        people = list(found[:MOST_FOUND])
    else:
        people = offers.whom_to_ask(business, MOST_FOUND)
    context = {"offer": offer, "words": words, "people": people, "nav": "offers"}
    return page(request, "steps/offer_for_whom.html", context, fragment="people")


def write_for(request: Any, offer: Offer) -> HttpResponse:
    people = offer.business.people.listed()
    said = request.POST.get("person", "")
    if not said.isdecimal() or not said.isascii() or len(said) >= 19:  # noqa: PLR2004 -- 2**63
        raise Refusal(_("Choose first for whom it is."))
    person = get_object_or_404(people, pk=int(said))
    made = offers.write_for(offer, person, by=request.user)
    say(request, _("An offer for %s, to look at before it goes.") % person, added(made))
    return redirect("offer", offer.business.slug, made.pk)


@require_POST
@members_only("staff")
def send_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    """The link is in this answer and nowhere else: only its fingerprint is kept."""
    offer = find(business, offer_id)
    token = offer_evidence.send(offer, by=request.user, today=timezone.localdate())
    return sent_page(request, offer, token)


def sent_page(request: Any, offer: Offer, token: str, form: MailForm | None = None) -> HttpResponse:
    link = link_of(request, token)
    text = offer_words.words(offer, link, by=request.user)
    ways = offer_words.ways_to_send(offer, text)
    context = {
        "offer": offer,
        "link": link,
        "pdf": reverse("client_offer_pdf", args=[token]),
        "ways": ways,
        "is_only_here": leads_only_here(request.get_host()),
        "asked_not_to": offer.person and offer.person.consent == Consent.REFUSED,
        "can_mail": settings.HAS_MAIL and ways["address"] and not offer.business.is_sample,
        "form": form or MailForm(initial={"words": text, "token": token}),
        "nav": "offers",
    }
    return discreet(render(request, "steps/offer_sent.html", context))


def link_of(request: Any, token: str) -> str:
    return str(request.build_absolute_uri(reverse("client_offer", args=[token])))


@require_POST
@members_only("staff")
def mail_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    """By Passo's own mail. The link comes back with the form, since it is kept nowhere."""
    refuse_guests(request.user)
    offer, form = find(business, offer_id), MailForm(request.POST)
    token = form.data.get("token", "")
    if not settings.HAS_MAIL or business.is_sample or not is_link_of(offer, token):
        raise Refusal(_("This cannot be mailed from here. Make the link once more."))
    if not form.is_valid():
        return sent_page(request, offer, token, form)
    if has_tried_too_often(request, "offer-mail", most=MOST_MAILS):
        return please_wait(request)
    with one_at_a_time(f"offer:{offer.pk}"):
        mail(request, offer, form.cleaned_data["words"], link_of(request, token))
    return redirect("offer", business.slug, offer.pk)


def is_link_of(offer: Offer, token: str) -> bool:
    return bool(offer.link_hash) and is_same_token(token, offer.link_hash)


def mail(request: Any, offer: Offer, words: str, link: str) -> None:
    address = offer_words.way_to(offer.person, "mail") if offer.person else ""
    if not address:
        raise Refusal(_("Passo knows no mail address of theirs. Send the link another way."))
    try:
        offer_words.send_mail(offer, words, to=address, link=link, by=request.user)
    except NotSentError as problem:
        raise Refusal(
            _("The mail did not leave. Send the link another way, or later.")
        ) from problem
    say(request, _("The mail to %s is on its way.") % address)


@members_only()
def offer_as_pdf(request: Any, business: Business, offer_id: int) -> HttpResponse:
    return as_pdf(find(business, offer_id))


def as_pdf(offer: Offer, link: str = "") -> HttpResponse:
    answer = HttpResponse(offer_pdf.draw(offer, link=link), content_type="application/pdf")
    name = offer_words.file_name(offer)
    answer.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
