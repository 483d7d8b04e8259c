"""Who can introduce me? To a person, to anybody at an organisation, for a need, to each of many."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.introductions import routes, seeking, sharing, wanted
from passo.introductions.models import Introduction
from passo.introductions.models.introduction import TOOK_PLACE, WAITING, State
from passo.introductions.seeking import Asked
from passo.people.models import Organisation, Person

LONGEST = 40_000  # letters of a list
LONGEST_NEED = 300


def asked_by(request: Any, business: Business) -> Asked:
    return Asked(business, request.user, timezone.localdate())


@members_only()
def who_introduces(request: Any, business: Business, person_id: int) -> HttpResponse:
    people = business.people.select_related("organisation")
    person: Person = get_object_or_404(people, pk=person_id)
    if person.merged_into_id:
        return redirect("who_introduces", business.slug, person.merged_into_id)
    asked = asked_for(business, [person.pk])
    context = {
        "person": person,
        "routes": routes.found(asked_by(request, business), [person.pk]),
        "going_on": [one for one in asked if one.state in {*WAITING, State.BOTH}],
        "earlier": [one for one in asked if one.state in TOOK_PLACE],
        "was_asked": bool(asked),
        **beside(request, business),
    }
    return render(request, "introductions/who_introduces.html", context)


def asked_for(business: Business, people: list[int]) -> list[Introduction]:
    """Whatever has become of it."""
    rows = business.introductions.sought().filter(target__in=people).exclude(state=State.DRAFTED)
    return list(rows.select_related("broker").order_by("-pk"))


@members_only()
def who_introduces_there(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    firm: Organisation = get_object_or_404(business.organisations, pk=organisation_id)
    there = wanted.people_at(firm)
    context = {
        "organisation": firm,
        "how_many": len(there),
        "routes": routes.found(asked_by(request, business), there),
        "was_asked": bool(asked_for(business, there)),
        **beside(request, business),
    }
    return render(request, "introductions/who_introduces_there.html", context)


@members_only()
def find_introduction(request: Any, business: Business) -> HttpResponse:
    """Typed as one says it: a name, an organisation, or what one needs somebody for."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_NEED]
    found = wanted.for_need(asked_by(request, business), words) if words else []
    context = {"q": words, "found": found, **beside(request, business)}
    return render(request, "introductions/find.html", context)


@members_only()
def reach_many(request: Any, business: Business) -> HttpResponse:
    """A list of names and addresses; it is read and not kept."""
    text = request.POST.get("people", "").replace("\0", "")[:LONGEST]
    lines = wanted.of_lines(asked_by(request, business), text.splitlines()) if text else []
    context = {
        "people": text,
        "lines": lines,
        "reached": sum(1 for one in lines if one.route),
        "most": seeking.MOST_TARGETS,
        **beside(request, business),
    }
    return render(request, "introductions/reach_many.html", context)


def beside(request: Any, business: Business) -> dict[str, Any]:
    return {
        "nav": "introductions",
        "may_change": request.membership.may("staff"),
        "has_colleagues": business.memberships.count() > 1,
    }


@members_only()
def share_ties(request: Any, business: Business) -> HttpResponse:
    """Each for themselves: nobody sees or sets this of another."""
    context = {"takes_part": sharing.takes_part(business, request.user), "nav": "introductions"}
    return render(request, "introductions/share_ties.html", context)


@require_POST
@members_only("staff")
def set_sharing(request: Any, business: Business) -> HttpResponse:
    takes_part = request.POST.get("takes_part") == "yes"
    sharing.decide(business, request.user, takes_part=takes_part)
    if takes_part:
        say(request, _("Colleagues may be introduced through your ties."))
    else:
        say(request, _("Your ties are for you alone."))
    return redirect("share_ties", business.slug)
