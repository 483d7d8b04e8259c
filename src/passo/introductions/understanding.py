"""Texts about people and organisations into arrows of meaning, as far as they changed.

Few queries whatever the number of people: what is there, what was read before, and the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from passo.businesses.models import Business
from passo.introductions.models import Meaning
from passo.lib import meaning
from passo.lib.db.bulk import insert

BATCH = 500
CHUNK = 20_000
NOTE_LETTERS = 300  # how long a note says what it is about
COLUMNS = ("business_id", "person_id", "organisation_id", "part", "digest", "vector", "read_at")


class Place(NamedTuple):
    """Whose text it is, and which."""

    person: int | None
    organisation: int | None
    part: str


Texts = Iterable[tuple[Place, str]]


def understand(business: Business) -> int:
    """Read what is new or was changed, forget what is gone; says how many were read."""
    texts = {place: meaning.plain(text) for place, text in texts_of(business)}
    marks: dict[str, str] = {text: meaning.digest(text) for text in {*texts.values()} - {""}}
    known = {place: (pk, mark) for pk, mark, place in kept(business)}
    wanted = {place: marks[text] for place, text in texts.items() if text}
    stale = [pk for place, (pk, mark) in known.items() if wanted.get(place) != mark]
    for start in range(0, len(stale), BATCH):
        business.meanings.filter(pk__in=stale[start : start + BATCH]).delete()
    fresh = [place for place, mark in wanted.items() if known.get(place, (0, ""))[1] != mark]
    read(business, fresh, texts, marks)
    return len(fresh)


def kept(business: Business) -> Iterator[tuple[int, str, Place]]:
    rows = business.meanings.values_list("pk", "digest", "person", "organisation", "part")
    for pk, mark, person, organisation, part in rows.iterator(chunk_size=CHUNK):
        yield pk, mark, Place(person, organisation, part)


def texts_of(
    business: Business, people: Iterable[int] | None = None
) -> Iterator[tuple[Place, str]]:
    """Of these people, or of everybody whom pages show; and of organisations."""
    listed = business.people.listed()
    tagged, needs = business.taggings.all(), business.needs.all()
    if people is not None:
        some = list(people)
        listed, tagged = listed.filter(pk__in=some), tagged.filter(person__in=some)
        needs = needs.filter(person__in=some)
    tags = together(tagged.order_by("pk").values_list("person", "tag__name"))
    needed = dict(needs.values_list("person", "words"))
    rows = listed.values_list("pk", "job_title", "organisation__name", "note", "cares_about")
    for pk, job_title, firm, note, cares_about in rows.iterator(chunk_size=CHUNK):
        work = ", ".join(filter(None, (job_title, firm, *tags.get(pk, ()))))
        yield Place(pk, None, Meaning.Part.WORK), work
        yield Place(pk, None, Meaning.Part.NOTE), note[:NOTE_LETTERS]
        yield Place(pk, None, Meaning.Part.CARES), cares_about
        yield Place(pk, None, Meaning.Part.NEEDS), needed.get(pk, "")
    if people is None:
        yield from texts_of_firms(business)


def texts_of_firms(
    business: Business, firms: Iterable[int] | None = None
) -> Iterator[tuple[Place, str]]:
    rows = business.organisations.values_list("pk", "name", "note")
    if firms is not None:
        rows = rows.filter(pk__in=list(firms))
    for pk, name, note in rows.iterator(chunk_size=CHUNK):
        yield Place(None, pk, Meaning.Part.WORK), name
        yield Place(None, pk, Meaning.Part.NOTE), note[:NOTE_LETTERS]


def together(rows: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for person, name in rows:
        found[person].append(name)
    return found


def read(
    business: Business, fresh: list[Place], texts: Mapping[Place, str], marks: Mapping[str, str]
) -> None:
    """What many have in common, as the name of their firm, is read once."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place in fresh:
        places[texts[place]].append(place)
    different = list(places)
    for start in range(0, len(different), BATCH):
        some = different[start : start + BATCH]
        vectors = map(meaning.packed, meaning.encode(some))
        rows = [
            (place, marks[text], vector)
            for text, vector in zip(some, vectors, strict=True)
            for place in places[text]
        ]
        write(business, rows)


def write(business: Business, rows: list[tuple[Place, str, bytes]]) -> None:
    """Whoever was erased while we read is not written down again."""
    now = timezone.now()
    with transaction.atomic():
        people = there(business.people, (place.person for place, _mark, _vector in rows))
        firms = there(business.organisations, (place.organisation for place, _m, _v in rows))
        lines = (
            (business.pk, *place, mark, vector, now)
            for place, mark, vector in rows
            if place.person in people or place.organisation in firms
        )
        insert(Meaning, COLUMNS, lines, ignore_conflicts=True)


def there(rows: Any, ids: Iterable[int | None]) -> set[int]:
    wanted, found = sorted({pk for pk in ids if pk is not None}), set[int]()
    for start in range(0, len(wanted), BATCH):
        some = wanted[start : start + BATCH]
        found.update(rows.filter(pk__in=some).values_list("pk", flat=True))
    return found
