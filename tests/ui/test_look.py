"""The look as a whole: colours one can read, parts that exist, files that stay small."""

import re
from itertools import product
from pathlib import Path

import pytest

PASSO = Path(__file__).resolve().parents[2] / "src/passo"
CSS = sorted(PASSO.glob("*/static/css/*.css"))
TEMPLATES = sorted(PASSO.glob("*/templates/**/*.html"))
TOKENS = (PASSO / "ui/static/css/tokens.css").read_text(encoding="utf-8")
COLOUR = r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)"
GROUNDS = ("paper", "surface", "sunken")


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Of an OKLCH colour, as WCAG counts it (Björn Ottosson's matrices)."""
    from math import cos, radians, sin  # noqa: PLC0415 -- of this formula alone

    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    parts = [min(max(part, 0.0), 1.0) for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def colour(name: str, theme: int) -> float:
    both = re.search(rf"--{name}: light-dark\({COLOUR}, {COLOUR}\)", TOKENS)
    one = re.search(rf"--{name}: {COLOUR}", TOKENS)
    if both:
        return luminance(*map(float, both.groups()[3 * theme : 3 * theme + 3]))
    assert one, name
    return luminance(*map(float, one.groups()))


def contrast(front: str, back: str, theme: int) -> float:
    pair = sorted((colour(front, theme), colour(back, theme)))
    return (pair[1] + 0.05) / (pair[0] + 0.05)


TEXTS = [
    *product(("ink", "ink-soft", "ink-faint", "link"), GROUNDS),
    *((tone, f"{tone}-tint") for tone in ("good", "care", "stop", "note")),
    *product(("good", "care", "stop", "note"), ("paper", "surface")),
    ("ink", "way-tint"),
    ("ink", "stone"),
    ("on-way", "way"),
    ("on-pine", "pine"),
    ("on-pine", "pine-strong"),
    ("paper", "ink"),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXTS, ids="-on-".join)
def test_every_text_can_be_read(front: str, back: str, theme: int) -> None:
    assert contrast(front, back, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), [*product(("line-strong", "pine"), GROUNDS)])
def test_the_edge_of_a_control_can_be_seen(front: str, back: str, theme: int) -> None:
    assert contrast(front, back, theme) >= 3


def test_the_style_sheets_stay_small() -> None:
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in CSS) <= 4000


def test_colours_have_names_and_are_written_in_one_file() -> None:
    """`color-mix` may shade a name; a colour by itself stands in tokens.css."""
    for path in CSS:
        if path.name != "tokens.css":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl|\boklch\(\.?\d", text), path


def test_every_name_a_style_sheet_uses_is_given_somewhere() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in CSS)
    given = set(re.findall(r"(--[\w-]+)\s*:", texts))
    without_fallback = set(re.findall(r"var\((--[\w-]+)\)", texts))
    assert without_fallback - given == set()


def test_every_style_sheet_is_asked_for_by_a_page() -> None:
    asked = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    assert [path.name for path in CSS if f"css/{path.name}" not in asked] == []


def test_every_icon_a_template_names_is_there() -> None:
    there = {path.stem for path in (PASSO / "ui/icons").glob("*.svg")}
    named = r"""(?:\{% icon |\{% chip |icon_name=|with icon=)["']([a-z0-9-]+)["']"""
    wanted = {name for path in TEMPLATES for name in re.findall(named, path.read_text("utf-8"))}
    assert len(wanted) > 10
    assert wanted - there == set()


def test_no_template_trusts_words_from_outside() -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe(seq)?\b|\{%\s*autoescape off", text), path


def test_sizes_and_gaps_that_templates_name_are_written() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in CSS)
    for path in TEMPLATES:
        for name in re.findall(r"(?<=[\s\"'])(?:gap|min)-\d+(?=[\s\"'])", path.read_text("utf-8")):
            assert f".{name} " in texts, (path, name)
