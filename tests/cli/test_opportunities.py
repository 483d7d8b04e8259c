"""`passo opportunities`, after `passo import`: proposals with their evidence, told to scripts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, User
from passo.lib.queue import later
from passo.steps import climbing
from tests.people_world import make_organisation, make_person, make_touch
from tests.steps_world import TODAY, make_opportunity, make_step

pytestmark = pytest.mark.django_db
OWN = "anna@bianchi.example"


def mail(sender: str, to: str, at: datetime, subject: str) -> str:
    return (
        f"From {sender} {at:%a %b %d %H:%M:%S %Y}\nFrom: {sender}\nTo: {to}\n"
        f"Subject: {subject}\nDate: {at:%a, %d %b %Y %H:%M:%S +0000}\n"
        f"Message-ID: <{at:%Y%m%d}@bianchi.example>\n\nHello\n\n"
    )


def mailbox(folder: Path, last: datetime) -> Path:
    """Luca and we, to and fro every ten days."""
    luca = "Luca Ferri <luca@ferri.example>"
    moments = [last - timedelta(days=10 * number) for number in range(8)][::-1]
    pairs = [(luca, OWN) if number % 2 else (OWN, luca) for number in range(8)]
    text = "".join(mail(*pair, at, "Lamps") for pair, at in zip(pairs, moments, strict=True))
    path = folder / "posta.mbox"
    path.write_text(text)
    return path


def test_right_after_an_import_its_proposals_are_told(
    passo: Callable[..., Any], bakery: Business, tmp_path: Path
) -> None:
    path = mailbox(tmp_path, timezone.now() - timedelta(days=1))
    assert passo("import", str(path), "--own", OWN, "--json").code == 0
    told = passo("opportunities", "--json").told
    (one,) = told["opportunities"]
    assert (one["person"], one["state"], one["stage"]) == ("Luca Ferri", "proposed", "dialogue")
    assert one["person_id"] == bakery.people.get().pk
    assert (one["shown_stage"], one["skipped"]) == ("dialogue", [])
    assert one["reason"] == "You talked, or wrote back and forth."
    assert one["next_step"]["words"] == "Make Luca a small offer"
    kinds = {row["kind"]: row for row in one["evidence"]}
    assert set(kinds) == {"they_wrote", "talked"}
    source = kinds["talked"]["source"]
    assert source["file"] == "posta.mbox"
    assert source["outer_id"]
    assert (told["count"], told["business"]) == (1, bakery.slug)


def test_as_of_another_day_it_tells_whom_it_would_propose(
    passo: Callable[..., Any], bakery: Business, tmp_path: Path
) -> None:
    path = mailbox(tmp_path, datetime(2021, 3, 1, 9, tzinfo=UTC))
    assert passo("import", str(path), "--own", OWN, "--json").code == 0
    assert passo("opportunities", "--json").told["count"] == 0
    (one,) = passo("opportunities", "--date", "2021-03-05", "--json").told["opportunities"]
    assert (one["id"], one["person"], one["stage"]) == (None, "Luca Ferri", "dialogue")
    assert one["evidence"][0]["source"]["subject"] == "Lamps"
    early = passo("opportunities", "--date", "2021-01-02", "--json").told["opportunities"]
    assert [row["stage"] for row in early] in ([], ["interest"])
    trust = passo("opportunities", "--date", "2021-03-05", "--stage", "trust", "--json").told
    assert trust["count"] == 0
    assert not bakery.opportunities.exists()


def test_each_tells_where_it_stands_what_was_skipped_and_what_comes_next(
    passo: Callable[..., Any], bakery: Business, anna: User
) -> None:
    firm = make_organisation(bakery, "Hotel Galliera")
    luca = make_person(bakery, "Luca Marchetti", organisation=firm)
    walk = make_opportunity(bakery, luca, organisation=firm, purpose="Night lights")
    touch = make_touch(bakery, luca, kind="call")
    climbing.add_evidence(walk, "introduced", on=TODAY, key="one", touch=touch, words="At the fair")
    walk.move(3, by=anna)
    step = make_step(bakery, luca, opportunity=walk, on=date(2026, 12, 1))
    make_opportunity(bakery, make_person(bakery, "Elisa Corsi"), state="declined")
    (one,) = passo("opportunities", "--json").told["opportunities"]
    assert (one["stage"], one["rung"], one["shown_stage"]) == ("dialogue", 3, "introduction")
    assert one["skipped"] == ["interest"]
    assert one["skipped_because"] == ["No interest yet: they have not come to you."]
    assert (one["organisation"], one["purpose"], one["state"]) == (
        "Hotel Galliera",
        "Night lights",
        "open",
    )
    assert (one["due"], one["next_step"]["id"]) == ("2026-12-01", step.pk)
    assert one["reason"] == "Somebody brought you together, or you met. At the fair"
    assert one["evidence"][0]["source"]["touch_id"] == touch.pk
    later_on = (walk.moved_at + timedelta(days=40)).date().isoformat()
    (one,) = passo("opportunities", "--date", later_on, "--json").told["opportunities"]
    assert one["is_stuck"]


def test_without_evidence_the_reason_is_what_was_said_or_what_it_needs(
    passo: Callable[..., Any], bakery: Business, anna: User
) -> None:
    walk = make_opportunity(bakery)
    (one,) = passo("opportunities", "--json").told["opportunities"]
    assert (one["shown_stage"], one["reason"]) == ("", str(walk.where.needs))
    walk.close("She moved away", by=anna)
    (one,) = passo("opportunities", "--json").told["opportunities"]
    assert (one["state"], one["reason"]) == ("closed", "She moved away")


def test_one_stage_alone_and_a_table_for_eyes(passo: Callable[..., Any], bakery: Business) -> None:
    make_opportunity(bakery, make_person(bakery, "Elisa Corsi"), stage=4, began=4)
    make_opportunity(bakery, make_person(bakery, "Luca Ferri"))
    assert passo("opportunities", "--stage", "small_offer", "--json").told["count"] == 1
    said = passo("opportunities", "--stage", "small_offer")
    assert "Elisa Corsi" in said.out
    assert "Luca Ferri" not in said.out
    wrong = passo("opportunities", "--stage", "marriage")
    assert (wrong.code, "introduction" in wrong.err) == (2, True)
    assert passo("opportunities", "--date", "tomorrow").code == 2


def test_many_are_told_in_few_questions(
    passo: Callable[..., Any], bakery: Business, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        walk = make_opportunity(bakery, make_person(bakery, f"Person {number}"))
        touch = make_touch(bakery, walk.person)
        climbing.add_evidence(walk, "talked", on=TODAY, key="one", touch=touch)
    with django_assert_max_num_queries(9):
        assert passo("opportunities", "--json").told["count"] == 20


def test_an_import_is_followed_up_once_however_many_files(
    passo: Callable[..., Any], bakery: Business, tmp_path: Path
) -> None:
    later("steps.look", bakery.pk)
    path = mailbox(tmp_path, timezone.now())
    passo("import", str(path), "--own", OWN, "--json")
    assert DBTaskResult.objects.filter(task_path="passo.steps.jobs.look").count() == 1
