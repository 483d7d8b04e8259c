"""`passo steps|promises|replies`: what is next, what is owed, who waits; with its evidence."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from passo.businesses.models import Business
from tests.people_world import make_import, make_person, make_touch
from tests.steps_world import TODAY, make_opportunity, make_step

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]
DAY = ("--date", "2026-11-20")


def test_steps_tell_what_is_next_and_why(passo: Passo, bakery: Business) -> None:
    elisa = make_person(bakery, "Elisa Corsi")
    walk = make_opportunity(bakery, elisa, stage=3)
    last = make_touch(bakery, elisa, days_ago=30)
    make_touch(bakery, elisa, days_ago=40)
    step = make_step(bakery, elisa, promise="ours", on=TODAY)
    told = passo("steps", *DAY, "--json").told
    assert (told["business"], told["date"], told["count"]) == (bakery.slug, "2026-11-20", 2)
    promise, rung = told["steps"]
    assert promise["step"] == step.pk
    assert promise["person"] == {"id": elisa.pk, "name": "Elisa Corsi"}
    assert (promise["kind"], promise["due"], promise["promise"]) == (
        "promise",
        "2026-11-20",
        "ours",
    )
    assert (rung["opportunity"], rung["stage"], rung["verb"]) == (walk.pk, 3, "offer")
    assert (rung["words"], rung["minutes"]) == ("Make Elisa a small offer", 12)
    assert rung["reason"].startswith("At “Dialogue” since")
    assert rung["source"]["touch"] == last.pk
    shown = passo("steps", *DAY)
    assert "Make Elisa a small offer" in shown.out


def test_promises_are_ours_and_theirs_from_steps_and_from_lines(
    passo: Passo, bakery: Business
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    make_step(bakery, luca, promise="theirs", on=TODAY + timedelta(days=30))
    make_step(bakery, luca, promise="ours", rests_until=TODAY + timedelta(days=2))
    make_step(bakery, luca)
    touch = make_touch(bakery, luca, step="Send the plan", step_on=TODAY, promise="ours")
    told = passo("promises", *DAY, "--json").told
    assert [one["promise"] for one in told["promises"]] == ["ours", "theirs", "ours"]
    assert told["promises"][0]["words"] == "Send the plan"
    assert told["promises"][0]["source"]["touch"] == touch.pk
    assert told["promises"][2]["rests_until"] == "2026-11-22"


def test_replies_name_the_mail_and_what_brought_it(passo: Passo, bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    touch = make_touch(bakery, luca, kind="mail", direction="in", days_ago=4, subject="3 chargers?")
    touch.outer_id, touch.brought_by = "<a@b.example>", make_import(bakery, "posta.mbox")
    touch.save()
    (one,) = passo("replies", *DAY, "--json").told["replies"]
    assert (one["person_id"], one["person_name"], one["waiting_days"]) == (luca.pk, "Luca Ferri", 4)
    assert one["source"]["outer_id"] == "<a@b.example>"
    assert one["source"]["import"] == "posta.mbox"
    assert passo("replies", "--date", "2026-11-16", "--json").told["replies"] == []


@pytest.mark.parametrize("name", ["steps", "promises", "replies"])
def test_a_fresh_business_has_none_and_says_so(passo: Passo, bakery: Business, name: str) -> None:
    told = passo(name, "--json").told
    assert (told[name], told["count"]) == ([], 0)
    assert passo(name).code == 0


@pytest.mark.parametrize("name", ["steps", "promises", "replies"])
def test_what_is_no_day_and_no_business_is_said(passo: Passo, bakery: Business, name: str) -> None:
    assert passo(name, "--date", "tomorrow", "--json").code == 2
    assert passo(name, "--business", "nowhere", "--json").code == 5
