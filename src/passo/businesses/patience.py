"""Whoever tries again and again, faster than a person would, has to wait."""

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MINUTES = 10


def has_tried_too_often(request: HttpRequest, what: str, *, most: int) -> bool:
    """Counts this try, by address on the network."""
    key = f"patience:{what}:{fingerprint(request)}"
    if cache.add(key, 1, timeout=MINUTES * 60):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two lines
        return False


def fingerprint(request: HttpRequest) -> str:
    address = get_adapter(request).get_client_ip(request)
    return hashlib.sha256(str(address).encode()).hexdigest()[:32]


def please_wait(request: HttpRequest) -> HttpResponse:
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = str(MINUTES * 60)
    return answer
