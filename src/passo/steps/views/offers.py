"""The business's small offers: the library, the three-minute editor, and the page of one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change
from passo.businesses.saying import say
from passo.people.models import Person
from passo.steps import offer_examples, offers, smallness
from passo.steps.models import Offer, Opportunity
from passo.steps.offer_forms import DeliveredForm, OfferForm, ValueForm, typed
from passo.steps.tongues import language_for

BIGGEST = 2**62


@members_only()
def offer_library(request: Any, business: Business) -> HttpResponse:
    rate = offers.hour_cents(business)
    own = offers.with_profits(offers.library(business), rate)
    context = {
        "own": own,
        "examples": [] if own else offer_examples.examples_for(business),
        "under_way": list(offers.under_way(business)),
        "earlier": offers.with_profits(offers.earlier(business), rate),
        "news": list(offers.answered_lately(business)),
        "today": timezone.localdate(),
        "nav": "offers",
    }
    return render(request, "steps/offers.html", context)


@members_only("staff")
def new_offer(request: Any, business: Business) -> HttpResponse:
    """Fresh, after an example, or for somebody; whoever it is for comes with the address."""
    person, opportunity = for_whom(request, business)
    form = OfferForm(
        request.POST or None,
        currency=business.currency,
        initial=first_words(request, business, person),
    )
    if not form.is_valid():
        return editor(request, business, form, person=person)
    offer = Offer.add(
        by=request.user,
        business=business,
        person=person,
        opportunity=opportunity,
        **form.values(),
    )
    say(request, _("Written down."), added(offer))
    return onwards(request, offer)


def first_words(request: Any, business: Business, person: Person | None) -> dict[str, Any]:
    """In the language of whom it is for, unless an example has words already."""
    example = request.GET.get("example", "")
    words = offer_examples.first_words(business, example)
    return (
        words if example or person is None else words | {"language": language_for(person, business)}
    )


def onwards(request: Any, offer: Offer) -> HttpResponse:
    """To whom it may go, if that was pressed; else its own page."""
    wants_person = "choose" in request.POST and offer.person_id is None
    page = "offer_for_whom" if wants_person else "offer"
    return redirect(page, offer.business.slug, offer.pk)


def added(offer: Offer) -> Change | None:
    kind = offer._meta.label_lower
    return offer.business.changes.of(kind, str(offer.pk)).order_by("-pk").first()


def for_whom(request: Any, business: Business) -> tuple[Person | None, Opportunity | None]:
    """Named in the address by an opportunity, or by a person; or by nobody."""
    opportunity_id, person_id = number(request, "opportunity"), number(request, "person")
    if opportunity_id:
        rows = business.opportunities.select_related("person")
        opportunity = get_object_or_404(rows, pk=opportunity_id)
        return opportunity.person, opportunity
    if person_id:
        return get_object_or_404(business.people.listed(), pk=person_id), None
    return None, None


def number(request: Any, name: str) -> int:
    said = request.GET.get(name, "")
    is_number = said.isascii() and said.isdecimal() and len(said) < 20  # noqa: PLR2004 -- 2**63
    return min(int(said), BIGGEST) if is_number else 0


@members_only("staff")
def edit_offer(request: Any, business: Business, offer_id: int) -> HttpResponse:
    offer = get_object_or_404(business.offers.select_related("person"), pk=offer_id)
    form = OfferForm(request.POST or None, currency=offer.currency, initial=typed(offer))
    if not form.is_valid():
        return editor(request, business, form, offer=offer, person=offer.person)
    change = offer.correct(by=request.user, **form.values())
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return onwards(request, offer)


def editor(
    request: Any,
    business: Business,
    form: OfferForm,
    *,
    offer: Offer | None = None,
    person: Person | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "offer": offer,
        "person": person,
        "checks": checks_of(business, form),
        "nav": "offers",
    }
    return render(request, "steps/offer_editor.html", context)


def checks_of(business: Business, form: OfferForm) -> list[smallness.Check]:
    """Of what is typed; of a page that was just opened, of what stands in it."""
    values = getattr(form, "cleaned_data", None) if form.is_bound else form.initial
    return smallness.look(
        {name: value for name, value in (values or {}).items() if value != ""},
        today=timezone.localdate(),
        job=offers.usual_job(business),
        usual=offers.usual_offer(business),
    )


@require_POST
@members_only("staff")
def check_offer(request: Any, business: Business) -> HttpResponse:
    """Is it small? Looked at while one types; nothing is kept."""
    form = OfferForm(request.POST, currency=business.currency)
    form.is_valid()
    context = {"checks": checks_of(business, form)}
    return render(request, "steps/parts/offer_smallness.html", context)


@members_only()
def offer_page(request: Any, business: Business, offer_id: int) -> HttpResponse:
    return one_offer(request, find(business, offer_id))


def find(business: Business, offer_id: int) -> Offer:
    rows = business.offers.select_related("person__organisation", "opportunity", "sent_by")
    return get_object_or_404(rows, pk=offer_id)


def one_offer(
    request: Any,
    offer: Offer,
    *,
    delivered: DeliveredForm | None = None,
    value: ValueForm | None = None,
) -> HttpResponse:
    offer.business = request.business
    context = {
        "offer": offer,
        "profit": offers.profit(offer, offers.hour_cents(offer.business)),
        "has_ended": offer.has_ended(timezone.localdate()),
        "delivered": delivered or DeliveredForm(offer=offer),
        "value": value or ValueForm(initial={"value_words": offer.value_words}),
        "times_sent": offer.sent_as.exclude(state="draft").count(),
        "nav": "offers",
    }
    return render(request, "steps/offer.html", context)
