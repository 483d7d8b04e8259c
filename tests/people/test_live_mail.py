"""A mailbox that Passo looks into by itself, on a real mail server."""

from datetime import UTC, datetime
from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.lib.remote.answers import Fetched
from passo.people.live import keeping, looking, reading
from passo.people.live.places import Folder
from passo.people.models import LiveAccount, OwnAddress
from passo.readers.records import Problem
from tests.lib.remote.post_office import PASSWORD, PostOffice
from tests.people.live_world import (
    ANNA,
    MARTA,
    connect_mailbox,
    fresh,
    letter,
    look,
    names_of,
    read_mailbox,
    subjects_of,
)


@pytest.fixture(autouse=True)
def in_the_shop(settings: Any) -> None:
    settings.REACH_PRIVATE = True


def test_the_first_look_brings_people_and_touches(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one"), letter("two", sender="Luca Ferri <luca@ferri.example>", day=5))
    account = read_mailbox(bakery, office, by=anna)
    assert names_of(bakery) == ["Luca Ferri", "Marta Conti"]
    assert subjects_of(bakery) == ["About one", "About two"]
    assert account.count == 2
    assert account.newest_at == datetime(2026, 11, 5, 9, tzinfo=UTC)
    assert account.error == ""
    assert account.next_run_at > account.last_run_at
    assert account.brings.state == "done"
    assert account.brings.progress.state == "finished"
    marta = bakery.people.get(name="Marta Conti")
    assert marta.touch_count == 1
    assert marta.strength > 0


def test_later_only_what_is_new_comes(bakery: Business, anna: User, office: PostOffice) -> None:
    office.post(letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    office.post(letter("two", day=6))
    account = look(account)
    assert subjects_of(bakery) == ["About one", "About two"]
    assert account.brings.counts["touches_new"] == 2
    assert account.brings.counts["touches_unchanged"] == 0
    assert bakery.people.get().touch_count == 2


def test_a_look_at_nothing_new_changes_nothing(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    before = account.brings.counts
    account = look(account)
    assert account.brings.counts == before
    assert account.count == 1


def test_a_folder_numbered_anew_adds_nothing_twice(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one"), letter("two"))
    account = read_mailbox(bakery, office, by=anna)
    place = account.cursor["places"]["INBOX"]
    place["state"]["uidvalidity"] += 1
    account.save()
    account = look(account)
    assert len(subjects_of(bakery)) == 2
    assert names_of(bakery) == ["Marta Conti"]
    assert account.count == 2


def test_the_address_of_the_account_is_our_own(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one", sender=ANNA, to=MARTA), folder="Sent")
    read_mailbox(bakery, office, "Sent", by=anna)
    assert OwnAddress.objects.filter(business=bakery, address="anna@bakery.example").exists()
    assert names_of(bakery) == ["Marta Conti"]
    assert bakery.touches.get().direction == "out"


def test_whoever_sends_what_lies_in_sent_mail_is_one_of_us(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    other = "Anna <shop@bakery.example>"
    office.post(*(letter(f"out {n}", sender=other, to=MARTA) for n in range(3)), folder="Sent")
    office.post(letter("in", to=other))
    read_mailbox(bakery, office, "INBOX", "Sent", by=anna)
    assert names_of(bakery) == ["Marta Conti"]


def test_newsletters_and_drafts_are_left_out(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    news = letter(
        "news",
        sender="Offers <offers@shop.example>",
        more="List-Unsubscribe: <mailto:leave@shop.example>\r\n",
    )
    office.post(letter("one"), news)
    office.post(letter("draft", sender=ANNA, to="Nobody <nobody@x.example>"), flags=("\\Draft",))
    read_mailbox(bakery, office, by=anna)
    assert names_of(bakery) == ["Marta Conti"]
    assert bakery.left_out.get().address == "offers@shop.example"


def test_only_chosen_folders_are_read(bakery: Business, anna: User, office: PostOffice) -> None:
    office.post(letter("private"), folder="Family")
    office.post(letter("one"))
    read_mailbox(bakery, office, by=anna)
    assert subjects_of(bakery) == ["About one"]


@pytest.mark.parametrize(("asked", "kept"), [(False, ""), (True, "Dear Anna, a word.")])
def test_what_mails_say_is_kept_only_if_asked_for(
    bakery: Business, anna: User, office: PostOffice, *, asked: bool, kept: str
) -> None:
    office.post(letter("one"))
    read_mailbox(bakery, office, by=anna, keep_bodies=asked)
    assert bakery.touches.get().text.strip() == kept


def test_a_wrong_password_is_not_tried_again(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    LiveAccount.objects.filter(pk=account.pk).update(user="somebody")
    account = look(account)
    assert "did not accept" in account.error
    assert account.next_run_at is None
    assert account.cursor["problem"]["needs"] == "password"
    assert PASSWORD not in account.error + str(account.cursor)


def test_a_server_that_is_away_is_asked_again_later_and_later(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    account = connect_mailbox(bakery, office, by=anna)
    account.folders, account.port = [{"name": "INBOX", "title": "I", "use": "", "count": 0}], 9
    account.save()
    account = look(account)
    first = account.next_run_at - account.last_run_at
    account = look(account)
    assert account.error
    assert account.failures == 2
    assert account.next_run_at - account.last_run_at > first * 1.5


def test_a_folder_that_is_gone_does_not_keep_the_others(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.post(letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    account.folders = [{"name": "Old", "title": "Old", "use": "", "count": 0}, *account.folders]
    account.save()
    office.post(letter("two"))
    account = look(account)
    assert subjects_of(bakery) == ["About one", "About two"]
    assert "Old" in account.error


def test_time_is_shared_and_the_rest_comes_next(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    office.letters(1, 250)
    account = connect_mailbox(bakery, office, by=anna)
    keeping.choose(account, ["INBOX"], by=anna)
    account = look(account, seconds=0.000001)
    assert 0 <= account.count < 250
    account = look(fresh(account))
    assert account.count == 250
    assert bakery.touches.count() == 250


def test_a_long_mailbox_comes_turn_by_turn(
    bakery: Business, anna: User, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest of each folder before the oldest of the first."""
    monkeypatch.setattr(reading, "IN_A_TURN", 1)
    office.letters(1, 150)
    office.letters(201, 350, folder="Offers")
    account = connect_mailbox(bakery, office, by=anna)
    keeping.choose(account, ["INBOX", "Offers"], by=anna)
    seen = []
    plain = looking.Look.tell

    def listen(self: looking.Look) -> None:
        plain(self)
        seen.append({name: one["count"] for name, one in self.account.cursor["places"].items()})

    monkeypatch.setattr(looking.Look, "tell", listen)
    look(account)
    assert seen[:2] == [{"INBOX": 100}, {"INBOX": 100, "Offers": 100}]
    assert bakery.touches.count() == 300


def test_a_mail_that_is_refused_or_from_tomorrow_does_no_harm(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    folder = Folder(name="INBOX", title="Inbox", use="inbox", count=0)
    refused = reading.read_mail(Fetched(7, b"", refused="too big"), folder)
    assert isinstance(refused, Problem)
    assert "too big" in str(refused)
    future = letter("f").replace(b"Nov 2026", b"Nov 2036")
    office.post(future, letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    assert account.newest_at == datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_each_newsletter_counts_though_it_comes_in_another_look(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    leave = "List-Unsubscribe: <mailto:leave@shop.example>\r\n"
    office.post(letter("n1", "Offers <offers@shop.example>", more=leave))
    account = read_mailbox(bakery, office, by=anna)
    office.post(letter("n2", "Offers <offers@shop.example>", more=leave))
    look(account)
    assert bakery.left_out.get().messages == 2


def test_what_they_ask_and_promise_is_kept_and_who_is_away(
    bakery: Business, anna: User, office: PostOffice
) -> None:
    """The answer of a machine is looked at when all of this look is in."""
    away = "In-Reply-To: <two>\r\nAuto-Submitted: auto-replied\r\n"
    office.post(
        letter("three", more=away, text="I am out of the office until 20 November."),
        letter("one", text="Could you send me the quote?"),
        letter("two", sender=ANNA, to=MARTA, text="I'll send it by Friday."),
    )
    account = read_mailbox(bakery, office, by=anna)
    said = sorted(bakery.signals.values_list("kind", "is_ours", "address"))
    assert said == [
        ("out_of_office", False, "marta@conti.example"),
        ("promise", True, ""),
        ("question", False, ""),
    ]
    assert account.brings.cursor.get("machines") is None
    assert bakery.touches.count() == 2
