"""What the pages of signing in need: calm fields, and browsers called by their names."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found counts: every browser claims to be the ones it grew out of.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi", "Vivaldi"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


@register.filter
def unprompted(bound: BoundField) -> BoundField:
    """Without the placeholder: a label stays while one types, and an echo of it says nothing."""
    bound.field.widget.attrs.pop("placeholder", None)
    return bound


@register.filter
def second_locks(user: Any) -> set[str]:
    """Which of them this account has: nobody is sent to an app or a passkey they never had."""
    return set(user.authenticator_set.values_list("type", flat=True))


@register.filter
def browser_of(user_agent: str) -> str:
    """“Firefox, Windows” out of the long line that a browser sends of itself."""
    told = [named(user_agent, BROWSERS), named(user_agent, DEVICES)]
    return ", ".join(filter(None, told)) or _("A browser we do not know")


def named(user_agent: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in known if mark in user_agent), "")
