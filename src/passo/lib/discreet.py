"""What opens to whoever has its address: no search engine and no memory keeps it."""

from django.http import HttpResponse


def discreet(response: HttpResponse) -> HttpResponse:
    """Other sites are not told the address either, as everywhere; to send no referrer at all would
    make the page's own form look forged.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
