"""A further mail address of one's own: not one that is somebody else's already."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import AddEmailForm
from allauth.account.utils import filter_users_by_email


class MailAddressForm(AddEmailForm):  # type: ignore[misc]  # comes without types
    """Allauth would take it, unconfirmed, and break where it is made the one to sign in with."""

    def clean_email(self) -> str:
        email = str(super().clean_email())
        if filter_users_by_email(email):
            raise get_adapter().validation_error("email_taken")
        return email
