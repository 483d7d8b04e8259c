"""The one way in which mail leaves, and the few ways in which it does not."""

from contextlib import closing
from datetime import timedelta
from email.utils import formataddr, parseaddr
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.message import sanitize_address
from django.utils.translation import gettext_lazy as _

AWAY, LOGIN, ADDRESS, REFUSED = "away", "login", "address", "refused"
WHY = {
    AWAY: _("The mail server does not answer."),
    LOGIN: _("The mail server does not accept the password that this Passo has for it."),
    ADDRESS: _("The mail server knows nobody under this address."),
    REFUSED: _("The mail server did not take it."),
}
FOR_GOOD = 500  # from here on a server means it
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=1)


class NotSentError(Exception):
    """One of WHY; after some the same mail need not be tried again."""

    def __init__(self, problem: str, *, is_final: bool = False) -> None:
        super().__init__(str(WHY[problem]))
        self.problem, self.is_final = problem, is_final


def write(
    subject: str,
    text: str,
    *,
    to: str,
    name: str = "",
    reply_to: str = "",
    html: str = "",
    headers: dict[str, str] | None = None,
) -> EmailMultiAlternatives:
    """From Passo's own address, as mail servers want it; the answer goes to `reply_to`."""
    mail = EmailMultiAlternatives(
        " ".join(subject.split()),
        text,
        from_email=sender(name),
        to=[to],
        reply_to=[reply_to] if reply_to and can_be_written(reply_to) else None,
        headers=headers,
    )
    if html:
        mail.attach_alternative(html, "text/html")
    return mail


def sender(name: str) -> str:
    given, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((" ".join(name.split()) or given, address))


def can_be_written(address: str) -> bool:
    """Imports bring addresses that stand in an address book, and in no mail."""
    try:
        sanitize_address(address, "utf-8")
    except ValueError:
        return False
    return True


def numbered(key: str) -> dict[str, str]:
    """When it was sent and Passo died before that could be kept, the second copy has the number
    of the first, by which mail programs show one of them.
    """
    return {"Message-ID": f"<{key}@{urlsplit(settings.ADDRESS).hostname}>"}


def by_itself(key: str) -> dict[str, str]:
    """For what no person sent: no machine answers it."""
    return {"Auto-Submitted": "auto-generated", **numbered(key)}


def send(mail: EmailMessage) -> None:
    """It is with the mail server, or a `NotSentError` says why not. What the server said names the
    address, and is left out of what is logged.
    """
    mail.connection = get_connection()
    try:
        with closing(mail.connection):
            mail.send()
    except (SMTPException, OSError, ValueError) as error:
        raise NotSentError(kind_of(error), is_final=is_final(error)) from None


def kind_of(error: Exception) -> str:
    if isinstance(error, SMTPAuthenticationError):
        return LOGIN
    if isinstance(error, SMTPRecipientsRefused):
        return ADDRESS if is_final(error) else REFUSED
    if isinstance(error, SMTPServerDisconnected | SMTPConnectError):
        return AWAY
    if isinstance(error, ValueError):
        return ADDRESS
    return REFUSED if isinstance(error, SMTPException) else AWAY


def is_final(error: Exception) -> bool:
    """A login can be set right meanwhile, so it is tried again."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= FOR_GOOD for code, _said in error.recipients.values())
    if isinstance(error, SMTPAuthenticationError | SMTPConnectError):
        return False
    if isinstance(error, ValueError):
        return True
    return isinstance(error, SMTPResponseException) and error.smtp_code >= FOR_GOOD


def pause(tries: int) -> timedelta:
    """Until the next try, after so many: 5 minutes, 10, 20, 40, then an hour."""
    return min(FIRST_PAUSE * (1 << min(tries - 1, 5)), LONGEST_PAUSE)
