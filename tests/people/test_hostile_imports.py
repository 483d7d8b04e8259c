"""Files that are broken, hostile or unlucky: no crash, no loss in silence, nothing half."""

import io
import resource
import signal
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from passo.businesses.files import new_file
from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people.bringing_in import beginning, carrying_on, receiving, report, undoing
from passo.people.bringing_in.work import Work
from passo.people.models import Import
from tests.people.bringing import CARD, bring, calendar, card, file_of, mail, put
from tests.world import Visitor

pytestmark = pytest.mark.django_db

ZIP, MBOX, ICS, CSV = "x.zip", "posta.mbox", "lavori.ics", "kontakte.csv"
US = "anna@bakery.example"


@pytest.fixture
def known(bakery: Business) -> Business:
    beginning.say_own(bakery, [US])
    return bakery


def names(business: Business) -> set[str]:
    return set(business.people.listed().values_list("name", flat=True))


def sentences(brought_by: Import) -> list[str]:
    return [one["sentence"] for one in report.problems_of(brought_by)]


def zipped(**members: bytes | str) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return into.getvalue()


def written(business: Business, pieces: Iterator[bytes], name: str) -> Import:
    """A large one, never whole in memory."""
    path = new_file(business.pk, "in")
    with path.open("wb") as file:
        file.writelines(pieces)
    made = beginning.begin(business, path, name, by=None)
    beginning.start(made, queue=False)
    return made


def test_a_file_cut_off_in_the_middle_gives_what_was_whole(known: Business) -> None:
    text = card("Luca Ferri") + card("Paola Rinaldi")
    done = bring(known, text[: len(text) - 30])
    assert "Luca Ferri" in names(known)
    assert done.state == "done"
    assert "Paola Rinaldi" in names(known) or sentences(done)


@pytest.mark.parametrize("name", ["telefono.vcf", CSV, MBOX, ICS])
def test_zero_bytes_in_a_file_stop_nothing(known: Business, name: str) -> None:
    content = {
        "telefono.vcf": CARD.replace("Paola Rinaldi", "Paola\0 Rinaldi"),
        CSV: "Name,E-Mail\nPa\0ola Rinaldi,paola@studiorinaldi.example\n",
        MBOX: mail(1, "Paola\0 Rinaldi <paola@studiorinaldi.example>", US),
        ICS: calendar(
            "UID:1\nDTSTART:20261102T090000Z\nDTEND:20261102T100000Z\nSUMMARY:A\0B\n"
            "ATTENDEE;CN=Paola Rinaldi:mailto:paola@studiorinaldi.example"
        ),
    }
    done = bring(known, content[name], name)
    assert done.state == "done"
    assert known.contact_points.filter(value="paola@studiorinaldi.example").exists()
    assert not any("\0" in name for name in names(known))


def test_a_table_in_the_wrong_charset_is_read_by_its_own(known: Business) -> None:
    text = "Name;E-Mail\r\nJürgen Größe;j@x.example\r\n"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        bring(known, text.encode(encoding), CSV)
    assert names(known) == {"Jürgen Größe"}


def test_a_zip_bomb_stays_closed(known: Business) -> None:
    bomb = zipped(**{"a.vcf": b"\0" * (100 << 20)})
    done = bring(known, bomb, ZIP)
    assert done.state == "done"
    assert any("left closed" in one for one in sentences(done))


def test_a_name_that_leads_out_of_the_archive_leads_nowhere(known: Business) -> None:
    bring(known, zipped(**{"../../../../tmp/passo-evil.vcf": CARD}), ZIP)
    assert names(known) == {"Paola Rinaldi"}
    assert not (Path(tempfile.gettempdir()) / "passo-evil.vcf").exists()


def test_a_name_that_leads_out_of_the_folder_is_only_a_name(bakery: Business) -> None:
    made = receiving.expected(bakery, "../../../etc/passwd\u202e\0.vcf", 9, "1")
    assert made.name == "passwd.vcf"
    assert receiving.place_of(made).parent == file_of(made).parent


def test_a_formula_in_a_name_is_a_name_here_and_harmless_in_a_spreadsheet(
    known: Business,
) -> None:
    evil = '=HYPERLINK("http://evil.example")'
    done = bring(known, card(evil))
    assert names(known) == {evil}
    done.problems.create(business=known, line=1, sentence="This file is empty.", what=evil)
    assert f"'{evil}".replace('"', '""') in "".join(report.problem_table(done))


def test_a_picture_of_50_megabytes_is_passed_over(known: Business) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Luca Ferri\r\nPHOTO;ENCODING=b:"
        for _ in range(50):
            yield b"QUFB" * (1 << 18)
        yield b"\r\nEND:VCARD\r\n" + CARD.encode()

    made = written(known, pieces(), "telefono.vcf")
    carrying_on.carry_on(known, made.pk)
    assert names(known) == {"Luca Ferri", "Paola Rinaldi"}


