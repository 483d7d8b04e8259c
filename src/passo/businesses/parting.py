"""How somebody goes, and how a business ends: all of it, at once, and nothing left lying around."""

from django.db import transaction
from django.utils.translation import gettext as _

from passo.businesses import demo, wall
from passo.businesses.models import Business, Membership, User
from passo.lib.refusal import Refusal


def close_account(user: User) -> None:
    """What they did stays in the histories under their name; everything else of them goes."""
    with wall.opened(), transaction.atomic():
        for membership in user.memberships.select_related("business"):
            leave_before_closing(membership)
        user.delete()


def leave_before_closing(membership: Membership) -> None:
    try:
        membership.leave(by=membership.user)
    except Refusal as problem:
        raise Refusal(
            _(
                "You are the last owner of “%(business)s”. Make somebody else an owner first, "
                "or delete the business."
            )
            % {"business": membership.business}
        ) from problem


def remove_sample(business: Business, *, by: User | None) -> None:
    """The sample, its figures, and guests who were only here to look around. `by` stays."""
    if not business.is_sample:
        raise Refusal(_("This is a real business. It is deleted in its settings."))
    with wall.opened(), transaction.atomic():
        leaving = [*demo.figures(business), *guests_only_of(business)]
        business.close()
        for user in leaving:
            if user != by:
                user.delete()


def guests_only_of(business: Business) -> list[User]:
    members = business.memberships.filter(user__is_guest=True).select_related("user")
    return [
        one.user
        for one in members
        if not one.user.memberships.exclude(business_id=business.pk).exists()
    ]
