"""Small makers for what Today keeps of its members' wishes."""

import time
from typing import Any

from passo.businesses.models import Business, User
from passo.today import moved
from passo.today.digest import KEY
from passo.today.models import Digest


def make_digest(business: Business, user: User, **values: Any) -> Digest:
    return Digest.add(by=user, business=business, user=user, **{"is_on": True, **values})


def stop_token(digest: Digest) -> str:
    return KEY.sign(str(digest.pk))


def make_today_of_every_kind(business: Business) -> dict[str, Any]:
    owner = business.owners().first().user
    return {"stop_digest.token": stop_token(make_digest(business, owner))}


def settled(business: Business) -> int:
    """Up to where all is known: on PostgreSQL others may hold a transaction open for a moment."""
    for _ in range(400):
        until = moved.since(business, 0).until
        if not moved.since(business, until).of:
            break
        time.sleep(0.05)
    return until
