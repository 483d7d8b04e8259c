"""One opportunity: what each stone needs and what shows it, what the owner says, rest and end."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import climbing, reading
from passo.steps.models import Opportunity
from tests.people_world import make_import, make_organisation, make_person, make_touch
from tests.steps.path_world import address, undo_on
from tests.steps_world import TODAY, make_offer, make_opportunity, make_step
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def elisa(bakery: Business) -> Person:
    return make_person(bakery, "Elisa Corsi", organisation=make_organisation(bakery, "B&B Stefano"))


@pytest.fixture
def walk(bakery: Business, elisa: Person) -> Opportunity:
    return make_opportunity(bakery, elisa)


def page_of(browser: Visitor, walk: Opportunity) -> Any:
    return browser.get(address("opportunity", walk.business, walk.pk))


def send(browser: Visitor, name: str, walk: Opportunity, **values: Any) -> Any:
    return browser.post(address(name, walk.business, walk.pk), values, follow=True)


def test_each_stone_says_what_it_needs_and_what_shows_it_with_day_and_source(
    browser: Visitor,
    bakery: Business,
    walk: Opportunity,
) -> None:
    mailbox = make_import(bakery, "mailbox.mbox")
    touch = make_touch(
        bakery, walk.person, kind="mail", direction="in", subject="Which lamps?", days_ago=0
    )
    bakery.touches.filter(pk=touch.pk).update(brought_by=mailbox)
    reading.read_again(bakery, [walk])
    page = page_of(browser, walk)
    told = words_of(page)
    assert "You have talked about what they need, not about you." in told
    assert "They came to you. Which lamps? (mailbox.mbox) Friday 20 November" in told
    assert "It looks like Interest by now." in told
    link = page.content.decode().split("Which lamps?")[0].rsplit('href="', 1)[1].split('"')[0]
    there = browser.get(link.replace("&amp;", "&"))
    assert f'id="touch-{touch.pk}"' in there.content.decode()


def test_a_skipped_stone_has_a_small_step_that_can_be_taken_and_taken_back(
    browser: Visitor,
    bakery: Business,
    walk: Opportunity,
    ben: User,
) -> None:
    walk.move(4, by=ben)
    told = words_of(page_of(browser, walk))
    assert "No dialogue yet: you have not talked." in told
    assert "Call Elisa and listen for five minutes" in told
    page = send(browser, "take_step", walk, stage=3)
    step = bakery.steps.get()
    assert (step.verb, step.minutes, step.opportunity, step.added_by) == ("call", 6, walk, ben)
    assert step.because == "No dialogue yet: you have not talked."
    assert "It is among your steps." in words_of(page)
    undo_on(browser, page)
    assert not bakery.steps.exists()


def test_the_step_that_leads_on_is_taken_with_one_press(
    browser: Visitor,
    bakery: Business,
    walk: Opportunity,
) -> None:
    assert "Take this step" in words_of(page_of(browser, walk))
    send(browser, "take_step", walk, stage=1)
    assert bakery.steps.get().words == "Read for five minutes what Elisa cares about"


def test_what_the_owner_says_shows_a_stage_and_is_taken_back(
    browser: Visitor,
    walk: Opportunity,
) -> None:
    page = send(browser, "say_stage", walk, stage=6, words="She gave me her keys")
    assert "Kept: Trust, by your word." in words_of(page)
    assert "You said so. “ She gave me her keys ”" in words_of(page)
    page = send(browser, "unsay_stage", walk, stage=6)
    assert not walk.evidence.exists()
    undo_on(browser, page)
    assert walk.evidence.get().words == "She gave me her keys"


def test_what_is_said_wrongly_is_refused_in_words(
    browser: Visitor,
    walk: Opportunity,
) -> None:
    for name, values in (
        ("say_stage", {"stage": 9, "words": "x"}),
        ("say_stage", {"stage": 3, "words": "x" * 301}),
        ("unsay_stage", {"stage": "none"}),
        ("take_step", {"stage": ""}),
    ):
        answer = browser.post(address(name, walk.business, walk.pk), values)
        assert answer.status_code == 409, name
    assert not walk.evidence.exists()


def test_they_want_clients_first_is_a_mark_with_advice(
    browser: Visitor,
    walk: Opportunity,
) -> None:
    page = send(browser, "mark_clients_first", walk, is_so="yes")
    assert "Offer one small thing with a price" in words_of(page)
    assert "They want clients first" in words_of(browser.get(address("path", walk.business)))
    undo_on(browser, page)
    assert "Offer one small thing" not in words_of(page_of(browser, walk))


def test_it_rests_until_a_day_and_goes_on(
    browser: Visitor,
    walk: Opportunity,
) -> None:
    until = timezone.localdate() + timedelta(days=40)
    page = send(browser, "rest_opportunity", walk, until=until.isoformat(), reason="The season")
    told = words_of(page)
    assert "Elisa rests." in told
    assert "Rests until" in told
    assert "The season" in told
    page = send(browser, "go_on", walk)
    walk.refresh_from_db()
    assert (walk.state, walk.resting_until) == ("open", None)
    undo_on(browser, page)
    walk.refresh_from_db()
    assert (walk.state, walk.resting_until) == ("resting", until)


@pytest.mark.parametrize("until", ["2020-01-01", "9999-12-31", "soon"])
def test_a_day_that_cannot_be_is_explained_beside_the_field(
    browser: Visitor,
    walk: Opportunity,
    until: str,
) -> None:
    answer = browser.post(address("rest_opportunity", walk.business, walk.pk), {"until": until})
    assert answer.status_code == 422
    assert "field-error" in answer.content.decode()
    walk.refresh_from_db()
    assert walk.state == "open"


def test_it_ends_with_a_reason_and_not_without(
    browser: Visitor,
    walk: Opportunity,
) -> None:
    answer = browser.post(address("close_opportunity", walk.business, walk.pk), {"reason": " "})
    assert (answer.status_code, "Please fill this in." in words_of(answer)) == (422, True)
    page = send(browser, "close_opportunity", walk, reason="The shop closed")
    assert "It has ended. The shop closed" in words_of(page)
    undo_on(browser, page)
    walk.refresh_from_db()
    assert walk.state == "open"


def test_what_it_is_about_can_be_said(browser: Visitor, walk: Opportunity) -> None:
    page = send(browser, "say_about", walk, purpose="Night lights")
    assert "Night lights" in words_of(page)
    answer = browser.post(address("say_about", walk.business, walk.pk), {"purpose": "x" * 201})
    assert answer.status_code == 422


def test_the_years_tell_of_climbs_and_of_small_things_taken_care_of(
    browser: Visitor,
    bakery: Business,
    walk: Opportunity,
    ben: User,
) -> None:
    walk.move(7, by=ben)
    walk.move(6, by=ben)
    offer = make_offer(
        bakery, walk.person, opportunity=walk, promise="A check-up", hours=Decimal(1)
    )
    delivered = {"state": "delivered", "delivered_on": TODAY - timedelta(days=400)}
    said = {"value_words": "No more dark stairs"}
    bakery.offers.filter(pk=offer.pk).update(**delivered, **said)
    make_step(bakery, walk.person, opportunity=walk, words="Send the price").finish(by=ben)
    climbing.add_evidence(walk, "talked", on=TODAY - timedelta(days=800), key="one")
    told = words_of(page_of(browser, walk))
    after = told[told.index("Over the years") :]
    for words in (
        "From Introduction to Client",
        "From Client to Trust",
        "Delivered: A check-up. “No more dark stairs”",
        "Send the price",
        "Passo met it at: Introduction",
    ):
        assert words in after
    assert after.index("2025") < after.index("2024")


def test_a_client_keeps_climbing(browser: Visitor, walk: Opportunity, ben: User) -> None:
    walk.move(7, by=ben)
    told = words_of(page_of(browser, walk))
    assert "A client keeps climbing" in told
    assert "Offer Elisa another small thing" in told


def test_a_proposal_is_shown_as_one(browser: Visitor, bakery: Business) -> None:
    walk = make_opportunity(bakery, state="proposed")
    assert "Passo proposes to walk with them." in words_of(page_of(browser, walk))
    declined = make_opportunity(bakery, make_person(bakery, "Elisa Corsi"), state="declined")
    assert "You did not want it." in words_of(page_of(browser, declined))
    send(browser, "go_on", declined)
    declined.refresh_from_db()
    assert declined.state == "open"


def test_whoever_may_only_look_finds_no_deed(client_of: Any, vera: User, walk: Opportunity) -> None:
    walk.move(4, by=None)
    text = page_of(client_of(vera), walk).content.decode()
    assert "No dialogue yet" in text
    inside = text[text.index("<main") : text.index("</main>")]
    assert "<form" not in inside


def test_a_page_asks_the_same_however_much_passed(
    browser: Visitor,
    bakery: Business,
    walk: Opportunity,
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(20):
        touch = make_touch(bakery, walk.person, days_ago=number)
        climbing.add_evidence(walk, "talked", on=TODAY, key=str(number), touch=touch)
        make_step(bakery, walk.person, opportunity=walk)
    with django_assert_max_num_queries(26):
        page_of(browser, walk)


def test_from_a_person_to_where_they_stand(
    browser: Visitor,
    bakery: Business,
    walk: Opportunity,
) -> None:
    there = reverse("person_path", args=[bakery.slug, walk.person_id])
    assert browser.get(there).headers["Location"] == address("opportunity", bakery, walk.pk)
    told = words_of(browser.get(f"{there}?new=1"))
    assert "Begin something else" in told


def test_one_begins_by_hand_as_far_as_what_passed_shows(
    browser: Visitor,
    bakery: Business,
    elisa: Person,
) -> None:
    make_touch(bakery, elisa, kind="visit", direction="both")
    there = reverse("person_path", args=[bakery.slug, elisa.pk])
    page = browser.get(there)
    assert "You are not walking with them yet." in words_of(page)
    assert '<option value="3" selected>' in page.content.decode()
    page = browser.post(f"{there}begin/", {"purpose": "Lamps", "stage": 3}, follow=True)
    walk = bakery.opportunities.get()
    assert (walk.stage, walk.began, walk.purpose, walk.organisation) == (
        3,
        3,
        "Lamps",
        elisa.organisation,
    )
    assert walk.evidence.count() == 2
    browser.post(f"{there}begin/", {"purpose": "A kitchen", "stage": 1})
    assert bakery.opportunities.count() == 2
    both = words_of(browser.get(there))
    assert "Lamps" in both
    assert "A kitchen" in both
    undo_on(browser, page)
    assert [one.purpose for one in bakery.opportunities.all()] == ["A kitchen"]


def test_what_is_begun_wrongly_comes_back_with_what_is_wrong(
    browser: Visitor,
    bakery: Business,
    elisa: Person,
) -> None:
    begin = reverse("begin_path", args=[bakery.slug, elisa.pk])
    answer = browser.post(begin, {"purpose": "x" * 300, "stage": 12})
    assert answer.status_code == 422
    assert answer.content.decode().count("field-error") == 2
    assert not bakery.opportunities.exists()


def test_whoever_was_joined_leads_to_the_one_that_stays(
    browser: Visitor,
    bakery: Business,
    elisa: Person,
) -> None:
    gone = make_person(bakery, "E. Corsi", merged_into=elisa)
    answer = browser.get(reverse("person_path", args=[bakery.slug, gone.pk]))
    assert answer.headers["Location"] == reverse("person_path", args=[bakery.slug, elisa.pk])
    assert browser.post(reverse("begin_path", args=[bakery.slug, gone.pk])).status_code == 404


def test_the_page_of_a_person_leads_to_where_they_stand(
    browser: Visitor, client_of: Any, vera: User, bakery: Business, walk: Opportunity
) -> None:
    there = reverse("person", args=[bakery.slug, walk.person_id])
    assert "On the path: Introduction" in words_of(browser.get(there))
    other = make_person(bakery, "Luca Ferri")
    there = reverse("person", args=[bakery.slug, other.pk])
    assert "Begin to walk with them" in words_of(browser.get(there))
    assert "Begin to walk with them" not in words_of(client_of(vera).get(there))


def test_its_page_leads_to_an_offer_and_to_a_step_of_ones_own(
    browser: Visitor, client_of: Any, vera: User, bakery: Business, walk: Opportunity
) -> None:
    walk.move(3, by=None)
    offer, step = f"?opportunity={walk.pk}", f"?person={walk.person_id}"
    links = page_of(browser, walk).text
    assert f'{address("new_offer", bakery)}{offer}"' in links
    assert f'{address("add_step", bakery)}{step}"' in links
    assert "Write the offer" in links
    seen = page_of(client_of(vera), walk).text
    assert offer not in seen
    assert step not in seen


def test_its_page_names_its_offers_and_who_has_the_next_step(
    browser: Visitor, bakery: Business, walk: Opportunity, ben: User
) -> None:
    offer = make_offer(bakery, walk.person, opportunity=walk, promise="One lamp for a week")
    step = make_step(bakery, walk.person, opportunity=walk, handed_to=ben)
    page = page_of(browser, walk)
    assert "One lamp for a week" in words_of(page)
    assert address("offer", bakery, offer.pk) in page.text
    assert reverse("step", kwargs={"slug": bakery.slug, "step_id": step.pk}) in page.text
    assert f"{step.words}" in words_of(page)
    assert ben.name in words_of(page)
    there = words_of(browser.get(address("offer", bakery, offer.pk)))
    assert f"On the path: {walk.where.label}" in there


def test_a_step_that_raises_a_rule_is_written_down_already(
    browser: Visitor, bakery: Business, walk: Opportunity
) -> None:
    page = page_of(browser, walk)
    here = f"{address('add_step', bakery)}?person={walk.person_id}&amp;rule=contribution"
    assert here in page.text
    form = browser.get(here.replace("&amp;", "&")).text
    assert "Send Elisa something useful, and ask for nothing" in form
    strange = browser.get(f"{address('add_step', bakery)}?rule=contribution&person=x").text
    assert "something useful" not in strange
