"""Radicale in a thread, and web servers that say what they were told to say."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import ThreadingMixIn
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import requests
from radicale import Application, config

from passo.lib.remote.server import Site

USER, PASSWORD = "anna", "app-password-of-anna"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
    "DTSTAMP:20261101T100000Z\r\nDTSTART:20261102T100000Z\r\nSUMMARY:{title}\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{title}\r\nN:{title};;;;\r\nEND:VCARD\r\n"
MAKE_CALENDAR = (
    '<mkcol xmlns="DAV:"><set><prop><resourcetype><collection/>'
    '<calendar xmlns="urn:ietf:params:xml:ns:caldav"/></resourcetype>'
    "<displayname>{name}</displayname></prop></set></mkcol>"
)
MAKE_BOOK = (
    '<mkcol xmlns="DAV:"><set><prop><resourcetype><collection/>'
    '<addressbook xmlns="urn:ietf:params:xml:ns:carddav"/></resourcetype>'
    "<displayname>{name}</displayname></prop></set></mkcol>"
)


class Silently(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nobody listens."""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Library:
    """What Anna would do with other programs: `put`, `remove`, `make`."""

    def __init__(self, address: str, certificate: Path | None) -> None:
        self.root, self.certificate = address, certificate
        self.site = Site(address, USER, PASSWORD)

    def send(self, method: str, path: str, body: str = "", **headers: str) -> None:
        where = f"{self.root}/{USER}/{path}"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        trusted: Any = str(self.certificate) if self.certificate else True
        with requests.Session() as session:
            session.trust_env = False
            done = session.request(
                method, where, data=body.encode(), headers=named, auth=(USER, PASSWORD),
                verify=trusted,
            )  # fmt: skip
        assert done.ok, (done.status_code, done.text)

    def make(self, *, calendar: str = "", book: str = "") -> None:
        if calendar:
            self.send("MKCOL", f"{calendar}/", MAKE_CALENDAR.format(name=calendar.title()))
        if book:
            self.send("MKCOL", f"{book}/", MAKE_BOOK.format(name=book.title()))

    def put(self, path: str, title: str) -> None:
        card = path.endswith(".vcf")
        text = (CARD if card else EVENT).format(uid=path.rpartition("/")[2], title=title)
        self.send("PUT", path, text, Content_Type="text/vcard" if card else "text/calendar")


@contextmanager
def library(folder: Path, pair: tuple[Path, Path] | None = None) -> Iterator[Library]:
    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n")
    settings = config.load()
    settings.update(
        {
            "auth": {"type": "htpasswd", "htpasswd_filename": str(users),
                     "htpasswd_encryption": "plain", "delay": "0"},
            "storage": {"filesystem_folder": str(folder / "kept"), "_filesystem_fsync": "False"},
        },
        "test",
        privileged=True,
    )  # fmt: skip
    logging.getLogger("radicale").setLevel(logging.CRITICAL)
    server = Server(("127.0.0.1", 0), Silently)
    server.set_app(Application(settings))
    with running(server, pair) as address:
        yield Library(address, pair[0] if pair else None)


@contextmanager
def running(server: Any, pair: tuple[Path, Path] | None = None) -> Iterator[str]:
    if pair:
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http{'s' if pair else ''}://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()


Tell = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def web_parrot(tell: Tell, pair: tuple[Path, Path] | None = None) -> Iterator[str]:
    """A web server in which `tell` answers whatever is asked."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.close_connection = True
            tell(self)

        do_GET = do_PROPFIND = do_REPORT = answer  # noqa: N815 -- the names http.server looks for

        def log_message(self, *_: Any) -> None:
            """Nobody listens."""

    class QuietServer(ThreadingHTTPServer):
        def handle_error(self, *_: Any) -> None:
            """Whoever was told too much has hung up."""

    with running(QuietServer(("127.0.0.1", 0), Handler), pair) as address:
        yield address


def say(request: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """One whole answer."""
    request.rfile.read(int(request.headers.get("Content-Length") or 0))
    request.send_response(status)
    for name, value in ({"Content_Length": str(len(body))} | headers).items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)
