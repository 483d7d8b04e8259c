"""The page “Bring in”, as somebody meets it who is new here."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people import jobs
from passo.people.bringing_in import beginning, showing
from passo.people.models import OwnAddress, TableMapping
from tests.people.bringing import CARD, bring, calendar, file_of, mail
from tests.people_world import make_import
from tests.steps_world import make_opportunity
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db

UMLAUTS = "Vorname;Nachname;Firma;E-Mail\r\nJürgen;Groß;Söhne;j@soehne.example\r\n"
STRANGE = "Q1,Q2\nPaola Rinaldi,blau\nLuca Ferri,rot\n"


@pytest.fixture
def anna_here(anna: User, bakery: Business, client_of: Callable[[User], Visitor]) -> Visitor:
    return client_of(anna)


def at(business: Business, name: str = "bring_in", *more: Any) -> str:
    return reverse(name, args=[business.slug, *more])


def send(browser: Visitor, business: Business, **files: str | bytes) -> Any:
    """As a browser without scripts does it."""
    named = [
        SimpleUploadedFile(
            name.replace("__", "."), text.encode() if isinstance(text, str) else text
        )
        for name, text in files.items()
    ]
    return browser.post(at(business, "upload"), {"files": named})


def seen(browser: Visitor, business: Business) -> str:
    return words_of(browser.get(at(business)))


def work_it_off(business: Business) -> None:
    for one in business.imports.filter(state="waiting").order_by("pk"):
        jobs.bring_in.func(business.pk, one.pk)


def test_a_new_owner_sees_where_to_begin(anna_here: Visitor, bakery: Business) -> None:
    page = seen(anna_here, bakery)
    assert "Drop files here" in page
    assert "It stays on your machine." in page
    assert "takeout.google.com" in page
    assert "Is this right?" not in page


def test_from_a_file_to_people_in_three_presses(anna_here: Visitor, bakery: Business) -> None:
    assert send(anna_here, bakery, telefono__vcf=CARD).status_code == 302
    page = seen(anna_here, bakery)
    assert "Contacts · 1 contact" in page
    assert "Paola Rinaldi Studio Rinaldi S.r.l. · paola@studiorinaldi.example" in page
    assert not bakery.people.exists(), "nothing is in before the button is pressed"
    anna_here.post(at(bakery, "start_imports"), {"own": ["anna.bianchi@example.org"]})
    assert "It begins as soon as there is room." in seen(anna_here, bakery)
    work_it_off(bakery)
    assert "telefono.vcf Done 1 person" in seen(anna_here, bakery)
    made = bakery.imports.get()
    report = words_of(anna_here.get(at(bakery, "import_report", made.pk)))
    assert "New people 1" in report
    assert "New organisations 1" in report
    assert "Anna Bianchi" in report


def test_whom_passo_proposes_is_looked_at_from_there(anna_here: Visitor, bakery: Business) -> None:
    assert "Passo proposes" not in seen(anna_here, bakery)
    make_opportunity(bakery, state="proposed")
    assert at(bakery, "proposed") in anna_here.get(at(bakery)).text
    assert "Look whom Passo proposes to walk with" in seen(anna_here, bakery)


def test_what_was_brought_in_stands_in_the_history(anna_here: Visitor, bakery: Business) -> None:
    """From the button on; a file that only lies there is none of it."""
    send(anna_here, bakery, telefono__vcf=CARD)
    assert not bakery.changes.filter(kind="people.import").exists()
    anna_here.post(at(bakery, "start_imports"))
    assert "brought in: telefono.vcf" in words_of(anna_here.get(at(bakery, "history")))


def test_several_files_are_read_contacts_first(anna_here: Visitor, bakery: Business) -> None:
    box = mail(1, "p@x.example", "anna.bianchi@example.org")
    send(anna_here, bakery, posta__mbox=box, telefono__vcf=CARD)
    anna_here.post(at(bakery, "start_imports"))
    progress = bakery.imports.order_by("progress_id").values_list("name", flat=True)
    assert list(progress) == ["telefono.vcf", "posta.mbox"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("foto__jpg", b"\xff\xd8\xff" + b"x" * 50, "foto.jpg is no contacts, mailbox or calendar"),
        ("leer__csv", b"", "This file is empty."),
        ("kaputt__zip", b"PK\x03\x04" + b"\x07" * 90, "This archive is broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_and_hinders_nobody(
    anna_here: Visitor, bakery: Business, name: str, content: bytes, said: str
) -> None:
    send(anna_here, bakery, **{name: content, "telefono__vcf": CARD})
    assert said in seen(anna_here, bakery)
    anna_here.post(at(bakery, "start_imports"))
    states = dict(bakery.imports.values_list("name", "state"))
    assert states == {name.replace("__", "."): "asking", "telefono.vcf": "waiting"}


def test_without_a_good_file_there_is_nothing_to_start(
    anna_here: Visitor, bakery: Business
) -> None:
    send(anna_here, bakery, leer__csv=b"")
    assert "Bring it in" not in seen(anna_here, bakery)
    assert anna_here.post(at(bakery, "start_imports")).status_code == 409


def test_a_file_can_be_taken_away_again(anna_here: Visitor, bakery: Business) -> None:
    send(anna_here, bakery, telefono__vcf=CARD)
    made = bakery.imports.get()
    place = file_of(made)
    assert place.exists()
    anna_here.post(at(bakery, "forget_import", made.pk))
    assert not place.exists()
    assert not bakery.imports.exists()


def test_what_is_being_read_is_not_taken_away_but_undone(
    anna_here: Visitor, bakery: Business
) -> None:
    made = bring(bakery, CARD)
    assert anna_here.post(at(bakery, "forget_import", made.pk)).status_code == 409
    assert bakery.imports.exists()


def test_letters_that_look_odd_can_be_read_otherwise(anna_here: Visitor, bakery: Business) -> None:
    send(anna_here, bakery, kontakte__csv=UMLAUTS.encode("cp1252"))
    page = seen(anna_here, bakery)
    assert "Jürgen Groß Söhne · j@soehne.example" in page
    made = bakery.imports.get()
    anna_here.post(at(bakery, "read_import_as", made.pk), {"encoding": "cp850"})
    assert "Jürgen" not in seen(anna_here, bakery)
    anna_here.post(at(bakery, "read_import_as", made.pk), {"encoding": "cp1252"})
    anna_here.post(at(bakery, "start_imports"))
    work_it_off(bakery)
    assert bakery.people.get().name == "Jürgen Groß"


def test_an_encoding_that_does_not_exist_changes_nothing(
    anna_here: Visitor, bakery: Business
) -> None:
    send(anna_here, bakery, kontakte__csv=UMLAUTS)
    made = bakery.imports.get()
    anna_here.post(at(bakery, "read_import_as", made.pk), {"encoding": "klingon"})
    assert "Jürgen Groß" in seen(anna_here, bakery)


def test_columns_are_explained_once_and_known_from_then_on(
    anna_here: Visitor, bakery: Business
) -> None:
    send(anna_here, bakery, fiera__csv="Q1,Q2\nblau,x1\nrot,x2\n")
    assert "Passo does not know these columns." in seen(anna_here, bakery)
    assert anna_here.post(at(bakery, "start_imports")).status_code == 409
    columns = at(bakery, "import_columns", bakery.imports.get().pk) + "?header=1"
    page = words_of(anna_here.get(columns))
    assert "Q1" in page
    assert "blau" in page
    nothing = anna_here.post(columns, {"0": "ignore", "1": "note"})
    assert nothing.status_code == 422
    assert "Say at least where the name" in words_of(nothing)
    anna_here.post(columns, {"0": "name", "1": "note"})
    assert "blau" in seen(anna_here, bakery)
    anna_here.post(at(bakery, "start_imports"))
    work_it_off(bakery)
    send(anna_here, bakery, fiera2__csv="Q1,Q2\nLuca Ferri,x3\n")
    anna_here.post(at(bakery, "start_imports"))
    work_it_off(bakery)
    assert set(bakery.people.values_list("name", flat=True)) == {"blau", "rot", "Luca Ferri"}


def test_a_table_without_headings_is_like_no_other(anna_here: Visitor, bakery: Business) -> None:
    send(anna_here, bakery, a__csv=STRANGE)
    columns = at(bakery, "import_columns", bakery.imports.get().pk) + "?header=0"
    anna_here.post(columns, {"0": "note", "1": "name"})
    assert not TableMapping.objects.exists()


def test_own_addresses_are_guessed_asked_once_and_then_known(
    anna_here: Visitor, bakery: Business
) -> None:
    box = "".join(mail(n, f"p{n}@x.example", "me@shop.example") for n in range(9))
    send(anna_here, bakery, posta__mbox=box)
    page = seen(anna_here, bakery)
    assert "Which mail addresses are yours?" in page
    assert "me@shop.example" in page
    wrong = anna_here.post(at(bakery, "start_imports"), {"more": "info@bakery.example, nobody"})
    assert wrong.status_code == 422
    assert "“nobody” is no whole mail address." in words_of(wrong)
    assert not OwnAddress.objects.exists()
    anna_here.post(
        at(bakery, "start_imports"), {"own": ["me@shop.example"], "more": "info@bakery.example"}
    )
    assert beginning.own_addresses(bakery) == ["info@bakery.example", "me@shop.example"]
    send(anna_here, bakery, telefono__vcf=CARD)
    assert "Yours, and so nobody to be met: info@bakery.example, me@shop.example" in seen(
        anna_here, bakery
    )


def test_what_mails_say_is_kept_only_if_asked_for(anna_here: Visitor, bakery: Business) -> None:
    box = mail(1, "p@x.example", "anna.bianchi@example.org", text="The code is 4711.")
    send(anna_here, bakery, posta__mbox=box)
    assert "Keep what the mails say" in seen(anna_here, bakery)
    anna_here.post(at(bakery, "start_imports"), {"own": ["anna.bianchi@example.org"]})
    work_it_off(bakery)
    assert bakery.touches.get().text == ""
    again = mail(2, "p@x.example", "anna.bianchi@example.org", text="The code is 4711.")
    send(anna_here, bakery, posta__mbox=again)
    anna_here.post(at(bakery, "start_imports"), {"keep_bodies": "on"})
    work_it_off(bakery)
    assert bakery.touches.get(outer_id="2@post.example").text == "The code is 4711."


def test_a_calendar_and_a_mail_show_what_they_hold(anna_here: Visitor, bakery: Business) -> None:
    event = "UID:1@x\nDTSTART:20261102T090000Z\nDTEND:20261102T100000Z\nSUMMARY:Fiera di Bolzano\n"
    send(
        anna_here,
        bakery,
        lavori__ics=calendar(event),
        brief__eml=mail(1, "P <p@x.example>", "a@b.c").partition("\n")[2],
    )
    page = seen(anna_here, bakery)
    assert "Calendar · 1 appointment" in page
    assert "Fiera di Bolzano" in page
    assert "The stair lights P → a@b.c" in page


def test_a_viewer_sees_what_came_in_and_may_send_nothing(
    vera: User, bakery: Business, client_of: Callable[[User], Visitor]
) -> None:
    made = bring(bakery, CARD)
    browser = client_of(vera)
    page = seen(browser, bakery)
    assert "telefono.vcf" in page
    assert "Drop files here" not in page
    report = words_of(browser.get(at(bakery, "import_report", made.pk)))
    assert "Undo this import" not in report
    assert send(browser, bakery, telefono__vcf=CARD).status_code == 403


def test_a_part_is_asked_for_while_something_is_read(anna_here: Visitor, bakery: Business) -> None:
    make_import(bakery, state="running", counts={"records": 8214}, kind="mbox")
    part = anna_here.get(at(bakery), headers={"HX-Request": "true"})
    assert "Reading: 8,214 mails so far" in words_of(part)
    assert b"hx-get" in part.content
    assert b"<html" not in part.content
    assert b'id="found" hx-swap-oob="true"' in part.content


def test_once_all_is_done_nothing_is_asked_for_any_more(
    anna_here: Visitor, bakery: Business
) -> None:
    bring(bakery, CARD)
    assert b"every 1s" not in anna_here.get(at(bakery)).content


def test_the_time_left_is_told_from_the_speed(bakery: Business) -> None:
    began = (timezone.now() - timedelta(seconds=60)).isoformat()
    progress = bakery.progresses.create(kind="import", title="x", done=500, total=1500)
    made = make_import(
        bakery, state="running", kind="mbox", progress=progress, cursor={"began": [began, 0]}
    )
    assert showing.Row(made).time_left == "about 3 min"
    made.cursor["phase"] = "resolving"
    assert showing.Row(made).time_left == "about 2 min"
    assert showing.Row(made).doing == "Finding out who is who"
    made.cursor["phase"] = "reckoning"
    assert (showing.Row(made).time_left, showing.Row(made).percent) == ("", None)
    assert showing.Row(made).doing == "Reckoning who is close"
    made.cursor["phase"] = "reading"
    progress.done = 1490
    assert showing.Row(made).time_left == "less than a minute"
    progress.done = 0
    assert showing.Row(made).time_left == ""
    assert showing.Row(made).percent == 0
