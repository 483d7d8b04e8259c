"""What stands in the header, in the phone's tab bar and under More."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses.access import LAST_BUSINESS

# What is done to the house and not in it: it stands in the menu of the business.
HOUSE = frozenset({"team", "history", "business_settings"})


class Entry(NamedTuple):
    name: str
    label: str
    icon: str
    url: str


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The pages of the business one is in; elsewhere those of the one last looked at."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    memberships = list(user.memberships.select_related("business"))
    mine = [one.business for one in memberships]
    business = getattr(request, "business", None) or last_looked_at(request, mine)
    entries = pages_of(business) if business else []
    return {
        "here": business,
        "businesses": mine,
        "navigation": entries,
        "header_pages": [entry for entry in entries if entry.name not in HOUSE],
        "house_pages": [entry for entry in entries if entry.name in HOUSE],
        "tabbar": entries[:3],
        "more": entries[3:] + own_pages(),
        "note_url": note_url(memberships, business),
    }


def note_url(memberships: list[Any], business: Any) -> str:
    """Where a line is noted; nothing for whoever may only look."""
    works = any(one.business == business and one.may("staff") for one in memberships)
    return reverse("capture", args=[business.slug]) if works else ""


def last_looked_at(request: HttpRequest, mine: list[Any]) -> Any:
    """Without one, the first: a bar without pages would lead nowhere."""
    last = request.COOKIES.get(LAST_BUSINESS)
    return next((one for one in mine if one.slug == last), mine[0] if mine else None)


def pages_of(business: Any) -> list[Entry]:
    def entry(name: str, label: str, icon: str) -> Entry:
        return Entry(name, label, icon, reverse(name, args=[business.slug]))

    return [
        entry("today", _("Today"), "footprints"),
        entry("path", _("Path"), "milestone"),
        entry("people", _("People"), "users"),
        entry("introductions", _("Introductions"), "route"),
        entry("offers", _("Offers"), "file-text"),
        entry("bring_in", _("Bring in"), "download"),
        entry("team", _("Team"), "handshake"),
        entry("history", _("History"), "history"),
        entry("business_settings", _("Settings"), "settings"),
    ]


def own_pages() -> list[Entry]:
    return [Entry("account", _("Your account"), "circle-user", reverse("account"))]
