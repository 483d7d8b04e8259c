"""The sample business: the same clock tells the same life, and it leaves without a trace."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.today import demo
from tests.sample import CLOCK
from tests.world import make_business, make_user

pytestmark = pytest.mark.django_db


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


def test_any_day_of_the_week_tells_it() -> None:
    for days in range(1, 7):
        clock = CLOCK - timedelta(days=days)
        sample = demo.build(make_user(f"Owner {days}"), clock)
        assert not sample.touches.filter(at__gt=clock).exists()


def test_what_it_says_is_in_the_language_of_its_owner_and_names_stay() -> None:
    with translation.override("it"):
        sample = demo.build(None, CLOCK)
    assert sample.people.filter(name="Paola Rinaldi").exists()
    assert sample.touches.exclude(subject="").count() > 500
