"""A real mail server in a thread, and one that only says what it was told to say."""

import asyncio
import socket
import threading
import warnings
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from passo.lib.remote.server import Security, Server

with warnings.catch_warnings():  # it still asks Python for `crypt`, and never uses it
    warnings.simplefilter("ignore", DeprecationWarning)
    from mail_devel.service import Service
    from proxyprotocol.reader import ProxyProtocolReader
    from pymap.backend.dict.mailbox import MailboxData, MailboxSet
    from pymap.imap import IMAPServer
    from pymap.parsing.message import AppendMessage
    from pymap.parsing.specials.flag import Flag

USER, PASSWORD = "anna@bakery.example", "app-password-of-anna"
MESSAGE = (
    "From: Marta Conti <marta@conti.example>\r\nTo: anna@bakery.example\r\n"
    "Subject: Letter {number}\r\nMessage-ID: <{number}@conti.example>\r\n"
    "Date: Mon, 02 Nov 2026 10:00:00 +0100\r\n\r\nDear Anna, this is letter {number}.\r\n"
)


class PostOffice:
    """mail-devel's server, on a port of its own, until `close`."""

    def __init__(self, pair: tuple[Path, Path] | None, security: Security) -> None:
        self.security = security
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.port = self.wait(self.open(pair))

    def wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(20)

    async def open(self, pair: tuple[Path, Path] | None) -> int:
        words = ["--user", USER, "--password", PASSWORD, "--no-http"]
        secure = [f"--cert={pair[0]}", f"--key={pair[1]}"] if pair else []
        service = await Service.init(Service.parse(words + secure))
        for unused in filter(None, (service.smtp, service.smtps)):
            unused.loop.close()
        config = service.config
        assert config is not None
        config._tls_enabled = self.security == "starttls"
        config.invalid_user_sleep = 0.0  # type: ignore[misc]
        self.boxes = MailboxSet()
        assert service.mailboxes is not None
        config.set_cache[USER] = (self.boxes, service.mailboxes.filter_set)
        context = config.ssl_context if self.security == "tls" else None
        answer = ProxyProtocolReader(config.proxy_protocol)
        answer = answer.get_callback(IMAPServer(service.login, config))
        self.server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
        return self.server.sockets[0].getsockname()[1]

    def close(self) -> None:
        self.wait(self.shut())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()

    async def shut(self) -> None:
        self.server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def address(self, **changes: Any) -> Server:
        said = {"host": "localhost", "port": self.port, "security": self.security}
        return Server(**said | {"user": USER, "password": PASSWORD} | changes)

    def box(self, folder: str = "INBOX") -> MailboxData:
        if folder != "INBOX" and folder not in self.boxes._set:
            self.wait(self.boxes.add_mailbox(folder))
        return self.wait(self.boxes.get_mailbox(folder))

    def post(self, *letters: bytes, folder: str = "INBOX", flags: tuple[str, ...] = ()) -> None:
        for letter in letters:
            told = frozenset(Flag(flag.encode()) for flag in flags)
            self.wait(self.box(folder).append(AppendMessage(letter, datetime.now(UTC), told)))

    def letters(self, first: int, last: int, folder: str = "INBOX") -> None:
        self.post(*(letter(number) for number in range(first, last + 1)), folder=folder)


def letter(number: int) -> bytes:
    return MESSAGE.format(number=number).encode()


@contextmanager
def post_office(
    pair: tuple[Path, Path] | None = None, security: Security = "plain"
) -> Iterator[PostOffice]:
    office = PostOffice(pair, security)
    try:
        yield office
    finally:
        office.close()


Told = Sequence[tuple[str, Iterable[bytes]]]
USUAL: Told = (
    ("CAPABILITY", [b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"]),
    ("LOGOUT", [b"* BYE until next time\r\nTAG OK done\r\n"]),
    ("", [b"TAG OK done\r\n"]),
)


@contextmanager
def parrot(
    *told: tuple[str, Iterable[bytes]], greeting: Iterable[bytes] = (b"* OK hello\r\n",)
) -> Iterator[Server]:
    """Answers each command by the first line told whose word is in it; `TAG` becomes its tag."""
    door = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _ = door.accept()
                with suppress(OSError), line:
                    talk(line)

    def talk(line: socket.socket) -> None:
        for part in greeting:
            line.sendall(part)
        for command in line.makefile("rb"):
            tag = command.split()[0]
            found = (answer for word, answer in [*told, *USUAL] if word.encode() in command)
            for part in next(found):
                line.sendall(part.replace(b"TAG", tag))

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield Server("127.0.0.1", door.getsockname()[1], "plain", USER, PASSWORD)
    finally:
        door.shutdown(socket.SHUT_RDWR)
        door.close()
