"""Your account: name, language, look, how the door is locked, and going."""

import re

import pytest
from allauth.account.signals import email_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import RequestFactory
from django.urls import reverse

from passo.businesses.locks import address_with_a_name, locks_of
from passo.businesses.models import User
from tests.world import PASSWORD, make_business, make_member, make_user, visitor, words_of

pytestmark = pytest.mark.django_db


def test_the_page_says_how_the_door_is_locked(client_of, anna):
    page = words_of(client_of(anna).get(reverse("account")))
    assert "You sign in as anna.bianchi@example.org." in page
    assert "Passkeys None yet." in page
    assert "Not set up. A password alone opens the door." in page
    assert "Recovery codes" not in page


def test_a_second_factor_and_what_is_left_of_the_codes_are_told(client_of, anna):
    Authenticator.objects.create(user=anna, type="totp", data={"secret": "x"})
    RecoveryCodes.activate(anna)
    page = words_of(client_of(anna).get(reverse("account")))
    assert "An app on your phone," in page
    assert "10 left, for the day when the phone is lost." in page
    assert locks_of(anna).app_since


def test_a_new_name_is_found_in_every_business(client_of, dora):
    client_of(dora).post(reverse("account"), {"name": "Dora  Martín"})
    dora.refresh_from_db()
    assert dora.name == "Dora Martín"
    titles = [one.business.search_rows.get(kind="member").title for one in dora.memberships.all()]
    assert titles == ["Dora Martín", "Dora Martín"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 10_000, "A\0", "\u202etfel"])
def test_a_name_that_cannot_be_is_told(client_of, anna, name):
    page = client_of(anna).post(reverse("account"), {"name": name})
    assert "field-error" in page.text
    anna.refresh_from_db()
    assert anna.name == "Anna Bianchi"


@pytest.mark.parametrize(
    "address", ["http://elsewhere.example/", "//elsewhere.example", "javascript:x"]
)
@pytest.mark.parametrize("name", ["choose_language", "theme"])
def test_nobody_is_sent_elsewhere(client, name, address):
    wish = {"language": "it", "theme": "dark", "next": address}
    assert client.post(reverse(name), wish).headers["Location"] == "/"


def test_the_page_comes_back_in_the_chosen_language(client_of, anna):
    client = client_of(anna)
    here = reverse("account")
    answer = client.post(
        reverse("choose_language"),
        {"language": "de"},
        headers={"referer": "http://testserver" + here},
    )
    assert answer.headers["Location"].endswith(here)
    anna.refresh_from_db()
    assert anna.language == "de"
    assert '<html lang="de"' in client.get(here).text


def test_the_language_holds_in_every_other_browser(client_of, anna):
    client_of(anna).post(reverse("choose_language"), {"language": "es"})
    assert '<html lang="es"' in visitor(anna).get(reverse("account")).text


def test_a_visitor_chooses_a_language_too(client):
    client.post(reverse("choose_language"), {"language": "it"})
    assert '<html lang="it"' in client.get(reverse("account_login")).text


@pytest.mark.parametrize("wish", ["tlh", "", "en\0", "x" * 10_000])
def test_a_language_we_do_not_speak_changes_nothing(client_of, anna, wish):
    assert client_of(anna).post(reverse("choose_language"), {"language": wish}).status_code == 302
    anna.refresh_from_db()
    assert anna.language == ""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_look_is_kept(client_of, anna, look):
    client = client_of(anna)
    client.post(reverse("theme"), {"theme": look})
    assert f'data-theme="{look}"' in client.get(reverse("account")).text
    client.post(reverse("theme"), {"theme": ""})
    assert "<html" in (page := client.get(reverse("account")).text)
    assert f'<html lang="en" data-theme="{look}"' not in page


def test_a_visitor_has_a_look_too(client):
    client.post(reverse("theme"), {"theme": "dark"})
    assert 'data-theme="dark"' in client.get(reverse("account_login")).text
    client.post(reverse("theme"), {"theme": '"><script>'})
    assert 'data-theme="dark"' in client.get(reverse("account_login")).text


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("127.0.0.1:8000", "http://localhost:8000/you/"),
        ("[::1]:8000", "http://localhost:8000/you/"),
        ("127.0.0.1", "http://localhost/you/"),
        ("localhost:8000", ""),
        ("passo.example.org", ""),
    ],
)
def test_passkeys_are_sent_from_a_number_to_a_name(settings, host, named):
    settings.ALLOWED_HOSTS = ["*"]
    request = RequestFactory().get("/you/", headers={"host": host})
    assert address_with_a_name(request) == named


def test_the_page_says_where_passkeys_work(client_of, anna):
    page = client_of(anna, headers={"host": "127.0.0.1:8000"}).get(reverse("account"))
    assert 'href="http://localhost:8000/you/"' in page.text


