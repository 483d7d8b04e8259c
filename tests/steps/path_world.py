"""What journeys along the path have in common."""

import html
import re
from typing import Any

from django.urls import reverse

from passo.businesses.models import Business
from tests.world import Visitor, words_of


def address(name: str, business: Business, *more: int) -> str:
    return reverse(name, args=[business.slug, *more])


def undo_on(browser: Visitor, page: Any) -> Any:
    """Press Undo on the toast."""
    found = re.search(r'class="toast".*?action="([^"]+)"', page.content.decode(), re.DOTALL)
    assert found, words_of(page)
    return browser.post(html.unescape(found[1]), follow=True)
