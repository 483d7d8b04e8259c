"""A Passo of its own for a trial with real processes: a data folder, a database, an environment."""

import itertools
import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.own_database import drop_database

PROJECT = Path(__file__).resolve().parents[2]
SET_UP = "import json, django; django.setup()\n"


class Trial:
    """Ends every process it started, whatever the test did."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        ours = {"PASSO_DATA": str(folder), "PYTHONUNBUFFERED": "1", "PASSO_LANGUAGE": "en"}
        dropped = {"DATABASE_URL", "PASSO_PARENT", "DISPLAY", "WAYLAND_DISPLAY"}
        self.env = {name: value for name, value in os.environ.items() if name not in dropped} | ours
        if database:
            self.env["DATABASE_URL"] = database
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Its output goes into a file: nobody reads a pipe while it runs."""
        said = (self.folder / f"said-{len(self.started)}").open("w")
        with said:
            process = subprocess.Popen(
                [sys.executable, "-m", "passo", *words],
                cwd=PROJECT, env=self.env, stdout=said, stderr=subprocess.STDOUT, text=True,
            )  # fmt: skip
        self.started.append(process)
        return process

    def said(self, process: subprocess.Popen[str]) -> str:
        return (self.folder / f"said-{self.started.index(process)}").read_text()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "passo", *words]
        return subprocess.run(
            command, cwd=PROJECT, env=self.env, capture_output=True, text=True, timeout=90,
            check=False,
        )  # fmt: skip

    def ask(self, code: str) -> Any:
        """Run a few lines inside Django; what they print as JSON comes back."""
        done = subprocess.run(
            [sys.executable, "-c", SET_UP + code],
            cwd=PROJECT, env=self.env, capture_output=True, text=True, timeout=90, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout else None

    def traces(self, name: str) -> set[str]:
        folder = self.folder / name
        return {path.name for path in folder.iterdir()} if folder.exists() else set()

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.wait()


@contextmanager
def trial(folder: Path) -> Iterator[Trial]:
    with database_of_its_own() as address:
        made = Trial(folder, address)
        try:
            assert made.run("migrate").returncode == 0
            yield made
        finally:
            made.end()


@contextmanager
def database_of_its_own() -> Iterator[str]:
    """On PostgreSQL a fresh database beside the one of the tests; on SQLite the folder has one."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        yield ""
        return
    name = f"trial_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        finally:
            drop_database(connection, name)


def eventually(true: Callable[[], Any], *, seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    for _ in itertools.takewhile(lambda _: time.monotonic() < until, itertools.count()):
        if true():
            return True
        time.sleep(0.05)
    return False
