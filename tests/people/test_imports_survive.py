"""Imports in real processes: one is killed in the middle, two run at once."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lib.trial import Trial, eventually, trial

CARDS = 20_000
FOUND = """
from passo.businesses import wall
from passo.businesses.models import Business, User
"""
BUSINESS = f"""{FOUND}
with wall.opened():
    anna = User.objects.create_user("anna@bakery.example", "a long walk at dawn", name="Anna")
    Business.found("Bakery", owner=anna)
"""
BEGIN = f"""{FOUND}
from pathlib import Path
from passo.businesses.files import new_file
from passo.people.bringing_in import beginning
with wall.opened():
    business = Business.objects.get(slug="bakery")
    for name in NAMES:
        place = new_file(business.pk, "in")
        place.write_bytes(Path(name).read_bytes())
        beginning.start(beginning.receive(business, place, name))
"""
STATE = f"""{FOUND}
with wall.opened():
    business = Business.objects.get(slug="bakery")
    print(json.dumps([
        [[one.state, one.counts.get("records", 0)] for one in business.imports.order_by("pk")],
        business.people.count(), business.sources.count(),
    ]))
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with trial(Path(tmp_path_factory.mktemp("imports"))) as made:
        made.ask(BUSINESS)
        yield made


def card(number: int) -> str:
    word = "".join("bcdfghklmnprstvw"[int(digit, 16)] + "a" for digit in f"{number:05x}")
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{word.title()} {word[::-1].title()}\r\n"
        f"EMAIL:{word}@{word}.example\r\nEND:VCARD\r\n"
    )


def written(here: Trial, name: str, numbers: range) -> str:
    place = here.folder / name
    place.write_text("".join(map(card, numbers)))
    return str(place)


def read_so_far(here: Trial) -> int:
    return max((records for _state, records in here.ask(STATE)[0]), default=0)


def test_an_import_whose_worker_is_killed_goes_on_and_doubles_nothing(here: Trial) -> None:
    place = written(here, "telefono.vcf", range(CARDS))
    here.ask(f"NAMES = [{place!r}]\n{BEGIN}")
    for at_least in (1, CARDS // 4):
        worker = here.start("jobs")
        assert eventually(lambda least=at_least: read_so_far(here) >= least)
        worker.kill()
        worker.wait()
        assert here.ask(STATE)[0][0][0] == "running"
    assert here.run("jobs", "--burst").returncode == 0
    assert here.ask(STATE) == [[["done", CARDS]], CARDS, CARDS]


def test_two_imports_at_once_tell_the_same_people_once(here: Trial) -> None:
    """Half of each is in the other: by the worker the one, from the command line the other."""
    _states, people, _sources = here.ask(STATE)
    start = 100_000
    one = written(here, "uno.vcf", range(start, start + 2000))
    other = written(here, "due.vcf", range(start + 1000, start + 3000))
    here.ask(f"NAMES = [{one!r}]\n{BEGIN}")
    both = [here.start("jobs", "--burst"), here.start("import", other)]
    assert [process.wait(90) for process in both] == [0, 0], [here.said(one) for one in both]
    states, now, _sources = here.ask(STATE)
    assert {state for state, _records in states} == {"done"}
    assert now - people == 3000


def test_two_on_the_command_line_at_once_do_the_same(here: Trial) -> None:
    before = here.ask(STATE)[1]
    start = itertools.count(200_000, 500)
    files = [
        written(here, name, range(at, at + 1000)) for name, at in zip("ab", start, strict=False)
    ]
    files = [str(Path(file).rename(f"{file}.vcf")) for file in files]
    both = [here.start("import", file) for file in files]
    assert [process.wait(90) for process in both] == [0, 0], [here.said(one) for one in both]
    assert here.ask(STATE)[1] - before == 1500
