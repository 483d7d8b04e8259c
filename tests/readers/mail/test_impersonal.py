"""Robots, lists and newsletters never become people, and people are never taken for robots."""

import pytest

from passo.readers.mail import is_impersonal_address, is_shared_address, read_message
from passo.readers.mail.impersonal import RULES, by_address
from passo.readers.records import Message

ANNA = "From: Anna <anna@x.example>\nSubject: Hello\n"
LEAVE = "List-Unsubscribe: <https://x.example/u>\n"
ANSWER = "In-Reply-To: <1@x>\nSubject: AW: Hello\n"


def kind(head, body="Hello"):
    found = read_message(f"{head}\n{body}".encode())
    assert isinstance(found, Message)
    assert bool(found.impersonal) == bool(found.impersonal_because)
    return found.impersonal


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (ANNA, ""),
        (ANNA + "Auto-Submitted: no\n", ""),
        (ANNA + "Auto-Submitted: auto-generated\n", "automatic"),
        (ANNA + "Auto-Submitted: auto-replied (vacation)\n", "automatic"),
        (ANNA + "X-Autoreply: yes\n", "automatic"),
        (ANNA + "Precedence: auto_reply\n", "automatic"),
        (ANNA + "X-Auto-Response-Suppress: All\n", "automatic"),
        (ANNA + "X-Auto-Response-Suppress: OOF, AutoReply\n", "automatic"),
        (ANNA + "X-Auto-Response-Suppress: RN, NRN\n", ""),
        (ANNA + "Return-Path: <>\n", "automatic"),
        (ANNA + "Return-Path: <anna@x.example>\n", ""),
        ("From: anna@x.example\nSubject: Risposta automatica: ferie\n", "automatic"),
        ("From: anna@x.example\nSubject: Out of the office, back Monday\n", "automatic"),
        ("From: anna@x.example\nSubject: Re: out of office\n", ""),
        (ANNA + "List-Id: Makers <makers.x.example>\n", "list"),
        (ANNA + "List-Id: <info.x.example>\n", ""),
        (ANNA + "Precedence: list\n", "list"),
        (ANNA + "X-BeenThere: makers@x.example\n", "list"),
        (ANNA + "Precedence: bulk\n", "newsletter"),
        (ANSWER + "From: anna@x.example\nPrecedence: bulk\n", "list"),
        (ANNA + LEAVE, "newsletter"),
        (ANNA + LEAVE + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n", "newsletter"),
        (ANSWER + LEAVE + "From: anna@x.example\n", ""),
        ("From: anna@gmail.com\n" + LEAVE, ""),
        (ANNA + "X-Campaign: spring\n", "newsletter"),
        (ANNA + "X-Mailer: CleverReach GmbH\n", "newsletter"),
        (ANNA + "X-Mailer: Apple Mail (2.3445)\n", ""),
        (ANNA + "Feedback-ID: 1:2:3:x\n", ""),
        (ANNA + "X-Spam-Flag: YES\n", "spam"),
        (ANNA + "X-Spam-Status: Yes, score=9\n", "spam"),
        (ANNA + "X-Spam-Status: No, score=1\n", ""),
        (ANNA + "X-Gmail-Labels: Spamverdacht\n", "spam"),
        (ANNA + 'Content-Type: multipart/report; report-type="delivery-status"\n', "bounce"),
        ("From: MAILER-DAEMON@x.example\n", "bounce"),
        ("From: no-reply@x.example\n", "automatic"),
        ("From: news@x.example\n", "newsletter"),
        ("Subject: nobody sent it\n", ""),
    ],
)
def test_a_mail_is_judged_by_what_its_head_says(head, expected):
    assert kind(head) == expected


def test_a_text_that_says_how_to_leave_is_a_newsletters_and_never_an_answer():
    words = "Great prices.\n\nDisiscriviti qui: https://x.example/u"
    assert kind(ANNA, words) == "newsletter"
    assert kind(ANNA, "x" * 9000 + "\nTo unsubscribe: www.x.example") == "newsletter"
    assert kind(ANNA + "Content-Type: text/html\n", "<p>Hier abmelden</p>") == "newsletter"
    assert kind(ANNA, "Can you tell me how to unsubscribe from it?") == ""
    assert kind(ANSWER + "From: anna@x.example\n", words) == ""
    assert kind("From: anna@gmail.com\n", words) == ""


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@x.example", "NoReply+12@x.example", "shop_noreply@x.example",
        "non-rispondere@x.it", "nicht-antworten@x.de", "no.responder@x.es", "notifiche@x.it",
        "notifications@x.example", "billing-notification@x.example", "alerts@x.example",
        "newsletter@x.example", "info@newsletter.x.example", "bounces+12@x.example",
        "anyone@bounce.x.example", "postmaster@x.example", "makers@googlegroups.com",
        "makers@lists.x.example", "makers-request@x.example", "owner-makers@x.example",
        "c_1a2b@group.calendar.google.com", "x@resource.calendar.google.com",
        "reply+abcdefghijklmnopqrstuvwxyz@reply.x.example", "anna@users.noreply.github.com",
        "unsubscribe+abcdefghijklmnopqrs@x.example", "3f2504e04f8911d39a0c0305e82c3301@x.example",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301@x.example", "a1b2c3d4e5f6g7h8i9j0k1l2m3@x.example",
    ],
)  # fmt: skip
def test_an_address_of_a_machine_is_told_with_its_reason(address):
    assert is_impersonal_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "anna@x.example", "anna.rossi@x.example", "rossi-1980@gmail.com", "info@x.example",
        "massimiliano.bartolomeo.longhini@x.it", "393331234567@sms.example", "newsom@x.example",
        "bob.alert@x.example", "owner@x.example", "replyanna@x.example", "listerine@lister.example",
        "dead.beef@x.example", "",
    ],
)  # fmt: skip
def test_an_address_that_can_be_a_persons_is_left_alone(address):
    assert is_impersonal_address(address) == ""


def test_a_desk_in_a_firm_is_nobodys_own_address():
    desks = "info office Ufficio.Acquisti büro ventas sales-uk info.milano segreteria2 info+x hola"
    assert all(is_shared_address(f"{desk}@x.example") for desk in desks.split())
    people = "anna infobella a.office informatico rossi"
    assert not any(is_shared_address(f"{one}@x.example") for one in people.split())


def test_every_reason_is_a_sentence():
    assert all(because.endswith(".") for _kind, because in RULES.values())
    assert {by_address("x@lists.y"), by_address("x@newsletter.y")} == {"list_address", "news"}
