"""A child does not outlive the process that started it, whatever way that one ended."""

import contextlib
import ctypes
import os
import signal
import sys
import time
from threading import Thread

PARENT = "PASSO_PARENT"
LOOK_SECONDS = 1
LAST_SECONDS = 6
PR_SET_PDEATHSIG = 1
M_ARENA_MAX = -8


def end_with_parent() -> None:
    """Linux tells us at once; elsewhere we look. Started by hand, there is nobody to end with.

    A session of its own, so that Ctrl-C in the terminal reaches the supervisor alone.
    """
    parent = int(os.environ.get(PARENT) or 0)
    if not parent:
        return
    with contextlib.suppress(PermissionError):
        os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    Thread(target=watch, args=(parent,), name="parent", daemon=True).start()


def watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(LAST_SECONDS)
    os._exit(1)


def use_little_memory() -> None:
    """Otherwise each thread is given an arena of its own."""
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)
