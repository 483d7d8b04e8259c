"""The sample business: the same clock tells the same life, and it leaves without a trace."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, SetupLink, User
from passo.lib.refusal import Refusal
from passo.today import demo
from tests.world import make_business, make_user

pytestmark = pytest.mark.django_db
CLOCK = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def rows(business: Business) -> list[dict[str, Any]]:
    """Everything that hangs on it and its people, without the numbers of the rows."""
    found = [without_ids(business), *(without_ids(user) for user in figures(business))]
    for relation in business._meta.related_objects:
        model = relation.related_model
        every = model._default_manager.filter(business=business).order_by("pk")
        found.extend(without_ids(one) for one in every)
    return found


def figures(business: Business) -> list[User]:
    return list(User.objects.filter(email__endswith=".invalid").order_by("pk"))


def without_ids(thing: Any) -> dict[str, Any]:
    values = {field.name: str(getattr(thing, field.name)) for field in thing._meta.concrete_fields}
    told = {name: NUMBERED.sub("", value) for name, value in values.items()}
    kept = {name: value for name, value in told.items() if name not in NUMBERS}
    values = {name: getattr(thing, name, {}) for name in ("before", "after")}
    numbered = {name: without_numbers(one) for name, one in values.items() if isinstance(one, dict)}
    return kept | numbered | {"card": without_imports(getattr(thing, "card", {}))}


# Evidence is called by the offer or introduction it comes from, a suggestion by what it is about.
NUMBERED = re.compile(r"(?<=^offer:)\d+|(?<=^rung:)\d+|(?<=^cooling:)\d+|(?<=^introduction:)\d+")
# Numbers of rows, and rows that are called by their number.
NUMBERS = frozenset({"id", "thing", "ref", "undoes", "business", "people_ids", "brought_by"})


def without_numbers(before: dict[str, Any]) -> dict[str, Any]:
    numbers = NUMBERS | {"user", "person", "tag", "sent_by", "handed_to", "organisation"}
    return {name: value for name, value in before.items() if name not in numbers}


def without_imports(card: dict[str, Any]) -> dict[str, Any]:
    """A place where the same card stood begins with the number of its import."""
    return card | {"also": [where for _import, *where in card.get("also", ())]}


def everything() -> dict[str, int]:
    """But for what waits to be done: it finds nothing left to do, and goes by itself."""
    models = [model for model in apps.get_models() if model is not DBTaskResult]
    return {model._meta.label: model._default_manager.count() for model in models}


def test_the_same_clock_tells_the_same_life() -> None:
    first = demo.build(None, CLOCK)
    told = rows(first)
    demo.remove(first)
    assert rows(demo.build(None, CLOCK)) == told
    assert len(told) > 30


def test_another_clock_tells_it_at_another_time() -> None:
    earlier = demo.build(None, CLOCK.replace(year=2025))
    assert earlier.made_at.year == 2023
    assert earlier.changes.order_by("at").first().at == earlier.made_at


def test_two_years_lie_in_the_order_in_which_they_happened() -> None:
    sample = demo.build(None, CLOCK)
    moments = list(sample.changes.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert (moments[-1] - moments[0]).days > 700
    assert moments[-1] < CLOCK


def test_the_sentence_got_better_over_the_years() -> None:
    sample = demo.build(None, CLOCK)
    said = [one.after["sentence"] for one in sample.changes.all() if "sentence" in one.after]
    assert len(set(said)) == 5
    assert sample.sentence == said[0]


def test_the_team_is_chiara_her_father_and_the_accountant() -> None:
    sample = demo.build(None, CLOCK)
    roles = dict(sample.memberships.values_list("user__name", "role"))
    assert roles == {
        "Chiara Bianchi": "owner",
        "Roberto Bianchi": "staff",
        "Marta Ferri": "viewer",
    }
    states = set(sample.invitations.values_list("state", flat=True))
    assert states == {"open", "accepted", "withdrawn"}


def test_nobody_in_it_can_sign_in_and_no_link_of_it_opens(client: Any) -> None:
    sample = demo.build(None, CLOCK)
    for figure in figures(sample):
        assert not figure.has_usable_password()
        assert not figure.is_active
    assert not sample.invitations.filter(token_hash__regex="^[0-9a-f]{64}$").exists()
    assert SetupLink.is_needed()


def test_the_same_owner_finds_the_same_sample_again() -> None:
    owner = make_user()
    first = demo.build(owner, CLOCK)
    assert demo.build(owner, CLOCK) == first
    assert owner.memberships.get().role == "owner"


def test_two_owners_do_not_meet_in_it() -> None:
    first, second = demo.build(make_user("A B"), CLOCK), demo.build(make_user("C D"), CLOCK)
    assert first != second
    assert (first.slug, second.slug) == ("sample", "sample-2")


def test_one_that_nobody_looks_at_is_taken_over() -> None:
    waiting = demo.build(None, CLOCK)
    assert demo.build(make_user(), CLOCK) == waiting


def test_a_guest_plays_chiara_and_leaves_with_the_sample() -> None:
    before = everything()
    guest = make_user("Chiara", email="guest-x@passo.invalid", is_guest=True)
    sample = demo.build(guest, CLOCK)
    assert sample.memberships.get(user=guest).role == "owner"
    assert sample.memberships.count() == 3
    demo.remove(sample)
    assert everything() == before


def test_a_guest_with_a_business_of_their_own_stays() -> None:
    guest = make_user("Chiara", is_guest=True)
    sample = demo.build(guest, CLOCK)
    make_business("Mine", owner=guest)
    demo.remove(sample)
    assert User.objects.get() == guest


def test_removing_it_leaves_nothing_and_nobody_but_its_owner() -> None:
    owner = make_user()
    before = everything()
    demo.remove(demo.build(owner, CLOCK))
    assert everything() == before


def test_a_real_business_is_never_removed_as_a_sample() -> None:
    business = make_business()
    with pytest.raises(Refusal):
        demo.remove(business)
    assert Business.objects.get() == business


def test_its_words_are_in_the_language_of_its_owner() -> None:
    owner = make_user(language="it")
    with translation.override("de"):
        assert demo.build(owner, CLOCK).language == "it"


def test_every_change_can_be_read() -> None:
    for change in demo.build(None, CLOCK).changes.all():
        assert change.deed
        assert change.by_name or change.by_id is None  # what nobody did is told of Passo
        change.differences()
