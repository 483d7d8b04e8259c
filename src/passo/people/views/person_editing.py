"""What the owner says of a person: details, rhythm, ways to reach, tags, consent."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change, User
from passo.businesses.saying import say
from passo.people import by_hand
from passo.people.belonging import firm_named
from passo.people.models import ContactPoint, Person
from passo.people.person_forms import (
    FIELDS,
    CadenceForm,
    ConsentForm,
    PersonForm,
    TagForm,
    WayForm,
)


@members_only("staff")
def edit_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    form = PersonForm(request.POST or None, person=person)
    if form.is_valid():
        return keep(request, person, form)
    return edit_page(request, person, form)


@require_POST
@members_only("staff")
def correct_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    """Only what was sent: one field pressed on the page."""
    person = get_object_or_404(business.people, pk=person_id)
    sent = [name for name in FIELDS if name in request.POST]
    form = PersonForm(request.POST, person=person, only=sent)
    if form.is_valid():
        return keep(request, person, form)
    return edit_page(request, person, form)


def keep(request: Any, person: Person, form: PersonForm) -> HttpResponse:
    change = corrected(person, form, by=request.user)
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("person", person.business.slug, person.pk)


def corrected(person: Person, form: PersonForm, *, by: User) -> Change | None:
    """What was typed, kept; nothing where nothing differs."""
    values = dict(form.cleaned_data)
    if "organisation" in values:
        firm = firm_named(person.business, values["organisation"], by=by)
        values["organisation"] = firm.pk if firm else None
    values = {name: value for name, value in values.items() if name in form.changed_data}
    return person.correct(by=by, **values) if values else None


def edit_page(request: Any, person: Person, form: PersonForm) -> HttpResponse:
    context = {
        "person": person,
        "form": form,
        "firms_known": person.business.organisations.order_by("sort_key")[:200],
        "nav": "people",
    }
    return render(request, "people/person_edit.html", context)


@require_POST
@members_only("staff")
def keep_in_touch(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    form = CadenceForm(request.POST, person=person)
    if form.is_valid():
        change = person.change(
            by=request.user, what="correct", own_cadence_days=form.cleaned_data["days"]
        )
        say(request, _("Passo will remember your rhythm."), change)
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def add_way(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    form = WayForm(request.POST, business=business)
    if not form.is_valid():
        return way_page(request, person, form, None)
    point = by_hand.add_way(person, form.values(), by=request.user)
    say(request, _("Added: %s") % point, by_hand.last_change(point))
    return redirect("person", business.slug, person.pk)


@members_only("staff")
def change_way(request: Any, business: Business, person_id: int, point_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    point = get_object_or_404(person.contact_points, pk=point_id)
    form = WayForm(request.POST or None, business=business, point=point)
    if not form.is_valid():
        return way_page(request, person, form, point)
    change = by_hand.change_way(point, form.values(), by=request.user)
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def remove_way(request: Any, business: Business, person_id: int, point_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    point = get_object_or_404(person.contact_points, pk=point_id)
    change = by_hand.remove_way(point, by=request.user)
    say(request, _("Removed: %s") % point, change)
    return redirect("person", business.slug, person.pk)


def way_page(
    request: Any, person: Person, form: WayForm, point: ContactPoint | None
) -> HttpResponse:
    context = {"person": person, "form": form, "point": point, "nav": "people"}
    return render(request, "people/person_way.html", context)


@require_POST
@members_only("staff")
def tag_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    form = TagForm(request.POST)
    if form.is_valid():
        name = form.cleaned_data["name"]
        say(request, _("Tagged: %s") % name, by_hand.tag(person, name, by=request.user))
    else:
        say(request, _("Please write a word."))
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def untag_person(request: Any, business: Business, person_id: int, tag_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    tagging = person.taggings.select_related("tag", "person").filter(tag=tag_id).first()
    if tagging:
        say(request, _("The tag is gone: %s") % tagging.tag, tagging.remove(by=request.user))
    return redirect("person", business.slug, person.pk)


@members_only("staff")
def note_consent(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    form = ConsentForm(request.POST or None, person=person)
    if form.is_valid():
        change = person.change(by=request.user, what="note_consent", **form.cleaned_data)
        say(request, _("Kept.") if change else _("Nothing was different."), change)
        return redirect("person", business.slug, person.pk)
    context = {"person": person, "form": form, "nav": "people"}
    return render(request, "people/person_consent.html", context)


@require_POST
@members_only("staff")
def leave_out_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    change = person.leave_out(by=request.user)
    say(request, _("%s stands in no list any more.") % person, change)
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def take_back_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    change = person.take_back_in(by=request.user)
    say(request, _("%s is back.") % person, change)
    return redirect("person", business.slug, person.pk)
