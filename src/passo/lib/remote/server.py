"""Where an account is, and who asks. Passwords stay out of every repr."""

from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext_noop

from passo.lib.remote.unreachable import Unreachable

Security = Literal["tls", "starttls", "plain"]


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `plain` is only ever spoken to a machine in the same house."""

    host: str
    port: int = 993
    security: Security = "tls"
    user: str = ""
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        must_be_one_line(self.host, self.user, self.password)


@dataclass(frozen=True, slots=True)
class Site:
    """A server of calendars or address books, by its https address."""

    address: str
    user: str = ""
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        must_be_one_line(self.address, self.user, self.password)


def must_be_one_line(*texts: str) -> None:
    """A line break in a name would speak to the server as a command of its own."""
    if any(ord(letter) < 32 or ord(letter) == 127 for text in texts for letter in text):  # noqa: PLR2004 -- ASCII's control characters
        raise Unreachable(gettext_noop("The server, name and password must each fit on one line."))
