"""`passo introductions`: brokers, best first, told to scripts and to eyes."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.introductions import sharing
from passo.introductions.models import Wish
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_introduction
from tests.people_world import make_person, make_touch
from tests.world import make_business, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(db: None) -> Business:
    return make_business("One Woman", owner=make_user("Dora Uno"))


@pytest.fixture
def giulia(firm: Business) -> Person:
    found = known(firm, "Giulia Ferri", mail="giulia@coop.example")
    for name, strength in (("Paola Rinaldi", 0.8), ("Hassan Amrani", 0.4)):
        knows(known(firm, name, strength), found)
    return found


def test_brokers_best_first_with_path_strengths_and_reasons(
    passo: Callable[..., Any], firm: Business, giulia: Person
) -> None:
    told = passo("introductions", "--to", "Giulia Ferri", "--date", "2026-11-20", "--json").told
    assert (told["target_id"], told["count"], told["is_known"]) == (giulia.pk, 2, False)
    assert told["date"] == "2026-11-20"
    first, second = told["brokers"]
    assert (first["broker"], second["broker"]) == ("Paola Rinaldi", "Hassan Amrani")
    assert [one["name"] for one in first["path"]] == ["Dora Uno", "Paola Rinaldi", "Giulia Ferri"]
    assert first["strengths"] == pytest.approx([0.8, 0.6])
    assert first["score"] == pytest.approx(0.36)
    assert first["reasons"][1]["why"].startswith("4 meetings together")
    assert (first["likelihood"], first["days"], first["given"]) == ("maybe", 5, 0)
    eyes = passo("introductions", "--to", "giulia@coop.example").out
    assert eyes.index("Paola Rinaldi") < eyes.index("Hassan Amrani")


def test_nobody_who_refused_and_nobody_with_whom_it_is_strained(
    passo: Callable[..., Any], firm: Business, giulia: Person
) -> None:
    paola = firm.people.get(name="Paola Rinaldi")
    Wish.add(by=None, business=firm, person=paola, kind=Wish.Kind.STRAINED)
    told = passo("introductions", "--to", str(giulia.pk), "--json").told
    assert [one["broker"] for one in told["brokers"]] == ["Hassan Amrani"]
    hassan = firm.people.get(name="Hassan Amrani")
    values = {"state": "rests", "rests_on": date(2026, 2, 1)}
    make_introduction(firm, giulia, broker=hassan, **values)
    asked = ("introductions", "--to", str(giulia.pk), "--date", "2027-06-01", "--json")
    assert passo(*asked).told["count"] == 0


def test_who_is_known_is_said_to_be(
    passo: Callable[..., Any], firm: Business, giulia: Person
) -> None:
    told = passo("introductions", "--to", "Paola Rinaldi", "--json").told
    assert told["is_known"]
    assert "You know each other." in passo("introductions", "--to", "Paola Rinaldi").out


def test_a_file_of_targets(
    passo: Callable[..., Any], firm: Business, giulia: Person, tmp_path: Path
) -> None:
    make_person(firm, "Far Away")
    path = tmp_path / "targets.txt"
    path.write_text("Giulia Ferri\n\nfar away\nPaola Rinaldi\nNobody\n", encoding="utf-8")
    told = passo("introductions", "--targets", str(path), "--json").told
    assert (told["count"], told["reached"]) == (4, 2)
    assert [one["is_reached"] for one in told["targets"]] == [True, False, True, False]
    assert [one["is_known"] for one in told["targets"]] == [False, False, True, False]
    assert told["targets"][0]["way"]["broker"] == "Paola Rinaldi"
    assert told["targets"][3]["target_id"] is None
    eyes = passo("introductions", "--targets", str(path)).out
    assert "2 of 4 can be reached" in eyes
    assert re.search(r"far away +no way yet", eyes)
    assert re.search(r"Nobody +not in Passo yet", eyes)


def test_more_than_a_page_would_take_are_all_told(
    passo: Callable[..., Any], firm: Business, giulia: Person, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Nobody {at},\n" for at in range(600))
    path.write_text(f"Name,Mail\n{rows},giulia@coop.example\n", encoding="utf-16")
    told = passo("introductions", "--targets", str(path), "--json").told
    assert (told["count"], told["reached"]) == (601, 1)
    assert told["targets"][-1]["way"]["target"] == "Giulia Ferri"


def test_of_two_with_one_name_neither_is_meant(
    passo: Callable[..., Any], firm: Business, giulia: Person
) -> None:
    twin = known(firm, "Giulia Ferri")
    told = passo("introductions", "--to", "Giulia Ferri", "--json")
    assert told.code == 5
    for one in (giulia, twin):
        assert f"Giulia Ferri ({one.pk})" in told.told["error"]
        assert passo("introductions", "--to", str(one.pk), "--json").told["target_id"] == one.pk


def test_each_member_asks_with_their_own_ties(
    passo: Callable[..., Any], bakery: Business, anna: User, ben: User
) -> None:
    paola, giulia = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Giulia Ferri")
    make_touch(bakery, paola, by=ben)
    knows(paola, giulia)
    asked = ("introductions", "--to", "Giulia Ferri", "--json")
    assert passo(*asked).told["count"] == 0
    assert passo(*asked, "--as", ben.email).told["count"] == 1
    sharing.decide(bakery, ben, takes_part=True)
    (broker,) = passo(*asked).told["brokers"]
    assert broker["through_member"] == ben.name
    told = passo("introductions", "--to", "Paola Rinaldi", "--json").told
    assert told["colleagues"] == [ben.name]


def test_what_was_mistyped_is_said(
    passo: Callable[..., Any], firm: Business, giulia: Person, charlie: User, tmp_path: Path
) -> None:
    known(firm, "Luca Ferri")
    business = ("--business", firm.slug)
    assert passo("introductions", *business).code == 2
    several = passo("introductions", *business, "--to", "Ferri", "--json")
    assert several.code == 5
    assert f"Giulia Ferri ({giulia.pk})" in several.told["error"]
    assert "Luca Ferri" in several.told["error"]
    assert passo("introductions", *business, "--to", "Zzz").code == 5
    assert passo("introductions", *business, "--to", "99999").code == 5
    assert passo("introductions", *business, "--targets", str(tmp_path / "no.txt")).code == 5
    assert passo("introductions", *business, "--to", "x", "--as", charlie.email).code == 5
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    told = passo("introductions", *business, "--targets", str(odd), "--json")
    assert (told.code, told.told["error"]) == (1, "odd.txt is no list of names and mail addresses.")
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * 1_000_001)
    assert passo("introductions", *business, "--targets", str(large)).code == 1


def test_where_nobody_owns_it_the_business_as_a_whole_asks(passo: Callable[..., Any]) -> None:
    nobodys = make_business("Nobody's")
    giulia = known(nobodys, "Giulia Ferri")
    knows(known(nobodys, "Paola Rinaldi", 0.8), giulia)
    told = passo("introductions", "--business", nobodys.slug, "--to", "Giulia Ferri", "--json").told
    assert told["brokers"][0]["path"][0]["name"] == ""
