"""A backup that was changed, cut or made with bad intent, and a disk that is full."""

import hashlib
import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from django.db import connections

from passo import version
from passo.lib.archive import move, restore
from passo.lib.refusal import Refusal
from tests.places import SECRETS, Place


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The same backup with other contents, its list of contents as it was."""
    with ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    other = path.with_name("other.zip")
    with ZipFile(other, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return other


def refused(place: Place, path: Path) -> str:
    """Says why, and leaves everything as it was."""
    before = sorted(item.name for item in place.data.rglob("*"))
    with pytest.raises(Refusal) as refusal:
        place.restore(path)
    left = [item.name for item in place.data.rglob("*") if "sqlite3" not in item.name]
    assert sorted(left) == [name for name in before if "sqlite3" not in name]
    assert json.loads((place.data / "secrets.json").read_text()) == SECRETS
    assert place.ask("SELECT count(*) FROM sqlite_master") == [(0,)]
    return refusal.value.sentence


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_backup_cut_short_is_refused(full: Place, empty: Place, share: float) -> None:
    path = full.backup()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "cut short" in refused(empty, path)


def test_a_flipped_bit_is_noticed(full: Place, empty: Place) -> None:
    path = full.backup()
    content = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        at = archive.getinfo("rows/businesses_user.jsonl").header_offset + 100
    content[at] ^= 1
    path.write_bytes(content)
    assert refused(empty, path)


def tampered_row(contents: dict[str, bytes]) -> None:
    name = "rows/businesses_user.jsonl"
    contents[name] = contents[name].replace(b"anna@", b"eve@")


def one_row_less(contents: dict[str, bytes]) -> None:
    contents["rows/django_session.jsonl"] = b""


def other_upload(contents: dict[str, bytes]) -> None:
    contents["files/1/prezzo è.bin"] = b"something else"


def other_secrets(contents: dict[str, bytes]) -> None:
    contents["secrets.json"] = json.dumps(SECRETS | {"django": "mine"}).encode()


def no_secrets(contents: dict[str, bytes]) -> None:
    contents["secrets.json"] = b"[]"


def one_file_more(contents: dict[str, bytes]) -> None:
    contents["files/more.txt"] = b"more"


def unreadable_manifest(contents: dict[str, bytes]) -> None:
    contents["manifest.json"] = b'{"format": "x"}'


def no_manifest(contents: dict[str, bytes]) -> None:
    del contents["manifest.json"]


def in_manifest(**values: Any) -> Callable[[dict[str, bytes]], None]:
    def change(contents: dict[str, bytes]) -> None:
        manifest = json.loads(contents["manifest.json"])
        contents["manifest.json"] = json.dumps(manifest | values).encode()

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (tampered_row, "businesses_user.jsonl is not as it was"),
        (one_row_less, "django_session.jsonl is not as it was"),
        (other_upload, "prezzo è.bin is not as it was"),
        (other_secrets, "secrets.json is not as it was"),
        (no_secrets, "secrets.json is not as it was"),
        (one_file_more, "not what its list of contents says"),
        (unreadable_manifest, "cannot be read"),
        (no_manifest, "not a whole backup"),
        (in_manifest(format=99), "Please update first"),
        (in_manifest(passo="99.0.0"), f"99.0.0; this is {version()}"),
        (in_manifest(migrations=[["businesses", "9999_later"]]), "newer Passo"),
        (in_manifest(migrations=[["contenttypes", "0001_initial"]]), "not those of the Passo"),
        (in_manifest(tables=7), "cannot be read"),
        (in_manifest(files=[{"name": 5, "bytes": 1, "sha256": ""}]), "cannot be read"),
    ],
)
def test_a_changed_backup_is_refused_in_words(
    full: Place, empty: Place, change: Callable[[dict[str, bytes]], None], sentence: str
) -> None:
    assert sentence in refused(empty, rewritten(full.backup(), change))


@pytest.mark.parametrize(
    "name", ["files/../../evil", "/etc/evil", "files//evil", "../evil", "files/./evil"]
)
def test_a_path_that_reaches_outside_is_refused(full: Place, empty: Place, name: str) -> None:
    path = full.backup()
    with ZipFile(path, "a") as archive:
        archive.writestr(name, "evil")
    assert "reach outside" in refused(empty, path)


def test_a_link_and_a_name_twice_are_refused(full: Place, empty: Place) -> None:
    path = full.backup()
    link = ZipInfo("files/link")
    link.external_attr = 0o120777 << 16
    with ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "reach outside" in refused(empty, path)
    path = full.backup()
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(path, "a") as archive:
        archive.writestr("secrets.json", "{}")
    assert "reach outside" in refused(empty, path)


def test_a_bomb_is_refused_before_it_goes_off(full: Place, empty: Place) -> None:
    path = full.backup()
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("files/bomb", "w") as entry:
        for _ in range(400):
            entry.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000
    assert "far more than it could honestly hold" in refused(empty, path)


def forged(path: Path, table: str, lines: str) -> Path:
    """Other rows, with a list of contents that vouches for them."""

    def change(contents: dict[str, bytes]) -> None:
        contents[f"rows/{table}.jsonl"] = lines.encode()
        manifest = json.loads(contents["manifest.json"])
        for one in manifest["tables"]:
            if one["table"] == table:
                one["rows"] = lines.count("\n")
                one["sha256"] = hashlib.sha256(lines.encode()).hexdigest()
        contents["manifest.json"] = json.dumps(manifest).encode()

    return rewritten(path, change)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("{}\n", "not as it was"),
        ("[1,\n", "not as it was"),
        ("[" * 100_000 + "\n", "not as it was"),
        ('[ "x" ]\n', "not as it was"),
        ('["x"', "not as it was"),
        ('["x"]\n', "does not fit here"),
        ('["key","words","yesterday"]\n', "does not fit here"),
        ('["key",{},"2026-11-22T09:30:00+00:00"]\n', "does not fit here"),
        ('["key",null,"2026-11-22T09:30:00+00:00"]\n', "does not fit here"),
        ('["key","w","2026-11-22T09:30:00.000000+00:00"]\n', "reads differently"),
    ],
)
def test_rows_that_are_no_rows_are_refused(
    full: Place, empty: Place, lines: str, sentence: str
) -> None:
    assert sentence in refused(empty, forged(full.backup(), "django_session", lines))


def test_a_row_that_points_nowhere_is_refused(full: Place, empty: Place) -> None:
    assert "point to rows that are missing" in refused(
        empty, forged(full.backup(), "businesses_business", "")
    )


def test_a_swollen_list_of_keys_is_refused(full: Place, empty: Place) -> None:
    def swell(contents: dict[str, bytes]) -> None:
        contents["secrets.json"] = json.dumps(SECRETS).encode() + b" " * 100_000

    assert "far more" in refused(empty, rewritten(full.backup(), swell))


def test_keys_that_are_no_words_are_refused(full: Place, empty: Place) -> None:
    def no_words(contents: dict[str, bytes]) -> None:
        contents["secrets.json"] = b'{"django": 1, "encryption": 2}'

    assert "secrets.json is not as it was" in refused(empty, rewritten(full.backup(), no_words))


def test_a_damaged_database_can_be_replaced_by_force(full: Place, empty: Place) -> None:
    path, before = full.backup(), full.counts()
    with empty.joined() as alias:
        file = Path(connections[alias].settings_dict["NAME"])
        connections[alias].close()
        file.write_bytes(b"ruined" * 1000)
        restore(path, using=alias, data=empty.data, force=True)
    assert empty.counts() == before


def test_a_database_that_does_not_answer_is_named(full: Place) -> None:
    with pytest.raises(Refusal, match="does not answer"):
        move(full.url, "postgresql://nobody@127.0.0.1:1/nothing")


@contextmanager
def room_for(most_bytes: int) -> Iterator[None]:
    """No file of this process may grow larger: the nearest thing to a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_nothing_half_written(full: Place) -> None:
    (full.data / "files" / "large.bin").write_bytes(os.urandom(300_000))
    with room_for(100_000), pytest.raises(Refusal, match="could not be written"):
        full.backup()
    assert list((full.data / "backups").iterdir()) == []


