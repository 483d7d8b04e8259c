"""A person erased for good: nothing of them is left, and nothing brings them back."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.search import fold
from passo.people import by_hand, erasing, knowing, merging
from passo.people.bringing_in import report
from passo.people.models import Erased, ImportProblem, LeftOut, Person
from tests.people.bringing import bring, calendar, card, mail
from tests.people_world import (
    make_import,
    make_pair,
    make_person,
    make_source,
    make_touch,
)
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db

MAIL, OTHER_MAIL, PHONE = "paola@rinaldi.example", "pr@casa.example", "+390515550142"
SAID = ("Paola Rinaldi", "Pina Rinaldi", MAIL, OTHER_MAIL, PHONE, "051 555 01 42", "Pizzo")


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@ferri.example")


@pytest.fixture
def paola(bakery: Business, luca: Person, anna: User) -> Person:
    """Somebody with a trace in every place where one can leave one."""
    paola = make_person(bakery, mail=MAIL, phone="051 555 01 42", nickname="Pizzo", by=anna)
    twin = make_person(bakery, "Pina Rinaldi", mail=OTHER_MAIL)
    brought_by = make_import(bakery)
    make_source(paola, brought_by, mails=[[MAIL, MAIL, ""]], phones=[[PHONE, "051 555 01 42", ""]])
    make_source(twin, brought_by, mails=[[OTHER_MAIL, OTHER_MAIL, ""]])
    make_touch(bakery, paola, text="Paola Rinaldi wants lights", by=anna)
    make_touch(bakery, paola, text="Pizzo called").remove(by=anna)
    make_touch(bakery, paola, luca, text="Coffee", by=anna)
    merging.merge(paola, twin, by=anna).remove(by=anna)
    make_pair(bakery, paola, luca)
    paola.refresh_from_db()
    twin.refresh_from_db()
    merging.merge(paola, twin, by=anna)
    paola.correct(by=anna, cares_about="Pizzo, her dog")
    by_hand.tag(paola, "fair", by=anna)
    by_hand.remove_way(paola.contact_points.get(value=MAIL), by=anna)
    knowing.declare(paola, luca, strength=0.6, words="neighbours", by=anna)
    LeftOut.objects.create(business=bakery, address=OTHER_MAIL, name="Pina Rinaldi", because="")
    ImportProblem.objects.create(
        business=bakery,
        brought_by=brought_by,
        line=3,
        sentence="The birthday “%(value)s” is none.",
        values={"value": "PAOLA RINALDI"},
        what=f"FN:Paola Rinaldi {MAIL}",
    )
    paola.refresh_from_db()
    return paola


def everything_kept(business: Business) -> Iterator[tuple[str, str]]:
    """Each text of each row of the business, in whatever table it lies."""
    for model in apps.get_models():
        names = {field.name: field for field in model._meta.concrete_fields}
        field = names.get("business")
        if field is not None and field.related_model is Business:
            for row in model._default_manager.filter(business=business):
                for name, one in names.items():
                    yield f"{model._meta.label}.{name}", str(one.value_from_object(row))


def places_that_say(business: Business, words: str) -> list[str]:
    sought = fold(words)
    return [place for place, text in everything_kept(business) if sought in fold(text)]


def test_before_everything_says_who_it_is(paola: Person, bakery: Business) -> None:
    """The test below would find nothing if there were nothing to find."""
    for words in SAID:
        assert places_that_say(bakery, words), words
    assert "businesses.Change.before" in places_that_say(bakery, "Pizzo")
    assert "people.ImportProblem.what" in places_that_say(bakery, MAIL)


def test_afterwards_no_table_holds_name_or_address(
    paola: Person, bakery: Business, anna: User
) -> None:
    erasing.erase(paola, by=anna)
    for words in SAID:
        assert places_that_say(bakery, words) == [], words


def test_what_was_joined_into_them_goes_too(paola: Person, bakery: Business, anna: User) -> None:
    erasing.erase(paola, by=anna)
    assert [person.name for person in bakery.people.all()] == ["Luca Ferri"]


def test_touches_with_others_stay_without_them(
    paola: Person, luca: Person, bakery: Business, anna: User
) -> None:
    gone = paola.pk
    erasing.erase(paola, by=anna)
    touch = bakery.touches.get()
    assert (touch.text, touch.people_ids) == ("Coffee", [luca.pk])
    assert gone not in touch.people_ids
    assert [part.person_id for part in touch.participations.all()] == [luca.pk]


def test_the_history_keeps_that_somebody_was_erased_and_not_who(
    paola: Person, bakery: Business, anna: User, client_of: Any
) -> None:
    erasing.erase(paola, by=anna)
    last = bakery.changes.first()
    assert (last.what, last.by, last.thing_name) == ("erase", anna, "…")
    page = words_of(client_of(anna).get(reverse("history", args=[bakery.slug])))
    assert "erased somebody" in page
    assert "somebody who is erased" in page
    assert not any(change.can_be_undone for change in bakery.changes.filter(thing_name="…"))


def test_what_goes_is_told_before(paola: Person, bakery: Business) -> None:
    make_touch(bakery, paola, *bakery.people.filter(name="Luca Ferri"), text="Pizzo, Paola Rinaldi")
    toll = erasing.toll(erasing.traces_of(paola))
    assert (toll.touches, toll.shared, toll.naming, toll.records) == (1, 2, 1, 2)
    assert toll.changes > 5


def test_the_same_cards_and_mails_do_not_bring_them_back(bakery: Business, anna: User) -> None:
    file = card("Paola Rinaldi", EMAIL=MAIL, TEL="051 555 01 42") + card("Luca Ferri", TEL="1234")
    bring(bakery, file)
    erasing.erase(bakery.people.get(name="Paola Rinaldi"), by=anna)
    again = bring(bakery, file)
    assert [person.name for person in bakery.people.all()] == ["Luca Ferri"]
    assert again.counts["erased"] == 1
    other = bring(bakery, card("Paola R.", EMAIL=MAIL) + card("PAOLA RINALDI", TEL="0515550142"))
    assert (bakery.people.count(), other.counts["erased"]) == (1, 2)
    bakery.own_addresses.create(address="us@bakery.example")
    letters = bring(bakery, mail(1, MAIL, "us@bakery.example"), "posta.mbox")
    assert (bakery.people.count(), bakery.touches.count()) == (1, 0)
    assert letters.counts["erased"] == 1
    assert not bakery.left_out.exists()
    assert places_that_say(bakery, MAIL) == []


def test_a_mail_to_them_and_others_is_a_touch_with_the_others(bakery: Business, anna: User) -> None:
    erasing.erase(make_person(bakery, mail=MAIL), by=anna)
    bakery.own_addresses.create(address="us@bakery.example")
    bring(bakery, mail(1, "us@bakery.example", f"{MAIL}, luca@ferri.example"), "posta.mbox")
    assert [one.address for one in bakery.participations.all()] == ["luca@ferri.example"]


def test_a_familys_address_goes_on_being_the_familys(bakery: Business, anna: User) -> None:
    paola = make_person(bakery, mail="casa@rinaldi.example")
    make_person(bakery, "Marco Rinaldi", mail="casa@rinaldi.example")
    erasing.erase(paola, by=anna)
    bring(bakery, card("Marco Rinaldi", EMAIL="casa@rinaldi.example", TEL="333 1234567"))
    assert [person.name for person in bakery.people.all()] == ["Marco Rinaldi"]
    assert bakery.contact_points.filter(kind="phone").exists()


def test_a_firm_of_which_they_were_all_that_is_known_goes_too(bakery: Business, anna: User) -> None:
    bring(bakery, mail(1, "Eva Marini <eva@evamarini.example>", "me@alfa.example"), "posta.mbox")
    two = mail(2, "Ugo Serra <u@serra.example>", "me@alfa.example")
    bring(bakery, two + mail(3, "Pia Serra <p@serra.example>", "me@alfa.example"), "altra.mbox")
    kept = mail(4, "Ada Conti <ada@conti.example>", "me@alfa.example")
    bring(bakery, kept, "terza.mbox")
    bakery.organisations.get(name="Conti").correct(by=anna, note="They pay late")
    for name in ("Eva Marini", "Ugo Serra", "Ada Conti"):
        erasing.erase(bakery.people.get(name=name), by=anna)
    assert places_that_say(bakery, "evamarini") == []
    assert {"Serra", "Conti"} <= set(bakery.organisations.values_list("name", flat=True))


def test_their_name_beside_an_address_of_the_firm_goes(bakery: Business, anna: User) -> None:
    for number, sender in enumerate(("eva@bloom.example", "info@bloom.example"), start=1):
        bring(bakery, mail(number, f"Eva Marini <{sender}>", "me@alfa.example"), f"{number}.mbox")
    list_mail = mail(3, "Eva Marini <list@lists.example>", "me@alfa.example", heads="List-Id: x\n")
    bring(bakery, list_mail, "3.mbox")
    assert bakery.left_out.filter(name="Eva Marini").exists()
    erasing.erase(bakery.people.get(name="Eva Marini"), by=anna)
    assert places_that_say(bakery, "Eva Marini") == []
    assert bakery.organisations.filter(domain="bloom.example").exists()


def test_the_report_says_how_many_records_of_erased_people_came_again(
    bakery: Business, anna: User
) -> None:
    anew = card("Eva Marini", EMAIL="eva@marini.example") + card("Ugo Serra", TEL="051 5550142")
    bring(bakery, anew)
    erasing.erase(bakery.people.get(name="Eva Marini"), by=anna)
    again = bring(bakery, anew)
    told = {line.label: line.count for line in report.lines_of(again)}
    assert told["Of people whom you erased: left out"] == 1
    appointment = """
