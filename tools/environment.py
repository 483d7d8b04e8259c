"""The environment that run.py starts things in: made once, from the locks, with any Python.

Runs before anything is installed, so the standard library is all there is.
"""

import fcntl
import hashlib
import json
import os
import shutil
import ssl
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

HERE = Path(__file__).resolve().parents[1]
VENV = HERE / ".venv"
STAMP = VENV / "passo.json"
TOOLS = {"test": "tools/suite.py", "check": "tools/lints.py", "messages": "tools/messages.py"}
PIP_VERSION = "26.3"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
WHEEL_FOLDERS = ("/usr/share/python-wheels", "/usr/share/python-pip-wheels")
COMMAND = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/python" -m passo "$@"
"""
CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)


class Trouble(Exception):  # noqa: N818 -- an answer, not an error
    """Something a person can mend, said in a sentence."""


def main(words: list[str]) -> int:
    complete_environment(os.environ)
    name = words[0] if words else ""
    try:
        ensure(lock_for(name))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    command = command_for(words)
    os.execv(command[0], command)  # noqa: S606 -- this process becomes the command, exit code and all
    return 1


def lock_for(name: str) -> str:
    """Benchmarks bring the peers that they stand beside."""
    if name == "bench":
        return "requirements-bench.lock"
    return "requirements-test.lock" if name in TOOLS else "requirements.lock"


def command_for(words: list[str]) -> list[str]:
    """No word, or only options, means `serve`."""
    python, name = str(python_of(VENV)), words[0] if words else ""
    if name in TOOLS:
        return [python, str(HERE / TOOLS[name]), *words[1:]]
    if name == "bench":
        if not words[1:]:
            names = sorted(file.stem for file in (HERE / "benchmarks").glob("*.py"))
            sys.exit(f"Which one? python3 run.py bench {' | '.join(names)}")
        return [python, str(HERE / "benchmarks" / f"{words[1]}.py"), *words[2:]]
    if not names_a_command(words):
        words = ["serve", *words]
    return [python, "-m", "passo", *words]


def names_a_command(words: list[str]) -> bool:
    """`--data FOLDER` may stand before a command, or be all that was said."""
    if words[:1] == ["--data"]:
        return bool(words[2:]) and not words[2].startswith("-")
    return bool(words) and (not words[0].startswith("-") or words[0] in {"--help", "--version"})


def complete_environment(environment) -> None:  # noqa: ANN001 -- os.environ, or a dict in tests
    """`env -i`, cron and systemd leave out what others take for granted."""
    if not environment.get("PATH"):
        environment["PATH"] = f"/usr/local/sbin:/usr/local/bin:/usr/sbin:/sbin:{os.defpath}"
    environment.pop("PYTHONHOME", None)
    environment.pop("PYTHONPATH", None)
    environment.pop("__PYVENV_LAUNCHER__", None)


# --- The environment -------------------------------------------------------------------------


def ensure(lock: str) -> None:
    """Install what the lock names, unless the stamp says that this was done to the end."""
    digest = hashlib.sha256((HERE / lock).read_bytes()).hexdigest()
    if stamped(lock) == digest and python_of(VENV).exists():
        return
    with Path(__file__).open(encoding="utf-8") as mutex:
        fcntl.flock(mutex, fcntl.LOCK_EX)
        if stamped(lock) == digest and python_of(VENV).exists():
            return
        print("Passo gets what it needs. This happens once and takes a minute or two.", flush=True)
        make_and_fill(lock)
        write_stamp(lock, digest)


def python_of(venv: Path) -> Path:
    return venv / "bin" / "python"


def stamps() -> dict[str, str]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and found.get("python") == python_version() else {}


def python_version() -> str:
    return ".".join(map(str, sys.version_info[:2]))


def stamped(lock: str) -> str:
    return stamps().get(lock, "")


def write_stamp(lock: str, digest: str) -> None:
    """Written last and moved into place, so an install that was cut off is never taken as done."""
    draft = STAMP.with_suffix(".draft")
    draft.write_text(json.dumps(stamps() | {"python": python_version(), lock: digest}))
    draft.replace(STAMP)


def make_and_fill(lock: str) -> None:
    uv = shutil.which("uv")
    if not is_sound(VENV):
        make_venv(uv)
    (site_packages(VENV) / "passo.pth").write_text("../../../../src\n")
    write_command()
    if uv:
        run([uv, "pip", "install", "--python", str(python_of(VENV)), *locked(lock)], uv_settings())
    else:
        run([*pip(), "install", *locked(lock)], pip_settings())


def write_command() -> None:
    """`.venv/bin/passo`, which a link on the PATH may lead to; the checkout may still be moved."""
    command = VENV / "bin" / "passo"
    command.write_text(COMMAND)
    command.chmod(0o755)


def locked(lock: str) -> list[str]:
    return ["--quiet", "--require-hashes", "--no-deps", "-r", str(HERE / lock)]


def is_sound(venv: Path) -> bool:
    """Stamped by this Python's version, or at least able to say which one it is."""
    if not python_of(venv).exists() or not site_packages(venv).is_dir():
        return False
    ask = [str(python_of(venv)), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    said = subprocess.run(ask, capture_output=True, text=True, check=False)
    return said.stdout.strip() == python_version()


def site_packages(venv: Path) -> Path:
    return venv / "lib" / f"python{python_version()}" / "site-packages"


def make_venv(uv: str | None) -> None:
    """Without pip inside: Debian's own Python often cannot put it there."""
    try:
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        elif VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise Trouble(f"The old environment {VENV} cannot be removed: {error}") from error
    if not os.access(HERE, os.W_OK):
        raise Trouble(f"Passo makes its environment in {HERE}, but may not write there.")
    if uv:
        run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)], uv_settings())
    else:
        run([base_python(), "-m", "venv", "--without-pip", str(VENV)], {})


