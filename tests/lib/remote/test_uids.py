"""Which messages were already read, as spans."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from passo.lib.remote import uids
from passo.lib.remote.imap import spans

NUMBERS = st.sets(st.integers(1, 60))
SPANS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)), max_size=6)


@given(SPANS)
def test_spans_hold_what_was_put_in_and_nothing_else(put: list[tuple[int, int]]) -> None:
    done: uids.Spans = []
    for low, more in put:
        done = uids.joined(done, low, low + more)
    expected = {uid for low, more in put for uid in range(low, low + more + 1)}
    assert {uid for low, high in done for uid in range(low, high + 1)} == expected
    assert done == sorted(done)
    assert all(after[0] > before[1] + 1 for before, after in pairwise(done))


@given(NUMBERS, SPANS)
def test_what_is_missing_is_the_rest_newest_first(
    known: set[int], put: list[tuple[int, int]]
) -> None:
    done: uids.Spans = []
    for low, more in put:
        done = uids.joined(done, low, low + more)
    missing = uids.missing(known, done)
    assert missing == sorted(missing, reverse=True)
    assert {uid for uid in known if not uids.is_within(uid, done)} == set(missing)
    assert all(uid >= uids.first_unknown(done) for uid in missing)


@given(NUMBERS, st.lists(st.tuples(NUMBERS, st.integers(1, 9), st.integers(0, 3)), max_size=6))
def test_however_often_it_is_killed_every_message_comes_once(
    first: set[int], runs: list[tuple[set[int], int, int]]
) -> None:
    """Mail arrives between runs; each run stops after some batches of some size."""
    box, done, came = set(first), [], []
    for arriving, size, batches in [*runs, (set(), 9, 99)]:
        box |= {uid + max(box, default=0) for uid in arriving}
        wanted, high = uids.missing(box, done), max(box, default=0)
        for _ in range(batches):
            now, wanted = wanted[:size], wanted[size:]
            if now:
                came += now
                done, high = uids.joined(done, now[-1], high), now[-1] - 1
    assert sorted(came) == sorted(box)


@given(NUMBERS)
def test_numbers_said_shortly_are_the_same_numbers(numbers: set[int]) -> None:
    said = spans(sorted(numbers, reverse=True))
    back = set()
    for part in filter(None, said.split(",")):
        low, _, high = part.partition(":")
        back |= set(range(int(low), int(high or low) + 1))
    assert back == numbers
