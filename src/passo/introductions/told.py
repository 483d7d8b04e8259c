"""What was given and received as plain values, for scripts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from passo.businesses.models import Business
from passo.introductions import balance
from passo.introductions.balance import Balance
from passo.introductions.contributions import NEWEST, Wish, those
from passo.introductions.models import Contribution

BATCH = 500
Plain = dict[str, Any]


def contributions(business: Business, wish: Wish) -> Iterator[Plain]:
    """The newest first."""
    rows = balance.with_people(those(business, wish)).order_by(*NEWEST.columns())
    for row in rows.iterator(chunk_size=BATCH):
        yield told(row)


def told(row: Contribution) -> Plain:
    met, money = row.met, row.money
    return {
        "id": row.pk,
        "person": {"id": row.person_id, "name": row.person.name},
        "way": "given" if row.is_given else "received",
        "kind": row.kind,
        "size": row.get_size_display(),
        "weight": row.size,
        "amount": str(money.amount) if money else None,
        "currency": money.currency if money else None,
        "on": row.on,
        "words": row.words,
        "met": {"id": met.pk, "name": met.name} if met else None,
        "introduction": row.introduction_id,
        "thanked_on": row.thanked_on,
        "is_owed": row.is_owed,
    }


def standing(business: Business, wish: Wish, today: date) -> Plain:
    """The balance with one person, or of the firm with its quarters."""
    if wish.person:
        return {"balance": figures(balance.balance(wish.person))}
    quarters = balance.quarters(business, today)
    by_quarter = [
        {"year": one.year, "quarter": one.number, **figures(one.balance)} for one in quarters
    ]
    return {"balance": figures(balance.of_firm(business)), "quarters": by_quarter}


def figures(known: Balance) -> Plain:
    return {"given": known.given, "received": known.received, "difference": known.difference}
