"""The first start: the link, three questions, the door; or looking around first."""

import pytest
from django.urls import reverse

from passo.businesses import arriving
from passo.businesses.models import Business, SetupLink, User
from passo.lib.refusal import Refusal
from tests.world import PASSWORD, make_user, visitor, words_of

pytestmark = pytest.mark.django_db

SENTENCE = "My father and I keep the lights on in Bologna’s old houses."
BUSINESS = {
    "name": "Bianchi & Daughter",
    "language": "it",
    "currency": "EUR",
    "time_zone": "Europe/Rome",
}
ACCOUNT = {"name": "Chiara Bianchi", "email": "Chiara@Example.org", "password": PASSWORD}


@pytest.fixture
def token(db):
    return SetupLink.make()


def answer_all(client, token):
    client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    client.post(reverse("welcome_business", args=[token]), BUSINESS)
    return client.post(reverse("welcome_account", args=[token]), ACCOUNT)


def test_three_answers_make_an_owner_a_business_and_an_operator(client, token):
    answer = answer_all(client, token)
    chiara = User.objects.get()
    business = Business.objects.get()
    assert answer.headers["Location"] == reverse("today", args=[business.slug])
    assert (business.name, business.sentence) == ("Bianchi & Daughter", SENTENCE)
    assert (business.language, business.currency) == ("it", "EUR")
    assert chiara.email == "chiara@example.org"
    assert chiara.is_operator
    assert chiara.check_password(PASSWORD)
    assert business.memberships.get().role == "owner"
    assert SENTENCE in client.get(answer.headers["Location"]).text


def test_each_question_leads_to_the_next(client, token):
    first = client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    assert first.headers["Location"] == reverse("welcome_business", args=[token])
    second = client.post(first.headers["Location"], BUSINESS)
    assert second.headers["Location"] == reverse("welcome_account", args=[token])


def test_going_back_loses_nothing(client, token):
    client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    client.post(reverse("welcome_business", args=[token]), BUSINESS)
    account = client.get(reverse("welcome_account", args=[token]))
    assert reverse("welcome_business", args=[token]) in account.text
    business = client.get(reverse("welcome_business", args=[token]))
    assert "Bianchi &amp; Daughter" in business.text
    assert SENTENCE in client.get(reverse("welcome", args=[token])).text


def test_nobody_skips_a_question(client, token):
    account = reverse("welcome_account", args=[token])
    assert client.get(account).headers["Location"] == reverse("welcome", args=[token])
    client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    assert client.post(account, ACCOUNT).headers["Location"].endswith("/business/")
    assert not User.objects.exists()


def test_the_clock_and_the_money_are_guessed_from_the_language(client, token):
    page = client.get(reverse("welcome_business", args=[token]), headers={"accept-language": "de"})
    assert '<option value="Europe/Berlin" selected>' in page.text
    assert '<option value="EUR" selected>' in page.text
    assert "passo-time-zone" in page.text


def test_an_answered_clock_is_not_guessed_again(client, token):
    client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    client.post(reverse("welcome_business", args=[token]), BUSINESS | {"time_zone": "Asia/Tokyo"})
    page = client.get(reverse("welcome_business", args=[token])).text
    assert '<option value="Asia/Tokyo" selected>' in page
    assert "passo-time-zone" not in page


def test_the_link_works_once(client, token):
    answer_all(client, token)
    page = visitor().get(reverse("welcome", args=[token]))
    assert page.status_code == 410
    assert "This Passo has its owner already" in page.text


def test_a_wrong_link_says_how_to_get_a_right_one(client, token):
    page = client.get(reverse("welcome", args=["guessed"]))
    assert page.status_code == 410
    assert "python3 run.py prepare" in page.text
    assert client.post(reverse("welcome_account", args=["guessed"]), ACCOUNT).status_code == 410
    assert not User.objects.exists()


def test_whoever_guesses_links_has_to_wait(client, token):
    statuses = [client.get(reverse("welcome", args=[f"guess{n}"])).status_code for n in range(61)]
    assert statuses[0] == 410
    assert statuses[-1] == 429
    assert client.get(reverse("welcome", args=[token])).status_code == 200


def test_of_two_who_hold_the_link_the_second_is_told(token):
    first, second = visitor(), visitor()
    for browser in (first, second):
        browser.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
        browser.post(reverse("welcome_business", args=[token]), BUSINESS)
    account = reverse("welcome_account", args=[token])
    assert first.post(account, ACCOUNT).status_code == 302
    assert second.post(account, ACCOUNT | {"email": "other@example.org"}).status_code == 410
    assert User.objects.count() == 1


def test_of_two_in_the_same_moment_the_second_makes_nothing(token):
    account = ACCOUNT | {"password": PASSWORD}
    arriving.first_owner(None, account=account, business=BUSINESS, language="it")
    with pytest.raises(Refusal, match="Somebody else was faster"):
        arriving.first_owner(
            None, account=account | {"email": "b@example.org"}, business=BUSINESS, language="it"
        )
    assert User.objects.count() == Business.objects.count() == 1


