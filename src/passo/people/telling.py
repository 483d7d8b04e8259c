"""What the cards of one person say together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from passo.engine.names import name_parts
from passo.people.cards import PlainCard, display_name
from passo.people.organisation_names import organisation_key

Way = tuple[str, str]  # kind and value


@dataclass
class Detail:
    """How one can be reached, as a card writes it."""

    said: str
    label: str = ""
    place: list[str] = field(default_factory=list)


@dataclass
class Told:
    """The fields of a person, and what hangs on them."""

    fields: dict[str, str]
    details: dict[Way, Detail]
    jobs: dict[str, tuple[str, str]]  # key of the organisation → its name, what they do there
    tags: list[str]


def tell(cards: Iterable[PlainCard]) -> Told:
    """Cards that say more come first; of two that say the same thing the first is believed."""
    best = sorted(cards, key=fullness, reverse=True)
    return Told(
        fields={
            **names_of(best),
            "nickname": first(best, "nickname"),
            "job_title": first(best, "title"),
            "birthday": max((card.get("birthday", "") for card in best), key=len, default=""),
            "note": "\n\n".join(dict.fromkeys(card["note"] for card in best if card.get("note"))),
        },
        details=details_of(best),
        jobs=jobs_of(best),
        tags=list(dict.fromkeys(tag for card in best for tag in card.get("tags", ()))),
    )


def fullness(card: PlainCard) -> tuple[bool, bool, int]:
    """A contact that somebody wrote says more than the head of a mail, both names more than one."""
    both = bool(card.get("given") and card.get("family")) or " " in card.get("name", "")
    return (not card.get("from_mail"), both, len(card.get("name", "")))


def first(cards: list[PlainCard], name: str) -> str:
    return next((str(card[name]) for card in cards if card.get(name)), "")


def names_of(cards: list[PlainCard]) -> dict[str, str]:
    named = next((card for card in cards if card.get("name")), None)
    if named is None:
        return names_without_a_name(cards)
    given, family = parts_of(named)
    name = f"{given} {family}" if "," in named["name"] and given and family else named["name"]
    return {"name": name[:200], "given": given[:100], "family": family[:100]}


def parts_of(card: PlainCard) -> tuple[str, str]:
    """Given and family name; guessed from the whole where the card has it in one piece."""
    given, family = card.get("given", ""), card.get("family", "")
    if given and family:
        return given, family
    name = card.get("name", "")
    if name and name == (given or family):
        return given, family
    parts = name_parts(name)
    return given or parts.given, family or parts.family


def names_without_a_name(cards: list[PlainCard]) -> dict[str, str]:
    """`paola.rinaldi@…` is taken for a name; anything else stays the address it is."""
    named = next((card for card in cards if display_name(card)), {})
    name = display_name(named)
    words = name.partition("@")[0].split(".") if "@" in name else []
    if len(words) == 2 and all(word.isalpha() and len(word) > 1 for word in words):  # noqa: PLR2004
        given, family = (word.capitalize()[:100] for word in words)
        return {"name": f"{given} {family}", "given": given, "family": family}
    return {"name": name, "given": "", "family": ""}


def details_of(cards: list[PlainCard]) -> dict[Way, Detail]:
    found: dict[Way, Detail] = {}
    for card in cards:
        for kind, group in (("mail", "mails"), ("phone", "phones")):
            for value, said, label in card.get(group, ()):
                found.setdefault((kind, value or said), Detail(said, label))
        for value, label in card.get("webs", ()):
            found.setdefault(("web", value.lower()), Detail(value, label))
        for place in card.get("places", ()):
            said = ", ".join(filter(None, place[:5]))
            found.setdefault(("place", said.lower()[:254]), Detail(said[:400], place[5], place))
    return found


def jobs_of(cards: list[PlainCard]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for card in cards:
        name = card.get("org", "")
        if key := organisation_key(name):
            before = found.get(key, (name, ""))
            found[key] = (before[0], before[1] or card.get("title", ""))
    return found
