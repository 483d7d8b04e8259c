"""What opens to whoever has its address: no search engine and no memory keeps it, and no log."""

import logging
import re

from django.http import HttpResponse

# The secret of a link, also where letters of it are missing, and where what is signed stands before
# it; only names of businesses are as long.
SECRET = re.compile(r"(?<=/)(?<!/b/)[\w:-]{32,}")


class Line(logging.Formatter):
    """A line of a log, without the secrets of links: an address that is refused is logged, and
    whoever reads the log could open it.
    """

    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub("…", super().format(record))


def discreet(response: HttpResponse) -> HttpResponse:
    """Other sites are not told the address either, as everywhere; to send no referrer at all would
    make the page's own form look forged.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
