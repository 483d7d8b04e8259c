"""Words to send for a step, in the language of whom they are for; texts are in `wording/`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from passo.businesses.models import Business, User
from passo.lib.wording import fits, fitting, letter, texts
from passo.people.models import Person
from passo.people.tongues import LANGUAGES
from passo.steps import leading, pausing, stages, verbs
from passo.steps.reading import SMALL
from passo.steps.suggestions import brought, thank
from passo.steps.suggestions.suggestion import Said, Suggestion
from passo.steps.tongues import language_for

TEXTS = Path(__file__).parent / "wording"
PREFIX = re.compile(r"^\s*((re|r|aw|antw|fwd?|wg|i|rif|rv|tr)\s*(\[\d+\])?:\s*)+", re.IGNORECASE)
LONGEST_TOPIC = 80
LIKE = {"agree": "small_offer", "worth": "added_value"}  # what a small offer asks for
# By the mark of the key: what is thanked for.
THANKS = {
    "t": "thank_introduction",
    thank.INTRODUCTION: "thank_introduction",
    thank.GIFT: "thank_gift",
}
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
    """A proposal to change. For what concerns nobody there is nothing to send; an introduction is
    written on a page of its own.
    """
    if one.person is None or leading.has_its_own_words(one):
        return None
    chosen = language if language in LANGUAGES else language_for(one.person, business)
    known, values = wording(chosen), values_for(one, business, user)
    section = known[section_of(one)]
    is_unknown = is_first_word(one) and one.kind != brought.GREET
    words = known["introduction"] if is_unknown else section
    body = fitting(words["mail"], values, variant)
    return Draft(
        language=chosen,
        subject=fitting(words["subject"], values, variant),
        mail=letter(known["letter"], body, values),
        message=fitting(words["message"], values, variant),
        notes=tuple(line.format_map(values) for line in section["notes"] if fits(line, values)),
    )


def wording(language: str) -> dict[str, dict[str, Any]]:
    return texts(TEXTS, language)


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
    if kind == thank.KIND:
        return THANKS.get(subject.rpartition(":")[2][:1], kind)
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
