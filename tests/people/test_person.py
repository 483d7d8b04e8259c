"""A person's page as members see it, and every value on it changed where it stands."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people import merging, touching
from passo.people.birthdays import birthday
from passo.people.models import Person
from passo.people.person_forms import every
from tests.people.bringing import bring, card
from tests.people.person_pages import address, page_of, undo_last
from tests.people_world import (
    make_person,
    make_source,
    make_tag,
    make_touch,
)
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


def test_the_page_says_who_it_is_and_how_to_reach_them(paola: Person, browser: Visitor) -> None:
    answer = browser.get(address("person", paola))
    page = words_of(answer)
    assert "Paola Rinaldi Building manager, Studio Rinaldi" in page
    html = answer.content.decode()
    assert 'href="tel:+390515550142"' in html
    assert 'href="mailto:paola@rinaldi.example"' in html
    assert "Nothing passed yet" in page


def test_an_address_with_odd_signs_is_no_second_receiver(
    bakery: Business, browser: Visitor
) -> None:
    odd = make_person(bakery, "Odd", mail="a?bcc=x&y@odd.example")
    assert (
        "mailto:a%3Fbcc%3Dx%26y@odd.example" in browser.get(address("person", odd)).content.decode()
    )


def test_what_passed_is_told_newest_first_with_whom(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    now = timezone.now()
    make_touch(bakery, paola, at=now - timedelta(days=40), direction="in", text="Dark stairs")
    make_touch(bakery, paola, luca, at=now - timedelta(days=3), kind="meeting", subject="Coffee")
    make_touch(bakery, paola, at=now - timedelta(hours=2), kind="mail", direction="in")
    page = page_of(browser, paola)
    assert "3 in twelve months, 2 started by them" in page
    assert page.index("Mail from Paola") < page.index("Coffee") < page.index("Dark stairs")
    assert "Meeting, with Luca Ferri" in page
    assert "Paola called you" in page
    assert "3 days ago" in page


def test_a_long_story_comes_a_page_at_a_time(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    now = timezone.now()
    for days in range(25):
        make_touch(bakery, paola, at=now - timedelta(days=days), subject=f"Touch {days}.")
    told, query = [], ""
    for _page in range(3):
        answer = browser.get(address("person", paola) + query, headers={"hx-request": "true"})
        told += [one.title for _month, those in answer.context["story"].months for one in those]
        query = f"?before={answer.context['story'].older}"
    assert told == [f"Touch {days}." for days in range(25)]
    assert answer.context["story"].older == ""
    assert "<html" not in answer.content.decode()
    assert browser.get(address("person", paola) + "?before=nonsense_9").status_code == 200
    assert browser.get(address("person", paola) + "?before=2026-01-01_1").status_code == 200


def test_the_page_asks_the_database_as_often_however_much_there_is(
    paola: Person, bakery: Business, browser: Visitor, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        other = make_person(bakery, f"Other {number}", organisation=paola.organisation)
        make_touch(bakery, paola, other, days_ago=number)
        make_tag(bakery, f"tag {number}", paola)
        make_source(paola)
    browser.get(address("person", paola))
    with django_assert_max_num_queries(28):
        browser.get(address("person", paola))


def test_a_touch_is_noted_changed_removed_and_brought_back(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    today = timezone.localdate()
    sent = {"kind": "call", "direction": "in", "on": today, "text": "Wants a quote"}
    step = {"step": "Send the quote", "step_on": today + timedelta(days=2)}
    browser.post(address("note_touch", paola), {**sent, **step})
    touch = bakery.touches.get()
    assert (touch.direction, touch.noted_by.name) == ("in", "Ben Russo") or touch.noted_by
    page = page_of(browser, paola)
    assert "What comes next Send the quote" in page
    paola.refresh_from_db()
    assert paola.touch_count == 1
    moment = touch.at
    browser.post(address("change_touch", paola, touch.pk), {**sent, "text": "Wants two quotes"})
    touch.refresh_from_db()
    assert (touch.text, touch.at, touch.step) == ("Wants two quotes", moment, "")
    browser.post(address("remove_touch", paola, touch.pk))
    assert not bakery.touches.exists()
    undo_last(browser, bakery)
    assert bakery.touches.get().text == "Wants two quotes"
    paola.refresh_from_db()
    assert paola.touch_count == 1


def test_what_is_still_to_come_is_no_touch(paola: Person, browser: Visitor) -> None:
    sent = {"kind": "call", "direction": "in", "on": timezone.localdate() + timedelta(days=1)}
    page = words_of(browser.post(address("note_touch", paola), sent))
    assert "That day is still to come" in page
    page = words_of(browser.post(address("note_touch", paola), {**sent, "on": "0126-01-01"}))
    assert "too long ago" in page
    assert not paola.participations.exists()


def test_a_touch_of_another_day_is_told_at_noon(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    browser.post(
        address("note_touch", paola), {"kind": "visit", "direction": "out", "on": "2026-05-04"}
    )
    at = bakery.touches.get().at.astimezone(timezone.get_default_timezone())
    assert at.date() == date(2026, 5, 4)


def test_a_next_note_is_done_and_can_be_open_again(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    soon = timezone.localdate() + timedelta(days=1)
    touch = make_touch(bakery, paola, at=timezone.now(), step="Call about lights", step_on=soon)
    browser.post(address("finish_note", paola, touch.pk))
    assert "What comes next" not in page_of(browser, paola)
    undo_last(browser, bakery)
    assert "What comes next Call about lights" in page_of(browser, paola)


def test_what_an_import_brought_is_not_changed_by_hand(
    bakery: Business, browser: Visitor, paola: Person
) -> None:
    touch = make_touch(bakery, paola)
    made = bring(bakery, card("Luca Ferri", TEL="1234"))
    type(touch).objects.filter(pk=touch.pk).update(brought_by=made)
    assert browser.get(address("change_touch", paola, touch.pk)).status_code == 404


def test_a_no_stands_beside_call_and_write(paola: Person, browser: Visitor) -> None:
    browser.post(
        address("note_consent", paola), {"consent": "refused", "consent_note": "On the phone"}
    )
    paola.refresh_from_db()
    assert (paola.consent, paola.consent_on) == ("refused", timezone.localdate())
    page = page_of(browser, paola)
    assert page.index("Asked not to be contacted. On the phone") < page.index("Touches")
    assert "What did Paola say?" in words_of(browser.get(address("note_consent", paola)))


def test_whoever_is_left_out_can_be_taken_back_in(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    browser.post(address("leave_out_person", paola))
    assert not bakery.people.listed().exists()
    assert "They stand in no list" in page_of(browser, paola)
    browser.post(address("take_back_person", paola))
    assert bakery.people.listed().get() == paola


def test_where_they_are_known_from_and_somebody_else_taken_out(
    bakery: Business, browser: Visitor, paola: Person
) -> None:
    make_source(paola, mails=[["paola@rinaldi.example", "paola@rinaldi.example", ""]])
    other = make_source(paola, name="Paolo Rinaldi", phones=[["+391", "1", ""]])
    assert "there as “Paolo Rinaldi”" in page_of(browser, paola)
    question = words_of(browser.get(address("take_out_source", paola, other.pk)))
    assert "Paolo Rinaldi" in question
    answer = browser.post(address("take_out_source", paola, other.pk))
    made = bakery.people.get(name="Paolo Rinaldi")
    assert answer.headers["Location"] == address("person", made)


def test_a_joining_is_taken_apart_from_the_page(
    bakery: Business, browser: Visitor, paola: Person, anna: User
) -> None:
    twin = make_person(bakery, "P. Rinaldi")
    made = merging.merge(paola, twin, by=anna)
    assert "Joined with P. Rinaldi" in page_of(browser, paola)
    assert browser.get(address("person", twin)).headers["Location"] == address("person", paola)
    browser.post(reverse("take_person_apart", args=[bakery.slug, made.pk]))
    twin.refresh_from_db()
    assert twin.is_listed


def test_a_viewer_sees_everything_and_changes_nothing(
    paola: Person, bakery: Business, vera: User, client_of: Any
) -> None:
    make_touch(bakery, paola, text="Coffee")
    html = client_of(vera).get(address("person", paola)).content.decode()
    assert "Coffee" in html
    assert "Building manager" in html
    for name in ("correct_person", "note_touch", "tag_person", "erase_person", "add_way"):
        assert address(name, paola) not in html


def test_someone_of_another_business_is_not_there(
    garage: Business, browser: Visitor, bakery: Business
) -> None:
    theirs = make_person(garage)
    assert browser.get(reverse("person", args=[bakery.slug, theirs.pk])).status_code == 404


def test_hostile_words_stay_words(bakery: Business, browser: Visitor) -> None:
    evil = make_person(bakery, "<script>alert(1)</script>", note="<img src=x onerror=1>")
    touching.note_down(
        bakery, [evil], by=None, kind="note", at=timezone.now(), text="</p><script>1</script>"
    )
    html = browser.get(address("person", evil)).content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "</p><script>" not in html


def test_whoever_has_no_name_is_called_by_what_is_known(bakery: Business, browser: Visitor) -> None:
    nameless = make_person(bakery, "info@x.example", given="", family="", mail="info@x.example")
    assert "Whom info@x.example knows" in page_of(browser, nameless)


@pytest.mark.parametrize(
    ("given", "called"), [("Anna", "Anna"), ("R. A.", "R. A. Weber"), ("Karl M.", "Karl M.")]
)
def test_nobody_is_called_by_initials_alone(bakery: Business, given: str, called: str) -> None:
    assert make_person(bakery, f"{given} Weber", given=given).first_name == called


def test_the_history_says_firms_by_name(paola: Person, bakery: Business, browser: Visitor) -> None:
    browser.post(address("correct_person", paola), {"organisation": "Lights & Co"})
    page = words_of(browser.get(reverse("history", args=[bakery.slug])))
    assert "organisation: before: Studio Rinaldi → after: Lights &amp; Co" in page
    paola.correct(by=None, organisation=None)
    bakery.organisations.all().delete()
    page = words_of(browser.get(reverse("history", args=[bakery.slug])))
    assert "an organisation that is gone" in page


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "every day"), (7, "every week"), (10, "every 10 days"), (91, "every 3 months")],
)
def test_a_rhythm_is_said_as_people_say_it(days: int, said: str) -> None:
    assert every(days) == said


@pytest.mark.parametrize(
    ("kept", "today", "in_days", "turning"),
    [
        ("1976-02-29", date(2026, 2, 20), 8, 50),
        ("--12-31", date(2026, 12, 31), 0, None),
        ("2026-11-20", date(2026, 11, 1), 19, None),
    ],
)
def test_the_next_birthday_is_reckoned(
    kept: str, today: date, in_days: int, turning: int | None
) -> None:
    found = birthday(kept, today)
    assert found is not None
    assert (found.in_days, found.turning) == (in_days, turning)


def test_a_day_that_there_is_not_is_shown_as_it_is() -> None:
    found = birthday("1980-02-31", date(2026, 1, 1))
    assert found is not None
    assert (found.said, found.in_days) == ("1980-02-31", None)


def test_a_mistyped_change_of_a_touch_is_asked_for_again(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    touch = make_touch(bakery, paola, text="Coffee")
    page = words_of(browser.post(address("change_touch", paola, touch.pk), {"kind": "dance"}))
    assert "Change what you noted" in page


def test_a_tie_that_is_there_is_never_called_none(paola: Person, browser: Visitor) -> None:
    assert "None yet" in page_of(browser, paola)
    Person.objects.filter(pk=paola.pk).update(strength=0.02)
    words = page_of(browser, paola)
    assert "Weak" in words
    assert "None yet" not in words.partition("Keep in touch")[0]


@pytest.mark.parametrize(("days", "said"), [(3, "Next time by"), (-3, "Now is a good time")])
def test_a_day_gone_by_is_no_next_time(
    paola: Person, browser: Visitor, days: int, said: str
) -> None:
    due = timezone.localdate() + timedelta(days=days)
    Person.objects.filter(pk=paola.pk).update(due_on=due)
    words = page_of(browser, paola)
    assert said in words
    assert ("Next time by" in words) is (days > 0)
    Person.objects.filter(pk=paola.pk).update(consent="refused")
    assert said not in page_of(browser, paola), "whoever wants no contact is not to be reminded of"


def test_what_a_telephone_calls_a_number_is_said_in_ones_own_words(
    paola: Person, browser: Visitor, ben: User
) -> None:
    for place, label in enumerate(("CELL", "Reception")):
        paola.contact_points.create(
            business=paola.business, kind="phone", value=f"+3905155{place}", said=f"051 55{place}",
            label=label,
        )  # fmt: skip
    ben.language = "it"
    ben.save()
    words = page_of(browser, paola)
    assert "cellulare" in words
    assert "Reception" in words
