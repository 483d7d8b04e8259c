"""Writing people down from what their sources say: new ones, and those who are told anew."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from passo.businesses.models import Business
from passo.lib.search import fold
from passo.people import finding
from passo.people.models import ContactPoint, Person, Position, Source, Tag, Tagging
from passo.people.models.person import sort_key_of
from passo.people.organisations import Organisations
from passo.people.telling import Told, tell


def write_new(
    business: Business, organisations: Organisations, groups: Sequence[Sequence[Source]]
) -> list[Person]:
    """One new person for each group of sources."""
    told = [tell([source.card for source in group]) for group in groups]
    organisations.prepare(told)
    jobs = [organisations.of(one) for one in told]
    people = []
    for one, held in zip(told, jobs, strict=True):
        person = Person(business=business, organisation=held[0][0] if held else None, **one.fields)
        person.sort_key = sort_key_of(person.name)
        people.append(person)
    Person.objects.bulk_create(people)
    points = {
        person.pk: list(points_from(business, person, one))
        for person, one in zip(people, told, strict=True)
    }
    ContactPoint.objects.bulk_create(point for some in points.values() for point in some)
    Position.objects.bulk_create(
        Position(business=business, person=person, organisation=organisation, job_title=job[:200])
        for person, held in zip(people, jobs, strict=True)
        for organisation, job in held
    )
    put_tags(business, {person: one.tags for person, one in zip(people, told, strict=True)})
    finding.add_people(business, people, points)
    return people


def points_from(business: Business, person: Person, told: Told) -> Iterable[ContactPoint]:
    for (kind, value), detail in told.details.items():
        yield ContactPoint(
            business=business,
            person=person,
            kind=kind,
            value=value[:254],
            said=detail.said[:400],
            label=detail.label[:40],
            place=detail.place,
        )


def put_tags(business: Business, tags: dict[Person, list[str]]) -> None:
    wanted = {fold(tag)[:60]: tag for some in tags.values() for tag in some if fold(tag)}
    known = {tag.key: tag for tag in business.tags.filter(key__in=list(wanted))}
    made = [Tag(business=business, name=wanted[key], key=key) for key in wanted if key not in known]
    Tag.objects.bulk_create(made)
    known.update((tag.key, tag) for tag in made)
    Tagging.objects.bulk_create(
        (
            Tagging(business=business, person=person, tag=known[key], is_own=False)
            for person, some in tags.items()
            for key in dict.fromkeys(fold(tag)[:60] for tag in some)
            if key
        ),
        ignore_conflicts=True,
    )


def write_again(business: Business, organisations: Organisations, ids: Sequence[int]) -> None:
    """Tell people anew from all their sources. What the owner set or typed stays."""
    people = list(Person.objects.filter(business=business, pk__in=ids))
    cards: dict[int, list[Source]] = defaultdict(list)
    for source in Source.objects.filter(business=business, person__in=ids).order_by("pk"):
        cards[source.person_id or 0].append(source)
    told = {person.pk: tell([one.card for one in cards[person.pk]]) for person in people}
    with_sources = [person for person in people if cards[person.pk]]
    organisations.prepare(told[person.pk] for person in with_sources)
    for person in with_sources:
        set_fields(person, told[person.pk])
    set_positions(business, organisations, with_sources, told)
    set_points(business, people, told)
    Person.objects.bulk_update(
        with_sources,
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
    put_tags(business, {person: told[person.pk].tags for person in with_sources})
    finding.index_people(business, [person.pk for person in people])


def set_fields(person: Person, told: Told) -> None:
    for name, value in told.fields.items():
        if name not in person.kept:
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
        (point.person_id or 0, point.kind, point.value): point
        for person in people
        for point in points_from(business, person, told[person.pk])
    }
    gone = [point.pk for key, point in before.items() if key not in wanted and not point.is_own]
    ContactPoint.objects.filter(business=business, pk__in=gone).delete()
    ContactPoint.objects.bulk_create(wanted[key] for key in wanted if key not in before)
