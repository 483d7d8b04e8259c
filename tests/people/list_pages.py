"""The list of people, and the pages around it, as a browser asks for them."""

from typing import Any

from django.urls import reverse

from passo.businesses.models import Business
from tests.people.person_pages import undo_last
from tests.world import Visitor, words_of

__all__ = ["PART", "address", "page_of", "undo_last"]

PART = {"HX-Request": "true"}


def address(name: str, business: Business, *more: int) -> str:
    return reverse(name, args=[business.slug, *more])


def page_of(browser: Visitor, business: Business, query: str = "", **options: Any) -> str:
    return words_of(browser.get(address("people", business) + query, **options))
