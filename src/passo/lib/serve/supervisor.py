"""`passo serve`: takes the lock, prepares, then keeps web and jobs alive until told to end."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from threading import Thread
from typing import Any, NoReturn

from passo.lib.data_folder import data_folder
from passo.lib.serve.announce import announce, say
from passo.lib.serve.family import PARENT
from passo.lib.serve.lock import HeldError, Lock
from passo.lib.serve.wish import Wish
from passo.lib.words import _

ENDED_WELL, NOT_POSSIBLE, HELD, PORT_TAKEN = 0, 1, 3, 4
LOOK_SECONDS = 0.2
END_SECONDS = 6
LONGEST_PAUSE = 30
STEADY_SECONDS = 60


def serve(wish: Wish) -> int:
    signal.signal(signal.SIGTERM, end_quietly)
    wish.into_environment()
    try:
        lock = Lock(data_folder(), wish.address)
    except HeldError as held:
        return no(HELD, held_sentence(held))
    except OSError as error:
        said = _("The data folder cannot be used: {problem}. Choose one with --data.")
        return no(NOT_POSSIBLE, said.format(problem=error))
    try:
        return run(wish)
    except KeyboardInterrupt:
        return ENDED_WELL
    finally:
        lock.release()


def run(wish: Wish) -> int:
    if obstacle := cannot_listen(wish.host, wish.port):
        return no(*obstacle)
    os.environ[PARENT] = str(os.getpid())
    prepared = prepare()
    if prepared is None:
        said = _("Passo could not get its data ready. What went wrong stands above.")
        return no(NOT_POSSIBLE, said)
    House(wish, str(prepared.get("setup_link") or "")).live()
    return ENDED_WELL


def prepare() -> dict[str, Any] | None:
    """In a process of its own: what Django needs for this is given back when it ends."""
    command = [sys.executable, "-m", "passo", "prepare", "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    found: dict[str, Any] = json.loads(done.stdout or "{}")
    if done.returncode:
        sys.stderr.write(f"{found.get('error', '')}\n")
        return None
    return found


class House:
    """The child processes, and what happens to them.

    `ending` is a plain flag: a signal may set it at any moment, where a lock could block.
    """

    def __init__(self, wish: Wish, setup_link: str) -> None:
        self.wish = wish
        self.setup_link = setup_link
        self.ending = False

    def live(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.end)
        children = [Child("web"), Child("jobs")]
        Thread(target=announce, args=(self.wish, self.setup_link, self), daemon=True).start()
        while not self.ending:
            for child in children:
                child.look_after()
            time.sleep(LOOK_SECONDS)
        for child in children:
            child.ask_to_end()
        for child in children:
            child.end()
        say(_("Passo has ended. Your data is safe."))

    def end(self, *_: Any) -> None:
        self.ending = True


class Child:
    """A process of its own session, so that Ctrl-C in the terminal does not reach it directly."""

    def __init__(self, name: str) -> None:
        self.command = [sys.executable, "-m", "passo", name]
        self.name = name
        self.pause = Pause()
        self.start_at = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def look_after(self) -> None:
        """Started when its time has come; when it dies, that is after a breath."""
        if self.process is None:
            if time.monotonic() >= self.start_at:
                self.process = subprocess.Popen(  # noqa: S603 -- our own words
                    self.command, start_new_session=True
                )
        elif self.process.poll() is not None:
            seconds = self.pause.seconds()
            said = _("The process “{name}” ended. It starts again in {seconds:.0f} s.")
            say(said.format(name=self.name, seconds=seconds))
            self.start_at = time.monotonic() + seconds
            self.process = None

    def ask_to_end(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def end(self) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Pause:
    """One second, two, four … half a minute; after a steady minute it begins anew."""

    def __init__(self) -> None:
        self.length = 0.5
        self.last = time.monotonic()

    def seconds(self) -> float:
        now = time.monotonic()
        steady = now - self.last > STEADY_SECONDS + self.length
        self.length = 1.0 if steady else min(self.length * 2, LONGEST_PAUSE)
        self.last = now
        return self.length


def cannot_listen(host: str, port: int) -> tuple[int, str] | None:
    """Asked without SO_REUSEPORT, which would let two servers share a port without a word."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return why_not(error, host, port)
    return None


def why_not(error: OSError, host: str, port: int) -> tuple[int, str]:
    """Taken, or not ours to take: a low port, another machine's address, a name unknown here."""
    if error.errno == errno.EADDRINUSE:
        said = _("Port {port} is taken by another program. Try another one: --port {next}")
        return PORT_TAKEN, said.format(port=port, next=port + 1)
    said = _("Passo cannot answer at {host}, port {port}: {problem}. Try --host and --port.")
    return NOT_POSSIBLE, said.format(host=host, port=port, problem=error.strerror or error)


def held_sentence(held: HeldError) -> str:
    said = _(
        "Passo already runs on this data folder: {address} (process {pid}). "
        "Open that address, or end that process first."
    )
    return said.format(address=held.address, pid=held.pid)


def no(code: int, sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


def end_quietly(*_: Any) -> NoReturn:
    raise KeyboardInterrupt
