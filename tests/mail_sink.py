"""A real mail server on this machine that keeps what it gets, or refuses it as it is told."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope
from django.test import override_settings


class Sink:
    """`answer` is what it says to a mail, `greeting` to whom it is for, unless it knows nobody
    there.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.addresses: list[str] = []
        self.answer = self.greeting = "250 OK"
        self.asked = 0
        self.unknown = ""

    async def handle_RCPT(  # noqa: N802 -- its name in aiosmtpd
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        self.asked += 1
        if address == self.unknown:
            return "550 No such user"
        if self.greeting.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.greeting

    async def handle_DATA(  # noqa: N802 -- its name in aiosmtpd
        self, _server: Any, _session: Any, envelope: Envelope
    ) -> str:
        if self.answer.startswith("250"):
            assert isinstance(envelope.original_content, bytes)
            read = message_from_bytes(envelope.original_content, policy=policy.default)
            assert isinstance(read, EmailMessage)
            self.mails.append(read)
            self.addresses += envelope.rcpt_tos
        return self.answer


def refuse(*_: Any) -> AuthResult:
    return AuthResult(success=False, handled=False)


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@contextmanager
def listening(*, auth: bool = False, **others: Any) -> Iterator[Sink]:
    """Passo sends there meanwhile. With `auth` it asks for a password, and takes none. Settings
    are `others`: set within by the fixture, they would outlive this.
    """
    sink, port = Sink(), free_port()
    asks = {"authenticator": refuse, "auth_require_tls": False} if auth else {}
    controller = Controller(sink, hostname="127.0.0.1", port=port, **asks)
    controller.start()
    try:
        usual = {
            "HAS_MAIL": True,
            "EMAIL_BACKEND": "passo.lib.smtp.EmailBackend",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": port,
            "EMAIL_TIMEOUT": 5,
        }
        with override_settings(**usual | others):
            yield sink
    finally:
        controller.stop()


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def subject_of(mail: EmailMessage) -> str:
    """A long one begins on a line of its own, which Python reads as a space."""
    return str(mail["Subject"]).strip()
