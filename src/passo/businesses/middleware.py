"""What happens around every page: the wall is told who asks; their language; a refusal's answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import get_language

from passo.businesses import wall
from passo.lib.refusal import Refusal

Answer = Callable[[HttpRequest], HttpResponseBase]
MOST_BYTES = 20_000_000


def only_what_can_be_meant(answer: Answer) -> Answer:
    """Turned away before it is read: zero bytes, which PostgreSQL takes nowhere, and what is
    larger than anything a page asks for and would fill the disk. A view that takes files of any
    size says so (`takes_files`), and looks for room itself.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if any("\0" in text for text in (request.path_info, *request.COOKIES.values())):
            raise SuspiciousOperation("A zero byte in the address or in a cookie.")
        length = int(request.headers.get("Content-Length") or 0)
        if length > MOST_BYTES and not takes_files(request.path_info):
            raise RequestDataTooBig("More was sent than any page asks for.")
        return answer(request)

    return middleware


def takes_files(path: str) -> bool:
    try:
        return bool(getattr(resolve(path).func, "takes_files", False))
    except Resolver404:
        return False


def the_wall(answer: Answer) -> Answer:
    """From here on PostgreSQL shows only what names this user, until a business is entered."""

    def middleware(request: Any) -> HttpResponseBase:
        request.business = request.membership = None
        with wall.of_user(request.user.pk):
            return answer(request)

    return middleware


def kept_by_nobody(answer: Answer) -> Answer:
    """No proxy keeps a page. Signing out empties the browser's memory, so that its way back
    shows nothing to whoever sits down there next.
    """

    def middleware(request: Any) -> HttpResponseBase:
        was_in = request.user.is_authenticated
        response = answer(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if was_in and not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return middleware


def in_their_language(answer: Answer) -> Answer:
    """The user's own choice comes before the browser's."""

    def middleware(request: Any) -> HttpResponseBase:
        language = getattr(request.user, "language", "") or get_language()
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = answer(request)
            response.headers.setdefault("Content-Language", language)
            return response

    return middleware


def a_refusal_is_an_answer(answer: Answer) -> Answer:
    """A rule said no: say it in a sentence, 409, or as a toast where only a part was asked for."""

    class Middleware:
        def __call__(self, request: HttpRequest) -> HttpResponseBase:
            return answer(request)

        def process_exception(self, request: Any, error: Exception) -> HttpResponse | None:
            if not isinstance(error, Refusal):
                return None
            if request.htmx:
                return toast(request, error.sentence)
            return render(request, "409.html", {"sentence": error.sentence}, status=409)

    return Middleware()


def toast(request: HttpRequest, sentence: str) -> HttpResponse:
    """Only the toast, put out of band; what htmx wanted to swap stays as it is."""
    messages.warning(request, sentence)
    response = render(request, "ui/parts/toasts.html", {"oob": True})
    response.headers["HX-Reswap"] = "none"
    return response
