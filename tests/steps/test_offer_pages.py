"""The owner's pages of small offers: library, editor, sending, delivery, worth."""

import html
import re
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import offer_examples, offers
from passo.steps.models import Offer
from tests.people_world import make_person
from tests.steps.offer_world import at, in_days, make_sent, passed, today, typed, undo_on
from tests.steps_world import make_offer, make_opportunity
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db
LINK = re.compile(r'value="(http://testserver/offer/[\w-]{43}/)"')


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example", phone="051 555 0142")


def latest(business: Business) -> Offer:
    found = business.offers.order_by("-pk").first()
    assert found
    return found


def test_an_empty_library_shows_three_examples_of_the_trade(
    browser: Visitor, bakery: Business
) -> None:
    told = words_of(browser.get(at("offers", bakery)))
    assert "A box to taste, for four people" in told
    assert told.count("Begin with this") == 3


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Wir machen Elektrik in alten Häusern", "lines"),
        ("Arredo giardini e terrazzi", "one-bed"),
        ("Asesoría para autónomos", "one-paper"),
        ("We build websites people like", "one-page"),
        ("Reformas y construcción", "one-room"),
        ("We repair clocks", "trial"),
        ("", "trial"),
    ],
)
def test_examples_follow_the_sentence_in_four_languages(sentence: str, key: str) -> None:
    found = offer_examples.examples_for(Business(name="Verdi", sentence=sentence))
    assert key in {one.key for one in found}
    assert len(found) == 3


def test_an_example_stands_in_the_editor_ready_to_be_changed(
    browser: Visitor, bakery: Business
) -> None:
    page = browser.get(at("new_offer", bakery) + "?example=one-menu").content.decode()
    assert 'value="A menu for one evening, tried beforehand"' in page
    assert f'value="{in_days(14).isoformat()}"' in page
    assert browser.get(at("new_offer", bakery) + "?example=nowhere").status_code == 200


def test_one_is_written_for_the_library_and_stands_there(
    browser: Visitor, bakery: Business
) -> None:
    response = browser.post(at("new_offer", bakery), typed(price="1.250,50"), follow=True)
    offer = latest(bakery)
    assert (offer.price_cents, offer.cost_cents, offer.person) == (125050, 850, None)
    assert offer.scope == "Every fuse measured\nNot in it: repairs"
    browser.post(undo_on(response))
    assert not bakery.offers.exists()
    browser.post(at("new_offer", bakery), typed())
    told = words_of(browser.get(at("offers", bakery)))
    for words in ("Your meter room checked", "€95", "2 h", "Sent 0", "€86.50", "€43 an hour"):
        assert words in told, told


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"promise": ""}, "One sentence is enough"),
        ({"promise": "x" * 161}, "Please shorten this to 160 letters"),
        ({"promise": "a\u202eb"}, "signs in it that nobody can see"),
        ({"scope": "a\u202eb"}, "signs in it that nobody can see"),
        ({"scope": "x\n" * 25}, "fewer lines"),
        ({"scope": "x" * 1201}, "1200 letters"),
        ({"price": ""}, "Please write one price"),
        ({"price": "ninety"}, "in digits"),
        ({"price": "-5"}, "without a minus"),
        ({"price": "9" * 15}, "a digit too many"),
        ({"price": "9.555"}, "without dots and commas"),
        ({"hours": "two"}, "such as 2"),
        ({"hours": "."}, "such as 2"),
        ({"hours": "9999"}, "a digit too many"),
        ({"valid_until": "2020-01-01"}, "That day is over"),
        ({"valid_until": "soon"}, "choose a day"),
        ({"cost": "x"}, "in digits"),
    ],
)
def test_a_slip_is_said_in_plain_words_and_nothing_is_lost(
    browser: Visitor, bakery: Business, values: dict[str, str], sentence: str
) -> None:
    response = browser.post(at("new_offer", bakery), typed(**values))
    assert sentence in html.unescape(words_of(response))
    assert not bakery.offers.exists()


@pytest.mark.parametrize(
    ("said", "hours"),
    [("1,5", "1.50"), ("1:30", "1.50"), (" 2 ", "2.00"), ("", "0"), (".5", "0.50")],
)
def test_hours_are_typed_as_one_likes(
    browser: Visitor, bakery: Business, said: str, hours: str
) -> None:
    browser.post(at("new_offer", bakery), typed(hours=said))
    assert str(latest(bakery).hours) in {hours, f"{hours}.00"}


