"""A command in a process of its own, on a data folder of its own, with no other settings."""

import os
import subprocess
import sys
from pathlib import Path


def ask(folder: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "passo", *words],
        capture_output=True,
        text=True,
        env=environment(folder) | more,
        check=False,
        timeout=120,
    )


def environment(folder: Path) -> dict[str, str]:
    """Nothing of the shell that runs the tests, save where programs lie and who counts lines."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("COV")}
    return kept | {"PATH": os.environ["PATH"], "PASSO_DATA": str(folder)}
