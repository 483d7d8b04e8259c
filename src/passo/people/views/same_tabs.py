"""The tabs over all that is said of who is one person and who is two."""

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.people.asking import UNSURE, WAITING


def counts_of(business: Business) -> dict[str, int]:
    """How many pairs wait, and how many rest because somebody was not sure."""
    pairs = business.pairs.filter(one__is_listed=True, other__is_listed=True)
    found: dict[str, int] = pairs.aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in (WAITING, UNSURE)}
    )
    return found


def tabs_of(business: Business, here: str, counts: dict[str, int]) -> dict[str, Any]:
    """`here` is the name of a page, or `unsure`."""
    queue = reverse("same_people", args=[business.slug])
    tabs = [
        ("same_people", _("To decide"), queue, counts[WAITING]),
        ("unsure", _("Not sure"), f"{queue}?unsure=1", counts[UNSURE]),
        *(
            (name, label, reverse(name, args=[business.slug]), 0)
            for name, label in (
                ("joined_by_itself", _("Joined by itself")),
                ("joined_by_hand", _("Joined by you")),
                ("kept_separate", _("Two people")),
            )
        ),
    ]
    return {
        "tabs_label": _("Same person?"),
        "tabs": [
            {"label": label, "url": url, "count": count, "here": name == here}
            for name, label, url, count in tabs
        ],
    }
