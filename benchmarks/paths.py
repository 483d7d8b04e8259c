"""How soon is it known who can introduce me, and how does that compare?

    python benchmarks/paths.py [large]

A made-up network the size of soc-Epinions1 (76,000 people, 811,000 arcs, a few with thousands of
ties, most with a handful; most ties weak), 5 % of whom are no go-betweens. Questions with five
answers, between ends drawn alike, by their number of ties, and among the 200 with most, of
which those count that have an answer; and from any of eight people to any of twenty. Then 500
prospects at once. Then the same network with all ties equally strong, which leaves nothing to
choose by.

Peers, in the same run and on the same pairs, for the one best path: a join of two ties from
either end in SQLite, networkx and igraph (each the least sum of -log(strength · kept), however
long the path, in a network without those who are no go-betweens). Answers of four ties at most
are held against ours.

`large`: 1,000,000 people, 10,000,000 arcs, no peers. Real networks, where PASSO_SAMPLES or
../shared/data beside the project holds them, with made-up strengths.

Seconds are those the processor spent on it, so others on the machine hardly count.
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from paths_peers import peers

from passo.engine.paths import Graph, best, reach

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = Path(os.environ.get("PASSO_SAMPLES", PROJECT.parent / "shared/data")) / "graph"
REAL = (
    "sagarcasm+FacebookNodePrediction/facebook_combined.txt",
    "adriacabeza+GraphClustering/data/ca-GrQc.txt",
)
UNWILLING = 0.05
K = 5


class Network(NamedTuple):
    graph: Graph
    through: np.ndarray
    pairs: dict[str, np.ndarray]


class Times(NamedTuple):
    """`taken`: milliseconds of the questions that had an answer. `answers`: of all."""

    taken: np.ndarray
    answers: list[Any]


def main() -> None:
    if sys.argv[1:] == ["large"]:
        told("1,000,000 people, 10,000,000 arcs", *heavy(1_000_000, 10_000_000, most=15_000))
        return
    ties = heavy(76_000, 811_000, most=3_000)
    network = told("76,000 people, 811,000 arcs", *ties)
    compared(network)
    told("The same, all ties alike", ties[0], ties[1], np.full(len(ties[0]), 0.5))
    for name in REAL:
        if (SAMPLES / name).is_file():
            told(Path(name).stem, *real(SAMPLES / name))


def heavy(people: int, arcs: int, *, most: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ties between people drawn by a power law, the first with about `most`."""
    chance = np.random.default_rng(2026)
    low, high = 0.0, 1e4
    while high - low > 1e-3:
        shift = (low + high) / 2
        weight = (np.arange(people) + 1 + shift) ** -0.8
        low, high = (shift, high) if weight[0] / weight.sum() * arcs > most else (low, shift)
    upto = np.cumsum(weight) / weight.sum()
    pairs = np.empty(0, dtype=np.int64)
    while len(pairs) < arcs // 2:
        drawn = np.searchsorted(upto, np.sort(chance.random(arcs // 2)))
        other = chance.permutation(np.searchsorted(upto, np.sort(chance.random(arcs // 2))))
        apart = drawn != other
        one, two = np.minimum(drawn, other)[apart], np.maximum(drawn, other)[apart]
        pairs = np.unique(np.concatenate((pairs, one * people + two)))
    pairs = chance.permutation(pairs)[: arcs // 2]
    name = chance.permutation(people)
    return name[pairs // people], name[pairs % people], weak_and_strong(len(pairs))


def weak_and_strong(ties: int) -> np.ndarray:
    """Most people are hardly known: a third of the ties below 0.13, a tenth above 0.54."""
    return np.random.default_rng(5).beta(1, 3, ties).clip(0.01, 1)


def real(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    a, b = np.loadtxt(path, dtype=np.int64).T
    return a, b, weak_and_strong(len(a))


def told(name: str, a: np.ndarray, b: np.ndarray, strength: np.ndarray) -> Network:
    people = int(max(a.max(), b.max())) + 1
    build, graph = timed(lambda: Graph.build(a, b, strength, people=people))
    few = slice(0, 100)
    change, _ = timed(lambda: graph.changed(a[few], b[few], strength[few] / 2))
    size = sum(array.nbytes for array in (graph.start, graph.other, graph.strength))
    print(f"\n{name} (median {np.median(np.diff(graph.start)):.0f} ties, most ", end="")
    print(f"{np.diff(graph.start).max():,})\n  built in {build:.2f} s, ", end="")
    print(f"{size / len(graph.other):.1f} bytes an arc; 100 ties changed in {change * 1e3:.1f} ms")
    network = asked_of(graph)
    ask = partial(best, graph, k=K, through=network.through)
    ask_all(ask, network.pairs["drawn alike"][:50])
    for kind, pairs in network.pairs.items():
        shown(kind, ask_all(ask, pairs))
    shown("eight of ours, any of twenty", ask_all(partial(among, network), np.arange(400)[:, None]))
    at_once(network)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  most memory so far {peak:,.0f} MB")
    return network


def asked_of(graph: Graph) -> Network:
    """Who is no go-between, and who asks for whom; only willing ones, as peers know no others."""
    chance = np.random.default_rng(7)
    through = chance.random(graph.people) >= UNWILLING
    anybody = np.flatnonzero(through)
    by_ties = graph.other[through[graph.other]]
    hubs = anybody[np.argsort(-np.diff(graph.start)[anybody], kind="stable")[:200]]
    kinds = {"drawn alike": anybody, "drawn by ties": by_ties, "hub to hub": hubs}
    pairs = {}
    for name, ends in kinds.items():
        drawn = ends[chance.integers(0, len(ends), (1000, 2))]
        pairs[name] = drawn[drawn[:, 0] != drawn[:, 1]]
    return Network(graph, through, pairs)


def ask_all(ask: Callable[..., Any], pairs: np.ndarray) -> Times:
    """`ask` gives whatever was found, or nothing; and how long it took is told of what was."""
    taken, answers = [], []
    for ends in pairs.tolist():
        seconds, answer = timed(partial(ask, *ends))
        taken.append(seconds * 1e3)
        answers.append(answer)
    found = np.array([answer != [] for answer in answers], dtype=bool)
    return Times(np.array(taken)[found], answers)


def shown(name: str, times: Times) -> None:
    p50, p95, p99 = np.percentile(times.taken, [50, 95, 99])
    print(f"  {name:<34} p50 {p50:8.2f}  p95 {p95:8.2f}  p99 {p99:8.2f} ms", end="")
    print(f"  ({len(times.taken):,} questions)")


def among(network: Network, seed: int) -> list[Any]:
    """Several of ours, and everybody known at an organisation, drawn by their ties."""
    drawn = np.random.default_rng(seed).choice(network.graph.other, 28)
    return best(network.graph, drawn[:8], drawn[8:], k=K, through=network.through)


def at_once(network: Network) -> None:
    for kind, pairs in network.pairs.items():
        targets, us = pairs[:500, 1], pairs[0, 0]
        seconds, found = timed(partial(reach, network.graph, us, targets, through=network.through))
        count = sum(path is not None for path in found)
        print(f"  500 at once, {kind:<21} {seconds * 1e3:8.1f} ms ({count} can be reached)")


def compared(network: Network) -> None:
    """The best path, ours and theirs, on the same pairs that can be reached."""
    print("  The best path alone, beside others:")
    asks = list(peers(network.graph, network.through))
    for kind, drawn in network.pairs.items():
        found = ask_all(partial(strongest, network), drawn[:200])
        pairs = drawn[:200][[bool(answer) for answer in found.answers]]
        own = ask_all(partial(strongest, network), pairs)
        shown(f"{kind}: ours", own)
        for name, ask in asks:
            beside(name, ask_all(ask, pairs), own)


def strongest(network: Network, one: int, other: int) -> float:
    (path, *_) = best(network.graph, one, other, k=1, through=network.through) or [None]
    return path.score if path else 0.0


def beside(name: str, theirs: Times, own: Times) -> None:
    """How many times as long, at p50 and p95; and of how many theirs was as good as ours."""
    shown(f"  {name}", theirs)
    # Theirs may be longer than four ties: then it is not as good as ours, and counts as 0
    slower = np.percentile(theirs.taken, [50, 95]) / np.percentile(own.taken, [50, 95])
    pairs = list(zip(theirs.answers, own.answers, strict=True))
    equal = sum(their >= our * (1 - 1e-9) for their, our in pairs)
    better = sum(their > our * (1 + 1e-9) for their, our in pairs)
    print(f"    {slower[0]:,.0f} and {slower[1]:,.0f} times ours; ", end="")
    print(f"as good in {equal} of {len(pairs)}, better in {better}")


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.thread_time()
    answer = work()
    return time.thread_time() - begin, answer


if __name__ == "__main__":
    main()
