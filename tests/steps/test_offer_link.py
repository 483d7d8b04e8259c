"""The link that a client opens: the offer and nothing else; GET answers nothing; guessers learn
nothing; yes, not now, expired, taken back.
"""

import re
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps.models import Offer
from tests.people.test_attacks_at_once import at_once
from tests.people_world import make_person
from tests.steps.offer_world import in_days, link, make_sent, passed, today
from tests.steps.pdf_words import words_in
from tests.steps_world import make_offer
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db
YES, NO = {"answer": "yes"}, {"answer": "no"}


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")


@pytest.fixture
def sent(bakery: Business, paola: Person, anna: User) -> tuple[Offer, str]:
    bakery.settle(by=anna, sentence="Bread for the whole street.")
    values = {"scope": "One basket\nNot in it: cakes", "cost_cents": 777, "hours": 3}
    return make_sent(bakery, paola, by=anna, **values)


def test_the_client_sees_the_offer_and_nothing_else_of_the_business(
    bakery: Business, sent: tuple[Offer, str]
) -> None:
    make_person(bakery, "Somebody Else")
    make_offer(bakery, promise="Another offer")
    response = visitor().get(link(sent[1]))
    told, source = words_of(response), response.content.decode()
    for words in (
        "Bianchi Bakery",
        "Bread for the whole street.",
        "A small offer for Paola Rinaldi",
        sent[0].promise,
        "One basket",
        "€95",
        "Yes, please",
        "Not now",
        "anna.bianchi@example.org",
    ):
        assert words in told, told
    for words in ("Somebody Else", "Another offer", "7.77", "Sign in", "/b/", "paola@"):
        assert words not in source
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_a_scanner_that_follows_every_link_says_yes_to_nothing(
    sent: tuple[Offer, str], django_assert_max_num_queries: Any
) -> None:
    scanner = visitor()
    with django_assert_max_num_queries(10):
        page = scanner.get(link(sent[1])).content.decode()
    for address in re.findall(r'(?:href|src|action)="(/[^"]+)"', page):
        list(scanner.get(address))  # to its end, where a file is closed
    for method in (scanner.get, scanner.head, scanner.options):
        method(link(sent[1]))
        method(link(sent[1]) + "?answer=yes")
    assert passed(sent[0]).state == "sent"


def test_one_click_says_yes_and_the_page_and_the_owner_know_it(
    bakery: Business, sent: tuple[Offer, str], client_of: Any, anna: User
) -> None:
    response = visitor().post(link(sent[1]), YES, follow=True)
    assert "You said yes. Thank you. Anna Bianchi will agree with you on a day." in words_of(
        response
    )
    assert "Yes, please" not in words_of(response)
    offer = passed(sent[0])
    assert offer.state == "accepted"
    assert offer.opportunity
    assert [row.kind for row in offer.opportunity.evidence.all()] == ["offered"]
    history = client_of(anna).get(reverse("history", args=[bakery.slug]))
    assert f"Paola Rinaldi said yes to: {offer.promise}" in words_of(history)


def test_not_now_is_a_fine_answer_that_may_become_a_yes(sent: tuple[Offer, str]) -> None:
    client = visitor()
    told = words_of(client.post(link(sent[1]), NO, follow=True))
    assert "You said: not now. That is fine. Until its last day you can still say yes." in told
    client.post(link(sent[1]), YES)
    assert passed(sent[0]).state == "accepted"
    client.post(link(sent[1]), NO)
    assert passed(sent[0]).state == "accepted", "a yes is taken back by a word to the owner"


@pytest.mark.parametrize("answer", [{}, {"answer": "perhaps"}, {"answer": ""}])
def test_what_is_no_answer_changes_nothing(sent: tuple[Offer, str], answer: dict[str, str]) -> None:
    assert visitor().post(link(sent[1]), answer).status_code == 200
    assert passed(sent[0]).state == "sent"


def test_a_forged_form_is_turned_away(sent: tuple[Offer, str]) -> None:
    assert visitor(enforce_csrf_checks=True).post(link(sent[1]), YES).status_code == 403
    assert passed(sent[0]).state == "sent"


def test_after_its_last_day_it_says_so_and_takes_no_yes(sent: tuple[Offer, str]) -> None:
    passed(sent[0], valid_until=in_days(-1))
    response = visitor().get(link(sent[1]))
    assert response.status_code == 410
    assert "Its last day is over." in words_of(response)
    visitor().post(link(sent[1]), YES)
    assert passed(sent[0]).state == "sent"


def test_on_its_last_day_it_still_counts(sent: tuple[Offer, str]) -> None:
    passed(sent[0], valid_until=today())
    visitor().post(link(sent[1]), YES)
    assert passed(sent[0]).state == "accepted"


def test_an_old_no_cannot_become_a_yes_any_more(sent: tuple[Offer, str]) -> None:
    passed(sent[0], state="declined", valid_until=in_days(-1))
    told = words_of(visitor().get(link(sent[1])))
    assert "not now" in told
    assert "Yes, please" not in told


def test_what_was_taken_back_says_so_and_shows_no_offer(
    sent: tuple[Offer, str], anna: User
) -> None:
    offer = passed(sent[0])
    change = offer.withdraw(by=anna)
    response = visitor().get(link(sent[1]))
    told = words_of(response)
    assert response.status_code == 410
    assert "This offer was taken back." in told
    assert offer.promise not in response.content.decode()
    assert "anna.bianchi@example.org" in told
    visitor().post(link(sent[1]), YES)
    assert passed(offer).state == "withdrawn"
    assert visitor().get(link(sent[1]) + "pdf/").status_code == 404
    assert change
    change.undo(by=anna)
    assert visitor().get(link(sent[1])).status_code == 200


