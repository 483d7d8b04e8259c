"""What stands around the list of people, in words: its tabs, its filters, how many there are."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from passo.businesses.models import Business
from passo.lib.dates import format_number
from passo.people.listing import Counted, Wish, organisation_of
from passo.people.models import PeopleView
from passo.people.models.person import Warmth

SORTS = [
    ("name", gettext_lazy("By name")),
    ("closest", gettext_lazy("Closest first")),
    ("last", gettext_lazy("Last spoken with")),
    ("due", gettext_lazy("Next to keep in touch with")),
]
REACHES = [
    ("mail", gettext_lazy("has a mail address")),
    ("phone", gettext_lazy("has a phone number")),
    ("none", gettext_lazy("has neither mail nor phone")),
]
NEVER = gettext_lazy("never spoken with")


class Chip(NamedTuple):
    """A filter in force, and the address of the list without it."""

    label: str
    url: str


class Tab(NamedTuple):
    label: str
    url: str
    here: bool


def address(business: Business, wish: Wish) -> str:
    here = reverse("people", args=[business.slug])
    return f"{here}?{wish.query}" if wish.query else here


def chips_of(business: Business, wish: Wish) -> list[Chip]:
    return [
        Chip(label_of(business, name, wish), address(business, wish.with_(**{name: empty(name)})))
        for name in wish.filters
    ]


def empty(name: str) -> str | int:
    return 0 if name in {"tag", "came_with"} else ""


def label_of(business: Business, name: str, wish: Wish) -> str:
    """Of what is gone since, that it is gone."""
    if name == "organisation":
        firm = organisation_of(business, wish.organisation)
        return str(firm) if firm else _("no firm called “%s”") % wish.organisation
    if name == "came_with":
        brought_by = business.imports.filter(pk=wish.came_with).first()
        return _("came with %s") % brought_by if brought_by else _("an import that is gone")
    if name == "tag":
        return str(business.tags.filter(pk=wish.tag).first() or _("a tag that is gone"))
    known = {"warmth": dict(Warmth.choices), "reach": dict(REACHES), "spoken": {"never": NEVER}}
    return str(known[name][getattr(wish, name)])


def count_in_words(counted: Counted) -> str:
    number = format_number(counted.number)
    if counted.is_more:
        return _("%(n)s+ people") % {"n": number}
    return ngettext("%(n)s person", "%(n)s people", counted.number) % {"n": number}


def firms_in_words(counted: Counted) -> str:
    number = format_number(counted.number)
    if counted.is_more:
        return _("%(n)s+ firms") % {"n": number}
    return ngettext("%(n)s firm", "%(n)s firms", counted.number) % {"n": number}


def tabs_of(
    business: Business, wish: Wish, views: Iterable[PeopleView], *, here: str = "people"
) -> list[Tab]:
    """Everybody, the warm, the cooling, the views that were kept, firms, and those left out."""
    is_here = here == "people"
    people = reverse("people", args=[business.slug])
    everybody = is_here and not wish.with_(sort="name").said
    firms = reverse("organisations", args=[business.slug])
    return [
        Tab(_("Everybody"), people, everybody),
        *(warmth_tab(business, one, wish) for one in (Warmth.WARM, Warmth.COOLING)),
        *(
            Tab(one.name, f"{people}?{one.query}", is_here and one.query == wish.query)
            for one in views
        ),
        Tab(_("Firms"), firms, not is_here),
        Tab(_("Left out"), address(business, Wish(left_out="1")), bool(wish.left_out)),
    ]


def warmth_tab(business: Business, warmth: Warmth, wish: Wish) -> Tab:
    """Who is warm and who is cooling: what one comes here to see."""
    wanted = Wish(warmth=warmth.value, sort="closest")
    return Tab(str(capfirst(warmth.label)), address(business, wanted), wish == wanted)


def view_of(views: Iterable[PeopleView], wish: Wish) -> PeopleView | None:
    """The one that is looked at."""
    return next((one for one in views if one.query and one.query == wish.query), None)
