"""The head of a mail as fields, and the fields as a Message."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import blake2b
from itertools import islice

from passo.readers.mail import folders
from passo.readers.mail.addresses import mailboxes
from passo.readers.mail.dates import moment
from passo.readers.mail.impersonal import CAMPAIGN_FIELDS, RULES, verdict
from passo.readers.mail.words import word_set, words
from passo.readers.records import Mailbox, Message

LONGEST_HEAD = 1 << 20
LONGEST_SUBJECT, LONGEST_ID, LONGEST_SENDER = 1000, 998, 10_000
RECIPIENTS_KEPT, REFERENCES_KEPT = 100, 100
WANTED = word_set(
    """
    from sender to cc bcc reply-to subject date message-id in-reply-to references received
    resent-date delivery-date content-type content-transfer-encoding content-disposition
    return-path list-id list-post mailing-list list-unsubscribe list-unsubscribe-post precedence
    auto-submitted x-auto-response-suppress x-autoreply x-autorespond x-spam-flag x-spam-status
    x-mailer x-gmail-labels x-mozilla-draft-info x-uniform-type-identifier apparently-to
    x-apparently-to x-beenthere x-mailing-list
    """
) | frozenset(CAMPAIGN_FIELDS)
SEVERAL = frozenset({"to", "cc", "bcc", "references"})
FIELD = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
FROM_LINE = re.compile(rb">?From [^\n]*\n")
END = re.compile(rb"\n\r?\n|\r\r")
ID = re.compile(r"<\s*([^<>\s]+)\s*>")


def parted(content: bytes) -> tuple[bytes, bytes]:
    """A mail's head and body; a From_ line before it is left out."""
    begins = 0
    if content.startswith((b"From ", b">From ")) and (line := FROM_LINE.match(content)):
        begins = line.end()
    if content.startswith((b"\n", b"\r\n"), begins):
        return b"", content[begins:].lstrip(b"\r\n")
    found = END.search(content, begins, begins + LONGEST_HEAD)
    if not found:
        return content[begins : begins + LONGEST_HEAD], b""
    return content[begins : found.start() + 1], content[found.end() :]


def fields(head: bytes) -> dict[str, str]:
    """The fields that matter here, by name in small letters, unfolded, read as Latin-1.

    Of a field that comes several times the first counts, save for recipients, who add up.
    """
    text = head.decode("latin-1")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, str] = {}
    for line in text.replace("\n ", " ").replace("\n\t", " ").split("\n"):
        name, _colon, value = line.partition(":")
        name = name.rstrip().lower()
        if name not in WANTED:
            continue
        if name not in found:
            found[name] = value.strip()
        elif name in SEVERAL:
            found[name] += ("," if name != "references" else " ") + value.strip()
    return found


def message(found: Mapping[str, str], content: bytes, line: int, folder: str = "") -> Message:
    """What the fields say of a mail, without its text."""
    sender = first(found.get("from", "")) or first(found.get("sender", ""))
    given = Message(line, sender=sender, sent_at=sent_at(found, content))
    given.subject = words(found.get("subject", "")[: 4 * LONGEST_SUBJECT])[:LONGEST_SUBJECT]
    given.message_id = message_id(found, content)
    if found.get("reply-to"):
        given.reply_to = list(
            islice(mailboxes(found["reply-to"][:LONGEST_SENDER]), RECIPIENTS_KEPT)
        )
    add_recipients(given, found)
    add_thread(given, found)
    add_folder(given, found, folder)
    judge(given, found)
    return given


def first(value: str) -> Mailbox | None:
    return next(mailboxes(value[:LONGEST_SENDER]), None)


def add_recipients(given: Message, found: Mapping[str, str]) -> None:
    """Those in blind copy count, but are not named: they were not to be seen together."""
    seen: set[str] = set()
    to = found.get("to") or found.get("apparently-to") or found.get("x-apparently-to", "")
    given.to = first_of(to, seen)
    if "cc" in found:
        given.cc = first_of(found["cc"], seen)
    if "bcc" in found:
        first_of(found["bcc"], seen)
    given.people = len(seen)


def first_of(value: str, seen: set[str]) -> list[Mailbox]:
    kept: list[Mailbox] = []
    for one in mailboxes(value):
        if one.address not in seen and len(kept) < RECIPIENTS_KEPT:
            kept.append(one)
        seen.add(one.address)
    return kept


def add_thread(given: Message, found: Mapping[str, str]) -> None:
    if answered := found.get("in-reply-to"):
        given.in_reply_to = next(iter(ids(answered)), "")
    if references := found.get("references"):
        known = list(dict.fromkeys(ids(references)))
        given.references = known[:1] + known[1:][1 - RECIPIENTS_KEPT :]


def ids(value: str) -> Iterable[str]:
    return (one[:LONGEST_ID] for one in ID.findall(value))


def add_folder(given: Message, found: Mapping[str, str], folder: str) -> None:
    given.folder = folder
    if "x-gmail-labels" in found:
        given.folder = folders.labels(found["x-gmail-labels"])
    if given.folder:
        given.is_sent = folders.is_sent_folder(given.folder)
        given.is_draft = folders.is_drafts_folder(given.folder)
    if "x-mozilla-draft-info" in found and "received" not in found:
        given.is_draft = given.is_draft or not given.is_sent
    if found.get("x-uniform-type-identifier") == "com.apple.mail-draft":
        given.is_draft = True


def judge(given: Message, found: Mapping[str, str]) -> None:
    address = given.sender.address if given.sender else ""
    is_spam = bool(given.folder) and folders.is_spam_folder(given.folder)
    if code := verdict(found, address, given.subject, folder_is_spam=is_spam):
        given.impersonal, given.impersonal_because = RULES[code]


def sent_at(found: Mapping[str, str], content: bytes) -> datetime | None:
    """As the sender's clock says; else when it arrived; else as its mailbox says."""
    if date := found.get("date"):
        when = moment(date)
        if when:
            return when
    for name in ("received", "delivery-date", "resent-date"):
        if when := moment(found.get(name, "").rpartition(";")[2]):
            return when
    if content.startswith((b"From ", b">From ")):
        return moment(content[:300].partition(b"\n")[0].decode("latin-1"))
    return None


def message_id(found: Mapping[str, str], content: bytes) -> str:
    """Its own, or where it has none, one made of what two copies of it have in common."""
    own = found.get("message-id", "")
    if own and (name := next(iter(ids(own)), "") or own.strip("<> \t")):
        return name[:LONGEST_ID]
    parts = [found.get(name, "") for name in ("date", "from", "subject", "to")]
    basis = "\n".join(parts).encode("latin-1", "replace") if any(parts) else content
    return f"{blake2b(basis, digest_size=16).hexdigest()}@made.invalid"