UID:1
DTSTART:20261102T090000Z
ATTENDEE;CN=Eva Marini:mailto:eva@marini.example
"""
    assert bring(bakery, calendar(appointment), "agenda.ics").counts["erased"] == 1


def test_another_business_keeps_whom_it_knows(
    bakery: Business, garage: Business, anna: User
) -> None:
    mine, theirs = make_person(bakery, mail=MAIL), make_person(garage, mail=MAIL)
    erasing.erase(mine, by=anna)
    theirs.refresh_from_db()
    assert theirs.contact_points.get().value == MAIL
    assert not Erased.objects.filter(business=garage).exists()


def test_only_an_owner_who_types_the_name_erases(
    paola: Person, bakery: Business, anna: User, ben: User, client_of: Any
) -> None:
    address = reverse("erase_person", args=[bakery.slug, paola.pk])
    assert client_of(ben).post(address, {"typed": paola.name}).status_code == 403
    browser: Visitor = client_of(anna)
    page = words_of(browser.get(address))
    assert "1 touch with nobody else" in page
    assert "2 records that were brought in" in page
    assert "That is not quite it" in words_of(browser.post(address, {"typed": "Paula"}))
    assert bakery.people.filter(pk=paola.pk).exists()
    browser.post(address, {"typed": "paola  rinaldi"})
    assert not bakery.people.filter(pk=paola.pk).exists()
