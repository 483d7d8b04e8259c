"""One way to answer: the whole page, or just the fragment that htmx asked for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    fragment: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render `template`, or its `{% partialdef fragment %}` when htmx asks for a part."""
    if fragment and wants_fragment(request):
        template = f"{template}#{fragment}"
    return render(request, template, context, status=status)


def wants_fragment(request: Any) -> bool:
    return (
        bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request
    )
