"""The only place that decides who may see what.

Closed by default: Django's `LoginRequiredMiddleware` sends strangers to sign in, and a test
fails on every view that carries none of these marks.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses import wall

if TYPE_CHECKING:
    from passo.businesses.models import Business, Membership

View = Callable[..., HttpResponseBase]
LAST_BUSINESS = "passo_business"
YEAR = 365 * 24 * 60 * 60


def public(view: View) -> View:
    """Anybody may see it, signed in or not."""
    return marked(login_not_required(view), "public")


def signed_in(view: View) -> View:
    """Anybody with an account may see it: it shows them what is theirs."""
    return marked(view, "signed_in")


def operator_only(view: View) -> View:
    """Only whoever runs this Passo; for others it is not there."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **values: Any) -> HttpResponseBase:
        if not getattr(request.user, "is_operator", False):
            raise Http404
        with wall.opened():
            return view(request, *args, **values)

    return marked(guarded, "operator")


def members_only(role: str = "viewer") -> Callable[[View], View]:
    """Swap the slug in the address for a business of the user's.

    404 for a stranger: not yours. 403 with a sentence for a member of too little: yours to
    see, not to change.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, slug: str, *args: Any, **values: Any) -> HttpResponseBase:
            membership = membership_in(request.user, slug)
            if membership is None:
                raise Http404
            request.membership, request.business = membership, membership.business
            if not membership.may(role):
                raise PermissionDenied(too_little(role))
            with wall.inside(membership.business_id), on_its_clock(membership.business):
                return remembering(view(request, membership.business, *args, **values), slug)

        return marked(guarded, role)

    return decorate


def remembering(response: HttpResponseBase, slug: str) -> HttpResponseBase:
    """Which business was looked at last, for the way home. It opens nothing by itself."""
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(
        LAST_BUSINESS, slug, samesite="Lax", httponly=True, max_age=YEAR, secure=secure
    )
    return response


def on_its_clock(business: "Business") -> Any:
    """Dates on its pages are those of the business's own clock."""
    return timezone.override(ZoneInfo(business.time_zone))


def membership_in(user: Any, slug: str) -> "Membership | None":
    if not user.is_authenticated:
        return None
    found: Membership | None = (
        user.memberships.select_related("business").filter(business__slug=slug).first()
    )
    if found:
        found.user = user
    return found


def too_little(role: str) -> str:
    if role == "owner":
        return _("Only an owner can do this. Ask one of them.")
    return _("You may look here, but not change anything. Ask an owner.")


def marked(view: View, access: str) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view


# Views of libraries, which decide for themselves; each was read.
LIBRARY_VIEWS = {
    "django.views.generic.base": "signed_in",  # old addresses of allauth, leading to its new ones
    "allauth.account.views": "public",
    "allauth.mfa.base.views": "signed_in",
    "allauth.mfa.totp.views": "signed_in",
    "allauth.mfa.recovery_codes.views": "signed_in",
    "allauth.mfa.webauthn.views": "signed_in",
    "allauth.usersessions.views": "signed_in",
    "allauth.socialaccount.views": "public",
    "allauth.socialaccount.providers.openid_connect.views": "public",
}
