"""How we look for clients: the seven rules, and the age they make."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.steps import prospecting
from passo.steps.prospecting_words import AGES, names, picture


@members_only()
def prospecting_rules(request: Any, business: Business) -> HttpResponse:
    today = timezone.localdate()
    told = prospecting.told_of(business)
    quarters = prospecting.quarters(told, today)
    context = {
        "standings": prospecting.standings(told, today) if told.opportunities else [],
        "ages": list(AGES.values()),
        "age": AGES[quarters[-1].age] if quarters else None,
        "picture": picture(quarters),
        "quarters": names(quarters),
        "nav": "path",
    }
    return render(request, "steps/prospecting.html", context)
