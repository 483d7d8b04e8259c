"""Which messages of a folder were already read, as spans of their numbers.

A folder is read newest first: on the first day its owner sees this month before 2009. Killed in
the middle, it leaves a hole below, and tomorrow's mail comes on top. Spans remember exactly that:
`[[1, 20], [500, 900]]` says that of all messages numbered 1 to 20 and 500 to 900 none is missing.
"""

from collections.abc import Iterable

Spans = list[list[int]]  # [lowest, highest], ascending, never touching


def missing(uids: Iterable[int], done: Spans) -> list[int]:
    """Those not read yet, newest first."""
    return sorted((uid for uid in set(uids) if not is_within(uid, done)), reverse=True)


def is_within(uid: int, done: Spans) -> bool:
    return any(low <= uid <= high for low, high in done)


def first_unknown(done: Spans) -> int:
    """From here on there may be something new."""
    return done[0][1] + 1 if done and done[0][0] <= 1 else 1


def joined(done: Spans, low: int, high: int) -> Spans:
    """The spans with one more in it, melted into those it touches."""
    apart = [span for span in done if span[1] < low - 1 or span[0] > high + 1]
    near = [span for span in done if span not in apart]
    merged = [min([low, *(span[0] for span in near)]), max([high, *(span[1] for span in near)])]
    return sorted([*apart, merged])
