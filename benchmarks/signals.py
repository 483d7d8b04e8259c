"""Which mails wait for a reply and what was promised by when: how often is that known, how fast?

    python benchmarks/signals.py

Reads the made-up mails of tests/engine/signals_gold and prints precision, recall and F1 of the
replies owed, the answers awaited and the open promises with their days, by language, beside a
plain way in the same run: a question mark anywhere in the last mail; a sentence with a word for
the future and the first day named in it. Then each kind of signal, and mails a second. If real
mail lies in PASSO_SAMPLES (else ../shared/data/mail, if it is there) it is read too: only how
many signals of each kind there are is printed.
"""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from passo.engine.signals import (  # noqa: E402 - the path comes first
    KINDS,
    Touch,
    at_day_end,
    read_signals,
    settle,
)
from passo.engine.signals.days import days_in  # noqa: E402
from passo.readers.mail import read_eml, read_mbox  # noqa: E402
from passo.readers.records import Message  # noqa: E402
from tests.engine.signals_gold.gold import LANGUAGES, Mail, Thread, threads  # noqa: E402
from tests.engine.signals_gold.scoring import HIDDEN, Reading, ours, score  # noqa: E402

PARTS = {"owed": "replies owed", "awaited": "answers awaited", "open": "open promises"}
FUTURE = re.compile(
    r"\b(?:will|'ll|werde|werden|bis|entro|domani|mañana|voy a|vamos a|antes del|\w+r[ée]mos|"
    r"\w+rò|\w+remo|\w+ré)\b",
    re.IGNORECASE,
)
SAMPLES = os.environ.get("PASSO_SAMPLES") or str(HERE.parents[1] / "shared" / "data" / "mail")
ROUNDS = 5
FIRST_DAY = date(2026, 3, 10)
Read = Callable[[Thread], Reading]


def main() -> None:
    gold = list(threads())
    print(f"{len(gold)} threads of {sum(len(one.mails) for one in gold)} mails, made up")
    for title, chosen in groups(gold):
        show(title, chosen)
    show_kinds(gold)
    show_speed([mail for one in gold for mail in one.mails if mail.kind == "mail"])
    show_settling()
    show_real(Path(SAMPLES))


def groups(gold: list[Thread]) -> Iterator[tuple[str, list[Thread]]]:
    yield "all", gold
    first = [one for one in gold if one.wave == 1]
    yield "first wave, two thirds to develop with", [one for one in first if not one.is_held_out]
    yield "first wave, held out", [one for one in first if one.is_held_out]
    for wave in sorted({one.wave for one in gold} - {1}):
        yield f"wave {wave}, written after the code", [one for one in gold if one.wave == wave]
    for language in LANGUAGES:
        yield language, [one for one in gold if one.language == language]


def show(title: str, chosen: list[Thread]) -> None:
    print(f"\n{title}: {len(chosen)} threads\n{'':18}{'Passo':^24}{'plain':^24}")
    for part, name in PARTS.items():
        print(f"{name:18}" + "".join(figures(chosen, read, part) for read in (ours, plain)))


def figures(chosen: list[Thread], read: Read, part: str, kind: str = "") -> str:
    one = score(chosen, read, part, kind)
    return f"  P {one.precision:.2f} R {one.recall:.2f} F1 {one.f1:.2f}"


def plain(thread: Thread) -> Reading:
    """A question mark in the last mail; words for the future and a day in one sentence."""
    number, last = [(n, one) for n, one in enumerate(thread.mails, 1) if one.kind == "mail"][-1]
    asks = frozenset({number} if "?" in last.text else ())
    open_promises = frozenset(
        (number, day)
        for number, mail in enumerate(thread.mails, 1)
        if (day := plain_promise(mail)) is not None
    )
    owed, awaited = (frozenset(), asks) if last.is_ours else (asks, frozenset())
    return Reading(owed, awaited, open_promises, frozenset())


def plain_promise(mail: Mail) -> object:
    for sentence in re.split(r"(?<=[.!?])\s", mail.text):
        found = FUTURE.search(sentence) and days_in(sentence, mail.language, mail.day)
        if found:
            return found[0].day
    return None


def show_kinds(gold: list[Thread]) -> None:
    print("\nkinds, all")
    for kind in KINDS:
        if kind not in HIDDEN:
            print(f"{kind:22}{figures(gold, ours, 'said', kind)}")


def show_speed(mails: Sequence[Mail]) -> None:
    def read(chosen: Sequence[Mail]) -> float:
        started = time.process_time()
        for mail in chosen:
            read_signals(mail.text, sent_on=mail.day, is_ours=mail.is_ours)
        return len(chosen) / (time.process_time() - started)

    read(mails)
    print(f"\n{max(read(mails) for _ in range(ROUNDS)):,.0f} short mails/s on one core")
    for length in (1_000, 10_000, 20_000):
        text = ("Could you send me the list by Friday, I'll call you then. " * 400)[:length]
        started = time.process_time()
        read_signals(text, sent_on=mails[0].day, is_ours=False)
        print(
            f"a mail of {length:>6,} characters: {1000 * (time.process_time() - started):5.1f} ms"
        )


def show_settling() -> None:
    """One busy shared address: as many touches as some have in years, a third of them questions."""
    asked = read_signals("When can you come?", sent_on=FIRST_DAY, is_ours=False)
    for count in (100, 1_000, 10_000):
        touches = [
            Touch(n, "mail", at_day_end(FIRST_DAY) + timedelta(hours=n), n % 4 == 0, said)
            for n in range(count)
            for said in [asked if n % 3 == 0 else ()]
        ]
        started = time.process_time()
        settled = settle(touches, FIRST_DAY + timedelta(days=count))
        spent = 1000 * (time.process_time() - started)
        print(f"{count:>6,} touches settled in {spent:6.1f} ms, {len(settled.owed)} replies owed")


def show_real(folder: Path) -> None:
    if not folder.is_dir():
        return
    found: Counter[str] = Counter()
    count = letters = 0
    started = time.process_time()
    for mail in real_mails(folder):
        count, letters = count + 1, letters + len(mail.own_text)
        day = mail.sent_at.date()  # type: ignore[union-attr]
        signals = read_signals(
            mail.own_text, sent_on=day, is_ours=False, impersonal=mail.impersonal
        )
        found.update(one.kind for one in signals if one.kind not in HIDDEN)
    seconds = time.process_time() - started
    print(f"\n{count} real mails of {letters // max(count, 1)} characters, {seconds:.1f} s")
    print(", ".join(f"{kind} {number}" for kind, number in found.most_common()))


def real_mails(folder: Path) -> Iterator[Message]:
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        with path.open("rb") as file:
            is_box = file.read(5) == b"From "
            file.seek(0)
            for one in read_mbox(file) if is_box else [read_eml(file)]:
                if isinstance(one, Message) and one.sent_at and one.own_text:
                    yield one


if __name__ == "__main__":
    main()
