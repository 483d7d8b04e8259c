"""The page that tells how well Today foretells."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.today import foretold_words as words
from passo.today import outcomes

ENOUGH = 20  # tries, before they make a picture


@members_only()
def foretold(request: Any, business: Business) -> HttpResponse:
    """What Passo believed of what was done, and what came of it."""
    today = timezone.localdate()
    over = outcomes.tries(business, today)
    context = {
        "nav": "today",
        "told": words.told(over) if len(over) >= ENOUGH else None,
        "missing": ENOUGH - len(over),
        "kinds": words.kinds(outcomes.fates(business, today)),
        "fates": words.FATES,
        "minutes": words.minutes(outcomes.minutes(business, today)),
        "worth": words.worth(outcomes.worth(business), business.currency),
        "reasons": words.reasons(outcomes.reasons(business, today)),
    }
    return render(request, "today/foretold.html", context)
