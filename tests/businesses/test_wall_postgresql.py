"""The second wall, tried with plain SQL on the connection that the pages use.

Collected on PostgreSQL alone (conftest.py): SQLite has no such wall.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.state import ProjectState
from django.db.utils import IntegrityError, ProgrammingError
from django.http import HttpResponse
from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business, Progress, User
from passo.businesses.wall import Walled
from passo.steps.models.offer import Yardstick
from passo.today import choosing, keeping
from passo.today.models import Digest, Review, SetAside
from tests.businesses.test_wall import walled_models
from tests.introductions_world import make_introductions_of_every_kind
from tests.people_world import make_people_of_every_kind, make_person
from tests.steps_world import make_step, make_steps_of_every_kind
from tests.world import Visitor, make_business, make_invitation, make_user, visitor

pytestmark = pytest.mark.django_db

TABLES = sorted(model._meta.db_table for model in walled_models())
# Each walled table and the column that names the business.
# That ties moved is noted by whoever moves them, also who is only coming in by an invitation: all
# one could do there is to make another business look once more.
NOTED_BY_ALL = {"introductions_tiesmoved"}
WRITTEN_INSIDE = [table for table in TABLES if table not in NOTED_BY_ALL]
COLUMNS = {"businesses_business": "id"} | dict.fromkeys(TABLES, "business_id")


def rows(sql: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def count(table: str, business: Business) -> int:
    return int(rows(f"SELECT count(*) FROM {table} WHERE {COLUMNS[table]} = %s", business.pk)[0][0])


def touched(sql: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


@pytest.fixture
def full_bakery(bakery: Business, anna: User) -> Business:
    """A business with a row in every walled table."""
    make_invitation(bakery)
    Progress.objects.create(business=bakery, kind="export", title="Export")
    SetAside.put(bakery, anna, "invite", days=3)
    Review.objects.create(business=bakery, user=anna, on="2026-11-20")
    Digest.add(by=anna, business=bakery, user=anna)
    make_people_of_every_kind(bakery)
    make_introductions_of_every_kind(bakery)
    make_steps_of_every_kind(bakery)
    day = timezone.localdate()
    make_step(bakery, make_person(bakery, "Ada Uno"), on=day, promise="ours")
    keeping.remember(bakery, anna, day, choosing.choose(bakery, day))
    Yardstick.add(by=anna, business=bakery, hour_cents=3_000)
    return bakery


@pytest.fixture
def strange(full_bakery: Business) -> Iterator[Business]:
    """Standing in another business, from where the bakery is not there."""
    other = make_business("Weber Garage", owner=make_user("Charlie Weber"))
    with wall.of_user(None), wall.inside(other.pk):
        yield other


def test_the_role_of_the_pages_may_not_step_over_the_wall() -> None:
    found = rows("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert found == [(False, False)]


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_table_of_a_business_stands_behind_the_wall(table: str) -> None:
    """Forced, so also for the owner of the table, who is the very role that the pages use."""
    assert rows(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", table
    ) == [(True, True)]
    policies = rows("SELECT policyname, cmd FROM pg_policies WHERE tablename = %s", table)
    assert policies == [("wall", "ALL")]


def test_no_table_with_a_business_was_forgotten() -> None:
    """Looked at from the database: a column says what a model may hide."""
    found = rows(
        "SELECT table_name FROM information_schema.columns"
        " WHERE column_name = 'business_id' AND table_schema = 'public'"
    )
    assert {name for (name,) in found} <= set(COLUMNS)


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_each_walled_table_is_tried_with_a_row_in_it(full_bakery: Business, table: str) -> None:
    assert count(table, full_bakery), f"full_bakery has no row of {table} yet: make one there."


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_standing_in_another_business_its_rows_are_not_there(
    full_bakery: Business, strange: Business, table: str
) -> None:
    assert count(table, full_bakery) == 0
    own = {business for (business,) in rows(f"SELECT {COLUMNS[table]} FROM {table}")}
    assert own <= {strange.pk}


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_standing_in_another_business_its_rows_cannot_be_removed(
    full_bakery: Business, strange: Business, table: str
) -> None:
    assert touched(f"DELETE FROM {table} WHERE {COLUMNS[table]} = %s", full_bakery.pk) == 0
    with wall.opened():
        assert count(table, full_bakery)


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_standing_in_another_business_its_rows_cannot_be_changed(
    full_bakery: Business, strange: Business, table: str
) -> None:
    column = COLUMNS[table]
    sql = f"UPDATE {table} SET {column} = %s WHERE {column} = %s"
    assert touched(sql, strange.pk, full_bakery.pk) == 0


@pytest.mark.parametrize("table", WRITTEN_INSIDE)
def test_nothing_can_be_pushed_into_another_business(
    full_bakery: Business, strange: Business, table: str
) -> None:
    """The copy of a row with the other's number: refused by the wall before any constraint."""
    columns = [column.column for column in model_of(table)._meta.concrete_fields]
    names = ", ".join(f'"{name}"' for name in columns)
    with wall.inside(full_bakery.pk):
        found = rows(f"SELECT {names} FROM {table} WHERE business_id = %s LIMIT 1", full_bakery.pk)
    marks = ", ".join(["%s"] * len(columns))
    values = [
        prepared(model_of(table), name, value)
        for name, value in zip(columns, found[0], strict=True)
    ]
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        touched(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values)


