"""A server could not be used, in a sentence for the owner of the account.

The sentence stays untranslated beside its values, so that what is kept overnight is read next
morning in the reader's own language.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, gettext_noop

MOST_SAID = 200
NOT_ACCEPTED = gettext_noop(
    "%(host)s did not accept this name and password. Many providers want an app password instead "
    "of your usual one: you make it in the security settings of your account."
)
NOT_ACCEPTED_BECAUSE = gettext_noop(
    "%(host)s did not accept this name and password. Many providers want an app password instead "
    "of your usual one: you make it in the security settings of your account. "
    "It said: “%(text)s”"
)
NOT_FOR_EYES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


class Unreachable(Exception):  # noqa: N818 -- an answer for a person, as Refusal is
    """`again`: it may well work later, without anybody changing anything."""

    again = False

    def __init__(self, sentence: str, **values: Any) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values: Mapping[str, Any] = values

    def __str__(self) -> str:
        return gettext(self.sentence) % self.values


class WrongPassword(Unreachable):
    """Trying again would only lock the account."""


class Forbidden(Unreachable):
    """The address itself is one that Passo does not visit."""


class NotTrusted(Unreachable):
    """The connection is not safe enough for a password."""


class Gone(Unreachable):
    """What was to be read is no longer there; the rest of the account is."""


class TooMuch(Unreachable):
    """More came than anything honest would send."""


class Silent(Unreachable):
    """No answer, a late one or half of one."""

    again = True


class Busy(Unreachable):
    """The server asks for patience."""

    again = True


def said(host: str, text: str | bytes, password: str = "") -> Unreachable:
    """What a server says is shown as text, short, and never with the password in it."""
    words = in_short(text, password)
    if not words:
        return Unreachable(gettext_noop("%(host)s refused without saying why."), host=host)
    return Unreachable(gettext_noop("%(host)s said: “%(text)s”"), host=host, text=words)


def in_short(text: str | bytes, password: str = "") -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    if password:
        words = words.replace(password, "…")
    words = NOT_FOR_EYES.sub(" ", words).strip()
    return words if len(words) <= MOST_SAID else words[: MOST_SAID - 1] + "…"


def wrong_password(host: str, text: str | bytes = "", password: str = "") -> WrongPassword:
    """The server's own words help where it wants something else: a switch, another password."""
    words = in_short(text, password)
    if not words:
        return WrongPassword(NOT_ACCEPTED, host=host)
    return WrongPassword(NOT_ACCEPTED_BECAUSE, host=host, text=words)


def too_late(host: str) -> Silent:
    return Silent(gettext_noop("%(host)s took too long to answer."), host=host)


def cut_off(host: str) -> Silent:
    return Silent(gettext_noop("%(host)s ended the conversation before it was over."), host=host)


def strange(host: str) -> Unreachable:
    return Unreachable(
        gettext_noop("%(host)s answers in a way that Passo does not understand."), host=host
    )


def too_much(host: str, most: int) -> TooMuch:
    return TooMuch(
        gettext_noop("%(host)s sent more than %(megabytes)s MB at once, so Passo stopped reading."),
        host=host,
        megabytes=most // 1_000_000,
    )


def unsafe(host: str, why: str) -> NotTrusted:
    return NotTrusted(
        gettext_noop(
            "%(host)s could not prove who it is (%(why)s), so your password was not sent."
        ),
        host=host,
        why=in_short(why),
    )


def unprotected(host: str) -> NotTrusted:
    return NotTrusted(
        gettext_noop(
            "The connection to %(host)s is not encrypted: anybody on the way could read your "
            "password. Please choose an encrypted one."
        ),
        host=host,
    )
