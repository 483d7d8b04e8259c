"""Words for pages about people."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.lib.dates import format_ago, format_short_day

register = template.Library()
LATELY = timedelta(days=14)
STONES = 5


@register.simple_tag
def when(moment: datetime) -> str:
    """“3 days ago”; what is longer ago by its date."""
    now = timezone.now()
    if abs(now - moment) < LATELY:
        return format_ago(moment, now)
    return format_short_day(moment, timezone.localdate())


@register.simple_tag
def closeness(strength: float) -> str:
    """How strong a tie is, in a word: as many words as it can show stones."""
    words = [_("None yet"), _("Weak"), _("Loose"), _("Good"), _("Strong"), _("Very strong")]
    return words[min(STONES, max(0, round(strength * STONES)))]


@register.inclusion_tag("people/parts/fact.html")
def fact(bound: BoundField, shown: str, action: str, token: str, *, may_change: bool) -> Any:
    """A value that one presses to change it; Enter keeps it. It needs no script."""
    return {
        "field": bound,
        "shown": shown,
        "action": action,
        "csrf_token": token,
        "may_change": may_change,
    }
