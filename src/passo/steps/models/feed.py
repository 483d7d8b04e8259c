"""A private address at which a calendar reads somebody's steps."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business
from passo.lib.secret import hash_token, make_token

if TYPE_CHECKING:
    from passo.businesses.models import User


class Feed(models.Model):
    """One for each member. Only the hash of its address is kept: the address is shown once."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="feeds")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["business", "user"], name="one_feed_each")]

    @classmethod
    def make(cls, business: Business, user: "User") -> str:
        """A new address; the one before opens nothing from now on."""
        token = make_token()
        fresh = {"token_hash": hash_token(token), "made_at": timezone.now()}
        cls.objects.update_or_create(business=business, user=user, defaults=fresh)
        return token

    @classmethod
    def behind(cls, token: str) -> "Feed | None":
        """Whose address it is, if they may sign in and have been in ever since, as somebody who
        could take it back.
        """
        with wall.opened():
            feeds = cls.objects.filter(user__is_active=True).select_related("business", "user")
            feed = feeds.filter(token_hash=hash_token(token)).first()
            if feed is None:
                return None
            member = feed.business.memberships.filter(user=feed.user, since__lte=feed.made_at)
            may = any(one.may("staff") for one in member)
        return feed if may else None
