"""Noting what was given or received; correcting, thanking, removing it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.introductions.contribution_forms import ContributionForm
from passo.introductions.models import Contribution
from passo.people.models import Person
from passo.people.person_forms import is_number


@members_only("staff")
def note_contribution(request: Any, business: Business) -> HttpResponse:
    person = person_asked(request, business)
    sent = request.POST if request.method == "POST" else None
    form = ContributionForm(sent, business=business, person=person)
    if not form.is_valid():
        return form_page(request, form, None)
    made = Contribution.add(
        by=request.user,
        business=business,
        person=form.person,
        noted_by=request.user,
        **form.values(),
    )
    change = business.changes.of(Contribution._meta.label_lower, str(made.pk)).first()
    told = _("Noted: given to %(name)s.") if made.is_given else _("Noted: received from %(name)s.")
    say(request, told % {"name": made.person.name}, change)
    return redirect(onwards(request, business))


@members_only("staff")
def change_contribution(request: Any, business: Business, contribution_id: int) -> HttpResponse:
    row = get_object_or_404(
        business.contributions.select_related("person", "business"), pk=contribution_id
    )
    sent = request.POST if request.method == "POST" else None
    form = ContributionForm(sent, business=business, row=row)
    if not form.is_valid():
        return form_page(request, form, row)
    change = row.change(by=request.user, what="correct", **form.values())
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect(onwards(request, business))


@require_POST
@members_only("staff")
def thank_contribution(request: Any, business: Business, contribution_id: int) -> HttpResponse:
    row = get_object_or_404(business.contributions.select_related("person"), pk=contribution_id)
    change = row.thank(on=timezone.localdate(), by=request.user)
    told = _("Noted: you thanked %(name)s.") % {"name": row.person.name}
    say(request, told if change else _("Nothing was different."), change)
    return redirect(onwards(request, business))


@require_POST
@members_only("staff")
def remove_contribution(request: Any, business: Business, contribution_id: int) -> HttpResponse:
    row = get_object_or_404(business.contributions, pk=contribution_id)
    words = str(row)
    say(request, _("Removed: “%(what)s”") % {"what": words}, row.remove(by=request.user))
    return redirect(onwards(request, business))


def person_asked(request: Any, business: Business) -> Person | None:
    number = request.POST.get("person") or request.GET.get("person") or ""
    if not is_number(number):
        return None
    return business.people.filter(merged_into=None, pk=number).first()


def onwards(request: Any, business: Business) -> str:
    return next_page(request, reverse("contributions", args=[business.slug]))


def form_page(request: Any, form: ContributionForm, row: Contribution | None) -> HttpResponse:
    context = {
        "form": form,
        "person": form.person,
        "row": row,
        "nav": "introductions",
        "next": onwards(request, request.business),
    }
    status = 422 if form.is_bound else 200
    return render(request, "introductions/contribution_form.html", context, status=status)
