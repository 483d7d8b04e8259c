"""Passo: small steps, strong allies."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def version() -> str:
    """The first numbered heading of the change log: one place to raise it."""
    for line in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## ") and line[3:4].isdigit():
            return line[3:].split()[0]
    raise LookupError("CHANGELOG.md has no version heading.")
