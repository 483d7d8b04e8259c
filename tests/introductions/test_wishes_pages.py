"""What somebody wishes, noted by the owner and taken back; and whom one introduces to somebody."""

from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.introductions.models import Wish
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.people_world import make_person
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def giulia(bakery: Business) -> Person:
    return make_person(bakery, "Giulia Ferri")


@pytest.fixture
def paola(bakery: Business, giulia: Person) -> Person:
    person = known(bakery, "Paola Rinaldi", 0.8)
    knows(person, giulia)
    return person


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


def at(name: str, person: Person, *rest: int) -> str:
    return reverse(name, args=[person.business.slug, person.pk, *rest])


def taking_back(wish: Wish) -> str:
    return reverse("take_back_wish", args=[wish.business.slug, wish.pk])


def undo(browser: Visitor, business: Business) -> None:
    change = business.changes.order_by("-pk").first()
    assert change
    browser.post(reverse("undo_change", args=[business.slug, change.pk]))


@pytest.mark.parametrize(
    ("kind", "told", "shown"),
    [
        ("through", "nobody is introduced through Paola", "Never through them"),
        ("strained", "nothing is asked of Paola for now", "Not now: the tie is strained"),
        ("forget", "Paola stays out of all introductions", "Wants to be forgotten"),
    ],
)
def test_a_wish_is_noted_kept_to_and_taken_back(
    *, browser: Visitor, giulia: Person, paola: Person, kind: str, told: str, shown: str
) -> None:
    ways = at("who_introduces", giulia)
    assert "Ask Paola" in words_of(browser.get(ways))
    answer = browser.post(at("note_wish", paola), {"kind": kind}, follow=True)
    assert answer.redirect_chain[-1][0] == at("person", paola)
    assert told in words_of(answer)
    assert f"{shown} You noted it, just now." in words_of(answer)
    assert "Ask Paola" not in words_of(browser.get(ways))
    wish = paola.wishes.get()
    answer = browser.post(taking_back(wish), follow=True)
    assert "Taken back." in words_of(answer)
    assert shown not in words_of(answer)
    assert "Ask Paola" in words_of(browser.get(ways))


def test_noted_twice_it_is_noted_once_and_undone_by_the_toast(
    browser: Visitor, bakery: Business, paola: Person
) -> None:
    browser.post(at("note_wish", paola), {"kind": "through"})
    again = browser.post(at("note_wish", paola), {"kind": "through"}, follow=True)
    assert "It was noted so already." in words_of(again)
    assert paola.wishes.count() == 1
    undo(browser, bakery)
    assert not paola.wishes.exists()
    browser.post(at("note_wish", paola), {"kind": "through"})
    browser.post(taking_back(paola.wishes.get()))
    undo(browser, bakery)
    assert paola.wishes.get().kind == "through"


def test_what_they_said_themselves_says_so(browser: Visitor, paola: Person) -> None:
    Wish.add(by=None, business=paola.business, person=paola, kind="through", is_their_own=True)
    assert "Paola said so, just now." in words_of(browser.get(at("person", paola)))


@pytest.mark.parametrize("kind", ["", "never", "x" * 500])
def test_no_other_wish_is_kept(browser: Visitor, paola: Person, kind: str) -> None:
    assert browser.post(at("note_wish", paola), {"kind": kind}).status_code == 409
    assert not paola.wishes.exists()


def test_whoever_only_looks_sees_the_wish_and_presses_nothing(vera: User, paola: Person) -> None:
    Wish.add(by=None, business=paola.business, person=paola, kind="through")
    page = visitor(vera).get(at("person", paola))
    assert "Never through them" in words_of(page)
    assert "/wishes/" not in page.content.decode()


def test_somebody_is_introduced_to_whoever_one_has_in_mind(
    browser: Visitor, giulia: Person, paola: Person
) -> None:
    assert at("introduce_person", paola) in browser.get(at("person", paola)).content.decode()
    page = browser.get(at("introduce_person", paola), {"q": "ferri"})
    told = unescape(page.content.decode())
    assert "To whom would you introduce Paola?" in told
    write = reverse("write_introduction", args=[paola.business.slug])
    assert f"{write}?target={paola.pk}&other={giulia.pk}" in told
    asked = browser.get(f"{write}?target={paola.pk}&other={giulia.pk}")
    assert "Bring Paola Rinaldi and Giulia Ferri together" in words_of(asked)
    assert "strong tie to Paola Rinaldi, You, no tie to Giulia Ferri that Passo sees" in unescape(
        asked.content.decode()
    )


def test_as_one_types_only_who_is_found_comes(browser: Visitor, paola: Person) -> None:
    part = browser.get(
        at("introduce_person", paola), {"q": "zzz\0"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "<html" not in part
    assert "Nobody of that name is in Passo yet." in part


def test_from_her_page_one_asks_her_for_whom_she_knows(
    browser: Visitor, giulia: Person, paola: Person, bakery: Business
) -> None:
    close = known(bakery, "Luca Close", 0.7)
    knows(paola, close)
    page = unescape(browser.get(at("person", paola)).content.decode())
    write = reverse("write_introduction", args=[bakery.slug])
    assert f"{write}?target={giulia.pk}&broker={paola.pk}" in page
    assert f"target={close.pk}&broker" not in page


def test_in_one_tap_two_know_each_other(
    browser: Visitor, bakery: Business, giulia: Person, paola: Person
) -> None:
    silvia = known(bakery, "Silvia Pozzi", 0.6)
    choose = browser.get(at("tell_tie", silvia), {"q": "giulia"})
    assert "Passo knows who can introduce you" in words_of(choose)
    answer: Any = browser.post(
        at("tell_tie", silvia), {"other": giulia.pk, "strength": "0.9"}, follow=True
    )
    assert "Silvia Pozzi knows Giulia Ferri: kept." in words_of(answer)
    assert "Ask Silvia" in words_of(browser.get(at("who_introduces", giulia)))
