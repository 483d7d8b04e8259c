"""Secrets at rest (encrypted, the key outside the database) and tokens in links (only hashed).

A mailbox password must be readable again: it is encrypted. A token in a link never must:
only its fingerprint is kept, so that a stolen database opens no door.
"""

import base64
import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import models
from django.utils.translation import gettext as _

from passo.lib.data_folder import stored_secrets
from passo.lib.refusal import Refusal


def encrypt(text: str) -> str:
    """Readable again only with the key in `secrets.json`."""
    return box().encrypt(text.encode()).decode()


def decrypt(stored: str) -> str:
    try:
        return box().decrypt(stored.encode()).decode()
    except InvalidToken as problem:
        raise Refusal(
            _("A stored password was locked with another key. Please type it in once more.")
        ) from problem


def reencrypt(stored: str) -> str:
    """The same secret under the newest key, after `encryption_retired` received the old one."""
    return box().rotate(stored.encode()).decode()


def box() -> MultiFernet:
    """The newest key locks; retired ones (separated by spaces) still open."""
    kept = stored_secrets()
    keys = [kept["encryption"], *kept.get("encryption_retired", "").split()]
    return MultiFernet([Fernet(fernet_key(key)) for key in keys])


def fernet_key(key: str) -> bytes:
    derived = HKDF(SHA256(), length=32, salt=None, info=b"passo stored secrets")
    return base64.urlsafe_b64encode(derived.derive(key.encode()))


def make_token() -> str:
    """256 bits for a link; keep `hash_token` of it, never itself."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """No salt and no slow hash needed: what is hashed is random, not chosen by a person."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_same_token(token: str, stored_hash: str) -> bool:
    """Takes as long for a near miss as for a wild guess."""
    return hmac.compare_digest(hash_token(token), stored_hash)


if TYPE_CHECKING:
    TextField = models.TextField[str, str]
else:
    TextField = models.TextField


class SecretField(TextField):
    """Text that lies encrypted in the database and reads as plain text in Python.

    It cannot be searched: equal secrets look different every time. Empty stays empty.
    """

    def get_prep_value(self, value: Any) -> Any:
        plain = super().get_prep_value(value)
        return encrypt(plain) if plain else plain

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return decrypt(value) if value else value
