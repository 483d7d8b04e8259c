"""Signs that no database keeps and words longer than their column, by every way in."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people.bringing_in import beginning
from passo.people.models import Import
from tests.people.bringing import bring, calendar, mail
from tests.people.test_attacks import exported
from tests.world import Visitor

pytestmark = pytest.mark.django_db

US = "anna@bakery.example"
LONG = "ﷺ" * 400  # one sign that is written out as eighteen letters


@pytest.fixture
def known(bakery: Business) -> Business:
    beginning.say_own(bakery, [US])
    return bakery


@pytest.fixture
def browser(anna: User, client_of: Callable[[User], Visitor]) -> Visitor:
    return client_of(anna)


CARDS = {
    "coded zero": "FN;ENCODING=QUOTED-PRINTABLE:Pa=00ola\nEMAIL:p=00@x.example\nTEL:12=0034567",
    "utf-7": "FN;CHARSET=UTF-7:Pa+2AA-ola\nNOTE;CHARSET=UTF-7;ENCODING=QUOTED-PRINTABLE:+2AA-",
    "utf-16": "FN;CHARSET=UTF-16;ENCODING=QUOTED-PRINTABLE:=00=D8=00=D8\nORG;ENCODING=b:AAAA",
    "base64": "FN;ENCODING=b;CHARSET=utf-16-le:ANgA2A==\nNICKNAME:\0\nTITLE:a\0b\nUID:a\0b",
    "long": (
        f"FN:{LONG}\nN:{LONG};{LONG};{LONG};{LONG};{LONG}\nORG:{LONG};{LONG}\nTITLE:{LONG}\n"
        f"NICKNAME:{LONG}\nEMAIL;TYPE={'a' * 300}:{'a' * 300}@x.example\n"
        f"EMAIL:{'b' * 60}@{'c' * 60}.{'d' * 60}.{'e' * 60}.example\nTEL;TYPE={LONG}:{'1' * 500}\n"
        f"TEL:{LONG}\nURL:https://{'x' * 4000}\nADR:;;{LONG};{LONG};{LONG};{LONG};{LONG}\n"
        f"CATEGORIES:{LONG},{'İ' * 60}\nBDAY:{'1' * 300}\nUID:{LONG}\nNOTE:{LONG}"
    ),
    "long firm": f"KIND:org\nFN:{LONG}\nORG:{LONG}\nEMAIL:{'a' * 500}@x.example\nTEL:{'2' * 500}",
    "own kind": "FN:Paola\nX-ABSHOWAS:COMPANY\nORG:\0\nURL:javascript:alert(1)\nADR:\0;\0;\0;\0",
    "turning": "FN:\u202egnp.exe\nORG:\u2066x\u2069\nTEL:\u200b\nEMAIL:\u200b@x.example",
}


@pytest.mark.parametrize("lines", CARDS.values(), ids=CARDS)
def test_a_card_of_impossible_words_comes_in_as_far_as_it_can(
    known: Business, browser: Visitor, lines: str
) -> None:
    version = "2.1" if "QUOTED" in lines or "UTF" in lines else "3.0"
    done = bring(known, f"BEGIN:VCARD\nVERSION:{version}\n{lines}\nEND:VCARD\n")
    assert done.state == "done"
    stands(known, browser, done)


MAILS = {
    "coded zero": {
        "sender": "=?utf-8?q?Pa=00ola?= <p=00@x.example>",
        "subject": "=?utf-8?q?=00?= =?utf-8?b?AAAA?=",
        "heads": "In-Reply-To: <\0@x>\nReferences: <\0> <a\0b>\nX-Gmail-Labels: =?utf-8?q?=00?=\n",
    },
    "zero": {"sender": '"Pa\0ola" <p\0@x.example>', "subject": "a\0b"},
    "half a letter": {
        "sender": "=?utf-7?q?Pa+2AA-ola?= <p@x.example>",
        "subject": "=?utf-16-le?b?ANgA2A==?=",
    },
    "long": {
        "sender": f"{'ß' * 400} <{'a' * 60}@{'ß' * 250}.example>",
        "subject": f"=?utf-8?q?{'=EF=B7=BA' * 400}?=",
        "heads": f"Cc: {'b' * 64}@{'c.' * 120}example, {'İ' * 200}@x.example\n"
        f"Message-ID: <{'i' * 5000}>\nReferences: <{'r' * 9000}>\n",
    },
    "own alphabet": {
        "sender": "p@xn--" + "a" * 50 + ".example",
        "subject": "x",
        "heads": "Cc: q@xn--ls8h.example\n",
    },
}


@pytest.mark.parametrize("parts", MAILS.values(), ids=MAILS)
@pytest.mark.parametrize("keep_bodies", [True, False])
def test_a_mail_of_impossible_words_comes_in_as_far_as_it_can(
    known: Business, browser: Visitor, parts: dict[str, str], *, keep_bodies: bool
) -> None:
    sender = parts["sender"]
    rest = {name: one for name, one in parts.items() if name != "sender"}
    box = mail(1, sender, US, text="a\0b\ud800".encode("utf-8", "replace").decode(), **rest)
    box += mail(2, US, sender, text=LONG, **rest)
    done = bring(known, box, "posta.mbox", keep_bodies=keep_bodies)
    assert done.state == "done"
    stands(known, browser, done)


EVENTS = {
    "zero": (
        "UID:a\0b\nSUMMARY:a\0b\nATTENDEE;CN=Pa\0ola:mailto:p\0@x.example\n"
        "ATTENDEE;CN=%00:mailto:q%00@x.example"
    ),
    "long": (
        f"UID:{'u' * 9000}\nSUMMARY:{LONG}\nATTENDEE;CN={LONG}:mailto:{'a' * 200}@{'b' * 200}.it\n"
        f"ATTENDEE:mailto:{'İ' * 200}@x.example"
    ),
}


@pytest.mark.parametrize("lines", EVENTS.values(), ids=EVENTS)
def test_an_appointment_of_impossible_words_comes_in_as_far_as_it_can(
    known: Business, browser: Visitor, lines: str
) -> None:
    when = "DTSTART:20261102T090000Z\nDTEND:20261102T100000Z\n"
    done = bring(known, calendar(when + lines), "lavori.ics")
    assert done.state == "done"
    stands(known, browser, done)


def test_a_title_of_half_a_million_lines_that_nobody_folded_is_one_title(
    known: Business, browser: Visitor
) -> None:
    when = "DTSTART:20261102T090000Z\nDTEND:20261102T100000Z\nATTENDEE:mailto:p@x.example\n"
    done = bring(known, calendar(when + "SUMMARY:Lifts" + "\n=" * 500_000), "lavori.ics")
    assert known.touches.get().subject.startswith("Lifts = =")
    stands(known, browser, done)


def test_a_table_of_impossible_words_comes_in_as_far_as_it_can(
    known: Business, browser: Visitor
) -> None:
    heads = "Name,E-Mail,Phone,Company,Job Title,Birthday,Notes,Labels,Website,City,Nickname"
    row = ",".join([LONG, f"{'a' * 300}@x.example", "1" * 400, LONG, LONG, "9" * 40, *[LONG] * 5])
    zero = "Pa\0ola,p\0@x.example,12\x0034567,\0,\0,\0,\0,\0,\0,\0,\0"
    done = bring(known, f"{heads}\n{row}\n{zero}\n", "kontakte.csv")
    assert done.state == "done"
    stands(known, browser, done)


def test_an_export_of_impossible_words_comes_in_as_far_as_it_can(
    known: Business, browser: Visitor
) -> None:
    odd = ["\0", "\ud800", LONG, "a\0b" * 300]
    records: list[dict[str, Any]] = []
    for n, word in enumerate(odd):
        way = {"kind": "mail", "value": f"{n}{word}", "said": word, "label": word}
        card = {"name": word, "org": word, "mails": [[word, word, word]], "tags": [word]}
        source = {"file": word, "key": word, "outer_id": word, "card": card, "line": 2**31 - 1}
        records += [
            {"record": "own_address", "address": f"o{n}{word}"},
            {"record": "free_mail_domain", "domain": f"d{n}{word}"},
            {"record": "left_out", "address": f"l{n}{word}", "name": word, "because": word},
            {"record": "organisation", "name": f"f{n}{word}", "key": word, "domain": word,
             "note": word, "ways": [way], "sources": [source]},
            {"record": "person", "uid": f"p{n}{word}", "name": f"{n}{word}", "given": word,
             "organisation": word, "birthday": word, "tags": [word], "ways": [way],
             "sources": [source, source], "kept": [word], "cadence_days": 36_500,
             "positions": [{"organisation": word, "job_title": word}] * 2},
            {"record": "touch", "uid": f"t{n}{word}", "at": "2026-01-01T00:00:00", "key": word,
             "subject": word, "text": word, "size": 2**31 - 1, "minutes": 2**31 - 1,
             "people": [{"person": f"p{n}{word}", "address": word}] * 3, "thread": word},
            {"record": "tie", "one": f"p{n}{word}", "other": f"p0{odd[0]}", "declared": 0.5,
             "note": word},
            {"record": "pair", "one": f"p{n}{word}", "other": f"p0{odd[0]}", "probability": 0.5},
            {"record": word, "uid": 2**70},
        ]  # fmt: skip
    done = bring(known, exported(*records), "people.json")
    assert done.state == "done"
    stands(known, browser, done)


def test_archives_with_impossible_names_are_read_as_far_as_they_can(
    known: Business, browser: Visitor
) -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("ordner/" + "ü" * 400 + ".vcf", "BEGIN:VCARD\nFN:\nEND:VCARD\n")
        archive.writestr("a%(x)s\u202e.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Paola\nEND:VCARD\n")
    done = bring(known, into.getvalue(), "x.zip")
    assert done.state == "done"
    stands(known, browser, done)


def stands(business: Business, browser: Visitor, done: Import) -> None:
    """Every page that could show some of it, and the table of what was odd."""
    pages = [("bring_in", []), ("import_report", [done.pk]), ("left_out", []), ("sorting", [])]
    pages += [("import_problems", [done.pk])]
    pages += [("person", [one]) for one in business.people.values_list("pk", flat=True)[:9]]
    pages += [
        ("organisation", [one]) for one in business.organisations.values_list("pk", flat=True)
    ]
    for name, args in pages:
        answer = browser.get(reverse(name, args=[business.slug, *args]))
        assert answer.status_code in {200, 302}, name
        assert b"<script>alert" not in answer.content
