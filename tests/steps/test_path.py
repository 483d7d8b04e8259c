"""The path as members see it: who stands where, narrowed, paged, moved along and taken back."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.steps import climbing, path
from passo.steps.models import Opportunity
from tests.people_world import make_organisation, make_person
from tests.steps.path_world import address, undo_on
from tests.steps_world import TODAY, make_opportunity, make_step
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def luca(bakery: Business) -> Opportunity:
    firm = make_organisation(bakery, "Hotel Galliera")
    person = make_person(bakery, "Luca Marchetti", organisation=firm)
    walk = make_opportunity(bakery, person, organisation=firm, stage=3, began=3)
    climbing.add_evidence(walk, "offered", on=TODAY, key="one", words="Check-up for 95")
    return walk


def page_of(browser: Visitor, business: Business, query: str = "", **options: Any) -> str:
    return words_of(browser.get(address("path", business) + query, **options))


def stand_still(walk: Opportunity, days: int) -> None:
    moment = timezone.now() - timedelta(days=days)
    Opportunity.objects.filter(pk=walk.pk).update(moved_at=moment)


def test_a_card_says_who_where_why_and_what_comes_next(
    browser: Visitor, bakery: Business, luca: Opportunity
) -> None:
    told = page_of(browser, bakery)
    assert "1 person you are walking with" in told
    leads_on = "Agree with Luca on the day of the small offer"
    for words in ("Luca Marchetti", "Hotel Galliera", "Check-up for 95", leads_on):
        assert words in told
    assert "Looks like Small offer by now" in told
    make_step(bakery, luca.person, words="Send the price", on=TODAY + timedelta(days=1))
    response = browser.get(address("path", bakery))
    told = words_of(response)
    assert "Send the price 21 Nov" in told
    assert leads_on not in told
    assert "is-next" in response.content.decode()


def test_a_step_about_one_way_is_not_that_of_another(
    browser: Visitor, bakery: Business, luca: Opportunity
) -> None:
    make_opportunity(bakery, luca.person, purpose="Night lights")
    make_step(bakery, luca.person, opportunity=luca, words="Send the price")
    told = page_of(browser, bakery)
    assert told.count("Send the price") == 1
    assert "Read for five minutes what Luca cares about" in told


def test_a_stage_that_was_stepped_over_is_marked_and_explained(
    browser: Visitor, bakery: Business, luca: Opportunity, ben: User
) -> None:
    assert "Skipped a stone" not in page_of(browser, bakery)
    luca.move(5, by=ben)
    told = page_of(browser, bakery)
    assert "1 person skipped a stone." in told
    assert "No dialogue yet: you have not talked." in told
    make_opportunity(bakery, make_person(bakery, "Elisa Corsi"))
    told = page_of(browser, bakery, "?show=skipped")
    assert "Luca Marchetti" in told
    assert "Elisa Corsi" not in told


def test_who_moves_and_who_is_stuck(browser: Visitor, bakery: Business, luca: Opportunity) -> None:
    other = make_opportunity(bakery, make_person(bakery, "Elisa Corsi"))
    stand_still(other, 31)
    for show, seen, unseen in (
        ("moving", "Luca Marchetti", "Elisa Corsi"),
        ("stuck", "Elisa Corsi", "Luca Marchetti"),
    ):
        told = page_of(browser, bakery, f"?show={show}")
        assert seen in told
        assert unseen not in told


def test_who_rests_and_what_has_ended_have_views_of_their_own(
    browser: Visitor, bakery: Business, luca: Opportunity, ben: User
) -> None:
    other = make_opportunity(bakery, make_person(bakery, "Elisa Corsi"))
    luca.rest(None, by=ben)
    other.close("She moved away", by=ben)
    told = page_of(browser, bakery)
    assert "Luca Marchetti" not in told
    assert "Elisa Corsi" not in told
    assert "Luca Marchetti" in page_of(browser, bakery, "?show=resting")
    assert "Elisa Corsi" in page_of(browser, bakery, "?show=ended")


def test_a_column_is_cut_and_leads_to_all_of_its_stage(browser: Visitor, bakery: Business) -> None:
    for number in range(path.CARDS + path.PAGE):
        walk = make_opportunity(
            bakery, make_person(bakery, f"Person {number:02}"), stage=2, began=2
        )
        stand_still(walk, number)
    told = page_of(browser, bakery)
    assert f"{path.PAGE} more" in told
    assert "Person 04" in told
    assert "Person 05" not in told
    first = browser.get(address("path", bakery) + "?stage=interest")
    assert first.content.decode().count('class="card walk') == path.PAGE
    later = re.search(r'href="(\?[^"]+)" rel="next"', first.content.decode())
    assert later
    second = browser.get(address("path", bakery) + html.unescape(later[1]))
    assert "Person 34" in words_of(second)
    assert "Person 29" not in words_of(second)
    earlier = re.search(r'href="(\?[^"]+)" rel="prev"', second.content.decode())
    assert earlier
    again = browser.get(address("path", bakery) + html.unescape(earlier[1]))
    assert "Person 29" in words_of(again)
    assert 'rel="next"' in again.content.decode()


def test_a_stage_without_anybody_says_so(browser: Visitor, bakery: Business) -> None:
    assert "Nobody here" in page_of(browser, bakery, "?stage=trust&show=stuck")


def test_a_move_is_said_and_taken_back(
    browser: Visitor, bakery: Business, luca: Opportunity
) -> None:
    page = browser.post(
        address("move_opportunity", bakery, luca.pk),
        {"stage": 4, "next": address("path", bakery)},
        follow=True,
    )
    told = words_of(page)
    assert "Luca Marchetti stands at Small offer now. No dialogue yet" in told
    assert page.redirect_chain[-1][0] == address("path", bakery)
    undo_on(browser, page)
    luca.refresh_from_db()
    assert (luca.stage, luca.climbs.count()) == (3, 0)


def test_a_card_that_is_dropped_brings_back_the_path_as_it_was_looked_at(
    browser: Visitor, bakery: Business, luca: Opportunity
) -> None:
    move = address("move_opportunity", bakery, luca.pk)
    answer = browser.post(move, {"stage": 4, "show": "moving"}, headers=PART)
    text = answer.content.decode()
    assert "<html" not in text
    assert 'hx-swap-oob="true"' in text
    assert "stands at Small offer now" in words_of(answer)
    assert re.search(r'show=moving" aria-current="page"', text)
    again = browser.post(move, {"stage": 4}, headers=PART)
    assert "Nothing was different." in words_of(again)


@pytest.mark.parametrize("stage", ["", "0", "8", "-1", "three", "9" * 40, "3\0", "٣"])
def test_a_stage_that_is_not_there_is_refused_in_words(
    browser: Visitor, bakery: Business, luca: Opportunity, stage: str
) -> None:
    answer = browser.post(address("move_opportunity", bakery, luca.pk), {"stage": stage})
    luca.refresh_from_db()
    if answer.status_code == 302:  # a digit of another script is a digit
        assert luca.stage == 3
    else:
        assert (answer.status_code, luca.stage) == (409, 3)
        assert "There is no such stage." in words_of(answer)


@pytest.mark.parametrize(
    "query",
    [
        "?show=<script>",
        "?stage=nowhere",
        "?stage=trust&after=%00",
        "?stage=trust&after=2026-99-99~1",
        "?stage=trust&before=~",
        f"?stage=trust&after=2026-01-01T00:00:00Z~{2**70}",
        "?show=stuck&stage=client&before=0001-01-01T00:00:00Z~1",
    ],
)
def test_an_address_changed_by_hand_breaks_nothing(
    browser: Visitor, bakery: Business, luca: Opportunity, query: str
) -> None:
    assert browser.get(address("path", bakery) + query).status_code == 200


def test_a_name_is_shown_as_words(browser: Visitor, bakery: Business) -> None:
    make_opportunity(bakery, make_person(bakery, "<b>Eve</b>"), purpose="<script>alert(1)</script>")
    assert "<script>alert(1)" not in browser.get(address("path", bakery)).content.decode()


def test_whoever_may_only_look_sees_the_path_and_no_way_to_move(
    client_of: Any, vera: User, bakery: Business, luca: Opportunity
) -> None:
    browser = client_of(vera)
    text = browser.get(address("path", bakery)).content.decode()
    assert "Luca Marchetti" in text
    for handle in ('draggable="true"', "data-may-move", "data-moves", "move-walk"):
        assert handle not in text
    answer = browser.post(address("move_opportunity", bakery, luca.pk), {"stage": 4})
    assert answer.status_code == 403


def test_an_empty_path_says_what_happens_next(
    browser: Visitor, client_of: Any, vera: User, bakery: Business
) -> None:
    told = page_of(browser, bakery)
    assert "Nobody is on the path yet" in told
    assert "Bring in what you have" in told
    assert "Bring in what you have" not in page_of(client_of(vera), bakery)
    make_opportunity(bakery, state="proposed")
    told = page_of(browser, bakery)
    assert "Passo has found people worth walking with." in told
    assert "Passo proposes" not in told, "the same is not said twice"
    make_opportunity(bakery)
    assert "Passo proposes 1 person to walk with." in page_of(browser, bakery)


def test_the_path_asks_the_same_whoever_stands_on_it(
    browser: Visitor, bakery: Business, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        person = make_person(bakery, f"Person {number}")
        walk = make_opportunity(bakery, person, stage=1 + number % 7, began=1)
        climbing.add_evidence(walk, "talked", on=TODAY, key="one")
        make_step(bakery, person, opportunity=walk)
    with django_assert_max_num_queries(23):
        browser.get(address("path", bakery))
    with django_assert_max_num_queries(15):
        browser.get(address("path", bakery) + "?stage=dialogue")


def test_the_path_stands_beside_today(browser: Visitor, bakery: Business) -> None:
    text = browser.get(address("today", bakery)).content.decode()
    names = re.findall(r'data-shortcut="(\w+)"', text)
    assert names[:5] == ["today", "path", "people", "introductions", "offers"]


def test_mine_are_those_i_moved_last_or_have_a_step_with(
    client_of: Any, bakery: Business, anna: User, ben: User
) -> None:
    names = ["Ada Moved", "Bea Handed", "Cora Noted", "Dea Others"]
    moved, handed, noted, others = (
        make_opportunity(bakery, make_person(bakery, name)) for name in names
    )
    for one in (moved, others):
        one.move(2, by=anna)
    moved.move(3, by=ben)
    make_step(bakery, handed.person, handed_to=ben)
    make_step(bakery, noted.person, added_by=ben)
    make_step(bakery, others.person, added_by=ben, handed_to=anna)
    mine = words_of(client_of(ben).get(address("path", bakery) + "?show=mine"))
    assert [name for name in names if name in mine] == names[:3]
    assert "?show=mine" in client_of(ben).get(address("path", bakery)).text


def test_whoever_works_alone_is_not_asked_which_are_mine(client_of: Any, garage: Business) -> None:
    make_opportunity(garage)
    owner = garage.owners().first().user
    assert "?show=mine" not in client_of(owner).get(address("path", garage)).text
