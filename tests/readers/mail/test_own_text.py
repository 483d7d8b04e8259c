"""What the sender wrote, and nothing of what they quote, sign with or are made to append."""

import pytest

from passo.readers.mail import read_message
from passo.readers.mail.html_text import text_of_html
from passo.readers.mail.own_text import own_text
from passo.readers.records import Message


@pytest.mark.parametrize(
    "quoted",
    [
        "On Mon, 3 Mar 2025 at 10:15, Ben <ben@x.it> wrote:\n> old",
        "On Mon, 3 Mar 2025 at 10:15, Ben Benson from the firm\n<ben@x.it> wrote:\n\n> old",
        "Il giorno lun 3 mar 2025 alle ore 10:15 Ben <ben@x.it> ha\nscritto:\n> old",
        "Am 03.03.2025 um 10:15 schrieb Ben Benson:\n> old",
        "Am Mo., 3. März 2025 um 10:15 Uhr schrieb Ben\n<ben@x.it>:\n> old",
        "El lun, 3 mar 2025 a las 10:15, Ben (<ben@x.it>) escribió:\n\n> old",
        "On 3/3/2025, Ben wrote:\nold words without a sign",
        "Ben Benson wrote:\n> old",
        "Ben <ben@x.it> schrieb:\nold",
        "-----Original Message-----\nFrom: Ben\nold",
        "-----Ursprüngliche Nachricht-----\nold",
        "----- Messaggio originale -----\nold",
        "---------- Forwarded message ---------\nold",
        "Inizio messaggio inoltrato:\n\nold",
        "________________________________\nFrom: Ben\nSent: Monday\nTo: Anna\nSubject: x\n\nold",
        "*Von:* Ben\n*Gesendet:* Montag\n*An:* Anna\n*Betreff:* x\n\nold",
        "Da: Ben\nInviato: lunedì\nA: Anna\nOggetto: x\n\nold",
        "De: Ben\nEnviado el: lunes\nPara: Anna\nAsunto: x\n\nold",
        "-- \nAnna Rossi\nold",
        "--\nAnna Rossi\nold",
        "Sent from my iPhone",
        "Inviato da iPhone",
        "Von meinem iPhone gesendet",
        "Enviado desde mi iPhone",
        "Cordiali saluti\nAnna Rossi\nTel. +39 02 123456",
        "Mit freundlichen Grüßen\n\nAnna\nwww.x.de",
        "Anna Rossi\nVia Roma 1\nanna@x.it",
        "This e-mail and any attachments are confidential.\nold",
        "Ai sensi del D.Lgs. 196/2003 il messaggio è riservato.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Aviso legal: este mensaje es confidencial.",
        f"We say: {'it is' * 20} confidential, for the intended recipient; if in error, delete it.",
    ],
)
def test_what_is_not_the_senders_own_is_cut(quoted):
    assert own_text(f"Ciao Ben,\n\nFriday is fine.\n\n{quoted}\n", "Anna Rossi") == (
        "Ciao Ben,\n\nFriday is fine."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Three things:\n- the panel\n- the cable",
        "I wrote:\nbuy cable",
        "From: the heart\nTo: the point",
        "Inviato da Marco il preventivo, poi:\n1\n2\n3\n4\n5\n6",
        "Best regards\nAnna",
        "It is confidential, please.",
        "Grazie\nla macchina funziona\n" + "una riga\n" * 20 + "fine",
        "Cheers\n" + "a long line that tells a story and not an address" * 4 + "\n02 1234567",
        "one\n--\n" + "\n".join(f"point {at}" for at in range(30)),
        "At 10 it is:\nlate",
    ],
)
def test_what_a_person_wrote_stays(text):
    assert own_text(text) == text.strip()


def test_answers_between_quoted_lines_are_all_kept():
    text = "On Monday 3 Ben wrote:\n> When?\nFriday.\n> Where?\nHere."
    assert own_text(text) == "Friday.\nHere."


def test_the_result_is_at_most_twenty_kilobytes():
    assert len(own_text("è" * 100_000).encode()) == 20 * 1024
    assert own_text("") == ""


def read(kind, body, coding="8bit"):
    head = f"From: Anna <a@x.it>\nContent-Type: {kind}\nContent-Transfer-Encoding: {coding}\n\n"
    found = read_message(head.encode() + (body if isinstance(body, bytes) else body.encode()))
    assert isinstance(found, Message)
    return found.own_text


