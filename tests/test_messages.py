"""Every text of Passo is there in every language, and the tool that gathers them is right."""

from pathlib import Path

import pytest

from tools import messages
from tools.messages import Text, has_the_placeholders, problems, renew, texts_in

PAGE = """{% load i18n %}
  <h1>{% translate "Hello" %}</h1>
{% translate "May" context "month" as month %}{{ month }}
      {% blocktranslate trimmed count n=steps %}
        One step
        for you
      {% plural %}
        {{ n }} steps, isn't it {
      {% endblocktranslate %}
   {% blocktranslate with name=user.name %}Dear {{ name }}, 100%{% endblocktranslate %}
 {% trans "Old way" %} {% button label=_("Save") %} {# a comment #}
"""
CODE = """
_("Plain")
ngettext("One", "%(count)s of them", n)
pgettext_lazy("verb", "Step")
npgettext("noun", "Step", "Steps", n)
_(f"never {this}")
"""


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    found = problems(language)
    assert not found, "\n".join(found)


def test_texts_of_a_page_are_found_whatever_its_shape(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    assert set(texts_in(page)) == {
        Text("", "Hello", ""),
        Text("month", "May", ""),
        Text("", "One step for you", "%(n)s steps, isn't it {"),
        Text("", "Dear %(name)s, 100%%", ""),
        Text("", "Old way", ""),
        Text("", "Save", ""),
    }


def test_texts_of_code_are_found_with_context_and_plural(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text(CODE)
    assert set(texts_in(code)) == {
        Text("", "Plain", ""),
        Text("", "One", "%(count)s of them"),
        Text("verb", "Step", ""),
        Text("noun", "Step", "Steps"),
    }


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Passo of one file and no libraries."""
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "SOURCE", tmp_path / "passo")
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(messages, "libraries", lambda _language: [])
    (tmp_path / "passo").mkdir()
    (tmp_path / "passo" / "words.py").write_text('_("Good day")\n_("%(n)s steps")\n')
    renew("it")
    return tmp_path


def translate(folder: Path, english: str, italian: str) -> Path:
    path = folder / "locale" / "it" / "LC_MESSAGES" / "django.po"
    text = path.read_text()
    assert f'msgid "{english}"\nmsgstr ""' in text
    path.write_text(
        text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{italian}"')
    )
    return path


def test_what_is_untranslated_is_said(small: Path) -> None:
    assert problems("it") == [
        "it: untranslated: '%(n)s steps'",
        "it: untranslated: 'Good day'",
    ]
    assert problems("de") == ["de: there is no catalogue. Run “python3 run.py messages”."]


def test_a_translation_stays_and_a_changed_text_loses_its_own(small: Path) -> None:
    translate(small, "Good day", "Buongiorno")
    translate(small, "%(n)s steps", "%(n)s passi")
    assert problems("it") == ["it: the compiled catalogue is stale. Run “python3 run.py messages”."]
    renew("it")
    assert problems("it") == []
    (small / "passo" / "words.py").write_text('_("Good day")\n_("%(n)s small steps")\n')
    assert problems("it") == [
        "it: missing: '%(n)s small steps'",
        "it: obsolete: '%(n)s steps'",
    ]
    renew("it")
    assert problems("it") == ["it: untranslated: '%(n)s small steps'"]


def test_a_fuzzy_text_is_not_taken_for_a_translation(small: Path) -> None:
    path = translate(small, "Good day", "Buongiorno")
    path.write_text(path.read_text().replace('msgid "Good day"', '#, fuzzy\nmsgid "Good day"'))
    assert "it: fuzzy: 'Good day'" in problems("it")
    renew("it")
    assert "it: untranslated: 'Good day'" in problems("it")


def test_a_lost_placeholder_is_noticed(small: Path) -> None:
    translate(small, "%(n)s steps", "%(m)s passi")
    assert "it: placeholders: '%(n)s steps' → '%(m)s passi'" in problems("it")


@pytest.mark.parametrize(
    ("english", "plural", "other", "fine"),
    [
        ("One step", "%(n)s steps", "Un passo", True),
        ("One step", "%(n)s steps", "%(n)s passi", True),
        ("%(a)s and %(b)s", "", "%(b)s e %(a)s", True),
        ("%(a)s and %(b)s", "", "%(b)s", False),
        ("{name} has", "", "{nome} ha", False),
        ("{size:.1f} GB", "", "{size} GB", False),
        ("%s of %s", "", "%s", False),
        ("100%%", "", "100 %%", True),
        ('<a href="x">Here</a>', "", "Qui", False),
    ],
)
def test_placeholders_are_those_of_the_english(
    english: str, plural: str, other: str, *, fine: bool
) -> None:
    assert has_the_placeholders(other, Text("", english, plural)) is fine


def test_the_same_texts_make_the_same_bytes(small: Path) -> None:
    folder = small / "locale" / "it" / "LC_MESSAGES"
    first = [path.read_bytes() for path in sorted(folder.iterdir())]
    renew("it")
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == first
    assert b"Date" not in first[1]


def test_a_library_text_without_translation_becomes_ours() -> None:
    """Django 5.2 has no Italian for this one."""
    assert Text("", "Enter a valid domain name.", "") in messages.gather("it")
    assert Text("", "Enter a valid domain name.", "") not in messages.gather("de")
