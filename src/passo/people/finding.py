"""What Find knows of people and organisations: names, firms, addresses, numbers, tags."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from passo.businesses.models import Business, SearchRow
from passo.engine.capture.line import words_of as capture_words
from passo.engine.names import words as name_words
from passo.lib.db.bulk import insert
from passo.lib.search import fold, matching
from passo.people.models import NameWord, Organisation, Person
from passo.people.models.name_word import LETTERS

BATCH = 500
MOST = 1_000  # found by words


Row = tuple[int, str, str, str, str, str]
COLUMNS = ("business_id", "kind", "ref", "title", "subtitle", "folded")
Found = tuple[Row, frozenset[str]]  # a line, and the words of name and firm
LEGAL_FORMS = frozenset({"srl", "spa", "snc", "sas", "gmbh", "kg", "ag", "ltd", "llc", "inc", "sl"})
WORD_COLUMNS = ("business_id", "word", "person_id")


def index_people(business: Business, ids: Sequence[int]) -> None:
    """Bring their lines up to date; those that lists do not show lose theirs."""
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        refs = [str(one) for one in some]
        business.search_rows.filter(kind="person", ref__in=refs).delete()
        business.name_words.filter(person__in=some).delete()
        points = points_of(business, some)
        people = business.people.listed().filter(pk__in=some).order_by("pk")
        add_people(
            row_of_person(person, points[person.pk])
            for person in people.select_related("organisation")
        )


def add_people(found: Iterable[Found]) -> None:
    """For people who have no line yet."""
    lines = list(found)
    insert(SearchRow, COLUMNS, (row for row, _words in lines))
    add_words(lines)


def add_words(found: Iterable[Found]) -> None:
    """In the order of the index, where the database puts them fastest."""
    words = ((row[0], word, int(row[2])) for row, words in found for word in words)
    insert(NameWord, WORD_COLUMNS, sorted(words))


def row_of_person(person: Person, points: Iterable[tuple[str, str]]) -> Found:
    firm = person.organisation.name if person.organisation else ""
    return row_of(
        person.business_id,
        person.pk,
        person.name,
        person.nickname,
        person.job_title,
        firm,
        points,
    )


def row_of(  # noqa: PLR0917 -- called for a hundred thousand rows in a row
    business: int,
    pk: int,
    name: str,
    nickname: str,
    job_title: str,
    firm: str,
    points: Iterable[tuple[str, str]],
) -> Found:
    """`points`: kind, and what one would type to find it. A web address finds nobody."""
    subtitle = ", ".join(filter(None, (job_title, firm)))[:300]
    ways = (value for kind, value in points if kind != "web")
    words = " ".join((name, nickname, subtitle, *ways))
    row = (business, "person", str(pk), name[:200], subtitle, fold(words))
    return row, words_of(f"{name} {nickname} {firm}")


def words_of(named: str) -> frozenset[str]:
    """As `engine.capture` asks for them: O'Brien as one word, as two, and with its mark."""
    said = {*name_words(named), *capture_words(named)} - LEGAL_FORMS
    return frozenset(word[:LETTERS] for word in said if len(word) > 1)


def points_of(business: Business, people: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    points = business.contact_points.filter(person__in=people)
    for pk, kind, value, said in points.values_list("person", "kind", "value", "said"):
        found[pk].append((kind, said if kind == "place" else value))
    return found


def people_matching(business: Business, words: str) -> QuerySet[Person]:
    """Everybody whose line holds all the words, the closest first."""
    found = business.people.listed().order_by("-strength", "-pk")
    if not words.strip():
        return found
    rows = matching(business.search_rows.filter(kind="person"), words)
    return found.filter(pk__in=[int(ref) for ref in rows.values_list("ref", flat=True)[:MOST]])


def index_organisations(business: Business, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        refs = [str(one) for one in some]
        business.search_rows.filter(kind="organisation", ref__in=refs).delete()
        add_organisations(business, business.organisations.filter(pk__in=some))


def add_organisations(business: Business, organisations: Iterable[Organisation]) -> None:
    insert(
        SearchRow,
        COLUMNS,
        (
            (
                business.pk,
                "organisation",
                str(one.pk),
                one.name[:200],
                one.domain,
                fold(f"{one.name} {one.domain}"),
            )
            for one in organisations
        ),
    )
