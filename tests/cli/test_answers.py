"""How every command answers: a code, a sentence for a person, one JSON object for a script."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from passo import version
from passo.cli import app
from passo.cli.answers import drawn, table
from tests.cli.asking import ask, environment
from tests.lib.test_serve import free_port


def leaves(group: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from leaves(command, (*words, name))
        else:
            yield (*words, name), command


COMMANDS = dict(leaves(typer.main.get_group(app)))


@pytest.mark.parametrize("words", [one for one in COMMANDS if one != ("serve",)], ids=" ".join)
def test_every_command_can_answer_in_json(words: tuple[str, ...]) -> None:
    assert any("--json" in option.opts for option in COMMANDS[words].params)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_in_a_line_what_it_does(words: tuple[str, ...]) -> None:
    assert COMMANDS[words].help.endswith(".")


def test_a_mistyped_command_is_a_sentence_and_two(passo: Callable[..., Any]) -> None:
    said = passo("buisness")
    assert (said.code, said.out) == (2, "")
    assert "buisness" in said.err
    assert "Traceback" not in said.err


def test_a_mistyped_option_is_json_for_a_script(passo: Callable[..., Any]) -> None:
    said = passo("business", "list", "--colour", "--json")
    assert said.code == 2
    assert "--colour" in said.told["error"]
    assert said.err == ""


@pytest.mark.parametrize(
    "words", [("--help",), ("user", "--help"), ("business", "list", "--help"), ("serve", "--help")]
)
def test_help_is_one_object_for_a_script(passo: Callable[..., Any], words: tuple[str, ...]) -> None:
    said = passo(*words, "--json")
    assert (said.code, said.err) == (0, "")
    assert "passo" in said.told["help"]


@pytest.mark.parametrize("words", [("--port", "99999"), ("--colour",), ("--data",)], ids=" ".join)
def test_serving_mistyped_is_one_object_for_a_script(
    passo: Callable[..., Any], words: tuple[str, ...]
) -> None:
    said = passo("serve", *words, "--json")
    assert (said.code, said.err) == (2, "")
    assert "usage" not in said.told["error"]


def test_the_version_is_also_an_option(passo: Callable[..., Any]) -> None:
    assert passo("--version", "--json").told == {"version": version()}


@pytest.mark.django_db
def test_what_is_not_there_is_five_and_what_comes_near_is_said(
    passo: Callable[..., Any], bakery: Any
) -> None:
    said = passo("business", "show", "bianchi-bakry")
    assert said.code == 5
    assert "bianchi-bakery" in said.err
    assert passo("business", "show", "bianchi-bakry", "--json").told["error"] == said.err.strip()


@pytest.mark.django_db
def test_square_brackets_in_a_name_are_only_brackets(passo: Callable[..., Any]) -> None:
    passo("business", "add", "Rossi [bold] & Sons")
    assert "Rossi [bold] & Sons" in passo("business", "list").out


def test_the_version_is_that_of_the_change_log(passo: Callable[..., Any]) -> None:
    assert passo("version", "--json").told == {"version": version()}


def test_help_needs_no_django_and_no_data(tmp_path: Path) -> None:
    code = (
        "import sys; from passo.cli import main; main(['business', '--help']);"
        "assert 'django' not in sys.modules"
    )
    broken = environment(tmp_path) | {"DATABASE_URL": "mongodb://x"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=broken, check=False
    )
    assert done.returncode == 0, done.stderr
    assert b"add" in done.stdout


def test_a_wrong_setting_is_a_sentence(tmp_path: Path) -> None:
    done = ask(tmp_path, "business", "list", DATABASE_URL="mongodb://x")
    assert done.returncode == 1
    assert "mongodb" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_disk_that_refuses_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "passo.lock").mkdir()
    done = ask(tmp_path, "move", "--to", "sqlite:////tmp/never.sqlite3", "--json")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Is a directory" in json.loads(done.stdout)["error"]


def test_damaged_secrets_are_named(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{")
    error = json.loads(ask(tmp_path, "health", "--json").stdout)["error"]
    assert "secrets.json is damaged" in error
    serving = ask(tmp_path, "serve", "--no-browser", "--port", str(free_port()))
    assert serving.returncode == 1
    assert "secrets.json is damaged" in serving.stderr
    assert "{" not in serving.stderr


def test_jobs_without_tables_are_a_sentence_for_a_script(tmp_path: Path) -> None:
    done = ask(tmp_path, "jobs", "--burst", "--json")
    assert (done.returncode, done.stderr) == (1, "")
    assert "migrate" in json.loads(done.stdout)["error"]


def test_a_fresh_folder_gets_its_tables_at_the_first_command(tmp_path: Path) -> None:
    words = ("business", "add", "Rossi Räder", "--slug", "rossi", "--owner", "anna@example.org")
    done = ask(tmp_path, *words, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["slug"] == "rossi"
    assert told["name"] == "Rossi Räder"
    assert (tmp_path / "passo.sqlite3").stat().st_mode & 0o077 == 0


def test_what_others_wrote_does_not_steer_the_window() -> None:
    hostile = "Paola\x1b[2J\x9b5n\u202e [bold]"
    shown = drawn([hostile, table(["Name"], [[hostile]])])
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
    assert shown.count("Paola [2J 5n  [bold]") == 2


def test_a_reader_that_goes_away_hears_no_complaint(tmp_path: Path) -> None:
    pipe = subprocess.Popen(
        [sys.executable, "-m", "passo", "version"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert pipe.stdout
    assert pipe.stderr
    pipe.stdout.close()
    assert pipe.wait(30) == 141
    assert pipe.stderr.read() == b""
    pipe.stderr.close()


def test_the_shell_says_which_language(tmp_path: Path) -> None:
    done = ask(tmp_path, "business", "show", "nowhere", LANG="xx_XX.UTF-8")
    assert "There is no business" in done.stderr
