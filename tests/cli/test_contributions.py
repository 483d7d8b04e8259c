"""`passo contributions`: what was given and received, told to scripts and to eyes."""

from collections.abc import Callable
from typing import Any

import pytest

from passo.businesses.models import Business
from tests.introductions_world import TODAY, make_contribution, make_introduction
from tests.people_world import make_person

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]
DAY = ("--date", "2026-11-20")


def test_all_of_it_with_the_balance_by_quarter(passo: Passo, bakery: Business) -> None:
    paola = make_person(bakery, "Paola Rinaldi")
    made = make_introduction(bakery, broker=paola)
    make_contribution(bakery, paola, amount_cents=150_50, thanked_on=None)
    make_contribution(
        bakery, paola, is_given=False, size=9, kind="introduction", words="", introduction=made
    )
    told = passo("contributions", *DAY, "--json").told
    assert (told["business"], told["date"], told["count"]) == (bakery.slug, "2026-11-20", 2)
    assert told["balance"] == {"given": 3, "received": 9, "difference": -6}
    assert told["quarters"] == [
        {"year": 2026, "quarter": 4, "given": 3, "received": 9, "difference": -6}
    ]
    received, given = told["contributions"]
    assert given["person"] == {"id": paola.pk, "name": "Paola Rinaldi"}
    assert (given["way"], given["kind"], given["size"]) == ("given", "advice", "medium")
    assert (given["amount"], given["currency"], given["on"]) == ("150.50", "EUR", str(TODAY))
    assert (received["is_owed"], given["is_owed"]) == (True, False)
    assert received["met"]["name"] == "Giulia Ferri"
    assert received["introduction"] == made.pk
    assert "Giulia Ferri" in passo("contributions", *DAY).out


def test_it_is_narrowed(passo: Passo, bakery: Business) -> None:
    paola, luca = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Luca Ferri")
    make_contribution(bakery, paola)
    make_contribution(bakery, luca, is_given=False, kind="gift")

    def names(*words: str) -> list[str]:
        told = passo("contributions", *words, "--json").told
        return [one["person"]["name"] for one in told["contributions"]]

    assert names("--show", "unthanked") == ["Luca Ferri"]
    assert names("--kind", "advice") == ["Paola Rinaldi"]
    assert names("--person", str(luca.pk)) == ["Luca Ferri"]
    told = passo("contributions", "--person", str(luca.pk), "--json").told
    assert told["balance"] == {"given": 0, "received": 1, "difference": -1}
    assert "quarters" not in told


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--show", "taken"), 2), (("--kind", "bribe"), 2), (("--person", "999999"), 5)],
)
def test_what_is_not_there_is_said(
    passo: Passo, bakery: Business, words: tuple[str, ...], code: int
) -> None:
    assert passo("contributions", *words, "--json").code == code