def test_a_full_disk_while_restoring_changes_nothing(full: Place) -> None:
    (full.data / "files" / "large.bin").write_bytes(os.urandom(6_000_000))
    path, before = full.backup(), full.counts()
    with room_for(5_000_000), pytest.raises(Refusal, match="could not be unpacked"):
        full.restore(path, force=True)
    assert full.counts() == before
    assert (full.data / "files" / "large.bin").stat().st_size == 6_000_000
    assert not (full.data / "restoring").exists()


def test_a_place_that_cannot_be_written_is_named(full: Place) -> None:
    (full.data / "backups").write_text("a file where a folder should be")
    with pytest.raises(Refusal, match=r"backups: .*Nothing was kept"):
        full.backup()


def test_a_link_among_uploads_is_not_followed(full: Place) -> None:
    (full.data / "files" / "link").symlink_to("/etc/hostname")
    with ZipFile(full.backup()) as archive:
        assert "files/link" not in archive.namelist()


def test_something_that_is_no_backup_is_refused(empty: Place, tmp_path: Path) -> None:
    assert "cannot be read: No such file" in refused(empty, tmp_path / "nothing.zip")
    (tmp_path / "text.zip").write_text("hello")
    assert "not a whole backup" in refused(empty, tmp_path / "text.zip")
