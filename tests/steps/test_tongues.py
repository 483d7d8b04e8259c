"""In which language one writes to somebody: offers, their own words, a country abroad, or ours."""

import pytest

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.people.tongues import certain_language
from passo.steps.tongues import language_for
from tests.people_world import make_person, make_touch
from tests.steps_world import TODAY, make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi")


def wrote(person: Person, subject: str, direction: str = "in") -> None:
    make_touch(person.business, person, kind="mail", direction=direction, subject=subject)


def test_without_a_sign_it_is_that_of_the_business(bakery: Business, paola: Person) -> None:
    assert language_for(paola, bakery) == "en"
    bakery.language = "fr"
    assert language_for(paola, bakery) == "en", "one of the four in any case"


def test_what_they_write_says_it(bakery: Business, paola: Person) -> None:
    wrote(paola, "How are you, could you please call me?", "out")
    assert language_for(paola, bakery) == "en"
    wrote(paola, "Re: quando può passare")
    wrote(paola, "Grazie per il preventivo, una domanda")
    assert language_for(paola, bakery) == "it"


def test_what_was_written_to_them_says_it_until_they_write(bakery: Business, paola: Person) -> None:
    """Whoever changed the language of a draft and sent it need not change it again."""
    wrote(paola, "Frage zu den neuen Öfen in der Küche", "out")
    assert language_for(paola, bakery) == "de"
    wrote(paola, "Re: quando può passare da noi, grazie per la domanda")
    assert language_for(paola, bakery) == "it"


def test_a_few_words_say_nothing_for_certain() -> None:
    assert certain_language("grazie mille") == ""
    assert certain_language("xyz zzz abc 1 2 3 4") == ""
    assert certain_language("grazie mille quando puo venire domani") == "it"


@pytest.mark.parametrize(
    ("ways", "language"),
    [
        ({"phone": "+49 30 1234567"}, "de"),
        ({"phone": "+52 55 1234 5678"}, "es"),
        ({"phone": "+41 44 668 18 00"}, "en"),
        ({"phone": "+39 347 1234567"}, "en"),
        ({"phone": "extension 12"}, "en"),
        ({"mail": "paola@tischlerei.de"}, "de"),
        ({"mail": "paola@rinaldi.it"}, "en"),
        ({"mail": "paola@rinaldi.example"}, "en"),
    ],
)
def test_a_country_abroad_says_it_and_home_does_not(
    bakery: Business, ways: dict[str, str], language: str
) -> None:
    """At home, in Bologna as in Bozen, one speaks as the business does."""
    assert bakery.time_zone == "Europe/Rome"
    assert language_for(make_person(bakery, "Paola Rinaldi", **ways), bakery) == language


def test_the_language_of_the_last_offer_was_chosen_by_somebody(
    bakery: Business, paola: Person, anna: User
) -> None:
    wrote(paola, "Grazie per il preventivo, una domanda")
    offer = make_offer(bakery, paola, language="de")
    assert language_for(paola, bakery) == "it", "it was never sent"
    offer.send(by=anna, today=TODAY)
    assert language_for(paola, bakery) == "de"
