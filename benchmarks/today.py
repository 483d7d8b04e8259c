"""How fast is Today, for a hundred thousand people, a million touches, five thousand opportunities?

    python benchmarks/today.py [people] [touches]

Every page is asked for in process, through Django's test client: middleware, queries, template and
all. People, touches and opportunities are those of benchmarks/people.py and benchmarks/path.py,
made up and seeded; a third of what passed came from them, one mail in seven says something that is
kept (a question, a promise ...), and ties are reckoned as after an import.
Beside it, in the same run, the same Today without anything kept, and the plain way of most lists:
each opportunity asks for its own person, touches and steps.
"""

import gc
import os
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import path
import people as book

OFFERS, DONE, NOTED = 400, 1_500, 40
COLD_MS, WARM_MS = 1_000, 100
ROUNDS, PLAIN = 60, 9
NOBODY = "nobody@example.org"
QUOTE = "Could you come on Tuesday and look at the lights on the third floor?"
# What mails say, of ten thousand of theirs and of ours; the address is of whom a machine speaks.
SAID = {
    "in": {
        "question": 1_100, "promise": 150, "thanks": 150, "praise": 40, "complaint": 15,
        "not_before": 20, "out_of_office": 40, "introduction_offered": 10, "introduction_made": 10,
        "refusal": 10, "withdrawn": 10,
    },
    "out": {"question": 800, "promise": 400, "enclosed": 150, "thanks": 100, "bounce": 10},
}  # fmt: skip
DATED = {"promise": 0.7, "not_before": 1.0, "out_of_office": 0.5}
DEEDS = [
    ("done", {"minutes": "7"}),
    ("later", {"until": "tomorrow"}),
    ("not-this", {"reason": "not_now"}),
]
book.NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


class Times(NamedTuple):
    clock: float
    core: float


