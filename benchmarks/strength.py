"""Does our tie strength rank people as their next months do, and how fast is it?

    python benchmarks/strength.py

Each person of a network ranks those they were in touch with during the first 70 % by strength.
The rest of the time line tells who was right:

    NDCG@10 = Σ gain(rank) / log2(rank + 1) over ranks 1 … 10, ÷ the same in the best order,

gain = the number of touches of the two in the rest of the time line, as it is. The mean is over
everybody who has two or more to rank and meets at least one of them again; equal scores stand in
a fixed random order. It is done twice: 70 % of the touches, and 70 % of the days. Peers, in the
same run: the count of touches; recency; one half-life of 30 days; the same with incoming touches
at half (after Roth et al., KDD 2010). Nothing is tuned: `strengths` has one set of parameters.

Networks: email-Eu (Benson et al.: sender and recipients of a mail, who wrote is not told) and
CollegeMsg (Panzarasa et al.), where PASSO_SAMPLES, or ../shared/data beside the project, holds
them in the folder graph; and always a made-up one. Then: who was called cooling or cold, and
came again? Last: seconds for 1,000,000 touches of 100,000 people.
"""

import gzip
import os
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from passo.engine.strength import STATES, Groups, Touches, rhythms, strengths, third_party

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = Path(os.environ.get("PASSO_SAMPLES", PROJECT.parent / "shared/data")) / "graph"
BEST, PAST = 10, 0.7
TOUCHES, PEOPLE = 1_000_000, 100_000


class Network(NamedTuple):
    """One row for each two who share a touch, seen from the one whose ranking it is."""

    name: str
    owner: np.ndarray
    other: np.ndarray
    day: np.ndarray
    direction: np.ndarray
    size: np.ndarray


class Task(NamedTuple):
    """What is known at the cut, and the gains that nobody knows yet. `person` is a pair."""

    owner: np.ndarray  # of each pair
    gain: np.ndarray  # of each pair
    known: Touches
    today: float


def main() -> None:
    for network in networks():
        print(f"\n{network.name}: {len(network.day):,} touches")
        days = np.min(network.day) + PAST * np.ptp(network.day)
        for name, cut in (("touches", np.quantile(network.day, PAST)), ("days", days)):
            compare(name, task_of(network, float(cut)))
        whose_silence_lasted(task_of(network, float(np.quantile(network.day, PAST))))
    print()
    speed()


def networks() -> Iterator[Network]:
    mails = SAMPLES / "arbenson+ScHoLP-Data/email-Eu"
    if mails.is_dir():
        yield email_eu(mails)
    messages = SAMPLES / "wyd1502+DGNN/data/CollegeMsg.txt"
    if messages.is_file():
        yield college(messages)
    yield made_up()


def email_eu(folder: Path) -> Network:
    def numbers(name: str) -> np.ndarray:
        with gzip.open(folder / f"email-Eu-{name}.txt.gz") as lines:
            return np.array(lines.read().split(), dtype=np.int64)

    sizes, people, seconds = numbers("nverts"), numbers("simplices"), numbers("times")
    starts = np.cumsum(sizes) - sizes
    columns = []
    for size in range(2, sizes.max() + 1):
        mails = np.flatnonzero(sizes == size)
        one, other = np.nonzero(~np.eye(size, dtype=bool))
        rows = people[starts[mails][:, None] + np.arange(size)]
        days = np.repeat(seconds[mails] / 86_400, len(one))
        columns.append([rows[:, one].ravel(), rows[:, other].ravel(), days, days * 0 + size])
    owner, other, day, size = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Network("email-Eu", owner, other, day, np.zeros(len(day), int), size.astype(int))


def college(path: Path) -> Network:
    sender, receiver, seconds = np.loadtxt(path, dtype=np.int64).T
    return both_ways("CollegeMsg", sender, receiver, seconds / 86_400)


def both_ways(name: str, sender: np.ndarray, receiver: np.ndarray, day: np.ndarray) -> Network:
    owner, other = np.r_[sender, receiver], np.r_[receiver, sender]
    way = np.repeat([1, -1], len(day))
    return Network(name, owner, other, np.r_[day, day], way, np.full(len(way), 2))


