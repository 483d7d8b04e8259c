"""One Passo at a time on a data folder. The lock is the system's, so it ends with its holder."""

import fcntl
import json
import os
from pathlib import Path

NAME = "passo.lock"


class HeldError(Exception):
    """Somebody holds the folder: which process, and where it answers."""

    def __init__(self, pid: int, address: str) -> None:
        super().__init__(f"{address} (process {pid})")
        self.pid = pid
        self.address = address


class Lock:
    """Held until released, or until this process is gone."""

    def __init__(self, folder: Path, address: str) -> None:
        self.descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid, held_at = written(self.descriptor)
            os.close(self.descriptor)
            raise HeldError(pid, held_at) from None
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, json.dumps({"pid": os.getpid(), "address": address}).encode(), 0)

    def release(self) -> None:
        os.ftruncate(self.descriptor, 0)
        os.close(self.descriptor)


def holder(folder: Path) -> HeldError | None:
    """Who serves from this folder just now; to ask takes nothing away from anybody."""
    try:
        descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return HeldError(*written(descriptor))
    finally:
        os.close(descriptor)
    return None


def written(descriptor: int) -> tuple[int, str]:
    """Read a moment too early, the file is still empty."""
    try:
        note = json.loads(os.pread(descriptor, 10_000, 0))
    except ValueError:
        return 0, ""
    return int(note["pid"]), str(note["address"])
