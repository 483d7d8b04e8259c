"""Advice about smallness: one sentence each, never about what is not written yet."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from passo.lib.money import Money
from passo.steps import smallness

TODAY = date(2026, 11, 20)
SMALL = {
    "promise": "Your meter room checked in one morning",
    "scope": "Every fuse measured",
    "price": Money(9500, "EUR"),
    "cost": None,
    "hours": Decimal(2),
    "valid_until": date(2026, 12, 4),
}


def advice(**values: Any) -> dict[str, str]:
    job, usual = values.pop("job", None), values.pop("usual", None)
    checks = smallness.look(SMALL | values, today=TODAY, job=job, usual=usual)
    assert [one.name for one in checks] == ["promise", "price", "hours", "scope", "date"]
    return {one.name: one.advice for one in checks if not one.holds}


def test_what_is_small_is_left_in_peace() -> None:
    job, usual = Money(50000, "EUR"), Money(9000, "EUR")
    assert advice(job=job, usual=usual) == {}


@pytest.mark.parametrize(
    "promise",
    [
        "The room checked and also the stairs",
        "Zählerraum geprüft sowie die Treppe",
        "Il quadro controllato e anche le scale",
        "El cuadro revisado y además la escalera",
        "The room checked; the stairs lit",
        "The room checked + the stairs",
        "The room is checked. The stairs are lit",
    ],
)
def test_two_promises_are_two_offers(promise: str) -> None:
    assert "two promises" in advice(promise=promise)["promise"]


@pytest.mark.parametrize(
    "promise",
    [
        "Bread and butter for eight",
        "Checked and written down",
        "Pane e burro per otto",
        "By 9.30 at your door",
        "Luces en la escalera y en el patio",
        "Licht und Ruhe im Haus",
    ],
)
def test_an_and_alone_makes_no_second_promise(promise: str) -> None:
    assert advice(promise=promise) == {}


@pytest.mark.parametrize(
    ("values", "name", "words"),
    [
        ({"promise": "word " * 15}, "promise", "one breath"),
        ({"scope": "word " * 61}, "scope", "61 words"),
        ({"price": Money(0, "EUR")}, "price", "more than none"),
        ({"job": Money(40000, "EUR")}, "price", "more than a fifth of a usual job (€400)"),
        ({"usual": Money(4700, "EUR")}, "price", "more than twice"),
        ({"cost": Money(9500, "EUR")}, "price", "as much as it brings"),
        ({"hours": Decimal("4.5")}, "hours", "4.5 hours"),
        ({"valid_until": None}, "date", "last day"),
        ({"valid_until": date(2027, 1, 30)}, "date", "nearer day"),
    ],
)
def test_each_advice_is_one_sentence(values: dict[str, Any], name: str, words: str) -> None:
    found = advice(**values)
    assert list(found) == [name]
    assert words in found[name]
    assert found[name].count(". ") <= 1


def test_the_line_is_not_crossed_by_standing_on_it() -> None:
    assert advice(hours=Decimal(4), job=Money(47500, "EUR"), usual=Money(4750, "EUR")) == {}


def test_another_currency_is_not_compared() -> None:
    assert advice(job=Money(1, "CHF"), usual=Money(1, "CHF")) == {}


def test_of_an_empty_page_only_the_date_is_missed() -> None:
    checks = smallness.look({}, today=TODAY)
    assert [one.name for one in checks if not one.holds] == ["date"]


def test_what_is_not_written_yet_is_neither_praised_nor_advised() -> None:
    """An empty form with five green ticks says that nothing is a small offer."""
    checks = smallness.look({"valid_until": date(2026, 12, 4)}, today=TODAY)
    assert [one.name for one in checks if one.is_written] == ["date"]
    assert all(one.is_written for one in smallness.look(SMALL, today=TODAY))
    free = smallness.look({"price": Money(0, "EUR"), "hours": Decimal(0)}, today=TODAY)
    assert [one.name for one in free if one.is_written] == ["price", "hours", "date"]
