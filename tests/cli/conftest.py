"""`passo(…)`: a command as typed, in this process, and what it said."""

import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from passo.cli import main

ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
collect_ignore = [] if ON_POSTGRESQL else ["test_check_postgresql.py"]


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def told(self) -> dict[str, Any]:
        """The one JSON object, and nothing else."""
        answer = json.loads(self.out)
        assert isinstance(answer, dict)
        return answer


class Terminal(io.StringIO):
    """Somebody sits there and types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def passo(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    monkeypatch.setenv("PASSO_LANGUAGE", "en")

    def run(*words: str, typed: str = "", at_a_terminal: bool = False) -> Said:
        monkeypatch.setattr(sys, "stdin", Terminal(typed) if at_a_terminal else io.StringIO(typed))
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run
