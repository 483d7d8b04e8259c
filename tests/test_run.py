"""run.py: what can be said about it without a network."""

import ast
import importlib.util
import json
import os
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, standing in a checkout of its own."""
    spec = importlib.util.spec_from_file_location("environment", PROJECT / "tools/environment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "HERE", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "passo.json")
    (tmp_path / "requirements.lock").write_text("one==1")
    return module


def test_any_python_can_read_it_and_be_told_that_it_is_too_old() -> None:
    source = (PROJECT / "run.py").read_text()
    assert ast.parse(source, feature_version=(3, 4))
    assert source.isascii()


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ([], ["-m", "passo", "serve"]),
        (["--port", "81"], ["-m", "passo", "serve", "--port", "81"]),
        (["--help"], ["-m", "passo", "--help"]),
        (["--version"], ["-m", "passo", "--version"]),
        (["user", "list"], ["-m", "passo", "user", "list"]),
        (["--data", "/x", "health"], ["-m", "passo", "--data", "/x", "health"]),
        (["--data", "/x"], ["-m", "passo", "serve", "--data", "/x"]),
    ],
)
def test_no_command_means_serve_and_all_others_are_passed_on(
    environment: ModuleType, words: list[str], rest: list[str]
) -> None:
    assert environment.command_for(words)[1:] == rest


def test_the_tools_run_in_the_environment(environment: ModuleType, tmp_path: Path) -> None:
    python = str(tmp_path / ".venv/bin/python")
    suite = [python, str(tmp_path / "tools/suite.py"), "-k", "x"]
    assert environment.command_for(["test", "-k", "x"]) == suite
    bench = [python, str(tmp_path / "benchmarks/jobs.py"), "--few"]
    assert environment.command_for(["bench", "jobs", "--few"]) == bench
    with pytest.raises(SystemExit, match="Which one"):
        environment.command_for(["bench"])


def test_an_empty_environment_is_given_a_path(environment: ModuleType) -> None:
    bare: dict[str, str] = {"PYTHONHOME": "/elsewhere"}
    environment.complete_environment(bare)
    assert os.defpath in bare["PATH"]
    assert "PYTHONHOME" not in bare


def test_an_install_that_was_cut_off_is_not_taken_as_done(
    environment: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def make(lock: str) -> None:
        (tmp_path / ".venv/bin").mkdir(parents=True, exist_ok=True)
        (tmp_path / ".venv/bin/python").touch()
        done.append(lock)
        if len(done) == 1:
            raise environment.Trouble("The network went away.")

    monkeypatch.setattr(environment, "make_and_fill", make)
    with pytest.raises(environment.Trouble):
        environment.ensure("requirements.lock")
    environment.ensure("requirements.lock")
    environment.ensure("requirements.lock")
    assert len(done) == 2
    (tmp_path / "requirements.lock").write_text("one==2")
    environment.ensure("requirements.lock")
    assert len(done) == 3


def test_the_stamp_of_another_python_or_a_broken_one_does_not_count(
    environment: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / ".venv").mkdir()
    environment.write_stamp("requirements.lock", "abc")
    assert environment.stamped("requirements.lock") == "abc"
    stamp = tmp_path / ".venv/passo.json"
    stamp.write_text(json.dumps({"python": "3.10", "requirements.lock": "abc"}))
    assert environment.stamped("requirements.lock") == ""
    stamp.write_text('{"pyth')
    assert environment.stamped("requirements.lock") == ""


def test_an_environment_is_made_without_pip_and_survives_being_moved(
    environment: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = tmp_path / "here"
    (checkout / "src/passo").mkdir(parents=True)
    (checkout / "src/passo/__init__.py").touch()
    monkeypatch.setattr(environment, "HERE", checkout)
    monkeypatch.setattr(environment, "VENV", checkout / ".venv")
    environment.make_venv("")
    assert environment.is_sound(checkout / ".venv")
    (environment.site_packages(checkout / ".venv") / "passo.pth").write_text("../../../../src\n")
    environment.write_command()
    moved = checkout.rename(tmp_path / "there")
    ask = [str(moved / ".venv/bin/python"), "-c", "import passo; print(passo.__file__)"]
    said = subprocess.run(ask, capture_output=True, text=True, check=True, cwd="/").stdout
    assert Path(said.strip()) == moved / "src/passo/__init__.py"
    (moved / "src/passo/__main__.py").write_text("import sys; print(sys.argv[1:])")
    (tmp_path / "passo").symlink_to(moved / ".venv/bin/passo")
    called = subprocess.run([tmp_path / "passo", "a b"], capture_output=True, text=True, check=True)
    assert called.stdout.strip() == "['a b']"


def test_a_broken_environment_is_not_sound_and_made_anew(
    environment: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to("/nowhere/python3")
    assert not environment.is_sound(tmp_path / ".venv")
    environment.make_venv("")
    assert environment.is_sound(tmp_path / ".venv")


def test_a_pip_that_came_with_python_is_found(environment: ModuleType) -> None:
    assert environment.wheels_at_hand()
    environment.make_venv("")
    assert environment.answers([*environment.pip(), "--version"])


def test_a_pip_that_is_not_the_one_asked_for_is_refused(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f'<a href="../../x/pip-{environment.PIP_VERSION}-py3-none-any.whl#sha256=0">'
    pages = {"https://index.example/simple/pip/": page.encode()}
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple/")
    monkeypatch.setattr(environment, "read", lambda address: pages.get(address, b"something"))
    with pytest.raises(environment.Trouble, match="not the one"):
        environment.fetch_pip()


def test_without_an_index_it_says_what_helps(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(address: str) -> bytes:
        raise OSError(f"{address} does not answer")

    monkeypatch.setattr(environment, "read", unreachable)
    with pytest.raises(environment.Trouble, match="apt install python3-venv"):
        environment.fetch_pip()
