"""A picture of what was believed against what came: what held lies on the diagonal.

Positions are attributes; the words in it are few, and a table says the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from passo.lib.dates import format_percent

SIDE, LEFT, TOP, BELOW = 280, 60, 12, 40
TOPS = (0.25, 0.5, 0.75, 1.0)  # where the axes may end
LEAST, LARGEST = 4.5, 9.0  # radius of a point


class Point(NamedTuple):
    """Shares 0..1: believed, came, and between which the true one lies; `weight` beside others."""

    believed: float
    came: float
    low: float
    high: float
    weight: float = 1.0


def diagonal(points: Sequence[Point], label: str, *, across: str, up: str) -> SafeString:
    """`across`, `up`: what the axes say. Both end where the largest point does."""
    top = next((end for end in TOPS if end >= furthest(points)), 1.0)
    most = max((one.weight for one in points), default=1.0)
    drawn = format_html_join("", "{}", ((spot(one, top, most),) for one in points))
    ticks = format_html_join("", "{}", ((tick(share * top, top),) for share in (0, 0.5, 1)))
    axes = format_html(
        '<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>'
        '<text class="axis" x="{}" y="11" text-anchor="middle" transform="rotate(-90)">{}</text>',
        LEFT + SIDE / 2,
        TOP + SIDE + BELOW - 6,
        across,
        -(TOP + SIDE / 2),
        up,
    )
    line = format_html(
        '<line class="held" x1="{}" y1="{}" x2="{}" y2="{}"/>', *at(0, 0, top), *at(top, top, top)
    )
    return format_html(
        '<svg class="diagonal" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}{}</svg>',
        LEFT + SIDE + TOP,
        TOP + SIDE + BELOW,
        label,
        ticks,
        line,
        drawn,
        axes,
    )


def furthest(points: Sequence[Point]) -> float:
    return max((max(one.believed, one.high) for one in points), default=1.0)


def at(believed: float, came: float, top: float) -> tuple[str, str]:
    x, y = LEFT + SIDE * believed / top, TOP + SIDE * (1 - came / top)
    return f"{x:.1f}", f"{y:.1f}"


def spot(one: Point, top: float, most: float) -> SafeString:
    """As large as it has tries, with the interval above and below."""
    x, y = at(one.believed, one.came, top)
    radius = LEAST + (LARGEST - LEAST) * (one.weight / most) ** 0.5
    return format_html(
        '<line class="between" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>'
        '<circle class="fill-way" cx="{0}" cy="{3}" r="{4}"/>',
        x,
        at(0, one.low, top)[1],
        at(0, one.high, top)[1],
        y,
        f"{radius:.1f}",
    )


def tick(share: float, top: float) -> SafeString:
    """A line across and one up, and what they stand for."""
    x, y = at(share, share, top)
    return format_html(
        '<line class="grid-line" x1="{left}" x2="{right}" y1="{y}" y2="{y}"/>'
        '<line class="grid-line" x1="{x}" x2="{x}" y1="{above}" y2="{ground}"/>'
        '<text x="{beside}" y="{y}" dy="4" text-anchor="end">{said}</text>'
        '<text x="{x}" y="{under}" text-anchor="middle">{said}</text>',
        x=x,
        y=y,
        left=LEFT,
        right=LEFT + SIDE,
        above=TOP,
        ground=TOP + SIDE,
        beside=LEFT - 5,
        under=TOP + SIDE + 16,
        said=format_percent(share),
    )
