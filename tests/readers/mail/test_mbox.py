"""An mbox of any dialect comes apart into its messages, and no message is lost or doubled."""

from io import BytesIO
from itertools import islice

from passo.readers.mail import read_mbox
from passo.readers.records import Message, Problem

FROM = b"From anna@x.example Mon Mar  3 10:15:00 2025\n"
HEAD = b"From: Anna <anna@x.example>\nDate: Mon, 3 Mar 2025 10:15:00 +0100\nSubject: "


def mbox(*bodies):
    return b"".join(FROM + HEAD + b"%d\n\n" % at + body + b"\n\n" for at, body in enumerate(bodies))


def subjects(content, **keywords):
    return [one.subject for one in read_mbox(BytesIO(content), **keywords)]


def test_each_message_is_read_once_and_numbered():
    read = list(read_mbox(BytesIO(mbox(b"one", b"two", b"three"))))
    assert [one.subject for one in read] == ["0", "1", "2"]
    assert [one.line for one in read] == [1, 2, 3]
    assert [one.own_text for one in read] == ["one", "two", "three"]


def test_windows_line_ends_make_no_difference():
    content = mbox(b"one", b"two").replace(b"\n", b"\r\n")
    assert subjects(content) == ["0", "1"]


def test_a_reading_goes_on_where_it_was_stopped():
    content = mbox(b"one", b"two", b"three", b"four")
    first = list(islice(read_mbox(BytesIO(content)), 2))
    rest = list(read_mbox(BytesIO(content), start=first[-1].ends_at, line=3))
    assert [one.subject for one in rest] == ["2", "3"]
    assert [one.line for one in rest] == [3, 4]
    assert rest[-1].ends_at == len(content)
    assert list(read_mbox(BytesIO(content), start=len(content))) == []


def test_a_sentence_that_begins_with_from_stays_in_its_message():
    bodies = (
        b"Hello,\n\nFrom what I know, it is fine.\nNote: bring the keys.",
        b"Hello,\nFrom anna@x.example at 10:15 2025\nSubject: not one",
        b"Hello,\n\nFrom anna@x.example Mon Mar  3 10:15:00 2025\nno field follows",
        b">From now on it is quoted",
    )
    read = list(read_mbox(BytesIO(mbox(*bodies))))
    assert [one.subject for one in read] == ["0", "1", "2", "3"]
    assert read[3].own_text == "From now on it is quoted"


def test_a_length_that_is_true_protects_an_attached_mail():
    inner = FROM + HEAD + b"inner\n\nhidden\n"
    head = FROM + HEAD + b"outer\nContent-Length: %d\n\n"
    content = head % len(inner) + inner + b"\n" + mbox(b"next")
    assert subjects(content) == ["outer", "0"]
    assert subjects(head % 7 + inner + b"\n" + mbox(b"next")) == ["outer", "inner", "0"]


def test_what_stands_before_the_first_mail_is_told_and_left_out():
    read = list(read_mbox(BytesIO(b"\x00rubbish\n\n" + mbox(b"one"))))
    assert isinstance(read[0], Problem)
    assert "rubbish" in read[0].what
    assert read[1].subject == "0"
    assert subjects(b"\xef\xbb\xbf" + mbox(b"one")) == ["0"]
    assert subjects(b"\n\n" + mbox(b"one")) == ["0"]


def test_a_first_mail_without_its_line_is_a_mail():
    assert subjects(HEAD + b"bare\n\nHello\n\n" + mbox(b"one")) == ["bare", "0"]


def test_a_last_mail_that_was_cut_off_is_kept():
    assert subjects(mbox(b"one") + FROM + HEAD + b"half") == ["0", "half"]


def test_an_empty_file_says_so():
    (problem,) = read_mbox(BytesIO(b""))
    assert str(problem) == "There is no mail in this file."


def test_a_mail_far_longer_than_memory_is_only_begun():
    class Endless(BytesIO):
        """A head, then 64 MB of an attachment on one line, then another mail."""

        left, largest = 64, 0

        def read(self, size=-1):
            got = super().read(size)
            if got:
                return got
            self.left -= 1
            if self.left > 0:
                return b"A" * (1 << 20)
            return b"\n\n" + mbox(b"after") if self.left == 0 else b""

        def seekable(self):
            return False

    read = list(read_mbox(Endless(FROM + HEAD + b"long\n\nMy words.\n\n-- \nAnna\n")))
    assert [one.subject for one in read] == ["long", "0"]
    assert read[0].own_text == "My words."


def test_a_stream_that_cannot_seek_goes_on_too():
    class OneWay(BytesIO):
        def seekable(self):
            return False

    content = mbox(b"one", b"two")
    first = next(read_mbox(BytesIO(content)))
    assert isinstance(first, Message)
    assert [one.subject for one in read_mbox(OneWay(content), start=first.ends_at)] == ["1"]


def test_the_cut_does_not_depend_on_where_the_pieces_of_the_file_end():
    class Drops(BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 37) if size > 0 else size)

    content = mbox(*(b"words %d" % at for at in range(60)))
    whole = list(read_mbox(BytesIO(content)))
    assert list(read_mbox(Drops(content))) == whole
    assert len(whole) == 60


def test_every_dialect_of_the_line_between_two_mails_is_known():
    lines = (
        b"From - Mon Mar 03 10:15:00 2025",
        b"From ???@??? Mon Mar 03 10:15:00 2025",
        b"From 1758291@xxx Mon Mar 03 10:15:00 +0000 2025",
        b"From MAILER-DAEMON Mon Mar  3 10:15:00 2025",
        b"From anna rossi Mon Mar  3 10:15:00 CET 2025",
        b"From anna@x.example",
        b"From -",
        b"From anna@x.example 2025-03-03 10:15:00",
    )
    content = b"".join(line + b"\n" + HEAD + b"s\n\nHello\n\n" for line in lines)
    assert len(subjects(content)) == len(lines)
