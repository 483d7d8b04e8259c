"""What is turned away at the door, what nobody keeps, and under whose name mails lead back."""

import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings as chosen
from django.core import mail
from django.test import RequestFactory
from django.urls import reverse

from passo.businesses import arriving, files
from passo.businesses.middleware import MOST_BYTES
from passo.lib.refusal import Refusal
from passo.today import errors
from tests.world import PASSWORD, make_invitation, make_user, visitor

pytestmark = pytest.mark.django_db
NOT_UNDERSTOOD = 400


@pytest.mark.parametrize("name", ["passo_business", "passo_session", "anything"])
def test_a_zero_byte_in_a_cookie_is_not_understood(client_of, anna, name):
    """Cookies in quotes may spell one; PostgreSQL would break on it."""
    browser = client_of(anna)
    browser.cookies[name] = "aaaaaaaaaaaa\0"
    assert browser.get(reverse("palette"), {"q": "a"}).status_code == NOT_UNDERSTOOD


@pytest.mark.parametrize("rest", ["first/a%00b/again/", "first/%00/aside/"])
def test_a_zero_byte_in_an_address_is_not_understood(client_of, anna, bakery, rest):
    answer = client_of(anna).post(reverse("today", args=[bakery.slug]) + rest)
    assert answer.status_code == NOT_UNDERSTOOD


def test_a_body_larger_than_any_page_asks_for_is_not_read(client):
    answer = client.post(
        reverse("account_login"), {"login": "x"}, headers={"content-length": str(MOST_BYTES + 1)}
    )
    assert answer.status_code == NOT_UNDERSTOOD


@pytest.mark.parametrize("wish", ["home", "a\0b", "😀", "account_login"])
def test_a_word_is_no_address_to_go_on_to(client, wish):
    answer = client.post(reverse("theme"), {"theme": "dark", "next": wish})
    assert answer.headers["Location"] == reverse("home")


@pytest.mark.parametrize("name", ["account", "businesses", "palette", "account_login"])
def test_no_proxy_keeps_a_page(client_of, anna, bakery, name):
    for browser in (client_of(anna), visitor()):
        assert "private" in browser.get(reverse(name)).headers["Cache-Control"]


def test_the_way_back_shows_nothing_after_signing_out(client_of, anna):
    browser = client_of(anna)
    assert "Clear-Site-Data" not in browser.get(reverse("account")).headers
    assert browser.post(reverse("account_logout")).headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in browser.get(reverse("account_login")).headers


def test_the_business_last_looked_at_is_told_behind_https_alone(client_of, anna, bakery, settings):
    settings.SESSION_COOKIE_SECURE = True
    answer = client_of(anna).get(reverse("today", args=[bakery.slug]))
    assert answer.cookies["passo_business"]["secure"]


def test_somebody_elses_mail_address_is_not_taken(client_of, anna, charlie):
    """Making it the one to sign in with would break on the rule that each has one user."""
    browser = client_of(charlie)
    page = browser.post(reverse("account_email"), {"email": anna.email, "action_add": ""})
    assert "There is an account with this address already." in page.text
    browser.post(reverse("account_email"), {"email": anna.email, "action_primary": ""})
    charlie.refresh_from_db()
    assert charlie.email != anna.email
    assert not charlie.emailaddress_set.filter(email=anna.email).exists()


def test_a_free_mail_address_is_taken(client_of, charlie):
    client_of(charlie).post(
        reverse("account_email"), {"email": "charlie@garage.example", "action_add": ""}
    )
    assert charlie.emailaddress_set.filter(email="charlie@garage.example").exists()


@pytest.fixture
def with_mail(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.HAS_MAIL = True
    settings.ALLOWED_HOSTS = ["*"]


@pytest.mark.usefixtures("with_mail")
def test_a_mailed_link_leads_to_passos_own_address(client, anna):
    """Whoever asks for it under another name reaches nobody with that name."""
    client.post(
        reverse("account_reset_password"), {"email": anna.email}, headers={"host": "evil.example"}
    )
    (letter,) = mail.outbox
    assert f"{chosen.ADDRESS}/account/password/reset/key/" in letter.body
    assert "evil.example" not in letter.body + letter.subject


def test_guessing_a_password_does_not_start_anew_under_another_port(client, anna, settings):
    settings.ALLOWED_HOSTS = ["*"]
    for port in range(8001, 8006):
        wrong = {"login": anna.email, "password": f"not this one {port}"}
        client.post(
            reverse("account_login"),
            wrong,
            headers={"host": f"localhost:{port}"},
            REMOTE_ADDR=f"10.0.0.{port % 100}",
        )
    right = {"login": anna.email, "password": PASSWORD}
    answer = client.post(reverse("account_login"), right, headers={"host": "localhost:9000"})
    assert "tried many times in a row" in answer.text


def test_links_in_mails_need_an_address_where_passo_answers_to_any_name(tmp_path):
    given = {
        "PASSO_HOST": "0.0.0.0",  # noqa: S104 -- what is tried
        "PASSO_SMTP": "smtp://localhost",
        "PASSO_DATA": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", "import passo.settings"],
        env={name: value for name, value in os.environ.items() if name != "PASSO_ADDRESS"} | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert "set PASSO_ADDRESS" in done.stderr


def test_an_address_cannot_write_a_line_of_its_own_into_the_log(caplog):
    with caplog.at_level(logging.ERROR):
        errors.broken(RequestFactory().get("/a%0A2026-11-22 INFO all is well"))
    assert "\n2026" not in caplog.messages[0]


def test_of_a_double_click_on_an_invitation_the_second_hears_of_the_first(anna, bakery):
    """Both forms saw a free mail address."""
    invitation, _ = make_invitation(bakery)
    given = {"name": "Gina", "email": "gina@example.org", "password": PASSWORD}
    arriving.newcomer(invitation, account=given, language="en")
    with pytest.raises(Refusal, match="There is an account with this address already"):
        arriving.newcomer(invitation, account=given, language="en")


def test_a_guest_chooses_no_password(client_of):
    """It lives in one browser; whoever answers the three questions gets one there."""
    guest = make_user("Chiara", is_guest=True, password=None)
    chosen_one = {"password1": PASSWORD, "password2": PASSWORD}
    answer = client_of(guest).post(reverse("account_set_password"), chosen_one)
    assert answer.status_code == 409
    guest.refresh_from_db()
    assert not guest.has_usable_password()


def test_folders_of_uploads_are_private_whatever_the_umask_says(bakery, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    before = os.umask(0)
    try:
        path = files.new_file(bakery.pk, "zip")
    finally:
        os.umask(before)
    inside = [path, path.parent, path.parent.parent]
    assert [one.stat().st_mode & 0o777 for one in inside] == [0o600, 0o700, 0o700]
