"""Which machine this is, and whether a process on it still is the one we knew."""

import os
import socket
from functools import cache
from pathlib import Path

BOOT = Path("/proc/sys/kernel/random/boot_id")
PROCESSES = Path("/proc/self/ns/pid")


@cache
def machine() -> str:
    """Two containers may share a name, so the start of the system and the pid space count too."""
    boot = BOOT.read_text().strip() if BOOT.exists() else ""
    space = str(PROCESSES.readlink()) if PROCESSES.is_symlink() else ""
    return f"{socket.gethostname()} {boot} {space}".strip()


def born(pid: int) -> str:
    """When the process started, in ticks since boot; empty if nobody can say.

    The number of a process that died is given to another one sooner or later.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


def is_running(pid: int, birth: str) -> bool:
    if birth:
        return born(pid) == birth
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
