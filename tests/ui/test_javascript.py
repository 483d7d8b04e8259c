"""Our scripts stay small, private and optional: a page must read and act without them."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from django.template.loader import render_to_string

PASSO = Path(__file__).resolve().parents[2] / "src/passo"
MODULES = sorted(path for path in PASSO.glob("*/static/**/*.js") if "vendor" not in path.parts)
WORKER = PASSO / "ui/templates/ui/sw.js"
TEMPLATES = sorted(PASSO.glob("*/templates/**/*.html"))
EVERY = [*MODULES, WORKER]


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_a_module_fits_on_one_screen(path: Path) -> None:
    assert len(lines_of(path)) <= 60
    assert max(len(line) for line in lines_of(path)) <= 100


def test_all_modules_together_stay_small() -> None:
    assert sum(len(lines_of(path)) for path in EVERY) <= 1500


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_a_module_begins_with_what_it_is_for(path: Path) -> None:
    assert lines_of(path)[0].startswith(("// ", "/** "))


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_a_module_writes_no_markup_and_runs_no_text(path: Path) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert not re.search(forbidden, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_holds_no_sentence_for_people(path: Path) -> None:
    """Words come from the page, where they are translated."""
    written = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"))
    assert not re.findall(r"[\"'`][A-Z][a-z]+ [a-z]+[^\"'`]*[\"'`]", written)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_module_is_asked_for_by_a_page(path: Path) -> None:
    name = path.relative_to(next(parent for parent in path.parents if parent.name == "static"))
    asked = f"""src="{{% static '{name}' %}}"></script>"""
    assert any(asked in template.read_text(encoding="utf-8") for template in TEMPLATES)


def test_the_guard_of_forms_comes_after_those_who_answer_a_form_themselves() -> None:
    loaded = re.findall(r"js/(\w+)", render_to_string("ui/parts/scripts.html"))
    assert loaded.index("pressed") > loaded.index("theme")


def test_no_module_imports_another() -> None:
    """Static files carry a hash in their name, which an import would not know."""
    for path in EVERY:
        assert not re.search(r"^\s*import\b", path.read_text(encoding="utf-8"), re.MULTILINE), path


def test_no_template_holds_a_script_a_style_or_a_handler() -> None:
    """The pages forbid them, so a browser would not run them. Words as JSON are no script.

    A mail carries its own style: whoever reads it loads nothing from here.
    """
    script = r"""<script(?![^>]*(\bsrc=|type="application/json"))|\son[a-z]+=["']"""
    for path in TEMPLATES:
        forbidden = script if path.parent.name == "mail" else rf"{script}|<style|\sstyle="
        assert not re.search(forbidden, path.read_text(encoding="utf-8")), path


def test_htmx_is_the_file_whose_checksum_is_written_down() -> None:
    vendor = PASSO / "ui/static/vendor"
    script = next(vendor.glob("htmx-*.js"))
    assert sha256(script.read_bytes()).hexdigest() in (vendor / "VENDORED.md").read_text()


def test_every_key_that_goes_somewhere_is_told_and_every_key_told_goes_somewhere() -> None:
    keys = (PASSO / "ui/static/js/keys.js").read_text(encoding="utf-8")
    places = re.findall(r"\b(\w): \"\w+\"", keys)
    told = render_to_string("ui/parts/shortcut_list.html")
    assert re.findall(r"<kbd>g</kbd> then <kbd>(\w)</kbd>", told) == places
    assert {"i", "o"} < set(places), "introductions and offers stand in the header too"
