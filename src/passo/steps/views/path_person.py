"""From a person to where they stand; and beginning to walk with somebody, also for more than one
purpose.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people.models import Person
from passo.steps import beginning
from passo.steps.path_forms import BeginForm

SHOWN = 30


@members_only()
def person_path(request: Any, business: Business, person_id: int) -> HttpResponse:
    """To the one way there is; else all of them, and the offer to begin one."""
    person = get_object_or_404(business.people, pk=person_id)
    if person.merged_into_id:
        return redirect("person_path", business.slug, person.merged_into_id)
    alive = list(person.opportunities.alive()[:2])
    if len(alive) == 1 and "new" not in request.GET:
        return redirect("opportunity", business.slug, alive[0].pk)
    stage = beginning.stage_shown(person)
    return begin_page(request, person, BeginForm(initial={"stage": stage}))


def begin_page(request: Any, person: Person, form: BeginForm, status: int = 200) -> HttpResponse:
    context = {
        "nav": "path",
        "person": person,
        "form": form,
        "walks": person.opportunities.order_by("-pk")[:SHOWN],
        "may_change": request.membership.may("staff"),
    }
    return render(request, "steps/path_person.html", context, status=status)


@require_POST
@members_only("staff")
def begin_path(request: Any, business: Business, person_id: int) -> HttpResponse:
    person = get_object_or_404(business.people, pk=person_id, merged_into=None)
    form = BeginForm(request.POST)
    if not form.is_valid():
        return begin_page(request, person, form, status=422)
    walk, change = beginning.begin(person, **form.cleaned_data, by=request.user)
    told = _("You are walking with %(name)s.") % {"name": person.name}
    say(request, told, change)
    return redirect("opportunity", business.slug, walk.pk)
