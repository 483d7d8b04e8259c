from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, Change, User
from tests.world import make_business

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]


def test_a_business_is_founded_with_an_owner_who_gets_a_link(passo: Passo, client: Any) -> None:
    words = ("business", "add", "Weber Uhren", "--slug", "weber", "--owner", "Carla@example.org")
    told = passo(*words, "--json").told
    assert told["slug"] == "weber"
    assert told["address"].endswith(reverse("today", args=["weber"]))
    assert told["owner"] == "carla@example.org"
    carla = User.objects.get(email="carla@example.org")
    assert not carla.has_usable_password()
    assert carla.memberships.get().role == "owner"
    page = client.get(told["password_link"].partition("8000")[2], follow=True)
    assert page.status_code == 200
    assert "password1" in page.content.decode()


def test_a_known_owner_needs_no_link(passo: Passo, anna: User) -> None:
    told = passo("business", "add", "Second", "--owner", anna.email.upper(), "--json").told
    assert told["password_link"] is None
    assert told["slug"] == "second"
    assert anna.memberships.get().business.name == "Second"


def test_everything_about_it_can_be_said_at_once(passo: Passo) -> None:
    words = ["--language", "de", "--currency", "chf", "--time-zone", "Europe/Zurich"]
    passo("business", "add", "Uhren", *words, "--sentence", "Wir reparieren Uhren.")
    business = Business.objects.get(slug="uhren")
    assert (business.language, business.currency) == ("de", "CHF")
    assert business.time_zone == "Europe/Zurich"
    assert business.sentence == "Wir reparieren Uhren."


@pytest.mark.parametrize(
    "words",
    [
        ("X", "--currency", "XQQ"),
        ("X", "--time-zone", "Mars/Olympus"),
        ("X", "--language", "xx"),
        ("X", "--slug", "no slug"),
        ("X", "--slug", "sample"),
        ("X", "--slug", "bianchi-bakery"),
        ("X", "--owner", "no mail"),
        ("  ",),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(
    passo: Passo, bakery: Business, words: tuple[str, ...]
) -> None:
    before = (Business.objects.count(), User.objects.count(), Change.objects.count())
    said = passo("business", "add", *words)
    assert said.code == 1
    assert said.err.strip()
    assert (Business.objects.count(), User.objects.count(), Change.objects.count()) == before


def test_all_businesses_are_listed_without_a_query_each(
    passo: Passo, bakery: Business, dora: User, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        told = passo("business", "list", "--json").told
    listed = {one["slug"]: one["members"] for one in told["businesses"]}
    assert listed == {"bianchi-bakery": 1, "lopez-flowers": 1, "lopez-gardens": 1}


def test_an_empty_passo_says_so(passo: Passo) -> None:
    assert passo("business", "list").out.strip() == "None yet."


def test_one_business_shows_how_much_is_in_it(passo: Passo, bakery: Business) -> None:
    told = passo("business", "show", "bianchi-bakery", "--json").told
    assert told["counts"]["businesses.membership"] == 1
    assert "Bianchi Bakery" in passo("business", "show", "bianchi-bakery").out


def test_its_members_are_listed_with_their_roles(passo: Passo, bakery: Business, ben: User) -> None:
    told = passo("business", "members", "bianchi-bakery", "--json").told
    roles = {one["mail"]: one["role"] for one in told["members"]}
    assert roles == {"anna.bianchi@example.org": "owner", ben.email: "staff"}


def test_deleting_wants_a_yes(passo: Passo, bakery: Business) -> None:
    said = passo("business", "delete", "bianchi-bakery", "--json")
    assert said.code == 1
    assert "--yes" in said.told["error"]
    assert Business.objects.filter(pk=bakery.pk).exists()
    assert passo("business", "delete", "bianchi-bakery", "--yes").code == 0
    assert not Business.objects.filter(pk=bakery.pk).exists()


def test_deleting_one_leaves_the_others(passo: Passo, bakery: Business) -> None:
    other = make_business("Other")
    passo("business", "delete", "bianchi-bakery", "--yes")
    assert list(Business.objects.all()) == [other]


@pytest.mark.parametrize(("typed", "gone"), [("n\n", False), ("\n", False), ("sì\n", True)])
def test_at_a_terminal_it_is_asked_first(
    passo: Passo, bakery: Business, typed: str, *, gone: bool
) -> None:
    said = passo("business", "delete", "bianchi-bakery", typed=typed, at_a_terminal=True)
    assert "Bianchi Bakery" in said.err
    assert Business.objects.filter(pk=bakery.pk).exists() is not gone
