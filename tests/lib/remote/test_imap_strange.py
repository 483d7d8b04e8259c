"""Mail servers that are slow, rude, confused or hostile."""

import itertools
import time
from collections.abc import Iterator
from typing import Any

import pytest

from passo.lib.remote import imap, imap_line
from passo.lib.remote.imap import Batch
from passo.lib.remote.server import Server
from passo.lib.remote.unreachable import Busy, Silent, TooMuch, Unreachable, WrongPassword
from tests.lib.remote.post_office import PASSWORD, parrot

READY = ("EXAMINE", [b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\nTAG OK [READ-ONLY] done\r\n"])
OK = b"TAG OK done\r\n"


def read(server: Server, state: Any = None) -> list[Batch]:
    return list(imap.fetch(server, "INBOX", state, seconds=5))


def drip(wait: float) -> Iterator[bytes]:
    yield b"* OK "
    for _ in itertools.count():
        time.sleep(wait)
        yield b"."


def flood() -> Iterator[bytes]:
    return itertools.repeat(b'* LIST () "/" "' + b"x" * 1000 + b'"\r\n')


def test_a_server_that_has_too_many_guests_is_asked_again_later() -> None:
    rude = [b"* BYE Too many connections from your address\r\n"]
    with parrot(greeting=rude) as server, pytest.raises(Busy, match="too much to do") as caught:
        imap.folders(server)
    assert caught.value.again


@pytest.mark.parametrize(
    "words", [b"[UNAVAILABLE] sorry", b"Maximum number of connections exceeded", b"[LIMIT] x"]
)
def test_a_busy_door_is_no_wrong_password(words: bytes) -> None:
    with parrot(("LOGIN", [b"TAG NO " + words + b"\r\n"])) as server, pytest.raises(Busy):
        imap.folders(server)


def test_a_server_that_shouts_the_password_back_is_not_quoted() -> None:
    loud = b"TAG NO bad password " + PASSWORD.encode() + b"\x07\xe2\x80\xae" + b"!" * 500 + b"\r\n"
    with parrot(("LOGIN", [loud])) as server, pytest.raises(WrongPassword) as caught:
        imap.folders(server)
    assert PASSWORD not in f"{caught.value}{caught.value!r}"
    assert "bad password …" in f"{caught.value}"
    assert "\u202e" not in f"{caught.value}"
    assert len(f"{caught.value}") < 500


def test_a_door_that_takes_only_the_newer_key_gets_it() -> None:
    ways = b"* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=PLAIN\r\n" + OK
    no = [b"TAG NO [AUTHENTICATIONFAILED] no\r\n"]
    with (
        parrot(("CAPABILITY", [ways]), ("AUTHENTICATE", no), ("LOGIN", [OK])) as server,
        pytest.raises(WrongPassword),
    ):
        imap.folders(server)


def test_a_silent_server_is_not_waited_for_for_ever() -> None:
    with parrot(greeting=[]) as server, pytest.raises(Silent, match="took too long"):
        imap.folders(server, seconds=0.2)


def test_one_byte_at_a_time_is_too_slow_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_line, "IN_ALL", 0.3)
    with parrot(greeting=drip(0.02)) as server, pytest.raises(Silent, match="took too long"):
        imap.folders(server)


@pytest.mark.parametrize(
    "greeting", [b"HTTP/1.1 400 Bad Request\r\n", b"\x00\xff\xfe\r\n", b"", b"* OK half a li"]
)
def test_what_is_no_mail_server_is_said_in_a_sentence(greeting: bytes) -> None:
    with parrot(("", [b""]), greeting=[greeting]) as server, pytest.raises(Unreachable):
        imap.folders(server, seconds=0.2)


def test_a_letter_of_ten_gigabytes_is_not_begun() -> None:
    bomb = ("LIST", [b'* LIST () "/" {9999999999}\r\n'])
    with parrot(bomb) as server, pytest.raises(TooMuch, match="more than 160 MB at once"):
        imap.folders(server)


def test_a_number_of_five_thousand_digits_is_none() -> None:
    bomb = ("LIST", [b'* LIST () "/" {' + b"9" * 5000 + b"}\r\n"])
    with parrot(bomb) as server, pytest.raises(Unreachable, match="does not understand"):
        imap.folders(server)


def test_an_endless_answer_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_line, "MOST_AT_ONCE", 2_000_000)
    with parrot(("LIST", flood())) as server, pytest.raises(TooMuch):
        imap.folders(server)


