"""Links that the command line hands out where no mail can be sent."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from passo.businesses.models import User


def public(path: str) -> str:
    """The whole address of a page: where Passo runs just now, else where it would."""
    from django.conf import settings

    from passo.lib.data_folder import data_folder
    from passo.lib.serve.lock import holder

    served = holder(data_folder())
    return f"{(served and served.address) or settings.ADDRESS}{path}"


def password_link(user: "User") -> str:
    """Lets its holder choose the password of this account: once, within three days."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.urls import reverse

    path = reverse("account_reset_password_from_key", kwargs={"uidb36": "USER", "key": "KEY"})
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return public(path.replace("USER-KEY", key))


def user_of(mail: str) -> "tuple[User, str | None]":
    """Who has this mail; an unknown one gets an account, and a link to choose its password."""
    from passo.businesses.models import User

    found = User.objects.filter(email__iexact=mail).first()
    if found:
        return found, None
    made = new_user(mail, name="")
    return made, password_link(made)


def new_user(mail: str, *, name: str, **values: str | bool) -> "User":
    """Without a password; a mail address that is none is refused."""
    from passo.businesses.models import User

    user = User(email=mail.strip().lower(), name=name or mail.partition("@")[0], **values)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    return user