# --- Going ----------------------------------------------------------------------------------


def test_an_account_is_deleted_by_typing_its_address(client_of, ben, bakery):
    client = client_of(ben)
    answer = client.post(reverse("close_account"), {"typed": "Ben.Rossi@example.org "})
    assert answer.headers["Location"] == "/"
    assert not User.objects.filter(pk=ben.pk).exists()
    assert client.get(reverse("account")).status_code == 302
    assert bakery.changes.first().by_name == "Ben Rossi"
    assert not bakery.search_rows.filter(ref=str(ben.pk)).exists()


@pytest.mark.parametrize("typed", ["", "ben", "\0", "x" * 10_000])
def test_anything_else_typed_deletes_nothing(client_of, ben, typed):
    page = client_of(ben).post(reverse("close_account"), {"typed": typed})
    assert "field-error" in page.text
    assert User.objects.filter(pk=ben.pk).exists()


def test_the_last_owner_of_a_business_stays(client_of, anna, bakery):
    page = client_of(anna).post(reverse("close_account"), {"typed": anna.email})
    assert page.status_code == 409
    assert "You are the last owner of “Bianchi Bakery”." in page.text
    assert User.objects.filter(pk=anna.pk).exists()


def test_a_refused_goodbye_leaves_every_membership(client_of, ben):
    make_business("Rossi Rolls", owner=ben)
    assert client_of(ben).post(reverse("close_account"), {"typed": ben.email}).status_code == 409
    assert ben.memberships.count() == 2


def test_one_of_two_owners_may_go(client_of, anna, bakery):
    make_member(bakery, "Otto Owner", role="owner")
    client_of(anna).post(reverse("close_account"), {"typed": anna.email})
    assert [one.user.name for one in bakery.owners()] == ["Otto Owner"]


def test_sign_out_ends_the_session(client_of, anna):
    client = client_of(anna)
    client.post(reverse("account_logout"))
    assert client.get(reverse("account")).status_code == 302


# --- Signing in -----------------------------------------------------------------------------


def test_signing_in_leads_on_to_where_one_was_going(client, anna, bakery):
    team = reverse("team", args=[bakery.slug])
    page = client.get(team)
    assert page.headers["Location"] == f"{reverse('account_login')}?next={team}"
    answer = client.post(page.headers["Location"], {"login": anna.email, "password": PASSWORD})
    assert answer.headers["Location"] == team


def test_signing_in_changes_the_session_key(client, anna):
    client.get(reverse("account_login"))
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.post(reverse("account_login"), {"login": anna.email, "password": PASSWORD})
    assert client.session.session_key != before


def test_a_wrong_password_says_the_same_of_everybody(client, anna):
    told = []
    for mail in (anna.email, "nobody@example.org"):
        page = client.post(reverse("account_login"), {"login": mail, "password": "wrong words"})
        told.append(re.findall(r'(?s)role="alert">.*?<span>(.*?)</span>', page.text))
    assert told[0]
    assert told[0] == told[1]


def test_nobody_signs_up_unasked(client):
    page = client.post(
        reverse("account_signup"),
        {"email": "mallory@example.org", "password1": PASSWORD, "name": "Mallory"},
    )
    assert page.status_code == 200
    assert not User.objects.exists()


def test_a_figure_of_the_sample_cannot_sign_in(client):
    make_user("Roberto Bianchi", is_active=False)
    wish = {"login": "roberto.bianchi@example.org", "password": PASSWORD}
    client.post(reverse("account_login"), wish)
    assert client.get(reverse("account")).status_code == 302


def test_without_mail_the_forgotten_password_has_a_command(client, settings):
    settings.HAS_MAIL = False
    page = words_of(client.get(reverse("account_reset_password")))
    assert "run.py user reset-link" in page


def test_a_member_is_found_by_the_mail_address_they_have_now(anna, bakery):
    email_changed.send(sender=User, request=None, user=anna)
    before = bakery.search_rows.get(ref=str(anna.pk)).subtitle
    anna.email = "anna@new.example.org"
    anna.save()
    email_changed.send(sender=User, request=None, user=anna)
    assert before != "anna@new.example.org"
    assert bakery.search_rows.get(ref=str(anna.pk)).subtitle == "anna@new.example.org"


def test_of_two_addresses_the_first_is_marked(client_of, anna):
    """Also before either of them was confirmed."""
    client = client_of(anna)
    client.get(reverse("account_email"))
    client.post(reverse("account_email"), {"email": "anna@second.example", "action_add": ""})
    page = client.get(reverse("account_email"))
    marked = re.findall(r'value="([^"]+)" checked', page.text)
    assert marked == [anna.email]
    assert f"{anna.email} First" in words_of(page)
