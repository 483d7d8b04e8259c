"""A firm's page: its people, its shared addresses, what passed with them."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.htmx import page, wants_fragment
from passo.people import belonging, by_hand, finding, story
from passo.people.models import Organisation
from passo.people.organisation_forms import FIELDS, OrganisationForm
from passo.people.person_forms import WayForm, is_number

PEOPLE = 60
FOUND = 12


@members_only()
def organisation(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    numbers = belonging.closest_at(firm)
    mails = firm.contact_points.filter(kind="mail").values_list("value", flat=True)
    theirs = Q(person__in=numbers) | Q(person=None, address__in=list(mails))
    parts = business.participations.filter(theirs)
    mark = request.GET.get("before", "")
    context = {
        "organisation": firm,
        "story": story.story_of(parts, "", mark),
        "is_first_page": not mark,
    }
    if not wants_fragment(request):
        shown = business.people.filter(pk__in=numbers[:PEOPLE]).order_by("-strength", "-pk")
        context |= told(request, firm) | {
            "counted": story.counted(parts, timezone.now()),
            "people": shown,
            "how_many": len(numbers),
        }
    return page(request, "people/organisation.html", context, fragment="story")


def told(request: Any, firm: Organisation) -> dict[str, Any]:
    return {
        "nav": "people",
        "may_change": request.membership.may("staff"),
        "points": firm.contact_points.order_by("kind", "pk"),
        "form": OrganisationForm(organisation=firm),
        "way_form": WayForm(business=firm.business),
    }


@require_POST
@members_only("staff")
def correct_organisation(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    sent = [name for name in FIELDS if name in request.POST]
    form = OrganisationForm(request.POST, organisation=firm, only=sent)
    if not form.is_valid():
        context = {"organisation": firm, "form": form, "nav": "people"}
        return render(request, "people/organisation_edit.html", context)
    values = {name: form.cleaned_data[name] for name in form.changed_data}
    change = firm.correct(by=request.user, **values) if values else None
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("organisation", business.slug, firm.pk)


@require_POST
@members_only("staff")
def add_organisation_way(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    form = WayForm(request.POST, business=business)
    if form.is_valid():
        point = by_hand.add_way(firm, form.values(), by=request.user)
        say(request, _("Added: %s") % point, by_hand.last_change(point))
    else:
        say(request, " ".join(map(str, form.errors["said"])))
    return redirect("organisation", business.slug, firm.pk)


@require_POST
@members_only("staff")
def remove_organisation_way(
    request: Any, business: Business, organisation_id: int, point_id: int
) -> HttpResponse:
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    point = firm.contact_points.filter(pk=point_id).first()
    if point:
        change = by_hand.remove_way(point, by=request.user)
        say(request, _("Removed: %s") % point, change)
    return redirect("organisation", business.slug, firm.pk)


@members_only("staff")
def add_to_organisation(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    """Whoever is chosen works there from now on."""
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    if request.method == "POST":
        wish = request.POST.get("person", "")
        person = business.people.listed().filter(pk=wish).first() if is_number(wish) else None
        if person:
            change = person.correct(by=request.user, organisation=firm.pk)
            said = _("%(person)s is at %(firm)s.") % {"person": person, "firm": firm}
            say(request, said, change)
        return redirect("organisation", business.slug, firm.pk)
    words = request.GET.get("q", "").replace("\0", "")[:200]
    found = finding.people_matching(business, words).exclude(organisation=firm)
    context = {
        "organisation": firm,
        "q": words,
        "found": found.select_related("organisation")[:FOUND],
        "nav": "people",
    }
    return page(request, "people/organisation_choose.html", context, fragment="found")


@members_only("staff")
def join_organisation(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    """The other one is chosen by name; everybody there is here from then on."""
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    if request.method == "POST":
        wish = request.POST.get("other", "")
        others = business.organisations.exclude(pk=firm.pk)
        other = others.filter(pk=wish).first() if is_number(wish) else None
        if other:
            belonging.join(firm, other, by=request.user)
            names = {"one": firm, "other": other}
            say(request, _("%(other)s is part of %(one)s now.") % names)
        return redirect("organisation", business.slug, firm.pk)
    words = request.GET.get("q", "").replace("\0", "")[:200]
    found = belonging.firms_matching(business, words).exclude(pk=firm.pk)
    context = {"organisation": firm, "q": words, "found": found[:FOUND], "nav": "people"}
    return page(request, "people/organisation_join.html", context, fragment="found")


@require_POST
@members_only("staff")
def remove_organisation(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    """Only an empty one: nobody loses where they work by it."""
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    if belonging.closest_at(firm) or firm.sources.exists():
        say(request, _("There is somebody at %s still, so it stays.") % firm)
        return redirect("organisation", business.slug, firm.pk)
    change = firm.remove(by=request.user)
    say(request, _("%s is gone.") % firm, change)
    return redirect("organisations", business.slug)
