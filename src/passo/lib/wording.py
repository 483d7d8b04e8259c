"""Texts that anybody can read and improve, with gaps for what is known; and the links that carry
them into somebody's own mail program or messenger.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import quote

# A link is an address: beyond this, mail programs and browsers cut it.
LONGEST_IN_LINK = 1800


@cache
def texts(folder: Path, language: str) -> dict[str, dict[str, Any]]:
    with (folder / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def fits(text: str, values: Mapping[str, str]) -> bool:
    return {name for _text, name, _form, _as in Formatter().parse(text) if name} <= set(values)


def fitting(choice: Iterable[str], values: Mapping[str, str], variant: int = 0) -> str:
    """Those for which everything is known, in turn."""
    usable = [text for text in choice if fits(text, values)]
    return usable[variant % len(usable)].format_map(values).strip()


def letter(frame: Mapping[str, str], body: str, values: Mapping[str, str]) -> str:
    hello, closing = (frame[part].format_map(values) for part in ("hello", "closing"))
    return f"{hello}\n\n{body}\n\n{closing}"


def mail_link(address: str, subject: str, body: str) -> str:
    """Opens the owner's own mail program, with everything in it."""
    text = body.replace("\r\n", "\n").replace("\n", "\r\n")[:LONGEST_IN_LINK]
    return f"mailto:{quote(address, safe='@+,')}?subject={quote(subject)}&body={quote(text)}"


def whatsapp_link(phone: str, text: str) -> str:
    """A number as kept, +390515550142; one without its country cannot be reached so."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return (
        f"https://wa.me/{digits}?text={quote(text[:LONGEST_IN_LINK])}" if phone[:1] == "+" else ""
    )
