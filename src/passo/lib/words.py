"""Gettext for the command line and the supervisor: the texts of the pages, without Django."""

import gettext as standard
import os
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "it", "de", "es")
LOCALE = Path(__file__).resolve().parents[1] / "locale"


def language() -> str:
    """As set for Passo, else that of the shell, else English."""
    said = (os.environ.get(name) for name in ("PASSO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    short = next((word for word in said if word), "")[:2].lower()
    return short if short in LANGUAGES else "en"


@cache
def texts(spoken: str) -> standard.NullTranslations:
    return standard.translation("django", LOCALE, [spoken], fallback=True)


def _(text: str) -> str:
    return texts(language()).gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    return texts(language()).ngettext(one, many, number)
