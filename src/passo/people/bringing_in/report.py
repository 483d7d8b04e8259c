"""What an import did, for pages, files and scripts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from passo.people.bringing_in.work import COUNTED
from passo.people.models import Import, ImportProblem


def counted(brought_by: Import) -> dict[str, int]:
    """Every figure, also those that are none; `problems` are told one by one."""
    return {name: brought_by.counts.get(name, 0) for name in COUNTED if name != "problems"}


def problems_of(brought_by: Import) -> Iterator[dict[str, Any]]:
    for problem in brought_by.problems.order_by("pk").iterator():
        yield {
            "file": problem.file or brought_by.name,
            "line": problem.line,
            "sentence": sentence_of(problem),
            "what": problem.what,
        }


def sentence_of(problem: ImportProblem) -> str:
    return said(problem.sentence, problem.values)


def said(sentence: str, values: dict[str, Any]) -> str:
    """An English sentence from a reader or the engine, in the reader's language."""
    return _(sentence) % values if sentence else ""
