"""What was decided: joined by itself, joined by hand, kept apart. Each can be taken back."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.people.asking import SEPARATE
from passo.people.views.same_tabs import counts_of, tabs_of

PAGE = 25
RECORDS = 20
LONGEST_NUMBER = 18


@members_only()
def joined_by_itself(request: Any, business: Business) -> HttpResponse:
    """Who is made of several records and was joined by nobody, the youngest first."""
    another = business.sources.filter(person=OuterRef("pk"))[1:2]
    by_hand = business.merges.filter(stays=OuterRef("pk"))
    people = business.people.listed().filter(Exists(another), ~Exists(by_hand))
    records = business.sources.select_related("brought_by").order_by("pk")
    shown = people.prefetch_related(Prefetch("sources", records, to_attr="records"))
    return decided_page(request, business, "joined_by_itself", shown)


@members_only()
def joined_by_hand(request: Any, business: Business) -> HttpResponse:
    merges = business.merges.select_related("stays", "gone")
    return decided_page(request, business, "joined_by_hand", merges)


@members_only()
def kept_separate(request: Any, business: Business) -> HttpResponse:
    pairs = business.pairs.filter(state=SEPARATE, one__is_listed=True, other__is_listed=True)
    shown = pairs.select_related("one", "other", "decided_by")
    return decided_page(request, business, "kept_separate", shown)


def decided_page(request: Any, business: Business, here: str, rows: Any) -> HttpResponse:
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) <= LONGEST_NUMBER:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows.order_by("-pk")[: PAGE + 1])
    context = {
        "rows": found[:PAGE],
        "most_records": RECORDS,
        "older": f"?before={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "newest": before and reverse(here, args=[business.slug]),
        "may_change": request.membership.may("staff"),
        **tabs_of(business, here, counts_of(business)),
        "nav": "people",
    }
    return render(request, f"people/same_{here}.html", context)
