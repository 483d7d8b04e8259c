"""Is it small? One promise, a small price, few hours, few words, a date. Advice, never a lock."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from passo.lib.dates import format_number
from passo.lib.money import Money, format_money

MOST_HOURS = Decimal(4)
MOST_WORDS_OF_PROMISE, MOST_WORDS_OF_SCOPE = 14, 60
SMALL_SHARE = 5  # of a usual job, at most one in five
FAR = timedelta(days=45)
# A second promise usually comes after one of these, or in a second sentence.
SECOND = re.compile(
    r"\s(?:and also|as well as|plus|und außerdem|und auch|sowie|e anche|e inoltre|nonché|"
    r"y también|y además|así como)\s|[;+&]|[.:!?]\s+\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Check:
    """One of the marks of a small offer: its name, and what would make it smaller, if anything."""

    name: str
    label: str
    advice: str = ""
    is_written: bool = True

    @property
    def holds(self) -> bool:
        return not self.advice


def look(
    values: Mapping[str, Any],
    *,
    today: date,
    job: Money | None = None,
    usual: Money | None = None,
) -> list[Check]:
    """`values` as the form gives them; what is not written yet is not found fault with.

    `job` is what the business's usual job brings, `usual` what its small offers usually cost.
    """
    promise, price = values.get("promise") or "", values.get("price")
    hours, scope = values.get("hours"), values.get("scope") or ""
    date_advice = first(of_date(values.get("valid_until"), today))
    return [
        Check("promise", _("One promise"), first(of_promise(promise)), bool(promise)),
        Check("price", _("A small price"), first(of_price(values, job, usual)), price is not None),
        Check("hours", _("Four hours or less"), first(of_hours(values)), hours is not None),
        Check("scope", _("Few words"), first(of_scope(scope)), bool(scope)),
        Check("date", _("A date"), date_advice),
    ]


def first(advice: Iterator[str]) -> str:
    return next(advice, "")


def of_promise(promise: str) -> Iterator[str]:
    if SECOND.search(promise):
        yield _("This sounds like two promises: the second one can be an offer of its own.")
    if len(promise.split()) > MOST_WORDS_OF_PROMISE:
        yield _("Could you say the promise in one breath?")


def of_price(values: Mapping[str, Any], job: Money | None, usual: Money | None) -> Iterator[str]:
    price, cost = values.get("price"), values.get("cost")
    if price is None:
        return
    if price.cents == 0:
        yield _("A small price says more than none: they see what it is worth.")
    if job and price.currency == job.currency and price.cents * SMALL_SHARE > job.cents:
        yield _("It is more than a fifth of a usual job (%(job)s): is a part of it enough?") % {
            "job": format_money(job)
        }
    if usual and price.currency == usual.currency and price.cents > 2 * usual.cents:
        yield _("It is more than twice what your small offers usually cost (%(usual)s).") % {
            "usual": format_money(usual)
        }
    if cost and cost.cents >= price.cents > 0:
        yield _("It costs you as much as it brings. That is fine if you mean it so.")


def of_hours(values: Mapping[str, Any]) -> Iterator[str]:
    hours = values.get("hours")
    if hours is not None and hours > MOST_HOURS:
        said = format_number(hours.normalize())
        yield _("%(hours)s hours are a day’s work: what could they have after four?") % {
            "hours": said
        }


def of_scope(scope: str) -> Iterator[str]:
    words = len(scope.split())
    if words > MOST_WORDS_OF_SCOPE:
        yield _("%(count)d words are much to read: what would you say on the phone?") % {
            "count": words
        }


def of_date(until: date | None, today: date) -> Iterator[str]:
    if until is None:
        yield _("With a last day it is easier to decide.")
    elif until > today + FAR:
        yield _("A nearer day is kinder: what is far off is put off.")
