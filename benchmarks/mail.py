"""How fast is a mailbox read, beside Python's own mailbox and email packages?

    python benchmarks/mail.py [messages]

Makes an mbox of its own, the same each time: letters, answers with what they quote, newsletters
in HTML, attachments. Prints messages a second for heads alone and with each one's own text, by
Passo and, in the same run, by `mailbox.mbox` with the compat32 policy (heads and the first text
part) and with `email.policy.default`; and the most memory that Passo's reading took at once.
A folder of mail that PASSO_SAMPLES names, or ../shared/data/mail, is read through as well.
"""

import email.policy
import mailbox
import os
import random
import sys
import tempfile
import time
import tracemalloc
from base64 import encodebytes
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_binary_file
from email.message import Message as Letter
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice
from pathlib import Path

from passo.readers.mail import read_archive, read_mbox
from passo.readers.mail.boxes import pieces
from passo.readers.mail.heads import fields, message, parted

MESSAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
FEW = 600  # of those that email.policy.default reads: it needs its time
HERE = Path(__file__).resolve().parents[1]
SAMPLES = Path(os.environ.get("PASSO_SAMPLES") or HERE.parent / "shared" / "data" / "mail")
PEOPLE = ("Anna Rossi", "Jörg Müller", "María López", "Ben Carter", "Uwe Groß", "Inés Gil")
WORDS = tuple(
    word
    for line in (
        "the van meter cable quote Thursday morning client fair panel please come look small",
        "la fattura il lavoro domani grazie preventivo der Termin die Rechnung morgen el",
    )
    for word in line.split()
)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="passo-mail-") as folder:
        path = Path(folder) / "box.mbox"
        write(path, random.Random(7))
        print(f"{MESSAGES:,} messages, {path.stat().st_size / 1e6:,.0f} MB")
        compare(path)
        print(f"most memory at once: {memory(path) / 1e6:.1f} MB")
    if SAMPLES.is_dir():
        print(
            f"{SAMPLES.name}: {dict(Counter(type(one).__name__ for one in read_archive(SAMPLES)))}"
        )


def compare(path: Path) -> None:
    heads = speed("Passo, heads", lambda: our_heads(path))
    texts = speed("Passo, with own text", lambda: ours(path))
    plain = speed("mailbox.mbox, compat32", lambda: theirs(path))
    modern = speed("email.policy.default", lambda: modern_ones(path))
    print(
        f"heads {heads / plain:.1f} x compat32; with own text {texts / plain:.1f} x compat32",
        end="",
    )
    print(f" and {texts / modern:.0f} x policy.default")


def speed(name: str, work: Callable[[], int]) -> float:
    begin = time.perf_counter()
    count = work()
    figure = count / (time.perf_counter() - begin)
    print(f"{name:<26}{figure:>9,.0f} messages/s")
    return figure


def our_heads(path: Path) -> int:
    count = 0
    with path.open("rb") as stream:
        for count, piece in enumerate(pieces(stream), start=1):
            message(fields(parted(piece.content)[0]), piece.content, count)
    return count


def ours(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _one in read_mbox(stream))


def theirs(path: Path) -> int:
    return sum(1 for one in mailbox.mbox(str(path)) if looked_at(one))


def modern_ones(path: Path) -> int:
    def read(stream: object) -> Letter:
        return message_from_binary_file(stream, policy=email.policy.default)  # type: ignore[arg-type]

    box = mailbox.mbox(str(path), factory=read)  # type: ignore[arg-type]
    return sum(1 for one in islice(box, FEW) if looked_at(one))


def looked_at(one: Letter) -> bool:
    """What one needs to know of a mail at least: who, when, about what, and the first text."""
    getaddresses([str(one[name] or "") for name in ("From", "To", "Cc")])
    parsedate_to_datetime(str(one["Date"]))
    text = next((part for part in one.walk() if part.get_content_maintype() == "text"), None)
    return bool(str(one["Subject"])) and (text is None or text.get_payload(decode=True) is not None)


def memory(path: Path) -> int:
    tracemalloc.start()
    with path.open("rb") as stream:
        for _one in islice(read_mbox(stream), 2000):
            pass
    return tracemalloc.get_traced_memory()[1]


