"""`python3 run.py check`: everything that can be said about the code without running it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
PROGRAMS = Path(PYTHON).parent
CODE = ["src", "tests", "tools", "benchmarks", "run.py"]
IMPORTS = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
TEMPLATES = [str(path) for path in sorted((HERE / "src").rglob("*.html"))]
LINTS: dict[str, list[str]] = {
    "format": [str(PROGRAMS / "ruff"), "format", "--check", "--quiet", *CODE],
    "ruff": [str(PROGRAMS / "ruff"), "check", "--quiet", *CODE],
    "shape": [PYTHON, "tools/shape.py"],
    "layout": [str(PROGRAMS / "djade"), "--target-version", "5.2", "--check", *TEMPLATES],
    "templates": [PYTHON, "-m", "djlint", "--lint", "--quiet", "src/passo"],
    "river": [PYTHON, "-c", IMPORTS, "--no-cache"],
    "types": [PYTHON, "-m", "mypy"],
    "settings": [PYTHON, "-W", "error", "-m", "django", "check", "--fail-level", "WARNING"],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "messages": [PYTHON, "tools/messages.py", "check"],
}


def main(names: list[str]) -> int:
    """All of them, or those named; each one is run even if an earlier one complains."""
    unknown = set(names) - set(LINTS)
    if unknown:
        print(f"There is no such lint: {', '.join(sorted(unknown))}. Known: {', '.join(LINTS)}.")
        return 2
    with tempfile.TemporaryDirectory(prefix="passo-lints-") as folder:
        failed = [name for name in names or LINTS if not passes(name, folder)]
    if failed:
        print(f"To be mended: {', '.join(failed)}.")
    return 1 if failed else 0


def passes(name: str, folder: str) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        LINTS[name], cwd=HERE, env=surroundings(folder), capture_output=True, text=True, check=False
    )
    print(f"{name:<12}{'fine' if done.returncode == 0 else 'NOT FINE':<10}", end="")
    print(f"{time.monotonic() - began:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def surroundings(folder: str) -> dict[str, str]:
    """A data folder of its own: a lint must not make one in somebody's home."""
    ours = {"PASSO_DATA": folder, "DJANGO_SETTINGS_MODULE": "passo.settings"}
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | ours


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
