"""The process that answers browsers: granian, a few threads, Django."""

import gc
import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server.mt import MTServer

from passo.lib.serve.family import end_with_parent, use_little_memory

APPLICATION = "passo.wsgi"
THREADS = 4
IDLE_SECONDS = 600


class InThisProcess(MTServer):
    """Granian's usual server keeps a parent process beside the one that answers.

    The supervisor is that already. This one, meant for Pythons without a global lock, runs its
    worker as a thread; with a single worker that is as right under the lock.
    """

    def _check_gil(self) -> None:
        return


def main() -> int:
    end_with_parent()
    use_little_memory()
    server = InThisProcess(
        f"{APPLICATION}:application",
        address=os.environ["PASSO_HOST"],
        port=int(os.environ["PASSO_PORT"]),
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE_SECONDS,
        runtime_blocking_threads=THREADS,
        log_level=LogLevels.error,
    )
    server.serve(target_loader=load, wrap_loader=False)
    return 0


def load() -> Callable[..., Any]:
    """What stays for good is taken out of the garbage collector's rounds."""
    application: Callable[..., Any] = import_module(APPLICATION).application
    gc.collect()
    gc.freeze()
    return application
