"""How well Today foretells, in words and pictures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from passo.engine.calibration import (
    AS_SAID,
    CORRECTS_FROM,
    Calibration,
    Correction,
    calibration,
    wilson,
)
from passo.engine.ranking import ANSWER, ASK, CLIMB, KEEP, PROMISE, STEPS, THANK
from passo.lib.dates import format_percent
from passo.lib.money import Money, format_money
from passo.steps import verbs
from passo.steps.models.step import Reason
from passo.today import outcomes
from passo.today.outcomes import Fate, Try
from passo.ui import drawing
from passo.ui.diagonal import Point, diagonal

# Shares that one can see: so many of so many.
SEEN = [(0, 1), (1, 20), (1, 10), (1, 7), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2)]
SEEN += [(3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (1, 1)]
OWN_WORDS = 3  # reasons in the owner's own words

KINDS = {
    STEPS[CLIMB]: gettext_lazy("Next stage"),
    STEPS[ANSWER]: gettext_lazy("Answers"),
    STEPS[PROMISE]: gettext_lazy("Promises and notes"),
    STEPS[THANK]: gettext_lazy("Thanks"),
    STEPS[ASK]: gettext_lazy("Asking for introductions"),
    STEPS[KEEP]: gettext_lazy("Keeping in touch"),
}


class Kept(NamedTuple):
    fate: Fate
    label: Any
    tone: str


FATES = [
    Kept(Fate.TAKEN, pgettext_lazy("steps", "taken"), "fill-pine"),
    Kept(Fate.LATER, pgettext_lazy("steps", "put off"), "fill-way"),
    Kept(Fate.HANDED_OVER, pgettext_lazy("steps", "handed over"), "fill-note"),
    Kept(Fate.NOT_THIS, pgettext_lazy("steps", "not this"), "fill-care"),
    Kept(Fate.SKIPPED, pgettext_lazy("steps", "left lying"), "fill-stone"),
]
TAUGHT = {
    Reason.NOT_NOW: gettext_lazy("The same is suggested again after a month at the earliest."),
    Reason.NOT_THEM: gettext_lazy("For a year Passo suggests nothing of its own with them."),
    Reason.DONE_ALREADY: gettext_lazy("It does not come again."),
    Reason.TOO_LARGE: gettext_lazy("As it was it does not come again."),
}


# What led on ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tenth:
    believed: str
    tries: int
    came: int
    between: str


@dataclass(frozen=True)
class Told:
    sentence: str
    verdict: str
    fullest: str
    tenths: list[Tenth]
    picture: SafeString
    correction: str
    plain: str


def told(tries: Sequence[Try]) -> Told:
    foretold, came = [one.foretold for one in tries], [one.came for one in tries]
    found = calibration(foretold, came, [one.stage for one in tries])
    expected, yes = round(sum(foretold)), sum(came)
    values = {"expected": expected, "came": yes, "n": len(tries)}
    return Told(
        sentence=_("Of %(n)s steps Passo expected %(expected)s to lead on; %(came)s did.") % values,
        verdict=verdict(sum(foretold) / len(tries), yes, len(tries)),
        fullest=fullest(found),
        tenths=tenths(found),
        picture=picture(found),
        correction=corrected(outcomes.corrected_by(tries), sum(foretold) / len(tries), len(tries)),
        plain=beside_plain(found),
    )


def verdict(believed: float, yes: int, tries: int) -> str:
    (low,), (high,) = wilson([yes], [tries])
    if believed > high:
        return _("Passo hopes too much.")
    if believed < low:
        return _("More comes than Passo believes.")
    return _("That is as foretold, as far as so few steps can tell.")


def full(found: Calibration) -> list[int]:
    return [int(at) for at in np.flatnonzero(found.tries)]


def fullest(found: Calibration) -> str:
    """The tenth with most tries, as one would say it."""
    at = int(found.tries.argmax())
    sentence = ngettext(
        "Of one step of which Passo believed that %(share)s leads on, %(came)s did.",
        "Of %(n)s steps of which Passo believed that %(share)s leads on, %(came)s did.",
        int(found.tries[at]),
    )
    values = {"n": int(found.tries[at]), "share": so_many(float(found.foretold[at]))}
    return sentence % {**values, "came": came_of(found, at)}


def came_of(found: Calibration, at: int) -> int:
    return round(float(found.came[at] * found.tries[at]))


def so_many(share: float) -> str:
    """Three tenths are “1 in 3”: the nearest that one can see."""
    few, many = min(SEEN, key=lambda one: abs(one[0] / one[1] - share))
    return _("%(few)s in %(many)s") % {"few": few, "many": many}


def tenths(found: Calibration) -> list[Tenth]:
    return [
        Tenth(
            so_many(float(found.foretold[at])),
            int(found.tries[at]),
            came_of(found, at),
            _("%(low)s to %(high)s")
            % {
                "low": format_percent(float(found.low[at])),
                "high": format_percent(float(found.high[at])),
            },
        )
        for at in full(found)
    ]


def picture(found: Calibration) -> SafeString:
    points = [
        Point(*(float(one[at]) for one in (found.foretold, found.came, found.low, found.high)))
        for at in full(found)
    ]
    weighed = [
        one._replace(weight=float(found.tries[at]))
        for one, at in zip(points, full(found), strict=True)
    ]
    label = _("What Passo believed against what came; the table below says the same.")
    return diagonal(weighed, label, across=_("believed"), up=_("led on"))


def corrected(held: Correction, usual: float, tries: int) -> str:
    """From a hundred tries on."""
    if tries < CORRECTS_FROM:
        return ngettext(
            "From %(enough)s steps on Passo corrects what it says; one is missing.",
            "From %(enough)s steps on Passo corrects what it says; %(n)s are missing.",
            CORRECTS_FROM - tries,
        ) % {"enough": CORRECTS_FROM, "n": CORRECTS_FROM - tries}
    if held == AS_SAID:
        return _("The difference is not larger than luck makes it, so nothing is corrected.")
    values = {"before": so_many(usual), "after": so_many(held(usual))}
    return _("Passo learned from it: where it reckons %(before)s, it now says %(after)s.") % values


def beside_plain(found: Calibration) -> str:
    if not found.enough:
        return ""
    if found.better:
        return _("That is closer than always saying the plain rate of each stage.")
    return _("Always saying the plain rate of each stage would have been as close, or closer.")


# What became of what was shown -----------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    label: Any
    shown: int
    counts: str
    bar: SafeString


def kinds(fates: Mapping[str, Counter[Fate]]) -> list[Kind]:
    return [kind(label, fates[word]) for word, label in KINDS.items() if fates.get(word)]


def kind(label: Any, counted: Counter[Fate]) -> Kind:
    shown = counted.total()
    said = " · ".join(f"{counted[one.fate]} {one.label}" for one in FATES if counted[one.fate])
    parts = [drawing.Part(counted[one.fate] / shown, one.tone) for one in FATES]
    return Kind(label, shown, said, drawing.bar(parts, f"{label}: {said}"))


# Minutes, money and reasons --------------------------------------------------------------------


@dataclass(frozen=True)
class Lasted:
    verb: Any
    steps: int
    guessed: int
    taken: int


def minutes(rows: Sequence[outcomes.Minutes]) -> list[Lasted]:
    """Of one step, in the mean."""
    named = dict(verbs.CHOICES)
    return [
        Lasted(
            named.get(one.verb, one.verb),
            one.steps,
            round(one.guessed / one.steps),
            round(one.taken / one.steps),
        )
        for one in rows
    ]


def worth(known: outcomes.Worth | None, currency: str) -> str:
    if known is None:
        return ""
    sentence = ngettext(
        "With one person you guessed %(guessed)s; %(came)s has come in small offers so far.",
        "With %(n)s people you guessed %(guessed)s in all; %(came)s has come in small offers"
        " so far.",
        known.ways,
    )
    return sentence % {
        "n": known.ways,
        "guessed": format_money(Money(known.guessed, currency)),
        "came": format_money(Money(known.came, currency)),
    }


@dataclass(frozen=True)
class Why:
    label: str
    times: int
    taught: Any


def reasons(said: Counter[str]) -> list[Why]:
    known = [
        Why(str(Reason(one).label), n, TAUGHT[Reason(one)])
        for one, n in said.items()
        if one in TAUGHT
    ]
    own = [one for one in said if one not in TAUGHT]
    if not own:
        return known
    quoted = ", ".join(_("“%(words)s”") % {"words": one} for one in own[:OWN_WORDS])
    return [*known, Why(_("in your own words"), sum(said[one] for one in own), quoted)]
