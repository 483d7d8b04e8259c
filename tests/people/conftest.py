"""Who looks, whom everybody knows, and servers on this machine for live accounts."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.lib.remote.conftest import books, office

if TYPE_CHECKING:
    from passo.businesses.models import Business, User
    from passo.people.models import Person
    from tests.world import Visitor

__all__ = ["books", "office"]


@pytest.fixture
def browser(client_of: Any, ben: "User") -> "Visitor":
    """Ben's, who works here."""
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def paola(bakery: "Business") -> "Person":
    from tests.people_world import (  # noqa: PLC0415 -- Django is not set up when this is read
        make_organisation,
        make_person,
    )

    return make_person(
        bakery,
        mail="paola@rinaldi.example",
        phone="051 555 01 42",
        organisation=make_organisation(bakery),
        job_title="Building manager",
    )
