"""What a page says after something was done, with the way back; and where to go next."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from passo.businesses.models import Change


def say(request: HttpRequest, sentence: str, change: Change | None = None) -> None:
    """A toast; if a change came of it that can be undone, with its button."""
    undo = f"undo:{undo_address(change)}" if change and change.can_be_undone else ""
    messages.success(request, sentence, extra_tags=undo)


def undo_address(change: Change) -> str:
    return reverse("undo_change", args=[change.business.slug, change.pk])


def next_page(request: Any, otherwise: str) -> str:
    """Where the form asked to go on to, or where one came from, if it is one of our own pages."""
    wishes = [request.POST.get("next"), request.GET.get("next"), request.headers.get("Referer")]
    return next((wish for wish in wishes if wish and is_ours(request, wish)), otherwise)


def is_ours(request: Any, wish: str) -> bool:
    """A word without a slash is no address: Django would take it for the name of a page."""
    return "/" in wish and url_has_allowed_host_and_scheme(
        wish, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
