"""Where a person is known from: a record taken out, a joining taken apart."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people import merging


@members_only("staff")
def take_out_source(
    request: Any, business: Business, person_id: int, source_id: int
) -> HttpResponse:
    """Asked first: the two are never joined by themselves again."""
    person = get_object_or_404(business.people, pk=person_id)
    sources = person.sources.select_related("brought_by", "person")
    source = get_object_or_404(sources, pk=source_id)
    if request.method == "POST":
        made = merging.take_out(source, by=request.user)
        say(request, _("%s is a person of their own now.") % made)
        return redirect("person", business.slug, made.pk)
    context = {"person": person, "source": source, "nav": "people"}
    return render(request, "people/person_take_out.html", context)


@require_POST
@members_only("staff")
def take_person_apart(request: Any, business: Business, merge_id: int) -> HttpResponse:
    joined = business.merges.select_related("stays", "gone")
    made = get_object_or_404(joined, pk=merge_id)
    made.remove(by=request.user)
    names = {"one": made.stays, "other": made.gone}
    say(request, _("%(one)s and %(other)s are two people again.") % names)
    return redirect("person", business.slug, made.stays_id)
