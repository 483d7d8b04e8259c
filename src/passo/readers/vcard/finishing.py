"""What a card is once it has been read to its end: someone, something else, or nobody."""

from collections import Counter
from operator import itemgetter

from passo.readers.records import Card, Problem, _
from passo.readers.vcard.heads import LAST
from passo.readers.vcard.properties import Open

NOBODY = _(
    "This card has no name, no mail address, no phone and no organisation,"
    " so there is nobody to keep."
)
# What a card can be about other than a person or an organisation
NOT_SOMEONE = {"group", "location", "device", "application", "resource", "room"}
ORGANISATION = {"org", "organization", "organisation"}


def finish(opened: Open, counted: Counter[str]) -> Card | Problem | None:
    card = opened.card
    if opened.notes:
        card.note = "\n".join(opened.notes)
    if opened.nicknames:
        card.nickname = ", ".join(opened.nicknames)
    if opened.kind in NOT_SOMEONE:
        counted[opened.kind] += 1
        return None
    if not is_anyone(card):
        return Problem(card.line, NOBODY)
    if opened.marks:
        relabel(opened)
        reorder(opened)
    if card.organisation or opened.kind:
        card.is_organisation = is_organisation(opened)
    return card


def is_anyone(card: Card) -> bool:
    return bool(
        card.name
        or card.mails
        or card.phones
        or card.family
        or card.given
        or card.organisation
        or card.nickname
    )


def relabel(opened: Open) -> None:
    """A label of the owner's own stands in a line apart, of the same group."""
    for items, at, head in opened.marks:
        if label := opened.labels.get(head.group):
            items[at] = items[at]._replace(label=label)


def reorder(opened: Open) -> None:
    """The preferred ones first; else as they stand."""
    preferred = [
        (head.preference, items, items[at])
        for items, at, head in opened.marks
        if head.preference < LAST
    ]
    preferred.sort(key=itemgetter(0))
    for _preference, items, item in reversed(preferred):
        items.remove(item)
        items.insert(0, item)


def is_organisation(opened: Open) -> bool:
    """Where a card does not say what it is about, it is a firm if it names nothing else."""
    card = opened.card
    if opened.kind:
        return opened.kind in ORGANISATION
    if card.given or card.family not in ("", card.organisation):
        return False
    if card.organisation in (card.name, card.family):
        return True
    return not (card.name or card.nickname or card.mails)
