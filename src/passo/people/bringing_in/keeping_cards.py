"""Cards become sources: each under its lasting name, so that the same card twice is one."""

from collections.abc import Iterable

from passo.lib.db.bulk import insert
from passo.people.bringing_in.work import Work
from passo.people.cards import PlainCard, checksum, digest_of, identity_of, plain_card
from passo.people.fingerprints import marks_of_card
from passo.people.models import Source
from passo.readers.records import Card


def keep_cards(work: Work, cards: list[Card], file: str) -> None:
    """New ones wait without a person; known ones add nothing; changed ones are told anew."""
    told = [source_of(work, card, file) for card in cards]
    sources = [source for source in told if not work.was_erased(marks_of(source))]
    work.counts["erased"] += len(told) - len(sources)
    fresh = without_twins(work, [source for source in sources if not is_us(work, source)])
    work.counts["own"] += len(sources) - sum(not is_us(work, source) for source in sources)
    known = known_sources(work, list(fresh))
    fresh, known = name_apart(work, fresh, known)
    changed = [before for key, before in known.items() if was_changed(before, fresh[key])]
    insert_sources(source for key, source in fresh.items() if key not in known)
    Source.objects.bulk_update(changed, ["card", "digest", "line"])
    work.counts["people_unchanged"] += len(known) - len(changed)
    work.counts["people_changed"] += len(changed)
    remember_changed(work, changed)


COLUMNS = ("business_id", "brought_by_id", "key", "digest", "file", "line", "outer_id", "card")


def insert_sources(sources: Iterable[Source]) -> None:
    insert(
        Source,
        COLUMNS,
        ([getattr(source, name) for name in COLUMNS] for source in sources),
        ignore_conflicts=True,
    )


def marks_of(source: Source) -> Iterable[tuple[str, str]]:
    return marks_of_card(source.key, source.card)


def is_us(work: Work, source: Source) -> bool:
    """The owner's own card is no new acquaintance."""
    return any(mail[0] in work.own for mail in source.card.get("mails", ()))


def was_changed(before: Source, now: Source) -> bool:
    if before.digest == now.digest:
        return False
    before.card, before.digest, before.line = now.card, now.digest, now.line
    return True


def name_apart(
    work: Work, fresh: dict[str, Source], known: dict[str, Source]
) -> tuple[dict[str, Source], dict[str, Source]]:
    """Where this very file gave a UID to another name before, what the card says names it."""
    if work.trusts_uids:
        return fresh, known
    worn = [
        key
        for key, before in known.items()
        if before.brought_by_id == work.brought_by.pk
        and not is_same_name(before.card, fresh[key].card)
    ]
    for key in worn:
        source = fresh.pop(key)
        del known[key]
        source.key = identity_of(source.card)
        fresh.setdefault(source.key, source)
    again = known_sources(work, [identity_of(fresh[key].card) for key in fresh]) if worn else {}
    return fresh, known | {key: again[key] for key in again if key in fresh}


def source_of(work: Work, card: Card, file: str) -> Source:
    plain = plain_card(card, work.country)
    return Source(
        business_id=work.business.pk,
        brought_by_id=work.brought_by.pk,
        key=checksum("uid", card.uid) if card.uid else identity_of(plain),
        digest=digest_of(plain),
        file=file[:200],
        line=min(card.line, 2**31 - 1),
        outer_id=card.uid[:400],
        card=plain,
    )


def without_twins(work: Work, sources: list[Source]) -> dict[str, Source]:
    """By key. Some programs give many cards one UID: then what a card says names it."""
    kept: dict[str, Source] = {}
    for source in sources:
        twin = kept.get(source.key)
        if twin is not None and not is_same_name(twin.card, source.card):
            source.key = identity_of(source.card)
            twin = kept.get(source.key)
        if twin is None:
            kept[source.key] = source
        else:
            work.counts["people_unchanged"] += 1
    return kept


def known_sources(work: Work, keys: list[str]) -> dict[str, Source]:
    """Of any import of this business; where a UID is worn by another name, it is another."""
    known = Source.objects.filter(business=work.business, key__in=keys).order_by("-pk")
    return {source.key: source for source in known}


def is_same_name(one: PlainCard, other: PlainCard) -> bool:
    return bool(one.get("name", "") == other.get("name", ""))


def remember_changed(work: Work, changed: list[Source]) -> None:
    """Their people are told anew once all is read."""
    people = sorted({source.person_id for source in changed if source.person_id})
    if people:
        before = work.brought_by.cursor.get("told_anew", [])
        work.brought_by.cursor["told_anew"] = sorted({*before, *people})
