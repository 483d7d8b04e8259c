"""Whom a person knows: all of them, said by a member, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.lib.htmx import page
from passo.people import finding, knowing
from passo.people.models import Person
from passo.people.person_forms import TieForm, is_number

FOUND = 12
ALL = 400


@members_only()
def whom_they_know(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    known = knowing.acquaintances_of(person, ALL)[:ALL]
    context = {"person": person, "known": known, "nav": "people"}
    return render(request, "people/person_knows.html", context)


@members_only("staff")
def tell_tie(request: Any, business: Business, person_id: int) -> HttpResponse:
    """First who it is, found as one types; then how well."""
    person = get_object_or_404(business.people, pk=person_id, merged_into=None)
    wish = request.POST.get("other") or request.GET.get("other") or ""
    other = business.people.listed().filter(pk=wish).first() if is_number(wish) else None
    if other is None:
        return choose(request, person)
    form = TieForm(request.POST if "strength" in request.POST else None, auto_id="tie-%s")
    if not form.is_valid():
        context = {"person": person, "other": other, "form": form, "nav": "people"}
        return render(request, "people/person_tie.html", context)
    knowing.declare(person, other, by=request.user, **form.cleaned_data)
    undo = reverse("take_back_tie", args=[business.slug, person.pk, other.pk])
    said = _("%(one)s knows %(other)s: kept.") % {"one": person, "other": other}
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("person", business.slug, person.pk)


def choose(request: Any, person: Person) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "")[:200]
    found = finding.people_matching(person.business, words).exclude(pk=person.pk)
    context = {
        "person": person,
        "q": words,
        "found": found.select_related("organisation")[:FOUND],
        "levels": knowing.LEVELS,
        "nav": "people",
    }
    return page(request, "people/person_choose.html", context, fragment="found")


@require_POST
@members_only("staff")
def take_back_tie(request: Any, business: Business, person_id: int, other_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    other = get_object_or_404(business.people, pk=other_id)
    tie = knowing.take_back(person, other, by=request.user)
    again = {
        "other": str(other.pk),
        "strength": str(tie.declared),
        "words": tie.declared_note,
    }
    address = reverse("tell_tie_again", args=[business.slug, person.pk])
    undo = f"undo:{address}?{urlencode(again)}"
    messages.success(request, _("Taken back."), extra_tags=undo)
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def tell_tie_again(request: Any, business: Business, person_id: int) -> HttpResponse:
    """The way back from taking back."""
    person = get_object_or_404(business.people, pk=person_id)
    wish = request.GET.get("other", "")
    other = business.people.filter(pk=wish).first() if is_number(wish) else None
    form = TieForm(request.GET)
    if other is not None and form.is_valid():
        knowing.declare(person, other, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is as it was before."))
    return redirect("person", business.slug, person.pk)
