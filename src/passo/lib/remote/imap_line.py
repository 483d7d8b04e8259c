"""One conversation with a mail server: safe, patient up to a point, and never flooded."""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.utils.translation import gettext_noop
from imap_tools import BaseMailBox
from imap_tools.errors import MailboxLoginError, UnexpectedCommandStatusError

from passo.lib.remote import reach
from passo.lib.remote.server import Server
from passo.lib.remote.unreachable import (
    Busy,
    Unreachable,
    cut_off,
    said,
    strange,
    too_late,
    too_much,
    wrong_password,
)

MOST_AT_ONCE = 160_000_000  # bytes a single command may bring
IN_ALL = 600.0  # seconds for a single command
IS_BUSY = re.compile(
    r"\[(LIMIT|UNAVAILABLE|INUSE|OVERQUOTA|THROTTLED)\]|too many|maximum number|simultaneous"
    r"|temporar|try again later|overloaded",
    re.IGNORECASE,
)


class Client(imaplib.IMAP4):
    """Goes out through `reach`; counts what comes in."""

    def __init__(self, server: Server, seconds: float) -> None:
        self.server, self.seconds, self.still = server, seconds, MOST_AT_ONCE
        super().__init__(server.host, server.port, seconds)

    def _create_socket(self, timeout: float | None) -> Any:
        plain = self.server.security == "plain"
        line = reach.connect(self.host, self.port, seconds=self.seconds, plain=plain)
        line.be_patient(self.seconds, IN_ALL)
        if self.server.security == "tls":
            return reach.trust().wrap_socket(line, server_hostname=self.host)
        return line

    def _command(self, name: str, *words: Any) -> Any:
        self.still = MOST_AT_ONCE
        self.sock.be_patient(self.seconds, IN_ALL)  # type: ignore[attr-defined]
        return super()._command(name, *words)  # type: ignore[misc]

    def read(self, size: int) -> bytes:
        self.spend(size)
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self.spend(len(line))
        return line

    def spend(self, size: int) -> None:
        self.still -= size
        if self.still < 0:
            raise too_much(self.server.host, MOST_AT_ONCE)


class Conversation(BaseMailBox):
    def __init__(self, server: Server, seconds: float) -> None:
        self.server, self.seconds = server, seconds
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        client = Client(self.server, self.seconds)
        if self.server.security == "starttls":
            try:
                client.starttls(reach.trust())
            except BaseException:
                with suppress(OSError):  # the line may be half way into being another one
                    client.shutdown()
                raise
        return client

    def sign_in(self) -> None:
        """Letters beyond ASCII travel only in the newer way of signing in."""
        ways = self.client.capabilities
        newer = "LOGINDISABLED" in ways and "AUTH=PLAIN" in ways
        if newer or not (self.server.user + self.server.password).isascii():
            self.login_utf8(self.server.user, self.server.password, initial_folder=None)
        else:
            self.login(self.server.user, self.server.password, initial_folder=None)

    def say_goodbye(self) -> None:
        """All has been read: what goes wrong now hurts nobody."""
        with suppress(OSError, imaplib.IMAP4.error, UnexpectedCommandStatusError, Unreachable):
            self.logout()

    def hang_up(self) -> None:
        with suppress(OSError):
            self.client.shutdown()


@contextmanager
def conversation(server: Server, seconds: float) -> Iterator[Conversation]:
    """A server that misbehaved gets no goodbye: its answer would be awaited once more."""
    with in_words(server):
        talk = Conversation(server, seconds)
    try:
        with in_words(server, signing_in=True):
            talk.sign_in()
        yield talk
        talk.say_goodbye()
    finally:
        talk.hang_up()


@contextmanager
def in_words(server: Server, *, signing_in: bool = False) -> Iterator[None]:
    """Whatever goes wrong inside becomes a sentence."""
    try:
        yield
    except MailboxLoginError as problem:
        raise not_let_in(server, words_of(problem)) from None
    except UnexpectedCommandStatusError as problem:
        raise no(server, words_of(problem)) from problem
    except imaplib.IMAP4.abort as problem:
        raise cut_off(server.host) from problem
    except imaplib.IMAP4.error as problem:
        words = words_of(problem)
        raise (not_let_in if signing_in else no)(server, words) from None
    except ssl.SSLError as problem:
        raise reach.tls_problem(server.host, problem) from problem
    except TimeoutError as problem:
        raise too_late(server.host) from problem
    except OSError as problem:
        raise cut_off(server.host) from problem
    except ValueError as problem:  # numbers and names that are none
        raise strange(server.host) from problem


def words_of(problem: Exception) -> str:
    if isinstance(problem, UnexpectedCommandStatusError):
        spoken = problem.command_result[1]
        words = spoken[0] if isinstance(spoken, list) and spoken else spoken
    else:
        words = problem.args[0] if problem.args else b""
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)


def not_let_in(server: Server, words: str) -> Unreachable:
    if IS_BUSY.search(words):
        return no(server, words)
    return wrong_password(server.host, words, server.password)


def no(server: Server, words: str) -> Unreachable:
    if IS_BUSY.search(words):
        return Busy(
            gettext_noop("%(host)s has too much to do just now. Passo asks again later."),
            host=server.host,
        )
    return said(server.host, words, server.password)
