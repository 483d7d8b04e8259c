"""`passo serve`: takes the lock, prepares, then keeps web and jobs alive until told to end."""

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
from passo.lib.serve.family import PARENT, use_little_memory
from passo.lib.serve.lock import HeldError, Lock
from passo.lib.serve.web import load, web_server
from passo.lib.serve.wish import Wish

ENDED_WELL, NOT_POSSIBLE, HELD, PORT_TAKEN = 0, 1, 3, 4
LOOK_SECONDS = 0.2
JOBS_END_SECONDS = 6
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
        return no(NOT_POSSIBLE, f"The data folder cannot be used: {error}. Choose one with --data.")
    try:
        return run(wish)
    except KeyboardInterrupt:
        return ENDED_WELL
    finally:
        lock.release()


def run(wish: Wish) -> int:
    if not is_free(wish.host, wish.port):
        return no(
            PORT_TAKEN,
            f"Port {wish.port} is taken by another program. "
            f"Try another one: passo serve --port {wish.port + 1}",
        )
    os.environ[PARENT] = str(os.getpid())
    prepared = prepare()
    if prepared is None:
        return no(NOT_POSSIBLE, "Passo could not get its data ready. What went wrong stands above.")
    use_little_memory()
    House(wish, str(prepared.get("setup_link") or "")).live()
    return ENDED_WELL


def prepare() -> dict[str, Any] | None:
    """In a process of its own: what Django needs for this is given back when it ends."""
    command = [sys.executable, "-m", "passo", "prepare", "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.stderr.write(done.stdout)
        return None
    found: dict[str, Any] = json.loads(done.stdout or "{}")
    return found


class House:
    """The web server is looked after by the main thread, the jobs by a second one.

    `ending` is a plain flag: a signal may set it at any moment, where a lock could block.
    """

    def __init__(self, wish: Wish, setup_link: str) -> None:
        self.wish = wish
        self.setup_link = setup_link
        self.ending = False

    def live(self) -> None:
        keeper = Thread(target=self.keep_jobs, name="jobs")
        keeper.start()
        Thread(target=announce, args=(self.wish, self.setup_link, self), daemon=True).start()
        try:
            self.keep_web()
        finally:
            self.ending = True
            keeper.join()
        say("Passo has ended. Your data is safe.")

    def keep_web(self) -> None:
        pause = Pause()
        while not self.ending:
            self.serve_web()
            self.rest(pause.seconds())

    def serve_web(self) -> None:
        """Granian restarts a worker that dies, and gives up on one that dies twice at once."""
        server = web_server(self.wish.host, self.wish.port)
        interrupt = server.signal_handler_interrupt

        def end(*_: Any) -> None:
            self.ending = True
            interrupt()

        server.signal_handler_interrupt = end
        server.on_startup(lambda: interrupt() if self.ending else None)
        try:
            server.serve(target_loader=load, wrap_loader=False)
        except SystemExit:
            if not self.ending:
                say("The web server ended. It is started again.")

    def keep_jobs(self) -> None:
        pause = Pause()
        while not self.ending:
            child = subprocess.Popen(
                [sys.executable, "-m", "passo", "jobs"], start_new_session=True
            )
            while child.poll() is None and not self.ending:
                time.sleep(LOOK_SECONDS)
            if self.ending:
                end_child(child)
            else:
                say("The process for the jobs ended. It is started again.")
                self.rest(pause.seconds())

    def rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.ending:
            time.sleep(LOOK_SECONDS)


class Pause:
    """One second, two, four … half a minute; after a steady minute it begins anew."""

    def __init__(self) -> None:
        self.length = 1.0
        self.last = time.monotonic()

    def seconds(self) -> float:
        now = time.monotonic()
        steady = now - self.last > STEADY_SECONDS + self.length
        self.length = 1.0 if steady else min(self.length * 2, LONGEST_PAUSE)
        self.last = now
        return self.length


def end_child(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(JOBS_END_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def is_free(host: str, port: int) -> bool:
    """Asked without SO_REUSEPORT, which would let two servers share a port without a word."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def held_sentence(held: HeldError) -> str:
    where = f" at {held.address}" if held.address else ""
    return (
        f"Passo already runs on this data folder{where} (process {held.pid}). "
        "Open that address, or end that process first."
    )


def no(code: int, sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


def end_quietly(*_: Any) -> NoReturn:
    raise KeyboardInterrupt
