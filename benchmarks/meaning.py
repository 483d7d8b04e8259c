"""Does a need find who can meet it, in another language too, and how long does it take?

    python benchmarks/meaning.py [people]

First sixty made-up needs, each with one of sixty capabilities that meets it: the share that comes
first, the share among the first five, and one over the place in the mean; by the encoder, and in
the same run by folded words and by trigrams of letters, both weighed by how rare they are. Then
what it takes: loading, reading texts, and asking among 100,000 people, in a database of its own
in a temporary folder. The vectors there are drawn by chance, for time does not care.
"""

import os
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import numpy as np
from meaning_pairs import PAIRS

from passo.engine.meaning import matches
from passo.lib import meaning
from passo.lib.search import fold

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
NEEDS = [pair[2] for pair in PAIRS]
OFFERS = [pair[3] for pair in PAIRS]
SAME = np.array([one == other for one, other, *_texts in PAIRS])
TRADES = ("baker", "mason", "singer", "florist", "roofer", "teacher", "lawyer", "printer")
READ_AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
THINGS = ("bread", "stairs", "weddings", "lamps", "roofs", "English", "contracts", "vines")


def main() -> None:
    before = memory()
    seconds, _ = timed(meaning.encoder)
    first, _ = timed(lambda: meaning.encode(["a baker"]))
    print(f"loaded in {seconds + first:.2f} s, {memory() - before:.0f} MB more at the peak")
    quality()
    speed()
    asking()


def quality() -> None:
    print(f"{'':<12}{'all: first':>12}{'five':>6}{'1/place':>9}{'same':>8}{'across':>8}")
    alike = meaning.encode(NEEDS) @ meaning.encode(OFFERS).T
    for name, scores in (
        ("encoder", alike),
        ("words", overlap(lambda text: [w for w in fold(text).split() if len(w) > 3])),
        ("trigrams", overlap(trigrams)),
    ):
        place = np.array([place_of(scores[row], row) for row in range(len(PAIRS))])
        firsts = [np.mean(place[some] <= 1) for some in (SAME, ~SAME)]
        figures = (np.mean(place <= 1), np.mean(place <= 5), np.mean(1 / place), *firsts)
        print(f"{name:<12}" + "".join(f"{value:>{12 - 3 * (n > 0)}.2f}" for n, value in
                                      enumerate(figures)))  # fmt: skip
    told(alike)


def told(alike: np.ndarray) -> None:
    """Of those close enough to be proposed, how many are right?"""
    for least in (0.3, 0.4, 0.5):
        found = matches(*map(meaning.encode, (NEEDS, OFFERS)), each=1, least=least)
        right = sum(one.need == one.offer for one in found)
        print(f"likeness of {least} or more: {len(found)} of {len(alike)} needs, {right} right")


def place_of(scores: np.ndarray, right: int) -> float:
    """Among equals, the middle of their places."""
    above, equal = (scores > scores[right]).sum(), (scores == scores[right]).sum()
    return float(above + (equal - 1) / 2 + 1)


def trigrams(text: str) -> list[str]:
    words = [f"  {word} " for word in re.findall(r"\w+", fold(text))]
    return [word[at : at + 3] for word in words for at in range(len(word) - 2)]


def overlap(parts_of: Callable[[str], Iterable[str]]) -> np.ndarray:
    needs, offers = ([set(parts_of(text)) for text in texts] for texts in (NEEDS, OFFERS))
    count = Counter(part for parts in offers for part in parts)
    rare = {part: np.log(1 + len(offers) / (1 + n)) for part, n in count.items()}

    def weight(parts: set[str]) -> float:
        return sum(rare.get(part, np.log(1 + len(offers))) for part in parts) or 1.0

    return np.array(
        [[weight(a & b) / (weight(a) * weight(b)) ** 0.5 if a & b else 0.0 for b in offers]
         for a in needs]
    )  # fmt: skip


def speed() -> None:
    texts = [f"{TRADES[n % 8]} of {THINGS[n // 8 % 8]}, street {n}" for n in range(1_000)]
    seconds, _ = timed(lambda: meaning.encode(texts))
    alone, _ = timed(lambda: [meaning.encode([text]) for text in texts[:50]])
    print(f"texts: {len(texts) / seconds:,.0f} a second together, {alone * 20:.1f} ms each alone")


def asking() -> None:
    os.environ["PASSO_DATA"] = tempfile.mkdtemp(prefix="passo-meaning-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from passo.businesses.models import Business
    from passo.businesses.wall import inside, opened

    with opened():
        business = Business.objects.create(name="Bakery", slug="bakery")
    with inside(business.pk):
        fill(business)
        measure(business)


def fill(business: object) -> None:
    from django.db import connection

    from passo.introductions.models import Meaning, Need
    from passo.introductions.understanding import COLUMNS, texts_of
    from passo.lib.db.bulk import insert
    from passo.people.finding import add_people, row_of
    from passo.people.models import Person

    jobs = [f"{TRADES[n % 8]} of {THINGS[n // 8 % 8]}, {n}" for n in range(PEOPLE)]
    columns = ("id", "business_id", "name", "sort_key", "job_title", "strength", "warmth")
    insert(Person, columns, (
        (n + 1, business.pk, f"Person {n}", f"person {n}", job, n % 1000 / 1000, "")
        for n, job in enumerate(jobs)
    ))  # fmt: skip
    add_people(
        row_of(business.pk, n + 1, f"Person {n}", "", job, "", []) for n, job in enumerate(jobs)
    )
    for n in range(300):
        Need.objects.create(business=business, person_id=PEOPLE - n * 10, words=NEEDS[n % 60])
    chance = np.random.default_rng(7)
    texts = ((place, meaning.digest(text)) for place, text in texts_of(business) if text)
    insert(Meaning, COLUMNS, (
        (business.pk, *place, mark, drawn(chance), READ_AT) for place, mark in texts
    ))  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def drawn(chance: np.random.Generator) -> bytes:
    vector = chance.standard_normal(meaning.SIZE).astype(np.float32)
    return meaning.packed(vector / np.linalg.norm(vector))


def measure(business: object) -> None:
    from passo.introductions.matching import worthy
    from passo.introductions.meanings import arrows_of
    from passo.introductions.needs import find_by_need
    from passo.introductions.understanding import understand

    before = memory()
    seconds, arrows = timed(lambda: arrows_of(business))
    count, more = len(arrows.places), memory() - before
    print(f"{count:,} texts brought into memory in {seconds:.1f} s, {more:.0f} MB at the peak")
    asked = meaning.encode(["a stonemason for three stairs"])[0]
    middle("one question, product and choice", lambda: arrows.near(asked, most=200, least=0.1))
    middle("find_by_need, whole", lambda: find_by_need(business, "a stonemason for 3 stairs"))
    middle("find_by_need, a word that all share", lambda: find_by_need(business, "a street singer"))
    middle("worthy, 300 needs", lambda: worthy(business))
    seconds, read = timed(lambda: understand(business))
    print(f"looked whether any of them changed: {seconds:.1f} s, {read} read")


def middle(name: str, work: Callable[[], object]) -> None:
    times = sorted(timed(work)[0] for _ in range(11))
    print(f"{name}: {times[5] * 1000:.0f} ms, {times[-1] * 1000:.0f} ms at the most")


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Seconds of processor, so that what else this machine does is left out."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
