"""Nothing is left unsaid in any language."""

import subprocess
import sys
from pathlib import Path

from passo import PROJECT

TOOL = [sys.executable, str(PROJECT / "tools" / "messages.py"), "check"]


def test_every_text_is_there_in_every_language(tmp_path: Path) -> None:
    done = subprocess.run(
        TOOL,
        env={"PASSO_DATA": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
