"""How fast is the list of people, at a hundred thousand of them and a million touches?

    python benchmarks/people.py [people] [touches]

Every page is asked for in process, through Django's test client: middleware, queries, template and
all. Beside it, in the same run, the plain way of most address books: OFFSET, `icontains` and a
full count, of queries alone. Names are made up and seeded.
"""

import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
TOUCHES = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
FIRMS, TAGS = max(1, PEOPLE // 20), 20
ROUNDS, ALLOWED_MS = 25, 50
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GIVEN = "Anna Luca Paolo Giulia Marco Sara Hans Karl Uwe José Ana María Peter John Lucy Elif"
BITS = "ba be bi bo co da de di fa fe ga lo lu ma mi mo na ne ni ra ri ro sa se ta te ti va vi zo"
JOBS = ("", "Building manager", "Electrician", "Notary", "Facility manager", "Baker")
PEERS = "peers at 100,000 contacts: lists 480 to 680 ms, search 400 to 940, deep pages 550 to 1,140"


def main() -> None:
    os.environ.setdefault("PASSO_DATA", tempfile.mkdtemp(prefix="passo-people-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("collectstatic", verbosity=0, interactive=False, skip_checks=True)
    from passo.businesses import wall

    with wall.opened():
        business, user = shop()
        if not business.people.exists():
            seconds = timed(lambda: fill(business)) / 1000
            print(f"{PEOPLE:,} people and {TOUCHES:,} touches written in {seconds:.0f} s")
    print(f"{PEERS}\n{'page':<34}{'p50 ms':>8}{'p95 ms':>8}{'queries':>9}")
    with wall.inside(business.pk):
        measure(business, user)


def shop() -> tuple[Any, Any]:
    from passo.businesses.models import Business, User

    found = Business.objects.filter(slug="bianchi").first()
    if found:
        return found, found.owners().first().user
    user = User.objects.create_user("chiara@bianchi.example", None, name="Chiara Bianchi")
    return Business.found("Bianchi", owner=user), user


def fill(business: Any) -> None:
    from django.db import transaction

    chance = random.Random(7)
    for write in (write_firms, write_people, write_ways, write_tags, write_touches):
        with transaction.atomic():
            write(business, chance)


def word(chance: random.Random) -> str:
    return "".join(chance.choices(BITS.split(), k=chance.randint(2, 4))).title()


def write_firms(business: Any, chance: random.Random) -> None:
    from passo.lib.db.bulk import insert
    from passo.lib.search import fold
    from passo.people.models import Organisation

    names = [f"{word(chance)} {word(chance)} {number}" for number in range(FIRMS)]
    rows = [(n + 1, business.pk, name, fold(name), fold(name)) for n, name in enumerate(names)]
    insert(Organisation, ["id", "business_id", "name", "key", "sort_key"], rows)


def write_people(business: Any, chance: random.Random) -> None:
    from passo.lib.db.bulk import insert
    from passo.people import finding
    from passo.people.models import Person, Position
    from passo.people.models.person import sort_key_of

    columns = [
        *("id", "business_id", "name", "given", "family", "job_title", "organisation_id"),
        *("sort_key", "is_listed", "is_left_out", "strength", "touch_count", "last_touch_at"),
        *("due_on", "warmth", "warmth_because"),
    ]
    people, positions, lines = [], [], []
    for pk in range(1, PEOPLE + 1):
        given, family, job = chance.choice(GIVEN.split()), word(chance), chance.choice(JOBS)
        firm = chance.randint(1, FIRMS) if chance.random() < 0.7 else None
        name, is_out = f"{given} {family}", pk % 500 == 0
        figures = figures_of(chance)
        named = (pk, business.pk, name, given, family, job, firm, sort_key_of(name))
        people.append((*named, not is_out, is_out, *figures))
        if firm:
            positions.append((business.pk, pk, firm, job))
        mail = [("mail", mail_of(name, pk))]
        if not is_out:
            lines.append(finding.row_of(business.pk, pk, name, "", job, "", mail))
    insert(Person, columns, people)
    insert(Position, ["business_id", "person_id", "organisation_id", "job_title"], positions)
    finding.add_people(lines)


def figures_of(chance: random.Random) -> tuple[Any, ...]:
    """Strength, touches, last touch, due, warmth and why; one in ten was never spoken with."""
    if chance.random() < 0.1:
        return (0.0, 0, None, None, "", [])
    days = int(chance.expovariate(1 / 200))
    last = NOW - timedelta(days=days, minutes=chance.randint(0, 1000))
    warmth = "warm" if days < 60 else "cooling" if days < 90 else "cold"
    why = ["You speak about every %(n)s days.", {"n": 30}]
    due = (last + timedelta(days=30)).date() if chance.random() < 0.5 else None
    return (chance.betavariate(1, 4), 10, last, due, warmth, why)


def mail_of(name: str, pk: int) -> str:
    return name.lower().replace(" ", ".") + f"{pk}@example.org"


def write_ways(business: Any, chance: random.Random) -> None:
    """A mail for nearly everybody, a phone for half, neither for five in a hundred."""
    from passo.lib.db.bulk import insert
    from passo.people.models import ContactPoint, Import, Source

    ways = []
    for pk in range(1, PEOPLE + 1):
        if chance.random() < 0.05:
            continue
        ways.append((business.pk, pk, "mail", f"a{pk}@example.org", f"a{pk}@example.org"))
        if chance.random() < 0.5:
            ways.append((business.pk, pk, "phone", f"+39{pk:09}", f"+39 {pk:09}"))
    insert(ContactPoint, ["business_id", "person_id", "kind", "value", "said"], ways)
    names = ("phone.vcf", "laptop.vcf", "mailbox.mbox")
    files = [Import.add(by=None, business=business, name=name, kind="vcard") for name in names]
    sources = [
        (business.pk, files[min(2, pk % 40)].pk, pk, str(pk), "") for pk in range(1, PEOPLE + 1)
    ]
    insert(Source, ["business_id", "brought_by_id", "person_id", "key", "digest"], sources)


def write_tags(business: Any, chance: random.Random) -> None:
    """The first is on a third of all, the last on a handful."""
    from passo.lib.db.bulk import insert
    from passo.people.models import Tag, Tagging

    for number in range(TAGS):
        tag = Tag.objects.create(business=business, name=f"tag {number}", key=f"tag {number:02}")
        some = chance.sample(range(1, PEOPLE + 1), PEOPLE // (3 * 2**number) + 5)
        rows = [(business.pk, tag.pk, pk) for pk in some]
        insert(Tagging, ["business_id", "tag_id", "person_id"], rows)


def write_touches(business: Any, chance: random.Random) -> None:
    from passo.lib.db.bulk import insert
    from passo.people.models import Participation, Touch

    step = 50_000
    for start in range(1, TOUCHES + 1, step):
        touches, parts = [], []
        for pk in range(start, min(start + step, TOUCHES + 1)):
            at = NOW - timedelta(minutes=chance.randint(0, 1_500_000))
            touches.append((pk, business.pk, "mail", at, "out", "A question", f"k{pk}"))
            parts.append((business.pk, pk, chance.randint(1, PEOPLE), at, "mail", "out"))
        insert(Touch, ["id", "business_id", "kind", "at", "direction", "subject", "key"], touches)
        columns = ["business_id", "touch_id", "person_id", "at", "kind", "direction"]
        insert(Participation, columns, parts)


def measure(business: Any, user: Any) -> None:
    from django.test import Client

    gc.collect()
    gc.freeze()  # as the server does when it is up
    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    here = f"/b/{business.slug}/people/"
    for name, queries in pages(business):
        show(name, [lambda query=query: ask(browser, here + query) for query in queries])
    persons = random.Random(3).sample(range(1, PEOPLE + 1), ROUNDS)
    show("a person", [lambda pk=pk: ask(browser, f"{here}{pk}/") for pk in persons])
    show("organisations", [lambda: ask(browser, f"/b/{business.slug}/organisations/")] * ROUNDS)
    plain(business)


def ask(browser: Any, address: str) -> None:
    answer = browser.get(address, headers={"HX-Request": "true"} if "part=1" in address else None)
    if answer.status_code not in {200, 302, 404}:
        raise SystemExit(f"{address}: {answer.status_code}")


def pages(business: Any) -> Iterator[tuple[str, list[str]]]:
    chance = random.Random(5)
    for sort in ("name", "closest", "last", "due"):
        yield f"sorted by {sort}", [f"?sort={sort}"] * ROUNDS
    for sort in ("name", "closest", "last", "due"):
        yield f"deep page by {sort}", [f"?sort={sort}&{deep(business, sort)}"] * ROUNDS
    first, middle, last = (business.tags.order_by("key")[n].pk for n in (0, 3, TAGS - 1))
    files = list(business.imports.order_by("pk").values_list("pk", flat=True))
    filters = {
        "warm": "warmth=warm",
        "cooling": "warmth=cooling",
        "a tag on a third": f"tag={first}",
        "a tag on one in 24": f"tag={middle}",
        "a tag on five": f"tag={last}",
        "an organisation": "organisation=7",
        "came with a small import": f"came_with={files[0]}",
        "came with a large import": f"came_with={files[2]}",
        "has a phone": "reach=phone",
        "neither mail nor phone": "reach=none",
        "never spoken": "spoken=never",
        "left out": "left_out=1",
        "cold, tagged, with phone": f"warmth=cold&tag={first}&reach=phone",
    }
    for name, query in filters.items():
        sorts = ("name", "closest", "last", "due")
        yield name, [f"?{query}&sort={sort}" for sort in sorts for _ in range(ROUNDS // 4)]
    for letters in range(2, 9):
        words = [f"{chance.choice(GIVEN.split())} {word(chance)}"[:letters] for _ in range(ROUNDS)]
        yield f"search, {letters} letters", [f"?q={one}&part=1" for one in words]
    words = [word(chance)[:4] for _ in range(ROUNDS)]
    yield "search in the family name", [f"?q={one}&part=1" for one in words]
    yield "search among the cold", [f"?q={one}&warmth=cold&part=1" for one in words]
    yield "search among five tagged", [f"?q={one[:2]}&tag={last}&part=1" for one in words]
    yield "search among a third", [f"?q={one[:3]}&tag={first}&part=1" for one in words]


def deep(business: Any, sort: str) -> str:
    """The mark of a row in the middle, as the pages write it."""
    from urllib.parse import urlencode

    from passo.lib.db.keyset import mark_of
    from passo.people.listing import ORDERS, Wish, in_order

    order = ORDERS[sort]
    rows = in_order(business.people.listed(), Wish(sort=sort)).order_by(*order.columns())
    return urlencode({"after": mark_of(rows[rows.count() // 2], order)})


def plain(business: Any) -> None:
    """What most address books do, without a page around it."""
    from django.db.models import Q

    people = business.people.filter(is_listed=True).select_related("organisation")
    middle = PEOPLE // 2

    def offset(start: int) -> None:
        people.count()
        list(people.order_by("sort_key")[start : start + 50])

    def search(words: str) -> None:
        rows = people.filter(Q(name__icontains=words) | Q(organisation__name__icontains=words))
        rows.count()
        list(rows.order_by("sort_key")[:50])

    words = [word(random.Random(n))[:4] for n in range(ROUNDS // 2)]
    show("plain: first page, counted", [lambda: offset(0)] * (ROUNDS // 2))
    show("plain: OFFSET to the middle", [lambda: offset(middle)] * (ROUNDS // 2))
    show("plain: icontains", [lambda one=one: search(one) for one in words])


def show(name: str, asked: list[Callable[[], object]]) -> None:
    from django.db import connection

    queries: list[str] = []

    def count(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
        queries.append(sql)
        return execute(sql, *others)

    with connection.execute_wrapper(count):
        asked[0]()
    times = sorted(timed(one) for one in asked)
    middle, slow = statistics.median(times), times[int(len(times) * 0.95)]
    late = "" if slow <= ALLOWED_MS or name.startswith("plain") else "   over"
    print(f"{name:<34}{middle:>8.1f}{slow:>8.1f}{len(queries):>9}{late}", flush=True)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