def model_of(table: str) -> type[models.Model]:
    return next(one for one in apps.get_models() if one._meta.db_table == table)


def prepared(model: type[models.Model], column: str, value: Any) -> Any:
    field = next(one for one in model._meta.concrete_fields if one.column == column)
    if isinstance(field, models.JSONField):
        return value if isinstance(value, str) else field.get_db_prep_value({}, connection)
    return value


@pytest.mark.parametrize("table", WRITTEN_INSIDE)
def test_a_row_of_ones_own_cannot_be_handed_to_another_business(
    full_bakery: Business, strange: Business, table: str
) -> None:
    with (
        wall.inside(full_bakery.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        touched(f"UPDATE {table} SET business_id = %s", strange.pk)


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_who_has_said_nothing_sees_nothing(full_bakery: Business, table: str) -> None:
    with wall.of_user(None):
        assert rows(f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_a_connection_that_was_never_told_sees_nothing(full_bakery: Business, table: str) -> None:
    """Not only an emptied setting: also one that nobody ever made."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ALL")
    assert rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_a_user_sees_their_memberships_and_the_names_of_those_businesses(
    full_bakery: Business, anna: User
) -> None:
    make_business("Weber Garage", owner=make_user("Charlie Weber"))
    with wall.of_user(anna.pk):
        assert rows("SELECT id FROM businesses_business") == [(full_bakery.pk,)]
        assert rows("SELECT user_id FROM businesses_membership") == [(anna.pk,)]
        assert rows("SELECT count(*) FROM businesses_change") == [(0,)]


def test_nobody_writes_themselves_into_a_business(full_bakery: Business) -> None:
    """A user sees their own memberships; making one takes standing inside."""
    stranger = make_user("Charlie Weber")
    with (
        wall.of_user(stranger.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        touched(
            "INSERT INTO businesses_membership (business_id, user_id, role, since)"
            " VALUES (%s, %s, 'owner', now())",
            full_bakery.pk,
            stranger.pk,
        )


def test_a_transaction_taken_back_leaves_one_standing_where_one_was(
    bakery: Business, anna: User
) -> None:
    with wall.of_user(anna.pk), wall.inside(bakery.pk):
        with pytest.raises(IntegrityError), transaction.atomic(), wall.opened():
            touched("UPDATE businesses_user SET email = NULL")
        assert count("businesses_membership", bakery)
        assert setting("open") == ""
        assert setting("business") == str(bakery.pk)


def test_a_wall_opened_within_a_transaction_taken_back_is_closed_again(bakery: Business) -> None:
    with wall.inside(bakery.pk):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            with wall.opened():
                pass
            _ = 1 / 0
        assert setting("open") == ""
        assert setting("business") == str(bakery.pk)


def setting(name: str) -> str:
    return str(rows(f"SELECT current_setting('passo.{name}')")[0][0])


def test_after_a_visit_the_connection_stands_where_it_stood(bakery: Business, anna: User) -> None:
    with wall.of_user(None):
        visitor(anna).get(f"/b/{bakery.slug}/")
        assert [setting(name) for name in ("business", "user", "open")] == ["", "", ""]


def test_after_a_visit_that_was_refused_the_connection_stands_where_it_stood(
    bakery: Business, charlie: User
) -> None:
    with wall.of_user(None):
        assert visitor(charlie).get(f"/b/{bakery.slug}/").status_code == 404
        assert [setting(name) for name in ("business", "user", "open")] == ["", "", ""]


def test_a_visit_does_not_begin_behind_an_open_wall(bakery: Business, client: Visitor) -> None:
    """The test's own wide view must not leak into what it looks at."""
    seen = []

    def look(request: Any) -> HttpResponse:
        seen.append(setting("open"))
        return HttpResponse()

    client.handler.load_middleware()
    client.handler._middleware_chain = look
    client.get("/health/")
    assert seen == [""]


@pytest.mark.django_db(transaction=True)
def test_a_connection_made_anew_stands_where_the_old_one_stood(bakery: Business) -> None:
    with wall.inside(bakery.pk):
        connection.close()
        assert count("businesses_membership", bakery) == 1
        assert setting("business") == str(bakery.pk)


@pytest.mark.django_db(transaction=True)
def test_a_connection_lost_in_the_middle_is_told_again(bakery: Business) -> None:
    with wall.inside(bakery.pk):
        with pytest.raises(DatabaseError):
            rows("SELECT pg_terminate_backend(pg_backend_pid())")
        connection.close_if_unusable_or_obsolete()
        assert count("businesses_membership", bakery) == 1


def test_the_wall_can_be_taken_down_again_by_its_migration(full_bakery: Business) -> None:
    operation = Walled("businesses_progress")
    touched("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor() as editor, wall.of_user(None):
        operation.database_backwards("businesses", editor, ProjectState(), ProjectState())
        assert count("businesses_progress", full_bakery) > 0
        operation.database_forwards("businesses", editor, ProjectState(), ProjectState())
        assert count("businesses_progress", full_bakery) == 0
