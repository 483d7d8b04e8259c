"""How a command comes into being: its name, its `--json`, its Django, its answer."""

import inspect
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from inspect import Parameter
from typing import Annotated, Any

import typer

from passo.cli.answers import Answer, Code, say
from passo.cli.waking import awake
from passo.lib.words import _

Work = Callable[..., Answer]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print one JSON object, nothing else."))]


def group(says: str) -> typer.Typer:
    return typer.Typer(help=says, no_args_is_help=True, rich_markup_mode=None)


def command(
    app: typer.Typer, name: str, says: str, *, django: bool = True, tables: bool = True
) -> Callable[[Work], Work]:
    """Put a function on the command line; it answers, and never prints itself."""

    def decorate(work: Work) -> Work:
        @wraps(work)
        def run(*, as_json: bool = False, **given: Any) -> None:
            with awake(tables=tables) if django else nullcontext():
                answer = work(**given)
            raise typer.Exit(said(answer, as_json=as_json))

        run.__signature__ = with_json(work)  # type: ignore[attr-defined]
        app.command(name, help=says)(run)
        return work

    return decorate


def said(answer: Answer, *, as_json: bool) -> Code:
    """`passo business list | head` wants no complaint, also not from Python on its way out."""
    try:
        say(answer, as_json=as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Code.PIPE_CLOSED
    return answer.code


def with_json(work: Work) -> inspect.Signature:
    """Its own words, and `--json`: no command can forget it."""
    own = inspect.signature(work)
    option = Parameter("as_json", Parameter.KEYWORD_ONLY, default=False, annotation=AsJson)
    return own.replace(parameters=[*own.parameters.values(), option])
