"""Many rows at once, as plain values."""

from datetime import UTC, datetime

import pytest

from passo.businesses.models import Business, Progress
from passo.lib.db.bulk import insert, next_ids
from passo.lib.db.days import Days

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_what_is_not_named_gets_its_default(bakery: Business) -> None:
    rows = [(bakery.pk, "export", f"No. {number}", NOON) for number in range(3)]
    insert(Progress, ("business_id", "kind", "title", "made_at"), rows)
    made = Progress.objects.order_by("title")
    assert [(one.title, one.state, one.done, one.made_at) for one in made] == [
        (f"No. {number}", "waiting", 0, NOON) for number in range(3)
    ]


def test_numbers_are_given_out_once(bakery: Business) -> None:
    before = bakery.progresses.create(kind="export", title="first")
    ids = next_ids(Progress, 2)
    assert before.pk not in ids
    insert(Progress, ("id", "business_id", "title"), [(one, bakery.pk, "x") for one in ids])
    after = bakery.progresses.create(kind="export", title="last")
    assert len({before.pk, *ids, after.pk}) == 4


def test_rows_that_are_there_already_can_be_passed_over(bakery: Business) -> None:
    one = next_ids(Progress, 1)[0]
    for title in ("first", "second"):
        rows = [(one, bakery.pk, title)]
        insert(Progress, ("id", "business_id", "title"), rows, ignore_conflicts=True)
    assert Progress.objects.get().title == "first"


def test_the_database_tells_a_moment_in_days(bakery: Business) -> None:
    bakery.progresses.create(kind="export", title="x", made_at=NOON)
    days = Progress.objects.annotate(days=Days("made_at")).get().days
    assert days == pytest.approx((NOON - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() / 86400)