def test_advice_never_stands_in_the_way(browser: Visitor, bakery: Business) -> None:
    large = typed(promise="All of it; and more", hours="40", valid_until="", price="9000")
    told = words_of(browser.post(at("check_offer", bakery), large))
    for words in ("two promises", "40 hours", "With a last day"):
        assert words in told
    assert not bakery.offers.exists(), "looking keeps nothing"
    browser.post(at("new_offer", bakery), large)
    assert latest(bakery).hours == 40


def test_advice_speaks_of_what_can_be_read_already(browser: Visitor, bakery: Business) -> None:
    told = words_of(browser.post(at("check_offer", bakery), {"hours": "7", "price": "?"}))
    assert "7 hours" in told


def test_an_offer_is_changed_until_it_is_sent(
    browser: Visitor, bakery: Business, paola: Person, ben: User
) -> None:
    offer = make_offer(bakery, paola)
    page = browser.get(at("edit_offer", bakery, offer)).content.decode()
    assert 'value="€95"' in page
    response = browser.post(at("edit_offer", bakery, offer), typed(price="80"), follow=True)
    assert passed(offer).price_cents == 8000
    browser.post(undo_on(response))
    assert passed(offer).price_cents == 9500
    passed(offer).send(by=ben, today=today())
    answer = browser.post(at("edit_offer", bakery, offer), typed())
    assert answer.status_code == 409
    assert "has been sent" in words_of(answer)


def test_it_is_written_for_somebody_from_their_way(
    browser: Visitor, bakery: Business, paola: Person
) -> None:
    walk = make_opportunity(bakery, paola, stage=3)
    address = f"{at('new_offer', bakery)}?opportunity={walk.pk}"
    assert "A small offer for Paola Rinaldi" in words_of(browser.get(address))
    browser.post(address, typed())
    assert (latest(bakery).person, latest(bakery).opportunity) == (paola, walk)
    browser.post(f"{at('new_offer', bakery)}?person={paola.pk}", typed())
    assert (latest(bakery).person, latest(bakery).opportunity) == (paola, None)


@pytest.mark.parametrize("query", ["person", "opportunity"])
def test_nobody_of_the_next_business_is_named(
    browser: Visitor, bakery: Business, garage: Business, query: str
) -> None:
    person = make_person(garage, "Gino Verdi")
    pk = {"person": person.pk, "opportunity": make_opportunity(garage, person).pk}[query]
    assert browser.get(f"{at('new_offer', bakery)}?{query}={pk}").status_code == 404
    offer = make_offer(bakery)
    chosen = browser.post(at("offer_for_whom", bakery, offer), {"person": person.pk})
    assert chosen.status_code == 404
    assert "Gino" not in words_of(browser.get(at("offer_for_whom", bakery, offer) + "?q=Gino"))


@pytest.mark.parametrize("said", ["x", "٣", "9" * 40, "-1"])
def test_a_strange_number_in_the_address_is_nobody(
    browser: Visitor, bakery: Business, said: str
) -> None:
    assert browser.get(f"{at('new_offer', bakery)}?person={said}").status_code in {200, 404}
    chosen = browser.post(at("offer_for_whom", bakery, make_offer(bakery)), {"person": said})
    assert chosen.status_code in {404, 409}


def test_somebody_after_the_thousandth_gets_an_offer_too(
    client_of: Any, anna: User, bakery: Business
) -> None:
    """On a page that writes 12.345 for a number, the number that names them has no dot."""
    anna.language = "de"
    anna.save()
    visitor = client_of(anna)
    make_opportunity(bakery, make_person(bakery, "Vera Tardi", pk=12_345), stage=3)
    page = visitor.get(at("offer_for_whom", bakery, make_offer(bakery)))
    assert 'name="person" value="12345"' in page.content.decode()


