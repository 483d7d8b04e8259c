"""The firms that people belong to: searched as one types, paged, each with how many you know."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.lib.htmx import page, wants_fragment
from passo.people import listing_firms
from passo.people.list_words import firms_in_words, tabs_of
from passo.people.listing import Wish

LONGEST = 200


@members_only()
def organisations(request: Any, business: Business) -> HttpResponse:
    asked = {name: request.GET.get(name, "").replace("\0", "") for name in ("q", "before", "after")}
    words = " ".join(asked.pop("q").split())[:LONGEST]
    found = listing_firms.firms(business, words, **asked)
    here = reverse("organisations", args=[business.slug])
    context = {
        "nav": "people",
        "list_url": here,
        "words": words,
        "rows": found.rows,
        "count": firms_in_words(found.counted),
        "earlier": query_of(words, found.earlier),
        "later": query_of(words, found.later),
    }
    if wants_fragment(request):
        answer = page(request, "people/list_organisations.html", context, fragment="list")
        answer.headers["HX-Replace-Url"] = f"{here}?{urlencode({'q': words})}" if words else here
        return answer
    context["tabs"] = tabs_of(business, Wish(), business.people_views.all()[:20], here="firms")
    return page(request, "people/list_organisations.html", context)


def query_of(words: str, marks: dict[str, str]) -> str:
    said = {"q": words, **marks} if words else marks
    return f"?{urlencode(said)}" if marks else ""
