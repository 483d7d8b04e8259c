"""The catalogs of Passo's languages, without any system gettext.

`messages.py`        gather every text, merge it into the three catalogs, compile them
`messages.py it`     the same for one language
`messages.py check`  say what is missing, and end with 1 if anything is
"""

import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parents[1]
SOURCE = HERE / "src" / "passo"
LOCALE = SOURCE / "locale"
LANGUAGES = ("it", "de", "es")
HOLES = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")
CALL = re.compile(r"\b(n?pgettext|n?gettext|_)\(")
KEYWORDS: dict[str, object] = {
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop", "_", "_now", "_lazy")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
HEAD = """# Passo
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
# Pages of allauth that Passo shows; its other parts (headless, providers, phones) are not used.
LIBRARY_ROOMS = ("account", "mfa", "usersessions", "socialaccount", "templates")
NOT_SHOWN = re.compile(
    r"phone|sms|headless|/idp/|/openid/|providers/|admin|models|migrations|tests"
)


class Found(NamedTuple):
    """One text: its id (a pair where there is a plural), its context, and where it stands."""

    key: str | tuple[str, ...]
    context: str | None
    place: str


def main(words: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    os.environ.setdefault("PASSO_DATA", str(HERE / ".messages-data"))
    import django  # noqa: PLC0415 -- only once the environment says where its settings are

    django.setup()
    if words == ["check"]:
        found = [line for language in LANGUAGES for line in complaints(language)]
        print("\n".join(found) or "Every text is there in every language.")
        return 1 if found else 0
    for language in words or LANGUAGES:
        print(language, update(language))
    return 0


# --- What there is to say -------------------------------------------------------------------------


def texts_of_passo() -> list[Found]:
    files = sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")])
    return [one for file in files for one in texts_in(file, file.relative_to(SOURCE).as_posix())]


def texts_of_libraries(language: str) -> list[Found]:
    """What allauth shows and has not said itself in this language."""
    import allauth  # noqa: PLC0415 -- a library among others

    root = Path(str(allauth.__file__)).parent
    known = said_by(root / "locale" / language / "LC_MESSAGES" / "django.mo")
    ours = {path.relative_to(SOURCE / "ui" / "templates").as_posix() for path in our_pages()}
    files = [path for room in LIBRARY_ROOMS for path in sorted((root / room).rglob("*"))]
    return [
        one
        for file in files
        if file.suffix in {".py", ".html", ".txt"} and is_shown(file, root, ours)
        for one in texts_in(file, f"allauth/{file.name}")
        if one.key not in known
    ]


def our_pages() -> Iterator[Path]:
    return (SOURCE / "ui" / "templates").rglob("*.*")


def is_shown(file: Path, root: Path, ours: set[str]) -> bool:
    """Not the pages that Passo has replaced by its own."""
    name = file.relative_to(root).as_posix()
    return not NOT_SHOWN.search(name) and name.removeprefix("templates/") not in ours


def said_by(path: Path) -> set[str | tuple[str, ...]]:
    if not path.exists():
        return set()
    with path.open("rb") as file:
        return {plain(message.id) for message in read_mo(file) if message.id and full(message)}


def texts_in(file: Path, place: str) -> Iterator[Found]:
    source = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        yield from texts_in_template(source, place)
        return
    found = extract("python", io.BytesIO(source.encode()), KEYWORDS)
    for _line, key, _comments, context in found:
        if key:
            yield Found(plain(key), context, place)


def texts_in_template(source: str, place: str) -> Iterator[Found]:
    """Django turns a template into calls of gettext among letters that mean nothing."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 -- after set-up

    calls = templatize(source)
    for match in CALL.finditer(calls):
        name, words = match.group(1), arguments(calls, match.end())
        context = words.pop(0) if "pgettext" in name else None
        if words and words[0]:
            is_plural = name.startswith("n")
            yield Found(tuple(words[:2]) if is_plural else words[0], context, place)


def arguments(calls: str, start: int) -> list[str]:
    """The texts of the call that begins here; its end is the first bracket that makes sense."""
    end = start
    while (end := calls.find(")", end) + 1) > 0:
        try:
            call = ast.parse(f"f({calls[start:end]}", mode="eval").body
        except SyntaxError:
            continue
        given = call.args if isinstance(call, ast.Call) else []
        values = [one.value for one in given if isinstance(one, ast.Constant)]
        return [value for value in values if isinstance(value, str)]
    return []


def plain(key: object) -> str | tuple[str, ...]:
    return tuple(map(str, key)) if isinstance(key, list | tuple) else str(key)


# --- The catalogs ---------------------------------------------------------------------------------


def path_of(language: str, kind: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def catalog_of(language: str) -> Catalog:
    path = path_of(language, "po")
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> str:
    """Keep what is translated, add what is new with nothing said yet, drop what is gone."""
    old, new = catalog_of(language), Catalog(locale=language, project="Passo", charset="utf-8")
    for one in [*texts_of_passo(), *texts_of_libraries(language)]:
        before = old.get(one.key if isinstance(one.key, str) else one.key[0], one.context)
        kept = before.string if before and plain(before.id) == one.key else ""
        new.add(one.key, kept, locations=[(one.place.partition(":")[0], 0)], context=one.context)
    write(language, new)
    empty = sum(1 for message in new if message.id and not full(message))
    return f"{len(new)} texts, {empty} to be translated"


def write(language: str, catalog: Catalog) -> None:
    path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
    with path_of(language, "po").open("wb") as file:
        write_po(
            file, catalog, width=100, omit_header=False, sort_output=False, include_lineno=False
        )
    body = path_of(language, "po").read_text(encoding="utf-8").partition("\n\n")[2]
    path_of(language, "po").write_text(HEAD.format(language=language) + body, encoding="utf-8")
    path_of(language, "mo").write_bytes(compiled(language))


def compiled(language: str) -> bytes:
    into = io.BytesIO()
    write_mo(into, catalog_of(language))
    return into.getvalue()


# --- What is wrong ----------------------------------------------------------------------------------


def full(message: Message) -> bool:
    said = message.string
    return all(said) if isinstance(said, list | tuple) else bool(said)


def complaints(language: str) -> Iterator[str]:
    catalog = catalog_of(language)
    wanted = {
        (one.key, one.context): one.place
        for one in [*texts_of_passo(), *texts_of_libraries(language)]
    }
    there = {(plain(one.id), one.context or None): one for one in catalog if one.id}
    for (key, context), place in wanted.items():
        message = there.get((key, context))
        if message is None or not full(message):
            yield f"{language}: not translated: {key!r} ({place})"
        elif message.fuzzy:
            yield f"{language}: only guessed: {key!r}"
        elif not same_holes(message):
            yield f"{language}: other placeholders than the English: {key!r} → {message.string!r}"
    for key, context in there.keys() - wanted.keys():
        yield f"{language}: no longer said: {key!r}" + (f" ({context})" if context else "")
    mo = path_of(language, "mo")
    if not mo.exists() or mo.read_bytes() != compiled(language):
        yield f"{language}: django.mo is older than django.po: python3 run.py messages"


def same_holes(message: Message) -> bool:
    """A singular may leave out its number; nothing else may be missing or new."""
    keys = message.id if isinstance(message.id, list | tuple) else [message.id]
    said = message.string if isinstance(message.string, list | tuple) else [message.string]
    allowed = {hole for key in keys for hole in holes(key)}
    needed = holes(keys[-1])
    return all(holes(one) <= allowed for one in said) and holes(said[-1]) == needed


def holes(text: str) -> set[str]:
    return {match.group(0) for match in HOLES.finditer(text)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
