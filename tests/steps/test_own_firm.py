"""Who works with us is no client: not proposed, not greeted, and asked across the table."""

import pytest

from passo.businesses.models import Business
from passo.people.models import FreeMailDomain, OwnAddress, Person
from passo.steps import proposing, suggesting
from passo.steps.own_firm import own_domains
from tests.people_world import NOW, make_organisation, make_person, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben(bakery: Business) -> Person:
    OwnAddress.objects.create(business=bakery, address="us@volpe.example")
    firm = make_organisation(bakery, "Volpe", domain="volpe.example")
    person = make_person(bakery, "Ben Rossi", mail="ben@volpe.example", organisation=firm)
    make_touch(bakery, person, days_ago=60, direction="both")
    make_mail(bakery, person, text="Can you bring the ladder tomorrow?", days_ago=3)
    return person


def warmth(person: Person, warmth: str) -> None:
    Person.objects.filter(pk=person.pk).update(warmth=warmth, due_on=TODAY, last_touch_at=NOW)


def kinds(business: Business) -> list[str]:
    return [one.kind for one in suggesting.suggestions(business, TODAY)]


def test_colleagues_are_neither_proposed_nor_suggested(bakery: Business, ben: Person) -> None:
    warmth(ben, "cooling")
    assert proposing.worth_proposing(bakery) == []
    assert kinds(bakery) == []


def test_whoever_has_no_firm_is_no_colleague(bakery: Business, ben: Person) -> None:
    luca = make_person(bakery, "Luca Ferri", mail="luca@gmail.com")
    make_mail(bakery, luca, text="Could you send me a price for the lamps?", days_ago=3)
    make_mail(bakery, luca, direction="out", days_ago=60)
    warmth(luca, "cooling")
    assert sorted(kinds(bakery)) == ["cooling", "reply"]
    assert proposing.worth_proposing(bakery) == [luca]


def test_where_anybody_may_have_an_address_nobody_is_a_colleague(
    bakery: Business, ben: Person
) -> None:
    FreeMailDomain.objects.create(business=bakery, domain="volpe.example")
    warmth(ben, "cooling")
    assert own_domains(bakery) == []
    assert proposing.worth_proposing(bakery) == [ben]
    assert sorted(kinds(bakery)) == ["cooling", "reply"]


def test_providers_are_no_firm(bakery: Business, garage: Business) -> None:
    for business, address in ((bakery, "anna@gmail.com"), (garage, "ben@garage.example")):
        OwnAddress.objects.create(business=business, address=address)
    assert (own_domains(bakery), own_domains(garage)) == ([], ["garage.example"])