def base_python() -> str:
    """Started from inside another environment, we still stand on the Python beneath it."""
    return getattr(sys, "_base_executable", None) or sys.executable


def run(command: list[str], settings: dict[str, str]) -> None:
    done = subprocess.run(command, env={**os.environ, **settings}, check=False)
    if done.returncode:
        raise Trouble(
            "That did not work; what went wrong stands above. "
            "Passo needs the Python package index once: is this machine online? "
            "A proxy is taken from HTTPS_PROXY, another index from PIP_INDEX_URL or UV_INDEX_URL."
        )


def uv_settings() -> dict[str, str]:
    """The system's certificates; no cache where the home folder cannot be written."""
    settings = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "UV_LINK_MODE": "copy"}
    if not home_is_writable() and "UV_CACHE_DIR" not in os.environ:
        settings["UV_NO_CACHE"] = "1"
    return settings


def pip_settings() -> dict[str, str]:
    """REQUESTS_CA_BUNDLE counts least of all that pip reads, so it overrides nobody's choice."""
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    bundle = system_certificates()
    if bundle and "REQUESTS_CA_BUNDLE" not in os.environ:
        settings["REQUESTS_CA_BUNDLE"] = bundle
    if not home_is_writable():
        settings["PIP_NO_CACHE_DIR"] = "1"
    return settings


def system_certificates() -> str:
    return next((path for path in CERTIFICATES if Path(path).exists()), "")


def home_is_writable() -> bool:
    home = Path("~").expanduser()
    return home.is_dir() and os.access(home, os.W_OK)


# --- A pip to install with ---------------------------------------------------------------------


def pip() -> list[str]:
    """Run by the environment's own Python, so that PEP 668 has nothing to say about it."""
    python = str(python_of(VENV))
    if answers([python, "-m", "pip", "--version"]):
        return [python, "-m", "pip"]
    for wheel in wheels_at_hand():
        if answers([python, f"{wheel}/pip", "install", "--help"]):
            return [python, f"{wheel}/pip"]
    return [python, f"{fetch_pip()}/pip"]


def answers(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def wheels_at_hand() -> list[Path]:
    """Those that came with this Python or with the system; one too old for it does not answer."""
    bundled = Path(os.__file__).parent / "ensurepip" / "_bundled"
    folders = [bundled, VENV, *map(Path, WHEEL_FOLDERS)]
    return [wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))]


def fetch_pip() -> Path:
    """Neither ensurepip nor a wheel on this machine: get the one whose checksum we know."""
    wheel = VENV / f"pip-{PIP_VERSION}-py3-none-any.whl"
    try:
        content = read(address_of_pip(wheel.name))
    except (OSError, ValueError, LookupError) as error:
        raise Trouble(
            f"This Python has no pip, and getting it did not work ({error}). "
            "On Debian and Ubuntu this helps: apt install python3-venv"
        ) from error
    if hashlib.sha256(content).hexdigest() != PIP_SHA256:
        raise Trouble("The pip that arrived is not the one we asked for. Nothing was installed.")
    wheel.write_bytes(content)
    return wheel


def address_of_pip(name: str) -> str:
    index = os.environ.get("PIP_INDEX_URL") or os.environ.get("UV_INDEX_URL")
    page = f"{(index or 'https://pypi.org/simple').rstrip('/')}/pip/"
    for piece in read(page).decode("utf-8", "replace").split('href="')[1:]:
        address = piece.partition('"')[0]
        if address.partition("#")[0].endswith(name):
            return urljoin(page, address)
    raise LookupError(f"{page} has no {name}")


def read(address: str) -> bytes:
    """Proxies come from the environment; certificates from there or from the system."""
    trust = ssl.create_default_context()
    if bundle := system_certificates():
        trust.load_verify_locations(bundle)
    with urllib.request.urlopen(address, timeout=60, context=trust) as answer:  # noqa: S310
        return answer.read()
