"""What an offer must not do, whoever presses what at which moment."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import override_settings
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people.models import Person
from passo.steps import offer_evidence
from tests.people_world import make_person
from tests.steps.offer_world import at, link, make_sent, passed, today
from tests.steps_world import make_offer, make_step
from tests.world import visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")


def test_the_price_that_the_client_said_yes_to_is_not_undone(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer = make_offer(bakery, paola, price_cents=9500)
    dearer = offer.correct(by=anna, price_cents=12_000)
    token = offer_evidence.send(offer, by=anna, today=today())
    assert dearer
    for answer in ({}, {"answer": "yes"}):
        visitor().post(link(token), answer)
        with pytest.raises(Refusal, match="It has been sent"):
            dearer.undo(by=anna)
    assert passed(offer).price_cents == 12_000


class PressedAgain(EmailBackend):
    """A slow mail server: while it takes a mail, the same button is pressed once more."""

    press: ClassVar[list[Callable[[], Any]]] = []
    answers: ClassVar[list[int]] = []

    def send_messages(self, mails: Sequence[mail.EmailMessage]) -> int:
        while self.press:
            self.answers.append(self.press.pop()().status_code)
        return int(super().send_messages(mails))


@pytest.mark.parametrize("what", ["offer", "step"])
def test_a_button_that_is_pressed_twice_sends_one_mail(
    *, bakery: Business, paola: Person, anna: User, client_of: Any, what: str
) -> None:
    browser = client_of(anna)
    if what == "offer":
        offer, token = make_sent(bakery, paola, by=anna)
        address, typed = at("mail_offer", bakery, offer), {"words": "Hello", "token": token}
    else:
        row = {"slug": bakery.slug, "step_id": make_step(bakery, paola).pk}
        address = reverse("send_draft", kwargs=row)
        typed = {"subject": "Hello", "mail": "Hello Paola", "to": "paola@rinaldi.example"}
    PressedAgain.press[:] = [lambda: browser.post(address, typed)]
    PressedAgain.answers.clear()
    backend = f"{__name__}.PressedAgain"
    with override_settings(HAS_MAIL=True, EMAIL_BACKEND=backend):
        assert browser.post(address, typed).status_code == 302
    assert PressedAgain.answers == [409]
    assert len(mail.outbox) == 1


def test_an_offer_that_is_mailed_again_has_the_same_number_and_a_new_link_another(
    bakery: Business, paola: Person, anna: User, client_of: Any
) -> None:
    """Passo died before it was kept that it left: mail programs show one of the two."""
    browser = client_of(anna)
    offer, token = make_sent(bakery, paola, by=anna)
    other = offer.send(by=anna, today=today())
    with override_settings(HAS_MAIL=True):
        for secret in (other, other):
            browser.post(at("mail_offer", bakery, offer), {"words": "Hello", "token": secret})
        third = passed(offer).send(by=anna, today=today())
        browser.post(at("mail_offer", bakery, offer), {"words": "Hello", "token": third})
    first, again, anew = (one.extra_headers["Message-ID"] for one in mail.outbox)
    assert first == again != anew
    assert token not in first
