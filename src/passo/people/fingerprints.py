"""Marks by which an erased person is known again, and by which nobody learns who it was."""

from collections.abc import Iterator

from django.utils.crypto import salted_hmac

from passo.lib.search import fold
from passo.people.cards import PlainCard


def fingerprint(business: int, kind: str, value: str) -> str:
    """Keyed with a secret that is not in the database: no list of addresses unlocks it."""
    mark = salted_hmac(f"passo.people.erased.{business}", f"{kind}:{value}", algorithm="sha256")
    return str(mark.hexdigest())


def who(name: str, way: str) -> str:
    """A number alone may be a household's; with the name it is one person's."""
    return f"{fold(name)}|{way}"


def marks_of_card(key: str, card: PlainCard) -> Iterator[tuple[str, str]]:
    """What an erased person's card would be known by."""
    yield "key", key
    for mail in card.get("mails", ()):
        yield "mail", mail[0]
    for phone in card.get("phones", ()):
        yield "who", who(card.get("name", ""), phone[0])
