"""A person's page: what passed, how close, how to reach them, whom they know, how we know them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.lib.htmx import page, wants_fragment
from passo.people import knowing, story
from passo.people.birthdays import birthday
from passo.people.models import Person
from passo.people.person_forms import CadenceForm, PersonForm, TagForm, WayForm, every
from passo.people.told import reason_of

KNOWN = 12
COLLEAGUES = 8
RECORDS = 20


@members_only()
def person(request: Any, business: Business, person_id: int) -> HttpResponse:
    found = business.people.select_related("organisation", "merged_into")
    shown = get_object_or_404(found, pk=person_id)
    if shown.merged_into_id:
        return redirect("person", business.slug, shown.merged_into_id)
    parts = business.participations.filter(person=shown)
    mark = request.GET.get("before", "")
    context = {
        "person": shown,
        "story": story.story_of(parts, shown.first_name, mark, shown),
        "is_first_page": not mark,
        "may_change": request.membership.may("staff"),
    }
    if not wants_fragment(request):
        context |= {"counted": story.counted(parts, timezone.now()), **told(request, shown)}
    return page(request, "people/person.html", context, fragment="story")


def told(request: Any, person: Person) -> dict[str, Any]:
    """Everything on the page beside what passed."""
    business, today = person.business, timezone.localdate()
    points = list(person.contact_points.order_by("kind", "pk"))
    known = knowing.acquaintances_of(person, KNOWN)
    return {
        "nav": "people",
        "today": today,
        "may_erase": request.membership.may("owner"),
        "points": points,
        "phone": next((one for one in points if one.kind == "phone"), None),
        "mail": next((one for one in points if one.kind == "mail"), None),
        "strength_because": reason_of(person.strength_because),
        "warmth_because": reason_of(person.warmth_because),
        "wish": every(person.own_cadence_days) if person.own_cadence_days else "",
        "steps": story.steps_ahead(business, [person], today),
        "known": known[:KNOWN],
        "knows_more": len(known) > KNOWN,
        "other_firms": firms_beside(person),
        "colleagues": colleagues_of(person),
        "birthday": birthday(person.birthday, today),
        "taggings": person.taggings.select_related("tag").order_by("tag__key"),
        "tags_known": business.tags.values_list("name", flat=True)[:200],
        "sources": person.sources.select_related("brought_by").order_by("pk")[:RECORDS],
        "merges": person.merges.select_related("gone").order_by("pk")[:RECORDS],
        "form": PersonForm(person=person),
        "cadence": CadenceForm(person=person),
        "way_form": WayForm(business=business),
        "tag_form": TagForm(auto_id="tag-%s"),
    }


def firms_beside(person: Person) -> list[Any]:
    """Where they are as well."""
    held = person.positions.select_related("organisation").order_by("pk")
    return [one for one in held if one.organisation_id != person.organisation_id]


def colleagues_of(person: Person) -> list[Person]:
    if person.organisation is None:
        return []
    listed = person.organisation.people.listed().exclude(pk=person.pk)
    return list(listed.order_by("-strength", "-pk")[:COLLEAGUES])
