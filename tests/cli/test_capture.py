"""`passo capture`: what a line says, as JSON, and what is kept of it."""

from collections.abc import Callable
from typing import Any

import pytest

from passo.businesses.models import Business
from tests.people_world import make_organisation, make_person

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]
DAY = ("--date", "2026-11-20")


def test_a_line_is_understood_and_kept(passo: Passo, bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    text = "Called Luca yesterday, send quote for €1,200 on Friday, I promised"
    told = passo("capture", text, *DAY, "--json").told
    assert (told["person"]["id"], told["person"]["name"]) == (luca.pk, "Luca Ferri")
    assert (told["touch"], told["direction"], told["touch_date"]) == ("call", "out", "2026-11-19")
    assert told["step_date"] == "2026-11-27"
    assert "quote" in told["step"]
    assert told["money"] == {"cents": 120_000, "currency": "EUR"}
    assert told["kept"] is True
    touch = bakery.touches.get(pk=told["touch_id"])
    assert touch.people_ids == [luca.pk]
    assert str(touch.step_on) == "2026-11-27"


def test_a_dry_run_keeps_nothing(passo: Passo, bakery: Business) -> None:
    answer = passo("capture", "Met Giulia Ferri from Edil Nord", "--dry-run", "--json")
    person = answer.told["person"]
    assert (person["id"], person["name"], person["organisation"], person["is_new"]) == (
        None,
        "Giulia Ferri",
        "Edil Nord",
        True,
    )
    assert (answer.told["kept"], answer.told["touch_id"]) == (False, None)
    assert not bakery.people.exists()
    assert not bakery.touches.exists()


def test_somebody_new_is_made(passo: Passo, bakery: Business) -> None:
    told = passo("capture", "Met Giulia Ferri from Edil Nord", "--json").told
    giulia = bakery.people.get()
    assert told["person"]["id"] == giulia.pk
    assert giulia.organisation is not None
    assert giulia.organisation.name == "Edil Nord"


def test_where_several_fit_nothing_is_kept_until_one_is_chosen(
    passo: Passo, bakery: Business
) -> None:
    firm = make_organisation(bakery, "Bar Sole")
    one, other = (
        make_person(bakery, "Luca Ferri", organisation=firm),
        make_person(bakery, "Luca Neri"),
    )
    unsure = passo("capture", "Called Luca", "--json")
    assert unsure.code == 1
    assert unsure.told["person"] is None
    assert {each["id"] for each in unsure.told["candidates"]} == {one.pk, other.pk}
    assert "Bar Sole" in {each["organisation"] for each in unsure.told["candidates"]}
    assert not bakery.touches.exists()
    shown = passo("capture", "Called Luca")
    assert "Luca Neri" in shown.out
    assert passo("capture", "Called Luca", "--dry-run").code == 0
    told = passo("capture", "Called Luca", "--person", str(other.pk), "--json").told
    assert told["person"]["id"] == other.pk
    assert bakery.touches.get().people_ids == [other.pk]


def test_whom_the_line_does_not_name_can_be_said(passo: Passo, bakery: Business) -> None:
    paola = make_person(bakery, "Paola Rinaldi")
    refused = passo("capture", "Order cable drums tomorrow", "--json")
    assert refused.code == 1
    assert refused.told["error"]
    told = passo("capture", "Order cable drums tomorrow", "--person", str(paola.pk), "--json").told
    assert [one["id"] for one in told["persons"]] == [paola.pk]
    assert passo("capture", "Order cable drums tomorrow", "--alone").code == 0
    assert bakery.touches.count() == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Called Luca", "--person", "99"), 5),
        (("Called Luca", "--date", "tomorrow"), 2),
        (("Called Luca", "--date", "9999-01-01"), 2),
        ((" ",), 1),
        (("x" * 6000,), 1),
        (("Called Luca", "--business", "nowhere"), 5),
    ],
)
def test_what_cannot_be_is_said(
    passo: Passo, bakery: Business, words: tuple[str, ...], code: int
) -> None:
    answer = passo("capture", *words, "--json")
    assert answer.code == code
    assert answer.told["error"]
