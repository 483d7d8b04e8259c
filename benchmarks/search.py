"""How fast is a search among 100,000 things, beside the plain way?

    python benchmarks/search.py [rows]

Runs on a database of its own in a temporary folder, or on the empty PostgreSQL database that
DATABASE_URL names. Prints milliseconds for the ten best hits of queries of 3 to 12 letters, by
`matching` and by Django's `icontains` in the same run, inside one business that holds them all,
and with 1,000 businesses that share them.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
QUERIES = 200
BEST = 10
BEGINNINGS = "ro bian mül fer rin del kam sou val gre hof mar pa lo stein ca ber"
MIDDLES = "ni ra ler na do ti be gar sel ve mi dan"
ENDINGS = "ti ni er mann ez ello son a i feld bach etti"
TRADES = "Elektro Bakery Fiorista Agentur Studio Metalli Garten Autos Caffè Tischlerei"


def main() -> None:
    os.environ["PASSO_DATA"] = tempfile.mkdtemp(prefix="passo-search-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from django.db import connection

    print(f"{connection.vendor}, {ROWS:,} rows, {QUERIES} queries")
    for businesses in (1, 1000):
        measure(businesses)


def measure(businesses: int) -> None:
    from passo.businesses.models import Business
    from passo.businesses.wall import inside, opened

    with opened():
        Business.objects.all().delete()
        shops = make_shops(businesses)
        seconds = timed(lambda: fill(shops))
    print(f"{businesses:>5} businesses: filled at {ROWS / seconds:,.0f} rows/s")
    with inside(shops[0].pk):
        compare(shops[0])


def make_shops(count: int) -> list:
    from passo.businesses.models import Business

    return Business.objects.bulk_create(
        Business(name=f"Shop {number}", slug=f"shop-{number}") for number in range(count)
    )


def fill(shops: list) -> None:
    from django.db import connection

    from passo.businesses.models import SearchRow
    from passo.lib.search import fold

    chance = random.Random(7)
    titles = ((shops[number % len(shops)], title(chance)) for number in range(ROWS))
    rows = (
        SearchRow(business=shop, kind="person", ref=str(number), title=words, folded=fold(words))
        for number, (shop, words) in enumerate(titles)
    )
    while batch := list(islice(rows, 1000)):
        SearchRow.objects.bulk_create(batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def title(chance: random.Random) -> str:
    first, last = word(chance), word(chance)
    return f"{first} {last}, {chance.choice(TRADES.split())} {word(chance)}, {first}@{last}.example"


def word(chance: random.Random) -> str:
    middle = "".join(chance.choices(MIDDLES.split(), k=chance.randint(0, 2)))
    return (chance.choice(BEGINNINGS.split()) + middle + chance.choice(ENDINGS.split())).title()


def compare(shop: object) -> None:
    from django.db.models import Q

    from passo.lib.search import fold, matching

    chance = random.Random(11)
    asked = [query(chance) for _ in range(QUERIES)]

    def plain(words: str) -> None:
        every = Q()
        for one in fold(words).split():
            every &= Q(folded__icontains=one)
        list(shop.search_rows.filter(every).order_by("title")[:BEST])

    ours = figures(lambda words: list(matching(shop.search_rows.all(), words)[:BEST]), asked)
    theirs = figures(plain, asked)
    show("matching", *ours)
    show("icontains", *theirs)
    print(f"      ratio      p50 {theirs[0] / ours[0]:6.1f} x   p95 {theirs[1] / ours[1]:6.1f} x")


def query(chance: random.Random) -> str:
    """3 to 12 letters of a title, sometimes of two words."""
    words = title(chance).replace(",", "").split()[:4]
    if chance.random() < 1 / 3:
        return f"{words[0][:3]} {words[1][: chance.randint(1, 8)]}"
    return chance.choice(words)[: chance.randint(3, 12)]


def figures(search: Callable[[str], object], asked: list[str]) -> tuple[float, float]:
    times = sorted(timed(lambda words=words: search(words)) * 1000 for words in asked)
    return statistics.median(times), times[int(len(times) * 0.95)]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def show(name: str, middle: float, slow: float) -> None:
    print(f"      {name:10} p50 {middle:6.2f} ms  p95 {slow:6.2f} ms")


main()
