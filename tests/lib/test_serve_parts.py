"""The parts of `passo serve` that need no process of their own."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from passo.lib.queue import whereabouts
from passo.lib.serve import announce, supervisor
from passo.lib.serve.lock import HeldError, Lock, holder
from passo.lib.serve.wish import Wish, wish_from


def test_the_supervisor_imports_no_django() -> None:
    code = (
        "import sys, passo.lib.serve.supervisor; print([m for m in sys.modules if 'django' in m])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_lock_names_its_holder_and_is_free_afterwards(tmp_path: Path) -> None:
    assert holder(tmp_path) is None
    lock = Lock(tmp_path, "http://127.0.0.1:8000")
    with pytest.raises(HeldError) as held:
        Lock(tmp_path, "http://127.0.0.1:8001")
    assert (held.value.pid, held.value.address) == (os.getpid(), "http://127.0.0.1:8000")
    assert str(os.getpid()) in supervisor.held_sentence(held.value)
    assert holder(tmp_path) is not None
    lock.release()
    assert holder(tmp_path) is None
    Lock(tmp_path, "").release()


def test_the_lock_is_private(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "")
    assert (tmp_path / "passo.lock").stat().st_mode & 0o777 == 0o600
    lock.release()


def test_a_lock_read_a_moment_too_early_still_refuses(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "x")
    (tmp_path / "passo.lock").write_text("")
    held = holder(tmp_path)
    assert held is not None
    assert (held.pid, held.address) == (0, "")
    lock.release()


@pytest.mark.parametrize(
    ("wish", "address"),
    [
        (Wish(), "http://localhost:8000"),
        (Wish(host="0.0.0.0", port=80), "http://localhost:80"),  # noqa: S104
        (Wish(host="::1"), "http://[::1]:8000"),
        (Wish(host="box.local"), "http://box.local:8000"),
    ],
)
def test_the_address_is_one_a_browser_here_can_open(wish: Wish, address: str) -> None:
    assert wish.address == address


def test_words_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSO_PORT", "8100")
    assert wish_from([]).port == 8100
    assert wish_from(["--port", "8200", "--no-browser"]) == Wish(port=8200, browser=False)


def test_links_are_completed_and_public_addresses_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert announce.absolute(Wish(), "/welcome/x/") == "http://localhost:8000/welcome/x/"
    monkeypatch.setenv("PASSO_ADDRESS", "https://passo.example.org/")
    assert announce.absolute(Wish(), "/welcome/x/") == "https://passo.example.org/welcome/x/"
    assert announce.absolute(Wish(), "http://there/") == "http://there/"


def test_a_port_somebody_listens_on_is_not_free() -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, sentence = supervisor.cannot_listen("127.0.0.1", port) or (0, "")
        assert code == 4
        assert f"--port {port + 1}" in sentence
        assert announce.status("127.0.0.1", 1) == 0
    assert supervisor.cannot_listen("127.0.0.1", port) is None


def test_the_supervisor_speaks_the_language_of_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSO_LANGUAGE", "de")
    assert "läuft schon" in supervisor.held_sentence(HeldError(1, "http://localhost:8000"))


def test_an_address_of_another_machine_is_not_called_a_taken_port() -> None:
    code, sentence = supervisor.cannot_listen("203.0.113.9", 8433) or (0, "")
    assert code == 1
    assert "203.0.113.9" in sentence
    assert "--host" in sentence


def test_pauses_grow_and_begin_anew_after_a_steady_time() -> None:
    pause = supervisor.Pause()
    assert [pause.seconds() for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    pause.last -= 200
    assert pause.seconds() == 1


class Ending:
    ending = False


def test_the_address_and_the_way_in_are_said_once_it_answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("PASSO_LANGUAGE", "en")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        answer = Thread(target=answer_once, args=(server,))
        answer.start()
        announce.announce(Wish(host="0.0.0.0", port=port), "/welcome/x/", Ending())  # noqa: S104
        answer.join()
    said = capsys.readouterr().out
    assert f"Set it up here, once: http://localhost:{port}/welcome/x/" in said
    assert f"on port {port}" in said


def answer_once(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")


def test_nothing_is_announced_by_a_house_that_is_ending(capsys: pytest.CaptureFixture[str]) -> None:
    house = Ending()
    house.ending = True
    announce.announce(Wish(), "", house)
    assert capsys.readouterr().out == ""


def test_a_child_that_does_not_end_when_asked_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "END_SECONDS", 0.5)
    child = supervisor.Child("deaf")
    child.end()
    deaf = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        child.process = process
        child.ask_to_end()
        child.end()
        assert process.returncode == -9


def test_a_data_folder_that_cannot_be_prepared_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PASSO_DATA", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "mysql://nowhere/x")
    monkeypatch.setenv("PASSO_PARENT", "")
    assert supervisor.run(Wish(port=port_of_nobody())) == 1
    assert "could not get its data ready" in capsys.readouterr().err


def port_of_nobody() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_process_is_known_by_its_number_and_its_birth() -> None:
    me = os.getpid()
    assert whereabouts.is_running(me, whereabouts.born(me))
    assert not whereabouts.is_running(me, "1")
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    assert not whereabouts.is_running(gone.pid, "")
    assert whereabouts.is_running(me, "")
    assert whereabouts.born(gone.pid) == ""
