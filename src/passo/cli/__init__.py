"""The command line. One file for each group of commands; each is named once in `ROOMS`."""

import os
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from passo.cli import (
    accounts,
    bringing_in,
    businesses,
    capture,
    contributions,
    copies,
    introductions,
    machine,
    opportunities,
    people,
    running,
    sample,
    steps,
    today,
    users,
)
from passo.cli.answers import Answer, Code, Stop, complain, say
from passo.lib.refusal import Refusal
from passo.lib.words import _

# Each has `attach(app)`. An area that comes with commands of its own adds its file here.
ROOMS: list[ModuleType] = [
    running,
    sample,
    bringing_in,
    accounts,
    people,
    opportunities,
    contributions,
    capture,
    today,
    steps,
    businesses,
    users,
    copies,
    introductions,
    machine,
]

app = typer.Typer(
    help=_("Passo: small steps, strong allies."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def root(
    data: Annotated[
        Path | None,
        typer.Option("--data", help=_("The data folder, instead of PASSO_DATA."), metavar="FOLDER"),
    ] = None,
) -> None:
    if data:
        os.environ["PASSO_DATA"] = str(data)


for room in ROOMS:
    room.attach(app)


def main(words: list[str] | None = None) -> int:
    """Run one command; whatever happens, a script gets a code and a person a sentence."""
    given = sys.argv[1:] if words is None else words
    speak_utf8()
    os.umask(0o077)  # what is written here is for its owner alone
    if given[:1] == ["--version"]:
        given = ["version", *given[1:]]
    if {"--json", "--help"} <= set(given):
        return explain([word for word in given if word != "--json"])
    try:
        return run(given)
    except (KeyboardInterrupt, typer.Abort):
        return Code.INTERRUPTED
    except (Stop, Refusal, typer.TyperException) as problem:
        sentence, code = worded(problem)
        complain(sentence, as_json="--json" in given)
        return code


def run(given: list[str]) -> int:
    return int(app(given, prog_name="passo", standalone_mode=False) or 0)


def explain(given: list[str]) -> int:
    """A script that asks for help gets one object as well."""
    with redirect_stdout(StringIO()) as said:
        try:
            code = main(given)
        except SystemExit as ended:  # `serve` reads its words by itself
            code = int(ended.code or 0)
    say(Answer({"help": said.getvalue()}), as_json=True)
    return code


def worded(problem: Any) -> tuple[str, int]:
    """A mistyped command also says where to look."""
    if isinstance(problem, typer.TyperException):
        return problem.format_message(), problem.exit_code
    return problem.sentence, getattr(problem, "code", Code.REFUSED)


def speak_utf8() -> None:
    """JSON is UTF-8, whatever the shell believes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
