"""Files on their way in: in pieces, broken off, gone on with, whole with a form, too large."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from passo.businesses import middleware
from passo.businesses.models import Business, User
from passo.people.bringing_in import receiving
from tests.people.bringing import CARD, file_of
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben_here(ben: User, client_of: Callable[[User], Visitor]) -> Visitor:
    return client_of(ben)


def at(business: Business, name: str, *more: Any) -> str:
    return reverse(name, args=[business.slug, *more])


def begin(browser: Visitor, business: Business, size: int, stamp: str = "7", **more: str) -> Any:
    about = {"name": "telefono.vcf", "size": str(size), "stamp": stamp, **more}
    return json.loads(browser.post(at(business, "begin_upload"), about).content)


def piece(browser: Visitor, business: Business, number: int, here: int, content: bytes) -> Any:
    address = at(business, "upload_piece", number) + f"?at={here}"
    return browser.post(address, content, content_type="application/octet-stream")


def test_a_file_comes_in_pieces_and_is_looked_at_with_the_last(
    ben_here: Visitor, bakery: Business
) -> None:
    content = CARD.encode()
    now = begin(ben_here, bakery, len(content))
    assert (now["here"], now["is_whole"]) == (0, False)
    first = piece(ben_here, bakery, now["id"], 0, content[:50]).json()
    assert (first["here"], first["is_whole"]) == (50, False)
    last = piece(ben_here, bakery, now["id"], 50, content[50:]).json()
    assert last["is_whole"]
    made = bakery.imports.get()
    assert (made.state, made.kind) == ("asking", "vcard")
    assert file_of(made).read_bytes() == content


def test_what_broke_off_goes_on_where_it_was(ben_here: Visitor, bakery: Business) -> None:
    content = CARD.encode()
    number = begin(ben_here, bakery, len(content))["id"]
    piece(ben_here, bakery, number, 0, content[:50])
    page = words_of(ben_here.get(at(bakery, "bring_in")))
    assert "Only a part of it is here. Choose the same file again" in page
    again = begin(ben_here, bakery, len(content))
    assert (again["id"], again["here"]) == (number, 50)


@pytest.mark.parametrize(("size", "stamp"), [(999, "7"), (0, "8")])
def test_another_file_of_that_name_begins_anew(
    ben_here: Visitor, bakery: Business, size: int, stamp: str
) -> None:
    content = CARD.encode()
    number = begin(ben_here, bakery, len(content))["id"]
    assert begin(ben_here, bakery, size or len(content), stamp)["id"] != number


def test_a_piece_out_of_step_is_told_how_much_is_here(ben_here: Visitor, bakery: Business) -> None:
    number = begin(ben_here, bakery, 100)["id"]
    piece(ben_here, bakery, number, 0, b"a" * 50)
    for where in (0, 60):
        answer = piece(ben_here, bakery, number, where, b"b" * 20)
        assert (answer.status_code, answer.json()) == (409, {"here": 50})
    assert file_of(bakery.imports.get()).read_bytes() == b"a" * 50


def test_no_more_is_taken_than_was_announced(ben_here: Visitor, bakery: Business) -> None:
    number = begin(ben_here, bakery, 10)["id"]
    assert piece(ben_here, bakery, number, 0, b"a" * 50).json()["here"] == 10
    assert piece(ben_here, bakery, number, 10, b"a" * 50).status_code == 409


def test_a_broken_connection_keeps_what_came(bakery: Business) -> None:
    class Breaking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if found := super().read(size):
                return found
            raise ConnectionResetError

    made = receiving.expected(bakery, "posta.mbox", 100, "1")
    with pytest.raises(ConnectionResetError):
        receiving.take(made, Breaking(b"a" * 30), 0)
    assert receiving.here(made) == 30


def test_a_file_that_vanished_on_its_way_begins_anew(ben_here: Visitor, bakery: Business) -> None:
    number = begin(ben_here, bakery, 100)["id"]
    file_of(bakery.imports.get()).unlink()
    answer = piece(ben_here, bakery, number, 0, b"a")
    assert (answer.status_code, answer.json()) == (409, {"here": 0})
    assert begin(ben_here, bakery, 100)["id"] != number


@pytest.mark.parametrize("about", [{"name": ""}, {"size": "-1"}, {"size": "x"}])
def test_what_is_no_file_is_refused(
    ben_here: Visitor, bakery: Business, about: dict[str, str]
) -> None:
    given = {"name": "a.vcf", "size": "10"} | about
    answer = ben_here.post(at(bakery, "begin_upload"), given)
    assert answer.status_code == 422
    assert not bakery.imports.exists()


def test_a_file_larger_than_the_disk_is_told_so_at_once(
    ben_here: Visitor, bakery: Business
) -> None:
    answer = ben_here.post(at(bakery, "begin_upload"), {"name": "a.vcf", "size": str(1 << 50)})
    assert answer.status_code == 507
    assert "There is not enough room on this machine" in answer.json()["sentence"]


def test_a_full_disk_in_the_middle_is_told_and_leaves_what_was_whole(
    ben_here: Visitor, bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = begin(ben_here, bakery, 100)["id"]
    piece(ben_here, bakery, number, 0, b"a" * 50)

    def no_room(file: Any, content: bytes) -> None:
        file.write(content[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(receiving, "write", no_room)
    answer = piece(ben_here, bakery, number, 50, b"b" * 50)
    assert answer.status_code == 507
    assert "The disk of this machine is full." in answer.json()["sentence"]
    assert file_of(bakery.imports.get()).read_bytes() == b"a" * 50


def test_a_viewer_and_a_stranger_send_nothing(
    vera: User, charlie: User, bakery: Business, client_of: Callable[[User], Visitor]
) -> None:
    for user, status in ((vera, 403), (charlie, 404)):
        answer = client_of(user).post(at(bakery, "begin_upload"), {"name": "a.vcf", "size": "1"})
        assert answer.status_code == status


def test_a_form_larger_than_other_pages_take_is_taken_here_alone(
    ben_here: Visitor, bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middleware, "MOST_BYTES", 1000)
    large = {"files": [SimpleUploadedFile("telefono.vcf", CARD.encode() * 20)]}
    assert ben_here.post(at(bakery, "upload"), large).status_code == 302
    assert bakery.imports.get().bytes == len(CARD.encode()) * 20
    for elsewhere in (at(bakery, "start_imports"), "/nowhere/"):
        large["files"][0].seek(0)
        assert ben_here.post(elsewhere, large).status_code == 400


def test_a_form_without_its_token_leaves_no_file(bakery: Business, ben: User) -> None:
    browser = visitor(ben, enforce_csrf_checks=True)
    before = set(receiving.files.made_folder(bakery.pk).iterdir())
    large = {"files": [SimpleUploadedFile("telefono.vcf", CARD.encode())]}
    assert browser.post(at(bakery, "upload"), large).status_code == 403
    assert set(receiving.files.made_folder(bakery.pk).iterdir()) == before
    assert not bakery.imports.exists()


def test_nothing_is_read_of_what_a_stranger_sends(bakery: Business, charlie: User) -> None:
    """Not a byte, or a stranger could fill the disk."""

    class Unread(io.BytesIO):
        def read(self, *_: Any) -> bytes:
            raise AssertionError("somebody has read it")

    for browser in (visitor(), visitor(charlie)):
        answer = browser.generic(
            "POST", at(bakery, "upload"), content_type="multipart/form-data; boundary=x",
            **{"wsgi.input": Unread(), "CONTENT_LENGTH": "900"},
        )  # fmt: skip
        assert answer.status_code in {302, 404}
