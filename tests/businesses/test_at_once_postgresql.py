"""Two at the very same moment: a double click, or two people with one idea."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from passo.businesses import wall
from passo.businesses.models import Business, User
from tests.world import PASSWORD, make_business, make_invitation, make_user, visitor

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 3


def all_at_once(*deeds):
    """What each answered. All start together; connections of threads are closed again."""
    start, answers = Barrier(len(deeds)), []

    def do(deed):
        start.wait()
        try:
            answers.append(deed())
        finally:
            connection.close()

    threads = [Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_a_double_click_on_an_invitation_one_arrives():
    bakery = make_business("Bianchi Bakery", owner=make_user("Anna Bianchi"))
    _, token = make_invitation(bakery)
    given = {"name": "Gina", "email": "gina@example.org", "password": PASSWORD}

    def click():
        browser = visitor(raise_request_exception=False)
        return browser.post(reverse("join", args=[token]), given).status_code

    answers = all_at_once(*[click] * AT_ONCE)
    assert answers.count(302) == 1
    assert set(answers) <= {302, 200, 409, 410}
    assert User.objects.filter(email="gina@example.org").count() == 1
    assert bakery.memberships.count() == 1 + 1


def test_businesses_founded_at_once_under_one_name_each_get_an_address():
    owners = [make_user(f"Owner {number}") for number in range(AT_ONCE)]

    def found(owner):
        with wall.of_user(owner.pk):
            return Business.found("Same", owner=owner).slug

    slugs = all_at_once(*[lambda owner=owner: found(owner) for owner in owners])
    assert sorted(slugs) == ["same", "same-2", "same-3"]
