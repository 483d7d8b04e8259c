"""Pictures of numbers: server-drawn SVG whose label states the finding in words.

The SVG stretches to its place, so words beside it are HTML. Positions are attributes.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 120, 80
STOP_SPACE, STOP_Y, NAME_Y = 140, 38, 76
WEAK = 0.15
LETTER, NARROW, EDGE = 7, 100, 90
TURNED = (3, -5)  # no two stones lie alike


def columns(
    values: Sequence[float],
    label: str,
    *,
    target: float | None = None,
    tone: str = "pine",
    steps: Sequence[float] = (),
) -> SafeString:
    """One column a value, the last one marked as where we are.

    Where the scale has `steps` of its own they are drawn, and the last of them is the top.
    """
    top = steps[-1] if steps else max([*values, target or 0, 1e-9]) * 1.1
    slot = WIDTH / max(len(values), 1)
    tones = [*[f"fill-{tone}"] * (len(values) - 1), "fill-way"][: len(values)]
    drawn = format_html_join(
        "",
        '<rect class="{}" x="{}" width="{}" y="{}" height="{}"/>',
        (
            (
                css,
                f"{slot * at + slot * 0.13:.2f}",
                f"{slot * 0.74:.2f}",
                f"{HEIGHT - HEIGHT * value / top:.2f}",
                f"{HEIGHT * value / top:.2f}",
            )
            for at, (value, css) in enumerate(zip(values, tones, strict=True))
        ),
    )
    goal = level("target", HEIGHT - HEIGHT * target / top) if target is not None else ""
    lines = [level("grid-line", HEIGHT - HEIGHT * step / top) for step in steps]
    grid = format_html_join("", "{}", ((line,) for line in lines))
    return picture(label, format_html("{}{}{}{}", grid, goal, drawn, level("base-line", HEIGHT)))


def both_sides(above: Sequence[float], below: Sequence[float], label: str) -> SafeString:
    """Two columns a slot, one up and one down from a line between them, on one scale."""
    most = max(max(above, default=0) + max(below, default=0), 1e-9)
    line = HEIGHT * max(above, default=0) / most
    slot = WIDTH / max(len(above), 1)
    sides = [
        *(("fill-pine", at, line - HEIGHT * up / most, up) for at, up in enumerate(above)),
        *(("fill-stone", at, line, down) for at, down in enumerate(below)),
    ]
    drawn = format_html_join(
        "",
        '<rect class="{}" x="{}" width="{}" y="{}" height="{}"/>',
        (
            (
                css,
                f"{slot * at + slot * 0.2:.2f}",
                f"{slot * 0.6:.2f}",
                f"{y:.2f}",
                f"{HEIGHT * value / most:.2f}",
            )
            for css, at, y, value in sides
        ),
    )
    return picture(label, format_html("{}{}", drawn, level("base-line", line)))


def trace(values: Sequence[float], label: str) -> SafeString:
    """A line over time, from left to right."""
    top = max([*values, 1e-9]) * 1.1
    step = WIDTH / max(len(values) - 1, 1)
    points = " ".join(
        f"{step * at:.2f} {HEIGHT - HEIGHT * value / top:.2f}" for at, value in enumerate(values)
    )
    drawn = format_html('<path class="trace" d="M{}"/>', points)
    lines = format_html("{}{}", level("grid-line", HEIGHT / 2), level("base-line", HEIGHT))
    return picture(label, format_html("{}{}", lines, drawn))


def level(css: str, y: float) -> SafeString:
    return format_html(
        '<line class="{}" x1="0" x2="{}" y1="{}" y2="{}"/>', css, WIDTH, f"{y:.2f}", f"{y:.2f}"
    )


def picture(label: str, inner: SafeString) -> SafeString:
    return format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>',
        WIDTH,
        HEIGHT,
        label,
        inner,
    )


def mark(share_x: float, share_y: float, words: str, *, anchor: str = "start") -> SafeString:
    """A dot with words at a place (0..1 from the left and from the top) over a chart."""
    return format_html(
        '<svg class="chart-mark"><ellipse cx="{x}" cy="{y}" rx="6" ry="5"/>'
        '<text x="{x}" y="{y}" dx="{dx}" dy="22" text-anchor="{anchor}">{words}</text></svg>',
        x=f"{100 * share_x:.1f}%",
        y=f"{100 * share_y:.1f}%",
        dx={"start": 4, "middle": 0, "end": -4}[anchor],
        anchor=anchor,
        words=words,
    )


class Stop(NamedTuple):
    """Somebody on a path, and the tie that leads to them: its strength (0..1), and in a word."""

    initials: str
    name: str
    strength: float = 1.0
    words: str = ""


def route_map(stops: Sequence[Stop], label: str, you: int = 0) -> SafeString:
    """From you to the goal: thickness is strength, dots are weak, the goal is yellow.

    However many stand on it, it is as wide: on a phone its words are still to be read. Where `you`
    stand between others, whom you bring together, nobody is the goal.
    """
    kinds = [*["stone"] * (len(stops) - 1), "stone" if you else "goal"]
    kinds[you] = "you"
    space = 2 * STOP_SPACE // max(len(stops) - 1, 1)
    trails = format_html_join(
        "",
        '<path class="trail{}" stroke-width="{}" d="M{} {}C{} {} {} {} {} {}"/>'
        '<text class="small" x="{}" y="{}">{}</text>',
        (trail(at, after, space) for at, (_, after) in enumerate(pairwise(stops))),
    )
    places = range(30, 30 + space * len(stops), space)
    stones = format_html_join(
        "",
        '<ellipse class="{}" cx="{}" cy="{}" rx="22.5" ry="20" transform="rotate({} {} {})"/>'
        '<text class="{}-text" x="{}" y="{}">{}</text><text x="{}" y="{}">{}</text>',
        (
            (
                *(kind, x, STOP_Y, TURNED[at % 2], x, STOP_Y),
                *(kind, x, STOP_Y + 4.5, stop.initials, x, NAME_Y),
                fitting(stop, space if 0 < at < len(stops) - 1 else min(space, EDGE)),
            )
            for at, (stop, kind, x) in enumerate(zip(stops, kinds, places, strict=False))
        ),
    )
    return format_html(
        '<svg class="route-map" viewBox="0 0 {} 92" role="img" aria-label="{}">{}{}</svg>',
        60 + 2 * STOP_SPACE,
        label,
        trails,
        stones,
    )


def fitting(stop: Stop, space: int) -> str:
    """A name that does not run into the next one."""
    letters = space // LETTER
    return stop.name if len(stop.name) <= letters else f"{stop.name[: letters - 1]}…"


def trail(at: int, stop: Stop, space: int) -> tuple[object, ...]:
    """From the edge of one stone to the edge of the next, in a gentle wave; its word beside it.

    Where there is little room all words stand above, away from the names.
    """
    start, end = 30 + at * space + 24, 30 + (at + 1) * space - 24
    is_up = at % 2 == 0 or space < NARROW
    lift = -14 if is_up else 14
    third = (end - start) // 3
    weak = " is-weak" if stop.strength < WEAK else ""
    thick = round(2 + 5 * stop.strength, 1)
    curve = (start, STOP_Y, start + third, STOP_Y + lift, end - third, STOP_Y + lift, end, STOP_Y)
    word = (30 + at * space + space // 2, 14 if is_up else 66, stop.words)
    return (weak, thick, *curve, *word)
