"""Home asks for people while there are none, for doubts to be settled, and for own addresses."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.today.first_steps import FirstStep, first_steps
from tests.people_world import make_import, make_pair, make_person, make_signal, make_touch
from tests.steps_world import make_opportunity, make_step

pytestmark = pytest.mark.django_db


def steps(business: Business, user: User) -> dict[str, FirstStep]:
    found = first_steps(business, business.memberships.get(user=user))
    return {step.name: step for step in found}


def test_whoever_knows_nobody_is_asked_to_bring_people_in(anna: User, bakery: Business) -> None:
    asked = steps(bakery, anna)
    assert asked["bring_in"].minutes == 12
    assert next(iter(asked)) == "bring_in", "the longest, and yet the first: all else follows"
    make_person(bakery)
    assert "bring_in" not in steps(bakery, anna)


def test_pairs_in_doubt_are_counted_and_take_their_minutes(
    client_of: Any, anna: User, bakery: Business
) -> None:
    one, *others = [make_person(bakery, f"Ida {word}") for word in "abcdef"]
    make_pair(bakery, one, others[0])
    assert steps(bakery, anna)["same_people"].title == "1 pair may be the same person"
    for other in others[1:]:
        make_pair(bakery, one, other)
    step = steps(bakery, anna)["same_people"]
    assert (step.title, step.minutes) == ("5 pairs may be the same person", 2)
    assert step.title in client_of(anna).get(f"/b/{bakery.slug}/").text
    bakery.pairs.update(state="separate")
    assert "same_people" not in steps(bakery, anna)


def test_a_mailbox_without_own_addresses_asks_for_them(anna: User, bakery: Business) -> None:
    make_import(bakery, kind="vcard", state="done")
    assert "own_addresses" not in steps(bakery, anna)
    make_import(bakery, "mails.mbox", kind="mbox", state="done")
    assert "own_addresses" in steps(bakery, anna)
    bakery.own_addresses.create(address="anna@bakery.example")
    assert "own_addresses" not in steps(bakery, anna)


def test_a_viewer_is_asked_for_none_of_it(vera: User, bakery: Business) -> None:
    make_import(bakery, "mails.mbox", kind="mbox", state="done")
    make_pair(bakery, make_person(bakery, "A B"), make_person(bakery, "A C"))
    assert not {"bring_in", "same_people", "own_addresses"} & set(steps(bakery, vera))


def test_each_of_them_is_drawn(client_of: Any, anna: User, bakery: Business) -> None:
    page = client_of(anna).get(f"/b/{bakery.slug}/").text
    assert 'id="step-bring_in"' in page
    make_import(bakery, "mails.mbox", kind="mbox", state="done")
    make_pair(bakery, make_person(bakery, "A B"), make_person(bakery, "A C"))
    page = client_of(anna).get(f"/b/{bakery.slug}/").text
    assert 'id="step-same_people"' in page
    assert 'id="step-own_addresses"' in page


def test_first_steps_fill_no_more_than_the_minutes_left(
    client_of: Any, anna: User, bakery: Business
) -> None:
    """Ten minutes are ten minutes, also where Passo itself would like some."""
    make_opportunity(bakery, make_person(bakery, "Ida Uno"))
    page = client_of(anna).get(f"/b/{bakery.slug}/?minutes=10")
    lines = page.context["lines"]
    assert lines, "something small fits"
    assert sum(line.step.minutes for line in lines) <= 10


def test_somebody_without_a_firm_stands_alone_on_a_card(
    client_of: Any, anna: User, bakery: Business
) -> None:
    step = make_step(bakery, make_person(bakery, "Ida Uno"), on=timezone.localdate())
    page = client_of(anna).get(f"/b/{bakery.slug}/")
    (card,) = [line.step for line in page.context["lines"] if line.step.title == step.words]
    assert (card.person, card.place) == ("Ida Uno", "")


def ask(business: Business, *names: str, walks: bool = False) -> None:
    """Each of them waits for an answer since the day before yesterday."""
    for name in names:
        person = make_person(business, name)
        mail = make_touch(
            business, person, kind="mail", direction="in", at=timezone.now() - timedelta(days=2)
        )
        make_signal(mail, "question", is_ours=False, quote="When do you come?")
        if walks:
            make_opportunity(business, person)


def lines_at(page: Any) -> list[str]:
    return [getattr(line.step, "person", line.step.name) for line in page.context["lines"]]


def test_whoever_waits_comes_before_passo_and_after_whom_to_walk_with(
    client_of: Any, anna: User, bakery: Business
) -> None:
    """A client's question is answered before a fingerprint is set up."""
    bakery.settle(by=anna, sentence="")
    ask(bakery, "Ida Uno", "Ugo Due")
    make_opportunity(bakery, make_person(bakery, "Ada Tre"), state="proposed")
    lines = lines_at(client_of(anna).get(f"/b/{bakery.slug}/"))
    assert lines[0] == "proposed"
    assert set(lines[1:3]) == {"Ida Uno", "Ugo Due"}
    assert {"second_lock", "sentence"} & set(lines[3:])


@pytest.mark.parametrize("walks", [True, False], ids=["walking", "not yet"])
def test_there_are_never_more_than_five_unless_asked(
    client_of: Any, anna: User, bakery: Business, *, walks: bool
) -> None:
    bakery.settle(by=anna, sentence="")
    ask(
        bakery, *(f"{name} Uno" for name in ("Ida", "Ugo", "Ada", "Ivo", "Eva", "Leo")), walks=walks
    )
    client = client_of(anna)
    today = lines_at(client.get(f"/b/{bakery.slug}/?minutes=90"))
    assert len(today) == 5
    assert not {"second_lock", "sentence"} & set(today)
    assert {"second_lock", "sentence"} < set(lines_at(client.get(f"/b/{bakery.slug}/?all")))
