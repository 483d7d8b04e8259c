"""How fast is the path, with five thousand opportunities among a hundred thousand people?

    python benchmarks/path.py [people] [touches]

Every page is asked for in process, through Django's test client: middleware, queries, template and
all. Beside it, in the same run, the plain way of most boards: every card of every column at once,
and a board cut to as many cards as ours whose cards each ask for themselves, of queries alone.
People and touches are those of benchmarks/people.py, made up and seeded.
"""

import gc
import os
import random
import tempfile
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import people as book

OPPORTUNITIES, STEPS = 5_000, 2_000
KINDS = ("introduced", "they_wrote", "talked", "offered", "valued", "relied", "returned")
# Most stand early, some are clients.
AT_STAGE = (0.2, 0.24, 0.22, 0.1, 0.07, 0.05, 0.12)
book.ALLOWED_MS = 100


def main() -> None:
    os.environ.setdefault("PASSO_DATA", tempfile.mkdtemp(prefix="passo-path-"))
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
            book.fill(business)
        if not business.opportunities.exists():
            seconds = book.timed(lambda: fill(business)) / 1000
            print(f"{OPPORTUNITIES:,} opportunities written in {seconds:.0f} s")
    print(f"{'page':<34}{'p50 ms':>8}{'p95 ms':>8}{'queries':>9}")
    with wall.inside(business.pk):
        measure(business, user)


def fill(business: Any) -> None:
    from django.db import transaction

    with transaction.atomic():
        write(business, random.Random(11))


def write(business: Any, chance: random.Random) -> None:
    from passo.steps import climbing
    from passo.steps.models import Evidence, Opportunity, Step

    closest = business.people.listed().order_by("-strength", "-pk")[:OPPORTUNITIES]
    walks = [opportunity(business, person, chance) for person in closest]
    Opportunity.objects.bulk_create(walks, batch_size=500)
    evidence = [row for walk in walks for row in evidence_of(walk, chance)]
    Evidence.objects.bulk_create(evidence, batch_size=500)
    climbing.show(walk.pk for walk in walks)
    Step.objects.bulk_create(
        Step(
            business=business,
            person_id=walk.person_id,
            opportunity=walk,
            verb="call",
            words="Call about the stair lights",
            minutes=6,
            on=(book.NOW + timedelta(days=chance.randint(0, 40))).date(),
        )
        for walk in chance.sample(walks, STEPS)
    )


def opportunity(business: Any, person: Any, chance: random.Random) -> Any:
    from passo.steps.models import Opportunity

    stage = chance.choices(range(1, 8), AT_STAGE)[0]
    return Opportunity(
        business=business,
        person=person,
        organisation_id=person.organisation_id,
        stage=stage,
        began=chance.randint(1, stage),
        moved_at=book.NOW - timedelta(minutes=chance.randint(0, 200_000)),
    )


def evidence_of(walk: Any, chance: random.Random) -> list[Any]:
    """Of each stage up to its own, four times in five."""
    from passo.steps.models import Evidence

    touch = walk.person.participations.values_list("touch", flat=True).first()
    return [
        Evidence(
            business_id=walk.business_id,
            opportunity=walk,
            kind=kind,
            stage=stage,
            on=book.NOW.date(),
            key=kind,
            touch_id=touch,
        )
        for stage, kind in enumerate(KINDS[: walk.stage], start=1)
        if chance.random() < 0.8
    ]


def measure(business: Any, user: Any) -> None:
    from django.test import Client

    gc.collect()
    gc.freeze()  # as the server does when it is up
    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    here = f"/b/{business.slug}/path/"
    pages = {
        "the path": "",
        "moving": "?show=moving",
        "stuck 30 days": "?show=stuck",
        "skipped a stone": "?show=skipped",
        "one stage": "?stage=interest",
        "one stage, those who skipped": "?stage=client&show=skipped",
        "one stage, a deep page": f"?stage=interest&{deep(business)}",
    }
    for name, query in pages.items():
        book.show(name, [lambda query=query: book.ask(browser, here + query)] * book.ROUNDS)
    some = list(business.opportunities.order_by("?").values_list("pk", "stage")[: book.ROUNDS])
    book.show("an opportunity", [lambda pk=pk: book.ask(browser, f"{here}{pk}/") for pk, _ in some])
    book.show(
        "a card put down elsewhere", [lambda one=one: move(browser, here, *one) for one in some]
    )
    plain(business)


def deep(business: Any) -> str:
    from passo.lib.db.keyset import mark_of
    from passo.steps.path import NEWEST

    rows = business.opportunities.walking().filter(stage=2).order_by(*NEWEST.columns())
    return urlencode({"after": mark_of(rows[rows.count() // 2], NEWEST)})


def move(browser: Any, here: str, pk: int, stage: int) -> None:
    answer = browser.post(
        f"{here}{pk}/move/", {"stage": stage % 7 + 1}, headers={"HX-Request": "true"}
    )
    if answer.status_code != 200:
        raise SystemExit(f"{pk}: {answer.status_code}")


def plain(business: Any) -> None:
    """What most boards do, without a page around it."""
    walks = business.opportunities.walking().select_related("person", "organisation")

    def all_at_once() -> None:
        list(walks.prefetch_related("evidence", "steps").order_by("-moved_at"))

    def each_for_itself() -> None:
        for stage in range(1, 8):
            for walk in walks.filter(stage=stage).order_by("-moved_at")[:5]:
                list(walk.evidence.select_related("touch"))
                walk.steps.filter(state="open").order_by("on").first()

    book.show("plain: every card at once", [all_at_once] * 5)
    book.show("plain: each card for itself", [each_for_itself] * (book.ROUNDS // 2))


if __name__ == "__main__":
    main()
