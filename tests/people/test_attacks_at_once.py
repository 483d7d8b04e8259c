"""Several who write at the same moment: nobody stands still, nothing is there twice."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from passo.businesses import wall
from passo.businesses.models import Business
from passo.people import by_hand, knowing
from passo.people.bringing_in import beginning, carrying_on
from tests.people.bringing import card, mail, put
from tests.people.test_attacks import exported, person, touch
from tests.people_world import make_person

pytestmark = pytest.mark.django_db(transaction=True)

US = "anna@bakery.example"


def at_once(business: Business, *deeds: Callable[[Business], Any]) -> list[str]:
    """Each in a thread and with a connection of its own; what went wrong, in words.

    The SQLite of tests lies in memory, where threads cannot wait: there one comes after the other.
    """
    if connection.vendor == "sqlite":
        for deed in deeds:
            deed(business)
        return []
    wrong: list[str] = []
    start = Barrier(len(deeds))

    def run(deed: Callable[[Business], Any]) -> None:
        with wall.inside(business.pk):
            own = Business.objects.get(pk=business.pk)
            start.wait(20)
            try:
                deed(own)
            except Exception as problem:  # noqa: BLE001 -- told to whoever waits for all of them
                wrong.append(repr(problem))
        connection.close()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return wrong


BOX = "".join(mail(n, f"Paola{n % 50} R <p{n % 50}@f{n % 9}.example>", US) for n in range(400))
CARDS = "".join(
    card(
        f"Luca F{n}", EMAIL=f"l{n}@f{n % 9}.example", CATEGORIES=f"fair{n % 7}", ORG=f"Firm {n % 5}"
    )
    for n in range(200)
)
EXPORT = exported(
    {"record": "own_address", "address": US},
    {"record": "organisation", "name": "Firm", "key": "firm"},
    *(
        person(f"Ida {n}", uid=f"p{n}", tags=["fair1", f"t{n}"], organisation="firm")
        for n in range(9)
    ),
    *(touch(uid=f"t{n}", key=f"k{n}", people=[{"person": f"p{n}"}]) for n in range(9)),
)
NEWS = "".join(
    mail(1000 + n, f"no-reply{n % 20}@shop.example", US, heads="List-Unsubscribe: <x>\n")
    for n in range(100)
)


@pytest.mark.parametrize(
    ("content", "name"),
    [(BOX, "a.mbox"), (CARDS, "a.vcf"), (EXPORT, "people.json"), (NEWS, "n.mbox")],
    ids=["mails", "cards", "export", "news"],
)
def test_the_same_file_three_times_at_once_is_in_once(
    bakery: Business, content: str, name: str
) -> None:
    beginning.say_own(bakery, [US])
    made = [put(bakery, content, name) for _n in range(3)]
    for one in made:
        beginning.start(one, queue=False)
    deeds = [lambda own, pk=one.pk: carrying_on.carry_on(own, pk) for one in made]
    assert at_once(bakery, *deeds) == []
    assert set(bakery.imports.values_list("state", flat=True)) == {"done"}
    keys = list(bakery.touches.exclude(key="").values_list("key", flat=True))
    assert len(keys) == len(set(keys))
    ways = list(bakery.contact_points.filter(kind="mail").values_list("value", flat=True))
    assert len(ways) == len(set(ways))
    people = list(bakery.people.listed().values_list("name", flat=True))
    assert name == "a.mbox" or len(people) == len(set(people))


def test_two_members_who_say_the_same_at_once_say_it_once(bakery: Business) -> None:
    paola, luca = make_person(bakery), make_person(bakery, "Luca Ferri")
    wrong = at_once(
        bakery,
        *[lambda own: by_hand.tag(own.people.get(pk=paola.pk), "Fair", by=None)] * 3,
        *[lambda own: knowing.declare(own.people.get(pk=paola.pk), own.people.get(pk=luca.pk),
                                      strength=0.6, words="", by=None)] * 3,
    )  # fmt: skip
    assert wrong == []
    assert bakery.taggings.count() == 1
