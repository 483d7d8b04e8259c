"""Two people side by side, as a page shows them: what each is known by, and what differs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.engine import linkage
from passo.lib.dates import format_day
from passo.lib.search import fold
from passo.people import duplicates
from passo.people.birthdays import birthday
from passo.people.bringing_in.report import said
from passo.people.columns import Columns
from passo.people.models import Participation, Person, Source
from passo.people.models.touch import Kind

MOST_REASONS = 8
MOST_SAID = 6
# Of these only one value can stand on a person's page.
SINGLE = ("name", "job_title", "organisation", "birthday")
SURE_TO_DIFFER = -2  # dates and counts of touches
Words = list[tuple[str, str]]  # as shown, and as compared


@dataclass(frozen=True, slots=True)
class Said:
    """One value, and whether the other one has another."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    values: list[Said]
    more: int = 0


@dataclass
class Side:
    person: Person
    origins: list[str]
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which they differ, with the value of each and the person whose it is."""

    name: str
    question: str
    values: list[tuple[int, str]]
    chosen: int


@dataclass(frozen=True, slots=True)
class Reason:
    sentence: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    sides: list[Side]
    reasons: list[Reason]
    choices: list[Choice]

    @property
    def speaks_for(self) -> list[str]:
        return [one.sentence for one in self.reasons if one.speaks_for]

    @property
    def speaks_against(self) -> list[str]:
        return [one.sentence for one in self.reasons if not one.speaks_for]


def compare(stays: Person, gone: Person, because: Iterable[Any] = ()) -> Comparison:
    """`stays` is who would stay if they were joined; the older one stands on the left."""
    both = sorted((stays, gone), key=lambda person: person.pk)
    return Comparison(sides_of(both), reasons(because), choices(stays, gone))


def with_last_touch(business: Business, ids: Sequence[int]) -> dict[int, Person]:
    """What a comparison asks of people, in one go."""
    last = Participation.objects.filter(person=OuterRef("pk")).order_by("-at", "-id")
    people = business.people.select_related("organisation").annotate(
        last_kind=Subquery(last.values("kind")[:1])
    )
    return people.in_bulk(ids)


def reasons(because: Iterable[Any]) -> list[Reason]:
    """The weightiest first. What carries no weight of its own speaks for it."""
    return [
        Reason(said(sentence, values), not bits or bits[0] >= 0)
        for _feature, sentence, values, *bits in list(because)[:MOST_REASONS]
    ]


def because_now(one: Person, other: Person) -> list[Any]:
    """What linkage says of two whom nobody has compared yet: nothing, if nothing is alike."""
    ways, both = ways_of([one, other]), Columns()
    for person in (one, other):
        both.add(
            person.pk,
            name=person.name,
            given=person.given,
            family=person.family,
            organisation=str(person.organisation or ""),
            birthday=person.birthday,
            street="",
            city="",
            code="",
            mails=tuple(key for _text, key in ways[person.pk]["mail"]),
            phones=tuple(key for _text, key in ways[person.pk]["phone"]),
        )
    pairs = linkage.find_pairs(both.before(Columns()))
    return duplicates.doubt_of(pairs, 0, [one.pk, other.pk]).because if len(pairs) else []


def look_different(because: Iterable[Any]) -> bool:
    """More speaks against it than for it, in bits; or nothing speaks for it at all."""
    weights = [float(bits) for _feature, _sentence, _values, *some in because for bits in some]
    return sum(weights) <= 0


def sides_of(people: Sequence[Person]) -> list[Side]:
    ways, origins = ways_of(people), origins_of(people)
    both = [lines_of(person, ways[person.pk]) for person in people]
    sides = [Side(person, origins[person.pk]) for person in people]
    for label, *values in zip(labels(), *both, strict=True):
        if any(values):
            tells = label not in labels()[SURE_TO_DIFFER:]
            for side, mine, theirs in zip(sides, values, reversed(values), strict=True):
                side.lines.append(line(label, mine, theirs if tells else []))
    return sides


def labels() -> list[str]:
    return [
        _("Name"), _("Phone"), _("Mail"), _("Firm"), _("Does"), _("Birthday"), _("Address"),
        _("Web"), _("Last"), _("Touches"),
    ]  # fmt: skip


def lines_of(person: Person, ways: dict[str, Words]) -> list[Words]:
    """As many as there are labels, in their order."""
    return [
        words(person.name) + words(person.nickname and f"“{person.nickname}”"),
        ways["phone"],
        ways["mail"],
        words(person.organisation.name if person.organisation else ""),
        words(person.job_title),
        words(shown(person, "birthday")),
        ways["place"],
        ways["web"],
        words(last_touch(person)),
        words(str(person.touch_count or "")),
    ]


def words(text: str) -> Words:
    return [(text, fold(text))] if text else []


def last_touch(person: Person) -> str:
    if person.last_touch_at is None:
        return ""
    day = format_day(person.last_touch_at, timezone.localdate())
    kind = getattr(person, "last_kind", "")
    return f"{Kind(kind).label}, {day}" if kind else day


def line(label: str, mine: Words, theirs: Words) -> Line:
    """It differs where both say something and the other one says nothing like it."""
    known = {key for _text, key in theirs}
    values = [Said(text, bool(theirs) and key not in known) for text, key in mine[:MOST_SAID]]
    return Line(label, values, max(0, len(mine) - MOST_SAID))


def ways_of(people: Sequence[Person]) -> dict[int, dict[str, Words]]:
    """As written, and as machines compare it."""
    found: dict[int, dict[str, Words]] = defaultdict(lambda: defaultdict(list))
    points = people[0].business.contact_points.filter(person__in=people).order_by("pk")
    for person, kind, value, written in points.values_list("person", "kind", "value", "said"):
        found[person][kind].append((written or value, value))
    return found


def origins_of(people: Sequence[Person]) -> dict[int, list[str]]:
    """In words: “telefono.vcf, record 17”. Whoever has no record was typed in."""
    found: dict[int, list[str]] = {person.pk: [] for person in people}
    rows = people[0].business.sources.filter(person__in=people).select_related("brought_by")
    for source in rows.order_by("pk")[: 2 * MOST_SAID]:
        found[source.person_id or 0].append(origin(source))
    return {pk: known or [_("Added by hand")] for pk, known in found.items()}


def origin(source: Source) -> str:
    where = source.file or source.brought_by.name
    if source.card.get("from_mail"):
        return _("a mail in %(file)s") % {"file": where}
    if not source.line:
        return where
    return _("%(file)s, line %(line)s") % {"file": where, "line": source.line}


def choices(stays: Person, gone: Person) -> list[Choice]:
    """Where both say something else, who is right? What the owner said before comes first."""
    found = []
    for name in SINGLE:
        values = [(person.pk, shown(person, name)) for person in (stays, gone)]
        if all(text for _pk, text in values) and fold(values[0][1]) != fold(values[1][1]):
            only_theirs = name in gone.kept and name not in stays.kept
            found.append(Choice(name, question(name), values, (gone if only_theirs else stays).pk))
    return found


def question(name: str) -> str:
    return {
        "name": _("Two names: which one?"),
        "job_title": _("Two things they do: which one?"),
        "organisation": _("Two firms: which one?"),
        "birthday": _("Two birthdays: which one?"),
    }[name]


def shown(person: Person, name: str) -> str:
    if name == "birthday":
        day = birthday(person.birthday, timezone.localdate())
        return day.said if day else ""
    return str(getattr(person, name) or "")
