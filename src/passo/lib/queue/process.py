"""The process that does the jobs: `python -m passo jobs`."""

import argparse
import os
import signal

import django

from passo.lib.serve.family import end_with_parent


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser("passo jobs", description="Do the jobs that are waiting.")
    parser.add_argument("--burst", action="store_true", help="do what is waiting, then end")
    run_jobs(burst=parser.parse_args(arguments).burst)
    return 0


def run_jobs(*, burst: bool = False) -> None:
    """Ends by itself if the process that started it is gone."""
    end_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    django.setup()
    from passo.lib.queue.shift import ENDINGS, Shift  # noqa: PLC0415 -- models need django.setup()

    # Whoever sees it signed on may ask it to end: that waits until `work` can hear it.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    Shift(burst=burst).work()
