"""A real Passo for the browser: `passo serve` on a data folder of its own, as owners start it."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.own_database import drop_database

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
IMPORT_MS = 60_000


class Server:
    """Its address, and its command line."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.environment = {
            **os.environ,
            "PASSO_DATA": str(folder),
            "PASSO_ADDRESS": self.address,
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "passo.settings",
            "PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")]),
        }

    def passo(self, *words: str, typed: str = "") -> Any:
        """Run one command beside the server; its answer as JSON."""
        return self.python("-m", "passo", *words, "--json", typed=typed)

    def python(self, *words: str, typed: str = "") -> Any:
        done = subprocess.run(
            [sys.executable, *words],
            env=self.environment,
            cwd=PROJECT,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return json.loads(done.stdout)

    @contextmanager
    def serving(self) -> Iterator["Server"]:
        command = [sys.executable, "-m", "passo", "serve", "--no-browser"]
        said = (self.folder / "said.txt").open("w+")
        with (
            said,
            subprocess.Popen(
                [*command, "--port", str(self.port)], env=self.environment, stdout=said, stderr=said
            ) as process,
        ):
            try:
                self.wait_for_it(process)
                yield self
            finally:
                process.terminate()
                process.wait(20)

    def wait_for_it(self, process: "subprocess.Popen[bytes]") -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            assert process.poll() is None, self.said()
            try:
                with urllib.request.urlopen(f"{self.address}/health/", timeout=5):  # noqa: S310
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise TimeoutError(f"Passo did not start within {PATIENCE_SECONDS} s. {self.said()}")

    def said(self) -> str:
        return (self.folder / "said.txt").read_text()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def fresh_server() -> Iterator[Server]:
    """A Passo that nobody has started before, on whichever database the tests run on."""
    with (
        tempfile.TemporaryDirectory(prefix="passo-browser-", ignore_cleanup_errors=True) as name,
        fresh_database() as database,
    ):
        yield Server(Path(name), database)


@contextmanager
def fresh_database() -> Iterator[str]:
    """An empty address means SQLite in the data folder."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield ""
        return
    name = f"passo_browser_{os.getpid()}_{free_port()}"
    before, _, options = given.partition("?")
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{before.rpartition('/')[0]}/{name}?{options}"
        finally:
            drop_database(connection, name)
