"""To whom one would introduce somebody: whom it is worth to, or whoever one has in mind."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.lib.htmx import page
from passo.people import finding
from passo.people.models import Person

FOUND = 12


@members_only("staff")
def introduce_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person: Person = get_object_or_404(business.people, pk=person_id, merged_into=None)
    words = request.GET.get("q", "").replace("\0", "")[:200]
    found = finding.people_matching(business, words).exclude(pk=person.pk)
    context = {
        "person": person,
        "q": words,
        "found": found.select_related("organisation")[:FOUND],
        "nav": "introductions",
    }
    return page(request, "introductions/introduce_person.html", context, fragment="found")
