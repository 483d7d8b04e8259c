"""How far an introduction has come, on its page and in the list: six stones; whose turn it is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import picture
from passo.introductions.drafts import wanted_of
from passo.introductions.models import Introduction
from passo.introductions.models.introduction import State
from passo.introductions.stones import rungs
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_asked, make_introduction
from tests.people_world import make_person
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db
WORDS = {"words": "May I?", "blurb": "Anna bakes."}


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


def looks(made: Introduction) -> str:
    """One letter a stone: done, here, or ahead."""
    asks = {ask.role: ask for ask in made.asks.all()}
    return "".join(state[:1] or "-" for _name, state in rungs(made, asks))


def today() -> Any:
    return timezone.localdate()


STEPS: list[tuple[str, Callable[[Introduction, User], object]]] = [
    ("dh----", lambda made, anna: made.send(by=anna, today=today())),
    ("ddh---", lambda made, _anna: made.agree("broker", today=today())),
    ("dddh--", lambda made, _anna: made.agree("target", today=today())),
    ("ddddh-", lambda made, anna: made.introduce(today(), by=anna)),
    ("dddddh", lambda made, anna: made.meet(today(), by=anna)),
    ("dddddh", lambda made, anna: made.tell("An order", by=anna)),
    ("dddddd", lambda made, anna: made.thank(today(), by=anna)),
]


def test_it_goes_from_stone_to_stone(bakery: Business, anna: User) -> None:
    made = make_introduction(bakery, by=anna, **WORDS)
    assert looks(made) == "h-----"
    for expected, deed in STEPS:
        deed(made, anna)
        assert looks(made) == expected


def test_what_is_over_stands_nowhere(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna)
    made.agree("broker", today=today())
    made.withdraw(by=anna)
    assert looks(made) == "dd----"


def test_whoever_was_introduced_without_our_links_said_yes(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna)
    made.introduce(today(), by=anna)
    assert looks(made) == "ddddh-"
    made.thank(today(), by=anna)
    assert looks(made) == "dddd-d"


def test_of_two_the_later_may_answer_first(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, other=make_person(bakery, "Hassan Amrani"))
    made.agree("other", today=today())
    assert looks(made) == "dhd---"


def test_the_way_shows_who_stands_between_and_whose_tie_nobody_sees(
    bakery: Business, anna: User
) -> None:
    silvia, marco = known(bakery, "Silvia Pozzi", 0.3), make_person(bakery, "Marco Tani")
    knows(silvia, marco, 0.1)
    target = make_person(bakery, "Giulia Ferri")
    made = make_introduction(bakery, target, broker=silvia, by=anna, beyond=[marco.pk, 10**9])
    shown = picture.of_way(wanted_of(made), made.beyond, anna, is_me=False)
    assert [stop.name for stop in shown.stops] == ["Anna", "Silvia", "Marco", "Giulia"]
    assert [stop.words for stop in shown.stops[1:]] == ["fair", "weak", ""]
    assert shown.label == (
        "Anna, fair tie to Silvia Pozzi, weak tie to Marco Tani,"
        " no tie to Giulia Ferri that Passo sees"
    )


def test_somebody_who_left_asked_and_the_way_is_drawn_all_the_same(
    bakery: Business, anna: User
) -> None:
    made = make_introduction(bakery, by=anna)
    assert picture.of_way(wanted_of(made), [], None, is_me=False).stops[0].name == "You"


def test_each_line_says_what_comes_next(browser: Visitor, bakery: Business, anna: User) -> None:
    address = reverse("introductions", args=[bakery.slug])
    made = make_introduction(bakery, by=anna, **WORDS)
    told = []
    for _expected, deed in [("", lambda *_: None), *STEPS]:
        deed(made, anna)
        page = words_of(browser.get(address))
        told.append(
            next(
                words
                for words in (
                    "Ask now",
                    "Both said yes: introduce",
                    "Have you met?",
                    "What came of it?",
                    "Say thank you",
                    "the first agreed",
                    "thanked",
                    "asked",
                )
                if words in page.partition("Introductions A relationship")[2].partition("Look")[0]
            )
        )
    assert told == [
        "Ask now",
        "asked",
        "the first agreed",
        "Both said yes: introduce",
        "Have you met?",
        "What came of it?",
        "Say thank you",
        "thanked",
    ]


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")


@override_settings(HAS_MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_a_draft_is_mailed_from_its_page(
    *, browser: Visitor, bakery: Business, anna: User, paola: Person, mailoutbox: list[Any]
) -> None:
    made = make_introduction(bakery, broker=paola, by=anna, **WORDS)
    page = browser.get(reverse("introduction", args=[bakery.slug, made.pk]))
    assert "Send to Paola" in words_of(page)
    browser.post(reverse("send_introduction", args=[bakery.slug, made.pk]), {"then": "mail"})
    assert [one.to for one in mailoutbox] == [["paola@rinaldi.example"]]


@override_settings(HAS_MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_without_an_address_it_is_handed_over(
    browser: Visitor, bakery: Business, anna: User, mailoutbox: list[Any]
) -> None:
    made = make_introduction(bakery, by=anna, **WORDS)
    page = browser.get(reverse("introduction", args=[bakery.slug, made.pk]))
    assert "Send to" not in words_of(page)
    answer = browser.post(
        reverse("send_introduction", args=[bakery.slug, made.pk]), {"then": "mail"}, follow=True
    )
    assert "Ready. Hand it over now." in words_of(answer)
    made.refresh_from_db()
    assert made.state == State.ASKED
    assert not mailoutbox
