"""What was given and received: all of it, and with one person."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.introductions import balance, balance_words, giving
from passo.introductions.contribution_forms import ContributionForm
from passo.introductions.contributions import Wish, listed, wish_of
from passo.introductions.models.contribution import Kind
from passo.people.models import Person


@members_only()
def contributions(request: Any, business: Business) -> HttpResponse:
    wish = wish_of(business, request.GET)
    quarters = balance.quarters(business, timezone.localdate())
    here = reverse("contributions", args=[business.slug])
    context = {
        **around(request, business, wish, here),
        "nav": "introductions",
        "wish": wish,
        "tabs": tabs(business, wish, here),
        "kinds": Kind.choices,
        "quarters": [balance_words.named(one) for one in quarters],
        "picture": balance_words.picture(quarters),
        "by_quarter": balance_words.rows(quarters),
        "gave_most": balance.gave_most(business),
        "form": ContributionForm(business=business, person=wish.person),
    }
    return render(request, "introductions/contributions.html", context)


@members_only()
def person_contributions(request: Any, business: Business, person_id: int) -> HttpResponse:
    person: Person = get_object_or_404(business.people, pk=person_id)
    if person.merged_into_id:
        return redirect("person_contributions", business.slug, person.merged_into_id)
    known = balance.balance(person)
    here = reverse("person_contributions", args=[business.slug, person.pk])
    context = {
        **around(request, business, Wish(person=person), here, person=""),
        "person": person,
        "balance": known,
        "standing": balance_words.between(known, person.first_name),
        "figures": balance_words.figures(known),
        "bar": balance_words.bar(known),
        "advice": giving.before_asking(person, asks=0),
        "form": ContributionForm(business=business, person=person),
    }
    return render(request, "introductions/person_contributions.html", context)


def around(request: Any, business: Business, wish: Wish, here: str, **said: str) -> dict[str, Any]:
    """`said` is what the address of the page says already."""
    marks = {name: request.GET.get(name, "").replace("\0", "") for name in ("before", "after")}
    found = listed(business, wish, **marks)

    def beside(**mark: str) -> str:
        return f"{here}?{wish.query(**said, **mark)}" if any(mark.values()) else ""

    return {
        "nav": "people",
        "rows": found.rows,
        "newer": beside(before=found.before),
        "older": beside(after=found.after),
        "next": request.get_full_path(),
        "may_change": request.membership.may("staff"),
    }


def tabs(business: Business, wish: Wish, here: str) -> list[dict[str, Any]]:
    labels = {
        "": _("Everything"),
        "given": _("Given"),
        "received": _("Received"),
        "unthanked": _("Not thanked"),
    }
    open_ones = business.contributions.unthanked().count()
    return [
        {
            "label": label,
            "url": f"{here}?{wish.query(show=show)}",
            "here": wish.show == show,
            "count": open_ones if show == "unthanked" else 0,
        }
        for show, label in labels.items()
    ]
