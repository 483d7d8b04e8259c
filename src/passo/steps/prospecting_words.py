"""The ages of prospecting in words, and the picture of the quarters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from passo.steps.prospecting import Quarter
from passo.ui import charts

STEPS = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Age:
    label: Any
    means: Any


AGES = {
    "manufacturing": Age(
        _("Age of making"), _("You make it well and wait to be found, as one did before 1960.")
    ),
    "distribution": Age(
        _("Age of reaching"), _("You reach many, and few of them know you. It worked until 1990.")
    ),
    "information": Age(
        _("Age of knowing"), _("You know whom you write to. That set firms apart until 2010.")
    ),
    "customer": Age(
        _("Age of the customer"),
        _("They know you through people they trust, before you meet. This is today."),
    ),
}


def picture(quarters: Sequence[Quarter]) -> SafeString | str:
    """A column a quarter; four lines are the four ages."""
    if not quarters:
        return ""
    told = "; ".join(f"{named(one)}: {AGES[one.age].label}" for one in quarters)
    label = gettext("The age you prospect in, by quarter. %(told)s") % {"told": told}
    return charts.columns([one.through for one in quarters], label, steps=STEPS)


def named(quarter: Quarter) -> str:
    return gettext("Q%(n)s %(year)s") % {"n": quarter.number, "year": quarter.year}


def names(quarters: Sequence[Quarter]) -> list[str]:
    return [named(one) for one in quarters]
