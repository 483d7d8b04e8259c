"""Words for pages about people."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from passo.lib.dates import format_ago, format_short_day

register = template.Library()
LATELY = timedelta(days=14)
STONES = 5
# As telephones and mail programs write them, in English whatever they speak.
LABELS = {
    "work": pgettext_lazy("a number or address", "work"),
    "business": pgettext_lazy("a number or address", "work"),
    "home": pgettext_lazy("a number or address", "at home"),
    "cell": pgettext_lazy("a number or address", "mobile"),
    "mobile": pgettext_lazy("a number or address", "mobile"),
    "iphone": pgettext_lazy("a number or address", "mobile"),
    "main": pgettext_lazy("a number or address", "main"),
    "fax": pgettext_lazy("a number or address", "fax"),
    "pager": pgettext_lazy("a number or address", "pager"),
    "other": pgettext_lazy("a number or address", "other"),
}


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
    least = 1 if strength > 0 else 0
    return words[min(STONES, max(least, round(strength * STONES)))]


@register.filter
def kind_of_way(label: str) -> str:
    """“work”, “mobile” in the reader's language; what somebody wrote by hand stays."""
    return str(LABELS.get(label.lower(), label))


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
