"""`passo check` on the second wall: a table outside of it, and a role that walks through."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from passo.cli import checks

pytestmark = pytest.mark.django_db


def test_a_table_outside_the_wall_fails_the_check(passo: Callable[..., Any]) -> None:
    assert checks.wall().state == "good"
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE businesses_change NO FORCE ROW LEVEL SECURITY")
    said = passo("check", "--json")
    assert said.code == 1
    assert "businesses_change" in said.told["checks"]["wall"]["sentence"]
