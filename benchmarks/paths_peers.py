"""The peers of the search for paths. Each is given the same network and gives a way to ask.

A way to ask takes two people and gives the score of the best path, or 0. What is not installed
is left out: `python3 run.py bench paths` brings both graph libraries.
"""

import math
import sqlite3
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import pairwise

import numpy as np

from passo.engine.paths import KEPT, Graph

Ask = Callable[[int, int], float]
BEST = """
with near as materialized (
    select y.b as middle, max(x.w * y.w) as w from arc x join arc y on y.a = x.b
    where x.a = :one and x.b <> :other and y.b not in (:one, :other)
    and x.b not in unwilling and y.b not in unwilling group by y.b
), far as materialized (
    select y.b as middle, max(x.w * y.w) as w from arc x join arc y on y.a = x.b
    where x.a = :other and x.b <> :one and y.b not in (:one, :other)
    and x.b not in unwilling and y.b not in unwilling group by y.b
)
select max(w) from (
    select w from arc where a = :one and b = :other
    union all select x.w * y.w * :kept from arc x join arc y on y.a = x.b
        where x.a = :one and y.b = :other and x.b not in unwilling
    union all select near.w * arc.w * :kept * :kept from near
        join arc on arc.a = near.middle and arc.b = :other
    union all select near.w * far.w * :kept * :kept * :kept from near join far using (middle)
)
"""


def peers(graph: Graph, through: np.ndarray) -> Iterator[tuple[str, Ask]]:
    yield "SQLite, two and two ties joined", sqlite(graph, through)
    if find_spec("networkx"):
        yield from networkx_ways(graph, through)
    if find_spec("igraph"):
        yield from igraph_ways(graph, through)


def arcs(graph: Graph) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    owners = np.repeat(np.arange(graph.people), np.diff(graph.start))
    return owners, graph.other, graph.strength.astype(float)


def willing_ties(graph: Graph, through: np.ndarray) -> Iterator[tuple[int, int, float, float]]:
    """Each tie once: both people, strength, and what it adds to the length of a path."""
    a, b, strength = arcs(graph)
    chosen = (a < b) & through[a] & through[b]
    columns = (a[chosen], b[chosen], strength[chosen], -np.log(strength[chosen] * KEPT))
    return zip(*(column.tolist() for column in columns), strict=True)


def sqlite(graph: Graph, through: np.ndarray) -> Ask:
    """As one would write it: ties in order of both people, each half the best to its middle."""
    database = sqlite3.connect(":memory:")
    database.execute("create table arc (a int, b int, w real, primary key (a, b)) without rowid")
    database.execute("create table unwilling (id integer primary key)")
    rows = zip(*(column.tolist() for column in arcs(graph)), strict=True)
    database.executemany("insert into arc values (?, ?, ?)", rows)
    unwilling = np.flatnonzero(~through).tolist()
    database.executemany("insert into unwilling values (?)", ((each,) for each in unwilling))
    database.execute("analyze")

    def ask(one: int, other: int) -> float:
        values = {"one": one, "other": other, "kept": KEPT}
        return database.execute(BEST, values).fetchone()[0] or 0.0

    return ask


def networkx_ways(graph: Graph, through: np.ndarray) -> Iterator[tuple[str, Ask]]:
    import networkx as nx

    network = nx.Graph()
    network.add_nodes_from(np.flatnonzero(through).tolist())
    network.add_edges_from(
        (a, b, {"w": strength, "length": length})
        for a, b, strength, length in willing_ties(graph, through)
    )

    def strongest(one: int, other: int) -> float:
        try:
            length, people = nx.bidirectional_dijkstra(network, one, other, weight="length")
        except nx.NetworkXNoPath:
            return 0.0
        return score(length, len(people))

    def shortest(one: int, other: int) -> float:
        try:
            people = nx.bidirectional_shortest_path(network, one, other)
        except nx.NetworkXNoPath:
            return 0.0
        length = sum(network.edges[pair]["length"] for pair in pairwise(people))
        return score(length, len(people))

    yield "networkx, strongest path", strongest
    yield "networkx, fewest ties alone", shortest


def igraph_ways(graph: Graph, through: np.ndarray) -> Iterator[tuple[str, Ask]]:
    import igraph

    a, b, _, lengths = (list(column) for column in zip(*willing_ties(graph, through), strict=True))
    network = igraph.Graph(n=graph.people, edges=list(zip(a, b, strict=True)))

    def strongest(one: int, other: int) -> float:
        (path,) = network.get_shortest_paths(one, other, weights=lengths, output="epath")
        return score(sum(lengths[edge] for edge in path), len(path) + 1) if path else 0.0

    yield "igraph, strongest path", strongest


def score(length: float, people: int) -> float:
    """0 for what is longer than an introduction may be; that is no answer of ours either."""
    return math.exp(-length) / KEPT if people <= 5 else 0.0  # the first tie is no go-between
