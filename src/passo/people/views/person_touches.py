"""Touches noted by hand on a person's page: new, changed, removed, done."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people import touching
from passo.people.models import Person, Touch
from passo.people.person_forms import TouchForm


@members_only("staff")
def note_touch(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id, merged_into=None)
    form = TouchForm(request.POST or None)
    if not form.is_valid():
        return touch_page(request, person, form, None)
    touch = touching.note_down(business, [person], by=request.user, **form.values())
    change = business.changes.of("people.touch", str(touch.pk)).first()
    say(request, _("Noted."), change)
    return redirect("person", business.slug, person.pk)


@members_only("staff")
def change_touch(request: Any, business: Business, person_id: int, touch_id: int) -> HttpResponse:
    """Only what somebody noted by hand: a mail is what it is."""
    person = get_object_or_404(business.people, pk=person_id)
    touch = get_object_or_404(by_hand(business, person), pk=touch_id)
    form = TouchForm(request.POST or None, touch=touch)
    if not form.is_valid():
        return touch_page(request, person, form, touch)
    change = touch.change(by=request.user, what="correct", **form.values())
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def remove_touch(request: Any, business: Business, person_id: int, touch_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    touch = get_object_or_404(by_hand(business, person), pk=touch_id)
    say(request, _("The touch is gone."), touch.remove(by=request.user))
    return redirect("person", business.slug, person.pk)


@require_POST
@members_only("staff")
def finish_note(request: Any, business: Business, person_id: int, touch_id: int) -> HttpResponse:
    """What was to be done is done: its day goes, its words stay in the history."""
    person = get_object_or_404(business.people, pk=person_id)
    touch = get_object_or_404(by_hand(business, person), pk=touch_id)
    step = touch.step
    change = touch.change(by=request.user, what="correct", step="", step_on=None)
    say(request, _("Done: %s") % step if change else _("Nothing was different."), change)
    return redirect("person", business.slug, person.pk)


def by_hand(business: Business, person: Person) -> Any:
    noted = business.touches.filter(brought_by=None)
    return noted.filter(participations__person=person).distinct()


def touch_page(request: Any, person: Person, form: TouchForm, touch: Touch | None) -> HttpResponse:
    context = {"person": person, "form": form, "touch": touch, "nav": "people"}
    return render(request, "people/person_touch.html", context)
