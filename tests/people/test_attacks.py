"""Files written to break Passo: what a database cannot hold, dates beyond every calendar, and
sentences that are none.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people import by_hand, merging
from passo.people.bringing_in import beginning
from passo.people.models import Import
from tests.people.bringing import bring
from tests.people_world import make_person
from tests.world import Visitor

pytestmark = pytest.mark.django_db

US = "anna@bakery.example"
ENDS = ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"]


@pytest.fixture
def known(bakery: Business) -> Business:
    beginning.say_own(bakery, [US])
    return bakery


def exported(*records: dict[str, Any]) -> str:
    """As Passo's own export, written by somebody else."""
    lines = ",\n".join(json.dumps(one) for one in records)
    return f'{{"format": "passo-people", "version": 1, "records": [\n{lines}\n]}}'


def person(name: str = "Paola Rinaldi", **values: Any) -> dict[str, Any]:
    return {"record": "person", "uid": "urn:uuid:1", "name": name, **values}


def touch(**values: Any) -> dict[str, Any]:
    people = [{"person": "urn:uuid:1", "direction": "in"}]
    said = {"record": "touch", "uid": "t1", "at": "2026-11-01T10:00:00Z", "people": people}
    return {**said, **values}


def give(business: Business, *records: dict[str, Any]) -> Import:
    return bring(business, exported(*records), "people.json")


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("at", ENDS)
def test_touches_at_the_ends_of_time_leave_every_page_standing(
    known: Business, anna: User, client_of: Callable[[User], Visitor], at: str, zone: str
) -> None:
    Business.objects.filter(pk=known.pk).update(time_zone=zone)
    known.refresh_from_db()
    many = [touch(uid=f"t{n}", at=at, key=f"k{n}") for n in range(12)]
    luca = person("Luca", uid="urn:uuid:2", added_at=at)
    marta = person("Marta", uid="urn:uuid:3", consent="agreed", consent_on=at[:10])
    done = give(known, person(), luca, marta, *many)
    assert (done.state, done.counts["problems"]) == ("done", 14), "all but Paola"
    browser = client_of(anna)
    paola = known.people.get(name="Paola Rinaldi")
    for name, args in (("person", [paola.pk]), ("today", []), ("history", [])):
        assert browser.get(reverse(name, args=[known.slug, *args])).status_code == 200


def test_a_reason_that_is_no_sentence_leaves_the_page_standing(
    known: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    reasons = ["100% of %(nothing)s", "50% s", "%(", "%s", ""]
    give(
        known,
        *(
            {"record": "left_out", "address": f"a{n}@x.example", "because": one}
            for n, one in enumerate(reasons)
        ),
    )
    assert known.left_out.count() == len(reasons)
    page = client_of(anna).get(reverse("left_out", args=[known.slug]))
    assert page.status_code == 200
    assert "100% of" in page.content.decode()


def test_what_is_said_to_be_kept_can_only_be_what_an_owner_says(
    known: Business, anna: User
) -> None:
    kept = ["id", "business", "sort_key", "no such field", "note", "strength"]
    give(known, person(kept=kept, note="Knows the lifts."))
    gone, stays = known.people.get(name="Paola Rinaldi"), make_person(known, "Paola R.")
    before = known.people.count()
    made = merging.merge(stays, gone, by=anna)
    assert made.stays.note == "Knows the lifts."
    made.remove(by=anna)
    assert known.people.listed().count() == before


def test_people_whose_number_was_removed_by_hand_can_be_joined(
    bakery: Business, anna: User
) -> None:
    gone, stays = make_person(bakery, mail="p@x.example"), make_person(bakery, "Paola R.")
    by_hand.remove_way(gone.contact_points.get(), by=anna)
    gone.refresh_from_db()
    made = merging.merge(stays, gone, by=anna)
    made.remove(by=anna)
    assert bakery.people.listed().count() == 2
