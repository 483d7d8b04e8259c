"""How fast does Passo find who stands twice in an address book of 100,000?

    python benchmarks/linkage.py [records] [--parts]

Makes a book of names in four languages (seeded; one in ten stands there before, with typos, pet
names, missing fields; offices with one number, families with one mail address), then links the
whole of it, and 1,000 new records against all others with the model learned on the whole. Prints
seconds, pairs, precision, recall, F1 and the peak of memory.
"""

import resource
import sys
import time
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src"), str(Path(__file__).parent)]

from linkage_book import made_book  # noqa: E402 - found only now

from passo.engine.linkage import Model, Records, certain, doubtful, find_pairs, prepare  # noqa: E402 - found only now

NUMBERS = [int(word) for word in sys.argv[1:] if word.isdigit()]
RECORDS = NUMBERS[0] if NUMBERS else 100_000
NEW = 1_000


def main() -> None:
    records, people = made_book(RECORDS, seed=7)
    before = peak()
    model = whole(records, np.array(people))
    print(f"memory                 {before:>8.0f} MB with the book, {peak():.0f} MB at the peak")
    increment(records, np.array(people), model)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def whole(records: Records, people: np.ndarray) -> Model:
    started = time.perf_counter()
    book = prepare(records)
    prepared = time.perf_counter()
    pairs = find_pairs(book)
    found = time.perf_counter()
    groups = certain(pairs)
    queue = doubtful(pairs, groups=groups)
    done = time.perf_counter()
    print(f"{RECORDS:,} records        {done - started:>8.2f} s", end="")
    print(f" (made ready {prepared - started:.2f}, pairs {found - prepared:.2f}", end="")
    print(f", groups {done - found:.2f}): {len(pairs):,} pairs, {len(queue)} to ask about")
    sizes = np.bincount(people)
    true = int((sizes * (sizes - 1) // 2).sum())
    quality("pairs at 0.5", pairs.left, pairs.right, pairs.probability >= 0.5, people, true)
    joined = [(a, b) for group in groups for k, a in enumerate(group) for b in group[k + 1 :]]
    left, right = np.array(joined).T
    quality("joined by themselves", left, right, np.ones(len(left), dtype=bool), people, true)
    return pairs.model


def quality(  # noqa: PLR0917 - five columns of one table
    what: str, left: np.ndarray, right: np.ndarray, at: np.ndarray, people: np.ndarray, true: int
) -> None:
    good = int((people[left[at]] == people[right[at]]).sum())
    precision, recall = good / max(at.sum(), 1), good / max(true, 1)
    f1 = 2 * good / max(at.sum() + true, 1)
    print(f"{what:<22} {at.sum():>8,}   precision {precision:.4f} recall {recall:.3f} F1 {f1:.3f}")


def increment(records: Records, people: np.ndarray, model: Model) -> None:
    started = time.perf_counter()
    pairs = find_pairs(records, new_from=RECORDS - NEW, model=model)
    groups = certain(pairs)
    seconds = time.perf_counter() - started
    print(
        f"{NEW:,} against the rest  {seconds:>8.2f} s, {len(pairs):,} pairs, {len(groups)} groups"
    )
    book = prepare(records)
    started = time.perf_counter()
    find_pairs(book, new_from=RECORDS - NEW, model=model)
    print(f"the same, made ready   {time.perf_counter() - started:>8.2f} s")


if __name__ == "__main__":
    main()
