"""A worker's shift: it takes one job after the other until it is asked to end."""

import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from django.db import DatabaseError, InterfaceError, close_old_connections, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.lib.queue import rescue, schedules
from passo.lib.queue.models import Job, Worker

IDLE_SECONDS = 0.5
BEAT_SECONDS = 5
ROUND_SECONDS = 15
GRACE_SECONDS = 4
BREATH_SECONDS = 2
log = logging.getLogger(__name__)


class Ended(BaseException):
    """Raised where the worker stands; in the middle of a job its open transaction rolls back."""


class Shift:
    """Burst: do what is waiting, then end by itself."""

    def __init__(self, *, burst: bool = False) -> None:
        self.burst = burst
        self.periodic = schedules.periodic_paths()  # loads every job, which takes a while
        self.worker = Worker.sign_on()
        self.last_round = float("-inf")
        self.busy = self.ending = self.idle = False

    def work(self) -> None:
        """Until asked to end. A database that is away for a while is waited for."""
        with self.leaving(), self.heartbeat():
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
            schedules.write_down(timezone.now())
            while self.survives_a_turn() or not self.burst:
                if self.idle:
                    time.sleep(IDLE_SECONDS)

    def survives_a_turn(self) -> bool:
        try:
            return self.turn()
        except (DatabaseError, InterfaceError) as error:
            log.warning("The database does not answer: %s", error)
            connection.close()
            time.sleep(BREATH_SECONDS)
            self.last_round = float("-inf")
            return True

    def turn(self) -> bool:
        """Do one job, if there is one."""
        if self.idle:
            close_old_connections()
        self.make_the_round()
        job = self.claim()
        self.idle = job is None
        if job is not None:
            self.do(job)
        return job is not None

    def make_the_round(self) -> None:
        if time.monotonic() - self.last_round < ROUND_SECONDS:
            return
        now = timezone.now()
        rescue.hand_back(self.worker, blamed=True)
        rescue.rescue_orphans(self.worker, now)
        schedules.run_due(now)
        self.last_round = time.monotonic()

    def claim(self) -> Job | None:
        """While idle look before locking: on SQLite a lock keeps all other writers out."""
        waiting = DBTaskResult.objects.ready()
        if self.idle and not waiting.exists():
            return None
        with transaction.atomic():
            job = waiting.get_locked()
            if job is not None:
                job.claim(str(self.worker.pk))
        return job

    def do(self, job: Job) -> None:
        self.busy = True
        perform(job)
        if job.task_path in self.periodic:
            schedules.remember(job)
        self.busy = False
        if self.ending:
            raise Ended

    @contextmanager
    def heartbeat(self) -> Iterator[None]:
        over = Event()
        heart = Thread(target=beat, args=(self.worker, over), name="heart", daemon=True)
        heart.start()
        try:
            yield
        finally:
            over.set()
            heart.join(BEAT_SECONDS)

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Ctrl-C and SIGTERM: the job in hand has a few seconds, then it is handed back."""
        before = {number: signal.signal(number, self.ask_to_end) for number in ENDINGS}
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, out_of_time)
        try:
            yield
        except Ended:
            pass
        finally:
            for number in before:
                signal.signal(number, signal.SIG_IGN)
            self.sign_off()
            for number, handler in before.items():
                signal.signal(number, handler)

    def ask_to_end(self, *_: Any) -> None:
        if self.ending or not self.busy:
            raise Ended
        self.ending = True
        signal.setitimer(signal.ITIMER_REAL, GRACE_SECONDS)

    def sign_off(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        rescue.hand_back(self.worker, blamed=False)
        self.worker.delete()


ENDINGS = (signal.SIGINT, signal.SIGTERM)


def out_of_time(*_: Any) -> None:
    raise Ended


def perform(job: Job) -> None:
    """The one place that catches everything: a job that fails is written down, with its reason."""
    try:
        job.task.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
    except Exception as error:
        log.exception("Job %s (%s) failed.", job.pk, job.task_path)
        job.set_failed(error)
    else:
        job.set_successful(None)


def beat(worker: Worker, over: Event) -> None:
    """A beat that fails is a beat missed; after a minute of those others take over."""
    while not over.wait(BEAT_SECONDS):
        try:
            worker.beat()
        except (DatabaseError, InterfaceError) as error:
            log.warning("A heartbeat was lost: %s", error)
            connection.close()
    connection.close()


def do_what_waits() -> int:
    """Everything that is due, in this process: for the command line and for tests."""
    shift = Shift()
    try:
        done = 0
        while (job := shift.claim()) is not None:
            perform(job)
            done += 1
        return done
    finally:
        shift.worker.delete()
