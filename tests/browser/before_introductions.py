"""Run beside the server: two owners who would like to meet Giulia, before anybody is asked.

Chiara speaks Italian, Anna English. Each knows Paola well and Giulia by name alone.
"""
# ruff: noqa: E402, T201 -- a program of its own: Django first, and it speaks by printing

import json
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business, User
from passo.people import ties
from tests.people_world import make_organisation, make_person, make_touch
from tests.steps_world import make_opportunity
from tests.world import make_business, make_user, password_was_asked

TALKS = 24


def main() -> None:
    with wall.opened():
        chiara = make_user("Chiara Bianchi", language="it")
        anna = make_user("Anna Marsh", language="en")
        print(
            json.dumps(
                {
                    "cookie": settings.SESSION_COOKIE_NAME,
                    "sessions": {"chiara": signed_in(chiara), "anna": signed_in(anna)},
                    "it": known_to(make_business("Bianchi Impianti", owner=chiara), chiara),
                    "en": known_to(make_business("Marsh Electrics", owner=anna), anna),
                }
            )
        )


def known_to(business: Business, owner: User) -> dict[str, Any]:
    coop = make_organisation(business, "Coop Aurora")
    giulia = make_person(
        business,
        "Giulia Ferri",
        job_title="Facility manager",
        organisation=coop,
        mail="giulia@coop.example",
    )
    paola = make_person(business, "Paola Rinaldi", mail="paola@rinaldi.example")
    for week in range(TALKS):
        way, at = ("in", "out")[week % 2], timezone.now() - timedelta(days=7 * week + 1)
        make_touch(business, paola, kind="call", direction=way, at=at, by=owner)
    ties.refresh(business, today=timezone.localdate())
    walk = make_opportunity(business, giulia, by=owner)
    home = f"/b/{business.slug}/"
    return {"home": home, "giulia": giulia.pk, "paola": paola.pk, "walk": walk.pk}


def signed_in(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.update(password_was_asked(user))
    session.create()
    return str(session.session_key)


main()
