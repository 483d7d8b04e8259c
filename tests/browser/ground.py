"""Run beside the server: fills it with the sample business and people, and tells of them as JSON.

Each person is signed in already, so that the tests can go where they want at once.
"""
# ruff: noqa: E402, T201 -- a program of its own: Django first, and it speaks by printing

import json
from typing import Any

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from django.utils import timezone, translation

from passo.businesses import wall
from passo.businesses.models import Business, User
from passo.today import demo, errors
from tests.addresses import every_address
from tests.world import make_business, make_user, password_was_asked, things_of

# Who → how Passo looks to them, and to a viewer with the same taste.
PEOPLE: dict[str, dict[str, Any]] = {
    "Lena Light": {"theme": "light", "language": "en"},
    "Dario Dark": {"theme": "dark", "language": "en"},
    "Greta Grün": {"theme": "light", "language": "de"},
    "Petra Passkey": {"language": "en"},
    "Tom Totp": {"language": "en"},
}


def main() -> None:
    with wall.opened():
        print(json.dumps(told()))


def told() -> dict[str, Any]:
    chiara = make_user("Chiara Bianchi", language="en", is_operator=True)
    sample = demo.build(chiara, timezone.now())
    people = {"chiara": chiara}
    for name, taste in PEOPLE.items():
        first = name.split()[0].lower()
        people[first] = owner = make_user(name, is_operator=True, **taste)
        sample.take_in(owner, role="owner", by=chiara)
        people[f"{first}-viewer"] = viewer = make_user(f"{name} Viewer", **taste)
        sample.take_in(viewer, role="viewer", by=chiara)
    people["charlie"] = make_user("Charlie Weber", language="en")
    garage = make_business("Weber Garage", owner=people["charlie"])
    return {
        "slug": sample.slug,
        "garage": garage.slug,
        "cookie": settings.SESSION_COOKIE_NAME,
        "sessions": {name: signed_in(user) for name, user in people.items()},
        "paths": paths(sample),
        "broken": broken_page(),
    }


def broken_page() -> str:
    """In German, the longest: nobody can break a page on purpose."""
    with translation.override("de"):
        return errors.broken(RequestFactory().get("/")).content.decode()


def signed_in(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.update(password_was_asked(user))
    session.create()
    return str(session.session_key)


def paths(business: Business) -> list[str]:
    things = things_of(business)
    return [one.filled(things) for one in every_address()] + of_introductions(business)


def of_introductions(business: Business) -> list[str]:
    """What an address alone does not show: one in each state, the question, both ways to ask."""
    home = f"/b/{business.slug}/introductions/"
    states = dict(business.introductions.values_list("state", "pk"))
    some = business.introductions.sought().order_by("pk")[0]
    people = f"target={some.target_id}&broker={some.broker_id}"
    pair = f"target={some.target_id}&other={some.broker_id}"
    return [
        *(f"{home}{pk}/" for pk in states.values()),
        f"/b/{business.slug}/people/{some.target_id}/introductions/",
        f"{home}find/?q=lamps",
        f"{home}find/?q=zzzz",
        f"{home}new/?{people}",
        f"{home}new/?{pair}",
        f"/b/{business.slug}/contributions/?show=unthanked",
    ]


main()
