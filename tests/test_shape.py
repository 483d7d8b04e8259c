"""tools/shape.py complains about what it says it complains about."""

import importlib.util
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
LONG = "def f():\n" + "    x = 1\n" * 49


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("src/utils.py", "", "named after an idea"),
        ("src/long.py", "\n" * 400, "400 lines"),
        ("src/deep.py", LONG, "f has 50 lines"),
        ("src/a/views/team.py", "x = User.objects.all()", "starts from its business"),
        ("src/a/views.py", "x = User.objects.all()", "starts from its business"),
        ("src/a/page.html", "\n" * 61, "61 lines"),
        (
            "src/a/page.html",
            '<a href="?by={{ one.pk }}">{{ one.outer_id }}',
            "{{ one.pk }} gets dots",
        ),
        ("src/a/page.html", "{{ one.by_id }}{{ one.by_id|unlocalize }}", "{{ one.by_id }} gets"),
    ],
)
def test_what_has_no_shape_is_named(tmp_path: Path, path: str, text: str, complaint: str) -> None:
    spec = importlib.util.spec_from_file_location("shape", PROJECT / "tools/shape.py")
    assert spec is not None
    assert spec.loader is not None
    shape = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shape)
    for room in ("src", "tests", "tools", "benchmarks"):
        (tmp_path / room).mkdir()
    (tmp_path / "run.py").touch()
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text)
    (found,) = shape.complaints(tmp_path)
    assert found.startswith(path)
    assert complaint in found
