"""The page of the weekly review."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people.models import Person
from passo.today import reviewing

LONGEST = 300


class ReviewForm(forms.Form):
    bet = forms.CharField(label=gettext_lazy("One bet"), max_length=LONGEST, required=False)
    thanks = forms.CharField(
        label=gettext_lazy("One thank-you"), max_length=LONGEST, required=False
    )
    whom = forms.IntegerField(required=False, min_value=1, max_value=2**62)


@members_only("staff")
def weekly_review(request: Any, business: Business) -> HttpResponse:
    """Ten minutes, filled in already."""
    today = timezone.localdate()
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return kept(request, business, form.cleaned_data)
    week = reviewing.week_of(business, today)
    context = {
        "week": week,
        "form": form if form.is_bound else ReviewForm(initial=wishes(week)),
        "nav": "today",
    }
    return render(request, "today/review.html", context)


def wishes(week: reviewing.Week) -> dict[str, Any]:
    owed = week.thanks[0] if week.thanks else None
    whom = owed.person if owed else week.warmest
    words = str(owed.words) if owed else thanking(whom)
    return {"bet": week.bet, "thanks": words, "whom": whom.pk if whom else None}


def thanking(person: Person | None) -> str:
    return _("Thank %(name)s") % {"name": person.name} if person else ""


def kept(request: Any, business: Business, wish: dict[str, Any]) -> HttpResponse:
    whom = business.people.filter(pk=wish["whom"]).first() if wish["whom"] else None
    steps = reviewing.keep(
        business,
        request.user,
        timezone.localdate(),
        bet=wish["bet"],
        thanks=wish["thanks"],
        whom=whom,
    )
    words = ngettext(
        "The week is looked at. One step is noted.",
        "The week is looked at. %(n)s steps are noted.",
        len(steps),
    )
    say(request, words % {"n": len(steps)} if steps else _("The week is looked at."))
    return redirect("today", business.slug)
