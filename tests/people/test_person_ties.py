"""Who knows whom: as touches show it, as somebody says, and taken back."""

import pytest

from passo.businesses.models import Business
from passo.lib.refusal import Refusal
from passo.people import knowing
from passo.people.models import Person, Tie
from tests.people.person_pages import address
from tests.people_world import make_organisation, make_person, make_touch
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery)


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri")


def said_of(person: Person) -> list[tuple[str, str]]:
    return [(one.person.name, one.because) for one in knowing.acquaintances_of(person, 12)]


def test_touches_and_firms_say_who_knows_whom(
    bakery: Business, paola: Person, luca: Person
) -> None:
    for _time in range(3):
        make_touch(bakery, paola, luca, kind="meeting")
    assert said_of(paola) == [("Luca Ferri", "3 meetings together")]
    assert said_of(luca) == [("Paola Rinaldi", "3 meetings together")]
    Tie.objects.filter(business=bakery).update(kind="thread", evidence=1)
    assert said_of(luca) == [("Paola Rinaldi", "1 mail together")]
    Tie.objects.filter(business=bakery).update(kind="organisation")
    assert said_of(luca) == [("Paola Rinaldi", "The same organisation")]


def test_somebody_is_found_and_said_to_be_known(
    bakery: Business, paola: Person, luca: Person, browser: Visitor
) -> None:
    page = words_of(browser.get(address("tell_tie", paola) + "?q=luca"))
    assert "Luca Ferri" in page
    found = browser.get(address("tell_tie", paola) + "?q=paola", headers={"hx-request": "true"})
    assert "Nobody of that name" in words_of(found)
    page = words_of(browser.get(address("tell_tie", paola) + f"?other={luca.pk}"))
    assert "Paola knows Luca Ferri" in page
    sent = {"other": luca.pk, "strength": "0.9", "words": "Cousins"}
    page = words_of(browser.post(address("tell_tie", paola), sent, follow=True))
    assert "You said: very well" in page
    assert "“ Cousins ”" in page
    tie = bakery.ties.get()
    assert (tie.declared, tie.declared_note) == (0.9, "Cousins")
    assert bakery.changes.filter(what="tell_ties").count() == 2


def test_what_was_said_is_taken_back_and_said_again(
    bakery: Business, paola: Person, luca: Person, browser: Visitor
) -> None:
    knowing.declare(paola, luca, strength=0.6, words="Cousins & friends", by=None)
    answer = browser.post(address("take_back_tie", luca, paola.pk))
    assert not bakery.ties.exists()
    (message,) = browser.get(answer.headers["Location"]).context["messages"]
    browser.post(message.extra_tags.removeprefix("undo:"))
    tie = bakery.ties.get()
    assert (tie.declared, tie.declared_note) == (0.6, "Cousins & friends")
    browser.post(address("tell_tie_again", paola) + "?other=9999")
    assert bakery.ties.count() == 1


def test_taking_back_leaves_what_touches_show(
    bakery: Business, paola: Person, luca: Person
) -> None:
    make_touch(bakery, paola, luca, kind="meeting")
    knowing.declare(paola, luca, strength=0.3, words="", by=None)
    assert said_of(paola) == [("Luca Ferri", "You said: a little")]
    knowing.take_back(paola, luca, by=None)
    assert said_of(paola) == [("Luca Ferri", "1 meeting together")]


def test_two_are_as_close_as_was_said_and_what_they_share_stands_beside_it(
    bakery: Business, paola: Person, luca: Person
) -> None:
    knowing.declare(paola, luca, strength=0.3, words="", by=None)
    alone = bakery.ties.get()
    assert (alone.strength, alone.kind, alone.evidence) == (0.3, "declared", 0)
    make_touch(bakery, paola, luca, kind="meeting")
    beside = bakery.ties.get()
    assert (beside.declared, beside.kind, beside.evidence) == (0.3, "meeting", 1)
    assert 0 < beside.strength < 0.3
    assert knowing.acquaintances_of(paola, 1)[0].strength == 0.3


def test_nobody_is_said_to_know_themselves(paola: Person, luca: Person, browser: Visitor) -> None:
    with pytest.raises(Refusal):
        knowing.declare(paola, paola, strength=0.6, words="", by=None)
    with pytest.raises(Refusal):
        knowing.take_back(paola, luca, by=None)
    sent = {"other": paola.pk, "strength": "0.6"}
    assert browser.post(address("tell_tie", paola), sent).status_code == 409


def test_a_number_that_is_nobody_leads_to_the_search(paola: Person, browser: Visitor) -> None:
    for wish in ("x", "99999", "9" * 40, "²"):
        page = words_of(browser.get(address("tell_tie", paola) + f"?other={wish}"))
        assert "Whom does Paola know?" in page


def test_whoever_knows_many_has_a_page_for_them(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    others = [make_person(bakery, f"Other {number}") for number in range(14)]
    Tie.objects.bulk_create(
        Tie(business=bakery, one=paola, other=one, strength=0.5, kind="meeting", evidence=2)
        for one in others
    )
    page = words_of(browser.get(address("person", paola)))
    assert "Everybody they know" in page
    page = words_of(browser.get(address("whom_they_know", paola)))
    assert all(one.name in page for one in others)


def test_whoever_was_joined_or_left_out_is_not_shown(
    bakery: Business, paola: Person, luca: Person
) -> None:
    make_organisation(bakery)
    knowing.declare(paola, luca, strength=0.3, words="", by=None)
    luca.leave_out(by=None)
    assert said_of(paola) == []
