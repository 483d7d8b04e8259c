"""Two people chosen by hand, what was decided, and what goes along when two are joined."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people import comparing, merging
from passo.people.models import Person, Tie
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


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", phone="051 5550142")


@pytest.fixture
def twin(bakery: Business) -> Person:
    return make_person(bakery, "Lucca Ferri", phone="051 5550142")


def compare(one: Person, other: Person) -> str:
    return reverse("compare_people", args=[one.business.slug, one.pk, other.pk])


def page_of(name: str, bakery: Business) -> str:
    return reverse(name, args=[bakery.slug])


def test_two_are_compared_with_what_linkage_says(
    browser: Visitor, luca: Person, twin: Person
) -> None:
    words = words_of(browser.get(compare(luca, twin)))
    assert "The same family name: Ferri." in words
    assert "Look twice" not in words


def test_two_who_look_different_are_warned_about(
    browser: Visitor, bakery: Business, luca: Person
) -> None:
    other = make_person(bakery, "Anna Verdi", phone="06 5550199")
    assert "Look twice" in words_of(browser.get(compare(luca, other)))


def test_they_are_joined_by_hand(
    browser: Visitor, bakery: Business, luca: Person, twin: Person
) -> None:
    twin.correct(by=None, job_title="painter")
    luca.correct(by=None, job_title="decorator")
    browser.post(compare(luca, twin), {"answer": "same", "name": twin.pk, "job_title": twin.pk})
    luca.refresh_from_db()
    assert (luca.name, luca.job_title) == ("Lucca Ferri", "painter")
    made = bakery.merges.get()
    assert words_of(browser.get(page_of("joined_by_hand", bakery))).count("Lucca Ferri") > 0
    browser.post(reverse("take_person_apart", args=[bakery.slug, made.pk]))
    luca.refresh_from_db()
    assert (luca.name, luca.job_title) == ("Luca Ferri", "decorator")


def test_they_are_kept_apart_by_hand_and_asked_about_again(
    browser: Visitor, bakery: Business, luca: Person, twin: Person, anna: User
) -> None:
    browser.post(compare(luca, twin), {"answer": "separate"})
    pair = bakery.pairs.get()
    assert (pair.state, pair.decided_by) == ("separate", anna)
    shown = words_of(browser.get(page_of("kept_separate", bakery)))
    assert "Luca Ferri · Lucca Ferri" in shown
    response = browser.post(reverse("ask_pair_again", args=[bakery.slug, pair.pk]))
    assert "Lucca Ferri" in words_of(browser.get(response["Location"]))


def test_no_answer_and_nobody_else_are_refused(
    browser: Visitor, luca: Person, twin: Person
) -> None:
    assert browser.post(compare(luca, twin)).status_code == 409
    assert browser.post(compare(luca, luca), {"answer": "separate"}).status_code == 409
    assert browser.post(compare(luca, luca), {"answer": "same"}).status_code == 409
    assert browser.get(compare(luca, luca)).status_code == 302


def test_a_viewer_compares_and_decides_nothing(luca: Person, twin: Person, vera: User) -> None:
    looking = visitor(vera)
    assert "Whoever works here decides" in words_of(looking.get(compare(luca, twin)))
    assert looking.post(compare(luca, twin), {"answer": "same"}).status_code in {403, 409}
    twin.refresh_from_db()
    assert twin.merged_into is None


def test_whoever_is_called_alike_is_offered_to_join_with(
    browser: Visitor, bakery: Business, luca: Person, twin: Person
) -> None:
    make_person(bakery, "Anna Verdi", mail="anna@verdi.example")
    address = reverse("join_with", args=[bakery.slug, luca.pk])
    first = browser.get(address)
    assert compare(luca, twin) in first.content.decode()
    assert "Anna Verdi" not in words_of(first)
    found = browser.get(address, {"q": "verdi"}, headers={"HX-Request": "true"})
    assert "Anna Verdi" in words_of(found)
    assert "Nobody here is called so" in words_of(browser.get(address, {"q": "nobody"}))


def test_what_joined_by_itself_is_listed_with_its_records(
    browser: Visitor, bakery: Business, luca: Person, twin: Person
) -> None:
    brought_by = make_import(bakery, "telefono.vcf")
    make_source(luca, brought_by, name="Luca F.")
    make_source(luca, brought_by, name="L. Ferri")
    make_source(twin, brought_by)
    shown = browser.get(page_of("joined_by_itself", bakery))
    words = words_of(shown)
    assert "Luca F." in words
    assert "L. Ferri" in words
    assert "Lucca Ferri" not in words
    source = luca.sources.order_by("pk")[0]
    out = reverse("take_out_source", args=[bakery.slug, luca.pk, source.pk])
    assert out in shown.content.decode()


def test_whom_one_joined_oneself_did_not_join_by_itself(
    browser: Visitor, bakery: Business, luca: Person, twin: Person
) -> None:
    brought_by = make_import(bakery, "telefono.vcf")
    make_source(luca, brought_by)
    make_source(twin, brought_by, name="L. Ferri")
    merging.merge(luca, twin, by=None)
    assert "L. Ferri" not in words_of(browser.get(page_of("joined_by_itself", bakery)))
    assert luca.name in words_of(browser.get(page_of("joined_by_hand", bakery)))


def test_pages_of_what_was_decided_go_on(
    browser: Visitor, bakery: Business, luca: Person, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        make_pair(bakery, luca, make_person(bakery, f"Luca {number:02}"), state="separate")
    with django_assert_max_num_queries(16):
        first = browser.get(page_of("kept_separate", bakery))
    second = browser.get(page_of("kept_separate", bakery) + first.context["older"])
    assert [len(one.context["rows"]) for one in (first, second)] == [25, 5]
    assert "Newest" in words_of(second)


@pytest.mark.parametrize("name", ["joined_by_itself", "joined_by_hand", "kept_separate"])
def test_empty_pages_say_so(browser: Visitor, bakery: Business, name: str) -> None:
    words = words_of(browser.get(page_of(name, bakery)))
    assert "yet." in words


def test_what_the_owner_said_of_either_stands_for_both(
    bakery: Business, luca: Person, twin: Person, anna: User
) -> None:
    firm = make_organisation(bakery)
    luca.correct(by=anna, note="Likes stairs.", nickname="Luke")
    twin.correct(
        by=anna, note="Has a dog.", nickname="Lu", organisation=firm.pk, cares_about="dogs"
    )
    twin.change(by=anna, what="note_consent", consent="refused", consent_on=date(2026, 1, 2))
    made = merging.merge(luca, twin, by=anna)
    luca.refresh_from_db()
    assert luca.note == "Likes stairs.\n\nHas a dog."
    assert (luca.nickname, luca.organisation, luca.cares_about) == ("Luke", firm, "dogs")
    assert (luca.consent, luca.consent_on) == ("refused", date(2026, 1, 2))
    luca.correct(by=anna, cares_about="cats")
    made.refresh_from_db()
    made.remove(by=anna)
    luca.refresh_from_db()
    assert (luca.note, luca.organisation, luca.consent) == ("Likes stairs.", None, "")
    assert luca.cares_about == "cats"
    assert luca.kept == ["cares_about", "nickname", "note"]


def test_who_is_said_to_know_the_one_knows_both(
    bakery: Business, luca: Person, twin: Person, anna: User
) -> None:
    paola = make_person(bakery)
    for person, other in ((twin, paola), (luca, twin)):
        one, two = sorted((person.pk, other.pk))
        Tie.objects.update_or_create(
            business=bakery,
            one_id=one,
            other_id=two,
            defaults={"strength": 0.4, "kind": "declared", "declared": 0.8, "declared_note": "x"},
        )
    made = merging.merge(luca, twin, by=anna)
    assert said_ties(bakery) == {frozenset((luca.pk, paola.pk))}
    made.refresh_from_db()
    made.remove(by=anna)
    before = {frozenset((twin.pk, paola.pk)), frozenset((luca.pk, twin.pk))}
    assert said_ties(bakery) == before


def said_ties(bakery: Business) -> set[frozenset[int]]:
    ties = bakery.ties.filter(declared__isnull=False)
    return {frozenset(pair) for pair in ties.values_list("one", "other")}


def test_taken_apart_after_a_second_joining_everything_finds_its_way(
    bakery: Business, luca: Person, twin: Person, anna: User
) -> None:
    third = make_person(bakery, "Luca Ferri junior", mail="junior@ferri.example")
    make_touch(bakery, twin)
    first = merging.merge(luca, twin, by=anna)
    second = merging.merge(third, luca, by=anna)
    first.refresh_from_db()
    first.remove(by=anna)
    for person in (luca, twin, third):
        person.refresh_from_db()
    assert (twin.touch_count, third.touch_count, luca.merged_into) == (1, 0, third)
    second.refresh_from_db()
    second.remove(by=anna)
    luca.refresh_from_db()
    assert (luca.is_listed, twin.contact_points.count()) == (True, 1)


def test_an_undone_joining_nobody_was_asked_about_asks_nobody(
    bakery: Business, luca: Person, twin: Person, anna: User
) -> None:
    merging.merge(luca, twin, by=anna)
    bakery.changes.get(kind="people.merge", what="add").undo(by=anna)
    assert not bakery.pairs.exists()


def test_who_has_more_stays(bakery: Business, luca: Person, twin: Person) -> None:
    assert merging.in_order(twin, luca) == (luca, twin)
    make_source(twin)
    assert merging.in_order(twin, luca) == (twin, luca)


def test_a_side_tells_its_last_touch_and_where_it_is_from(
    bakery: Business, luca: Person, twin: Person
) -> None:
    make_touch(bakery, luca)
    make_source(twin, make_import(bakery, "posta.mbox"), from_mail=True)
    make_source(twin, make_import(bakery, "a.xlsx"))
    source = twin.sources.order_by("pk")[1]
    source.line = 0
    source.save()
    known = comparing.with_last_touch(bakery, [luca.pk, twin.pk])
    one, other = comparing.compare(known[luca.pk], known[twin.pk]).sides
    assert other.origins == ["a mail in posta.mbox", "a.xlsx"]
    assert [line.values[0].text for line in one.lines if line.label == "Last"] == [
        "call, Tuesday 17 November"
    ]
    luca.refresh_from_db()
    plain, _other = comparing.compare(luca, twin).sides
    assert [line.values[0].text for line in plain.lines if line.label == "Last"] == [
        "Tuesday 17 November"
    ]


def test_a_touch_by_hand_finds_whom_it_was_with_through_two_joinings(
    bakery: Business, luca: Person, twin: Person, anna: User
) -> None:
    third = make_person(bakery, "Luca F.")
    touch = make_touch(bakery, twin)
    merging.merge(luca, twin, by=anna)
    luca.refresh_from_db()
    merging.merge(third, luca, by=anna)
    touch.change(by=anna, what="correct", text="He called back.")
    assert [part.person_id for part in touch.participations.all()] == [third.pk]


def test_a_record_taken_out_is_no_slip_that_undo_could_lose(
    bakery: Business, luca: Person, anna: User
) -> None:
    sources = [make_source(luca, name=name) for name in ("Luca", "Luca Ferri")]
    merging.take_out(sources[0], by=anna)
    assert not bakery.changes.get(what="take_out").can_be_undone
