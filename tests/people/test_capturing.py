"""One line in own words: whom it names, what is kept of it, and how all of it is taken back."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from passo.businesses.models import Business, Change, User
from passo.engine.capture import Captured, Span
from passo.lib.refusal import Refusal
from passo.people import capturing, merging
from passo.people.capturing import Newcomer, Note
from passo.people.finding import index_people
from passo.people.models import Organisation, Person, Touch
from passo.people.naming import MOST, candidate_of, find_in
from tests.people_world import make_organisation, make_person, make_touch

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def note(*people: Any, **values: Any) -> Note:
    values = {"text": "Spoke", "kind": "call", "direction": "out", "day": TODAY, **values}
    return Note(people=people, **values)


def named(business: Business, *words: str) -> set[str]:
    return {f"{one.given} {one.family}".strip() for one in find_in(business)(words)}


def test_whoever_holds_a_word_in_name_or_firm_is_found(bakery: Business) -> None:
    make_person(bakery, "Luca Ferri", organisation=make_organisation(bakery, "Hotel Galliera"))
    make_person(bakery, "José O'Brien", nickname="Pepe")
    make_person(bakery, "Jürgen Weiß")
    assert named(bakery, "luca") == named(bakery, "galliera") == {"Luca Ferri"}
    assert named(bakery, "obrien") == named(bakery, "brien") == {"José O'Brien"}
    assert named(bakery, "pepe") == named(bakery, "jose") == {"José O'Brien"}
    assert named(bakery, "jurgen", "weiss") == {"Jürgen Weiß"}
    assert named(bakery, "luc", "call", "tuesday") == set()


def test_nobody_is_found_who_is_of_another_business_left_out_or_joined(
    bakery: Business, garage: Business
) -> None:
    make_person(garage, "Luca Weber")
    make_person(bakery, "Luca Neri").leave_out(by=None)
    merging.merge(make_person(bakery, "Luca Ferri"), make_person(bakery, "Luca Feri"), by=None)
    assert named(bakery, "luca") == {"Luca Ferri"}


def test_a_name_that_changed_is_found_by_its_new_words_alone(bakery: Business) -> None:
    person = make_person(bakery, "Luca Ferri")
    person.correct(by=None, name="Luca Neri", family="Neri")
    assert named(bakery, "ferri") == set()
    assert named(bakery, "neri") == {"Luca Neri"}
    person.remove(by=None)
    assert not bakery.name_words.exists()


def test_beyond_the_bound_whoever_is_named_in_full_comes_before_the_strongest(
    bakery: Business,
) -> None:
    people = [
        Person(business=bakery, name=f"Luca {n}", given="Luca", family=str(n), strength=0.5)
        for n in range(MOST)
    ]
    made = Person.objects.bulk_create([*people])
    make_person(bakery, "Luca Ferri")
    index_people(bakery, [one.pk for one in made])
    found = find_in(bakery)(["luca", "ferri"])
    assert len(found) == MOST
    assert "Ferri" in {one.family for one in found}


def test_a_name_in_one_piece_is_taken_apart(bakery: Business) -> None:
    person = make_person(bakery, "Luca Ferri", given="", family="")
    one = candidate_of(person)
    assert (one.given, one.family) == ("Luca", "Ferri")
    assert find_in(bakery)(["luca"]) == [one]


def test_a_line_is_understood_in_the_currency_and_language_of_the_business(
    bakery: Business,
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    text = "Called Luca yesterday, send quote for 1200 € by Friday"
    said = capturing.understand(bakery, text, today=TODAY)
    assert said.persons[0].person is not None
    assert said.persons[0].person.id == luca.pk
    assert (said.touch, said.direction) == ("call", "out")
    assert said.touch_date == TODAY - timedelta(days=1)
    assert said.money is not None
    assert (said.money.cents, said.money.currency) == (120_000, "EUR")


def test_what_is_kept_hangs_on_the_person_with_its_step(bakery: Business, anna: User) -> None:
    luca = make_person(bakery, "Luca Ferri")
    day = TODAY + timedelta(days=7)
    touch = capturing.keep(
        bakery, note(luca, step="send quote", step_on=day, promise="ours"), by=anna
    )
    assert list(touch.participations.values_list("person", flat=True)) == [luca.pk]
    assert (touch.kind, touch.direction, touch.step, touch.step_on) == (
        "call",
        "out",
        "send quote",
        day,
    )
    assert (touch.promise, touch.noted_by, touch.text) == ("ours", anna, "Spoke")
    luca.refresh_from_db()
    assert luca.touch_count == 1


def test_a_promise_without_a_step_is_none(bakery: Business) -> None:
    assert capturing.keep(bakery, note(promise="ours"), by=None).promise == ""


def test_today_is_now_and_another_day_its_noon(bakery: Business) -> None:
    today = timezone.localdate()
    now = capturing.moment_on(today, bakery)
    assert abs(now - timezone.now()) < timedelta(minutes=1)
    before = timezone.localtime(capturing.moment_on(today - timedelta(days=1), bakery))
    assert (before.date(), before.hour) == (today - timedelta(days=1), 12)


def test_a_new_person_comes_with_name_and_firm(bakery: Business, anna: User) -> None:
    touch = capturing.keep(bakery, note(Newcomer("Giulia Ferri", "Edil Nord")), by=anna)
    giulia = bakery.people.get()
    assert (giulia.name, giulia.given, giulia.family) == ("Giulia Ferri", "Giulia", "Ferri")
    assert giulia.organisation is not None
    assert giulia.organisation.name == "Edil Nord"
    assert giulia.positions.get().is_own
    assert touch.people_ids == [giulia.pk]
    assert named(bakery, "giulia") == {"Giulia Ferri"}
    assert bakery.changes.filter(what="meet").count() == 2


def test_a_firm_that_is_known_is_not_made_again(bakery: Business) -> None:
    firm = make_organisation(bakery, "Edil Nord S.r.l.")
    capturing.keep(bakery, note(Newcomer("Giulia Ferri", "edil nord")), by=None)
    assert bakery.people.get().organisation == firm


def test_taking_back_takes_the_touch_and_whoever_was_made_for_it(
    bakery: Business, anna: User
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    touch = capturing.keep(bakery, note(luca, Newcomer("Giulia Neri", "Edil Nord")), by=anna)
    capturing.take_back(touch, by=anna)
    assert not Touch.objects.exists()
    assert not Organisation.objects.exists()
    assert list(bakery.people.all()) == [luca]
    luca.refresh_from_db()
    assert luca.touch_count == 0


def test_whoever_was_met_again_since_stays(bakery: Business) -> None:
    touch = capturing.keep(bakery, note(Newcomer("Giulia Neri", "Edil Nord")), by=None)
    giulia = bakery.people.get()
    make_touch(bakery, giulia)
    capturing.take_back(touch, by=None)
    assert bakery.people.get() == giulia
    assert bakery.touches.count() == 1


def test_whoever_was_changed_since_stays(bakery: Business) -> None:
    touch = capturing.keep(bakery, note(Newcomer("Giulia Neri", "Edil Nord")), by=None)
    bakery.people.get().correct(by=None, job_title="architect")
    capturing.take_back(touch, by=None)
    assert bakery.people.get().job_title == "architect"


def test_a_firm_that_others_are_in_by_now_stays(bakery: Business) -> None:
    touch = capturing.keep(bakery, note(Newcomer("Giulia Neri", "Edil Nord")), by=None)
    make_person(bakery, "Bruno Tassi", organisation=bakery.organisations.get())
    capturing.take_back(touch, by=None)
    assert bakery.people.get().name == "Bruno Tassi"
    assert bakery.organisations.exists()


def test_twice_taken_back_is_said(bakery: Business) -> None:
    touch = capturing.keep(bakery, note(), by=None)
    Change.objects.filter(thing=str(touch.pk)).delete()
    with pytest.raises(Refusal):
        capturing.take_back(touch, by=None)


def test_a_touch_that_was_changed_since_is_not_taken_back(bakery: Business) -> None:
    touch = capturing.keep(bakery, note(Newcomer("Giulia Neri")), by=None)
    touch.change(by=None, what="correct", text="Another")
    with pytest.raises(Refusal):
        capturing.take_back(touch, by=None)
    assert bakery.people.exists()


def test_the_pieces_of_a_line_are_the_line(bakery: Business) -> None:
    make_person(bakery, "Luca Ferri")
    text = "Called Luca yesterday, send quote by Friday"
    found = capturing.pieces(capturing.understand(bakery, text, today=TODAY))
    assert "".join(piece.text for piece in found) == text
    assert ("Luca", "person") in {(piece.text, piece.meaning) for piece in found}


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)
)
def test_however_spans_overlap_no_letter_is_lost_or_doubled(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    size = len(text)
    spans = [
        Span(min(a, b, size), min(max(a, b), size), capturing.RANK[place])
        for place, (a, b) in enumerate(cuts)
    ]
    found = capturing.pieces(Captured(text, spans=tuple(spans)))
    assert "".join(piece.text for piece in found) == text
    meanings = [piece.meaning for piece in found]
    assert all(one != other for one, other in pairwise(meanings))


def test_a_finished_step_is_gone_and_comes_back_by_undo(bakery: Business, anna: User) -> None:
    touch = make_touch(
        bakery, make_person(bakery), step="send quote", step_on=TODAY, text="send quote today"
    )
    change = touch.finish(by=anna)
    assert change is not None
    assert not bakery.touches.exclude(step="").exists()
    assert touch.text == "send quote today"
    change.undo(by=anna)
    touch.refresh_from_db()
    assert (touch.step, touch.step_on) == ("send quote", TODAY)
    assert touch.finish(by=anna) is not None
    assert touch.finish(by=anna) is None


@pytest.mark.parametrize(
    "text", ["Telefonato al 347 1234567, richiama domani", "reply to LUCA.F@ferri.example today"]
)
def test_a_number_or_an_address_alone_says_whom_it_means(bakery: Business, text: str) -> None:
    luca = make_person(bakery, "Luca Ferri", phone="+39 347 1234567", mail="luca.f@ferri.example")
    said = capturing.understand(bakery, text, today=TODAY)
    assert [one.person.id for one in said.persons if one.person] == [luca.pk]
    assert Span(said.persons[0].start, said.persons[0].end, "person") in said.spans


def test_a_number_that_two_have_is_asked_about(bakery: Business) -> None:
    for name in ("Anna Neri", "Ugo Neri"):
        make_person(bakery, name, phone="+39 051 5550142")
    said = capturing.understand(bakery, "call 051 5550142 on 24/12/2026", today=TODAY)
    (who,) = said.persons
    assert (who.person, len(who.candidates)) == (None, 2)
    nobody = capturing.understand(bakery, "invoice 2026-113 of 24/12/2026, 1.200.000", today=TODAY)
    assert nobody.persons == ()
    stranger = capturing.understand(bakery, "call 347 7654321", today=TODAY)
    assert stranger.persons == ()


def test_somebody_new_has_the_number_and_the_address_of_the_line(
    bakery: Business, anna: User
) -> None:
    make_person(bakery, "Ugo Neri", phone="+39 051 5550142")
    text = "New lead Zaccaria Blu, +39 347 1234567, z@blu.example, or 051 5550142"
    touch = capturing.keep(bakery, note(Newcomer("Zaccaria Blu"), text=text), by=anna)
    new = bakery.people.get(name="Zaccaria Blu")
    ways = new.contact_points.order_by("kind").values_list("value", flat=True)
    assert list(ways) == ["z@blu.example", "+393471234567"]
    assert bakery.search_rows.get(kind="person", ref=str(new.pk)).folded.count("z blu example") == 1
    capturing.take_back(touch, by=anna)
    assert not bakery.people.filter(name="Zaccaria Blu").exists()


def test_of_two_who_are_new_nobody_gets_the_number(bakery: Business, anna: User) -> None:
    new = (Newcomer("Zaccaria Blu"), Newcomer("Zoe Blu"))
    capturing.keep(bakery, note(*new, text="Met both, 347 1234567"), by=anna)
    assert not bakery.contact_points.exists()
