from collections.abc import Callable
from typing import Any

import pytest

from passo.businesses.models import Business, User
from tests.world import make_operator

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]


def test_a_second_demo_says_that_it_is_there(passo: Passo) -> None:
    first = passo("demo", "--json").told
    second = passo("demo", "--json").told
    assert (first["made"], second["made"]) == (True, False)
    assert first["slug"] == second["slug"] == "sample"
    assert "is there already" in passo("demo").out


def test_an_unknown_owner_gets_an_account_and_a_link(passo: Passo) -> None:
    told = passo("demo", "--owner", "lia@example.org", "--json").told
    assert told["password_link"]
    assert User.objects.get(email="lia@example.org").memberships.get().role == "owner"


def test_whoever_runs_this_passo_sees_it_unasked(passo: Passo) -> None:
    operator = make_operator()
    assert passo("demo", "--json").told["owner"] == operator.email
    assert operator.memberships.count() == 1


def test_a_clock_without_a_zone_is_that_of_bologna(passo: Passo) -> None:
    passo("demo", "--clock", "2026-03-01")
    assert Business.objects.get().made_at.isoformat() == "2024-03-01T08:10:00+00:00"


def test_a_clock_that_is_none_is_wrong_usage(passo: Passo) -> None:
    said = passo("demo", "--clock", "tomorrow")
    assert said.code == 2
    assert "tomorrow" in said.err


def test_it_is_taken_away_again(passo: Passo) -> None:
    passo("demo")
    assert passo("demo", "--remove", "--json").told == {"removed": ["sample"]}
    assert not Business.objects.exists()
    assert not User.objects.exists()
    assert passo("demo", "--remove").out.strip() == "There is no sample business."


def test_deleting_it_like_any_business_takes_its_figures_along(passo: Passo) -> None:
    passo("demo")
    assert passo("business", "delete", "sample", "--yes").code == 0
    assert not User.objects.exists()
