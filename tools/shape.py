"""Functions under 50 lines, files under 400, templates under 61: beyond, it is two ideas.

And a view starts from the business it was handed, never from `Model.objects`. A number that names
something is printed with |unlocalize: without it the 1,000th person of a business was "1.000" in
German, and an offer could be given to nobody who came after them.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
FUNCTION, FILE, TEMPLATE = 49, 399, 60
# An `outer_id` is the word of others, an `auto_id` the name of a field.
GROUPED = re.compile(r"\{\{ *[\w.]*\b(?:pk|(?!outer_id|auto_id)\w+_id) *\}\}")
FROM_NOWHERE = re.compile(r"\b[A-Z]\w*\.objects\b")
ROOMS = ("src", "tests", "tools", "benchmarks", "run.py")
FORBIDDEN = {"utils", "helpers", "services", "managers", "common", "core"}


def complaints(root: Path) -> Iterator[str]:
    for path in python_files(root):
        name = path.relative_to(root)
        if FORBIDDEN & {path.stem, *name.parts}:
            yield f"{name}: files are named after an idea, and this name has no end"
        text = path.read_text(encoding="utf-8")
        if "migrations" in name.parts:
            continue
        if (lines := len(text.splitlines())) > FILE:
            yield f"{name}: {lines} lines, and {FILE} are the most"
        if "views" in {name.stem, name.parent.name} and FROM_NOWHERE.search(text):
            yield f"{name}: a view starts from its business, not from Model.objects"
        yield from (f"{name}:{found}" for found in long_functions(text))
    yield from templates(root)


def templates(root: Path) -> Iterator[str]:
    for path in sorted((root / "src").rglob("*.html")):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(root)
        if (lines := len(text.splitlines())) > TEMPLATE:
            yield f"{name}: {lines} lines, and {TEMPLATE} are the most"
        for found in GROUPED.findall(text):
            yield f"{name}: {found} gets dots from 1,000 on: it needs |unlocalize"


def python_files(root: Path) -> Iterator[Path]:
    for room in ROOMS:
        place = root / room
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place]


def long_functions(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{node.lineno}: {node.name} has {lines} lines, and {FUNCTION} are the most"


def main() -> int:
    found = list(complaints(HERE))
    print("\n".join(found) or "Every function and file has a size one can read.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
