"""“Same person?”: the queue, its answers, and the way back."""

from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people import asking, duplicates, merging
from passo.people.models import Pair, Person
from tests.people_world import (
    make_import,
    make_organisation,
    make_pair,
    make_person,
    make_source,
    make_touch,
)
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def paola(bakery: Business) -> Person:
    firm = make_organisation(bakery)
    return make_person(bakery, phone="051 5550142", organisation=firm, job_title="administrator")


@pytest.fixture
def twin(bakery: Business) -> Person:
    person = make_person(bakery, "Paola R.", phone="051 5550142", mail="paola@rinaldi.example")
    make_touch(bakery, person)
    return person


@pytest.fixture
def pair(bakery: Business, paola: Person, twin: Person) -> Pair:
    against = ["given", "The given names differ.", {}, -2.0]
    return make_pair(
        bakery, paola, twin, because=[["phone", "The same phone number.", {}, 5.0], against]
    )


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


def queue(bakery: Business) -> str:
    return reverse("same_people", args=[bakery.slug])


def decide(browser: Visitor, pair: Pair, answer: str, **values: Any) -> Any:
    address = reverse("decide_pair", args=[pair.business.slug, pair.pk])
    headers = values.pop("headers", None)
    return browser.post(address, {"answer": answer, **values}, headers=headers)


def undo(browser: Visitor, response: Any) -> None:
    """Press the button of the toast."""
    toast = response.content.decode().split('class="toast"')[1]
    browser.post(toast.split('action="')[1].split('"')[0], headers={"referer": "/"})


def test_a_pair_is_shown_side_by_side_with_its_reasons(
    browser: Visitor, bakery: Business, pair: Pair, paola: Person
) -> None:
    make_source(paola, make_import(bakery, "telefono.vcf"))
    response = browser.get(queue(bakery))
    words = words_of(response)
    assert "1 of 1." in words
    for said in ("telefono.vcf", "Added by hand", "Studio Rinaldi", "paola@rinaldi.example"):
        assert said in words
    assert words.index("The same phone number.") < words.index("The given names differ.")
    marked = response.content.decode()
    assert "<mark><bdi>Paola R.</bdi></mark>" in marked
    assert "<mark><bdi>051 5550142</bdi></mark>" not in marked


def test_the_same_person_is_joined_and_the_toast_takes_it_back(
    browser: Visitor, bakery: Business, pair: Pair, paola: Person, twin: Person
) -> None:
    response = decide(browser, pair, "same")
    assert response.status_code == 302
    paola.refresh_from_db()
    assert paola.merged_into == twin
    shown = browser.get(response["Location"])
    assert "are one person now" in words_of(shown)
    undo(browser, shown)
    paola.refresh_from_db()
    pair.refresh_from_db()
    assert (paola.merged_into_id, pair.state) == (None, "waiting")


@pytest.mark.parametrize("answer", ["separate", "unsure"])
def test_another_answer_is_remembered_and_the_toast_asks_again(
    browser: Visitor, bakery: Business, pair: Pair, anna: User, answer: str
) -> None:
    shown = browser.get(decide(browser, pair, answer)["Location"])
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by) == (answer, anna)
    undo(browser, shown)
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by) == ("waiting", None)


def test_htmx_gets_the_next_pair_with_a_toast(
    browser: Visitor, bakery: Business, pair: Pair, paola: Person
) -> None:
    make_pair(bakery, paola, make_person(bakery, "Paolina Verdi"), probability=0.6)
    response = decide(browser, pair, "separate", done="3", headers=HTMX)
    words = words_of(response)
    assert "<!doctype" not in response.content.decode()
    assert "5 of 5." in words
    assert "Paolina Verdi" in words
    assert "stay two people" in words


def test_the_values_in_which_they_differ_are_chosen(
    browser: Visitor, bakery: Business, pair: Pair, paola: Person, twin: Person
) -> None:
    paola.correct(by=None, birthday="1980-04-12")
    twin.correct(by=None, birthday="1980-04-13")
    shown = browser.get(queue(bakery))
    assert "Two birthdays: which one?" in words_of(shown)
    decide(browser, pair, "same", name=str(paola.pk), birthday=str(twin.pk))
    twin.refresh_from_db()
    assert (twin.name, twin.birthday) == ("Paola Rinaldi", "1980-04-13")
    bakery.merges.get().remove(by=None)
    twin.refresh_from_db()
    assert (twin.name, twin.birthday, twin.kept) == ("Paola R.", "1980-04-13", ["birthday"])


def test_a_choice_of_somebody_else_is_none(
    browser: Visitor, bakery: Business, pair: Pair, twin: Person
) -> None:
    other = make_person(bakery, "Luca Ferri")
    decide(browser, pair, "same", name=str(other.pk))
    twin.refresh_from_db()
    assert twin.name == "Paola R."


def test_without_an_answer_nothing_happens(browser: Visitor, pair: Pair) -> None:
    assert decide(browser, pair, "").status_code == 409
    assert decide(browser, pair, "maybe").status_code == 409
    pair.refresh_from_db()
    assert pair.state == "waiting"


