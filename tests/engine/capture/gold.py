"""The sentences that the reading of one line is held against, and the people they speak of."""

import csv
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from passo.engine.capture import Candidate, Captured, Recognised
from passo.engine.names import words

HERE = Path(__file__).parent
FIELDS = (
    "persons", "kind", "direction", "touch_date", "step", "step_date", "money", "promise",
)  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    language: str
    today: date
    text: str
    wave: int
    expected: dict[str, str]

    @property
    def is_held_out(self) -> bool:
        """A third of them, chosen by their letters."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 3 == 0


def people() -> list[Candidate]:
    with (HERE / "people.csv").open(encoding="utf-8") as file:
        return [
            Candidate(**{**row, "strength": float(row["strength"])})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        ]


def sentences() -> Iterator[Sentence]:
    with (HERE / "gold.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield Sentence(
                row["language"], date.fromisoformat(row["today"]), row["text"], int(row["wave"]),
                {field: plain(field, row[field]) for field in FIELDS},
            )  # fmt: skip


def plain(field: str, value: str) -> str:
    """One way to write what is the same: order of candidates, 89.9 and 89.90, capitals."""
    if field == "persons":
        return "; ".join("/".join(sorted(one.split("/"))) for one in value.split("; "))
    if field == "money" and value:
        amount, currency = value.split()
        return f"{Decimal(amount):.2f} {currency}"
    return value.casefold() if field == "step" else value


def told(said: Captured) -> dict[str, str]:
    """What was understood, written as in the table."""
    money = said.money and f"{said.money.cents / 100:.2f} {said.money.currency}"
    answer = {
        "persons": "; ".join(written(one) for one in said.persons),
        "kind": said.touch,
        "direction": said.direction,
        "touch_date": said.touch_date.isoformat() if said.touch_date else "",
        "step": said.step,
        "step_date": said.step_date.isoformat() if said.step_date else "",
        "money": money or "",
        "promise": said.promise,
    }
    return {field: plain(field, value) for field, value in answer.items()}


def written(one: Recognised) -> str:
    if one.is_new:
        return f"+{one.text}" + (f"@{one.organisation}" if one.organisation else "")
    return "/".join(sorted(str(person.id) for person in one.candidates))


def finder(known: Sequence[Candidate]) -> Callable[[Sequence[str]], Sequence[Candidate]]:
    """The door to the people: everyone who has any of the words in a name or organisation."""
    index: dict[str, dict[str | int, Candidate]] = {}
    for person in known:
        for name in (person.given, person.family, person.nickname, person.organisation):
            for word in words(name):
                index.setdefault(word, {})[person.id] = person

    def find(asked: Sequence[str]) -> list[Candidate]:
        return list(
            {key: one for word in asked for key, one in index.get(word, {}).items()}.values()
        )

    return find
