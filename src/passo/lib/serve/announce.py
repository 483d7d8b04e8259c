"""Say where Passo answers, as soon as it does, and open it where there is a browser."""

import os
import socket
import sys
import time
from typing import Protocol

from passo.lib.serve.wish import Wish
from passo.lib.words import _

PATIENCE_SECONDS = 90
LOOK_SECONDS = 0.1


class Ending(Protocol):
    ending: bool


def announce(wish: Wish, setup_link: str, house: Ending) -> None:
    if not answers(wish, house):
        return
    say(_("Passo is at {address}").format(address=wish.address))
    if setup_link:
        link = absolute(wish, setup_link)
        say(_("Set it up here, once: {link}").format(link=link))
    if wish.host != wish.near:
        said = _("Other machines reach it by the name of this one, on port {port}.")
        say(said.format(port=wish.port))
    say(_("Ctrl-C ends it."))
    if wish.browser and has_a_screen():
        import webbrowser  # noqa: PLC0415 -- most servers never need it

        webbrowser.open(absolute(wish, setup_link))


def absolute(wish: Wish, link: str) -> str:
    return link if "://" in link else f"{wish.address}/{link.lstrip('/')}"


def answers(wish: Wish, house: Ending) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and not house.ending:
        if status(wish.near, wish.port):
            return True
        time.sleep(LOOK_SECONDS)
    return False


def status(host: str, port: int) -> int:
    """Three lines of HTTP by hand: the library for it would stay in memory for good."""
    try:
        with socket.create_connection((host, port), timeout=10) as connection:
            connection.sendall(f"GET /health/ HTTP/1.0\r\nHost: {host}:{port}\r\n\r\n".encode())
            first_line = connection.makefile("rb").readline().split()
    except OSError:
        return 0
    return int(first_line[1]) if first_line[1:] else 0


def has_a_screen() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and os.geteuid() > 0


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
