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
from tests.cli.asking import ask, environment


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


def test_a_fresh_folder_gets_its_tables_at_the_first_command(tmp_path: Path) -> None:
    words = ("business", "add", "Rossi Räder", "--slug", "rossi", "--owner", "anna@example.org")
    done = ask(tmp_path, *words, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["slug"] == "rossi"
    assert told["name"] == "Rossi Räder"
    assert (tmp_path / "passo.sqlite3").stat().st_mode & 0o077 == 0


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
