"""Mailboxes: which folders there are, and what is new in one.

Nothing is changed over there: folders are opened for reading, and no message becomes a read one.
Of each message come its head and the beginning of its text; attachments stay where they are.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypedDict

from django.utils.translation import gettext_noop
from imap_tools.errors import UnexpectedCommandStatusError
from imap_tools.utils import quote

from passo.lib.remote import uids
from passo.lib.remote.answers import (
    Fetched,
    Folder,
    count_in,
    folders_in,
    messages_in,
    numbers_in,
    readable,
)
from passo.lib.remote.imap_line import Conversation, conversation, in_words, no, words_of
from passo.lib.remote.server import Server
from passo.lib.remote.unreachable import Gone, Unreachable

SECONDS = 30.0
MOST_FOLDERS = 1000
AT_A_TIME = 100
# What a person wrote stands at the beginning; only heads grow, with their recipients.
WANTED = "(UID FLAGS BODY.PEEK[HEADER]<0.1048576> BODY.PEEK[TEXT]<0.65536>)"


class State(TypedDict):
    """Where the reading of one folder stands; JSON."""

    uidvalidity: int
    done: uids.Spans


@dataclass(frozen=True, slots=True)
class Batch:
    """Keep `state` in the same transaction as what came of `messages`, and a kill loses nothing.

    `left` are still to come. `started_over`: the server numbered its messages anew, so those
    known already come once more.
    """

    messages: Sequence[Fetched]
    state: State
    left: int
    started_over: bool = False


def folders(server: Server, *, seconds: float = SECONDS) -> list[Folder]:
    with mailbox(server, seconds=seconds) as opened:
        return opened.folders()


def fetch(
    server: Server, folder: str, state: State | None = None, *, seconds: float = SECONDS
) -> Iterator[Batch]:
    """What is new in one folder, newest first. At least one batch comes, if an empty one."""
    with mailbox(server, seconds=seconds) as opened:
        yield from opened.batches(folder, state)


@contextmanager
def mailbox(server: Server, *, seconds: float = SECONDS) -> Iterator["Mailbox"]:
    """Signed in once, for as many folders as wanted: servers count connections."""
    with conversation(server, seconds) as talk:
        yield Mailbox(server, talk)


class Mailbox:
    def __init__(self, server: Server, talk: Conversation) -> None:
        self.server, self.talk = server, talk

    def folders(self) -> list[Folder]:
        with in_words(self.server):
            found = list(islice(folders_in(self.ask("LIST", '""', '"*"')), MOST_FOLDERS))
            return [replace(one, count=self.count(one.name)) for one in found]

    def count(self, folder: str) -> int:
        """A folder that will not be counted is still one that can be chosen."""
        try:
            return count_in(self.ask("STATUS", wire(folder), "(MESSAGES)"))
        except UnexpectedCommandStatusError:
            return 0

    def batches(
        self, folder: str, state: State | None = None, *, size: int = AT_A_TIME
    ) -> Iterator[Batch]:
        with in_words(self.server):
            validity = self.look_into(folder)
            anew = state is not None and state["uidvalidity"] != validity
            done = state["done"] if state and not anew else []
            known = self.numbers(uids.first_unknown(done))
        wanted, high = uids.missing(known, done), max(known, default=0)
        while wanted:
            now, wanted = wanted[:size], wanted[size:]
            messages = self.read(now)
            done, high = uids.joined(done, now[-1], high), now[-1] - 1
            yield Batch(messages, State(uidvalidity=validity, done=done), len(wanted), anew)
        done = uids.joined(done, 1, max(known)) if known else done
        yield Batch((), State(uidvalidity=validity, done=done), 0, anew)

    def look_into(self, folder: str) -> int:
        """The number that names this numbering of the folder; 0 where a server has none."""
        client = self.talk.client
        typ, words = client.select(wire(folder), readonly=True)  # type: ignore[arg-type]
        if typ != "OK":
            raise self.closed(folder, words)
        return int(client.untagged_responses.get("UIDVALIDITY", [b"0"])[-1])  # type: ignore[arg-type]

    def closed(self, folder: str, words: Any) -> Unreachable:
        if any(True for _ in folders_in(self.ask("LIST", '""', wire(folder)))):
            return no(self.server, words[0].decode("utf-8", "replace"))
        return Gone(
            gettext_noop("There is no folder “%(folder)s” at %(host)s any more."),
            folder=readable(folder.encode("latin-1", "replace")),
            host=self.server.host,
        )

    def numbers(self, lowest: int) -> set[int]:
        """`5:*` also names the last message where that is number 3: hence the second look."""
        words = ["UID", f"{lowest}:*"] if lowest > 1 else ["ALL"]
        return {uid for uid in numbers_in(self.ask("UID", "SEARCH", *words)) if uid >= lowest}

    def read(self, numbers: list[int]) -> list[Fetched]:
        with in_words(self.server):
            found = self.read_some(numbers)
        if len(numbers) > 1 and found and all(one.refused for one in found):
            raise no(self.server, found[0].refused)
        return found

    def read_some(self, numbers: list[int]) -> list[Fetched]:
        """One message that a server chokes on must not keep the others from us."""
        try:
            answer = self.ask("UID", "FETCH", spans(numbers), WANTED)
        except UnexpectedCommandStatusError as problem:
            if len(numbers) == 1:
                return [Fetched(numbers[0], b"", refused=words_of(problem))]
            middle = len(numbers) // 2
            return self.read_some(numbers[:middle]) + self.read_some(numbers[middle:])
        found = {one.uid: one for one in messages_in(answer)}
        return [found[uid] for uid in numbers if uid in found]

    def ask(self, command: str, *words: str | bytes) -> Sequence[Any]:
        """A command and everything the server says to it."""
        client = self.talk.client
        kind = str(words[0]) if command == "UID" else command
        client.response(kind)  # what was said unasked before is no answer to this
        typ, answer = client._simple_command(command, *words)  # noqa: SLF001 -- one way for all
        if typ != "OK":
            raise UnexpectedCommandStatusError((typ, answer), "OK")
        said: Sequence[Any] = client._untagged_response(typ, answer, kind)[1]  # noqa: SLF001
        return said


def wire(folder: str) -> bytes:
    """The letters the server itself uses, which `Folder.name` keeps one for one."""
    quoted: Any = quote(folder.encode("latin-1", "replace"))
    return bytes(quoted)


def spans(numbers: list[int]) -> str:
    """`9,8,7,3` said shorter: `7:9,3`. Lines that are too long are refused."""
    found: list[list[int]] = []
    for uid in numbers:
        if found and found[-1][0] == uid + 1:
            found[-1][0] = uid
        else:
            found.append([uid, uid])
    return ",".join(str(low) if low == high else f"{low}:{high}" for low, high in found)
