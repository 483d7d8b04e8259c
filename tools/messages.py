"""Gather every text, merge it into the translations, compile them: in pure Python.

    python tools/messages.py          gathers, merges, compiles
    python tools/messages.py it       the same for one language
    python tools/messages.py check    changes nothing; says what is missing, exit 1

A text that was changed loses its translation: a guess that nobody read is worse than English.
Texts of libraries whose own catalogue lacks a language are gathered too, so that no page is half
translated.
"""

import argparse
import gettext
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import allauth
import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "passo"
LOCALE = SOURCE / "locale"
LANGUAGES = ("it", "de", "es")
ALLAUTH, DJANGO = Path(allauth.__file__).parent, Path(django.__file__).parent
KEYWORDS: dict[str, Any] = {
    "_": None,
    "_now": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Passo says du, tu and tú; a library that does not is said anew.
FORMAL = {
    "de": re.compile(r"\b(Sie|Ihr(e|en|em|er|es)?)\b"),
    "it": re.compile(r"\b(Lei|Suo|Sua|Suoi|La preghiamo)\b"),
    "es": re.compile(r"\b[Uu]sted(es)?\b"),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*(?:[:!][^{}]*)?\}|</?\w+")
# The same bytes every time: no catalogue says when it was written.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
HEADERS_LEFT_OUT = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team'
    r"|Project-Id-Version|Report-Msgid-Bugs-To).*\n",
    re.MULTILINE,
)


class Text(NamedTuple):
    """One text to translate; `plural` is "" where there is none."""

    context: str
    singular: str
    plural: str

    @property
    def id(self) -> Any:
        return (self.singular, self.plural) if self.plural else self.singular


Found = dict[Text, set[str]]


# --- Gathering ------------------------------------------------------------------------------------
def gather(language: str) -> Found:
    """Every text that needs our translation, and where it stands."""
    found: Found = {}
    for path in sources(SOURCE):
        remember(found, texts_in(path), path.relative_to(ROOT).as_posix())
    for texts, place in library_texts(language):
        remember(found, texts, place)
    return found


def remember(found: Found, texts: Iterable[Text], place: str) -> None:
    for text in texts:
        found.setdefault(text, set()).add(place)


def sources(folder: Path) -> list[Path]:
    paths = [path for path in folder.rglob("*") if path.suffix in {".py", ".html", ".txt", ".svg"}]
    return sorted(path for path in paths if path.suffix == ".py" or "templates" in path.parts)


def texts_in(path: Path) -> list[Text]:
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        content = flat(templatize(content, origin=str(path)))
    found = extract("python", io.BytesIO(content.encode()), keywords=KEYWORDS)
    return [text_of(message, context) for _line, message, _comments, context in found]


def flat(code: str) -> str:
    """What Django makes of a template is almost Python; its indentation is not."""
    return re.sub(r"(?m)^[ \t\f]+", "", code)


def text_of(message: Any, context: str | None) -> Text:
    singular, plural = message if isinstance(message, tuple) else (message, "")
    return Text(context or "", singular, plural)


# --- Libraries ------------------------------------------------------------------------------------
def library_texts(language: str) -> Iterator[tuple[list[Text], str]]:
    formal = FORMAL[language]
    for folder, catalogues, paths in libraries(language):
        known = set().union(*(shipped(catalogue, formal) for catalogue in catalogues))
        for path in paths:
            texts = [text for text in texts_in(path) if text[:2] not in known]
            if texts:
                yield texts, path.relative_to(folder.parent).as_posix()


def libraries(language: str) -> Iterator[tuple[Path, list[Path], list[Path]]]:
    """The parts of libraries that people see, and where their translations lie."""
    ending = Path("locale", language, "LC_MESSAGES", "django.mo")
    yield ALLAUTH, [ALLAUTH / ending], [path for path in sources(ALLAUTH) if is_seen(path)]
    seen = [*sources(DJANGO / "forms"), DJANGO / "core" / "validators.py"]
    seen += [DJANGO / "contrib" / "auth" / "password_validation.py"]
    catalogues = [DJANGO / "conf" / ending, DJANGO / "contrib" / "auth" / ending]
    yield DJANGO, catalogues, seen


