"""Whatever the bytes: no crash, nothing without a place, and nothing that a database refuses."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.readers.mail import is_impersonal_address, is_shared_address, read_mbox, read_message
from passo.readers.mail.html_text import text_of_html
from passo.readers.mail.own_text import own_text
from passo.readers.records import Message

SHARDS = st.sampled_from(
    [
        b"From: ", b"To: ", b"Date: ", b"Subject: ", b"\n", b"\r\n", b"\n\n", b"<", b">", b'"',
        b"(", b"a@b.it", b"=?utf-8?Q?", b"=?utf-7?B?", b"?=", b"+2AA-", b",", b";", b":",
        b"Content-Type: multipart/mixed; boundary=b\n", b"\n--b\n", b"--b--", b"\x00", b"\xff",
        b"Content-Type: text/html; charset=utf-16\n", b"Content-Transfer-Encoding: base64\n",
        b"From a@b.it Mon Mar  3 10:15:00 2025\n", b"Mon, 3 Mar 2025 10:15:00 +9959", b"&#xD800;",
        b"X-Gmail-Labels: ", b"List-Id: <", b"Content-Length: 5\n", b"wrote:", b"> ", b"-- ",
        b"boundary*0*=", b"charset*=x'y'%ff", b"xn--", b"<blockquote>", b"<!--", b"Message-ID: ",
    ]
)  # fmt: skip
MESS = st.lists(SHARDS | st.binary(max_size=6), max_size=40).map(b"".join)


@given(MESS)
def test_any_mail_is_a_message_or_a_problem(content):
    found = read_message(content)
    if isinstance(found, Message):
        texts = [found.subject, found.own_text, found.message_id, found.folder]
        for box in (*found.to, *found.cc, *found.reply_to, *filter(None, [found.sender])):
            texts += box
            assert "@" in box.address
        for text in texts:
            assert "\0" not in text
            text.encode("utf-8")
        assert found.sent_at is None or found.sent_at.utcoffset() is not None


@given(MESS)
def test_any_mbox_goes_on_from_where_each_mail_ends(content):
    whole = list(read_mbox(BytesIO(content)))
    for at, one in enumerate(whole):
        if isinstance(one, Message) and one.ends_at < len(content):
            rest = list(read_mbox(BytesIO(content), start=one.ends_at, line=one.line + 1))
            assert rest == whole[at + 1 :]


@given(st.text(max_size=300))
def test_any_text_has_an_own_part(text):
    assert len(own_text(text, text[:5])) <= len(text)
    text_of_html(text)
    is_impersonal_address(text)
    is_shared_address(text)


@pytest.mark.parametrize(
    "sign", ['"', "(a", "<", "a", "@", "a@b,", ":", " ", "> ", "wrote:\n", "--\n", "=?a?q?", "<!--"]
)
def test_a_megabyte_of_one_sign_is_read_to_its_end(sign):
    """Each would take minutes if anything were looked at again for each sign."""
    much = sign * ((1 << 20) // len(sign))
    for kind in ("text/plain", "text/html"):
        found = read_message(f"From: a@b.it\nContent-Type: {kind}\n\n{much}".encode())
        assert isinstance(found, Message)
        assert len(found.own_text.encode()) <= 20 * 1024
    line = much.replace("\n", " ")
    found = read_message(f"To: {line}\nDate: {line}\nSubject: {line}\nFrom: a@b.it\n".encode())
    assert isinstance(found, Message)
    assert found.sent_at is None
    assert len(found.subject) <= 1000