def test_what_is_delivered_thanks(sent: tuple[Offer, str], anna: User) -> None:
    passed(sent[0]).deliver(today(), by=anna)
    assert "Thank you for your trust." in words_of(visitor().get(link(sent[1])))


def test_the_page_speaks_the_language_of_the_offer(
    bakery: Business, paola: Person, anna: User
) -> None:
    _offer, token = make_sent(bakery, paola, by=anna, language="de")
    response = visitor().get(link(token), headers={"accept-language": "es"})
    assert response.headers["Content-Language"] == "de"
    assert '<html lang="de">' in response.content.decode()
    assert "95 €" in response.content.decode().replace("\xa0", " ")


def test_the_client_takes_the_page_along_with_its_link(sent: tuple[Offer, str]) -> None:
    response = visitor().get(link(sent[1]) + "pdf/")
    assert response.headers["Cache-Control"] == "no-store"
    assert f"http://testserver{link(sent[1])}" in words_in(response.content)


def test_whoever_belongs_to_the_business_looks_and_cannot_answer(
    sent: tuple[Offer, str], ben: User, charlie: User, client_of: Any
) -> None:
    browser = client_of(ben)
    told = words_of(browser.get(link(sent[1])))
    assert "This is how it looks to them." in told
    assert "Yes, please" not in told
    browser.post(link(sent[1]), YES)
    assert passed(sent[0]).state == "sent"
    client_of(charlie).post(link(sent[1]), YES)
    assert passed(sent[0]).state == "accepted", "an account elsewhere is no hindrance"


@pytest.mark.parametrize("token", ["x", "a" * 43, "..", "%00", "' OR 1=1 --", "é" * 20])
def test_a_guesser_learns_nothing(sent: tuple[Offer, str], token: str) -> None:
    plain = visitor().get(link("nothing"))
    response = visitor().get(link(token))
    assert response.status_code in {404, 400}
    if response.status_code == 404 and "leads to no offer" in words_of(response):
        assert words_of(response) == words_of(plain)
    assert "Bakery" not in words_of(response)


def test_a_draft_has_no_link_not_even_an_empty_one(bakery: Business, paola: Person) -> None:
    make_offer(bakery, paola)
    assert Offer.behind("") is None


def test_whoever_guesses_on_has_to_wait(sent: tuple[Offer, str]) -> None:
    guesser = visitor()
    answers = [guesser.get(link(f"guess{n}")).status_code for n in range(25)]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert guesser.get(link(sent[1])).status_code == 200, "who holds the link may always look"
    assert guesser.get(link("guess") + "pdf/").status_code == 429
    assert guesser.post(link(sent[1]), YES).status_code == 302, "nor wait for a guesser beside them"
    answers = [guesser.post(link(sent[1]), NO).status_code for _n in range(20)]
    assert answers[-1] == 429, "but nobody presses for ever"


def test_a_link_of_the_next_business_opens_its_own_offer(
    garage: Business, sent: tuple[Offer, str], charlie: User
) -> None:
    person = make_person(garage, "Gino Verdi")
    _offer, token = make_sent(garage, person, by=charlie, promise="Your brakes looked at")
    told = words_of(visitor().get(link(token)))
    assert "Your brakes looked at" in told
    assert "Bakery" not in told


def test_a_removed_sender_leaves_an_offer_that_still_opens(
    sent: tuple[Offer, str],
) -> None:
    passed(sent[0], sent_by=None)
    told = words_of(visitor().get(link(sent[1])))
    assert "A question?" not in told
    visitor().post(link(sent[1]), YES)
    assert "You will hear about the day." in words_of(visitor().get(link(sent[1])))


def test_hostile_words_stay_words_for_the_client(
    bakery: Business, anna: User, client: Visitor
) -> None:
    evil = "<img src=x onerror=alert(1)>{% include 'base.html' %}"
    person = make_person(bakery, evil)
    bakery.settle(by=anna, name=evil[:60], sentence=evil)
    _offer, token = make_sent(bakery, person, by=anna, promise=evil, scope=evil)
    page = visitor().get(link(token)).content.decode()
    assert "<img src=x" not in page
    assert page.count("&lt;img src=x") >= 5


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_yes_at_once_one_is_written_down(
    bakery: Business, sent: tuple[Offer, str]
) -> None:
    def press(_business: Business) -> None:
        offer = Offer.behind(sent[1])
        assert offer
        offer.answer(says_yes=True, today=today())

    assert at_once(bakery, press, press, press) == []
    assert bakery.changes.filter(what="accept").count() == 1
    assert passed(sent[0]).state == "accepted"


@pytest.mark.django_db(transaction=True)
def test_a_yes_and_taking_back_at_once_leave_one_of_the_two(
    bakery: Business, sent: tuple[Offer, str], anna: User
) -> None:
    def press(_business: Business) -> None:
        visitor().post(link(sent[1]), YES)

    def take_back(business: Business) -> None:
        browser = visitor(anna)
        browser.post(reverse("withdraw_offer", args=[business.slug, sent[0].pk]))

    assert at_once(bakery, press, take_back) == []
    assert passed(sent[0]).state in {"accepted", "withdrawn"}
    done = bakery.changes.filter(what__in=("accept", "withdraw"))
    assert done.count() == 1
