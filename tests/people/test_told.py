"""People as plain values: what `passo people --json` prints of each."""

from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from passo.businesses.models import Business
from passo.people import told
from passo.people.bringing_in import undoing
from passo.people.models import Source
from tests.people.bringing import bring, calendar, card, mail

pytestmark = pytest.mark.django_db
HEADS = "First Name,Last Name,E-mail Address,Business Phone,Job Title\n"


def people_of(business: Business) -> dict[str, dict[str, Any]]:
    found = business.people.listed().order_by("pk")
    return {one["name"]: one for one in told.people(business, found)}


def places(one: dict[str, Any]) -> list[tuple[str, int | None, int]]:
    return [(source["file"], source["record"], source["line"]) for source in one["sources"]]


def test_a_card_is_told_with_its_place_in_the_file(bakery: Business) -> None:
    bring(bakery, card("Luca Ferri", TEL="051 5550142") + card("Eva Marini", UID="e-7"))
    told_of = people_of(bakery)
    assert places(told_of["Luca Ferri"]) == [("telefono.vcf", 0, 1)]
    assert places(told_of["Eva Marini"]) == [("telefono.vcf", 1, 7)]
    assert told_of["Eva Marini"]["sources"][0]["uid"] == "e-7"
    assert told_of["Luca Ferri"]["sources"][0]["phones"] == ["+390515550142"]


def test_a_row_is_told_with_its_number_and_its_line(bakery: Business) -> None:
    rows = 'Anna,"Ne\nri",anna@neri.example,,\nIvo,Serra,ivo@serra.example,,\n'
    bring(bakery, HEADS + rows, "rubrica.csv")
    assert places(people_of(bakery)["Ivo Serra"]) == [("rubrica.csv", 1, 4)]


def test_who_came_from_a_mail_is_told_with_its_message_id(bakery: Business) -> None:
    first = mail(1, "shop@offers.example", "chiara@bianchi.example", heads="List-Id: <x.y>\n")
    second = mail(2, "Eva Marini <eva@marini.example>", "chiara@bianchi.example")
    bring(bakery, first + second, "posta.mbox")
    (source,) = people_of(bakery)["Eva Marini"]["sources"]
    assert (source["file"], source["record"], source["line"]) == ("posta.mbox", 1, 2)
    assert source["message_id"] == source["uid"] == "2@post.example"
    assert source["address"] == "eva@marini.example"


def test_who_came_from_an_appointment_is_told_with_its_uid(bakery: Business) -> None:
    event = """
UID:stairs-1
DTSTART:20261102T090000Z
SUMMARY:Stairs
ATTENDEE;CN=Eva Marini:mailto:eva@marini.example
"""
    bring(bakery, calendar(event), "agenda.ics")
    (source,) = people_of(bakery)["Eva Marini"]["sources"]
    assert (source["record"], source["uid"], source["message_id"]) == (0, "stairs-1", "")


def test_the_same_row_twice_is_one_person_told_with_both_places(bakery: Business) -> None:
    row = "Anna,Neri,anna@neri.example,,\n"
    done = bring(bakery, HEADS + row + "Ivo,Serra,ivo@serra.example,,\n" + row, "rubrica.csv")
    assert (done.counts["people_new"], done.counts["people_unchanged"]) == (2, 1)
    assert places(people_of(bakery)["Anna Neri"]) == [("rubrica.csv", 0, 2), ("rubrica.csv", 2, 4)]


def test_the_same_card_in_two_files_is_told_with_both(bakery: Business) -> None:
    anna = "Anna,Neri,anna@neri.example,,\n"
    bring(bakery, HEADS + anna, "one.csv")
    for _twice in range(2):
        bring(bakery, HEADS + "Ivo,Serra,ivo@serra.example,,\n" + anna, "other.csv")
    assert places(people_of(bakery)["Anna Neri"]) == [("one.csv", 0, 2), ("other.csv", 1, 3)]


