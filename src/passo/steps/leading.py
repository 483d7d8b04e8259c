"""Where a step is done that has a page of its own: an introduction, an ask to write."""

import re
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.steps.suggestions import introducing, unmet
from passo.steps.suggestions.suggestion import Suggestion

NUMBERED = re.compile(r"[a-z]+:(\d{1,18}):")


class Place(NamedTuple):
    url: str
    label: str


def place_of(business: Business, one: Suggestion) -> Place | None:
    """Also of a row that was made of such a suggestion."""
    key = made_of(one)
    word, said = key.partition(":")[0], NUMBERED.match(key)
    if said and word in introducing.WORDS:
        url = reverse("introduction", args=[business.slug, int(said[1])])
        return Place(url, _("To the introduction"))
    if word == unmet.WARM and one.person and one.opportunity:
        whom: dict[str, Any] = {"target": one.opportunity.person_id, "broker": one.person.pk}
        url = reverse("write_introduction", args=[business.slug])
        return Place(f"{url}?{urlencode(whom)}", _("Write the ask"))
    return None


def made_of(one: Suggestion) -> str:
    return one.step.made_of if one.step else one.key


def has_its_own_words(one: Suggestion) -> bool:
    """They are written and sent on that page."""
    return made_of(one).partition(":")[0] in {*introducing.WORDS, unmet.WARM}
