"""What the pages about accounts need to know about this Passo."""

from typing import Any

from django import template
from django.conf import settings

from passo.businesses.locks import address_with_a_name

register = template.Library()


@register.simple_tag(takes_context=True)
def passkey_address(context: dict[str, Any]) -> str:
    """Where passkeys work, if they do not here."""
    return address_with_a_name(context["request"])


@register.simple_tag
def has_mail() -> bool:
    return bool(settings.HAS_MAIL)
