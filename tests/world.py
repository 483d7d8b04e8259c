"""The people of the tests, and small makers of what they need.

Anna owns the bakery, Ben works there, Vera may look; Charlie is a stranger with a garage of his
own; Dora owns two businesses. They are fixtures of `conftest.py`.
"""

import re
import time
import uuid
from typing import Any

from django.http import HttpResponse
from django.test import Client

from passo.businesses import wall
from passo.businesses.models import Business, Invitation, Membership, SetupLink, User
from passo.lib.search import fold
from tests.introductions_world import make_introductions_of_every_kind
from tests.people_world import make_people_of_every_kind
from tests.steps_world import make_steps_of_every_kind
from tests.today_world import make_today_of_every_kind

PASSWORD = "a long walk at dawn"


class Visitor(Client):
    """A browser. Each of its visits starts outside the wall, as in life."""

    def request(self, **request: Any) -> Any:
        with wall.of_user(None):
            return super().request(**request)


def visitor(user: User | None = None, **options: Any) -> Visitor:
    """A browser in which this person, if any, has just signed in with the password."""
    browser = Visitor(**options)
    if user:
        browser.force_login(user)
        session = browser.session
        session.update(password_was_asked(user))
        session.save()
    return browser


def password_was_asked(user: User) -> dict[str, Any]:
    """What allauth keeps in the session of somebody who has just typed the password again."""
    record = {"method": "password", "at": time.time(), "reauthenticated": True}
    return {
        "account_authentication_methods": [record],
        "account_authentication_methods_user": str(user.pk),
    }


def mail_of(name: str) -> str:
    return re.sub(r"\W+", ".", fold(name)).strip(".") + "@example.org"


def make_user(name: str = "Emma Ferrari", **values: Any) -> User:
    password = values.pop("password", PASSWORD)
    email = values.pop("email", "") or mail_of(name)
    return User.objects.create_user(email, password, name=name, **values)


def make_operator(name: str = "Olga Operator", **values: Any) -> User:
    return make_user(name, is_operator=True, **values)


def make_business(
    name: str = "Ferrari Frames", *, owner: User | None = None, **values: Any
) -> Business:
    return Business.found(name, owner=owner, **values)


def make_member(
    business: Business, who: User | str = "Finn Gruber", *, role: str = "staff"
) -> Membership:
    user = make_user(who) if isinstance(who, str) else who
    return business.take_in(user, role=role, by=business.owners().first().user)


def make_invitation(
    business: Business, name: str = "Gina", *, role: str = "staff", by: User | None = None
) -> tuple[Invitation, str]:
    """The invitation and the secret of its link."""
    by = by or business.owners().first().user
    return Invitation.write(business, name=name, role=role, by=by)


def things_of(business: Business) -> dict[str, Any]:
    """One of each thing that an address can name: gap in the address → what to put there."""
    owner = business.owners().first().user
    invitation, token = make_invitation(business)
    change = business.changes.get(kind="businesses.invitation", thing=str(invitation.pk))
    progress = business.progresses.create(kind="export", title="Export")
    return {
        "slug": business.slug,
        "token": SetupLink.make(),
        "join.token": token,
        "step": "invite",
        "job_id": uuid.uuid4(),
        "change_id": change.pk,
        "progress_id": progress.pk,
        "invitation_id": invitation.pk,
        "membership_id": business.memberships.get(user=owner).pk,
        "user_id": owner.pk,
        "pk": 1,
        "key": "set-password",
        "uidb36": "1",
        "provider_id": "nowhere",
        **make_people_of_every_kind(business),
        **make_introductions_of_every_kind(business),
        **make_steps_of_every_kind(business),
        **make_today_of_every_kind(business),
    }


def words_of(response: HttpResponse) -> str:
    """What a person would read on the page."""
    text = response.content.decode()
    text = re.sub(r"(?s)<(script|style|template)\b.*?</\1>", " ", text)
    return " ".join(re.sub(r"(?s)<[^>]+>", " ", text).split())
