"""What an offer must not do, whoever presses what at which moment."""

import pytest

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people.models import Person
from passo.steps import offer_evidence
from tests.people_world import make_person
from tests.steps.offer_world import link, passed, today
from tests.steps_world import make_offer
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
