"""Whoever tries again and again, faster than a person would, has to wait."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from passo.lib.refusal import Refusal

MINUTES = 10
LONGEST_SECONDS = 120


def has_tried_too_often(request: HttpRequest, what: str, *, most: int) -> bool:
    """Counts this try, by address on the network."""
    key = f"patience:{what}:{fingerprint(request)}"
    if cache.add(key, 1, timeout=MINUTES * 60):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two lines
        return False


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Whoever presses twice, or in two tabs, sends one mail. No row is locked meanwhile: a mail
    server may take its time.
    """
    key = f"at-once:{what}"
    if not cache.add(key, 1, timeout=LONGEST_SECONDS):
        raise Refusal(_("This is being sent already."))
    try:
        yield
    finally:
        cache.delete(key)


def fingerprint(request: HttpRequest) -> str:
    address = get_adapter(request).get_client_ip(request)
    return hashlib.sha256(str(address).encode()).hexdigest()[:32]


def please_wait(request: HttpRequest) -> HttpResponse:
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = str(MINUTES * 60)
    return answer
