"""Questions about a day that is over wait no more, and promises that nobody needs any more."""

from datetime import timedelta

import pytest

from passo.businesses.models import Business
from passo.people.models import Person
from passo.steps import suggesting
from tests.people_world import make_person
from tests.steps.mail_world import make_mail
from tests.steps_world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@ferri.example")


def kinds_on(business: Business, days: int) -> set[str]:
    """Of what waits so many days after TODAY."""
    shown = suggesting.suggestions(business, TODAY + timedelta(days=days))
    return {one.kind for one in shown} & {"reply", "complaint", "promise"}


def test_a_question_about_a_day_waits_until_three_days_after_it(
    bakery: Business, luca: Person
) -> None:
    make_mail(bakery, luca, text="Could you come tomorrow?", days_ago=1)
    assert kinds_on(bakery, 3) == {"reply"}
    assert kinds_on(bakery, 4) == set()


def test_one_about_no_day_waits_on(bakery: Business, luca: Person) -> None:
    make_mail(bakery, luca, text="Could you come?", days_ago=1)
    assert kinds_on(bakery, 4) == {"reply"}


def test_a_complaint_waits_whatever_day_its_mail_asks_about(bakery: Business, luca: Person) -> None:
    text = "It still doesn't work, I am very disappointed. Could you come tomorrow?"
    make_mail(bakery, luca, text=text, days_ago=1)
    assert kinds_on(bakery, 3) == kinds_on(bakery, 4) == {"complaint"}


def test_what_is_no_longer_needed_was_not_promised_in_vain(bakery: Business, luca: Person) -> None:
    promised, released = "Posso passare venerdì.", "Funziona adesso, non serve più."
    make_mail(bakery, luca, text=promised, language="it", direction="out", days_ago=4)
    assert kinds_on(bakery, 0) == {"promise"}
    make_mail(bakery, luca, text=released, language="it", days_ago=3)
    assert kinds_on(bakery, 0) == set()
