"""The documents keep their promises: links lead somewhere, lists are whole, names are real."""

import re
import tomllib
from pathlib import Path

import pytest
import typer

from passo.cli import app

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
# fmt: off
GLOSSARY_WORDS = (
    "Business", "Member", "Owner", "Staff", "Viewer", "Host", "Person", "Organisation", "Touch",
    "Tie", "Contribution", "Opportunity", "Stage", "Step", "Offer", "Introduction", "Capability",
    "Need", "Alliance", "Team", "Pool", "Job", "Handover", "Bet", "Shot", "Value", "Community",
    "Post", "Advocate", "Referral", "Circle", "Channel",
)
# fmt: on
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(document: Path) -> set[str]:
    """As the usual hosts make them: lower case, no punctuation, dashes for spaces."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(document: str) -> dict[str, list[str]]:
    """The tables of a document: first cell, without its marks, to the other cells."""
    found = {}
    for line in text(document).splitlines():
        if line.startswith("|") and not line.startswith("|---"):
            first, *others = [cell.strip() for cell in line.strip("|").split("|")]
            found[first.strip("`• ")] = others
    return found


def package_name(line: str) -> str:
    return re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0].lower()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file_that_exists(document: Path) -> None:
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: no such heading"


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in reached:
            continue
        reached.add(document)
        for link in LINK.findall(document.read_text(encoding="utf-8")):
            target = (document.parent / link.partition("#")[0]).resolve()
            if target.is_dir():
                waiting += target.glob("*.md")
            elif target.suffix == ".md" and target.exists():
                waiting.append(target)
    assert [str(path.relative_to(ROOT)) for path in DOCUMENTS if path not in reached] == []


def test_the_readme_fits_on_a_screen_or_two_and_names_both_commands() -> None:
    readme = text("README.md")
    assert len(readme.splitlines()) <= 80
    assert "    python3 run.py\n" in readme
    assert "    python3 run.py test\n" in readme


def test_the_style_is_short_enough_to_be_read() -> None:
    assert len(text("STYLE.md").splitlines()) <= 120


def test_the_glossary_explains_every_word_in_four_languages() -> None:
    words = rows("docs/glossary.md")
    assert [word for word in GLOSSARY_WORDS if word not in words] == []
    assert [word for word, cells in words.items() if len(cells) != 4 or not all(cells)] == []


@pytest.mark.parametrize("column", [1, 2, 3], ids=["Italian", "German", "Spanish"])
def test_no_translation_stands_for_two_words_of_the_glossary(column: int) -> None:
    """Else a translator could not tell them apart, and neither could the reader."""
    used: dict[str, str] = {}
    for word, cells in rows("docs/glossary.md").items():
        translation = cells[column].lower()
        if translation == "—" or word == "MAP":
            continue
        assert translation not in used, f"{word} and {used[translation]}: {translation}"
        used[translation] = word


def test_every_dependency_says_why_and_how_we_would_leave() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    explained = rows("docs/how/dependencies.md")
    for package in map(package_name, named):
        assert all(explained.get(package, [""])), f"{package} has no line"


def test_no_line_explains_a_dependency_that_has_gone() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    named = {package_name(one) for one in sum(extras, project["dependencies"])}
    in_use = text("docs/how/dependencies.md").partition("## To build")[0]
    assert set(re.findall(r"^\| `([^`]+)`", in_use, re.MULTILINE)) == named


def test_every_setting_in_the_code_is_explained_to_whoever_runs_it() -> None:
    read = re.compile(r"environ(?:\.get\(|\[)\s*\"((?:PASSO_|DATABASE_)\w+)\"")
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("src/passo/**/*.py"))
    explained = set(re.findall(r"^\| `([A-Z_]+)`", text("docs/guide/running-it.md"), re.MULTILINE))
    assert set(read.findall(code)) <= explained


def test_every_command_and_its_parts_stand_in_the_guide() -> None:
    explained = rows("docs/guide/command-line.md")
    for name, known in typer.main.get_group(app).commands.items():
        assert name in explained, f"passo {name} has no line"
        for part in getattr(known, "commands", {}):
            assert f"`{part}`" in explained[name][0], f"passo {name} {part} is not named"


def test_decisions_say_what_was_given_up_and_when_to_look_again() -> None:
    for path in ROOT.glob("docs/decisions/0*.md"):
        page = path.read_text(encoding="utf-8")
        for heading in ("## Context", "## Choice", "## What we gave up", "## When to look again"):
            assert heading in page, f"{path.name} has no “{heading}”"


def test_the_licence_is_the_whole_agpl() -> None:
    licence = text("LICENSE")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in licence
    assert "13. Remote Network Interaction" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert tomllib.loads(text("pyproject.toml"))["project"]["license"] == "AGPL-3.0-or-later"
