"""The ladder: what shows a stage, what was skipped, how one moves and takes it back."""

from datetime import date, timedelta

import pytest

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import climbing, proposing, reading, stages, verbs
from passo.steps.models import Opportunity
from tests.people_world import NOW, make_person, make_touch
from tests.steps_world import TODAY, make_opportunity


@pytest.fixture
def walk(bakery: Business) -> Opportunity:
    return make_opportunity(bakery)


def test_every_stage_says_what_it_needs_and_what_leads_on() -> None:
    assert [stage.rung for stage in stages.STAGES] == list(stages.Rung)
    assert set(stages.SHOWS.values()) == set(stages.Rung)
    for stage in stages.STAGES:
        assert "%(name)s" in str(stage.step)
        assert stage.minutes <= 30, "a step is small"
        assert "Elisa" in stage.mend.words_for("Elisa")
        assert stage.onward.minutes == stage.minutes
        assert {stage.verb, stage.mend.verb} <= set(dict(verbs.CHOICES))
    assert set(stages.BECAUSE) == set(dict(stages.KINDS))


def test_evidence_shows_a_stage_and_moves_nobody(walk: Opportunity) -> None:
    climbing.add_evidence(walk, "talked", on=TODAY, key="one")
    assert (walk.shown_stage, walk.stage) == (3, 1)


def test_the_same_evidence_twice_is_one(walk: Opportunity) -> None:
    for _time in range(2):
        climbing.add_evidence(walk, "talked", on=TODAY, key="one")
    assert walk.evidence.count() == 1


def test_what_the_owner_says_can_be_unsaid_and_undone(walk: Opportunity, anna: User) -> None:
    said = walk.say(6, "He gave me his keys", on=TODAY, by=anna)
    assert said
    assert walk.shown_stage == 6
    row = walk.evidence.get()
    assert (row.kind, row.on, row.words) == ("by_hand", TODAY, "He gave me his keys")
    unsaid = walk.unsay(6, by=anna)
    assert unsaid
    assert (walk.shown_stage, walk.evidence.count()) == (0, 0)
    unsaid.undo(by=anna)
    walk.refresh_from_db()
    assert (walk.shown_stage, walk.evidence.get().words) == (6, "He gave me his keys")
    assert [one.after for one in said.differences()] == ["Trust: He gave me his keys"]


def test_what_is_stepped_over_is_counted_as_it_comes_and_goes(
    walk: Opportunity, anna: User
) -> None:
    walk.move(4, by=anna)
    assert walk.skips == 3
    climbing.add_evidence(walk, "talked", on=TODAY, key="one")
    assert walk.skips == 2
    assert list(walk.business.opportunities.skipping()) == [walk]
    walk.move(1, by=anna)
    assert walk.skips == 0


def test_a_skipped_stage_is_named_and_nothing_is_blocked(walk: Opportunity, anna: User) -> None:
    climbing.add_evidence(walk, "introduced", on=TODAY, key="one")
    walk.move(4, by=anna)
    shown = climbing.shown_by([walk])[walk.pk]
    assert [stage.name for stage in climbing.skipped(walk, shown)] == ["interest", "dialogue"]


def test_what_happened_before_passo_is_not_skipped(bakery: Business, anna: User) -> None:
    walk = make_opportunity(bakery, stage=3, began=3)
    walk.move(4, by=anna)
    assert [stage.name for stage in climbing.skipped(walk, [])] == ["dialogue"]


def test_a_move_is_remembered_and_an_undo_forgets_it(walk: Opportunity, anna: User) -> None:
    first = walk.moved_at
    walk.move(2, by=anna)
    change = walk.move(5, by=anna)
    assert change is not None
    assert [(one.before, one.after) for one in walk.climbs.all()] == [(1, 2), (2, 5)]
    change.undo(by=anna)
    walk.refresh_from_db()
    assert walk.stage == 2
    assert [(one.before, one.after) for one in walk.climbs.all()] == [(1, 2)]
    earlier = walk.business.changes.filter(what="move").last()
    assert earlier is not None
    earlier.undo(by=anna)
    walk.refresh_from_db()
    assert (walk.stage, walk.moved_at) == (1, walk.added_at)
    assert first >= walk.added_at - timedelta(seconds=1)


