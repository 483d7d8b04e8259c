"""What the pages of accounts and businesses say beside the atoms of ui."""

from datetime import datetime
from typing import Any

from django import template
from django.conf import settings

from passo.businesses.locks import address_with_a_name
from passo.lib.dates import format_clock

register = template.Library()


@register.simple_tag(takes_context=True)
def passkey_address(context: dict[str, Any]) -> str:
    """Where passkeys work, if they do not here."""
    return address_with_a_name(context["request"])


@register.simple_tag
def has_mail() -> bool:
    return bool(settings.HAS_MAIL)


@register.simple_tag
def clock(when: datetime) -> str:
    """The hour alone, where the day stands above."""
    return format_clock(when)
