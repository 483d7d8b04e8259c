"""What becomes of questions and promises."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.signals import Signal, Touch, at_day_end, settle

MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)
FRIDAY, LATER = date(2026, 3, 13), date(2026, 3, 20)


def signal(kind, *, is_ours, day=None, deed=""):
    return Signal(kind, is_ours, day, "…", 0.9, 0, 1, deed)


def touch(number, *kinds, is_ours=False, kind="mail", day=None, deed="send", days=None):
    at = MONDAY + timedelta(days=number - 1 if days is None else days)
    signals = tuple(
        signal(one, is_ours=is_ours, day=day if one == "promise" else None, deed=deed)
        for one in kinds
    )
    return Touch(number, kind, at, is_ours, signals)


def states(touches, today=LATER):
    settled = settle(touches, today)
    groups = (settled.owed, settled.awaited, settled.answered, settled.promises)
    return {(one.touch.id, one.signal.kind): one.state for group in groups for one in group}


def test_a_question_of_theirs_is_owed_and_one_of_ours_awaited():
    assert states([touch(1, "question")]) == {(1, "question"): "owed"}
    assert states([touch(1, "question", is_ours=True)]) == {(1, "question"): "awaited"}


@pytest.mark.parametrize(
    "answer",
    [
        {"is_ours": True},
        {"is_ours": True, "kind": "message"},
        {"kind": "call"},
        {"kind": "visit", "is_ours": True},
        {"kind": "meeting"},
    ],
)
def test_a_later_mail_call_or_visit_answers(answer):
    settled = settle([touch(1, "question"), touch(2, **answer)], LATER)
    assert settled.owed == ()
    assert settled.answered[0].by.id == 2


@pytest.mark.parametrize(
    "other",
    [
        touch(2),
        touch(2, is_ours=True, days=0),
        touch(2, kind="payment", is_ours=True),
        touch(2, "out_of_office", is_ours=True),
        touch(2, "bounce", is_ours=True),
        touch(2, "thanks", "question"),
    ],
)
def test_what_does_not_answer(other):
    assert states([touch(1, "question"), other])[1, "question"] == "owed"


def test_whoever_takes_the_question_back_awaits_nothing():
    assert states([touch(1, "question"), touch(2, "withdrawn")]) == {(1, "question"): "answered"}


def test_touches_after_the_day_do_not_count_yet():
    touches = [touch(1, "question"), touch(9, is_ours=True)]
    assert states(touches, FRIDAY) == {(1, "question"): "owed"}


def test_a_promise_is_open_until_its_day_and_then_overdue():
    one = touch(1, "promise", day=FRIDAY)
    assert states([one], FRIDAY) == {(1, "promise"): "open"}
    assert states([one], LATER) == {(1, "promise"): "overdue"}
    assert states([touch(1, "promise")], LATER) == {(1, "promise"): "open"}
    assert [kept.touch.id for kept in settle([one], LATER).open_promises] == [1]


@pytest.mark.parametrize(
    ("deed", "keeping"),
    [
        ("send", touch(2)),
        ("send", touch(2, "question", "enclosed")),
        ("answer", touch(2, kind="call", is_ours=True)),
        ("call", touch(2, kind="call")),
        ("come", touch(2, kind="visit", is_ours=True)),
        ("pay", touch(2, kind="payment")),
        ("do", touch(5)),
        ("", touch(5)),
        ("come", touch(6, "thanks", is_ours=True)),
        ("do", touch(5, "praise", is_ours=True)),
    ],
)
def test_what_keeps_a_promise(deed, keeping):
    settled = settle([touch(1, "promise", day=FRIDAY, deed=deed), keeping], LATER)
    assert settled.promises[0].state == "kept"
    assert settled.promises[0].by == keeping
    assert settled.open_promises == ()


@pytest.mark.parametrize(
    ("deed", "other"),
    [
        ("send", touch(2, is_ours=True)),
        ("send", touch(2, "question")),
        ("send", touch(2, "out_of_office")),
        ("send", touch(2, days=0)),
        ("send", touch(2, kind="visit")),
        ("come", touch(2)),
        ("pay", touch(6)),
        ("do", touch(2)),
        ("come", touch(2, "thanks", is_ours=True)),
    ],
)
def test_what_does_not_keep_it(deed, other):
    assert states([touch(1, "promise", day=FRIDAY, deed=deed), other])[1, "promise"] == "overdue"


def test_the_same_promised_anew_takes_the_place_of_the_old():
    old, new = touch(1, "promise", day=FRIDAY), touch(2, "promise", day=LATER)
    assert states([old, new]) == {(1, "promise"): "renewed", (2, "promise"): "open"}


def test_a_touch_of_which_only_the_day_is_known_comes_after_the_mails_of_that_day():
    call = Touch(2, "call", at_day_end(MONDAY.date(), UTC), is_ours=True)
    assert states([touch(1, "question"), call]) == {(1, "question"): "answered"}


TOUCHES = st.lists(
    st.builds(
        lambda number, kinds, is_ours, kind, day, deed: touch(
            number, *kinds, is_ours=is_ours, kind=kind, day=day, deed=deed
        ),
        st.integers(1, 40),
        st.lists(st.sampled_from(["question", "promise", "thanks", "enclosed", "withdrawn"])),
        st.booleans(),
        st.sampled_from(["mail", "call", "visit", "payment"]),
        st.none() | st.dates(date(2026, 3, 9), date(2026, 4, 9)),
        st.sampled_from(["send", "call", "come", "pay", "answer", "do"]),
    ),
    max_size=8,
)


@given(TOUCHES, TOUCHES)
def test_what_is_closed_stays_closed_whatever_comes_later(before, after):
    today = date(2026, 6, 1)
    closed = {key(one) for one in everything(before, today) if one.by}
    newer = [
        Touch((one.id, "new"), one.kind, one.at + timedelta(days=50), one.is_ours, one.signals)
        for one in after
    ]
    still_open = {key(one) for one in everything([*before, *newer], today) if one.by is None}
    assert closed.isdisjoint(still_open)


@given(TOUCHES)
def test_no_question_or_promise_is_lost(touches):
    today = date(2026, 6, 1)
    count = sum(one.kind in ("question", "promise") for each in touches for one in each.signals)
    assert len(everything(touches, today)) == count


def everything(touches, today):
    settled = settle(touches, today)
    return [*settled.owed, *settled.awaited, *settled.answered, *settled.promises]


def key(standing):
    return (id(standing.touch), id(standing.signal))
