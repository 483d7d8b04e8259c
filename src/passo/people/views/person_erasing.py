"""Erasing a person for good: first what goes, then the name typed, then nothing is left."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from passo.businesses.access import members_only
from passo.businesses.forms import TypedForm
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people import erasing


@members_only("owner")
def erase_person(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id)
    label = _("To be sure, type the name")
    form = TypedForm(request.POST or None, expected=person.name, label=label)
    if request.method == "POST" and form.is_valid():
        erasing.erase(person, by=request.user)
        say(request, _("Erased. Nothing here says who it was."))
        return redirect("people", business.slug)
    toll = erasing.toll(erasing.traces_of(person))
    context = {"person": person, "form": form, "toll": toll, "nav": "people"}
    return render(request, "people/person_erase.html", context)
