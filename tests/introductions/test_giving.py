"""What could be given first, to somebody who is about to be asked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.businesses.models import Business
from passo.introductions import giving
from passo.introductions.balance import Balance
from passo.introductions.giving import Known, advice
from passo.introductions.sizes import Size
from passo.people.models import Person
from tests.introductions_world import make_contribution
from tests.people_world import make_person


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(
        bakery, "Paola Rinaldi", cares_about="Jazz, old stairs; dogs", job_title="Architect"
    )


def test_who_gave_more_than_they_got_is_given_first() -> None:
    found = advice(Known("Paola", Balance(1, 3)))
    assert found
    assert found.sentence == (
        "You received more from Paola than you gave. What could you give first?"
    )
    assert found.ideas == ["Ask what keeps them busy just now, and listen"]


def test_who_got_enough_is_asked_without_ado() -> None:
    assert advice(Known("Paola", Balance(6, 3), asks=Size.MEDIUM)) is None
    assert advice(Known("Paola", Balance(3, 3))) is None


def test_what_is_asked_now_counts() -> None:
    found = advice(Known("Paola", Balance(3, 3), asks=Size.MEDIUM))
    assert found
    assert found.sentence.startswith("With this you would receive more from Paola")


def test_of_a_blank_page_nobody_says_that_they_took(paola: Person) -> None:
    found = giving.before_asking(paola, asks=0)
    assert found
    assert found.sentence.startswith("You have not noted anything given to Paola yet.")
    assert found.ideas == [
        "Send something about Jazz: an article, a date, a name",
        "Send something about old stairs: an article, a date, a name",
        "Send somebody their way who needs what they do: Architect",
    ]


def test_thanks_that_are_open_come_first(paola: Person, django_assert_max_num_queries: Any) -> None:
    make_contribution(paola.business, paola, is_given=False, words="The tip about the tender")
    with django_assert_max_num_queries(2):
        found = giving.before_asking(paola)
    assert found
    assert found.ideas[0] == "Say thank you first: The tip about the tender"
    assert len(found.ideas) == 3


@given(
    st.builds(
        Known,
        name=st.text(max_size=9),
        balance=st.builds(Balance, st.integers(0, 99), st.integers(0, 99)),
        cares_about=st.text(max_size=40),
        work=st.text(max_size=20),
        unthanked=st.text(max_size=20),
        asks=st.sampled_from([0, *Size.values]),
    )
)
def test_advice_is_there_when_more_would_be_taken_and_is_short(known: Known) -> None:
    found = advice(known)
    ahead = known.balance.difference - known.asks >= 0
    assert (found is None) == (ahead and known.balance != Balance())
    if found:
        assert 1 <= len(found.ideas) <= giving.MOST_IDEAS
        assert all(found.ideas)
