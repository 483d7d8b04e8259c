"""An account that exists is opened by a provider who vouches for the mail address."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import RequestFactory

from passo.businesses.accounts import OtherAccounts
from passo.settings import oidc_providers

pytestmark = pytest.mark.django_db
OF_THE_OFFICE = (
    '{"id": "office", "name": "Office", "client_id": "passo", "secret": "x",'
    ' "server_url": "https://office.example"}'
)


def arrival(email, *, verified, settings):
    settings.SOCIALACCOUNT_PROVIDERS = oidc_providers(OF_THE_OFFICE)
    request = RequestFactory().get("/")
    adapter = OtherAccounts(request)
    login = SocialLogin(
        account=SocialAccount(provider="office", uid="1"),
        email_addresses=[EmailAddress(email=email, verified=verified, primary=True)],
        provider=adapter.get_provider(request, "office"),
    )
    return adapter.authenticate_by_email(login)


@pytest.mark.parametrize("verified", [True, "true"])
def test_a_confirmed_mail_address_opens_its_account(anna, settings, verified):
    assert arrival(anna.email, verified=verified, settings=settings) == (anna, anna.email)


@pytest.mark.parametrize("verified", [False, "false", "", None, "no", 0])
def test_an_unconfirmed_one_opens_nothing(anna, settings, verified):
    """Some providers say the word “false”, and Python takes any word for a yes."""
    assert arrival(anna.email, verified=verified, settings=settings) is None