def is_seen(path: Path) -> bool:
    """Of allauth the apps we use, without what is for machines and what we show in our own way."""
    parts = path.relative_to(ALLAUTH).parts
    if set(parts) & {"tests", "migrations", "management", "headless", "idp", "openid", "locale"}:
        return False
    if "providers" in parts and not set(parts) & {"base", "openid_connect"}:
        return False
    return parts[0] != "templates" or not is_our_own(Path(*parts[1:]))


def is_our_own(template: Path) -> bool:
    return any((folder / template).exists() for folder in SOURCE.glob("**/templates"))


def shipped(path: Path, formal: re.Pattern[str]) -> set[tuple[str, str]]:
    """What a compiled catalogue of a library translates as we would: context and singular."""
    with path.open("rb") as file:
        entries = gettext.GNUTranslations(file)._catalog  # noqa: SLF001 -- it has no other door
    said = {key: value for key, value in entries.items() if value and not formal.search(value)}
    names = (key[0] if isinstance(key, tuple) else key for key in said)
    return {(name.rpartition("\x04")[0], name.rpartition("\x04")[2]) for name in names}


# --- Merging and compiling ------------------------------------------------------------------------
def merged(language: str) -> Catalog:
    """Today's texts with the translations that still belong to them."""
    old, new = read(language), empty(language)
    for text, places in sorted(gather(language).items()):
        kept = old.get(text.id, text.context or None) if old else None
        new.add(
            text.id,
            kept.string if kept and belongs(kept, text) else None,
            locations=[(place, None) for place in sorted(places)],
            user_comments=kept.user_comments if kept else (),
            context=text.context or None,
        )
    return new


def belongs(kept: Message, text: Text) -> bool:
    return kept.id == text.id and not kept.fuzzy


def empty(language: str) -> Catalog:
    title = f"# Passo: {language}"
    return Catalog(language, header_comment=title, creation_date=EPOCH, revision_date=EPOCH,
                   charset="utf-8", fuzzy=False)  # fmt: skip


def read(language: str) -> Catalog | None:
    path = po_path(language)
    if not path.exists():
        return None
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.creation_date = catalog.revision_date = EPOCH
    return catalog


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def written(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
    return HEADERS_LEFT_OUT.sub("", file.getvalue().decode()).encode()


def compiled(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def renew(language: str) -> None:
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(merged(language)))
    path.with_suffix(".mo").write_bytes(compiled(read(language) or empty(language)))


# --- Checking -------------------------------------------------------------------------------------
def problems(language: str) -> list[str]:
    """All that keeps a language from being complete, one line each."""
    catalog, wanted = read(language), gather(language)
    if catalog is None:
        return [f"{language}: there is no catalogue. Run “python3 run.py messages”."]
    found = [line for text in sorted(wanted) for line in problems_of(catalog, text)]
    there = {text_of(one.id, one.context) for one in catalog if one.id}
    found += [f"obsolete: {text.singular!r}" for text in sorted(there - set(wanted))]
    path = po_path(language).with_suffix(".mo")
    if not path.exists() or path.read_bytes() != compiled(catalog):
        found.append("the compiled catalogue is stale. Run “python3 run.py messages”.")
    return [f"{language}: {line}" for line in found]


def problems_of(catalog: Catalog, text: Text) -> list[str]:
    message = catalog.get(text.id, text.context or None)
    if message is None or message.id != text.id:
        return [f"missing: {text.singular!r}"]
    if message.fuzzy:
        return [f"fuzzy: {text.singular!r}"]
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    if not all(strings) or (text.plural and len(strings) != catalog.num_plurals):
        return [f"untranslated: {text.singular!r}"]
    return [
        f"placeholders: {text.singular!r} → {string!r}"
        for string in strings
        if not has_the_placeholders(string, text)
    ]


def has_the_placeholders(string: str, text: Text) -> bool:
    """Those of the singular or of the plural; a form of a plural may leave the number out."""
    here, one = placeholders(string), placeholders(text.singular)
    many = placeholders(text.plural) if text.plural else one
    return (one & many) <= here <= (one | many)


def placeholders(string: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(string.replace("%%", "")))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words = ("check", *LANGUAGES)
    parser.add_argument("words", nargs="*", choices=(*words, []), help="check, or some languages")
    asked = parser.parse_args(arguments).words
    languages = [word for word in asked if word in LANGUAGES] or LANGUAGES
    if "check" not in asked:
        for language in languages:
            renew(language)
    found = [line for language in languages for line in problems(language)]
    print("\n".join(found) or "Every text is translated.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
