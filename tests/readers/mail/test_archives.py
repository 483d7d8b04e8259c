"""Archives and folders of mail are read through, and nothing in them can do harm."""

import os
import zipfile
from io import BytesIO

from passo.readers.mail import Member, members, read_archive, read_eml, read_maildir
from passo.readers.mail.archives import folder_of, maildir_flags
from passo.readers.records import Message, Problem

MAIL = b"From: Anna <anna@x.example>\nTo: b@x.example\nSubject: %s\n\nHello\n"
FROM = b"From anna@x.example Mon Mar  3 10:15:00 2025\n"


def packed(path, files, **keywords):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **keywords) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def box(*subjects):
    return b"\n".join(FROM + MAIL % subject for subject in subjects)


def subjects(path, **keywords):
    return [one.subject for one in read_archive(path, **keywords) if isinstance(one, Message)]


def test_a_zip_of_everything_is_read_in_the_order_of_names(tmp_path):
    files = {
        "Takeout/Mail/b.mbox": box(b"three", b"four"),
        "Takeout/Mail/a.eml": MAIL % b"two",
        "Box/cur/1.x:2,DS": MAIL % b"one",
        "contacts.vcf": b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n",
    }
    path = packed(tmp_path / "all.zip", files)
    read = list(read_archive(path))
    assert [(one.line, one.subject) for one in read] == [
        (1, "one"), (2, "two"), (3, "three"), (4, "four")
    ]  # fmt: skip
    assert read[0].is_draft
    assert [one.folder for one in read] == [
        "Box",
        "Takeout/Mail",
        "Takeout/Mail/b",
        "Takeout/Mail/b",
    ]
    assert {one.ends_at for one in read} == {0}
    for after in range(5):
        assert list(read_archive(path, after=after)) == read[after:]


def test_members_of_other_kinds_are_there_for_others(tmp_path):
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n"
    path = packed(tmp_path / "a.zip", {"x/contacts.vcf": card, "x/": b"", "__MACOSX/._a": b"x"})
    (found,) = members(path)
    assert isinstance(found, Member)
    assert (found.name, found.kind) == ("x/contacts.vcf", "vcard")
    with found.open() as stream:
        assert stream.read() == card
    assert [str(one) for one in read_archive(path)] == ["There is no mail in here."]


def test_names_that_lead_outside_are_only_names(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    path = packed(place / "a.zip", {"../../out.eml": MAIL % b"a", "/etc/x.eml": MAIL % b"b"})
    link = zipfile.ZipInfo("link.eml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/hostname")
    assert sorted(subjects(path)) == ["a", "b"]
    assert list(tmp_path.iterdir()) == [place]
    assert list(place.iterdir()) == [path]


def test_a_bomb_is_left_closed(tmp_path):
    zeros = b"\0" * (70 << 20)
    path = packed(tmp_path / "bomb.zip", {"a.mbox": zeros})
    (problem, _none) = read_archive(path)
    assert "far more than mail can" in str(problem)
    noise = os.urandom(1 << 20)
    mixed = packed(tmp_path / "b.zip", {"a.mbox": zeros, "b.eml": MAIL % b"good", "c.bin": noise})
    problem, good = read_archive(mixed)
    assert "a.mbox would grow" in str(problem)
    assert good.subject == "good"


def test_a_broken_archive_is_a_sentence(tmp_path):
    path = packed(
        tmp_path / "a.zip", {"a.eml": MAIL % b"a", "b.eml": MAIL % b"b" + os.urandom(9000)}
    )
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    assert "broken or was cut off" in str(next(iter(read_archive(path))))
    assert "broken or was cut off" in str(next(iter(read_archive(tmp_path / "none.zip"))))
    path.write_bytes(whole.replace(whole[2000:2010], b"\0" * 10))
    read = list(read_archive(path))
    assert [one.subject for one in read if isinstance(one, Message)] == ["a"]
    assert [str(one) for one in read if isinstance(one, Problem)] == [
        "b.eml is broken: what comes after this place in it could not be read."
    ]


def test_a_member_that_cannot_be_opened_or_is_locked_is_told(tmp_path):
    path = packed(tmp_path / "a.zip", {"a.eml": MAIL % b"a"})
    locked = bytearray(path.read_bytes())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(locked)
    assert "locked with a password" in str(next(iter(read_archive(path))))
    path = packed(tmp_path / "b.zip", {"a.eml": MAIL % b"a"})
    odd = bytearray(path.read_bytes())
    odd[odd.index(b"PK\x01\x02") + 10] = 99
    path.write_bytes(odd)
    assert "a.eml is broken" in str(next(iter(read_archive(path))))


def test_a_maildir_with_its_folders_is_read(tmp_path):
    for name, subject in {
        "cur/1.a:2,S": b"in",
        "new/2.b": b"new",
        ".Sent/cur/3.c:2,S": b"out",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(MAIL % subject)
    (tmp_path / "cur" / "link").symlink_to(tmp_path / "cur" / "1.a:2,S")
    (tmp_path / "cur" / ".hidden").write_bytes(b"x")
    read = {one.subject: one for one in read_maildir(tmp_path)}
    assert set(read) == {"in", "new", "out"}
    assert read["out"].is_sent
    assert not read["in"].is_sent
    assert [one.line for one in read_maildir(tmp_path, after=2)] == [3]


def test_flags_and_folders_are_read_from_names():
    assert maildir_flags("1.a!2,DS") == "DS"
    assert maildir_flags("1.a") == ""
    assert folder_of("Posta/Inviata.mbox/mbox") == "Posta/Inviata"
    assert folder_of("a.eml") == ""


def test_a_single_mail_may_have_what_apple_puts_around_it():
    mail = MAIL % b"x"
    content = b"%d\n" % len(mail) + mail + b"<?xml version='1.0'?><plist/>"
    found = read_eml(BytesIO(content))
    assert isinstance(found, Message)
    assert found.own_text == "Hello"
    assert read_eml(BytesIO(b"\xef\xbb\xbf\r\n" + mail)).line == 1
