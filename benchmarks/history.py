"""What does it cost to remember a change, beside just saving it?

    python benchmarks/history.py [changes]

Runs on a database of its own in a temporary folder, or on the empty PostgreSQL database that
DATABASE_URL names. In the same run: a field set and saved, the same field changed by its verb
(with its row of history), and undone. Each in a transaction of its own, as pages do it, and two
hundred in one, as an import would. Then what a row of history takes on disk, and how long the
history page's query takes on all of them.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

CHANGES = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
BATCH = 200
SENTENCE = "We wire homes in Bologna, small jobs first, and we call back the same day. "


def main() -> None:
    os.environ["PASSO_DATA"] = tempfile.mkdtemp(prefix="passo-history-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from django.db import connection

    from passo.businesses.wall import opened

    with opened():
        business, user = a_business()
        print(f"{connection.vendor}, {CHANGES:,} changes each way\n")
        compare(business, user)
        weigh(business)
        leaf_through(business)


def a_business() -> tuple[Any, Any]:
    from passo.businesses.models import Business, User

    user = User.objects.create_user("chiara@example.org", name="Chiara")
    return Business.found("Bianchi & Daughter", owner=user), user


def compare(business: Any, user: Any) -> None:
    from django.db import transaction

    def save(number: int) -> None:
        business.sentence = f"{SENTENCE}{number}"
        business.save(update_fields=["sentence"])

    def change(number: int) -> None:
        business.settle(by=user, sentence=f"{SENTENCE}{number} times")

    print(f"{'':24}{'saved':>12}{'remembered':>12}{'':>8}")
    for name, around in (("each by itself", nullcontext), ("200 together", transaction.atomic)):
        plain = measured(save, around)
        kept = measured(change, around)
        rows = f"{1e6 / plain:>10,.0f}/s{1e6 / kept:>10,.0f}/s"
        print(f"{name:24}{plain:>9,.0f} µs{kept:>9,.0f} µs  {kept / plain:>4.1f} × {rows}")
    print(f"{'undone':24}{'':12}{measured_undo(business, user):>9,.0f} µs")


def measured(deed: Callable[[int], None], around: Callable[[], AbstractContextManager]) -> float:
    """Median microseconds of one, over batches."""
    times = []
    for first in range(0, CHANGES, BATCH):
        began = time.perf_counter()
        with around():
            for number in range(first, first + BATCH):
                deed(number)
        times.append((time.perf_counter() - began) / BATCH * 1e6)
    return statistics.median(times)


def measured_undo(business: Any, user: Any) -> float:
    business.refresh_from_db()
    times = []
    for number in range(BATCH):
        change = business.settle(by=user, sentence=f"{SENTENCE}to be undone {number}")
        began = time.perf_counter()
        change.undo(by=user)
        times.append((time.perf_counter() - began) * 1e6)
        business.refresh_from_db()
    return statistics.median(times)


def weigh(business: Any) -> None:
    """Rows and their indexes together, over as many rows as there are."""
    from django.db import connection

    count = business.changes.count()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('businesses_change')")
            size = cursor.fetchone()[0]
        else:
            full = pages(cursor)
            business.changes.all().delete()
            cursor.execute("VACUUM")
            size = full - pages(cursor)
    print(f"\n{count:,} changes weigh {size / 1e6:.1f} MB: {size / count:.0f} bytes each")


def pages(cursor: Any) -> int:
    cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    return int(cursor.fetchone()[0])


def leaf_through(business: Any) -> None:
    """One page of the history, with the names of those who did it."""
    from django.db import connection

    from passo.businesses.models import Change

    wanted = 100_000
    Change.objects.bulk_create(
        (
            Change(
                business=business,
                what="settle",
                kind="businesses.business",
                thing=str(number % 500),
                before={"sentence": SENTENCE},
                after={"sentence": f"{SENTENCE}{number}"},
            )
            for number in range(wanted)
        ),
        batch_size=1000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for name, query in (
        ("all", business.changes.select_related("by")),
        ("of one thing", business.changes.of("businesses.business", "7").select_related("by")),
    ):
        times = []
        for _ in range(50):
            began = time.perf_counter()
            list(query[:50])
            times.append((time.perf_counter() - began) * 1e3)
        print(f"50 of {wanted:,}, {name}: {statistics.median(times):.2f} ms")


if __name__ == "__main__":
    main()
