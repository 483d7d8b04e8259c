"""The letters about one's own account: short, plain, and ours."""

import pytest
from django.template.loader import render_to_string

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "letter",
    [
        "account/email/email_changed",
        "account/email/email_confirm",
        "account/email/email_confirmation",
        "account/email/email_deleted",
        "account/email/password_reset",
        "account/email/password_set",
        "mfa/email/recovery_codes_generated",
        "mfa/email/totp_activated",
        "mfa/email/totp_deactivated",
        "mfa/email/webauthn_added",
        "mfa/email/webauthn_removed",
        "socialaccount/email/account_connected",
        "socialaccount/email/account_disconnected",
    ],
)
def test_every_letter_speaks_plainly(rf, anna, letter):
    asked = rf.get("/")
    told = {
        "user": anna,
        "provider": "Work & Co",
        "activate_url": "http://x/",
        "ip": "10.0.0.1",
        "own_address": "http://passo.example",
    }
    subject = render_to_string(f"{letter}_subject.txt", told).strip()
    message = render_to_string(f"{letter}_message.txt", told, asked)
    assert subject
    assert message.startswith("Hello,")
    assert "!" not in subject + message
    assert "&amp;" not in message
    assert "http://passo.example" in message
    assert len(message) < 500
