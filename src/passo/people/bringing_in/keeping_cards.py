"""Cards become sources: each under its lasting name, so that the same card twice is one."""

from collections.abc import Iterable

from passo.lib.db.bulk import insert
from passo.people.bringing_in.standing import stands_again
from passo.people.bringing_in.work import Work
from passo.people.cards import checksum, digest_of, identity_of, plain_card
from passo.people.fingerprints import marks_of_card
from passo.people.models import Source
from passo.readers.records import Card


def keep_cards(work: Work, cards: list[Card], file: str) -> None:
    """New ones wait without a person; known ones add nothing; changed ones are told anew."""
    told = [source_of(work, card, file) for card in cards]
    sources = [source for source in told if not work.was_erased(marks_of(source))]
    theirs = [source for source in sources if not is_us(work, source)]
    work.counts["erased"] += len(told) - len(sources)
    work.counts["own"] += len(sources) - len(theirs)
    keep_sources(work, theirs)


def keep_sources(work: Work, sources: list[Source]) -> None:
    known = known_sources(work, sources)
    met: set[str] = set()
    changed: dict[int, Source] = {}
    stood: dict[int, Source] = {}
    for source in sources:
        source.key = key_for(work, source, known.get(source.key), known, met)
        before = known.setdefault(source.key, source)
        met.add(source.key)
        if before is source:
            continue
        if was_changed(before, source):
            changed[before.pk] = before
            continue
        work.counts["people_unchanged"] += 1
        if stands_again(work, before, source) and before.pk:
            stood[before.pk] = before
    insert_sources(one for one in known.values() if not one.pk)
    Source.objects.bulk_update(changed.values(), ["card", "digest", "line"])
    Source.objects.bulk_update((stood[pk] for pk in stood if pk not in changed), ["card"])
    work.counts["people_changed"] += len(changed)
    remember_changed(work, list(changed.values()))


def key_for(
    work: Work, source: Source, before: Source | None, known: dict[str, Source], met: set[str]
) -> str:
    """Its lasting name; one more record of the same file under the same name is named by all
    that it says. Some programs give many cards one UID, and of two rows that tell of one person
    each may say something of its own.
    """
    by_all = exact_key(source)
    if by_all in known:
        return by_all
    if before is None or before.digest == source.digest:
        return source.key
    is_read_now = not work.trusts_uids and before.brought_by_id == work.brought_by.pk
    return by_all if is_read_now or source.key in met else source.key


def exact_key(source: Source) -> str:
    return checksum("card", source.key, source.digest)


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
    return any(work.is_ours(mail[0]) for mail in source.card.get("mails", ()))


def was_changed(before: Source, now: Source) -> bool:
    if before.digest == now.digest:
        return False
    before.card, before.digest, before.line = now.card, now.digest, now.line
    return True


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


def known_sources(work: Work, sources: list[Source]) -> dict[str, Source]:
    """Of any import of this business, under either name; of several the first."""
    keys = {key for source in sources for key in (source.key, exact_key(source))}
    known = Source.objects.filter(business=work.business, key__in=keys).order_by("-pk")
    return {source.key: source for source in known}


def remember_changed(work: Work, changed: list[Source]) -> None:
    """Their people are told anew once all is read."""
    people = sorted({source.person_id for source in changed if source.person_id})
    if people:
        before = work.brought_by.cursor.get("told_anew", [])
        work.brought_by.cursor["told_anew"] = sorted({*before, *people})
