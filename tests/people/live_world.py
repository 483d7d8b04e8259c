"""Accounts on real servers of this machine, letters and cards to put into them."""

from typing import Any

from passo.businesses.models import Business, User
from passo.people.live import connecting, keeping, looking
from passo.people.models import LiveAccount, Person
from tests.lib.remote.post_office import PostOffice

LETTER = (
    "From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{key}>\r\n"
    "Date: {day} Nov 2026 10:00:00 +0100\r\n{more}\r\n{text}\r\n"
)
ANNA = "Anna Bianchi <anna@bakery.example>"
MARTA = "Marta Conti <marta@conti.example>"


def letter(key: str, sender: str = MARTA, to: str = ANNA, *, day: int = 2, **said: str) -> bytes:
    words = {"subject": f"About {key}", "more": "", "text": "Dear Anna, a word.", **said}
    return LETTER.format(key=key, sender=sender, to=to, day=day, **words).encode()


def connect_mailbox(business: Business, office: PostOffice, *, by: User) -> LiveAccount:
    server, found = connecting.find_folders([office.address()])
    return keeping.add_mailbox(business, server, found, name=server.user, by=by)


def read_mailbox(
    business: Business, office: PostOffice, *folders: str, by: User, **options: Any
) -> LiveAccount:
    """Connected, chosen and looked into once."""
    account = connect_mailbox(business, office, by=by)
    keeping.choose(account, folders or ["INBOX"], by=by, **options)
    return look(account)


def look(account: LiveAccount, **options: Any) -> LiveAccount:
    """As if its time had come."""
    account = fresh(account)
    account.next_run_at = account.made_at
    account.save(update_fields=["next_run_at"])
    looking.look_into(account.business, account.pk, **options)
    return fresh(account)


def fresh(account: LiveAccount) -> LiveAccount:
    return LiveAccount.objects.get(pk=account.pk)


def names_of(business: Business) -> list[str]:
    return sorted(Person.objects.filter(business=business).values_list("name", flat=True))


def subjects_of(business: Business) -> list[str]:
    return sorted(business.touches.values_list("subject", flat=True))
