"""Requests a second, p95 and memory of a running Passo: `run.py bench serve`.

Four clients, signed in, ask for the home page over connections that stay open, as browsers do.
Beside it, in the same run and on the same data: Django's own runserver.
"""

import argparse
import http.client
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from tests.lib.test_serve import free_port  # noqa: E402 -- found by the line above
from tests.lib.trial import Trial, eventually, trial  # noqa: E402
from tools.postgres import postgresql  # noqa: E402

CLIENTS = 4
SIGNED_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from passo.businesses import wall
from tests.world import make_business, make_user
with wall.opened():
    user = make_user("Anna Bianchi")
    business = make_business("Bianchi Bakery", owner=user)
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(json.dumps([session.session_key, business.slug]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8)
    seconds = parser.parse_args().seconds
    os.environ["DJANGO_SETTINGS_MODULE"] = "passo.settings"
    on_this_database("SQLite", seconds)
    with postgresql() as address:
        os.environ["DATABASE_URL"] = address
        on_this_database("PostgreSQL", seconds)


def on_this_database(name: str, seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder, trial(Path(folder)) as here:
        key, slug = here.ask(SIGNED_IN)
        page = (f"/b/{slug}/", f"passo_session={key}")
        with passo(here) as (port, pid):
            ours = measured(port, *page, seconds)
            show(f"{name}, passo", ours)
            weigh(pid)
        with runserver(here) as port:
            theirs = measured(port, *page, seconds)
            show(f"{name}, runserver", theirs)
        print(f"{'':24}{ours[0] / theirs[0]:.2f} times the rate of runserver")


@contextmanager
def passo(here: Trial) -> Iterator[tuple[int, int]]:
    port = free_port()
    process = here.start("serve", "--port", str(port), "--no-browser")
    if not eventually(lambda: "Ctrl-C ends it" in here.said(process)):
        sys.exit(here.said(process))
    yield port, process.pid
    process.send_signal(signal.SIGINT)
    process.wait()


@contextmanager
def runserver(here: Trial) -> Iterator[int]:
    port = free_port()
    words = ["-m", "django", "runserver", "--noreload", "--insecure", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        [sys.executable, *words], env=here.env, cwd=PROJECT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    eventually(lambda: answers(port))
    yield port
    process.terminate()
    process.wait()


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/health/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def measured(port: int, path: str, cookie: str, seconds: float) -> tuple[float, float, float]:
    """Clients are processes: as threads they would wait for one another, not for the server."""
    ask(port, path, cookie, 2)
    with multiprocessing.Pool(CLIENTS) as pool:
        took = pool.starmap(ask, [(port, path, cookie, seconds)] * CLIENTS)
    times = sorted(time for one in took for time in one)
    return len(times) / seconds, times[len(times) // 2], times[int(len(times) * 0.95)]


def ask(port: int, path: str, cookie: str, seconds: float) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    until, took = time.perf_counter() + seconds, []
    while (began := time.perf_counter()) < until:
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            sys.exit(f"{path} answered {answer.status}, and to time that would mean nothing.")
        took.append(time.perf_counter() - began)
    connection.close()
    return took


def show(name: str, found: tuple[float, float, float]) -> None:
    rate, median, p95 = found
    print(
        f"{name:24}{rate:7.0f} requests/s   p50 {median * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms"
    )


def weigh(pid: int) -> None:
    """RSS counts what processes share once for each; PSS shares it out among them."""
    children = Path(f"/proc/{pid}/task").glob("*/children")
    family = [pid, *(int(child) for path in children for child in path.read_text().split())]
    total = [0.0, 0.0]
    for one in family:
        name = Path(f"/proc/{one}/cmdline").read_text().split("\0")[3]
        rss, pss = weights(one)
        total = [total[0] + rss, total[1] + pss]
        print(f"{'':24}{name:12} RSS {rss:6.1f} MB   PSS {pss:6.1f} MB")
    print(f"{'':24}{'together':12} RSS {total[0]:6.1f} MB   PSS {total[1]:6.1f} MB")


def weights(pid: int) -> tuple[float, float]:
    rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = dict(re.findall(r"^(Rss|Pss):\s+(\d+)", rolled, re.MULTILINE))
    return int(found["Rss"]) / 1024, int(found["Pss"]) / 1024


if __name__ == "__main__":
    main()
