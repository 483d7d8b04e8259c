"""One run at a time, whatever is killed, paused or left in the middle."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people import jobs
from passo.people.live import keeping, looking, reading, turns
from passo.people.live.telling import Status
from passo.people.models import LiveAccount
from tests.lib.remote.post_office import PostOffice
from tests.lib.trial import Trial, eventually, trial
from tests.people.live_world import (
    connect_mailbox,
    fresh,
    letter,
    look,
    names_of,
    read_mailbox,
)
from tests.people_world import make_live_account

SET_UP = """
from passo.businesses import wall
from passo.businesses.models import Business, User
from passo.lib.remote.server import Server
from passo.people.live import connecting, keeping
with wall.opened():
    anna = User.objects.create_user("anna@example.org", "x", name="Anna")
    bakery = Business.found("Bakery", owner=anna)
    server = Server("localhost", {port}, "plain", "anna@bakery.example", "app-password-of-anna")
    account = keeping.add_mailbox(bakery, *connecting.find_folders([server]), name="posta", by=anna)
    keeping.choose(account, ["INBOX"], by=anna)
"""
COUNT = """
from passo.businesses import wall
from passo.people.models import LiveAccount, Person, Source, Touch
with wall.opened():
    account = LiveAccount.objects.get()
    keys = Touch.objects.values_list("key", flat=True)
    print(json.dumps({"count": account.count, "touches": len(keys), "keys": len(set(keys)),
                      "people": Person.objects.count(), "state": account.brings.state,
                      "touched": sum(Person.objects.values_list("touch_count", flat=True))}))
"""
TIME_GOES_BY = """
from django.utils import timezone
from passo.businesses import wall
from passo.people.models import LiveAccount
with wall.opened():
    LiveAccount.objects.update(next_run_at=timezone.now())
