"""Words to send for a step, in the language of whom they are for; texts are in `wording/`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import quote

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import pausing, stages, verbs
from passo.steps.reading import SMALL
from passo.steps.suggestions.suggestion import Said, Suggestion
from passo.steps.tongues import LANGUAGES, language_for

TEXTS = Path(__file__).parent / "wording"
PREFIX = re.compile(r"^\s*((re|r|aw|antw|fwd?|wg|i|rif|rv|tr)\s*(\[\d+\])?:\s*)+", re.IGNORECASE)
LONGEST_TOPIC = 80
# A link is an address: beyond this, mail programs and browsers cut it.
LONGEST_IN_LINK = 1800
LIKE = {"agree": "small_offer", "worth": "added_value"}  # what a small offer asks for
# What somebody wrote down themselves: only what its verb alone says for certain.
BY_VERB = {
    verbs.THANK: "thank",
    verbs.ANSWER: "reply",
    verbs.OFFER: "dialogue",
    verbs.DELIVER: "small_offer",
    verbs.RESEARCH: "research",
}


@dataclass(frozen=True, slots=True)
class Draft:
    language: str
    subject: str
    mail: str
    message: str
    notes: tuple[str, ...]  # for a call


@dataclass(frozen=True, slots=True)
class Ways:
    """How somebody can be reached: as written, and as a machine dials it."""

    mails: tuple[str, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()


def draft_for(
    one: Suggestion, business: Business, user: User, *, language: str = "", variant: int = 0
) -> Draft | None:
    """A proposal to change. For what concerns nobody there is nothing to send."""
    if one.person is None:
        return None
    chosen = language if language in LANGUAGES else language_for(one.person, business)
    texts, values = wording(chosen), values_for(one, business, user)
    section = texts[section_of(one)]
    words = texts["introduction"] if is_first_word(one) else section
    body = fitting(words["mail"], values, variant)
    return Draft(
        language=chosen,
        subject=fitting(words["subject"], values, variant),
        mail=letter(texts["letter"], body, values),
        message=fitting(words["message"], values, variant),
        notes=tuple(line.format_map(values) for line in section["notes"] if fits(line, values)),
    )


@cache
def wording(language: str) -> dict[str, dict[str, Any]]:
    with (TEXTS / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def is_first_word(one: Suggestion) -> bool:
    """On the way to somebody who has never heard of us: who we are comes first."""
    on_the_way = one.opportunity is not None and one.stage <= stages.Rung.INTRODUCTION
    return on_the_way and one.person is not None and not one.person.touch_count


def section_of(one: Suggestion) -> str:
    """Which texts fit: those of its kind, of its stage, or of its verb.

    A row that was made of a suggestion keeps the suggestion's texts.
    """
    if one.promise:
        return "promised" if one.promise == "theirs" else "promise"
    key = one.step.made_of if one.step else one.key
    kind, _, subject = key.partition(":")
    if kind == "rung":
        return (
            "introduction" if one.stage < stages.Rung.INTEREST else stages.stage_of(one.stage).name
        )
    if kind == "thank" and subject.rpartition(":")[2].startswith("t"):
        return "thank_introduction"
    kind = LIKE.get(kind, kind)
    is_known = kind in wording(LANGUAGES[0]) and kind != "letter"
    return kind if is_known else BY_VERB.get(one.verb, "step")


def values_for(one: Suggestion, business: Business, user: User) -> dict[str, str]:
    """Only what is known: a text that needs more is not taken."""
    assert one.person  # noqa: S101 -- whoever asks has looked
    known = {
        "name": one.person.first_name,
        "me": user.first_name,
        "business": business.name,
        "sentence": business.sentence.rstrip("."),
        "topic": topic_of(one.person, business),
        "step": str(one.words).rstrip("."),
        "cares": one.person.cares_about,
        "quote": one.quote,
    }
    if one.promise and one.quote:
        known["step"] = one.quote
    if isinstance(one.words, Said):
        known |= {name: str(one.words.values.get(name, "")) for name in ("offer", "other")}
    return {name: value for name, value in known.items() if value}


def topic_of(person: Person, business: Business) -> str:
    """What the last mail between you was about. What one noted for oneself is never quoted."""
    mails = business.participations.filter(person=person, kind="mail", size__lte=SMALL)
    last = mails.exclude(touch__subject="").order_by("-at", "-pk")
    subject = last.values_list("touch__subject", flat=True).first() or ""
    return PREFIX.sub("", subject).strip()[:LONGEST_TOPIC]


def fits(text: str, values: Mapping[str, str]) -> bool:
    return {name for _text, name, _form, _as in Formatter().parse(text) if name} <= set(values)


def fitting(texts: Iterable[str], values: Mapping[str, str], variant: int) -> str:
    """Those for which everything is known, in turn."""
    usable = [text for text in texts if fits(text, values)]
    return usable[variant % len(usable)].format_map(values).strip()


def letter(frame: Mapping[str, str], body: str, values: Mapping[str, str]) -> str:
    hello, closing = (frame[part].format_map(values) for part in ("hello", "closing"))
    return f"{hello}\n\n{body}\n\n{closing}"


def ways_to(person: Person | None) -> Ways:
    if person is None:
        return Ways()
    rows = list(
        person.contact_points.filter(kind__in=("mail", "phone")).values_list(
            "kind", "value", "said"
        )
    )
    mails = [value for kind, value, _said in rows if kind == "mail"]
    return Ways(
        mails=pausing.live_mails(person, mails),
        phones=tuple((value, said) for kind, value, said in rows if kind == "phone"),
    )


def mail_link(address: str, subject: str, body: str) -> str:
    """Opens the owner's own mail program, with everything in it."""
    text = body.replace("\r\n", "\n").replace("\n", "\r\n")[:LONGEST_IN_LINK]
    return f"mailto:{quote(address, safe='@+')}?subject={quote(subject)}&body={quote(text)}"


def whatsapp_link(phone: str, text: str) -> str:
    """A number as kept, +390515550142; one without its country cannot be reached so."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return (
        f"https://wa.me/{digits}?text={quote(text[:LONGEST_IN_LINK])}" if phone[:1] == "+" else ""
    )
