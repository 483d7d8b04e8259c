"""Small makers for what Today keeps of its members' wishes."""

from typing import Any

from passo.businesses.models import Business, User
from passo.today import moved
from passo.today.digest import KEY
from passo.today.models import Digest
from passo.today.moved import AT_FIRST, Mark


def make_digest(business: Business, user: User, **values: Any) -> Digest:
    return Digest.add(by=user, business=business, user=user, **{"is_on": True, **values})


def stop_token(digest: Digest) -> str:
    return KEY.sign(str(digest.pk))


def make_today_of_every_kind(business: Business) -> dict[str, Any]:
    owner = business.owners().first().user
    return {"stop_digest.token": stop_token(make_digest(business, owner))}


def seen_until_now(business: Business) -> Mark:
    return moved.since(business, AT_FIRST).until
