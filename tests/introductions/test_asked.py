"""The link by which somebody answers: GET answers nothing, a no leaves nothing, a guesser learns
nothing, and nobody is told who the other is before both have said yes.
"""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import asking, marks
from passo.introductions.models import Introduction, Wish
from passo.introductions.models.introduction import State
from tests.introductions_world import make_asked, make_introduction, secret
from tests.people.test_attacks_at_once import at_once
from tests.people_world import make_person
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db


def link(token: str) -> str:
    return reverse("asked", args=[token])


def at(made: Introduction, role: str) -> str:
    return link(secret(made, role))


def plain(response: Any) -> str:
    """Without the token of the form, which is another each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


@pytest.fixture
def made(bakery: Business, anna: User) -> Introduction:
    target = make_person(bakery, "Giulia Ferri", mail="giulia@coop.example")
    broker = make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")
    return make_asked(bakery, by=anna, target=target, broker=broker)


@pytest.fixture
def pair(bakery: Business, anna: User) -> Introduction:
    values = {
        "other": make_person(bakery, "Hassan Amrani"),
        "words": "You two might like each other.",
        "blurb": "Runs the halls of a co-operative",
        "blurb_other": "Keeps cold rooms cold",
    }
    return make_asked(bakery, by=anna, target=make_person(bakery, "Giulia Ferri"), **values)


def test_the_broker_sees_who_asks_about_whom_and_what_to_hand_on(
    made: Introduction, client: Visitor
) -> None:
    response = client.get(at(made, "broker"))
    said = words_of(response)
    for word in (
        "Anna Bianchi",
        "Bianchi Bakery",
        "Giulia Ferri",
        "May she write to you?",
        "may I?",
    ):
        assert word in said
    assert "giulia@coop.example" not in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]


def test_looking_answers_nothing_whatever_the_address_says(
    made: Introduction, client: Visitor
) -> None:
    for query in ("", "?answer=yes", "?answer=no", "?after=heard", "?after=wished", "?after=x"):
        assert client.get(at(made, "broker") + query).status_code == 200
        assert client.head(at(made, "broker") + query).status_code == 200
    made.refresh_from_db()
    assert made.state == State.ASKED
    assert not made.business.refused.exists()


def test_the_whole_way_by_links_alone(made: Introduction, client: Visitor) -> None:
    answered = client.post(at(made, "broker"), {"answer": "yes"}, follow=True)
    assert "You said yes" in words_of(answered)
    to_target = re.search(r"https?://[^/]+(/asked/[\w-]+/)", answered.content.decode())
    assert to_target
    assert to_target[1] == at(made, "target")
    page = client.get(to_target[1])
    said = words_of(page)
    assert "May Anna Bianchi write to you?" in said
    assert "Paola Rinaldi hands this on" in said
    assert "may I?" not in said, "the words to the broker are the broker's"
    assert not re.search(r"[\w.]+@[\w.]+", said)
    answer = {"answer": "yes", "reach": " 051  123 456 "}
    assert "will write to you" in words_of(client.post(to_target[1], answer, follow=True))
    made.refresh_from_db()
    assert made.state == State.BOTH
    assert made.asks.get(role="target").reach == "051 123 456"
    assert "tell you what becomes" in words_of(client.get(at(made, "broker")))


@pytest.mark.parametrize("said", ["later", "no"])
def test_whoever_does_not_say_yes_leaves_no_trace_on_their_page(
    made: Introduction, client: Visitor, said: str
) -> None:
    before = plain(client.get(at(made, "broker")))
    thanks = client.post(at(made, "broker"), {"answer": said}, follow=True)
    assert "is not told" in words_of(thanks)
    assert plain(client.get(at(made, "broker"))) == before
    assert plain(visitor().get(at(made, "broker"))) == before


def test_a_no_and_a_not_now_lead_to_the_same_words(made: Introduction, client: Visitor) -> None:
    answers = [
        plain(client.post(at(made, "broker"), {"answer": said}, follow=True))
        for said in ("later", "no")
    ]
    assert answers[0] == answers[1]


def test_a_no_may_still_become_a_yes_and_a_yes_stays_one(
    made: Introduction, client: Visitor
) -> None:
    client.post(at(made, "broker"), {"answer": "no"})
    assert made.business.refused.count() == 1
    client.post(at(made, "broker"), {"answer": "yes"})
    assert not made.business.refused.exists()
    client.post(at(made, "broker"), {"answer": "no"})
    assert not made.business.refused.exists()
    made.refresh_from_db()
    assert made.state == State.AGREED


@pytest.mark.parametrize("said", ["later", "no"])
def test_that_they_answered_is_known_until_it_rests_and_what_they_said_never(
    made: Introduction, client: Visitor, said: str
) -> None:
    client.post(at(made, "broker"), {"answer": said})
    rows = made.business.refused.values_list("mark", flat=True)
    assert list(rows) == [marks.answered(made.asks.get())]
    made.refresh_from_db()
    made.rest(timezone.localdate() + timedelta(days=10))
    assert not rows.all().exists()


def test_neither_of_two_learns_who_the_other_is(pair: Introduction, client: Visitor) -> None:
    one, other = (words_of(client.get(at(pair, role))) for role in ("one", "other"))
    assert "Hassan" not in one
    assert "Keeps cold rooms cold" in one
    assert "Giulia" not in other
    assert "Runs the halls" in other
    before = plain(client.get(at(pair, "other")))
    client.post(at(pair, "one"), {"answer": "yes"})
    assert plain(client.get(at(pair, "other"))) == before
    after = plain(client.get(at(pair, "one")))
    assert "Hassan" not in after
    client.post(at(pair, "other"), {"answer": "no"})
    assert plain(client.get(at(pair, "one"))) == after


def test_wishes_are_told_to_the_owner_as_the_page_says(
    made: Introduction, client: Visitor, bakery: Business
) -> None:
    assert "is told these two wishes" in words_of(client.get(at(made, "broker")))
    client.post(at(made, "broker"), {"answer": "never"})
    told = client.post(at(made, "broker"), {"answer": "never"}, follow=True)
    assert "Your wish is noted" in words_of(told)
    client.post(at(made, "broker"), {"answer": "forget"})
    wishes = bakery.wishes.order_by("pk")
    assert [wish.kind for wish in wishes] == [Wish.Kind.NEVER_THROUGH, Wish.Kind.FORGET]
    assert all(wish.is_their_own and wish.person == made.broker for wish in wishes)
    made.refresh_from_db()
    assert made.state == State.ASKED


@pytest.mark.django_db(transaction=True)
def test_a_wish_that_is_pressed_several_times_at_once_is_noted_once(made: Introduction) -> None:
    def press(_business: Business) -> None:
        visitor().post(at(made, "broker"), {"answer": "never"})

    assert at_once(made.business, press, press, press, press) == []
    assert made.business.wishes.get().is_their_own


def test_a_wish_may_come_after_a_yes(made: Introduction, client: Visitor) -> None:
    client.post(at(made, "broker"), {"answer": "yes"})
    client.post(at(made, "broker"), {"answer": "never"})
    assert made.business.wishes.exists()
    assert not made.business.refused.exists()


def ended(made: Introduction) -> None:
    made.asks.update(ends_on=timezone.localdate() - timedelta(days=1))


def taken_back(made: Introduction) -> None:
    made.withdraw(by=made.asker)


def rested(made: Introduction) -> None:
    made.rest(timezone.localdate() + timedelta(days=10))


@pytest.mark.parametrize("over", [ended, taken_back, rested])
def test_a_link_that_is_over_and_one_that_never_was_are_the_same(
    made: Introduction, client: Visitor, over: Any
) -> None:
    address = at(made, "broker")
    over(made)
    pages = [client.get(one) for one in (address, link("x" * 43))]
    posts = [client.post(one, {"answer": "yes"}) for one in (address, link("x" * 43))]
    for real, guessed in (pages, posts):
        assert real.status_code == guessed.status_code == 404
        assert real.content == guessed.content
        assert dict(real.headers) == dict(guessed.headers)
    assert made.asks.get().agreed_at is None


def test_a_guesser_has_to_wait(made: Introduction, client: Visitor) -> None:
    for number in range(20):
        assert client.get(link(f"guess{number}")).status_code == 404
    assert client.get(link("one more")).status_code == 429
    assert client.get(at(made, "broker")).status_code == 200


def test_who_holds_a_link_does_not_wait_for_a_guesser_behind_the_same_address(
    made: Introduction, client: Visitor
) -> None:
    for number in range(25):
        client.get(link(f"guess{number}"))
    answers = [client.post(at(made, "broker"), {"answer": "no"}).status_code for _n in range(21)]
    assert set(answers[:20]) == {302}
    assert answers[20] == 429, "but nobody presses for ever"
    assert visitor().post(at(made, "broker"), {"answer": "yes"}).status_code == 429


def test_a_member_looks_and_answers_nothing(made: Introduction, anna: User) -> None:
    browser = visitor(anna)
    assert "how it looks to them" in words_of(browser.get(at(made, "broker")))
    browser.post(at(made, "broker"), {"answer": "yes"})
    made.refresh_from_db()
    assert made.state == State.ASKED


def test_an_answer_that_is_none_changes_nothing(made: Introduction, client: Visitor) -> None:
    for said in ("", "maybe", "YES"):
        assert client.post(at(made, "broker"), {"answer": said}).status_code == 302
    made.refresh_from_db()
    assert made.state == State.ASKED


def test_the_page_speaks_the_language_of_the_ask(
    bakery: Business, anna: User, client: Visitor
) -> None:
    made = make_asked(bakery, by=anna, language="it")
    response = client.get(at(made, "broker"), headers={"accept-language": "de"})
    assert response.headers["Content-Language"] == "it"


def test_an_answer_to_what_was_taken_back_meanwhile_is_heard_by_nobody(
    made: Introduction, bakery: Business, anna: User
) -> None:
    from passo.introductions import answering  # noqa: PLC0415 -- what a request holds

    one = answering.behind(secret(made, "broker"))
    assert one
    made.withdraw(by=anna)
    answering.answer(one, "yes", reach="", day=timezone.localdate())
    assert Introduction.objects.get(pk=made.pk).state == State.WITHDRAWN
    assert answering.behind("") is None


def test_whoever_is_not_known_has_no_wishes_kept(made: Introduction, client: Visitor) -> None:
    ask = made.asks.get()
    ask.person = None
    ask.save()
    client.post(link(asking.token_of(ask)), {"answer": "forget"})
    assert not made.business.wishes.exists()
    assert make_introduction(made.business).state == State.DRAFTED
