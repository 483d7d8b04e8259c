"""Jobs for trials with real workers: each leaves a trace in the data folder."""

import os
import signal
import time
from pathlib import Path

from passo.lib.queue import job


def traces(name: str) -> Path:
    folder = Path(os.environ["PASSO_DATA"]) / name
    folder.mkdir(exist_ok=True)
    return folder


@job
def mark(number: int) -> None:
    (traces("begun") / str(number)).touch()
    time.sleep(0.003)
    (traces("done") / str(number)).touch()


@job
def nothing() -> None:
    """What a job costs that does no work."""


@job
def linger(seconds: int) -> None:
    (traces("begun") / "linger").touch()
    time.sleep(seconds)
    (traces("done") / "linger").touch()


@job
def stumble() -> None:
    raise ValueError("The mill is closed on Mondays.")


@job
def take_the_worker_down() -> None:
    with (traces("begun") / "deadly").open("a") as file:
        file.write("x")
    os.kill(os.getpid(), signal.SIGKILL)
