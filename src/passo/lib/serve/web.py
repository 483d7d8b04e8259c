"""The process that answers browsers: granian, one worker, a few threads."""

import gc
from collections.abc import Callable
from importlib import import_module
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from passo.lib.serve.family import end_with_parent

APPLICATION = "passo.wsgi"
THREADS = 4
END_SECONDS = 4
RESPAWN_SECONDS = 0.5
IDLE_SECONDS = 600


def web_server(host: str, port: int) -> Server:
    return Server(
        f"{APPLICATION}:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE_SECONDS,
        runtime_blocking_threads=THREADS,
        respawn_failed_workers=True,
        respawn_interval=RESPAWN_SECONDS,
        workers_kill_timeout=END_SECONDS,
        log_level=LogLevels.error,
    )


def load() -> Callable[..., Any]:
    """Called in the forked child: Django is imported here and nowhere above."""
    end_with_parent()
    application: Callable[..., Any] = import_module(APPLICATION).application
    gc.collect()
    gc.freeze()
    return application
