"""One row of the list: a value changed where it stands; somebody new."""

from typing import Any, NamedTuple

from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people import adding, listing
from passo.people.list_forms import NewPersonForm
from passo.people.listing import wish_of
from passo.people.models import Person
from passo.people.person_forms import PersonForm
from passo.people.views.person_editing import corrected

CELLS = ("name", "job_title", "organisation")
MISTYPED = 422


class Cell(NamedTuple):
    """A field of the row that is being changed."""

    name: str
    field: BoundField
    url: str
    leave: str

    @property
    def widget(self) -> Any:
        """It takes the cursor as soon as it is there."""
        error = {"aria-invalid": "true", "aria-describedby": f"{self.field.id_for_label}-error"}
        wrong = error if self.field.errors else {}
        return self.field.as_widget(attrs={"class": "input", "autocomplete": "off", **wrong})


@members_only("staff")
def edit_cell(request: Any, business: Business, person_id: int) -> HttpResponse:
    """Without a script the whole form is on a page of its own."""
    people = business.people.select_related("organisation")
    person = get_object_or_404(people, pk=person_id)
    name = request.GET.get("field", "")
    if not request.htmx:
        return redirect("edit_person", business.slug, person.pk)
    if name not in CELLS:
        return row(request, person)
    form = PersonForm(request.POST or None, person=person, only=[name])
    if request.method == "POST" and form.is_valid():
        change = corrected(person, form, by=request.user)
        say(request, _("Kept.") if change else _("Nothing was different."), change)
        return row(request, people.get(pk=person.pk))
    status = MISTYPED if request.method == "POST" else 200
    return row(request, person, cell_of(person, form, name), status)


def cell_of(person: Person, form: PersonForm, name: str) -> Cell:
    here = reverse("edit_cell", args=[person.business.slug, person.pk])
    return Cell(name, form[name], f"{here}?field={name}", here)


def row(request: Any, person: Person, cell: Cell | None = None, status: int = 200) -> HttpResponse:
    business = person.business
    context = {
        "person": person,
        "url": reverse("person", args=[business.slug, person.pk]),
        "tags": listing.tags_of([person]).get(person.pk, ()),
        "list_url": reverse("people", args=[business.slug]),
        "wish": wish_of({}),
        "may_change": True,
        "tie_label": _("Strength of tie"),
        "cell": cell,
        "editing": cell.name if cell else "",
    }
    return render(request, "people/list_row.html", context, status=status)


@members_only("staff")
def add_person(request: Any, business: Business) -> HttpResponse:
    """Who has the same address or number is shown first; one may add them all the same."""
    first = {name: request.GET.get(name, "")[:200] for name in ("name", "way", "organisation")}
    form = NewPersonForm(request.POST or None, business=business, initial=first)
    known: list[Person] = []
    if form.is_valid():
        way = way_in(form)
        known = [] if request.POST.get("sure") else adding.there_already(business, way)
        if not known:
            return added(request, business, form, way)
    context = {"form": form, "known": known, "nav": "people"}
    return render(request, "people/list_add.html", context)


def way_in(form: NewPersonForm) -> adding.Way | None:
    said = form.cleaned_data["way"]
    return (*form.way_of(said), said) if said else None


def added(
    request: Any, business: Business, form: NewPersonForm, way: adding.Way | None
) -> HttpResponse:
    name, firm = form.cleaned_data["name"], form.cleaned_data["organisation"]
    person, change = adding.add(business, name, way=way, organisation=firm, by=request.user)
    say(request, _("%s is in.") % person, change)
    if request.POST.get("another"):
        return redirect("add_person", business.slug)
    return redirect("person", business.slug, person.pk)
