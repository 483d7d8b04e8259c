"""Mails as an import leaves them: brought by it, with what their words say."""

from typing import Any

from passo.businesses.models import Business
from passo.engine.signals import read_signals
from passo.people.models import Import, Person, Touch
from tests.people_world import make_import, make_signal, make_touch


def make_mail(
    business: Business, *people: Person, text: str = "", language: str = "en", **values: Any
) -> Touch:
    """Each took part by the first of their mail addresses."""
    values = {"direction": "in", "days_ago": 4, "kind": "mail", **values}
    touch = make_touch(business, *people, **values)
    touch.brought_by = brought_by(business)
    touch.save(update_fields=["brought_by"])
    for part in touch.participations.select_related("person"):
        first = part.person and part.person.contact_points.filter(kind="mail").first()
        part.address = first.value if first else ""
        part.save(update_fields=["address"])
    is_ours = touch.direction == "out"
    for one in read_signals(text, sent_on=touch.at.date(), is_ours=is_ours, language=language):
        make_signal(
            touch, one.kind, on=one.day, quote=one.quote, certainty=one.certainty, deed=one.deed
        )
    return touch


def brought_by(business: Business) -> Import:
    return business.imports.first() or make_import(business, "posta.mbox", kind="mbox")
