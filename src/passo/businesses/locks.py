"""How an account's door is locked, in words; and where a passkey cannot work."""

import ipaddress
from datetime import datetime
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from passo.businesses.models import User


class Locks(NamedTuple):
    has_password: bool
    passkeys: int
    app_since: datetime | None
    recovery_codes: int


def locks_of(user: User) -> Locks:
    known: dict[str, list[Any]] = {}
    for one in Authenticator.objects.filter(user=user):
        known.setdefault(one.type, []).append(one)
    apps = known.get(Authenticator.Type.TOTP, [])
    codes = known.get(Authenticator.Type.RECOVERY_CODES, [])
    return Locks(
        has_password=user.has_usable_password(),
        passkeys=len(known.get(Authenticator.Type.WEBAUTHN, [])),
        app_since=apps[0].created_at if apps else None,
        recovery_codes=len(codes[0].wrap().get_unused_codes()) if codes else 0,
    )


def address_with_a_name(request: HttpRequest) -> str:
    """Passkeys are bound to a name. At a number (127.0.0.1) there are none: where to go instead."""
    host, _, port = request.get_host().rpartition(":")
    if not host or host.endswith(":"):
        host, port = request.get_host(), ""
    if not is_number(host):
        return ""
    return f"{request.scheme}://localhost{':' + port if port else ''}{request.path}"


def is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
