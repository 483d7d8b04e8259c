"""Whether a member's own ties take part when colleagues look for an introduction."""

from django.utils import timezone

from passo.businesses.models import Business, User


def takes_part(business: Business, user: User) -> bool:
    return business.sharings.filter(user=user, takes_part=True).exists()


def decide(business: Business, user: User, *, takes_part: bool) -> None:
    values = {"takes_part": takes_part, "at": timezone.now()}
    business.sharings.update_or_create(user=user, defaults=values)
