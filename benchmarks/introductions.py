"""How soon does a page know who can introduce me, in a book of a hundred thousand people?

    python benchmarks/introductions.py [people] [touches] [ties]

The made-up book of `people.py`, with 400,000 ties of a heavy tail among them; one in five is close
to us at all. Every page is asked for in process, through Django's test client: middleware,
queries, template and all. Asked are people to whom we are not close, drawn alike. Then what it
takes when a tie has moved, where a colleague shares theirs, and whoever writes ties.

Peer, in the same run and on the same people: the best way through one go-between alone, by a join
of ties in SQLite, as one would ask without a graph.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as Passo says, were it the first to come

import numpy as np
import people as book

TIES = int(sys.argv[3]) if len(sys.argv) > 3 else 400_000
SEED = 20_261_122
QUESTIONS, FEW, LIST = 100, 9, 500
READ_AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
NEEDS = (
    "a stonemason for three stairs",
    "someone at a housing co-operative in Bologna",
    "einen Winzer, der uns Wein liefert",
    "an electrician",
)
JOIN = (
    "SELECT k.id, k.strength * t.strength FROM (SELECT one_id AS via, strength FROM people_tie"
    " WHERE other_id = %s UNION ALL SELECT other_id, strength FROM people_tie WHERE one_id = %s) t"
    " JOIN people_person k ON k.id = t.via WHERE k.strength > 0 ORDER BY 2 DESC LIMIT 5"
)


def main() -> None:
    os.environ.setdefault("PASSO_DATA", tempfile.mkdtemp(prefix="passo-introductions-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("collectstatic", verbosity=0, interactive=False, skip_checks=True)
    from passo.businesses import wall

    with wall.opened():
        business, user = book.shop()
        if not business.ties.exists():
            book.fill(business)
            fill(business)
    with wall.inside(business.pk):
        measure(business, user)


def fill(business: Any) -> None:
    from django.db import connection

    rng = np.random.default_rng(SEED)
    seconds = [write_ties(business, rng, noted=noted) for noted in (False, True)]
    print(f"{TIES:,} ties written in {seconds[1]:.1f} s, {seconds[0]:.1f} s without noting it")
    write_texts(business, rng)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET strength = 0, warmth = '' WHERE id % 5 > 0")
        cursor.execute("ANALYZE")


def write_ties(business: Any, rng: np.random.Generator, *, noted: bool) -> float:
    """With the triggers that note it, or without them."""
    from django.db import transaction

    from passo.introductions import watching
    from passo.lib.db.bulk import insert
    from passo.people.models import Tie

    pairs = drawn_pairs(rng)
    strength = rng.beta(1.2, 4, len(pairs)).clip(0.01)
    rows = [
        (business.pk, int(one), int(other), float(worth), "meeting", 3)
        for (one, other), worth in zip(pairs, strength, strict=True)
    ]
    names = ("business_id", "one_id", "other_id", "strength", "kind", "evidence")
    Tie.objects.all()._raw_delete("default")  # noqa: SLF001 -- as no deed does it
    watching.TRIGGERS.put_in_after(using="default") if noted else watching.TRIGGERS.remove(
        "default"
    )
    began = time.process_time()
    with transaction.atomic():
        insert(Tie, names, rows)
    return time.process_time() - began


def drawn_pairs(rng: np.random.Generator) -> np.ndarray:
    """A few with thousands of ties, most with a handful."""
    weight = 1 / np.arange(1, book.PEOPLE + 1) ** 0.6
    ends = rng.choice(book.PEOPLE, (2, TIES * 2), p=weight / weight.sum())
    order = 1 + rng.permutation(book.PEOPLE)
    one, other = order[ends.min(axis=0)], order[ends.max(axis=0)]
    pairs = np.stack((np.minimum(one, other), np.maximum(one, other)), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    return pairs[rng.permutation(len(pairs))[:TIES]]


def write_texts(business: Any, rng: np.random.Generator) -> None:
    """What is needed is read; what all others do points anywhere, for time does not care."""
    from passo.introductions.models import Meaning, Need
    from passo.introductions.understanding import COLUMNS, texts_of
    from passo.lib import meaning
    from passo.lib.db.bulk import insert

    for number in range(300):
        words = NEEDS[number % len(NEEDS)]
        Need.objects.create(business=business, person_id=5 * number + 5, words=words)
    read = {words: meaning.packed(meaning.encode([words])[0]) for words in NEEDS}
    texts = [(place, meaning.plain(text)) for place, text in texts_of(business) if text]
    insert(Meaning, COLUMNS, (
        (business.pk, *place, meaning.digest(text), read.get(text) or drawn(rng), READ_AT)
        for place, text in texts
    ))  # fmt: skip
    print(f"{len(texts):,} texts")


def drawn(rng: np.random.Generator) -> bytes:
    from passo.lib import meaning

    vector = rng.standard_normal(meaning.SIZE).astype(np.float32)
    return meaning.packed(vector / np.linalg.norm(vector))


def measure(business: Any, user: Any) -> None:
    from django.test import Client

    from passo.introductions import knowing

    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    book.ask(browser, f"/b/{business.slug}/people/")
    built(business, user, "the graph of one who is alone")
    known = knowing.known_to(business, user)
    print(f"    {len(known.graph.other):,} arcs")
    far = [int(pk) for pk in known.people if pk % 5 and pk % 500]
    asked = np.random.default_rng(SEED).permutation(far)[: QUESTIONS + LIST].tolist()
    pages(business, browser, asked)
    moved(business, browser, asked[:FEW])
    share(business, user)


def pages(business: Any, browser: Any, asked: list[int]) -> None:
    here = f"/b/{business.slug}/"
    print(f"{'':<40}{'p50':>8}{'p95':>8}{'core p50':>10}{'p95':>8}  ms")
    of = [f"{here}people/{pk}/introductions/" for pk in asked[:QUESTIONS]]
    tell("a person", [timed(lambda at=at: book.ask(browser, at)) for at in of])
    firms = business.people.filter(pk__in=asked, organisation__isnull=False)
    there = list(firms.values_list("organisation", flat=True)[:QUESTIONS])
    of = [f"{here}organisations/{pk}/introductions/" for pk in there]
    tell("an organisation", [timed(lambda at=at: book.ask(browser, at)) for at in of])
    first, *needs = [f"{here}introductions/find/?q={words}" for words in NEEDS * FEW]
    tell("a need, the first", [timed(lambda: book.ask(browser, first))])
    tell("a need", [timed(lambda at=at: book.ask(browser, at)) for at in needs])
    names = business.people.filter(pk__in=asked[-LIST:]).values_list("name", flat=True)
    words = {"people": "\n".join(names)}
    many = f"{here}introductions/find/many/"
    tell(f"a list of {LIST}", [timed(lambda: browser.post(many, words)) for _ in range(FEW)])
    worthy = f"{here}introductions/worthy/"
    tell("whom to bring together", [timed(lambda: book.ask(browser, worthy)) for _ in range(FEW)])
    tell("peer: a join of two ties", [timed(lambda pk=pk: joined(pk)) for pk in asked[:QUESTIONS]])


def moved(business: Any, browser: Any, asked: list[int]) -> None:
    """Each after a tie that was told; the graph is built anew."""
    times = []
    for pk in asked:
        tie = business.ties.order_by("pk")[pk % 1_000]
        business.ties.filter(pk=tie.pk).update(declared=0.6)
        page = f"/b/{business.slug}/people/{pk}/introductions/"
        times.append(timed(lambda page=page: book.ask(browser, page)))
    tell("a person, after a tie has moved", times)


def share(business: Any, user: Any) -> None:
    """Half of all touches are a colleague's, who shares."""
    from passo.businesses.models import User
    from passo.introductions import sharing

    ben = User.objects.filter(email="ben@bianchi.example").first()
    if ben is None:
        ben = User.objects.create_user("ben@bianchi.example", None, name="Ben")
        business.take_in(ben, role="staff", by=user)
        business.touches.filter(pk__lte=book.TOUCHES // 2).update(noted_by=ben)
    sharing.decide(business, ben, takes_part=True)
    built(business, user, "the graph of one of two who share")


def built(business: Any, user: Any, name: str) -> None:
    from passo.introductions import knowing

    before = memory()
    knowing.build(business, user)
    more = memory() - before
    tell(name, [timed(lambda: knowing.build(business, user)) for _ in range(3)])
    print(f"    {more:.0f} MB more at the peak")


def joined(target: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(JOIN, [target, target])
        cursor.fetchall()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of one core, which others on the machine change less."""
    clock, core = time.perf_counter(), time.process_time()
    work()
    return 1_000 * (time.perf_counter() - clock), 1_000 * (time.process_time() - core)


def tell(name: str, times: Iterable[tuple[float, float]]) -> None:
    clock, core = zip(*times, strict=True)
    figures = [*np.percentile(clock, (50, 95)), *np.percentile(core, (50, 95))]
    print(f"{name:<40}" + "".join(f"{one:>{8 + 2 * (n == 2)}.1f}" for n, one in enumerate(figures)))


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


if __name__ == "__main__":
    main()
