"""Where the same card stood again: in another line, in another file.

It adds nothing to what is known, but it is told where it stood; and when the import that brought
it first is taken back, whoever brought it again answers for it.
"""

from collections.abc import Iterator

from django.db.models import QuerySet

from passo.people.bringing_in.work import Work
from passo.people.models import Import, Source
from passo.people.models.source import State

MOST_KEPT = 20  # places; a file that holds one card more often than that says nothing by it
OF_FILES = frozenset({"vcard", "table", "workbook", "zip"})
OVER = (State.UNDOING, State.UNDONE)
Place = list[int | str]  # import, file, line, number


def stands_again(work: Work, before: Source, now: Source) -> bool:
    """True where that is new. A file brought in once more stands where it stood."""
    if work.brought_by.kind not in OF_FILES:
        return False
    also: list[Place] = before.card.get("also", [])
    known = {named(work, place_of(before)), *(named(work, place) for place in also)}
    here = place_of(now)
    if len(also) >= MOST_KEPT or named(work, here) in known:
        return False
    before.card = {**before.card, "also": [*also, here]}
    return True


def place_of(source: Source) -> Place:
    return [source.brought_by_id, source.file, source.line, source.card.get("number", 0)]


def named(work: Work, place: Place) -> tuple[int | str, ...]:
    """Two files of one name are one, as a rule: the newer export."""
    brought_by, file, *where = place
    return (file or work.names_of_imports.get(int(brought_by), ""), *where)


def hand_over(sources: "QuerySet[Source]", taken_back: Import) -> None:
    """Another import that is still there had these cards, too: from now on they are its own."""
    for source, others in had_by_others(sources, taken_back):
        (heir, source.file, source.line, number), *rest = others
        source.brought_by_id = heir
        source.card = {**source.card, "number": number, "also": rest}
        source.save(update_fields=["brought_by", "file", "line", "card"])


def had_by_others(
    sources: "QuerySet[Source]", besides: Import
) -> Iterator[tuple[Source, list[Place]]]:
    gone = besides.business.imports.filter(state__in=OVER).values_list("pk", flat=True)
    passed = {besides.pk, *gone}
    for source in sources.filter(card__has_key="also").iterator():
        if others := [place for place in source.card["also"] if place[0] not in passed]:
            yield source, others


def places_of(source: Source, gone: set[int]) -> Iterator[Place]:
    """Where it stands, and where else."""
    yield place_of(source)
    yield from (one for one in source.card.get("also", ()) if one[0] not in gone)