"""
LETTERS = 2_000


@pytest.fixture(autouse=True)
def in_the_shop(settings: Any) -> None:
    settings.REACH_PRIVATE = True


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Trial]:
    with trial(tmp_path) as made:
        made.env["PASSO_REACH_PRIVATE"] = "yes"
        yield made


def test_a_look_that_is_killed_goes_on_and_doubles_nothing(here: Trial, office: PostOffice) -> None:
    senders = [f"P{n} Conti <p{n}@conti.example>" for n in range(40)]
    office.post(*(letter(str(n), senders[n % 40]) for n in range(LETTERS)))
    here.ask(SET_UP.format(port=office.port))
    process = here.start("sync")
    assert eventually(lambda: here.ask(COUNT)["count"] > 0)
    process.kill()
    process.wait()
    killed = here.ask(COUNT)
    assert killed["count"] < LETTERS, "it was over before it was killed"
    assert killed["count"] == killed["touches"]
    assert killed["state"] == "running"
    assert "looking already" in here.run("sync", "posta").stderr
    here.ask(TIME_GOES_BY)
    assert here.run("sync").returncode == 0
    done = here.ask(COUNT)
    assert done == {
        "count": LETTERS, "touches": LETTERS, "keys": LETTERS, "people": 40, "state": "done",
        "touched": LETTERS,
    }  # fmt: skip


def test_two_looks_at_once_are_one(bakery: Business, anna: User, office: PostOffice) -> None:
    account = read_mailbox(bakery, office, by=anna)
    turns.due_now(account)
    first = turns.claimed(bakery, account.pk)
    assert first is not None
    assert turns.claimed(bakery, account.pk) is None
    assert not looking.look_into(bakery, account.pk)


def test_who_lost_the_account_to_another_run_stops_at_the_next_batch(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one"))
    account = connect_mailbox(bakery, office, by=anna)
    keeping.choose(account, ["INBOX"], by=anna)
    slow = turns.claimed(bakery, account.pk)
    assert slow is not None
    late = looking.Look(slow, looking.work_for(bakery, slow), 10**9)
    account = look(account)
    with pytest.raises(Refusal):
        reading.read_mailbox(late)
    assert bakery.touches.count() == 1
    turns.end(late.account, None, more=False, seconds=1)
    assert fresh(account).next_run_at == account.next_run_at


@pytest.mark.parametrize("what", ["pause", "leave", "take back"])
def test_what_its_owner_decides_in_the_middle_holds(
    bakery: Business, anna: User, office: PostOffice, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:  # fmt: skip
    office.letters(1, 250)
    account = connect_mailbox(bakery, office, by=anna)
    keeping.choose(account, ["INBOX"], by=anna)
    plain = looking.Look.tell

    def interrupted(self: looking.Look) -> None:
        plain(self)
        other = LiveAccount.objects.filter(pk=account.pk).first()
        if other and what == "pause":
            keeping.pause(other, by=anna)
        elif other:
            keeping.disconnect(other, by=anna, take_back=what == "take back")

    monkeypatch.setattr(looking.Look, "tell", interrupted)
    assert not looking.look_into(bakery, account.pk)
    assert bakery.touches.count() == 100
    account.brings.refresh_from_db()
    assert account.brings.state == ("undoing" if what == "take back" else "done")
    assert LiveAccount.objects.exists() == (what == "pause")


def test_what_is_due_is_queued_and_nothing_else(bakery: Business) -> None:
    now = timezone.now()
    due = make_live_account(bakery, next_run_at=now)
    make_live_account(bakery, next_run_at=now + timedelta(minutes=9))
    make_live_account(bakery, next_run_at=now, is_paused=True)
    make_live_account(bakery, next_run_at=None)
    jobs.sync_due.call()
    queued = DBTaskResult.objects.filter(task_path="passo.people.jobs.sync")
    assert [one.args_kwargs["args"] for one in queued] == [[bakery.pk, due.pk]]


def test_the_job_looks(bakery: Business, anna: User, office: PostOffice) -> None:
    office.post(letter("one"))
    account = connect_mailbox(bakery, office, by=anna)
    keeping.choose(account, ["INBOX"], by=anna)
    jobs.sync.call(bakery.pk, account.pk)
    assert names_of(bakery) == ["Marta Conti"]
    jobs.sync.call(10**6, account.pk)


@pytest.mark.parametrize("problem", [DatabaseError("full"), RuntimeError("bug")])
def test_what_breaks_is_said_and_tried_again(
    bakery: Business, anna: User, office: PostOffice, monkeypatch: pytest.MonkeyPatch,
    problem: Exception,
) -> None:  # fmt: skip
    account = read_mailbox(bakery, office, by=anna)

    def breaks(*_: Any) -> None:
        raise problem

    monkeypatch.setattr(looking, "resolve", breaks)
    turns.due_now(account)
    with pytest.raises(type(problem)):
        looking.look_into(bakery, account.pk)
    account = fresh(account)
    is_full = isinstance(problem, DatabaseError)
    assert ("no room to write" if is_full else "wrong in Passo itself") in account.error
    assert account.next_run_at > timezone.now() + timedelta(minutes=31)
    assert account.brings.state == "done"


def test_an_account_whose_key_was_lost_asks_for_its_password(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    account = read_mailbox(bakery, office, by=anna)
    turns.due_now(account)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_liveaccount SET password = 'locked elsewhere'")
    assert not looking.look_into(bakery, account.pk)
    status = Status(LiveAccount.objects.defer("password", "address").get())
    assert status.state == "password"
    assert "locked with another key" in status.problem


def test_what_cannot_be_looked_into_says_why(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    account = connect_mailbox(bakery, office, by=anna)
    with pytest.raises(Refusal, match="choose first"):
        turns.look_soon(account)
    keeping.choose(account, ["INBOX"], by=anna)
    turns.look_soon(account)
    assert turns.claimed(bakery, account.pk)
    with pytest.raises(Refusal, match="looking already"):
        turns.look_soon(fresh(account))
    keeping.pause(fresh(account), by=anna)
    with pytest.raises(Refusal, match="rests"):
        turns.look_soon(fresh(account))
