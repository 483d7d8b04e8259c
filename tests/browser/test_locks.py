"""Locks on the door: a passkey and a second factor, made and then used, as a person does it."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import barriers
from tests.world import PASSWORD

pytestmark = pytest.mark.browser

PERIOD_SECONDS = 30
TODAY = re.compile("today", re.IGNORECASE)


def give_a_finger(page: Page) -> Any:
    """A device that says yes to whoever asks, as a finger on a sensor does."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return wire


def code_of(secret: str) -> str:
    """What the app on the phone would show now (RFC 6238); never one about to change."""
    left = PERIOD_SECONDS - time.time() % PERIOD_SECONDS
    if left < 3:
        time.sleep(left + 0.1)
    counter = struct.pack(">Q", int(time.time()) // PERIOD_SECONDS)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def sign_out(page: Page) -> None:
    page.goto("/you/")
    page.get_by_role("button", name="Sign out").click()


def sign_in(page: Page, mail: str) -> None:
    page.goto("/account/login/")
    page.locator("input[type=email]").fill(mail)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name=re.compile("^Sign in")).first.click()


def confirm_it_is_me(page: Page) -> None:
    """Before a lock is changed the password is asked once more."""
    expect(page).to_have_url(re.compile("reauthenticate"))
    assert not barriers(page)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("input[type=password]").press("Enter")


def test_a_passkey_opens_the_door(page_of: Callable[..., Page]) -> None:
    page = page_of()
    give_a_finger(page)
    sign_in(page, "petra.passkey@example.org")
    page.goto("/you/")
    page.get_by_role("link", name="Add one").click()
    confirm_it_is_me(page)
    page.locator("input[name=name]").fill("My laptop")
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(lambda url: not url.rstrip("/").endswith("add"))
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_role("main")).to_contain_text("My laptop")
    assert not barriers(page)
    sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name=re.compile("passkey", re.IGNORECASE)).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TODAY)


def test_a_second_factor_stands_behind_the_password(page_of: Callable[..., Page]) -> None:
    page = page_of()
    sign_in(page, "tom.totp@example.org")
    page.goto("/account/2fa/totp/activate/")
    confirm_it_is_me(page)
    assert not barriers(page)
    expect(page.get_by_role("main").locator("svg, img").first).to_be_visible()
    words = page.get_by_role("main").inner_text() + " ".join(
        field.input_value() for field in page.get_by_role("main").locator("input").all()
    )
    secret = re.search(r"\b[A-Z2-7]{32}\b", words.replace(" ", "")) or re.search(
        r"[A-Z2-7]{32}", words
    )
    assert secret, "The page must show the secret in letters, for whoever cannot scan."
    page.locator("input[name=code]").fill(code_of(secret[0]))
    page.locator("input[name=code]").press("Enter")
    page.wait_for_url(re.compile("recovery-codes"))
    assert not barriers(page)
    sign_out(page)
    sign_in(page, "tom.totp@example.org")
    expect(page.locator("input[name=code]")).to_be_visible()
    assert not barriers(page)
    page.locator("input[name=code]").fill("000000")
    page.locator("input[name=code]").press("Enter")
    expect(page.locator("input[name=code]")).to_be_visible()
    page.locator("input[name=code]").fill(code_of(secret[0]))
    page.locator("input[name=code]").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TODAY)


def test_a_wrong_password_is_told_kindly_and_opens_nothing(page_of: Callable[..., Page]) -> None:
    page = page_of()
    page.goto("/account/login/")
    page.locator("input[type=email]").fill("lena.light@example.org")
    page.locator("input[type=password]").fill("certainly not this")
    page.locator("input[type=password]").press("Enter")
    expect(page.locator("input[type=password]")).to_be_visible()
    assert not barriers(page)
    page.goto("/you/")
    expect(page).to_have_url(re.compile("/account/login/"))
