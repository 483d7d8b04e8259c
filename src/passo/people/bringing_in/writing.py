"""Writing people down from what their sources say: new ones, and those who are told anew."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Any

from passo.businesses.models import Business
from passo.lib.db.bulk import insert, next_ids
from passo.lib.search import fold
from passo.people import finding
from passo.people.by_hand import put_aside_as
from passo.people.cards import PlainCard
from passo.people.models import ContactPoint, Person, Position, Source, Tag, Tagging
from passo.people.models.person import sort_key_of
from passo.people.organisations import Jobs, Organisations
from passo.people.telling import Told, tell

NAMES = ("name", "given", "family")


PERSON = (
    "id",
    "business_id",
    "name",
    "given",
    "family",
    "nickname",
    "job_title",
    "birthday",
    "note",
    "organisation_id",
    "sort_key",
)
POINT = ("business_id", "person_id", "kind", "value", "said", "label", "place")
POSITION = ("business_id", "person_id", "organisation_id", "job_title")
Point = tuple[int, int, str, str, str, str, list[str]]


def write_new(
    business: Business, organisations: Organisations, groups: Sequence[Sequence[PlainCard]]
) -> list[int]:
    """One new person for each group of cards."""
    told = [tell(cards) for cards in groups]
    organisations.prepare(told)
    jobs = [organisations.of(one) for one in told]
    ids = next_ids(Person, len(told))
    insert(Person, PERSON, map(person_row, repeat(business.pk), ids, told, jobs))
    points = {pk: points_of(business.pk, pk, one) for pk, one in zip(ids, told, strict=True)}
    insert(ContactPoint, POINT, chain.from_iterable(points.values()))
    insert(
        Position,
        POSITION,
        (
            (business.pk, pk, organisation.pk, job[:200])
            for pk, held in zip(ids, jobs, strict=True)
            for organisation, job in held
        ),
    )
    put_tags(business, {pk: one.tags for pk, one in zip(ids, told, strict=True)})
    finding.add_people(map(found_by, repeat(business.pk), ids, told, jobs, points.values()))
    return ids


def person_row(business: int, pk: int, told: Told, jobs: Jobs) -> tuple[Any, ...]:
    fields = told.fields
    return (
        pk,
        business,
        fields["name"],
        fields["given"],
        fields["family"],
        fields["nickname"],
        fields["job_title"],
        fields["birthday"],
        fields["note"],
        jobs[0][0].pk if jobs else None,
        sort_key_of(fields["name"]),
    )


def points_of(business: int, person: int, told: Told) -> list[Point]:
    return [
        (business, person, kind, value[:254], one.said[:400], one.label[:40], one.place)
        for (kind, value), one in told.details.items()
    ]


def found_by(
    business: int, pk: int, told: Told, jobs: Jobs, points: Iterable[Point]
) -> finding.Found:
    return finding.row_of(
        business,
        pk,
        told.fields["name"],
        told.fields["nickname"],
        told.fields["job_title"],
        jobs[0][0].name if jobs else "",
        [(kind, said if kind == "place" else value) for _b, _p, kind, value, said, *_r in points],
    )


def put_tags(business: Business, tags: dict[int, list[str]]) -> None:
    wanted = {fold(tag)[:60]: tag for some in tags.values() for tag in some if fold(tag)}
    if not wanted:
        return
    known = {tag.key: tag for tag in business.tags.filter(key__in=list(wanted))}
    made = [Tag(business=business, name=wanted[key], key=key) for key in wanted if key not in known]
    Tag.objects.bulk_create(made)
    known.update((tag.key, tag) for tag in made)
    Tagging.objects.bulk_create(
        (
            Tagging(business=business, person_id=pk, tag=known[key], is_own=False)
            for pk, some in tags.items()
            for key in dict.fromkeys(fold(tag)[:60] for tag in some)
            if key
        ),
        ignore_conflicts=True,
    )


def write_again(business: Business, organisations: Organisations, ids: Sequence[int]) -> None:
    """Tell people anew from all their sources. What the owner set or typed stays."""
    people = list(Person.objects.filter(business=business, pk__in=ids).order_by("pk"))
    cards: dict[int, list[Source]] = defaultdict(list)
    for source in Source.objects.filter(business=business, person__in=ids).order_by("pk"):
        cards[source.person_id or 0].append(source)
    told = {person.pk: tell([one.card for one in cards[person.pk]]) for person in people}
    with_sources = [person for person in people if cards[person.pk]]
    organisations.prepare(told[person.pk] for person in with_sources)
    for person in people:
        set_fields(person, told[person.pk], keep_name=person not in with_sources)
    set_positions(business, organisations, people, told)
    set_points(business, people, told)
    Person.objects.bulk_update(
        people,
        [
            "name",
            "given",
            "family",
            "nickname",
            "job_title",
            "birthday",
            "note",
            "organisation",
            "sort_key",
        ],
        batch_size=100,
    )
    put_tags(business, {person.pk: told[person.pk].tags for person in with_sources})
    finding.index_people(business, [person.pk for person in people])


def set_fields(person: Person, told: Told, *, keep_name: bool) -> None:
    """Whoever has no source left keeps their name, and what the owner said."""
    kept = {*person.kept, *(NAMES if keep_name else ())}
    for name, value in told.fields.items():
        if name not in kept:
            setattr(person, name, value)
    person.sort_key = sort_key_of(person.name)


def set_positions(
    business: Business,
    organisations: Organisations,
    people: Sequence[Person],
    told: dict[int, Told],
) -> None:
    wanted = {person.pk: organisations.of(told[person.pk]) for person in people}
    stale = Position.objects.filter(business=business, person__in=people, is_own=False)
    stale.delete()
    Position.objects.bulk_create(
        (
            Position(business=business, person_id=pk, organisation=one, job_title=job[:200])
            for pk, held in wanted.items()
            for one, job in held
        ),
        ignore_conflicts=True,
    )
    for person in people:
        if "organisation" not in person.kept:
            held = wanted[person.pk]
            person.organisation = held[0][0] if held else None


def set_points(business: Business, people: Sequence[Person], told: dict[int, Told]) -> None:
    """Only what differs is written: most of what is known is known again."""
    before: dict[tuple[int, str, str], ContactPoint] = {
        (point.person_id or 0, point.kind, point.value): point
        for point in ContactPoint.objects.filter(business=business, person__in=people)
    }
    wanted = {
        point[1:4]: point
        for person in people
        for point in points_of(business.pk, person.pk, told[person.pk])
    }
    gone = [point.pk for key, point in before.items() if key not in wanted and not point.is_own]
    ContactPoint.objects.filter(business=business, pk__in=gone).delete()
    aside = {(person.pk, mark) for person in people for mark in person.kept}
    insert(
        ContactPoint,
        POINT,
        (
            point
            for (pk, kind, value), point in wanted.items()
            if (pk, kind, value) not in before and (pk, put_aside_as(kind, value)) not in aside
        ),
    )
