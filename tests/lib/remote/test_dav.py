"""Calendars and address books at a real server."""

import json
from pathlib import Path
from typing import Any

import pytest

from passo.lib.remote import dav
from passo.lib.remote.dav import Batch, Collection
from passo.lib.remote.server import Site
from passo.lib.remote.unreachable import Gone, NotTrusted, Unreachable, WrongPassword
from tests.lib.remote.library import PASSWORD, USER, Library, library


def only(books: Library) -> Collection:
    (found,) = dav.collections(books.site)
    return found


def read(books: Library, where: Collection, state: Any = None) -> list[Batch]:
    return list(dav.changes(books.site, where, state))


def names(batches: list[Batch]) -> list[str]:
    return sorted(one.href.rpartition("/")[2] for batch in batches for one in batch.entries)


def gone(batches: list[Batch]) -> list[str]:
    return sorted(href.rpartition("/")[2] for batch in batches for href in batch.gone)


@pytest.fixture
def work(books: Library) -> Collection:
    """A calendar with three appointments."""
    books.make(calendar="work")
    for number in (1, 2, 3):
        books.put(f"work/{number}.ics", f"Meeting {number}")
    return only(books)


@pytest.mark.parametrize("path", ["", "/", "/anna/", "/.well-known/caldav"])
def test_everything_is_found_from_whatever_address_is_known(books: Library, path: str) -> None:
    books.make(calendar="work", book="customers")
    found = dav.collections(Site(books.root + path, USER, PASSWORD))
    assert {(one.name, one.kind) for one in found} == {
        ("Work", "calendar"),
        ("Customers", "contacts"),
    }


def test_the_address_of_one_calendar_means_that_one(books: Library) -> None:
    books.make(calendar="work", book="customers")
    (one,) = dav.collections(Site(f"{books.root}/anna/work/", USER, PASSWORD))
    assert (one.name, one.kind) == ("Work", "calendar")


def test_an_account_without_anything_has_nothing(books: Library) -> None:
    assert dav.collections(books.site) == []


def test_the_first_time_all_comes_and_then_what_changed(books: Library, work: Collection) -> None:
    first = read(books, work)
    assert names(first) == ["1.ics", "2.ics", "3.ics"]
    assert b"SUMMARY:Meeting 1" in b"".join(one.body for one in first[0].entries)
    state = json.loads(json.dumps(first[-1].state))
    assert names(read(books, work, state)) == []
    books.put("work/2.ics", "Moved to Friday")
    books.put("work/4.ics", "New")
    books.send("DELETE", "work/1.ics")
    second = read(books, work, state)
    assert names(second) == ["2.ics", "4.ics"]
    assert gone(second) == ["1.ics"]
    assert names(read(books, work, second[-1].state)) == gone(second[:0]) == []


def test_cards_with_letters_of_all_kinds_come_whole(books: Library) -> None:
    books.make(book="customers")
    books.put("customers/jörg & co.vcf", "Jörg Müller-Łukasz")
    where = only(books)
    first = read(books, where)
    (card,) = first[0].entries
    assert "FN:Jörg Müller-Łukasz" in card.body.decode()
    books.send("DELETE", "customers/jörg & co.vcf")
    assert read(books, where, first[-1].state)[-1].gone == [card.href]


def test_what_is_moved_goes_here_and_comes_there(books: Library) -> None:
    books.make(calendar="work")
    books.make(calendar="home")
    books.put("work/1.ics", "Dentist")
    both = {one.name: one for one in dav.collections(books.site)}
    states = {name: read(books, one)[-1].state for name, one in both.items()}
    books.send("MOVE", "work/1.ics", Destination=f"{books.root}/{USER}/home/1.ics")
    assert gone(read(books, both["Work"], states["Work"])) == ["1.ics"]
    assert names(read(books, both["Home"], states["Home"])) == ["1.ics"]


def test_when_the_server_has_forgotten_our_token_all_is_compared(
    books: Library, work: Collection
) -> None:
    state = read(books, work)[-1].state
    books.put("work/2.ics", "Moved to Friday")
    books.send("DELETE", "work/1.ics")
    state["token"] = "http://radicale.org/ns/sync/" + "0" * 64
    again = read(books, work, state)
    assert (names(again), gone(again)) == (["2.ics"], ["1.ics"])
    assert again[-1].state["token"] not in {"", state["token"]}


def test_a_server_without_tokens_is_compared_each_time(books: Library, work: Collection) -> None:
    state = read(books, work)[-1].state
    books.put("work/9.ics", "New")
    assert names(read(books, work, {**state, "token": ""})) == ["9.ics"]


def test_killed_in_the_middle_it_goes_on_where_it_was(books: Library) -> None:
    books.make(book="customers")
    for number in range(60):
        books.put(f"customers/{number}.vcf", f"Customer {number}")
    where = only(books)
    reading = dav.changes(books.site, where)
    first = next(reading)
    reading.close()
    rest = read(books, where, first.state)
    assert (len(first.entries), first.left) == (dav.AT_A_TIME, 60 - dav.AT_A_TIME)
    assert len(names(rest)) == 60 - dav.AT_A_TIME
    assert not set(names([first])) & set(names(rest))


def test_a_calendar_that_is_gone_is_said_to_be(books: Library, work: Collection) -> None:
    books.send("DELETE", "work/")
    with pytest.raises(Gone, match="nothing at this address any more"):
        read(books, work)


def test_a_wrong_password_is_not_repeated_to_anybody(books: Library) -> None:
    site = Site(books.root, USER, "wrong-but-secret")
    with pytest.raises(WrongPassword) as caught:
        dav.collections(site)
    assert "wrong-but-secret" not in f"{caught.value!r}{caught.value}{site!r}"


def test_a_certificate_that_nobody_vouches_for_is_refused(
    tmp_path: Path, pair: tuple[Path, Path]
) -> None:
    with library(tmp_path, pair) as books, pytest.raises(NotTrusted, match="self-signed"):
        dav.collections(books.site)


def test_an_encrypted_calendar_is_read(
    tmp_path: Path, pair: tuple[Path, Path], vouched_for: None
) -> None:
    with library(tmp_path, pair) as books:
        books.make(calendar="work")
        books.put("work/1.ics", "Meeting")
        assert names(read(books, only(books))) == ["1.ics"]


@pytest.mark.parametrize("address", ["ftp://host/", "https://", "https://[::1", "just words"])
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    with pytest.raises(Unreachable, match="not a web address that Passo can visit"):
        dav.collections(Site(address, USER, PASSWORD))
