"""The balance in words, and its pictures: of one person, and of the firm by quarters."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from passo.introductions.balance import Balance, Quarter
from passo.ui import charts, drawing


def named(quarter: Quarter) -> str:
    return _("Q%(n)s %(year)s") % {"n": quarter.number, "year": quarter.year}


def between(known: Balance, name: str) -> str:
    """How it stands with one person."""
    if known == Balance():
        return _("Nothing noted between you and %(name)s yet.") % {"name": name}
    if known.difference > 0:
        return _("You gave %(name)s more than you received.") % {"name": name}
    if known.difference < 0:
        return _("You received more from %(name)s than you gave.") % {"name": name}
    return _("You and %(name)s are even.") % {"name": name}


def figures(known: Balance) -> str:
    values = {"given": known.given, "received": known.received}
    return _("Given %(given)s, received %(received)s") % values


def bar(known: Balance) -> SafeString | str:
    """Two pieces: given, then received."""
    whole = known.given + known.received
    if not whole:
        return ""
    parts = [
        drawing.Part(known.given / whole, "fill-pine"),
        drawing.Part(known.received / whole, "fill-stone"),
    ]
    return drawing.bar(parts, figures(known))


def picture(quarters: Sequence[Quarter]) -> SafeString | str:
    """Given above the line, received below it."""
    if not quarters:
        return ""
    told = "; ".join(f"{named(one)}: {figures(one.balance)}" for one in quarters)
    label = _("Given and received, by quarter. %(told)s") % {"told": told}
    above = [one.balance.given for one in quarters]
    below = [one.balance.received for one in quarters]
    return charts.both_sides(above, below, label)


def rows(quarters: Sequence[Quarter]) -> list[tuple[str, Balance]]:
    """The same as a table, the newest first."""
    return [(named(one), one.balance) for one in reversed(quarters)]
