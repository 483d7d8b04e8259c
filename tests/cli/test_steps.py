"""`passo steps|promises|replies`: what is next, what is owed, who waits; with its evidence."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from passo.businesses.models import Business, User
from tests.introductions_world import make_contribution
from tests.people_world import NOW, make_person, make_signal, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import TODAY, make_offer, make_opportunity, make_step

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
    assert rung["reason"].startswith("At “Dialogue”. You were in touch last on")
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


def test_replies_name_the_mail_its_words_and_what_brought_it(
    passo: Passo, bakery: Business
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    walk = make_opportunity(bakery, luca, began=1, stage=2)
    asked = "Could you send me a price for 3 chargers?"
    touch = make_mail(bakery, luca, text=asked)
    bakery.touches.filter(pk=touch.pk).update(outer_id="<a@b.example>")
    make_touch(bakery, luca, days_ago=1, kind="call")
    assert passo("replies", *DAY, "--json").told["replies"] == []
    (one,) = passo("replies", "--date", "2026-11-18", "--json").told["replies"]
    assert (one["person_id"], one["person_name"], one["waiting_days"]) == (luca.pk, "Luca Ferri", 2)
    assert (one["opportunity"], one["stage"], one["stage_name"]) == (walk.pk, 2, "interest")
    assert one["skipped"] == ["introduction"]
    assert (
        one["reason"] == "Asked on Monday 16 November: “Could you send me a price for 3 chargers?”"
    )
    assert one["source"] == {
        "touch": touch.pk,
        "kind": "mail",
        "id": touch.pk,
        "at": "2026-11-16T09:30:00+00:00",
        "date": "2026-11-16",
        "quote": asked,
        "outer_id": "<a@b.example>",
        "import": "posta.mbox",
    }
    assert passo("replies", "--date", "2026-11-16", "--json").told["replies"] == []


def test_who_complains_stands_first_among_the_replies(passo: Passo, bakery: Business) -> None:
    for name, kind in {"Luca Ferri": "question", "Elisa Corsi": "complaint"}.items():
        make_signal(make_mail(bakery, make_person(bakery, name)), kind, certainty=0.8)
    found = passo("replies", *DAY, "--json").told["replies"]
    assert [(one["kind"], one["person_name"]) for one in found] == [
        ("complaint", "Elisa Corsi"),
        ("reply", "Luca Ferri"),
    ]


def test_promises_tell_what_was_written_in_mails_on_either_side(
    passo: Passo, bakery: Business
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    for way, text in {
        "out": "I'll send you the plan by Monday.",
        "in": "I'll call you on Tuesday.",
    }.items():
        make_mail(bakery, luca, text=text, direction=way, days_ago=1)
    found = passo("promises", *DAY, "--json").told["promises"]
    assert [(one["promise"], one["due"], one["source"]["quote"]) for one in found] == [
        ("ours", "2026-11-23", "I'll send you the plan by Monday."),
        ("theirs", "2026-11-24", "I'll call you on Tuesday."),
    ]


@pytest.mark.parametrize("name", ["steps", "promises", "replies"])
def test_a_fresh_business_has_none_and_says_so(passo: Passo, bakery: Business, name: str) -> None:
    told = passo(name, "--json").told
    assert (told[name], told["count"]) == ([], 0)
    assert passo(name).code == 0


@pytest.mark.parametrize("name", ["steps", "promises", "replies"])
def test_what_is_no_day_and_no_business_is_said(passo: Passo, bakery: Business, name: str) -> None:
    assert passo(name, "--date", "tomorrow", "--json").code == 2
    assert passo(name, "--business", "nowhere", "--json").code == 5


def test_what_shows_a_step_is_never_another_matter(
    passo: Passo, bakery: Business, anna: User
) -> None:
    """Not the last mail, where an offer, a gift or the step itself says it."""
    luca, elisa = make_person(bakery, "Luca Ferri"), make_person(bakery, "Elisa Corsi")
    for person in (luca, elisa):
        make_touch(bakery, person, days_ago=200, direction="both")
    offer = make_offer(bakery, luca)
    offer.send(by=anna, today=TODAY - timedelta(days=9))
    offer.refresh_from_db()
    bakery.offers.filter(pk=offer.pk).update(sent_at=NOW - timedelta(days=9))
    gift = make_contribution(bakery, elisa, on=TODAY - timedelta(days=3), is_given=False)
    step = make_step(bakery, elisa, on=TODAY)
    told = {one["kind"]: one for one in passo("steps", *DAY, "--json").told["steps"]}
    shown = {kind: (one["source"]["kind"], one["source"]["id"]) for kind, one in told.items()}
    assert shown["answered"] == ("offer", offer.pk)
    assert shown["thank"] == ("contribution", gift.pk)
    assert shown["step"] == ("step", step.pk)
    assert {one["source"]["touch"] for one in told.values() if one["kind"] != "rung"} == {None}
