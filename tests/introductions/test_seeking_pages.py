"""Who can introduce me, as members see it; and what nobody sees that was not shared."""

from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passo.businesses.models import Business, User
from passo.introductions import sharing, understanding
from passo.introductions.models import Wish
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_asked, make_introduction
from tests.people_world import make_organisation, make_person, make_touch
from tests.world import Visitor, make_business, visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(db: None, dora: User) -> Business:
    return make_business("One Woman", owner=dora)


@pytest.fixture
def giulia(firm: Business) -> Person:
    coop = make_organisation(firm, "Coop Aurora")
    return known(firm, "Giulia Ferri", job_title="Facility manager", organisation=coop)


@pytest.fixture
def paola(firm: Business, giulia: Person) -> Person:
    person = known(firm, "Paola Rinaldi", 0.8)
    knows(person, giulia)
    return person


@pytest.fixture
def browser(client_of: Any, dora: User) -> Visitor:
    found: Visitor = client_of(dora)
    return found


def at(name: str, business: Business, *args: int, query: str = "") -> str:
    return reverse(name, args=[business.slug, *args]) + query


def test_the_page_draws_the_way_and_says_it_in_words(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    response = browser.get(at("who_introduces", firm, giulia.pk))
    page, told = unescape(response.content.decode()), words_of(response)
    assert 'aria-label="You, strong tie to Paola Rinaldi, strong tie to Giulia Ferri"' in page
    assert "Facility manager, Coop Aurora" in told
    assert "Paola and Giulia: 4 meetings together" in told
    assert "Maybe About 5 days" in told
    assert "Nothing noted between you and Paola yet." in told
    ask = f"{at('write_introduction', firm)}?target={giulia.pk}&broker={paola.pk}"
    assert ask in page
    assert browser.get(ask).status_code == 200
    assert "style=" not in page.partition("<main")[2].partition("</main>")[0]


def test_from_a_person_and_an_organisation_one_gets_there(
    browser: Visitor, firm: Business, giulia: Person
) -> None:
    person = browser.get(at("person", firm, giulia.pk)).content.decode()
    assert at("who_introduces", firm, giulia.pk) in person
    assert giulia.organisation
    there = browser.get(at("organisation", firm, giulia.organisation.pk)).content.decode()
    assert at("who_introduces_there", firm, giulia.organisation.pk) in there
    settings_page = browser.get(at("business_settings", firm)).content.decode()
    assert at("share_ties", firm) in settings_page


def test_who_is_known_needs_nobody(browser: Visitor, firm: Business, paola: Person) -> None:
    told = words_of(browser.get(at("who_introduces", firm, paola.pk)))
    assert "No introduction needed: write to Paola yourself." in told
    assert "Likely" not in told


def test_without_a_way_it_says_what_one_can_do(
    browser: Visitor, firm: Business, giulia: Person
) -> None:
    response = browser.get(at("who_introduces", firm, giulia.pk))
    assert "No way that Passo would propose now" in words_of(response)
    assert at("tell_tie", firm, giulia.pk) in response.content.decode()


def test_who_asked_not_to_be_contacted_is_met_through_nobody(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    giulia.change(by=None, what="note_consent", consent="refused")
    told = words_of(browser.get(at("who_introduces", firm, giulia.pk)))
    assert "Asked not to be contacted." in told
    assert "Paola" not in told


def test_what_was_asked_already_is_said(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    make_introduction(firm, giulia, broker=paola, state="asked")
    told = words_of(browser.get(at("who_introduces", firm, giulia.pk)))
    assert "You have asked Paola Rinaldi already." in told
    assert "Ask Paola" not in told


def test_who_has_introduced_us_is_named_and_nobody_is_said_to_be_unseen(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    today = timezone.localdate()
    made = make_asked(firm, by=firm.memberships.get().user, target=giulia, broker=paola)
    made.agree("broker", today=today)
    made.introduce(today, by=firm.memberships.get().user)
    told = words_of(browser.get(at("who_introduces", firm, giulia.pk)))
    assert "Paola Rinaldi has introduced you already." in told
    assert "A way that was asked is not proposed again" in told
    assert "Nobody of your people is seen" not in told
    assert giulia.organisation
    there = words_of(browser.get(at("who_introduces_there", firm, giulia.organisation.pk)))
    assert "A way that was asked is not proposed again" in there
    need = words_of(browser.get(at("find_introduction", firm, query="?q=Giulia+Ferri")))
    assert "No way that Passo would propose now" in need


def test_a_person_who_was_joined_leads_to_who_stays(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    firm.people.filter(pk=paola.pk).update(merged_into=giulia, is_listed=False)
    response = browser.get(at("who_introduces", firm, paola.pk))
    assert response.headers["Location"] == at("who_introduces", firm, giulia.pk)


def test_an_organisation_names_whom_one_would_meet(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    assert giulia.organisation
    told = words_of(browser.get(at("who_introduces_there", firm, giulia.organisation.pk)))
    assert "To the 1 person you know of there." in told
    assert "Paola Rinaldi Giulia Ferri" in told
    empty = make_organisation(firm, "Nobody's Firm")
    told = words_of(browser.get(at("who_introduces_there", firm, empty.pk)))
    assert "Add whom you would like to meet there." in told


def test_a_need_is_typed_as_one_says_it(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    told = words_of(browser.get(at("find_introduction", firm, query="?q=a+facility+manager")))
    assert "Giulia Ferri" in told
    assert "Through Paola Rinaldi" in told
    assert "Nobody fits these words yet" in words_of(
        browser.get(at("find_introduction", firm, query="?q=zzzz"))
    )
    for odd in ("", "?q=%00", "?q=%25%27", "?q=" + "a" * 900):
        assert browser.get(at("find_introduction", firm, query=odd)).status_code == 200


def test_guesses_are_called_so_and_stand_only_where_nobody_fits(
    browser: Visitor, firm: Business
) -> None:
    for name in ("Ada Riva", "Bea Sole", "Cleo Gatti", "Dino Villa"):
        known(firm, name, 0.5, job_title="Neighbour")
    understanding.understand(firm)
    told = words_of(browser.get(at("find_introduction", firm, query="?q=Wohnungsgenossenschaft")))
    assert "Nobody fits for sure" in told
    assert "3 who fit" not in told
    assert "Ada Riva" in told
    assert "Dino Villa" not in told
    known(firm, "Renato Tibaldi", 0.3, job_title="Cooperativa di abitazione")
    understanding.understand(firm)
    told = words_of(browser.get(at("find_introduction", firm, query="?q=Wohnungsgenossenschaft")))
    assert "1 who fits" in told
    assert "Renato Tibaldi" in told
    assert "Neighbour" not in told


def test_a_list_is_answered_line_by_line(
    browser: Visitor, firm: Business, giulia: Person, paola: Person
) -> None:
    make_person(firm, "Far Away")
    assert browser.get(at("reach_many", firm)).status_code == 200
    response = browser.post(
        at("reach_many", firm), {"people": "Giulia Ferri\nFar Away\n\nNobody <b>\n"}
    )
    told = words_of(response)
    assert "1 of 3 can be reached" in told
    assert "Giulia Ferri Paola Rinaldi You, strong tie to Paola Rinaldi" in told
    assert "Far Away no way yet" in told
    assert "not in Passo yet" in told
    assert "<b>\n" not in response.content.decode().split("<tbody>")[1]


def test_each_switches_their_own_ties_alone(
    client_of: Any, bakery: Business, ben: User, anna: User
) -> None:
    browser = client_of(ben)
    assert "do not take part" in words_of(browser.get(at("share_ties", bakery)))
    answer = browser.post(at("set_sharing", bakery), {"takes_part": "yes"}, follow=True)
    assert "Your ties take part." in words_of(answer)
    assert sharing.takes_part(bakery, ben)
    assert not sharing.takes_part(bakery, anna)
    browser.post(at("set_sharing", bakery))
    assert not sharing.takes_part(bakery, ben)
    assert bakery.sharings.count() == 1


def test_through_a_colleague_one_speaks_with_the_colleague_first(
    client_of: Any, bakery: Business, anna: User, ben: User
) -> None:
    paola, giulia = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Giulia Ferri")
    make_touch(bakery, paola, by=ben)
    knows(paola, giulia)
    sharing.decide(bakery, ben, takes_part=True)
    browser = client_of(anna)
    response = browser.get(at("who_introduces", bakery, giulia.pk))
    assert f"Speak with {ben.name}, who could ask Paola." in words_of(response)
    assert at("write_introduction", bakery) not in response.content.decode()
    told = words_of(browser.get(at("who_introduces", bakery, paola.pk)))
    assert f"{ben.name} knows Paola. Speak with each other first." in told


def test_who_may_only_look_is_not_invited_to_ask(
    firm: Business, bakery: Business, vera: User, client_of: Any
) -> None:
    paola, giulia = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Giulia Ferri")
    make_touch(bakery, paola, by=vera)
    knows(paola, giulia)
    response = client_of(vera).get(at("who_introduces", bakery, giulia.pk))
    assert "Paola Rinaldi" in words_of(response)
    assert at("write_introduction", bakery) not in response.content.decode()


def test_five_ways_take_no_more_questions_than_one(
    browser: Visitor,
    firm: Business,
    giulia: Person,
    paola: Person,
    django_assert_max_num_queries: Any,
) -> None:
    page = at("who_introduces", firm, giulia.pk)
    browser.get(page)
    for number in range(6):
        knows(known(firm, f"Friend {number}", 0.5), giulia)
    browser.get(page)
    with django_assert_max_num_queries(29):
        told = words_of(browser.get(page))
    assert "5 ways" in told


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    brought=st.lists(st.sampled_from(["anna", "ben", "vera"]), min_size=3, max_size=3),
    shares=st.sets(st.sampled_from(["anna", "ben", "vera"])),
    wishes=st.dictionaries(st.integers(0, 2), st.sampled_from(list(Wish.Kind)), max_size=2),
    asks=st.sampled_from(["anna", "ben", "vera"]),
)
def test_no_page_tells_of_a_tie_that_was_not_shared_or_of_a_wish(  # noqa: PLR0917 -- drawn
    bakery: Business,
    anna: User,
    ben: User,
    vera: User,
    brought: list[str],
    shares: set[str],
    wishes: dict[int, str],
    asks: str,
) -> None:
    """Three friends know Giulia, each brought by one member."""
    team = {"anna": anna, "ben": ben, "vera": vera}
    bakery.people.all().delete()
    bakery.sharings.all().delete()
    giulia = make_person(bakery, "Giulia Ferri")
    friends = [make_person(bakery, f"Friendly{number} Person") for number in range(3)]
    for number, friend in enumerate(friends):
        make_touch(bakery, friend, by=team[brought[number]])
        knows(friend, giulia)
    for number, kind in wishes.items():
        Wish.add(by=None, business=bakery, person=friends[number], kind=kind)
    for name in shares:
        sharing.decide(bakery, team[name], takes_part=True)
    browser = visitor(team[asks])
    pages = [
        browser.get(at("who_introduces", bakery, giulia.pk)),
        browser.get(at("find_introduction", bakery, query="?q=Giulia")),
        browser.post(at("reach_many", bakery), {"people": "Giulia Ferri"}),
    ]
    main = [page.content.decode().partition("<main")[2].partition("</main>")[0] for page in pages]
    text = " ".join(main)
    for number, friend in enumerate(friends):
        is_open = brought[number] in shares | {asks} and number not in wishes
        assert (friend.name in main[0]) == is_open
        assert is_open or friend.given not in text
    for name in set(team) - shares - {asks}:
        assert team[name].name not in text
