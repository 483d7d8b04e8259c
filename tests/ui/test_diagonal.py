"""What held lies on the diagonal."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.ui.diagonal import LEFT, SIDE, TOP, Point, diagonal

SHARES = st.floats(0, 1)


def drawn(*points: Point) -> ET.Element:
    svg = diagonal(points, "A & B", across="<believed>", up="came")
    return ET.fromstring(svg)  # noqa: S314 -- our own


def test_a_point_that_held_lies_on_the_line() -> None:
    (circle,) = drawn(Point(0.5, 0.5, 0.4, 0.6)).iter("circle")
    x, y = float(circle.get("cx", 0)), float(circle.get("cy", 0))
    assert x - LEFT == pytest.approx(TOP + SIDE - y, abs=0.2)


def test_the_axes_end_where_the_largest_point_does() -> None:
    words = ["".join(text.itertext()) for text in drawn(Point(0.1, 0.1, 0.05, 0.2)).iter("text")]
    assert "25%" in words
    assert "100%" not in words
    assert "100%" in diagonal([], "", across="", up="")


def test_who_has_more_tries_is_larger() -> None:
    one, four = (Point(0.2, 0.2, 0.1, 0.3, weight=weight) for weight in (1, 4))
    small, large = (float(each.get("r", 0)) for each in drawn(one, four).iter("circle"))
    assert small < large


@given(st.lists(st.tuples(SHARES, SHARES, SHARES, SHARES, st.floats(1, 1e6)), max_size=5))
def test_whatever_came_stands_within_the_picture(shares: list) -> None:
    svg = drawn(*(Point(*one) for one in shares))
    assert len(list(svg.iter("circle"))) == len(shares)
    for line in svg.iter("line"):
        assert all(0 <= float(line.get(place, -1)) <= LEFT + SIDE for place in ("x1", "x2"))
    assert not re.search("style|nan", ET.tostring(svg, encoding="unicode"))
