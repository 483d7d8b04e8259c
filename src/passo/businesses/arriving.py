"""How somebody comes in: the very first one by the set-up link, all others by an invitation."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from passo.businesses import wall
from passo.businesses.models import Business, Invitation, SetupLink, User
from passo.lib.refusal import Refusal


def may_set_up(token: str, user: Any) -> bool:
    """With the link in hand; or as a guest, who came in with it and only looked around."""
    is_guest = user.is_authenticated and user.is_guest
    return SetupLink.opens(token) or (is_guest and SetupLink.is_needed())


def first_owner(
    guest: User | None, *, account: dict[str, Any], business: dict[str, Any], language: str
) -> tuple[User, Business]:
    """The first user runs this Passo. A guest stays the same user and keeps the sample."""
    with transaction.atomic():
        if not SetupLink.use_up():
            raise Refusal(_("Somebody else was faster: this Passo has its owner. Please sign in."))
        user = guest or User()
        user.settle_in(**account, language=language, is_operator=True)
        return user, Business.found(owner=user, **business)


def newcomer(invitation: Invitation, *, account: dict[str, Any], language: str) -> User:
    """An account and a place in the business, or neither. Of a double click one arrives."""
    with wall.inside(invitation.business_id), one_account_each(), transaction.atomic():
        user = User()
        user.settle_in(**account, language=language)
        invitation.accept(user)
        return user


@contextmanager
def one_account_each() -> Iterator[None]:
    """The form has looked; who comes at the very same moment is told by the database."""
    try:
        yield
    except IntegrityError as problem:
        raise Refusal(
            _("There is an account with this address already. Sign in with it instead.")
        ) from problem


def join(invitation: Invitation, user: User) -> None:
    with wall.inside(invitation.business_id):
        invitation.accept(user)
