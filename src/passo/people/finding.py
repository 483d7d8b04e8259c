"""What Find knows of people and organisations: names, firms, addresses, numbers, tags."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from passo.businesses.models import Business, SearchRow
from passo.lib.search import fold
from passo.people.models import ContactPoint, Organisation, Person

BATCH = 500


def index_people(business: Business, ids: Sequence[int]) -> None:
    """Bring their lines up to date; those that lists do not show lose theirs."""
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        refs = [str(one) for one in some]
        business.search_rows.filter(kind="person", ref__in=refs).delete()
        people = list(business.people.listed().filter(pk__in=some).select_related("organisation"))
        add_people(business, people, points_of(business, some))


def add_people(
    business: Business, people: Iterable[Person], points: dict[int, list[ContactPoint]]
) -> None:
    """For people who have no line yet."""
    SearchRow.objects.bulk_create(
        person_row(business, person, points.get(person.pk, [])) for person in people
    )


def person_row(business: Business, person: Person, points: Iterable[ContactPoint]) -> SearchRow:
    firm = person.organisation.name if person.organisation_id and person.organisation else ""
    subtitle = ", ".join(filter(None, (person.job_title, firm)))[:300]
    words = " ".join(
        (
            person.name,
            person.nickname,
            subtitle,
            *(point.value for point in points if point.kind in {"mail", "phone"}),
            *(point.said for point in points if point.kind == "place"),
        )
    )
    return SearchRow(
        business=business,
        kind="person",
        ref=str(person.pk),
        title=person.name[:200],
        subtitle=subtitle,
        folded=fold(words),
    )


def points_of(business: Business, people: Sequence[int]) -> dict[int, list[ContactPoint]]:
    found: dict[int, list[ContactPoint]] = defaultdict(list)
    for point in business.contact_points.filter(person__in=people):
        found[point.person_id or 0].append(point)
    return found


def index_organisations(business: Business, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        refs = [str(one) for one in some]
        business.search_rows.filter(kind="organisation", ref__in=refs).delete()
        add_organisations(business, business.organisations.filter(pk__in=some))


def add_organisations(business: Business, organisations: Iterable[Organisation]) -> None:
    SearchRow.objects.bulk_create(
        SearchRow(
            business=business,
            kind="organisation",
            ref=str(one.pk),
            title=one.name[:200],
            subtitle=one.domain,
            folded=fold(f"{one.name} {one.domain}"),
        )
        for one in organisations
    )
