"""Mails and little threads that the reading of signals is held against, one file a language.

All made up. The first wave (en.txt …) was written before the code, the later ones (en_2.txt …)
after it. A mail begins with `## who day`: who is `we` or `they`,
the day is when it was sent. Below its text each `>> kind day` is one signal in it; a promise is
its sender's. A thread begins with `#### thread`; in it also calls, visits and payments stand
(`## visit we 2026-03-05`). It ends with what is so on a day:

    == 2026-03-12: owed -; awaited 1; open 2@2026-03-09

the mails (from 1) that we owe a reply, those that await theirs, and the promises still open.
Whether a mail encloses something or takes a question back is not written here: it shows in what
is owed at the end.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "it", "de", "es")
HEAD = re.compile(r"## (?:(?P<kind>call|visit|payment) )?(?P<who>we|they) (?P<day>\S+)\n")
END = re.compile(r"== (?P<on>\S+): owed (?P<owed>.+); awaited (?P<awaited>.+); open (?P<open>.+)")

Label = tuple[str, date | None]  # kind of signal, its day
Open = tuple[int, date | None]  # number of the mail, day of the promise


@dataclass(frozen=True)
class Mail:
    """A mail, or where `kind` says so a call, a visit or a payment."""

    language: str
    is_ours: bool
    day: date
    text: str
    labels: frozenset[Label]
    kind: str = "mail"


@dataclass(frozen=True)
class Thread:
    """One mail alone is a thread too, looked at on the day after."""

    mails: tuple[Mail, ...]
    on: date
    owed: frozenset[int]
    awaited: frozenset[int]
    open: frozenset[Open]
    wave: int = 1

    @property
    def language(self) -> str:
        return self.mails[0].language

    @property
    def is_held_out(self) -> bool:
        """A third of the first wave, chosen by its letters."""
        letters = "\n".join(mail.text for mail in self.mails)
        return int(hashlib.sha256(letters.encode()).hexdigest(), 16) % 3 == 0


def threads() -> Iterator[Thread]:
    for language in LANGUAGES:
        for path in sorted(HERE.glob(f"{language}*.txt")):
            wave = path.stem.removeprefix(language).removeprefix("_") or "1"
            yield from threads_of(path.read_text(encoding="utf-8"), language, int(wave))


def threads_of(text: str, language: str, wave: int) -> Iterator[Thread]:
    alone, *together = text.split("#### thread\n")
    for mail in mails(alone, language):
        yield by_itself(mail, wave)
    for part in together:
        end = END.search(part)
        assert end, part
        yield Thread(
            tuple(mails(part[: end.start()], language)),
            date.fromisoformat(end["on"]),
            frozenset(map(int, listed(end["owed"]))),
            frozenset(map(int, listed(end["awaited"]))),
            frozenset(map(open_promise, listed(end["open"]))),
            wave,
        )


def by_itself(mail: Mail, wave: int) -> Thread:
    asks = frozenset({1} if any(kind == "question" for kind, _ in mail.labels) else ())
    return Thread(
        (mail,),
        mail.day + timedelta(days=1),
        frozenset() if mail.is_ours else asks,
        asks if mail.is_ours else frozenset(),
        frozenset((1, day) for kind, day in mail.labels if kind == "promise"),
        wave,
    )


def mails(text: str, language: str) -> Iterator[Mail]:
    heads = list(HEAD.finditer(text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        lines = text[head.end() : end].strip().splitlines()
        labels = frozenset(label(line) for line in lines if line.startswith(">>"))
        own = "\n".join(line for line in lines if not line.startswith(">>"))
        day, kind = date.fromisoformat(head["day"]), head["kind"] or "mail"
        yield Mail(language, head["who"] == "we", day, own.strip(), labels, kind)


def label(line: str) -> Label:
    kind, _, day = line.removeprefix(">>").strip().partition(" ")
    return kind, date.fromisoformat(day) if day else None


def listed(text: str) -> list[str]:
    return [] if text.strip() == "-" else text.split()


def open_promise(text: str) -> Open:
    number, _, day = text.partition("@")
    return int(number), date.fromisoformat(day) if day else None
