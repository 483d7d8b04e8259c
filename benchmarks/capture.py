"""Is one line in the owner's own words understood, and how fast?

    python benchmarks/capture.py

Reads the sentences of tests/engine/capture (made for the purpose, in four languages) and prints
the share that was understood, by field and language, beside the plain way in the same run: the
longest name of the address book that stands in the sentence, and the first word for a day. Then
sentences a second, and how the time grows with the length of a text.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from passo.engine.capture import Candidate, understand  # noqa: E402 - the path comes first
from tests.engine.capture.gold import (  # noqa: E402
    FIELDS,
    Sentence,
    finder,
    people,
    sentences,
    told,
)

LANGUAGES = ("en", "it", "de", "es")
ROUNDS = 5
NEAR_DAYS = {
    "today": 0, "oggi": 0, "heute": 0, "hoy": 0, "tomorrow": 1, "domani": 1, "morgen": 1,
    "mañana": 1, "yesterday": -1, "ieri": -1, "gestern": -1, "ayer": -1,
}  # fmt: skip
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunes martes miércoles jueves viernes sábado domingo",
)
Answer = dict[str, str]


def main() -> None:
    gold, known = list(sentences()), people()
    find = finder(known)

    def ours(one: Sentence) -> Answer:
        said = understand(one.text, today=one.today, find=find, language=one.language)
        return told(said)

    def plain(one: Sentence) -> Answer:
        return plainly(one, known)

    print(f"{len(gold)} sentences, {len(known)} people")
    for title, chosen in groups(gold):
        show(title, chosen, ours, plain)
    print(f"\nPasso {speed(ours, gold):,.0f} sentences/s, plain {speed(plain, gold):,.0f}")
    for length in (1_000, 10_000, 100_000):
        print(f"a text of {length:>7,} characters: {milliseconds(length, find):8.1f} ms")


def groups(gold: list[Sentence]) -> list[tuple[str, list[Sentence]]]:
    return [
        ("all", gold),
        ("first wave, looked at while building", [s for s in gold if first(s, held_out=False)]),
        ("first wave, held out", [s for s in gold if first(s, held_out=True)]),
        ("second and third wave, written after", [s for s in gold if s.wave > 1]),
    ]


def first(sentence: Sentence, *, held_out: bool) -> bool:
    return sentence.wave == 1 and sentence.is_held_out == held_out


def show(
    title: str,
    chosen: list[Sentence],
    ours: Callable[[Sentence], Answer],
    plain: Callable[[Sentence], Answer],
) -> None:
    heads = "".join(f"{head:>8}" for head in ("Passo", *LANGUAGES, "plain"))
    print(f"\n{title}: {len(chosen)}\n{'':12}{heads}")
    for field in FIELDS:
        by_language = [share([s for s in chosen if s.language == code], field, ours)
                       for code in LANGUAGES]  # fmt: skip
        shares = [share(chosen, field, ours), *by_language, share(chosen, field, plain)]
        print(f"{field:12}" + "".join(f"{one:8.1%}" for one in shares))


def share(chosen: list[Sentence], field: str, answer: Callable[[Sentence], Answer]) -> float:
    right = sum(answer(one)[field] == one.expected[field] for one in chosen)
    return right / max(len(chosen), 1)


def plainly(one: Sentence, known: Sequence[Candidate]) -> Answer:
    """The longest name that stands in the text as it is written, and the first word for a day."""
    answer = dict.fromkeys(FIELDS, "")
    names = [
        (len(name), str(person.id))
        for person in known
        for name in (f"{person.given} {person.family}", person.given, person.family)
        if re.search(rf"\b{re.escape(name)}\b", one.text)
    ]
    longest = max((length for length, _ in names), default=0)
    answer["persons"] = "/".join(sorted(key for length, key in names if length == longest))
    day = first_day(one)
    if day:
        answer["touch_date" if day <= one.today else "step_date"] = day.isoformat()
    return answer


def first_day(one: Sentence) -> date | None:
    for word in re.findall(r"\w+", one.text.lower()):
        if word in NEAR_DAYS:
            return one.today + timedelta(days=NEAR_DAYS[word])
        for week in WEEKDAYS:
            if word in week.split():
                ahead = (week.split().index(word) - one.today.weekday() - 1) % 7 + 1
                return one.today + timedelta(days=ahead)
    return None


def speed(answer: Callable[[Sentence], Answer], gold: list[Sentence]) -> float:
    started = time.perf_counter()
    for _ in range(ROUNDS):
        for one in gold:
            answer(one)
    return ROUNDS * len(gold) / (time.perf_counter() - started)


def milliseconds(length: int, find: Callable) -> float:
    text = "Met Giulia Ferri from Edil Nord and Luca, send the plan by 4 May (€ 1.200). " * 2_000
    started = time.perf_counter()
    understand(text[:length], today=date(2026, 5, 14), find=find)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
