"""The list of people: searched as one types, narrowed, sorted and paged; filters kept as views."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.htmx import page, wants_fragment
from passo.people import listing
from passo.people.asking import open_pairs
from passo.people.list_forms import FilterForm, ViewForm
from passo.people.list_words import address, chips_of, count_in_words, tabs_of, view_of
from passo.people.listing import Listed, Wish, wish_of
from passo.people.models import PeopleView
from passo.people.person_forms import RHYTHMS, every

VIEWS, TAGS, LONGEST_QUERY = 20, 300, 500


@members_only()
def people(request: Any, business: Business) -> HttpResponse:
    wish = wish_of(request.GET)
    marks = {name: request.GET.get(name, "").replace("\0", "") for name in ("before", "after")}
    found = listing.listed(business, wish, **marks)
    context = shown(request, business, wish)
    context |= rows_of(found, wish, context["list_url"])
    if not wants_fragment(request):
        context |= around(business, wish, found)
        return page(request, "people/list.html", context)
    answer = page(request, "people/list.html", context, fragment="list")
    answer.headers["HX-Replace-Url"] = address(business, wish)
    return answer


def shown(request: Any, business: Business, wish: Wish) -> dict[str, Any]:
    """What changes together with the rows: the tabs, the filters in force, what can be done."""
    views = list(business.people_views.all()[:VIEWS])
    return {
        "nav": "people",
        "editing": "",
        "list_url": reverse("people", args=[business.slug]),
        "wish": wish,
        "chips": chips_of(business, wish),
        "tabs": tabs_of(business, wish, views),
        "view": view_of(views, wish),
        "may_change": request.membership.may("staff"),
        "rhythms": [(days, every(days)) for days in RHYTHMS],
    }


def rows_of(found: Listed, wish: Wish, list_url: str) -> dict[str, Any]:
    tags = listing.tags_of(found.people)
    return {
        "rows": [
            (person, f"{list_url}{person.pk}/", tags.get(person.pk, ())) for person in found.people
        ],
        "counted": found.counted,
        "count": count_in_words(found.counted),
        "earlier": query_of(wish, found.earlier),
        "later": query_of(wish, found.later),
    }


def query_of(wish: Wish, marks: dict[str, str]) -> str:
    return "?" + "&".join(filter(None, [wish.query, urlencode(marks)])) if marks else ""


def around(business: Business, wish: Wish, found: Listed) -> dict[str, Any]:
    """What a search as one types leaves standing."""
    is_plain = not (found.people or wish.q or wish.filters or wish.left_out)
    return {
        "form": FilterForm(business, wish),
        "view_form": ViewForm(),
        "tags_known": business.tags.values_list("name", flat=True)[:TAGS],
        "asks": open_pairs(business).exists(),
        "is_nobody_there": is_plain and not business.people.exists(),
    }


@require_POST
@members_only("staff")
def keep_view(request: Any, business: Business) -> HttpResponse:
    """The filters in force, under a name; a name that is there already gets the new filters."""
    wish, form = wish_of(request.POST), ViewForm({"name": request.POST.get("view", "")})
    if not form.is_valid():
        say(request, " ".join(map(str, form.errors["name"])))
    elif len(wish.query) > LONGEST_QUERY:
        say(request, _("These filters are too long to keep. Try a shorter search."))
    else:
        change = PeopleView.keep(business, form.cleaned_data["name"], wish.query, by=request.user)
        say(request, _("Kept: it stands above the list now."), change)
    return redirect(address(business, wish))


@require_POST
@members_only("staff")
def forget_view(request: Any, business: Business, view_id: int) -> HttpResponse:
    view = get_object_or_404(business.people_views, pk=view_id)
    change = view.remove(by=request.user)
    say(request, _("“%s” is no longer kept.") % view, change)
    return redirect("people", business.slug)