def test_appointments_that_repeat_for_ever_come_to_an_end(known: Business) -> None:
    event = (
        "UID:{0}\nDTSTART:20200101T090000Z\nDTEND:20200101T100000Z\nRRULE:{1}\n"
        "SUMMARY:Every\nATTENDEE:mailto:p{0}@x.example\n"
    )
    rules = ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY"]
    done = bring(known, calendar(*(event.format(n, rule) for n, rule in enumerate(rules))), ICS)
    assert done.state == "done"
    assert known.touches.filter(at__year=2026).exists()


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_dates_at_the_ends_of_time_break_nothing(known: Business, year: str) -> None:
    event = (
        f"UID:1\nDTSTART:{year}0101T000000Z\nDTEND:{year}1231T235959Z\nSUMMARY:End\n"
        "ATTENDEE:mailto:p@x.example\n"
    )
    assert bring(known, calendar(event), ICS).state == "done"
    box = mail(1, "q@x.example", US, day=f"Mon, 01 Jan {year} 00:00:00 +1400")
    assert bring(known, box, MBOX).state == "done"
    born = CARD.replace("END:VCARD", f"BDAY:{year}-01-01\nEND:VCARD")
    assert bring(known, born).state == "done"
    assert "Paola Rinaldi" in names(known)


def test_a_mail_to_ten_thousand_makes_nobody_of_them_a_friend(known: Business) -> None:
    many = ",\n ".join(f"Person {n} <p{n}@x{n}.example>" for n in range(10_000))
    done = bring(known, mail(1, "Paola <paola@studiorinaldi.example>", many), MBOX)
    assert done.state == "done"
    assert known.people.count() <= 1


@pytest.mark.parametrize("name", ["telefono.vcf", CSV, MBOX, ICS])
def test_200_megabytes_of_one_line_are_passed_through(known: Business, name: str) -> None:
    starts = {
        "telefono.vcf": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:",
        CSV: b"Name,E-Mail\r\n",
        MBOX: mail(1, "p@x.example", US).encode() + b"From a@b Mon Nov  2 09:00:00 2026\nSubject: ",
        ICS: b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:",
    }

    def pieces() -> Iterator[bytes]:
        yield starts[name]
        for _ in range(200):
            yield b"a" * (1 << 20)

    made = written(known, pieces(), name)
    carrying_on.carry_on(known, made.pk)
    made.refresh_from_db()
    assert made.state == "done"


def test_a_file_that_vanished_says_so_and_stands_still(known: Business) -> None:
    made = put(known, CARD)
    beginning.start(made, queue=False)
    file_of(made).unlink()
    with pytest.raises(FileNotFoundError):
        carrying_on.carry_on(known, made.pk)
    made.refresh_from_db()
    assert (made.state, made.sentence) == ("failed", carrying_on.GONE)


def test_what_is_undone_while_it_is_read_stops_and_goes_whole(
    known: Business, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying_on, "BATCH", 10)
    made = put(known, "".join(card(f"Luca Ferri{n}") for n in range(50)))
    beginning.start(made, queue=False)
    breaths: list[int] = []

    def undo_between_two_batches(_work: Work) -> None:
        breaths.append(1)
        if len(breaths) == 2:
            undoing.begin(Import.objects.get(pk=made.pk), by=anna)

    monkeypatch.setattr(Work, "breathe", undo_between_two_batches)
    carrying_on.carry_on(known, made.pk)
    undoing.carry_out(known, made.pk, anna.pk)
    made.refresh_from_db()
    assert made.state == "undone"
    assert not known.sources.exists()
    assert not known.people.exists()
    assert not file_of(made).exists()


# --- A full disk --------------------------------------------------------------------------------


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """No file of this process may grow larger: what a full disk says, without filling one."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def test_a_piece_that_finds_the_disk_full_leaves_nothing_half(bakery: Business) -> None:
    made = receiving.expected(bakery, "posta.mbox", 4 << 20, "1")
    assert receiving.take(made, io.BytesIO(b"a" * (1 << 20)), 0) == 1 << 20
    with (
        files_at_most((3 << 20) // 2),
        pytest.raises(Refusal, match="disk of this machine is full"),
    ):
        receiving.take(made, io.BytesIO(b"b" * (3 << 20)), 1 << 20)
    assert receiving.here(made) == 1 << 20
    assert receiving.take(made, io.BytesIO(b"b" * (3 << 20)), 1 << 20) == 4 << 20


def test_a_form_that_finds_the_disk_full_leaves_nothing_at_all(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    browser = client_of(anna)
    before = set(receiving.files.made_folder(bakery.pk).iterdir())
    large = SimpleUploadedFile("posta.mbox", b"a" * (3 << 20))
    with files_at_most(1 << 20):
        answer = browser.post(reverse("upload", args=[bakery.slug]), {"files": [large]})
    assert answer.status_code == 409
    assert b"The disk of this machine is full." in answer.content
    assert not bakery.imports.exists()
    assert set(receiving.files.made_folder(bakery.pk).iterdir()) == before


def test_a_file_larger_than_the_disk_is_not_even_begun(bakery: Business) -> None:
    with pytest.raises(Refusal, match="not enough room"):
        receiving.expected(bakery, "posta.mbox", 1 << 60, "1")
    assert not bakery.imports.exists()