def made_up() -> Network:
    """300 people with 30 others each: rhythms, exchanges of some mails, ties that end."""
    chance = np.random.default_rng(2026)
    sender, receiver, day = [], [], []
    for owner in range(300):
        for other in chance.choice(np.arange(300, 3000), 30, replace=False):
            start, life = chance.uniform(-300, 500), chance.exponential(400)
            step, jitter = np.exp(chance.normal(3, 1.2)), chance.uniform(0.2, 1)
            when = start + np.cumsum(step * np.exp(chance.normal(0, jitter, 300)))
            when = when[(when > 0) & (when < min(start + life, 700))]
            when = np.repeat(when, chance.geometric(0.4, len(when)))
            day.append(when + chance.exponential(0.5, len(when)))
            outgoing = chance.random(len(when)) < chance.beta(2, 2)
            sender.append(np.where(outgoing, owner, other))
            receiver.append(np.where(outgoing, other, owner))
    columns = (np.concatenate(column) for column in (sender, receiver, day))
    return both_ways("made up (seeded)", *columns)


def task_of(network: Network, cut: float) -> Task:
    people = int(max(network.owner.max(), network.other.max())) + 1
    key, past = network.owner * people + network.other, network.day <= cut
    pairs = np.unique(key[past])
    place = np.searchsorted(pairs, key)
    place[place == len(pairs)] = 0
    again = ~past & (pairs[place] == key)
    mail = np.zeros(int(past.sum()), int)
    columns = (network.day[past], network.direction[past], mail, network.size[past])
    gain = np.bincount(place[again], minlength=len(pairs))
    return Task(pairs // people, gain, Touches(place[past], *columns), cut)


def compare(split: str, task: Task) -> None:
    person, age = task.known.person, task.today - task.known.day
    pairs = len(task.owner)
    faded = 0.5 ** (age / 30)
    last = np.full(pairs, -np.inf)
    np.maximum.at(last, person, -age)
    scores = {
        "count": np.bincount(person, minlength=pairs),
        "recency": last,
        "one half-life": np.bincount(person, faded, pairs),
        "incoming at half": np.bincount(
            person, faded * np.where(task.known.direction < 0, 0.5, 1), pairs
        ),
        "ours": strengths(task.known, people=pairs, today=task.today).value,
    }
    found = {name: ndcg(task, score) for name, score in scores.items()}
    ours, best = found["ours"].mean(), max(found[name].mean() for name in list(found)[:3])
    told = "  ".join(f"{name} {each.mean():.3f}" for name, each in found.items())
    print(f"  70 % of the {split:8}{told}  ({ours - best:+.3f}, {len(found['ours'])} people)")


def ndcg(task: Task, score: np.ndarray) -> np.ndarray:
    """NDCG@10 of everybody who counts."""
    mine, best = gathered(task, score), gathered(task, task.gain)
    several = np.unique(task.owner, return_counts=True)[1] > 1
    counts = several & (best > 0)
    return mine[counts] / best[counts]


def gathered(task: Task, score: np.ndarray) -> np.ndarray:
    luck = np.random.default_rng(1).random(len(score))
    order = np.lexsort((luck, -score, task.owner))
    starts = np.unique(task.owner, return_index=True)[1]
    many = np.diff(np.r_[starts, len(order)])
    rank = np.arange(len(order)) - np.repeat(starts, many)
    gain = np.where(rank < BEST, task.gain[order] / np.log2(rank + 2), 0)
    return np.add.reduceat(gain, starts)


def whose_silence_lasted(task: Task) -> None:
    told = rhythms(task.known, people=len(task.owner), today=task.today)
    known = told.silences > 1
    for place, name in enumerate(STATES):
        these = known & (told.state == place)
        again = (task.gain[these] > 0).mean() if these.any() else 0
        print(f"  {name or 'as usual':9}{these.sum():>7,} with a rhythm; {again:4.0%} came again")


def speed() -> None:
    chance = np.random.default_rng(7)
    touches = Touches(
        chance.integers(0, PEOPLE, TOUCHES),
        chance.uniform(0, 2000, TOUCHES),
        chance.integers(-1, 2, TOUCHES),
        chance.integers(0, 7, TOUCHES),
        2 + chance.geometric(0.5, TOUCHES),
    )
    groups = TOUCHES // 4
    shared = Groups(
        chance.integers(0, PEOPLE, TOUCHES),
        chance.integers(0, groups, TOUCHES),
        chance.uniform(0, 2000, groups),
        np.full(groups, 5),
        chance.integers(0, 2, groups),
    )
    print(f"{TOUCHES:,} touches of {PEOPLE:,} people, seconds (best of 3)")
    show("count alone", lambda: np.bincount(touches.person, minlength=PEOPLE))
    show("strengths", lambda: strengths(touches, people=PEOPLE, today=2000))
    show("rhythms", lambda: rhythms(touches, people=PEOPLE, today=2000))
    show("third_party", lambda: third_party(shared, today=2000))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  at most {most} MB, the touches themselves included")


def show(name: str, work: Callable[[], object]) -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(f"  {name:12}{min(times):6.3f}")


main()
