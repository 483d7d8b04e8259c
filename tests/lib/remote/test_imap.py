"""Mailboxes at a real server: what is there, what is new, what happens when things go."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from passo.lib.remote import imap
from passo.lib.remote.imap import Batch, State
from passo.lib.remote.unreachable import (
    Gone,
    NotTrusted,
    Silent,
    Unreachable,
    WrongPassword,
)
from tests.lib.remote.post_office import PASSWORD, PostOffice, letter, post_office


def read(
    office: PostOffice, state: Any = None, folder: str = "INBOX", **options: Any
) -> list[Batch]:
    with imap.mailbox(office.address()) as mailbox:
        return list(mailbox.batches(folder, state, **options))


def numbers(batches: Iterable[Batch]) -> list[int]:
    """The letters that came, by the number in their subject."""
    subjects = (one.content.split(b"Subject: Letter ")[1] for b in batches for one in b.messages)
    return [int(rest.split(b"\r\n")[0]) for rest in subjects]


def test_folders_have_names_for_eyes_counts_and_uses(office: PostOffice) -> None:
    office.letters(1, 3)
    office.letters(1, 2, folder="Posta inviata")
    office.letters(1, 1, folder='Größe & "Maß"/Wärme')
    office.box("Cestino")
    found = {one.title: one for one in imap.folders(office.address())}
    assert (found["Inbox"].count, found["Inbox"].use) == (3, "inbox")
    assert (found["Posta inviata"].count, found["Posta inviata"].use) == (2, "sent")
    assert found["Cestino"].use == "trash"
    heat = found['Größe & "Maß" / Wärme']
    assert (heat.count, heat.use) == (1, "")
    assert numbers(read(office, folder=heat.name)) == [1]


def test_the_newest_come_first_and_the_next_time_only_what_is_new(office: PostOffice) -> None:
    office.letters(1, 25)
    first = read(office, size=10)
    assert numbers(first) == list(range(25, 0, -1))
    assert [one.left for one in first] == [15, 5, 0, 0]
    office.letters(26, 27)
    second = read(office, first[-1].state)
    assert numbers(second) == [27, 26]
    assert numbers(read(office, second[-1].state)) == []


def test_an_empty_folder_is_read_too(office: PostOffice) -> None:
    (only,) = read(office)
    assert (list(only.messages), only.left) == ([], 0)
    office.letters(1, 1)
    assert numbers(read(office, only.state)) == [1]


def test_killed_in_the_middle_it_goes_on_where_it_was(office: PostOffice) -> None:
    office.letters(1, 30)
    with imap.mailbox(office.address()) as mailbox:
        batches = mailbox.batches("INBOX", size=10)
        kept = [next(batches), next(batches)]
    office.letters(31, 33)
    state = json.loads(json.dumps(kept[-1].state))
    rest = read(office, state, size=10)
    assert numbers(kept) == list(range(30, 10, -1))
    assert numbers(rest) == [33, 32, 31, *range(10, 0, -1)]
    assert numbers(read(office, rest[-1].state)) == []


def test_a_folder_numbered_anew_is_read_again_and_says_so(office: PostOffice) -> None:
    office.letters(1, 3)
    state = read(office)[-1].state
    office.box()._uid_validity += 1
    again = read(office, state)
    assert numbers(again) == [3, 2, 1]
    assert all(one.started_over for one in again)
    assert not any(one.started_over for one in read(office, again[-1].state))


def test_what_vanished_over_there_disturbs_nobody(office: PostOffice) -> None:
    office.letters(1, 6)
    with imap.mailbox(office.address()) as mailbox:
        batches = mailbox.batches("INBOX", size=2)
        found = [next(batches)]
        gone = [uid for uid in office.box()._messages if uid < 103]
        office.wait(office.box().delete(gone))
        found += batches
    assert numbers(found) == [6, 5, 4, 3]
    assert numbers(read(office, found[-1].state)) == []


def test_nothing_is_marked_as_read_and_flags_come_along(office: PostOffice) -> None:
    office.post(letter(1), flags=("\\Draft", "\\Flagged"))
    (one,) = read(office)[0].messages
    assert {"\\Draft", "\\Flagged"} <= set(one.flags)
    assert not read(office, None)[0].messages[0].flags.count("\\Seen")


def test_heads_come_whole_and_attachments_stay_over_there(office: PostOffice) -> None:
    recipients = ",\r\n ".join(f"guest{number}@party.example" for number in range(10_000))
    head = f"From: marta@conti.example\r\nTo: {recipients}\r\n\r\n"
    office.post((head + "Come to the party.\r\n" + "QUJD" * 500_000).encode())
    (one,) = read(office)[0].messages
    assert one.content.startswith(head.encode())
    assert b"Come to the party." in one.content
    assert len(one.content) < len(head) + 100_000


def test_a_folder_that_is_gone_is_named(office: PostOffice) -> None:
    with pytest.raises(Gone, match="no folder “Größe” at localhost any more"):
        list(imap.fetch(office.address(), "Gr&APYA3w-e"))


def test_a_wrong_password_is_not_repeated_to_anybody(office: PostOffice) -> None:
    server = office.address(password="wrong-but-secret")
    with pytest.raises(WrongPassword, match="did not accept this name and password") as caught:
        imap.folders(server)
    assert "wrong-but-secret" not in f"{caught.value!r}{caught.value}{server!r}"
    assert PASSWORD not in repr(office.address())


def test_letters_beyond_ascii_may_stand_in_a_password(office: PostOffice) -> None:
    with pytest.raises(WrongPassword):
        imap.folders(office.address(password="größer"))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    pair: tuple[Path, Path], security: Any
) -> None:
    with post_office(pair, security) as office, pytest.raises(NotTrusted, match="self-signed"):
        imap.folders(office.address())


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_encrypted_mailbox_is_read(
    pair: tuple[Path, Path], vouched_for: None, security: Any
) -> None:
    with post_office(pair, security) as office:
        office.letters(1, 2)
        assert numbers(read(office)) == [2, 1]


def test_the_wrong_kind_of_encryption_is_said(office: PostOffice) -> None:
    with pytest.raises(NotTrusted, match="does not speak the encryption you chose"):
        imap.folders(office.address(security="tls"))
    with pytest.raises(Silent):
        imap.folders(office.address(security="starttls"))


def test_a_name_with_a_line_break_speaks_to_no_server(office: PostOffice) -> None:
    with pytest.raises(Unreachable, match="fit on one line"):
        office.address(user="anna\r\nA1 DELETE INBOX")
    with pytest.raises(Unreachable):
        list(imap.fetch(office.address(), "INBOX\r\nA1 DELETE Archive"))


def test_a_state_survives_json(office: PostOffice) -> None:
    office.letters(1, 2)
    state: State = read(office)[-1].state
    assert json.loads(json.dumps(state)) == state