def test_whoever_was_joined_in_the_meantime_is_asked_about_as_whom_they_are_now(
    bakery: Business, pair: Pair, paola: Person, twin: Person, anna: User
) -> None:
    """A = B, B = C: the pair of whoever went along is asked of who stayed."""
    third = make_person(bakery, "P. Rinaldi")
    make_pair(bakery, paola, third, probability=0.7)
    made = asking.join(paola, twin, by=anna, chosen={}, pair=pair)
    (open_pair,) = asking.open_pairs(bakery)
    assert {open_pair.one, open_pair.other} == {made.stays, third}
    made.remove(by=anna)
    (open_pair,) = asking.open_pairs(bakery)
    assert {open_pair.one, open_pair.other} == {paola, third}


@pytest.mark.parametrize("who_stays", [0, 1])
def test_who_is_separate_from_the_one_is_separate_from_both(
    bakery: Business, paola: Person, twin: Person, anna: User, who_stays: int
) -> None:
    third = make_person(bakery, "P. Rinaldi")
    merging.decide(bakery, paola, third, "separate", by=anna)
    asked = make_pair(bakery, twin, third)
    both = [paola, twin]
    made = merging.merge(both[who_stays], both[1 - who_stays], by=anna)
    assert not asking.open_pairs(bakery).exists()
    made.remove(by=anna)
    assert asking.open_pairs(bakery).get() == asked


def test_the_unsure_come_again_on_wish(browser: Visitor, bakery: Business, pair: Pair) -> None:
    decide(browser, pair, "unsure")
    empty = words_of(browser.get(f"{queue(bakery)}?done=1"))
    assert "All decided" in empty
    assert "Go through the one you were not sure about" in empty
    assert "Paola R." in words_of(browser.get(f"{queue(bakery)}?unsure=1"))
    decide(browser, pair, "separate", unsure="1")
    assert "Nobody waits" in words_of(browser.get(f"{queue(bakery)}?unsure=1"))


def test_a_pair_asked_for_by_number_comes_first(
    browser: Visitor, bakery: Business, pair: Pair, paola: Person
) -> None:
    less = make_pair(bakery, paola, make_person(bakery, "Paolina Verdi"), probability=0.1)
    assert "Paolina" in words_of(browser.get(f"{queue(bakery)}?pair={less.pk}"))
    assert "Paolina" not in words_of(browser.get(f"{queue(bakery)}?pair=x"))


def test_an_empty_queue_says_what_comes_next(browser: Visitor, bakery: Business) -> None:
    assert "Nothing to decide" in words_of(browser.get(queue(bakery)))


def test_a_viewer_looks_and_has_no_buttons(bakery: Business, pair: Pair, vera: User) -> None:
    shown = visitor(vera).get(queue(bakery))
    assert "The same phone number." in words_of(shown)
    assert 'name="answer"' not in shown.content.decode()
    assert decide(visitor(vera), pair, "same").status_code == 403


def test_somebody_left_out_is_not_asked_about(
    browser: Visitor, bakery: Business, pair: Pair, paola: Person
) -> None:
    paola.leave_out(by=None)
    assert "Nothing to decide" in words_of(browser.get(queue(bakery)))


def test_looking_again_finds_who_is_there_twice(
    browser: Visitor, bakery: Business, paola: Person
) -> None:
    make_person(bakery, "Paola Rinaldi", phone="051 5550142")
    browser.post(reverse("look_for_same", args=[bakery.slug]))
    progress = bakery.progresses.get(kind="same")
    assert asking.begin_looking(bakery) == progress
    asking.carry_out_look(bakery, progress.pk)
    asking.carry_out_look(bakery, progress.pk)
    asking.carry_out_look(bakery, 0)
    progress.refresh_from_db()
    assert (progress.state, progress.sentence) == ("finished", "1 pair to decide.")
    assert "1 pair to decide." in words_of(browser.get(queue(bakery)))


def test_looking_again_says_if_nobody_is_there_twice(bakery: Business, paola: Person) -> None:
    progress = asking.begin_looking(bakery)
    asking.carry_out_look(bakery, progress.pk)
    progress.refresh_from_db()
    assert progress.sentence == "Nobody is there twice."


def test_the_queue_asks_the_database_the_same_few_things_however_long_it_is(
    browser: Visitor, bakery: Business, pair: Pair, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        make_pair(bakery, pair.one, make_person(bakery, f"Paola {number}"), probability=0.3)
    with django_assert_max_num_queries(24):
        browser.get(queue(bakery))


def test_a_joined_pair_is_taken_apart_first(pair: Pair, anna: User, browser: Visitor) -> None:
    asking.join(pair.one, pair.other, by=anna, chosen={}, pair=pair)
    pair.refresh_from_db()
    again = reverse("ask_pair_again", args=[pair.business.slug, pair.pk])
    assert browser.post(again).status_code == 409


def test_what_is_not_decided_is_queued_once(bakery: Business, paola: Person, twin: Person) -> None:
    duplicates.look_again(bakery)
    before = bakery.pairs.count()
    duplicates.look_again(bakery)
    assert bakery.pairs.count() == before
