"""Evidence in a few words: what a card shows, and the sentence with its day and source."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from passo.people.models import Touch
from passo.people.story import ICONS
from passo.steps import stages
from passo.steps.models import Evidence

ON_A_CARD = 2
PICTURES = {
    "introduced": "users",
    "offered": "file-text",
    "valued": "quote",
    "relied": "handshake",
    "returned": "rotate-ccw",
    stages.BY_HAND: "pen-line",
}
TONES = {"offered": "way", "relied": "good", "returned": "good"}


class Chip(NamedTuple):
    icon: str
    text: str
    tone: str


def chips_of(evidence: Iterable[Evidence]) -> list[Chip]:
    """What shows the highest first; the same words once."""
    highest = sorted(evidence, key=lambda row: (row.stage, row.on), reverse=True)
    chips = dict.fromkeys(
        Chip(icon_of(row), words_of(row), TONES.get(row.kind, "")) for row in highest
    )
    return list(chips)[:ON_A_CARD]


def icon_of(row: Evidence) -> str:
    of_touch = ICONS.get(row.touch.kind, "circle") if row.touch else "circle"
    return PICTURES.get(row.kind, of_touch)


def words_of(row: Evidence) -> str:
    """Their words where there are some, else what happened."""
    kind = row.touch.kind if row.touch else ""
    happened = {
        ("introduced", "mail"): _("Introduced"),
        ("introduced", "meeting"): _("Met in person"),
        ("introduced", "visit"): _("Met in person"),
        ("they_wrote", "call"): _("They called"),
        ("they_wrote", "visit"): _("They came by"),
        ("they_wrote", "mail"): _("They wrote"),
        ("they_wrote", "message"): _("They wrote"),
        ("they_wrote", "letter"): _("They wrote"),
        ("talked", "call"): _("A call"),
        ("talked", "meeting"): _("A meeting"),
        ("talked", "visit"): _("A visit"),
        ("talked", "mail"): _("Back and forth"),
        ("talked", "message"): _("Back and forth"),
        ("talked", "letter"): _("Back and forth"),
        ("valued", ""): _("Said its worth"),
    }
    return row.words or happened.get((row.kind, kind)) or str(row.get_kind_display()).capitalize()


def because(row: Evidence) -> str:
    return str(stages.BECAUSE[row.kind])


def touch_url(touch: Touch, slug: str, person_id: int) -> str:
    """The person's page, opened where this touch stands in their story."""
    just_after = (touch.at + timedelta(seconds=1)).isoformat().replace("+00:00", "Z")
    there = reverse("person", args=[slug, person_id])
    return f"{there}?{urlencode({'before': f'{just_after}_1'})}#touch-{touch.pk}"