def test_one_of_the_library_goes_to_whoever_is_ready(
    browser: Visitor, bakery: Business, paola: Person
) -> None:
    offer = make_offer(bakery)
    make_opportunity(bakery, paola, stage=3)
    make_person(bakery, "Luca Ferri")
    address = at("offer_for_whom", bakery, offer)
    assert "Paola Rinaldi" in words_of(browser.get(address))
    assert "Luca Ferri" not in words_of(browser.get(address))
    found = browser.get(f"{address}?q=luca", headers={"HX-Request": "true"})
    assert "Luca Ferri" in words_of(found)
    assert "<html" not in found.content.decode()
    assert "Nobody here" in words_of(browser.get(f"{address}?q=zzz"))
    response = browser.post(address, {"person": paola.pk}, follow=True)
    made = latest(bakery)
    assert (made.person, made.made_from, made.state) == (paola, offer, "draft")
    browser.post(undo_on(response))
    assert latest(bakery) == offer


def test_to_choose_for_whom_follows_the_editor(browser: Visitor, bakery: Business) -> None:
    response = browser.post(at("new_offer", bakery), typed(choose="yes"))
    assert response.headers["Location"] == at("offer_for_whom", bakery, latest(bakery))


def test_an_owner_says_what_an_hour_costs_and_profits_follow(
    client_of: Any, anna: User, bakery: Business
) -> None:
    browser, address = client_of(anna), at("offer_yardstick", bakery)
    make_offer(bakery)
    browser.post(address, {"hour": "40", "job": ""})
    assert offers.hour_cents(bakery) == 4000
    assert 'value="€40"' in browser.get(address).content.decode()
    assert "Leaves €15" in words_of(browser.get(at("offers", bakery)))
    assert "in digits" in words_of(browser.post(address, {"hour": "x"}))


def test_a_viewer_sees_what_there_is_and_no_button(
    client_of: Any, vera: User, bakery: Business, paola: Person
) -> None:
    browser = client_of(vera)
    offer = make_offer(bakery, paola)
    make_offer(bakery)
    for page in (at("offers", bakery), at("offer", bakery, offer)):
        text = browser.get(page).content.decode()
        assert offer.promise in text
        assert 'action="/b/bianchi-bakery/offers' not in text
        assert "Write one" not in text


def test_hostile_words_stay_words_on_every_page(
    browser: Visitor, bakery: Business, ben: User
) -> None:
    evil = '"><script>alert(1)</script>{{ 7|add:7 }}%(x)s'
    person = make_person(bakery, evil)
    make_opportunity(bakery, person, stage=3)
    kept = make_offer(bakery, promise=evil, scope=evil)
    sent, _token = make_sent(bakery, person, by=ben, promise=evil, scope=evil)
    done, _other = make_sent(bakery, person, by=ben, promise=evil)
    done.deliver(today(), by=ben)
    done.value(evil, by=ben)
    pages = [at("offers", bakery), at("edit_offer", bakery, kept)]
    pages += [at("offer_for_whom", bakery, kept)]
    pages += [at("offer", bakery, one) for one in (kept, sent, done)]
    answers = [browser.get(page) for page in pages]
    answers.append(browser.post(at("send_offer", bakery, sent)))
    for answer in answers:
        text = answer.content.decode()
        assert answer.status_code == 200
        assert "<script>alert" not in text
        assert "&lt;script&gt;" in text


def test_there_are_as_many_questions_for_many_offers_as_for_few(
    browser: Visitor,
    bakery: Business,
    paola: Person,
    ben: User,
    django_assert_max_num_queries: Any,
) -> None:
    address = at("offers", bakery)
    for state in ("draft", "sent", "accepted", "declined", "delivered"):
        for _each in range(4):
            person = make_person(bakery, f"Person {state} {_each}")
            make_offer(bakery, person, state=state, sent_at=timezone.now())
            make_offer(bakery, promise=f"{state} {_each}")
    browser.get(address)
    with django_assert_max_num_queries(15):
        browser.get(address)
    offer, _token = make_sent(bakery, paola, by=ben)
    with django_assert_max_num_queries(13):
        browser.get(at("offer", bakery, offer))


def test_an_offer_for_somebody_begins_in_their_language(browser: Visitor, bakery: Business) -> None:
    abroad = make_person(bakery, "Uwe Kranz", phone="+49 30 1234567")
    chosen = re.compile(r'<option value="de" selected>')
    here = at("new_offer", bakery)
    assert chosen.search(browser.get(f"{here}?person={abroad.pk}").text)
    assert not chosen.search(browser.get(f"{here}?person={abroad.pk}&example=one-menu").text)
    assert not chosen.search(browser.get(here).text)
