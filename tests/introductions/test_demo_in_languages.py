"""The sample's introductions, grown anew for owners of four languages."""

import pytest
from django.utils import translation

from passo.introductions import matching, understanding
from passo.today import demo
from tests.sample import CLOCK

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "it", "de", "es"])
def test_once_it_is_understood_two_pairs_are_worth_bringing_together(language: str) -> None:
    with translation.override(language):
        sample = demo.build(None, CLOCK)
    understanding.understand(sample)
    assert len(matching.worthy(sample)) >= 2


def test_words_are_in_the_language_of_the_owner_and_asks_in_that_of_whom_they_are_for() -> None:
    with translation.override("it"):
        sample = demo.build(None, CLOCK)
        languages = set(sample.introductions.values_list("language", flat=True))
    assert languages == {"it", "de"}
