"""When something goes wrong: what happened, in words, and where to go from here."""

import logging
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

log = logging.getLogger("passo")


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return HttpResponse(render_to_string("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", {"sentence": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A number to quote: the same stands in the log. Rendered without the database."""
    number = secrets.token_hex(4)
    log.error("Page %r broke, number %s", request.path, number, exc_info=True)  # noqa: LOG014 -- Django calls this inside its except
    return HttpResponse(render_to_string("500.html", {"number": number}), status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: an old page, or somebody else's."""
    return render(request, "403.html", {"stale": True}, status=403)