def test_a_stage_that_is_not_there_is_refused(walk: Opportunity, anna: User) -> None:
    with pytest.raises(ValueError, match="8"):
        walk.move(8, by=anna)


def test_whoever_has_stood_still_for_a_month_is_stuck(walk: Opportunity) -> None:
    assert not walk.is_stuck(walk.moved_at + timedelta(days=29))
    assert walk.is_stuck(walk.moved_at + timedelta(days=31))


def passed(kind: str, direction: str, size: int = 2) -> reading.Passed:
    return reading.Passed(1, NOW, kind, direction, size)


@pytest.mark.parametrize(
    ("touches", "shown"),
    [
        ([passed("mail", "out")], []),
        ([passed("mail", "in")], ["they_wrote"]),
        ([passed("mail", "both", 3)], []),
        ([passed("mail", "both", 3), passed("mail", "out")], []),
        ([passed("mail", "both", 3), passed("mail", "in")], ["introduced", "they_wrote"]),
        ([passed("visit", "both")], ["introduced", "talked"]),
        ([passed("mail", "in"), passed("call", "out")], ["they_wrote", "talked"]),
        ([passed("mail", "in"), passed("mail", "out")], ["they_wrote"]),
        ([passed("mail", "in"), passed("mail", "out")] * 2, ["they_wrote", "talked"]),
        ([passed("meeting", "both", 40)], []),
    ],
)
def test_touches_show_how_far_it_went(touches: list[reading.Passed], shown: list[str]) -> None:
    assert [one.kind for one in reading.evidence_in(touches)] == shown


def test_warm_people_are_proposed_with_where_they_stand_and_why(
    bakery: Business, anna: User
) -> None:
    paola = warm(bakery, "Paola Rinaldi", "visit")
    warm(bakery, "Luca Ferri", "out")
    assert proposing.propose(bakery) == 1
    walk = bakery.opportunities.get()
    assert (walk.person, walk.state, walk.stage, walk.began) == (paola, "proposed", 3, 3)
    assert [row.kind for row in walk.evidence.all()] == ["introduced", "talked"]
    assert climbing.skipped(walk, walk.evidence.all()) == []


def test_what_is_dropped_is_not_proposed_again_and_what_is_kept_walks(
    bakery: Business, anna: User
) -> None:
    warm(bakery, "Paola Rinaldi", "visit")
    warm(bakery, "Luca Ferri", "visit")
    proposing.propose(bakery)
    one, other = bakery.opportunities.order_by("pk")
    proposing.keep(bakery, [one.pk], by=anna)
    proposing.drop(bakery, [other.pk], by=anna)
    assert proposing.propose(bakery) == 0
    assert list(bakery.opportunities.walking()) == [one]
    assert {change.what for change in bakery.changes.all()} >= {"confirm", "decline"}


def test_new_touches_are_new_evidence(bakery: Business) -> None:
    walk = make_opportunity(bakery)
    make_touch(bakery, walk.person, kind="mail", direction="in", days_ago=0)
    assert proposing.look_again(bakery) == 1
    assert proposing.look_again(bakery) == 0
    walk.refresh_from_db()
    assert walk.shown_stage == 2
    row = walk.evidence.get()
    assert (row.kind, row.touch, row.on) == ("they_wrote", bakery.touches.get(), date(2026, 11, 20))


def warm(business: Business, name: str, how: str) -> Person:
    person = make_person(business, name)
    kind, direction = ("visit", "both") if how == "visit" else ("mail", "out")
    make_touch(business, person, kind=kind, direction=direction)
    business.people.filter(pk=person.pk).update(warmth="warm", strength=0.6)
    return person
