"""`passo serve` with real processes: who may start, what comes back, what is left behind."""

import http.client
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lib.trial import Trial, eventually, trial


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class House:
    def __init__(self, here: Trial) -> None:
        self.here = here
        self.port = free_port()
        self.process = here.start("serve", "--port", str(self.port), "--no-browser")
        assert eventually(lambda: "Ctrl-C ends it" in self.said() or self.has_ended())
        assert not self.has_ended(), self.said()

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def said(self) -> str:
        return self.here.said(self.process)

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def children(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return sorted(int(pid) for path in listed for pid in path.read_text().split())

    def child(self, *, jobs: bool) -> int:
        found = [pid for pid in self.children() if ("jobs" in command(pid)) is jobs]
        return found[0] if found else 0


def command(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text().split("\0")


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with trial(Path(tmp_path_factory.mktemp("house"))) as made:
        yield made


@pytest.fixture(scope="module")
def house(here: Trial) -> House:
    return House(here)


def test_it_says_where_it_is_and_gives_a_link_to_set_it_up_once(house: House) -> None:
    assert f"Passo is at http://localhost:{house.port}\n" in house.said()
    assert re.search(rf"once: http://localhost:{house.port}/welcome/\S+/", house.said())
    assert house.answers()


def test_a_second_start_says_who_holds_the_folder(house: House) -> None:
    second = house.here.run("serve", "--port", str(free_port()), "--no-browser")
    assert second.returncode == 3
    assert f"http://localhost:{house.port} (process {house.process.pid})" in second.stderr


def test_a_port_that_is_taken_is_said_with_another_one_to_try(house: House, tmp_path: Path) -> None:
    second = house.here.run(
        "serve", "--port", str(house.port), "--data", str(tmp_path), "--no-browser"
    )
    assert second.returncode == 4
    assert f"--port {house.port + 1}" in second.stderr


def test_what_dies_comes_back(house: House) -> None:
    for jobs in (False, True):
        before = house.child(jobs=jobs)
        os.kill(before, signal.SIGKILL)
        assert eventually(lambda: house.child(jobs=jobs) not in {0, before})  # noqa: B023
    assert eventually(house.answers)


def test_ctrl_c_ends_everything_within_seconds(house: House) -> None:
    children = house.children()
    assert len(children) == 2
    house.process.send_signal(signal.SIGINT)
    assert house.process.wait(10) == 0
    assert all(is_gone(pid) for pid in children)
    assert "Your data is safe" in house.said()


def test_killed_outright_it_leaves_no_children_and_the_folder_is_free(here: Trial) -> None:
    house = House(here)
    children = house.children()
    house.process.kill()
    house.process.wait()
    assert eventually(lambda: all(is_gone(pid) for pid in children), seconds=12)
    again = House(here)
    again.process.send_signal(signal.SIGTERM)
    assert again.process.wait(10) == 0


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    here = Trial(tmp_path, "")
    done = here.run("serve", "--data", str(tmp_path / "file"), "--no-browser")
    assert done.returncode == 1
    assert "Choose one with --data" in done.stderr


def test_wrong_words_are_said_before_anything_starts(tmp_path: Path) -> None:
    here = Trial(tmp_path, "")
    done: subprocess.CompletedProcess[str] = here.run("serve", "--port", "99999")
    assert done.returncode == 2
    assert "between 1 and 65535" in done.stderr
