"""Passo: small steps, strong allies."""

import os
from pathlib import Path

# Requests share the cores already. Threads of numpy's own would wait for each other by spinning:
# where another program had one of two cores, a product of a millisecond took two hundred.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

PROJECT = Path(__file__).resolve().parents[2]


def version() -> str:
    """The first numbered heading of the change log: one place to raise it."""
    for line in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## ") and line[3:4].isdigit():
            return line[3:].split()[0]
    raise LookupError("CHANGELOG.md has no version heading.")
