"""The pages of signing in and of one's own account: ours in look and words, though allauth's."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from passo.settings import oidc_origins
from passo.ui.templatetags.signing_in import browser_of
from tests.world import PASSWORD, Visitor, visitor, words_of

pytestmark = pytest.mark.django_db

PERIOD_SECONDS = 30
FOR_A_STRANGER = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "socialaccount_login_cancelled",
]
FOR_ONESELF = [
    "account_logout",
    "account_change_password",
    "account_email",
    "account_reauthenticate",
    "account_reset_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "socialaccount_connections",
    "usersessions_list",
]
BEHIND_A_SECOND_LOCK = [
    "mfa_index",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
]
PROVIDER = {
    "provider_id": "work",
    "name": "Work & Co",
    "client_id": "passo",
    "secret": "secret",
    "settings": {"server_url": "https://id.example.org"},
}


@pytest.fixture
def with_mail(settings):
    settings.HAS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"


@pytest.fixture
def with_a_provider(settings):
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [PROVIDER]}}


@pytest.fixture
def second_lock(anna):
    """Anna's app on the phone; answers with its secret."""
    secret = generate_totp_secret()
    TOTP.activate(anna, secret)
    RecoveryCodes.activate(anna)
    return secret


def make_passkey(user, name="Laptop"):
    """As a device would have made it, with a key that nobody holds."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    known = AttestedCredentialData.create(b"0" * 16, b"1" * 16, key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    made = AuthenticatorData.create(b"2" * 32, flags, 0, known)
    asked = CollectedClientData.create("webauthn.create", b"3" * 32, "http://localhost")
    credential = {
        "id": websafe_encode(b"1" * 16),
        "rawId": websafe_encode(b"1" * 16),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(asked),
            "attestationObject": websafe_encode(AttestationObject.create("none", made, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
    return Authenticator.objects.create(
        user=user,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": name, "credential": credential},
    )


def code_of(secret):
    counter = struct.pack(">Q", int(time.time()) // PERIOD_SECONDS)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def title_of(page):
    return re.search(r"<title>(.*?)</title>", page.text, re.DOTALL)[1].strip()


def assert_it_is_ours(page, status=200):
    """Our frame, one heading, labels on all fields, and nothing that the policy would stop."""
    assert page.status_code == status
    main = page.text.split("<main", 1)[1].split("</main>")[0]
    assert 'class="entrance"' in main or 'class="own-page"' in main
    assert len(re.findall(r"<h1\b", page.text)) == 1
    assert re.fullmatch(r"\S.* · Passo", title_of(page))
    assert not re.search(r"<style|\sstyle=|\son\w+=", main)
    assert not re.search(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))", page.text)
    assert "placeholder=" not in main
    for button in re.findall(r"<button[^>]*>", main):
        assert "button" in re.search(r'class="([^"]*)"', button)[1].split()
    for field in re.findall(r"<input[^>]*>", main):
        kind = re.search(r'type="(\w+)"', field)[1]
        if kind != "hidden" and not field.endswith(" hidden>"):
            name = re.search(r'\sid="([^"]+)"', field)[1]
            assert f'for="{name}"' in main


@pytest.mark.parametrize("name", FOR_A_STRANGER)
def test_a_page_for_a_stranger_is_ours(client: Visitor, anna, name):
    assert_it_is_ours(client.get(reverse(name)))


@pytest.mark.parametrize("name", FOR_ONESELF)
def test_a_page_about_oneself_is_ours(client_of, anna, name):
    assert_it_is_ours(client_of(anna).get(reverse(name)))


@pytest.mark.parametrize("name", BEHIND_A_SECOND_LOCK)
def test_a_page_behind_a_second_lock_is_ours(client_of, anna, second_lock, name):
    assert_it_is_ours(client_of(anna).get(reverse(name)))


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_a_page_about_one_passkey_is_ours(client_of, anna, name):
    page = client_of(anna).get(reverse(name, args=[make_passkey(anna).pk]))
    assert_it_is_ours(page)
    assert "Laptop" in page.text


def test_proving_oneself_with_a_passkey_is_ours(client_of, anna):
    make_passkey(anna)
    assert_it_is_ours(client_of(anna).get(reverse("mfa_reauthenticate_webauthn")))


def test_a_form_may_lead_on_to_the_places_that_were_set_up_and_nowhere_else():
    assert oidc_origins({"openid_connect": {"APPS": [PROVIDER]}}) == ["https://id.example.org"]
    assert oidc_origins({}) == []


def test_a_failure_elsewhere_is_told_without_blame(client_of, anna):
    page = client_of(anna).get(reverse("socialaccount_login_error"))
    assert_it_is_ours(page, status=401)


def test_no_two_pages_share_a_title(client_of, anna, second_lock):
    make_passkey(anna)
    browser = client_of(anna)
    names = dict.fromkeys([*FOR_ONESELF, *BEHIND_A_SECOND_LOCK])
    pages = [browser.get(reverse(name)) for name in names if "reauthenticate" not in name]
    titles = [title_of(page) for page in pages if page.status_code == 200]
    assert len(titles) > 8
    assert len(set(titles)) == len(titles)


def test_every_page_about_oneself_leads_back_to_the_account(client_of, anna):
    page = client_of(anna).get(reverse("mfa_index"))
    assert f'href="{reverse("account")}"' in page.text.split("<main", 1)[1]


def test_signing_in_offers_the_password_first_and_then_a_passkey(client: Visitor, anna):
    page = client.get(reverse("account_login")).text
    assert page.index('autocomplete="current-password"') < page.index('id="passkey_login"')
    assert reverse("account_reset_password") in page
    assert "Sign in with Work" not in page


def test_signing_in_offers_the_other_places_that_were_set_up(client: Visitor, with_a_provider):
    page = client.get(reverse("account_login"))
    assert "Sign in with Work &amp; Co" in page.text
    assert_it_is_ours(page)
    assert_it_is_ours(client.get(reverse("openid_connect_login", args=["work"])))


def test_a_wrong_password_is_told_on_the_page(client: Visitor, anna):
    typed = {"login": anna.email, "password": "certainly not this"}
    page = client.post(reverse("account_login"), typed)
    assert_it_is_ours(page)
    assert 'role="alert"' in page.text
    assert f'value="{anna.email}"' in page.text


def test_a_field_left_empty_says_so_beside_it(client: Visitor, anna):
    page = client.post(reverse("account_login"), {"login": "", "password": ""}).text
    assert 'aria-invalid="true"' in page
    assert 'id="id_login-error"' in page


def test_the_right_password_opens_without_a_word(client: Visitor, anna, bakery):
    typed = {"login": anna.email, "password": PASSWORD}
    page = client.post(reverse("account_login"), typed, follow=True)
    assert page.redirect_chain
    assert "Successfully" not in page.text


def test_a_second_lock_asks_for_its_code(client: Visitor, anna, bakery, second_lock):
    typed = {"login": anna.email, "password": PASSWORD}
    page = client.post(reverse("account_login"), typed, follow=True)
    assert_it_is_ours(page)
    assert 'autocomplete="one-time-code"' in page.text
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert_it_is_ours(wrong)
    assert 'id="id_code-error"' in wrong.text
    page = client.post(reverse("mfa_authenticate"), {"code": code_of(second_lock)}, follow=True)
    assert page.context["request"].user == anna


def test_nobody_is_sent_to_an_app_or_a_passkey_they_never_had(client, anna, second_lock):
    typed = {"login": anna.email, "password": PASSWORD}
    page = client.post(reverse("account_login"), typed, follow=True)
    assert "Open the app on your phone" in page.text
    assert "mfa_webauthn_authenticate" not in page.text
    Authenticator.objects.filter(user=anna).delete()
    make_passkey(anna)
    page = client.get(reverse("mfa_authenticate"))
    assert "Use your passkey, or write one of your recovery codes." in page.text
    assert "Open the app on your phone" not in page.text


def test_setting_up_an_app_shows_a_picture_and_the_letters(client_of, anna):
    page = client_of(anna).get(reverse("mfa_activate_totp")).text
    assert 'src="data:image/svg+xml' in page
    assert re.search(r'value="[A-Z2-7]{32}" readonly', page)


def test_recovery_codes_stand_on_the_page(client_of, anna, second_lock):
    page = client_of(anna).get(reverse("mfa_view_recovery_codes"))
    assert page.text.count("<li><code>") == 10
    assert "10 codes are left" in words_of(page)


def test_a_passkey_opens_alone_unless_one_says_otherwise(client_of, anna):
    page = client_of(anna).get(reverse("mfa_add_webauthn"))
    box = re.search(r"<input[^>]*name=\"passwordless\"[^>]*>", page.text)[0]
    assert "checked" in box


@pytest.mark.parametrize("name", ["account_login", "mfa_add_webauthn"])
def test_at_a_number_one_is_told_where_passkeys_work(client_of, anna, name):
    browser = client_of(None if name == "account_login" else anna)
    address = f"http://localhost:8000{reverse(name)}"
    there = browser.get(reverse(name), headers={"host": "127.0.0.1:8000"}).text
    assert f'href="{address}"' in there
    assert address not in browser.get(reverse(name), headers={"host": "localhost:8000"}).text


def test_without_mail_a_forgotten_password_promises_none(client: Visitor, anna):
    for name in ("account_reset_password", "account_reset_password_done"):
        page = client.get(reverse(name))
        assert "python3 run.py user reset-link MAIL" in page.text
        assert 'name="email"' not in page.text


def test_with_mail_a_forgotten_password_brings_a_short_letter(client: Visitor, anna, with_mail):
    asked = client.get(reverse("account_reset_password"))
    assert_it_is_ours(asked)
    assert 'name="email"' in asked.text
    done = client.post(reverse("account_reset_password"), {"email": anna.email}, follow=True)
    assert "on its way" in words_of(done)
    letter = mail.outbox[0]
    assert letter.subject == "A new password for Passo"
    assert "Thank you for using" not in letter.body
    link = re.search(r"http://\S+/password/reset/\S+", letter.body)[0]
    assert_it_is_ours(client.get(link.removeprefix("http://testserver"), follow=True))


def test_with_mail_an_unknown_address_is_told_by_letter_alone(client: Visitor, with_mail):
    client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert "There is no account under this address." in mail.outbox[0].body


def test_a_link_for_a_new_password_works_once(client: Visitor, anna):
    link = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(anna),
            "key": default_token_generator.make_token(anna),
        },
    )
    page = client.get(link, follow=True)
    assert_it_is_ours(page)
    assert 'autocomplete="new-password"' in page.text
    short = client.post(page.request["PATH_INFO"], {"password1": "short", "password2": "short"})
    assert "field-error" in short.text
    words = "three quiet words here"
    typed = {"password1": words, "password2": words}
    done = client.post(page.request["PATH_INFO"], typed, follow=True)
    assert "Your new password is set" in words_of(done)
    over = visitor().get(link, follow=True)
    assert_it_is_ours(over)
    assert "This link is over" in words_of(over)


def test_changing_the_password_is_told_by_letter(client_of, anna, with_mail):
    EmailAddress.objects.create(user=anna, email=anna.email, primary=True, verified=True)
    words = "three quiet words here"
    typed = {"oldpassword": PASSWORD, "password1": words, "password2": words}
    client_of(anna).post(reverse("account_change_password"), typed)
    letter = mail.outbox[0]
    assert letter.subject == "Your password was changed"
    assert "If that was you, there is nothing to do." in letter.body
    assert "Hello from" not in letter.body


def test_whoever_has_no_password_can_set_one(client_of, anna):
    anna.set_unusable_password()
    anna.save()
    assert_it_is_ours(client_of(anna).get(reverse("account_set_password")))


def test_the_link_in_a_confirming_letter_leads_to_a_page_of_ours(client: Visitor, anna):
    address = EmailAddress.objects.create(user=anna, email="anna@bakery.example")
    key = EmailConfirmationHMAC(address).key
    page = client.get(reverse("account_confirm_email", args=[key]))
    assert_it_is_ours(page)
    assert "anna@bakery.example" in page.text
    assert_it_is_ours(client.get(reverse("account_confirm_email", args=["old"])))


def test_addresses_are_chosen_from_a_list(client_of, anna):
    EmailAddress.objects.create(user=anna, email=anna.email, primary=True, verified=True)
    EmailAddress.objects.create(user=anna, email="anna@bakery.example", verified=True)
    browser = client_of(anna)
    page = browser.get(reverse("account_email"))
    assert_it_is_ours(page)
    assert page.text.count('type="radio"') == 2
    chosen = {"email": "anna@bakery.example", "action_primary": ""}
    told = browser.post(reverse("account_email"), chosen, follow=True)
    assert "first address now" in told.text


def test_browsers_are_called_by_their_names(client: Visitor, anna):
    firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
    edge = "Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
    assert browser_of(firefox) == "Firefox, Windows"
    assert browser_of(edge) == "Edge, Mac"
    assert browser_of("curl/8.0") == "A browser we do not know"
    typed = {"login": anna.email, "password": PASSWORD}
    client.post(reverse("account_login"), typed, headers={"user-agent": firefox})
    page = client.get(reverse("usersessions_list")).text
    assert "Firefox, Windows" in page
    assert "Gecko" not in page
