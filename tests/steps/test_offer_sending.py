"""An offer goes out, and what comes after: link, mail, page; yes, delivery, their words."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.people.models.person import Consent
from tests.people_world import make_person
from tests.steps.offer_world import at, in_days, make_sent, passed, today, undo_on
from tests.steps.pdf_words import words_in
from tests.steps_world import make_offer
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db
LINK = re.compile(r'value="(http://testserver/offer/[\w-]{43}/)"')


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example", phone="051 555 0142")


def test_the_link_is_shown_once_with_every_way_to_hand_it_over(
    browser: Visitor, bakery: Business, paola: Person
) -> None:
    offer = make_offer(bakery, paola, language="it", valid_until=in_days(14))
    response = browser.post(at("send_offer", bakery, offer))
    page = html.unescape(response.content.decode())
    found = LINK.search(page)
    assert found
    assert response.headers["Cache-Control"] == "no-store"
    assert 'href="mailto:paola@rinaldi.example?subject=' in page
    assert 'href="https://wa.me/390515550142?text=' in page
    assert "Send it from here" not in page
    assert found[1] not in browser.get(at("offer", bakery, offer)).content.decode()
    assert passed(offer).sent_by == bakery.memberships.get(role="staff").user


def test_whoever_asked_not_to_be_contacted_is_named_before_it_goes(
    browser: Visitor, bakery: Business, paola: Person
) -> None:
    paola.change(by=None, what="note_consent", consent=Consent.REFUSED)
    response = browser.post(at("send_offer", bakery, make_offer(bakery, paola)))
    assert "Paola asked not to be contacted." in words_of(response)


def test_passo_mails_it_with_the_page_where_it_can(
    browser: Visitor, bakery: Business, paola: Person, settings: Any
) -> None:
    settings.HAS_MAIL = True
    offer = make_offer(bakery, paola)
    page = browser.post(at("send_offer", bakery, offer)).content.decode()
    token = re.search(r'name="token" value="([\w-]+)"', page)
    assert token
    words = {"words": "Hello Paola,\nhere it is.", "token": token[1]}
    told = words_of(browser.post(at("mail_offer", bakery, offer), words, follow=True))
    assert "The mail to paola@rinaldi.example is on its way." in told
    sent = mail.outbox[0]
    assert (sent.to, sent.reply_to) == (["paola@rinaldi.example"], ["ben.rossi@example.org"])
    assert sent.body == "Hello Paola,\nhere it is."
    name, pdf, kind = sent.attachments[0]
    assert (name, kind) == ("offer.pdf", "application/pdf")
    assert f"http://testserver/offer/{token[1]}/" in words_in(pdf)


def test_nothing_is_mailed_without_the_link_an_address_or_words(
    browser: Visitor, bakery: Business, paola: Person, settings: Any
) -> None:
    settings.HAS_MAIL = True
    offer, token = make_sent(bakery, paola, by=bakery.memberships.get(role="staff").user)
    address = at("mail_offer", bakery, offer)
    assert browser.post(address, {"words": "x", "token": "a" * 43}).status_code == 409
    assert browser.post(address, {"words": "x"}).status_code == 409
    assert "Send it from here" in words_of(browser.post(address, {"words": "", "token": token}))
    paola.contact_points.all().delete()
    assert browser.post(address, {"words": "x", "token": token}).status_code == 409
    settings.HAS_MAIL = False
    assert browser.post(address, {"words": "x", "token": token}).status_code == 409
    assert not mail.outbox


def test_a_mail_server_that_is_away_is_said_in_words(
    browser: Visitor, bakery: Business, paola: Person, settings: Any
) -> None:
    settings.HAS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    offer, token = make_sent(bakery, paola, by=bakery.memberships.get(role="staff").user)
    response = browser.post(at("mail_offer", bakery, offer), {"words": "x", "token": token})
    assert response.status_code == 409
    assert "The mail did not leave" in words_of(response)


def test_the_page_as_pdf_has_no_link_for_the_owner(
    browser: Visitor, bakery: Business, paola: Person, ben: User
) -> None:
    offer, token = make_sent(bakery, paola, by=ben)
    response = browser.get(at("offer_as_pdf", bakery, offer))
    assert response.headers["Content-Type"] == "application/pdf"
    lines = words_in(response.content)
    assert offer.promise in lines
    assert token not in " ".join(lines)


def test_from_the_yes_to_their_words_each_step_is_one_form_and_can_be_undone(
    browser: Visitor, bakery: Business, paola: Person, ben: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=ben)
    browser.post(at("note_answer", bakery, offer), {"answer": "yes"})
    assert "Paola Rinaldi said yes" in words_of(browser.get(at("offers", bakery)))
    done = browser.post(
        at("deliver_offer", bakery, offer),
        {"delivered_on": today().isoformat(), "hours_taken": "2,5"},
        follow=True,
    )
    assert (passed(offer).state, str(passed(offer).hours_taken)) == ("delivered", "2.50")
    assert "What was it worth?" in words_of(done)
    kept = browser.post(
        at("value_offer", bakery, offer), {"value_words": "We sleep better."}, follow=True
    )
    assert "“ We sleep better. ”" in words_of(kept)
    assert "We sleep better." in words_of(browser.get(at("offers", bakery)))
    browser.post(undo_on(kept))
    browser.post(undo_on(done))
    assert passed(offer).state == "accepted"
    assert passed(offer).delivered_on is None


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"delivered_on": ""}, "Please choose a day."),
        (
            {"delivered_on": (timezone.now() + timedelta(days=3)).date().isoformat()},
            "still to come",
        ),
        ({"delivered_on": "1026-01-01"}, "too long ago"),
        ({"delivered_on": "2026-01-01", "hours_taken": "many"}, "such as 2"),
    ],
)
def test_a_slip_at_the_delivery_is_said_on_the_page(  # noqa: PLR0917 -- fixtures
    browser: Visitor,
    bakery: Business,
    paola: Person,
    ben: User,
    values: dict[str, str],
    sentence: str,
) -> None:
    offer, _token = make_sent(bakery, paola, by=ben)
    offer.note_answer(says_yes=True, by=ben)
    response = browser.post(at("deliver_offer", bakery, offer), values)
    assert sentence in words_of(response)
    assert passed(offer).state == "accepted"


def test_their_words_may_be_long_but_not_endless(
    browser: Visitor, bakery: Business, paola: Person, ben: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=ben)
    offer.deliver(today(), by=ben)
    response = browser.post(at("value_offer", bakery, offer), {"value_words": "x" * 501})
    assert "500 letters" in words_of(response)


def test_an_answer_is_one_of_two(
    browser: Visitor, bakery: Business, paola: Person, ben: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=ben)
    assert browser.post(at("note_answer", bakery, offer), {"answer": "maybe"}).status_code == 409
    browser.post(at("note_answer", bakery, offer), {"answer": "no"}, follow=True)
    assert passed(offer).state == "declined"
    taken = browser.post(at("withdraw_offer", bakery, offer), follow=True)
    assert "Taken back" in words_of(taken)
    browser.post(undo_on(taken))
    assert passed(offer).state == "declined"


def test_a_draft_is_removed_and_comes_back(browser: Visitor, bakery: Business) -> None:
    offer = make_offer(bakery)
    response = browser.post(at("remove_offer", bakery, offer), follow=True)
    assert not bakery.offers.exists()
    browser.post(undo_on(response))
    assert bakery.offers.get().promise == offer.promise
