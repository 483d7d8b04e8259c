"""Icons and small pictures as SVG with plain attributes: the strict CSP allows no inline style."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

ICONS = Path(__file__).parent / "icons"


def drawn(name: str) -> str:
    """The inner lines of a vendored icon; a name we do not have is a defect."""
    path = ICONS / f"{name}.svg"
    if path.parent != ICONS or not path.is_file():
        raise LookupError(f"There is no icon “{name}” in passo/ui/icons.")
    inner = re.search(r"<svg.*?>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    return re.sub(r"\s+", " ", inner.group(1)).strip() if inner else ""


@cache
def icon(name: str) -> SafeString:
    lines = mark_safe(drawn(name))  # noqa: S308 -- our own vendored file, not outside text
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', lines)


class Part(NamedTuple):
    """A piece of a bar: its share (0..1) of the whole, and the CSS class of its colour."""

    share: float
    tone: str


def bar(parts: Sequence[Part], label: str, target: float | None = None) -> SafeString:
    """One bar of several pieces; the label says what it shows."""
    starts = [0.0, *accumulate(part.share for part in parts)]
    pieces = format_html_join(
        "",
        '<rect class="{}" x="{}" y="0" width="{}" height="10"/>',
        (
            (part.tone, f"{100 * start:.2f}", f"{max(100 * part.share - 0.4, 0):.2f}")
            for part, start in zip(parts, starts, strict=False)
        ),
    )
    mark = '<rect class="fill-ink" x="{}" width=".5" height="10"/>'
    goal = format_html(mark, f"{100 * target:.2f}") if target is not None else ""
    return format_html(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"'
        ' aria-label="{}"><rect class="fill-sunken" width="100" height="10"/>{}{}</svg>',
        label,
        pieces,
        goal,
    )
