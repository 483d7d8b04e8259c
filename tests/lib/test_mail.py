"""Mail leaves in one way; why it did not is one of a few sentences."""

from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from passo.lib import mail
from passo.lib.mail import NotSentError
from tests.mail_sink import free_port, listening, subject_of, text_of


def letter(**values: Any) -> Any:
    usual = {"to": "anna@example.org", "name": "Anna “A” Bianchi, Bäckerei"}
    return mail.write("A word", "Grüße", **usual | values)


def sent(**values: Any) -> EmailMessage:
    with listening() as sink:
        mail.send(letter(**values))
    return sink.mails[0]


def test_it_arrives_as_it_was_written(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Passo <passo@example.org>"
    read = sent(html="<p>Grüße</p>", reply_to="ben@example.org", headers={"X-Word": "yes"})
    sender = read["From"].addresses[0]
    assert (sender.display_name, sender.addr_spec) == (
        "Anna “A” Bianchi, Bäckerei",
        "passo@example.org",
    )
    assert (read["To"], read["Reply-To"]) == ("anna@example.org", "ben@example.org")
    assert (read["X-Word"], subject_of(read)) == ("yes", "A word")
    assert (text_of(read).strip(), text_of(read, "html").strip()) == ("Grüße", "<p>Grüße</p>")


def test_without_a_name_it_comes_from_whoever_is_set(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Passo <passo@example.org>"
    assert mail.sender("") == "Passo <passo@example.org>"
    assert mail.sender("Anna\r\nBcc: x") == '"Anna Bcc: x" <passo@example.org>'


def test_a_line_break_in_a_subject_makes_no_header() -> None:
    assert mail.write("One\r\nBcc: two", "x", to="a@example.org").subject == "One Bcc: two"


@pytest.mark.parametrize(
    ("answer", "greeting", "problem", "is_final"),
    [
        ("250 OK", "550 No such user", mail.ADDRESS, True),
        ("250 OK", "451 Later", mail.REFUSED, False),
        ("554 Spam", "250 OK", mail.REFUSED, True),
        ("451 Later", "250 OK", mail.REFUSED, False),
        ("421 Going down", "250 OK", mail.REFUSED, False),
    ],
)
def test_what_the_server_says_is_told_apart(
    answer: str, greeting: str, problem: str, *, is_final: bool
) -> None:
    with listening() as sink:
        sink.answer, sink.greeting = answer, greeting
        with pytest.raises(NotSentError) as caught:
            mail.send(letter())
    assert (caught.value.problem, caught.value.is_final) == (problem, is_final)
    assert str(caught.value) == mail.WHY[problem]


UNWRITABLE = ["paola@" + "ä" * 70 + ".example", "paola@rinaldi..exämple"]


@pytest.mark.parametrize("address", UNWRITABLE)
def test_an_address_that_no_mail_can_name_is_no_address(address: str) -> None:
    """An address book may hold it; no server was asked."""
    with listening() as sink, pytest.raises(NotSentError) as caught:
        mail.send(letter(to=address))
    assert (caught.value.problem, caught.value.is_final) == (mail.ADDRESS, True)
    assert not sink.asked


@pytest.mark.parametrize("address", UNWRITABLE)
def test_a_mail_goes_out_without_an_address_to_answer_to_that_is_none(address: str) -> None:
    assert sent(reply_to=address)["Reply-To"] is None
    assert sent(reply_to="jürgen@example.org")["Reply-To"] == "jürgen@example.org"


def test_nobody_answers() -> None:
    with (
        listening(EMAIL_PORT=free_port()),
        pytest.raises(NotSentError, match="does not answer") as caught,
    ):
        mail.send(letter())
    assert not caught.value.is_final


def test_a_server_that_hangs_up_is_away(monkeypatch: Any) -> None:
    with listening(), monkeypatch.context() as patch:
        patch.setattr(SMTP, "smtp_EHLO", hang_up)
        patch.setattr(SMTP, "smtp_HELO", hang_up)
        with pytest.raises(NotSentError, match="does not answer"):
            mail.send(letter())


async def hang_up(server: SMTP, _name: str) -> None:
    assert server.transport is not None
    server.transport.close()


def test_a_wrong_password_is_said_and_tried_again() -> None:
    """A server that wants none does not know how to ask for it."""
    wrong = {"EMAIL_HOST_USER": "passo", "EMAIL_HOST_PASSWORD": "wrong"}
    with (
        listening(auth=True, **wrong),
        pytest.raises(NotSentError, match="password") as caught,
    ):
        mail.send(letter())
    assert (caught.value.problem, caught.value.is_final) == (mail.LOGIN, False)


def test_tries_become_rarer() -> None:
    minutes = [mail.pause(tries) / timedelta(minutes=1) for tries in (1, 2, 3, 4, 5, 6, 99)]
    assert minutes == [5, 10, 20, 40, 60, 60, 60]
