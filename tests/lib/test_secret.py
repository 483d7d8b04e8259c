"""What is locked opens only with its key; links leave no key behind."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models

from passo.lib import secret
from passo.lib.refusal import Refusal
from passo.lib.secret import (
    SecretField,
    decrypt,
    encrypt,
    hash_token,
    is_same_token,
    make_token,
    reencrypt,
)

OLD, NEW = "11" * 32, "22" * 32


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    held = {"encryption": OLD}
    monkeypatch.setattr(secret, "stored_secrets", lambda: held)
    return held


def test_a_secret_is_read_again_and_cannot_be_read_by_looking(keys: dict[str, str]) -> None:
    stored = encrypt("pass wörd")
    assert "pass" not in stored
    assert decrypt(stored) == "pass wörd"
    assert encrypt("pass wörd") != stored


def test_another_key_or_a_changed_letter_is_refused_in_words(keys: dict[str, str]) -> None:
    stored = encrypt("one")
    with pytest.raises(Refusal, match="another key"):
        decrypt(stored[:-6] + "AAAA==")
    keys["encryption"] = NEW
    with pytest.raises(Refusal, match="another key"):
        decrypt(stored)


def test_a_retired_key_still_opens_and_is_replaced(keys: dict[str, str]) -> None:
    stored = encrypt("one")
    keys |= {"encryption": NEW, "encryption_retired": OLD}
    assert decrypt(stored) == "one"
    renewed = reencrypt(stored)
    del keys["encryption_retired"]
    assert decrypt(renewed) == "one"


def test_a_secret_field_is_plain_in_python_and_locked_in_the_database(
    keys: dict[str, str],
) -> None:
    field: SecretField = SecretField()
    stored: Any = field.get_prep_value("one")
    assert stored != "one"
    assert field.from_db_value(stored, None, None) == "one"
    assert field.get_prep_value("") == ""
    assert field.get_prep_value(None) is None
    assert field.from_db_value(None) is None
    assert field.get_internal_type() == models.TextField().get_internal_type()


def test_a_token_is_recognised_by_its_hash_only() -> None:
    token = make_token()
    stored = hash_token(token)
    assert len(token) >= 40
    assert token not in stored
    assert is_same_token(token, stored)
    assert not is_same_token(make_token(), stored)
    assert not is_same_token("è", stored)
