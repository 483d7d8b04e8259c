"""Look around first: a guest and a sample business, both gone with one click."""

from typing import Any

from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from passo.businesses.access import public
from passo.businesses.models import SetupLink, User
from passo.lib.secret import make_token
from passo.today import demo

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
@public
def look_around(request: Any, token: str) -> HttpResponse:
    """Only with the set-up link in hand; the same guest finds the same sample again."""
    if not SetupLink.opens(token):
        return redirect("welcome", token)
    guest = User.objects.filter(is_guest=True).first() or make_guest(request.LANGUAGE_CODE)
    sample = demo.build(owner=guest, clock=timezone.now())
    login(request, guest, backend=BACKEND)
    return redirect("today", sample.slug)


def make_guest(language: str) -> User:
    """Nobody can sign in as a guest: it lives in this browser until it gets mail and password."""
    return User.objects.create_user(
        f"guest-{make_token()[:12]}@passo.invalid", name="Chiara", language=language, is_guest=True
    )
