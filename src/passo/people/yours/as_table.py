"""People as a CSV with the headings that Google Contacts has, which Outlook and Passo read too."""

from collections.abc import Iterator, Sequence

from django.db.models import Count, Max

from passo.businesses.models import Business
from passo.people.lasting import MARK as URN
from passo.people.yours.as_cards import place_of, sources_of, uid_of
from passo.people.yours.plain import People, Plain, people, shown
from passo.readers.tables.writing import write_table

MOST = 12  # columns of a kind; what is beyond stands in the last one
MARK = "\ufeff"
MANY = " ::: "  # as Google divides several in one cell
ABOUT = {
    "Nickname": "nickname",
    "Organization Name": "organisation_name",
    "Organization Title": "job_title",
    "Birthday": "birthday",
    "Notes": "note",
}
KINDS = {"mail": "E-mail", "phone": "Phone", "web": "Website"}
PLACE = ("Street", "City", "Region", "Postal Code", "Country")
OURS = ("Consent", "Consent Note", "Consent Since", "Cares About", "Sources", "Passo UID")


def write_people(business: Business, chosen: People | None = None) -> Iterator[str]:
    found = shown(business, chosen)
    most = most_of_each(business, found)
    rows = (row_of(person, most) for person in people(business, found))
    yield MARK  # without it some spreadsheets take it for Latin letters
    yield from write_table([heads(most)])
    yield from write_table(rows)


def most_of_each(business: Business, found: People) -> dict[str, int]:
    """How many columns each kind needs."""
    points = business.contact_points.filter(person__in=found).order_by()
    counted = points.values("kind", "person").annotate(n=Count("pk"))
    most = {
        kind: counted.filter(kind=kind).aggregate(most=Max("n"))["most"] or 0
        for kind in (*KINDS, "place")
    }
    return {kind: min(MOST, max(1, count)) for kind, count in most.items()}


def heads(most: dict[str, int]) -> list[str]:
    found = ["First Name", "Last Name", *ABOUT, "Labels"]
    for kind, name in KINDS.items():
        for number in range(1, most[kind] + 1):
            found += [f"{name} {number} - Label", f"{name} {number} - Value"]
    for number in range(1, most["place"] + 1):
        found += [f"Address {number} - {part}" for part in ("Label", *PLACE)]
    return [*found, *OURS]


def row_of(person: Plain, most: dict[str, int]) -> list[str]:
    about = person | {"birthday": birthday_of(person)}
    cells = [*names_of(person), *(about[field] for field in ABOUT.values())]
    cells.append(MANY.join(person["tags"]))
    for kind in KINDS:
        said = [(way["label"], way_of(way)) for way in person["ways"] if way["kind"] == kind]
        cells += filled(said, most[kind])
    places = [place_of(way) for way in person["ways"] if way["kind"] == "place"]
    for place in [*places, *[None] * most["place"]][: most["place"]]:
        cells += [place.label, *place[:5]] if place else [""] * 6
    return [*cells, *ours(person)]


def birthday_of(person: Plain) -> str:
    """A bare year a spreadsheet would take for a number of days."""
    birthday: str = person["birthday"]
    return birthday if "-" in birthday else ""


def names_of(person: Plain) -> tuple[str, str]:
    """In parts where they make up the whole; else whole, so that nothing is lost."""
    given, family = person["given"], person["family"]
    is_whole = " ".join(filter(None, (given, family))) == person["name"]
    return (given, family) if is_whole else (person["name"], "")


def way_of(way: Plain) -> str:
    return str(way["value"] if way["kind"] == "mail" else way["said"])


def filled(said: Sequence[tuple[str, str]], columns: int) -> list[str]:
    first, rest = list(said[: columns - 1]), said[columns - 1 :]
    if rest:
        first.append((rest[0][0], MANY.join(value for _label, value in rest)))
    first += [("", "")] * (columns - len(first))
    return [cell for pair in first for cell in pair]


def ours(person: Plain) -> list[str]:
    since = person["consent_on"].isoformat() if person["consent_on"] else ""
    sources = MANY.join(sources_of(person))
    return [
        person["consent"] or "not asked",
        person["consent_note"],
        since,
        person["cares_about"],
        sources,
        uid_of(person).removeprefix(URN),
    ]