def main() -> None:
    os.environ.setdefault("PASSO_DATA", tempfile.mkdtemp(prefix="passo-today-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("collectstatic", verbosity=0, interactive=False, skip_checks=True)
    from passo.businesses import wall

    with wall.opened():
        business, user = book.shop()
        if not business.people.exists():
            seconds = book.timed(lambda: fill(business)) / 1000
            print(f"{book.PEOPLE:,} people and {book.TOUCHES:,} touches in {seconds:.0f} s")
    with wall.inside(business.pk):
        measure(business, user)


def measure(business: Any, user: Any) -> None:
    from django.test import Client

    from passo.today.kept import SHELF

    gc.collect()
    gc.freeze()  # as the server does when it is up
    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    browser.get("/health/")
    here = f"/b/{business.slug}/"

    def anew() -> None:
        SHELF.clear()
        book.ask(browser, here)

    print(f"{'':<36}{'p50 ms':>10}{'p95 ms':>10}{'core p50':>10}{'core p95':>10}")
    tell("Today, the first after a start", [timed(anew)], COLD_MS)
    tell("Today, nothing moved", [timed(lambda: book.ask(browser, here)) for _ in range(ROUNDS)])
    acted, looked = zip(*(after_a_deed(browser, here, turn) for turn in range(ROUNDS)), strict=True)
    tell("a step done, put off, not wanted", acted)
    tell("Today after it", looked)
    tell("plain: all anew each time", [timed(anew) for _ in range(PLAIN)], None)
    tell("plain: each person for themselves", [timed(lambda: one_by_one(business))], None)


def after_a_deed(browser: Any, here: str, turn: int) -> tuple[Times, Times]:
    """The first step of the page, in turn done, put off and not wanted; then the page again."""
    page = browser.get(here).content.decode()
    deed, said = DEEDS[turn % len(DEEDS)]
    found = re.search(rf'"({here}steps/[^"]+/{deed}/)"', page)
    if found is None:
        raise SystemExit(f"No step of Today can be {deed}")
    return timed(lambda: post(browser, found[1], said)), timed(lambda: book.ask(browser, here))


def post(browser: Any, address: str, said: dict[str, str]) -> None:
    answer = browser.post(address, said, headers={"HX-Request": "true"})
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")


def one_by_one(business: Any) -> None:
    """Of each opportunity the person, when they last spoke, and what is to be done."""
    for way in business.opportunities.walking():
        way.person.participations.order_by("-at").first()
        way.steps.filter(state="open").order_by("on").first()


def timed(work: Callable[[], object]) -> Times:
    clock, core = time.perf_counter(), time.process_time()
    work()
    return Times(1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - core))


def tell(name: str, times: Iterable[Times], allowed: float | None = WARM_MS) -> None:
    """By the clock; and the time of one core, which others on the machine change less."""
    clock, core = (sorted(one) for one in zip(*times, strict=True))
    figures = [pick for one in (clock, core) for pick in (statistics.median(one), slow_of(one))]
    late = "   over" if allowed and slow_of(clock) > allowed else ""
    print(f"{name:<36}" + "".join(f"{one:>10.1f}" for one in figures) + late, flush=True)


def slow_of(times: list[float]) -> float:
    return times[int(len(times) * 0.95)]


def fill(business: Any) -> None:
    from passo.people import ties

    book.fill(business)
    answer(business)
    ties.refresh(business)
    path.fill(business)
    write_said(business, random.Random(17))
    live(business, random.Random(13))


def answer(business: Any) -> None:
    """A third of what passed came from them."""
    from django.db.models import F

    for rows, number in ((business.touches, "id"), (business.participations, "touch_id")):
        theirs = rows.annotate(third=F(number) % 3).filter(third=0)
        theirs.update(direction="in")


def write_said(business: Any, chance: random.Random) -> None:
    from passo.lib.db.bulk import insert
    from passo.people.models import Signal

    columns = ("business_id", "touch_id", "kind", "is_ours", "at", "on", "quote", "certainty")
    touches = business.touches.filter(kind="mail").values_list("pk", "at", "direction")
    rows = [
        (business.pk, pk, kind, is_ours(kind, way), at, day_of(kind, at, chance), QUOTE, 0.8, *more)
        for pk, at, way in touches.iterator()
        for kind, *more in said_in(way, chance)
    ]
    insert(Signal, [*columns, "deed", "address"], rows)
    lost = business.signals.filter(address=NOBODY)
    business.participations.filter(touch__in=lost.values("touch")).update(address=NOBODY)


def said_in(way: str, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """What is said, what was promised, and the address that a machine speaks of."""
    drawn = chance.randrange(10_000)
    for kind, share in SAID[way].items():
        drawn -= share
        if drawn < 0:
            yield (
                kind,
                chance.choice(("send", "call", "answer", "do")) if kind == "promise" else "",
                NOBODY if kind == "bounce" else "",
            )
            return


def is_ours(kind: str, way: str) -> bool:
    return way == "out" and kind != "bounce"


def day_of(kind: str, at: datetime, chance: random.Random) -> date | None:
    if chance.random() >= DATED.get(kind, 0):
        return None
    return at.date() + timedelta(days=chance.randint(1, 60 if kind == "not_before" else 14))


def live(business: Any, chance: random.Random) -> None:
    """Two years of a business: what was offered, done, climbed, and noted for a day."""
    from django.db import transaction

    with transaction.atomic():
        walks = list(business.opportunities.order_by("pk"))
        write_offers(business, walks, chance)
        write_done(business, walks, chance)
        write_climbs(business, walks, chance)
        write_noted(business, chance)
        spread_evidence(business)


def spread_evidence(business: Any) -> None:
    """Over two years, not all on one day."""
    from django.db.models import F

    for month in range(24):
        rows = business.evidence.annotate(month=F("opportunity_id") % 24).filter(month=month)
        rows.update(on=book.NOW.date() - timedelta(days=30 * month))


def write_offers(business: Any, walks: list[Any], chance: random.Random) -> None:
    from passo.steps.models import Offer

    states = ("sent", "accepted", "delivered", "declined", "draft")
    Offer.objects.bulk_create(
        offer(business, walk, chance.choice(states), chance)
        for walk in chance.sample(walks, OFFERS)
    )


def offer(business: Any, walk: Any, state: str, chance: random.Random) -> Any:
    from passo.steps.models import Offer

    sent = book.NOW - timedelta(days=chance.randint(4, 700))
    return Offer(
        business=business,
        person_id=walk.person_id,
        opportunity=walk,
        promise="Your meter room checked in one morning",
        currency=business.currency,
        price_cents=chance.randint(5_000, 60_000),
        cost_cents=1_500,
        state=state,
        sent_at=sent,
        answered_at=sent + timedelta(days=3),
        delivered_on=sent.date() + timedelta(days=3) if state == "delivered" else None,
    )


def write_done(business: Any, walks: list[Any], chance: random.Random) -> None:
    from passo.steps.models import Step

    Step.objects.bulk_create(
        Step(
            business=business,
            person_id=walk.person_id,
            opportunity=walk,
            verb=chance.choice(("call", "write", "offer")),
            words="Call about the stair lights",
            minutes=6,
            state="done",
            done_at=book.NOW - timedelta(days=chance.randint(1, 700)),
            minutes_taken=chance.randint(2, 15),
        )
        for walk in chance.choices(walks, k=DONE)
    )


def write_climbs(business: Any, walks: list[Any], chance: random.Random) -> None:
    from passo.steps.models import Climb

    Climb.objects.bulk_create(
        Climb(
            business=business,
            opportunity=walk,
            before=stage,
            after=stage + 1,
            at=book.NOW - timedelta(days=chance.randint(1, 700)),
        )
        for walk in walks
        for stage in range(walk.began, walk.stage)
    )


def write_noted(business: Any, chance: random.Random) -> None:
    """What one line noted for a day."""
    rows = list(business.touches.order_by("-pk")[:NOTED])
    for touch in rows:
        touch.step = "Bring the lamp"
        touch.step_on = book.NOW.date() + timedelta(days=chance.randint(-10, 10))
    business.touches.bulk_update(rows, ["step", "step_on"], batch_size=200)


if __name__ == "__main__":
    main()
