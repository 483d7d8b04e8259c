"""Where Passo keeps what is yours: one folder, readable by nobody else.

Only the standard library here: the supervising process reads it without Django.
"""

import json
import os
import secrets
from functools import cache
from pathlib import Path


def data_folder() -> Path:
    """The data folder, made on first asking."""
    folder = Path(os.environ.get("PASSO_DATA") or default_folder()).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def default_folder() -> Path:
    share = os.environ.get("XDG_DATA_HOME")
    return (Path(share) if share else Path.home() / ".local" / "share") / "passo"


def inner_folder(name: str) -> Path:
    folder = data_folder() / name
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@cache
def stored_secrets() -> dict[str, str]:
    """Django's key and the key that encrypts stored secrets, made on first start."""
    path = data_folder() / "secrets.json"
    if not path.exists():
        create_secrets(path)
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return {name: str(known[name]) for name in ("django", "encryption")}
    except (ValueError, KeyError, TypeError) as problem:
        raise ValueError(f"{path} is damaged. Bring it back from a backup.") from problem


def create_secrets(path: Path) -> None:
    """Written whole under another name, then linked: two first starts agree on one file."""
    fresh = {"django": secrets.token_urlsafe(50), "encryption": secrets.token_hex(32)}
    draft = path.with_name(f"secrets.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    write_private(draft, json.dumps(fresh))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
