"""Who, when and about what: right for every way in which real mail writes it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from passo.readers.mail import read_message
from passo.readers.mail.addresses import mailboxes
from passo.readers.mail.dates import moment
from passo.readers.mail.folders import is_drafts_folder, is_sent_folder
from passo.readers.mail.words import decoded, from_base64, parameter, words
from passo.readers.records import Mailbox, Problem


def read(head, body="Hello"):
    found = read_message(f"{head}\n\n{body}".encode())
    assert not isinstance(found, Problem)
    return found


@pytest.mark.parametrize(
    ("field", "boxes"),
    [
        ("Anna Rossi <Anna@X.it>", [("Anna Rossi", "anna@x.it")]),
        ('"Rossi, Anna" <a@x.it>, b@y.it', [("Rossi, Anna", "a@x.it"), ("", "b@y.it")]),
        ("Rossi, Anna <a@x.it>, Ben <b@y.it>", [("Rossi, Anna", "a@x.it"), ("Ben", "b@y.it")]),
        ('"M" <m@x.it>; Rossi, Anna <a@x.it>', [("M", "m@x.it"), ("Rossi, Anna", "a@x.it")]),
        ('"Ben" <b@y.it>, root, Anna <a@x.it>', [("Ben", "b@y.it"), ("Anna", "a@x.it")]),
        ("a@x.it (Anna (the boss) Rossi)", [("Anna the boss Rossi", "a@x.it")]),
        (
            "Friends: a@x.it, Ben <b@y.it>;, c@z.it",
            [("", "a@x.it"), ("Ben", "b@y.it"), ("", "c@z.it")],
        ),
        ("undisclosed-recipients:;", []),
        ("root, somebody", []),
        ("=?utf-8?Q?Rossi,_Nicol=C3=B2?= <n@x.it>", [("Rossi, Nicolò", "n@x.it")]),
        ("=?utf-8?B?QW5uYSA8YUB4Lml0Pg==?=", [("Anna", "a@x.it")]),
        ("=?utf-8?B?QW5uYQ==?=", []),
        ('"a@x.it" <a@x.it>', [("", "a@x.it")]),
        ('"b@y.it" <a@x.it>', [("", "a@x.it")]),
        ("'Anna' <'a@x.it'>", [("Anna", "a@x.it")]),
        ("<a@x.it> <b@y.it>", [("", "a@x.it")]),
        ("<mailto:a@x.it>", [("", "a@x.it")]),
        ("<@one.it,@two.it:a@x.it>", [("", "a@x.it")]),
        ("Anna <a(work)@x.it>", [("Anna", "a@x.it")]),
        ("Anna a@x.it", [("Anna", "a@x.it")]),
        ("a@b@x.it", [("", "a@b")]),
        ("@ @ a@x.it", [("@ @", "a@x.it")]),
        (
            'Anna "the" <a@x.it>, "never closed <b@y.it>',
            [("Anna the", "a@x.it"), ("never closed", "b@y.it")],
        ),
        ('"An\\"na" <a@x.it>', [('An"na', "a@x.it")]),
        ("Bücher <info@xn--bcher-kva.example>", [("Bücher", "info@bücher.example")]),
        ("<a@xn--\x80.example>", [("", "a@xn--.example")]),
        ("<a@xn--99999999.example>", [("", "a@xn--99999999.example")]),
        ("Anna <>", []),
        ("Anna <@x.it>", []),
        (f"<{'a' * 400}@x.it>", []),
    ],
)
def test_every_address_of_a_field_is_found(field, boxes):
    raw = field.encode().decode("latin-1")
    assert list(mailboxes(raw)) == [Mailbox(*box) for box in boxes]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mon, 3 Mar 2025 10:15:00 +0100", (2025, 3, 3, 9, 15)),
        ("3 Mar 25 10:15 GMT", (2025, 3, 3, 10, 15)),
        ("Mon, 3 Mar 125 10:15:00 EST", (2025, 3, 3, 15, 15)),
        ("Mo, 3 Mär 2025 10:15:00 MEZ", (2025, 3, 3, 9, 15)),
        ("lun, 3 giu 1999 10.15.00 +02:00", (1999, 6, 3, 8, 15)),
        ("2025-03-03T10:15:00Z", (2025, 3, 3, 10, 15)),
        ("2025/03/03 10:15:60 -0300", (2025, 3, 3, 13, 15)),
        ("Mon Mar  3 10:15:00 2025", (2025, 3, 3, 10, 15)),
        ("Mon Mar  3 10:15:00 +0100 2025", (2025, 3, 3, 9, 15)),
        ("Mon Mar  3 10:15:00 2025 +0100", (2025, 3, 3, 9, 15)),
        ("Mon, 03 Mar 2025 10:15:00 PM +0000", (2025, 3, 3, 22, 15)),
        ("Mon, 03 Mar 2025 10:15:00 +9999", (2025, 3, 3, 10, 15)),
        ("Mon, 03 Mar 0001 10:15:00 +0000", None),
        ("Mon, 03 Mar 9999 10:15:00 +0000", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Mon, 31 Feb 2025 10:15:00 +0000", None),
        ("Mon, 3 Xyz 2025 10:15:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_in_any_shape_is_a_moment_or_none(text, when):
    found = moment(text)
    expected = datetime(*when, tzinfo=UTC) if when else None
    assert (found.astimezone(UTC).replace(second=0) if found else None) == expected


def test_a_mail_without_a_true_date_has_the_one_of_its_way():
    arrived = "Received: by x; Mon, 3 Mar 2025 10:15:00 +0100\nFrom: a@x.it\nDate: 1 Jan 0001 00:00"
    assert read(arrived).sent_at == datetime(
        2025, 3, 3, 10, 15, tzinfo=timezone(timedelta(hours=1))
    )
    boxed = "From a@x.it Mon Mar  3 10:15:00 2025\nFrom: a@x.it"
    assert read(boxed).sent_at == datetime(2025, 3, 3, 10, 15, tzinfo=UTC)
    assert read("From: a@x.it").sent_at is None


def test_encoded_words_are_read_however_they_are_broken():
    assert words("=?utf-8?Q?Caff=C3?=\r\n =?UTF-8?Q?=A8?= nero") == "Caffè nero"
    assert words("=?iso-8859-1?Q?a?= =?utf-8?B?w6g=?=") == "aè"
    assert words("Re: =?utf-8?Q?ready??=") == "Re: ready?"
    assert words("=?x-none?Q?gr=FC=DFe?=") == "grüße"
    assert words("=?utf-8*en?Q?x?=y") == "xy"
    assert words("a\x00b\u202ec".encode().decode("latin-1")) == "a b c"
    assert words("=?utf-8?B?Y2lhbw?=") == "ciao"


def test_a_wrong_charset_costs_no_letter():
    assert decoded("Größe".encode("cp1252"), "utf-8") == "Größe"
    assert decoded("Größe".encode(), "us-ascii") == "Größe"
    assert decoded("Größe".encode(), "ascii\0") == "Größe"
    assert decoded("Größe".encode(), "unicode_escape") == "Größe"
    assert decoded("“x”".encode("cp1252"), "iso-8859-1") == "“x”"
    assert decoded("è".encode("utf-16"), "utf-16") == "è"
    assert decoded(b"+2AA-", "utf-7") in {"\ufffd", "+2AA-"}
    assert decoded("è è è è".encode() + b"\xff", "") == "è è è è\ufffd"
    cut = ("a" * 70_000 + "è").encode()[:-1]
    assert decoded(cut, "utf-8") == "a" * 70_000


def test_base64_is_read_to_where_it_is_whole():
    assert from_base64(b"Y2lhbw==") == b"ciao"
    assert from_base64(b"Y2lhbyBhIHR1dHRpX") == b"ciao a tutti"


def test_parameters_come_plain_quoted_split_or_coded():
    assert parameter('text/plain; charset="utf-8"', "charset") == "utf-8"
    assert parameter("text/plain; CHARSET=utf-8; x=y", "charset") == "utf-8"
    assert parameter("text/plain; charset*=us-ascii'en'utf%2D8", "charset") == "utf-8"
    assert parameter('multipart/mixed; boundary*0="a"; boundary*1*=%62', "boundary") == "ab"
    assert parameter("text/charset", "charset") == ""


def test_recipients_count_once_and_the_first_hundred_are_kept():
    many = ", ".join(f'"No. {at}" <n{at}@x.it>' for at in range(10_000))
    found = read(f"From: a@x.it\nTo: {many}\nCc: n1@x.it, c@x.it\nBcc: secret@x.it\nTo: d@x.it")
    assert found.people == 10_003
    assert len(found.to) == 100
    assert found.to[0] == Mailbox("No. 0", "n0@x.it")
    assert [box.address for box in found.cc] == ["c@x.it"]


def test_a_mail_without_a_name_of_its_own_gets_a_lasting_one():
    head = "From: a@x.it\nDate: Mon, 3 Mar 2025 10:15:00 +0100\nSubject: x"
    assert read(head).message_id == read(head + "\nReceived: by another").message_id
    assert read(head).message_id != read(head.replace("x.it", "y.it")).message_id
    assert read("Received: x", "one").message_id != read("Received: x", "two").message_id
    assert read(head + "\nMessage-ID: <a.1@x.it>").message_id == "a.1@x.it"
    assert read(head + "\nMessage-ID: bare").message_id == "bare"


def test_threads_are_told():
    found = read("From: a@x.it\nIn-Reply-To: <1@x>\nReferences: <0@x>\n <1@x> <0@x>")
    assert found.in_reply_to == "1@x"
    assert found.references == ["0@x", "1@x"]
    assert read("From: a@x.it\nReferences: " + "<a@b> <%s@x>" * 0).references == []
    long = read("From: a@x.it\nReferences: " + " ".join(f"<{at}@x>" for at in range(500)))
    assert long.references[0] == "0@x"
    assert long.references[-1] == "499@x"
    assert len(long.references) == 100


def test_a_sender_may_stand_in_for_the_author_and_answers_may_go_elsewhere():
    found = read("From: nobody\nSender: Ben <b@y.it>\nReply-To: Ben <private@y.it>")
    assert found.sender == Mailbox("Ben", "b@y.it")
    assert found.reply_to == [Mailbox("Ben", "private@y.it")]


def test_labels_tell_what_was_sent_and_what_is_a_draft():
    found = read("From: a@x.it\nX-Gmail-Labels: =?UTF-8?Q?Posta_inviata,Preventivi?=")
    assert found.folder == "Posta inviata, Preventivi"
    assert found.is_sent
    assert read("From: a@x.it\nX-Gmail-Labels: Bozze").is_draft
    assert read("From: a@x.it\nX-Uniform-Type-Identifier: com.apple.mail-draft").is_draft
    assert read("From: a@x.it\nX-Mozilla-Draft-Info: internal/draft").is_draft
    assert not read("From: a@x.it\nX-Mozilla-Draft-Info: x\nReceived: by x").is_draft
    assert is_sent_folder("INBOX.Sent")
    assert is_sent_folder("Konto/Gesendete Objekte.mbox")
    assert not is_sent_folder("Essential")
    assert is_drafts_folder("Entwürfe")


def test_what_is_no_mail_is_a_problem_with_a_sentence():
    for content in (b"", b"\n\n", b"Just words.\nAnd more.", b"\x00\xff\xfe"):
        found = read_message(content, 7)
        assert isinstance(found, Problem)
        assert found.line == 7
        assert "not a mail" in str(found)


def test_windows_and_old_line_ends_and_a_head_without_end_are_read():
    assert read("Subject: x\r\nFrom: a@x.it\r").subject == "x"
    assert read_message(b"Subject: x\rFrom: a@x.it\r\rHello").sender == Mailbox("", "a@x.it")
    assert read_message(b"Subject: x").subject == "x"
    assert read_message(b">From x\nSubject: y\n\nz").subject == "y"
    assert read_message(b"From x\n\nz\n").line == 1
