"""`python3 run.py test`: the lints, then every test on both databases and in a real browser.

With words after it (`python3 run.py test tests/lib -k worker`) only those tests run, on both
databases, without lints or a verdict on coverage.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FOUND = ("/usr/bin/chromium", "/snap/bin/chromium",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")  # fmt: skip
ALIKE = ["-p", "no:cacheprovider", "-W", "error"]
WHO_MAY_SEE_WHAT = ["--include=*/businesses/access.py", "--fail-under=100"]
# Watching every line makes all twice as slow. It is done where each test runs for the first time;
# what runs once more on PostgreSQL, or behind the browser, would show no line that is not seen yet.
COVER = ["--cov", "--cov-branch", "--cov-report="]
ITS_OWN = "*_postgresql.py"
BUT_ITS_OWN = [f"--ignore-glob={ITS_OWN}"]


def main(words: list[str]) -> int:
    if words:
        return only(words)
    if not browser():
        get_browser()
    steps = [
        ("the lints", [PYTHON, "tools/lints.py"]),
        ("on SQLite", pytest("-m", "not browser", *both_cores(), *COVER)),
        ("on PostgreSQL", postgresql("-m", "not browser", *both_cores(), *BUT_ITS_OWN)),
        ("on PostgreSQL alone", postgresql(*its_own(), *both_cores(), *COVER, "--cov-append")),
        ("in a browser", pytest("-m", "browser", *both_cores())),
        ("coverage", [PYTHON, "-m", "coverage", "report"]),
        ("coverage of access", [PYTHON, "-m", "coverage", "report", *WHO_MAY_SEE_WHAT]),
    ]
    return conclude([name for name, command in steps if not passes(name, command)])


def only(words: list[str]) -> int:
    codes = {run(pytest(*words)), run(postgresql(*words))} - {0}
    return max(codes, default=0)


def pytest(*options: str) -> list[str]:
    strict = ["-p", "no_skips"] if os.environ.get("CI") == "true" else []
    return [PYTHON, "-m", "pytest", *ALIKE, *strict, *options]


def postgresql(*options: str) -> list[str]:
    return [PYTHON, "tools/postgres.py", *pytest(*options)]


def its_own() -> list[str]:
    return [str(path.relative_to(HERE)) for path in sorted(HERE.glob(f"tests/**/{ITS_OWN}"))]


def both_cores() -> list[str]:
    """Whoever has nothing left takes from the other, so that no long file at the end is waited for
    by an idle core.
    """
    return ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]


def passes(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    print(f"\n=== {name}", flush=True)
    code = run(command)
    print(f"=== {name}: {'fine' if not code else 'NOT FINE'}, {time.monotonic() - began:.0f} s")
    return not code


def run(command: list[str]) -> int:
    """On SQLite means without a DATABASE_URL that happens to be set; the other sets its own."""
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    surroundings["PASSO_CHROMIUM"] = browser()
    surroundings["PYTHONPATH"] = str(HERE / "tools")
    return subprocess.run(command, cwd=HERE, env=surroundings, check=False).returncode


def conclude(failed: list[str]) -> int:
    print(f"\nNot fine: {', '.join(failed)}." if failed else "\nEverything is fine.")
    return 1 if failed else 0


# --- A browser -------------------------------------------------------------------------------


def browser() -> str:
    named = os.environ.get("PASSO_CHROMIUM")
    if named and Path(named).exists():
        return named
    on_path = (shutil.which(name) for name in BROWSERS)
    return next((found for found in (*on_path, *FOUND) if found and Path(found).exists()), "")


def get_browser() -> None:
    """Debian's own Chromium, where we may install it; otherwise a sentence how."""
    apt = shutil.which("apt-get")
    if apt and may_install():
        print("There is no browser yet. Getting Debian's chromium.", flush=True)
        for words in (
            ["update", "-qq"],
            ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
        ):
            subprocess.run([*as_root(), apt, *words], env=quietly(), check=False)
    if not browser():
        sys.exit(
            "The tests need Chromium, and there is none. On Debian and Ubuntu: sudo apt install "
            "chromium. Elsewhere: install Chrome, or name one with PASSO_CHROMIUM=/path/to/it."
        )


def quietly() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def as_root() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "-n"]


def may_install() -> bool:
    if os.geteuid() == 0:
        return True
    ask = ["sudo", "-n", "true"]
    return bool(shutil.which("sudo")) and not subprocess.run(ask, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
