"""The secret of a link stands in no line of a log, whoever writes it."""

import logging
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from passo.lib.discreet import Line
from passo.lib.secret import make_token
from passo.today import digest
from tests.world import visitor

pytestmark = pytest.mark.django_db


def line_of(record: logging.LogRecord) -> str:
    how: dict[str, Any] = settings.LOGGING["formatters"]["line"]
    return Line(how["fmt"], style=how["style"]).format(record)


@pytest.mark.parametrize("page", ["asked", "client_offer", "join", "stop_digest", "calendar_feed"])
def test_an_address_that_is_refused_is_logged_without_its_secret(
    caplog: pytest.LogCaptureFixture, page: str
) -> None:
    token = make_token()
    visitor(enforce_csrf_checks=True).get(reverse(page, args=[token]))
    visitor(enforce_csrf_checks=True).post(reverse(page, args=[token]))
    assert any(token in record.getMessage() for record in caplog.records), "or nothing is shown"
    for record in caplog.records:
        assert token not in line_of(record)
        assert token[:-1] not in line_of(record)


@pytest.mark.parametrize(
    "address",
    ["/b/the-bakery-of-the-three-brothers-in-the-old-town/people/12/", "/static/css/passo.css"],
)
def test_other_addresses_are_logged_as_they_are(address: str) -> None:
    record = logging.LogRecord("django.request", 30, "", 1, "Not Found: %s", (address,), None)
    assert f"Not Found: {address}" in line_of(record)


def test_what_is_signed_is_a_secret_as_a_whole() -> None:
    address = reverse("stop_digest", args=[digest.KEY.sign("12")])
    record = logging.LogRecord("django.request", 40, "", 1, "Not Found: %s", (address,), None)
    assert line_of(record).endswith("Not Found: /mail/stop/…/")


def test_what_breaks_is_told_without_it_too() -> None:
    token = make_token()
    error = ValueError(f"/asked/{token}/")
    record = logging.LogRecord("passo", 40, "", 1, "", (), (ValueError, error, None))
    assert "ValueError: /asked/" in line_of(record)
    assert token not in line_of(record)