def test_each_coding_of_a_text_is_read():
    assert (
        read("text/plain; charset=utf-8", "Caff=C3=A8=\n nero", "quoted-printable") == "Caffè nero"
    )
    assert read("text/plain; charset=utf-8", "Q2FmZsOo", "base64") == "Caffè"
    assert read("text/plain", "Caffè".encode("cp1252")) == "Caffè"
    assert read("text", "a\0b") == "ab"
    assert read("image/png", "not a text") == ""
    assert read("text/plain\nContent-Disposition: attachment", "not mine") == ""


def part(kind, body):
    return f"--b\nContent-Type: {kind}\n\n{body}\n"


def test_of_a_mail_in_parts_the_text_is_found():
    both = part("text/plain", "plain") + part("text/html", "<b>html</b>")
    assert read("multipart/alternative; boundary=b", both + "--b--\n") == "plain"
    empty = part("text/plain", " ") + part("text/html", "<b>html</b>")
    assert read("multipart/alternative; boundary=b", empty + "--b--") == "html"
    mixed = part("text/plain", "one") + part("image/png", "x") + part("text/plain", "two")
    assert read("multipart/mixed; boundary=b", f"preamble\n{mixed}--b--") == "one\n\ntwo"
    assert read("multipart/mixed; boundary=b", part("text/plain", "cut off")) == "cut off"
    forward = part("text/plain", "mine") + part("message/rfc822", "Subject: x\n\ntheirs")
    assert read("multipart/mixed; boundary=b", forward + "--b--") == "mine"
    inner = "--bb\nContent-Type: text/plain\n\ndeep\n--bb--\n"
    nested = part('multipart/alternative; boundary="bb"', inner)
    assert read("multipart/mixed; boundary=b", nested + "--b--") == "deep"


def test_parts_without_an_end_or_a_beginning_do_no_harm():
    assert read("multipart/mixed; boundary=b", "no boundary at all") == ""
    assert read("multipart/mixed", "--b\n\nx") == ""
    assert read("multipart/mixed; boundary=b", "--b") == ""
    assert read("multipart/mixed; boundary=b", "--b\n\nx\n" * 500).startswith("x\n\nx")
    deep = "--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 50
    assert read("multipart/mixed; boundary=b", deep) == ""


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"),
        ("a &lt; b &amp;&nbsp;c", "a < b & c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<style>p {}</style>x<SCRIPT>y</SCRIPT>z<!-- no -->", "xz"),
        ("x<script>never closed", "x"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        (
            "<blockquote><p>old</p><blockquote>older</blockquote></blockquote>new",
            "> old\n\n> older\n\nnew",
        ),
        ("</blockquote>x", "x"),
        ('mine<div class="gmail_signature">Anna</div>', "mine\n-- \nAnna"),
        ("x<a href=y", "x"),
        ("x</>y", "xy"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
        ("", ""),
    ],
)
def test_a_page_becomes_the_text_that_people_see(page, text):
    assert text_of_html(page) == text


def test_a_page_without_end_is_read_only_to_a_limit():
    assert len(text_of_html("<p>word</p>" * 100_000)) < 200_000


def test_what_a_page_quotes_is_cut():
    page = (
        "<div>Friday.</div><div>On Mon, 3 Mar 2025 Ben wrote:<blockquote>When?</blockquote></div>"
    )
    assert read("text/html", page) == "Friday."


def test_the_advertisement_of_a_provider_under_a_line_is_not_the_senders() -> None:
    footer = f"{'_' * 50}\nDo you already write with us?\nPost for all\nhttp://post.example"
    assert own_text(f"Friday is fine.\n\n{footer}\n\n") == "Friday is fine."


@pytest.mark.parametrize(
    "below",
    ["When do you come?", "\n".join(f"Line {n} of http://post.example" for n in range(7))],
    ids=["no address", "too long"],
)
def test_what_somebody_wrote_under_a_line_is_theirs(below: str) -> None:
    text = f"Two things.\n{'-' * 30}\n{below}"
    assert own_text(text) == text


@pytest.mark.parametrize("dashes", ["--", " --", " -- ", "-- "])
def test_verses_under_two_dashes_are_not_the_senders(dashes: str) -> None:
    """However the mail program set them: a line of a song is no complaint."""
    text = f"Friday is fine.\n\n{dashes}\nYou let me down again\nand the lights went out"
    assert own_text(text) == "Friday is fine."
