"""Each chooses the mail in the morning alone, and sees how it goes with it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.today import first_steps, reviewing
from passo.today.models import Digest, SetAside
from tests.mail_sink import Sink, listening
from tests.people_world import make_person
from tests.steps_world import make_opportunity, make_step
from tests.today_world import make_digest
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db
CHOSEN = {"is_on": "on", "hour": "6", "workdays_only": "on", "review_on": "3"}


@pytest.fixture
def address(bakery: Business) -> str:
    return reverse("digest", args=[bakery.slug])


@pytest.fixture
def browser(client_of: Any, anna: User) -> Visitor:
    found: Visitor = client_of(anna)
    return found


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as found:
        yield found


def names(business: Business, user: User) -> set[str]:
    membership = business.memberships.get(user=user)
    return {step.name for step in first_steps.first_steps(business, membership)}


def test_nobody_gets_a_mail_unasked(bakery: Business, browser: Visitor, address: str) -> None:
    page = browser.get(address)
    assert 'name="is_on"' in page.text
    assert "checked" not in page.text.split('name="is_on"')[1].split(">")[0]
    assert not bakery.digests.exists()


def test_what_one_chooses_is_kept_and_can_be_undone(
    bakery: Business, browser: Visitor, address: str
) -> None:
    page = browser.post(address, CHOSEN, follow=True)
    assert "Today comes by mail, at 06:00." in words_of(page)
    digest = bakery.digests.get()
    assert (digest.is_on, digest.hour, digest.workdays_only, digest.review_on) == (True, 6, True, 3)
    change = bakery.changes.first()
    assert [(one.field, one.after) for one in change.differences()] == [
        ("Today by mail", "yes"),
        ("hour", "06:00"),
        ("day to look back", "Thursday"),
    ]
    assert "Nothing was different." in words_of(browser.post(address, CHOSEN, follow=True))
    browser.post(reverse("undo_change", args=[bakery.slug, change.pk]))
    assert not bakery.digests.get().is_on
    off = {name: value for name, value in CHOSEN.items() if name != "is_on"}
    assert "Your changes are kept." in words_of(browser.post(address, off, follow=True))


def test_no_day_is_a_choice_too(bakery: Business, browser: Visitor, address: str) -> None:
    browser.post(address, CHOSEN | {"review_on": ""})
    assert bakery.digests.get().review_on is None
    assert '<option value="" selected>' in browser.get(address).text


@pytest.mark.parametrize("wrong", [{"hour": "3"}, {"hour": "x"}, {"review_on": "7"}, {"hour": ""}])
def test_what_cannot_be_chosen_is_said(
    bakery: Business, browser: Visitor, address: str, wrong: dict[str, str]
) -> None:
    page = browser.post(address, CHOSEN | wrong)
    assert page.status_code == 200
    assert "field-error" in page.text
    assert not bakery.digests.exists()


def test_nobody_else_changes_or_undoes_it(bakery: Business, anna: User, ben: User) -> None:
    change = Digest.choose(bakery, anna, is_on=True)
    assert change
    with pytest.raises(Refusal, match="their own"):
        change.undo(by=ben)
    with pytest.raises(Refusal, match="their own"):
        bakery.digests.get().remove(by=ben)
    bakery.digests.get().remove(by=anna)
    assert not bakery.digests.exists()


def test_each_has_their_own(bakery: Business, anna: User, ben: User) -> None:
    Digest.choose(bakery, anna, is_on=True, hour=6)
    Digest.choose(bakery, ben, is_on=True, hour=9)
    assert sorted(bakery.digests.values_list("hour", flat=True)) == [6, 9]


def test_a_passo_without_mail_says_so_and_keeps_the_wish(
    bakery: Business, browser: Visitor, address: str, settings: Any
) -> None:
    page = browser.post(address, CHOSEN, follow=True)
    assert "This Passo cannot send mail yet." in words_of(page)
    assert "Send today" not in words_of(page)
    settings.HAS_MAIL = True
    page = browser.get(address)
    assert "cannot send mail yet" not in words_of(page)
    assert "The links in it open on this computer only." in words_of(page)
    settings.ADDRESS = "https://passo.example.org"
    assert "this computer only" not in words_of(browser.get(address))


def test_how_it_went_is_said_in_plain_words(
    bakery: Business, browser: Visitor, anna: User, address: str
) -> None:
    digest, today = make_digest(bakery, anna), timezone.localdate()
    bakery.digests.update(tried_for=today, problem="away", sent_at=timezone.now())
    told = words_of(browser.get(address))
    assert "The last one left on" in told
    assert "did not leave. The mail server does not answer. It is tried again soon." in told
    bakery.digests.update(tried_for=today - timedelta(days=1), problem="address")
    told = words_of(browser.get(address))
    assert "The mail server knows nobody under this address. The next one is due" in told
    assert digest.problem == ""


def test_one_can_have_it_at_once(
    bakery: Business, browser: Visitor, anna: User, address: str, sink: Sink
) -> None:
    now = reverse("send_digest", args=[bakery.slug])
    assert browser.post(now).status_code == 409, "nothing is chosen yet"
    make_digest(bakery, anna)
    told = words_of(browser.post(now, follow=True))
    assert "There is nothing to do today, so there is no mail." in told
    person = make_person(bakery)
    make_opportunity(bakery, person)
    make_step(bakery, person, on=date(2026, 10, 1), promise="ours")
    assert "is on its way" in words_of(browser.post(now, follow=True))
    assert sink.addresses == ["anna.bianchi@example.org"]
    sink.greeting = "550 Nobody"
    answer = browser.post(now)
    assert answer.status_code == 409
    assert "knows nobody under this address" in words_of(answer)
    assert [browser.post(now).status_code for _round in range(3)][-1] == 429


def test_the_sample_sends_none(
    bakery: Business, browser: Visitor, anna: User, address: str, sink: Sink
) -> None:
    make_digest(bakery, anna)
    Business.objects.update(is_sample=True)
    assert "From the sample business no mail is sent." in words_of(browser.get(address))
    assert browser.post(reverse("send_digest", args=[bakery.slug])).status_code == 409


def test_today_offers_it_to_whoever_walks_with_somebody(
    bakery: Business, anna: User, vera: User, settings: Any
) -> None:
    assert "digest" not in names(bakery, anna)
    settings.HAS_MAIL = True
    assert "digest" not in names(bakery, anna)
    make_opportunity(bakery)
    assert "digest" in names(bakery, anna)
    assert "digest" not in names(bakery, vera)
    Digest.choose(bakery, anna, is_on=False)
    assert "digest" not in names(bakery, anna), "a no is an answer"
    bakery.digests.all().delete()
    Business.objects.update(is_sample=True)
    bakery.refresh_from_db()
    assert "digest" not in names(bakery, anna)


def test_on_its_day_today_proposes_the_review_until_it_is_done(
    bakery: Business, anna: User, vera: User, browser: Visitor
) -> None:
    today = timezone.localdate()
    make_opportunity(bakery)
    Digest.choose(bakery, anna, review_on=(today.weekday() + 1) % 7)
    assert "review" not in names(bakery, anna)
    Digest.choose(bakery, anna, review_on=today.weekday())
    assert "review" in names(bakery, anna)
    assert "review" not in names(bakery, vera)
    page = browser.get(f"/b/{bakery.slug}/").text
    assert 'id="step-review"' in page
    assert page.count(reverse("weekly_review", args=[bakery.slug])) == 1
    reviewing.keep(bakery, anna, today, bet="", thanks="", whom=None)
    assert "review" not in names(bakery, anna)


def test_five_steps_leave_the_review_its_place(
    bakery: Business, anna: User, browser: Visitor
) -> None:
    for number in range(7):
        person = make_person(bakery, f"Ida {'abcdefg'[number]}")
        make_opportunity(bakery, person)
        make_step(bakery, person, minutes=2, on=date(2026, 10, 1), promise="ours")
    today = timezone.localdate()
    Digest.choose(bakery, anna, review_on=today.weekday())
    page = browser.get(f"/b/{bakery.slug}/").text
    assert page.count('<li class="step') == 5
    assert 'id="step-review"' in page
    every = browser.get(f"/b/{bakery.slug}/?all").text
    assert all(f"Ida {letter}" in every for letter in "abcdefg")


def test_a_day_chosen_anew_takes_the_review_up_again(bakery: Business, anna: User) -> None:
    SetAside.put(bakery, anna, "review", days=None)
    Digest.choose(bakery, anna, review_on=None)
    assert bakery.set_asides.exists()
    Digest.choose(bakery, anna, review_on=2)
    assert not bakery.set_asides.exists()


def test_until_one_chooses_it_is_friday(bakery: Business, anna: User) -> None:
    make_opportunity(bakery)
    assert reviewing.is_the_day(bakery, anna, date(2026, 11, 27))
    assert not reviewing.is_the_day(bakery, anna, date(2026, 11, 26))


def test_the_settings_lead_there(
    bakery: Business, client_of: Any, anna: User, ben: User, vera: User
) -> None:
    address = reverse("digest", args=[bakery.slug])
    settings_page = reverse("business_settings", args=[bakery.slug])
    calendar = reverse("steps_calendar", args=[bakery.slug])
    for visitor in (client_of(anna), client_of(ben)):
        page = visitor.get(settings_page).text
        assert address in page
        assert calendar in page
    assert address not in client_of(vera).get(settings_page).text
    assert client_of(vera).get(address).status_code == 403