def write(path: Path, chance: random.Random) -> None:
    kinds = (personal, personal, personal, answer, answer, answer, newsletter, page, attachment)
    when = datetime(2024, 1, 1, 8, tzinfo=UTC)
    with path.open("wb") as file:
        for number in range(MESSAGES):
            when += timedelta(minutes=chance.randint(1, 40))
            head, body = kinds[chance.randrange(len(kinds))](chance)
            date = when.strftime("%a, %d %b %Y %H:%M:%S +0000")
            file.write(
                f"From - {when.ctime()}\n{travelled(date, number)}{head}\n{body}\n\n".encode()
            )


def travelled(date: str, number: int) -> str:
    """What servers add on the way; half of most heads is this."""
    signature = f"{number:076x}\n " * 4
    hop = f"Received: from a.example (a.example [192.0.2.{number % 250}])\n\tby b.example; {date}\n"
    return (
        f"Delivered-To: chiara@conti.example\n{hop * 4}"
        f"DKIM-Signature: v=1; a=rsa-sha256; d=x.example;\n b={signature}x\n"
        f"ARC-Seal: i=1; a=rsa-sha256; cv=none;\n b={signature}x\n"
        f"Authentication-Results: mx.example; dkim=pass; spf=pass\nDate: {date}\n"
        f"Message-ID: <{number:x}.{number * 7919:x}@x.example>\nMIME-Version: 1.0\n"
    )


def who(chance: random.Random) -> str:
    name = chance.choice(PEOPLE)
    address = f"{name.split()[0].lower()}{chance.randrange(300)}@firm{chance.randrange(90)}.example"
    address = address.translate(str.maketrans("öíé", "oie"))
    return f'"{name}" <{address}>' if name.isascii() else f"=?utf-8?Q?{coded(name)}?= <{address}>"


def coded(text: str) -> str:
    return "".join(
        f"={byte:02X}" if byte > 126 or byte == 32 else chr(byte) for byte in text.encode()
    )


def addressed(chance: random.Random, subject: str, kind: str = "text/plain; charset=utf-8") -> str:
    to = ", ".join(who(chance) for _one in range(chance.choice((1, 1, 1, 2, 3))))
    head = f"From: {who(chance)}\nTo: {to}\nSubject: {subject}\nContent-Type: {kind}\n"
    return head + "Content-Transfer-Encoding: 8bit\n"


def talk(chance: random.Random, lines: int) -> str:
    said = (" ".join(chance.choices(WORDS, k=chance.randint(4, 12))) for _line in range(lines))
    return "\n".join(said)


def personal(chance: random.Random) -> tuple[str, str]:
    body = f"Ciao,\n\n{talk(chance, 12)}\n\nCordiali saluti\nAnna Rossi\nTel. +39 02 1234567\n"
    return addressed(chance, talk(chance, 1)), body


def answer(chance: random.Random) -> tuple[str, str]:
    quoted = "\n".join("> " + line for line in talk(chance, 40).split("\n"))
    body = f"{talk(chance, 5)}\n\nOn Mon, Jan 1, 2024 at 9:30 AM Ben wrote:\n{quoted}\n-- \nUwe\n"
    head = f"In-Reply-To: <1.{chance.random()}@x.example>\nReferences: <a@b> <c@d>\n"
    return head + addressed(chance, "Re: " + talk(chance, 1)), body


def newsletter(chance: random.Random) -> tuple[str, str]:
    row = '<tr><td style="padding:4px;color:#333"><a href="https://x.example/a">%s</a></td></tr>\n'
    page = "<html><style>p{}</style><table>" + "".join(row % talk(chance, 1) for _row in range(90))
    head = addressed(chance, talk(chance, 1), "text/html; charset=utf-8")
    return f"List-Unsubscribe: <https://x.example/u>\nPrecedence: bulk\n{head}", page + "</table>"


def page(chance: random.Random) -> tuple[str, str]:
    text = talk(chance, 8)
    html = "".join(f"<div>{line}</div>" for line in text.split("\n"))
    old = f"<blockquote>{html * 3}</blockquote>"
    body = (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{html}{old}\n--b--\n"
    )
    return addressed(chance, talk(chance, 1), 'multipart/alternative; boundary="b"'), body


def attachment(chance: random.Random) -> tuple[str, str]:
    paper = encodebytes(chance.randbytes(30_000)).decode()
    body = (
        f"--b\nContent-Type: text/plain\n\n{talk(chance, 6)}\n--b\nContent-Type: application/pdf;"
        f' name="a.pdf"\nContent-Transfer-Encoding: base64\n\n{paper}\n--b--\n'
    )
    return addressed(chance, talk(chance, 1), 'multipart/mixed; boundary="b"'), body


main()