def test_the_session_gets_a_new_key_when_the_door_opens(client, token):
    client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    before = client.session.session_key
    client.post(reverse("welcome_business", args=[token]), BUSINESS)
    client.post(reverse("welcome_account", args=[token]), ACCOUNT)
    assert client.session.session_key != before
    assert "welcome" not in client.session


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"email": "chiara"}, "Please write a whole address"),
        ({"email": ""}, "Please write your mail address."),
        ({"name": ""}, "Please write your name."),
        ({"name": "x" * 10_000}, "Please shorten this to 120 letters."),
        ({"name": "Chi\0ara"}, "There are signs in it that nobody can see."),
        ({"name": "Chiara \u202egnp.exe"}, "There are signs in it that nobody can see."),
        ({"password": "short"}, "This password is too short."),
        ({"password": "chiara bianchi"}, "too similar to"),
        ({"password": "x" * 10_000}, "at most 500 characters"),
        ({"password": ""}, "Please choose a password."),
    ],
)
def test_what_is_wrong_with_an_account_is_said(client, token, wrong, sentence):
    client.post(reverse("welcome", args=[token]), {"sentence": SENTENCE})
    client.post(reverse("welcome_business", args=[token]), BUSINESS)
    page = client.post(reverse("welcome_account", args=[token]), ACCOUNT | wrong)
    assert sentence in words_of(page)
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "\0"},
        {"currency": "XXX"},
        {"time_zone": "Mars/Olympus"},
        {"language": "tlh"},
    ],
)
def test_a_business_that_cannot_be_is_not_kept(client, token, wrong):
    page = client.post(reverse("welcome_business", args=[token]), BUSINESS | wrong)
    assert "field-error" in page.text


def test_a_name_with_markup_stays_words(client, token):
    client.post(reverse("welcome", args=[token]), {"sentence": "<script>alert(1)</script>"})
    client.post(reverse("welcome_business", args=[token]), BUSINESS | {"name": "<b>Bold</b>"})
    client.post(reverse("welcome_account", args=[token]), ACCOUNT)
    page = client.get("/", follow=True).text
    assert "<script>alert(1)" not in page
    assert "<b>Bold</b>" not in page
    assert "&lt;b&gt;Bold" in page


def test_the_language_chosen_on_the_way_is_the_owners(client, token):
    here = reverse("welcome", args=[token])
    client.post(reverse("choose_language"), {"language": "it", "next": here})
    assert '<html lang="it"' in client.get(here).text
    answer_all(client, token)
    assert User.objects.get().language == "it"


def test_looking_around_first_and_then_making_it_ones_own(client, token):
    answer = client.post(reverse("look_around", args=[token]))
    guest = User.objects.get(is_guest=True)
    sample = client.get(answer.headers["Location"])
    assert "This is a sample." in sample.text
    assert reverse("welcome", args=["guest"]) in sample.text
    answer_all(client, "guest")
    guest.refresh_from_db()
    assert not guest.is_guest
    assert guest.email == "chiara@example.org"
    assert guest.check_password(PASSWORD)
    assert sorted(guest.memberships.values_list("business__is_sample", flat=True)) == [False, True]
    assert client.get(reverse("account")).status_code == 200


def test_a_guest_is_not_told_an_address_nobody_gave(client, token):
    """Nor of doors and of an account to delete: there is none yet."""
    client.post(reverse("look_around", args=[token]))
    page = client.get(reverse("account")).text
    assert "passo.invalid" not in page
    assert reverse("close_account") not in page
    assert reverse("welcome", args=["guest"]) in page


def test_a_guest_who_removes_the_sample_goes_on_to_the_questions(client, token):
    client.post(reverse("look_around", args=[token]))
    sample = Business.objects.get(is_sample=True)
    answer = client.post(reverse("remove_sample", args=[sample.slug]))
    assert answer.headers["Location"] == reverse("welcome", args=["guest"])
    assert not Business.objects.exists()
    assert User.objects.get().is_guest
    assert "The sample is gone." in client.get(answer.headers["Location"]).text


def test_the_word_guest_opens_nothing_for_others(client, token, anna):
    assert client.get(reverse("welcome", args=["guest"])).status_code == 410
    assert visitor(anna).get(reverse("welcome", args=["guest"])).status_code == 410


def test_a_guest_comes_too_late_when_somebody_else_has_set_it_up(client, token):
    client.post(reverse("look_around", args=[token]))
    make_user("Otto Owner")
    assert client.get(reverse("welcome", args=["guest"])).status_code == 410


def test_only_a_sample_is_removed_in_one_click(client_of, anna, bakery):
    answer = client_of(anna).post(reverse("remove_sample", args=[bakery.slug]))
    assert answer.status_code == 409
    assert Business.objects.filter(pk=bakery.pk).exists()