def test_a_file_that_is_brought_in_again_writes_nothing(bakery: Business) -> None:
    bring(bakery, HEADS + "Anna,Neri,anna@neri.example,,\n", "one.csv")
    before = list(Source.objects.values("pk", "card", "line", "brought_by"))
    bring(bakery, HEADS + "Anna,Neri,anna@neri.example,,\n", "one.csv")
    assert list(Source.objects.values("pk", "card", "line", "brought_by")) == before


def test_places_of_an_import_that_was_taken_back_are_not_told(bakery: Business) -> None:
    bring(bakery, HEADS + "Anna,Neri,anna@neri.example,,\n", "one.csv")
    other = bring(bakery, HEADS + "Anna,Neri,anna@neri.example,,\n", "other.csv")
    take_back(bakery, other)
    assert places(people_of(bakery)["Anna Neri"]) == [("one.csv", 0, 2)]


def test_whoever_two_files_have_stays_when_the_first_is_taken_back(bakery: Business) -> None:
    first = bring(bakery, HEADS + "Ivo,Serra,ivo@serra.example,,\n", "one.csv")
    bring(bakery, card("Pia Rossi", TEL="051 5550142"), "pia.vcf")
    rows = "Pia,Marini,pia@marini.example,,\nIvo,Serra,ivo@serra.example,,\n"
    bring(bakery, HEADS + rows, "other.csv")
    assert undoing.foresee(first).people_known_otherwise == 1
    take_back(bakery, first)
    assert places(people_of(bakery)["Ivo Serra"]) == [("other.csv", 1, 3)]


def test_two_rows_of_one_person_each_keep_what_only_they_say(bakery: Business) -> None:
    """They may stand far apart in the file, and it may come again."""
    others = "".join(f"P{n},Marini{n},p{n}@marini{n}.example,,\n" for n in range(600))
    one = "Anna,Neri,anna@neri.example,+39 051 5550142,Baker\n"
    other = "Anna,Neri,anna@neri.example,+39 051 5550142,Owner\n"
    bring(bakery, HEADS + one + others + other, "rubrica.csv")
    sources = Source.objects.filter(card__name="Anna Neri").order_by("pk")
    assert [source.card["title"] for source in sources] == ["Baker", "Owner"]
    assert len({source.person_id for source in sources}) == 1
    again = bring(bakery, HEADS + one + others + other, "rubrica.csv")
    assert again.counts["people_unchanged"] == 602
    assert not {"people_new", "people_joined", "people_changed"} & {
        name for name, count in again.counts.items() if count
    }


def test_many_places_of_one_card_are_told_up_to_a_bound(bakery: Business) -> None:
    bring(bakery, HEADS + "Anna,Neri,anna@neri.example,,\n" * 100, "rubrica.csv")
    assert len(people_of(bakery)["Anna Neri"]["sources"]) == 21


def test_the_rhythm_is_told_in_days(bakery: Business) -> None:
    bring(bakery, HEADS + "Anna,Neri,anna@neri.example,,\n", "rubrica.csv")
    bakery.people.update(cadence_days=14)
    anna = people_of(bakery)["Anna Neri"]
    assert (anna["cadence"], anna["cooling"]) == (14, False)
    bakery.people.update(own_cadence_days=30)
    assert people_of(bakery)["Anna Neri"]["cadence"] == 30


def test_however_many_people_hang_together_few_questions_are_asked(bakery: Business) -> None:
    from django.db import connection  # noqa: PLC0415

    rows = "".join(f"P{n},Marini{n},p{n}@marini{n}.example,051 {n:07},Baker\n" for n in range(40))
    bring(bakery, HEADS + rows, "rubrica.csv")
    with CaptureQueriesContext(connection) as asked:
        assert len(people_of(bakery)) == 40
    assert len(asked) <= 7


def take_back(business: Business, brought_by: Any) -> None:
    brought_by.state = "undoing"
    brought_by.save(update_fields=["state"])
    undoing.carry_out(business, brought_by.pk, None)
