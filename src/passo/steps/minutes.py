"""How long a step takes here: the template, corrected by what steps of its verb have taken."""

from collections.abc import Mapping

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from passo.businesses.models import Business
from passo.steps import verbs
from passo.steps.models.step import State

WEIGHT = 40  # minutes that the templates count for
LEAST, MOST = 0.25, 4.0  # whoever forgets a running clock does not teach a day


def factors(business: Business) -> dict[str, float]:
    """(40 + Σ actual) / (40 + Σ estimated), of each verb that was ever measured."""
    done = business.steps.filter(state=State.DONE, minutes_taken__isnull=False)
    rows = (
        done.order_by()
        .values("verb")
        .annotate(
            spent=Sum("minutes_taken"), planned=Sum(Coalesce(F("usual_minutes"), F("minutes")))
        )
    )
    return {row["verb"]: factor(row["spent"], row["planned"]) for row in rows}


def factor(spent: int, planned: int) -> float:
    """Within bounds, and the template's own where nothing was measured.

    >>> factor(0, 0), factor(100, 30), factor(100_000, 10)
    (1.0, 2.0, 4.0)
    """
    return min(MOST, max(LEAST, (WEIGHT + spent) / (WEIGHT + planned)))


def as_here(usual: int, verb: str, learned: Mapping[str, float]) -> int:
    return max(1, round(usual * learned.get(verb, 1.0)))


def of_verb(business: Business, verb: str) -> int:
    return as_here(verbs.MINUTES[verb], verb, factors(business))
