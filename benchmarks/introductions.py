"""How soon does a page know who can introduce me, in a business with a million ties?

    python benchmarks/introductions.py [people] [ties]

A made-up business in SQLite (100,000 people, 1,000,000 ties with a heavy tail; one member knows
2,000 of them), in a folder that is thrown away. Measured: the graph built for a stamp, then 200
questions to people drawn alike, with everything that the page says of the five best ways: why each
tie is believed, likelihoods, balances. Then 500 targets at once. And what noting that ties have
moved costs whoever writes them.

Peer, in the same run and on the same pairs: the best way through one go-between alone, by a join
of ties in SQLite, as it would be asked without a graph.
"""

import os
import sys
import tempfile
import time
from datetime import date

import numpy as np

SEED = 20_261_122
OWN = 2_000
QUESTIONS = 200
JOIN = (
    "SELECT k.id, k.strength * t.strength FROM (SELECT one_id AS via, strength FROM people_tie"
    " WHERE other_id = %s UNION ALL SELECT other_id, strength FROM people_tie WHERE one_id = %s) t"
    " JOIN people_person k ON k.id = t.via WHERE k.strength > 0 ORDER BY 2 DESC LIMIT 5"
)


def main() -> None:
    people, ties = (int(word) for word in (*sys.argv[1:], "100000", "1000000")[:2])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PASSO_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "passo.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        measure(people, ties)


def measure(people: int, ties: int) -> None:
    from passo.businesses.models import Business, User
    from passo.introductions import knowing, routes
    from passo.introductions.seeking import Asked

    owner = User.objects.create_user("owner@example.org", "a long walk", name="Owner")
    business = Business.found("A million ties", owner=owner)
    print(f"{people:,} people, {ties:,} ties: {written(business, people, ties)}")
    asked = Asked(business, owner, date(2026, 11, 22))
    began = time.process_time()
    known = knowing.known_to(business, owner)
    print(f"built: {time.process_time() - began:.2f} s, {len(known.graph.other):,} arcs")
    drawn = np.random.default_rng(SEED).permutation(known.people)[: QUESTIONS + 500].tolist()
    one_by_one("the five best ways, told", lambda at: routes.found(asked, [at]), drawn[:QUESTIONS])
    one_by_one("a join of two ties in SQLite", joined, drawn[:QUESTIONS])
    began = time.process_time()
    found = routes.each(asked, drawn[QUESTIONS:])
    print(f"500 at once: {time.process_time() - began:.2f} s, {sum(map(bool, found))} reached")


def one_by_one(name: str, ask: object, drawn: list[int]) -> None:
    taken = []
    for one in drawn:
        began = time.process_time()
        ask(one)  # type: ignore[operator]
        taken.append(1_000 * (time.process_time() - began))
    p50, p95, p99 = np.percentile(taken, (50, 95, 99))
    print(f"{name}: p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f} ms")


def joined(target: int) -> list[tuple[object, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(JOIN, [target, target])
        return list(cursor.fetchall())


def written(business: object, people: int, ties: int) -> str:
    """With the triggers, and without them."""
    from django.db import transaction

    from passo.introductions import watching
    from passo.lib.db.bulk import insert
    from passo.people.models import Person, Tie

    rng = np.random.default_rng(SEED)
    close = np.zeros(people)
    close[rng.permutation(people)[:OWN]] = rng.beta(1.2, 4, OWN).clip(0.01)
    columns = ("business_id", "name", "sort_key", "strength")
    pk = business.pk  # type: ignore[attr-defined]
    rows = [(pk, f"Person {at}", f"person {at}", float(close[at])) for at in range(people)]
    with transaction.atomic():
        insert(Person, columns, rows)
    first = Person.objects.order_by("pk").values_list("pk", flat=True)[0]
    pairs = drawn_pairs(rng, people, ties) + first
    strength = rng.beta(1.2, 4, len(pairs)).clip(0.01)
    fresh = [
        (pk, int(one), int(other), float(worth), "meeting", 3)
        for (one, other), worth in zip(pairs, strength, strict=True)
    ]
    names = ("business_id", "one_id", "other_id", "strength", "kind", "evidence")
    seconds = []
    for noted in (False, True):
        watching.put_in_after(using="default") if noted else watching.remove("default")
        began = time.process_time()
        with transaction.atomic():
            Tie.objects.all()._raw_delete("default")  # noqa: SLF001 -- as no deed does it
            insert(Tie, names, fresh)
        seconds.append(time.process_time() - began)
    return f"written in {seconds[1]:.1f} s, {seconds[0]:.1f} s without noting it"


def drawn_pairs(rng: np.random.Generator, people: int, ties: int) -> np.ndarray:
    """A few with thousands of ties, most with a handful."""
    weight = 1 / np.arange(1, people + 1) ** 0.6
    ends = rng.choice(people, (2, ties * 2), p=weight / weight.sum())
    order = rng.permutation(people)
    one, other = order[ends.min(axis=0)], order[ends.max(axis=0)]
    pairs = np.stack((np.minimum(one, other), np.maximum(one, other)), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    return pairs[rng.permutation(len(pairs))[:ties]]


if __name__ == "__main__":
    main()
