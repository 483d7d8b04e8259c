"""Pages of no area: how a device installs Passo, what it shows without a way there, and the keys.

They know no business and carry no mark: `today/urls.py` gives them their addresses and opens them.
"""

import re
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PAPER = "#f4f5f0"
FILES_OF_A_PAGE = re.compile(r'<link rel="(?:preload|stylesheet|icon)" href="([^"]+)"')


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """How a phone or a desk installs Passo."""
    described = {
        "id": "/",
        "name": "Passo",
        "short_name": "Passo",
        "description": _("Small steps, strong allies."),
        "lang": get_language(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": icons(),
        "shortcuts": [
            {"name": _("Today"), "url": reverse("home")},
            {"name": _("Find"), "url": reverse("palette")},
        ],
    }
    return JsonResponse(described, content_type="application/manifest+json")


def icons() -> list[dict[str, str]]:
    def picture(name: str, size: str, kind: str, purpose: str = "any") -> dict[str, str]:
        return {"src": static(f"icons/{name}"), "sizes": size, "type": kind, "purpose": purpose}

    return [
        picture("passo.svg", "any", "image/svg+xml"),
        picture("passo-192.png", "192x192", "image/png"),
        picture("passo-512.png", "512x512", "image/png"),
        picture("passo-maskable-512.png", "512x512", "image/png", "maskable"),
    ]


@never_cache
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Another language or another file makes another worker, and that one keeps its own page."""
    kept = render_to_string("offline.html")
    context = {
        "offline": reverse("offline"),
        "files": files_of(kept),
        "version": sha256(kept.encode()).hexdigest()[:16],
    }
    script = render_to_string("ui/sw.js", context)
    response = HttpResponse(script, content_type="text/javascript")
    response.headers["Service-Worker-Allowed"] = "/"
    return response


def files_of(page: str) -> list[str]:
    """The style sheets, fonts and icon a page asks for, in its own words: no list can go stale."""
    return list(dict.fromkeys(FILES_OF_A_PAGE.findall(page)))


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: it is kept on the device and must name nobody."""
    return HttpResponse(render_to_string("offline.html"))


@require_safe
def shortcuts(request: Any) -> HttpResponse:
    return render(request, "ui/shortcuts.html", {"nav": "shortcuts"})