def test_folders_of_all_kinds_of_servers_are_understood() -> None:
    lines = (
        b'* LIST (\\HasChildren \\Noselect) "/" "[Gmail]"\r\n'
        b'* LIST (\\All \\HasNoChildren) "/" "[Gmail]/Tutti i messaggi"\r\n'
        b'* LIST () "." INBOX\r\n* LIST () "." INBOX.Sent\r\n'
        b'* LIST () NIL "a.b/c"\r\n'
        b'* LIST () "\\\\" "Kunden\\\\M&APw-ller"\r\n'
        b'* LIST () "/" "broken &zz"\r\n'
        b'* LIST () "/" "gr\xc3\xb6\xc3\x9fe"\r\n'
        b'* LIST () "/" "caf\xe9"\r\n'
        b'* LIST () "/" {7}\r\nsa"id\\"\r\n'
        b"* LIST nonsense\r\n"
    )
    status = b"* STATUS x (MESSAGES 12 UIDNEXT 4)\r\n" + OK
    with parrot(("LIST", [lines + OK]), ("STATUS", [status])) as server:
        found = imap.folders(server)
    titles = [
        "Tutti i messaggi", "Inbox", "Sent", "a.b/c", "Kunden / Müller", "broken &zz", "größe",
        "caf�", 'sa"id\\"',
    ]  # fmt: skip
    assert [one.title for one in found] == titles
    assert [one.use for one in found[:4]] == ["all", "inbox", "sent", ""]
    assert {one.count for one in found} == {12}
    assert found[7].name.encode("latin-1") == b"caf\xe9"


def test_a_folder_that_will_not_be_counted_can_still_be_chosen() -> None:
    folder = ("LIST", [b'* LIST () "/" "Clients"\r\n' + OK])
    with parrot(folder, ("STATUS", [b"TAG NO not now\r\n"])) as server:
        assert [(one.title, one.count) for one in imap.folders(server)] == [("Clients", 0)]


def test_a_folder_that_is_there_but_closed_is_not_called_gone() -> None:
    folder = ("LIST", [b'* LIST () "/" "INBOX"\r\n' + OK])
    with (
        parrot(folder, ("EXAMINE", [b"TAG NO Permission denied\r\n"])) as server,
        pytest.raises(Unreachable, match="said: “Permission denied”"),
    ):
        read(server)


def test_messages_are_understood_in_whatever_order_their_pieces_come() -> None:
    search = ("SEARCH", [b"* SEARCH 2 3\r\n* SEARCH 9\r\n* SEARCH 12345678901\r\n" + OK])
    fetch = (
        b"* 1 FETCH (BODY[TEXT]<0> {5}\r\nhello BODY[HEADER]<0> {8}\r\nA: b\r\n\r\n UID 2)\r\n"
        b'* 2 FETCH (UID 3 FLAGS (\\Seen) BODY[HEADER] "C: \\"d\\" UID 77" BODY[TEXT]<0> "")\r\n'
        b"* 3 FETCH (FLAGS (\\Recent))\r\n"
        b'* 4 FETCH (UID 9 BODY[HEADER]<0> "E: f" BODY[TEXT]<0> NIL)\r\n'
        b'* 5 FETCH (UID 10 BODY[HEADER]<0> "never asked for")\r\n'
    )
    with parrot(READY, search, ("FETCH", [fetch + OK])) as server:
        batches = read(server)
    found = {one.uid: one.content for batch in batches for one in batch.messages}
    assert found == {9: b"E: f", 3: b'C: "d" UID 77', 2: b"A: b\r\n\r\nhello"}
    assert batches[-1].state == {"uidvalidity": 7, "done": [[1, 9]]}


