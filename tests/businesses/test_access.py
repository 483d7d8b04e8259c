"""Who may see what, decided without any middleware's help."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from passo.businesses.access import members_only

pytestmark = pytest.mark.django_db


@members_only()
def page(request, business):
    return HttpResponse(business.name)


def asked_by(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_a_member_is_let_in(anna, bakery):
    assert page(asked_by(anna), slug=bakery.slug).content.decode() == bakery.name


def test_nobody_in_particular_stays_outside_even_if_a_middleware_were_forgotten(bakery):
    with pytest.raises(Http404):
        page(asked_by(AnonymousUser()), slug=bakery.slug)


def test_a_stranger_stays_outside(charlie, bakery):
    with pytest.raises(Http404):
        page(asked_by(charlie), slug=bakery.slug)
