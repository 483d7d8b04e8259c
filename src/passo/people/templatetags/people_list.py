"""The cells of the list of people: hundreds to a page, so what is alike is made once."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from passo.lib.dates import format_ago, local_day
from passo.people.models import Person
from passo.people.told import reason_of
from passo.ui import drawing
from passo.ui.templatetags.ui import TIE_STONES
from passo.ui.templatetags.ui import tie as drawn_tie

register = template.Library()
# Where it swaps, and how, is said once, at the head of the rows.
EDIT = (
    '<a class="{0}" href="{1}edit/" hx-get="{1}cell/?field={2}" data-edits="{2}">{3}'
    '<span class="visually-hidden"> {4}: {5}</span></a>'
)
TONES = {"warm": "good", "cooling": "care", "cold": "care"}
MANY = 5_000


@register.simple_tag
def value(person: Person, url: str, name: str) -> SafeString:
    """A value that one presses to change it; what is empty shows a plus under the pointer."""
    shown = str(getattr(person, name) or "")
    look = "cell" if shown else "cell is-empty"
    drawn = shown or drawing.icon("plus")
    return format_html(EDIT, look, url, name, drawn, _("Change it"), person.name)


@register.simple_tag
def pencil(person: Person, url: str) -> SafeString:
    """Beside the name, which leads to the person itself."""
    drawn = drawing.icon("pen-line")
    return format_html(EDIT, "pencil", url, "name", drawn, _("Change it"), person.name)


@register.simple_tag
def closeness_stones(strength: float, label: str) -> SafeString | str:
    """Whom one has not met yet has none: a column of empty stones tells nothing."""
    return stones(max(1, round(strength * TIE_STONES)), label) if strength > 0 else ""


@lru_cache(MANY)
def stones(lit: int, label: str) -> SafeString:
    return drawn_tie(lit / TIE_STONES, label)


@register.simple_tag
def how_long_ago(moment: datetime) -> str:
    """Of another day the days count, which many have in common."""
    now = timezone.now()
    days = (local_day(moment) - local_day(now)).days
    return days_ago(days, get_language() or "en") if days else format_ago(moment, now)


@lru_cache(MANY)
def days_ago(days: int, language: str) -> str:
    today = date(2000, 1, 1)
    return format_ago(today + timedelta(days=days), today, language)


@register.simple_tag
def warmth(person: Person) -> SafeString | str:
    """A word, and why."""
    if not person.warmth:
        return ""
    return format_html(
        '<span class="toned" data-tone="{}">{}</span><small>{}</small>',
        TONES[person.warmth],
        person.get_warmth_display(),
        reason_of(person.warmth_because),
    )