def test_a_server_without_numbering_is_read_all_the_same() -> None:
    with parrot(("EXAMINE", [OK]), ("SEARCH", [b"* SEARCH\r\n" + OK])) as server:
        assert read(server)[-1].state == {"uidvalidity": 0, "done": []}


def test_the_last_message_is_not_taken_for_a_new_one() -> None:
    """`6:*` means `5:6` where 5 is the last."""
    with parrot(READY, ("SEARCH", [b"* SEARCH 5\r\n" + OK])) as server:
        batches = read(server, {"uidvalidity": 7, "done": [[1, 5]]})
    assert [len(one.messages) for one in batches] == [0]


def test_one_message_that_the_server_chokes_on_keeps_nothing_else_back() -> None:
    search = ("SEARCH", [b"* SEARCH 1 2 3\r\n" + OK])
    no = [b"TAG NO some messages could not be fetched\r\n"]
    whole, single = ("FETCH 1:3", no), ("FETCH 2 ", no)
    half = ("FETCH 1:2", no)
    three = ("FETCH 3 ", [b'* 3 FETCH (UID 3 BODY[HEADER] "A: 3")\r\n' + OK])
    one = ("FETCH 1 ", [b'* 1 FETCH (UID 1 BODY[HEADER] "A: 1")\r\n' + OK])
    with parrot(READY, search, whole, half, single, three, one) as server:
        found = {one.uid: one for batch in read(server) for one in batch.messages}
    assert found[3].content == b"A: 3"
    assert found[1].content == b"A: 1"
    assert (found[2].content, found[2].refused) == (b"", "some messages could not be fetched")


def test_a_server_that_hands_out_nothing_is_not_believed() -> None:
    search = ("SEARCH", [b"* SEARCH 1 2 3\r\n" + OK])
    with (
        parrot(READY, search, ("FETCH", [b"TAG NO Internal error\r\n"])) as server,
        pytest.raises(Unreachable, match="said: “Internal error”"),
    ):
        read(server)


def test_a_line_that_breaks_in_the_middle_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    search = ("SEARCH", [b"* SEARCH 1 2 3\r\n" + OK])

    def half() -> Iterator[bytes]:
        yield b"* 1 FETCH (UID 3 BODY[HEADER] {500}\r\nhalf"
        raise OSError

    with (
        parrot(READY, search, ("FETCH", half())) as server,
        pytest.raises(Silent, match="before it was over"),
    ):
        read(server)


def test_a_command_that_a_server_does_not_know_is_said() -> None:
    with (
        parrot(("LIST", [b"TAG BAD what?\r\n"])) as server,
        pytest.raises(Unreachable, match=r"what\?"),
    ):
        imap.folders(server)


def test_a_server_that_refuses_without_a_word_is_quoted_so() -> None:
    folder = ("LIST", [b'* LIST () "/" "INBOX"\r\n' + OK])
    with (
        parrot(folder, ("EXAMINE", [b"TAG NO \r\n"])) as server,
        pytest.raises(Unreachable, match="without saying why"),
    ):
        read(server)


def test_folders_that_a_server_will_not_list_are_said_to_be_so() -> None:
    with (
        parrot(("LIST", [b"TAG NO not for you\r\n"])) as server,
        pytest.raises(Unreachable, match="said: “not for you”"),
    ):
        imap.folders(server)


def test_after_a_flood_nobody_waits_for_a_goodbye() -> None:
    heard: list[bytes] = []

    def told() -> Iterator[bytes]:
        heard.append(b"LOGOUT")
        yield b"* BYE\r\nTAG OK\r\n"

    bomb = ("LIST", [b'* LIST () "/" {9999999999}\r\n'])
    with parrot(bomb, ("LOGOUT", told())) as server, pytest.raises(TooMuch):
        imap.folders(server)
    assert not heard
