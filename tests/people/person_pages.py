"""A person's page as a browser asks for it."""

from django.urls import reverse

from passo.businesses.models import Business
from passo.people.models import Person
from tests.world import Visitor, words_of


def address(name: str, person: Person, *more: int) -> str:
    return reverse(name, args=[person.business.slug, person.pk, *more])


def page_of(browser: Visitor, person: Person) -> str:
    return words_of(browser.get(address("person", person)))


def undo_last(browser: Visitor, business: Business) -> None:
    change = business.changes.first()
    assert change.can_be_undone
    browser.post(reverse("undo_change", args=[business.slug, change.pk]))
