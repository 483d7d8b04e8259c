"""What an import did, for pages, files and scripts; and what all of them found together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses.models import Business
from passo.lib.dates import format_number
from passo.people.bringing_in.work import COUNTED
from passo.people.models import Import, ImportProblem, Person
from passo.people.models.person import Warmth
from passo.people.models.source import State
from passo.readers import tables

FILES = ("vcard", "table", "workbook", "mbox", "eml", "calendar", "zip", "json", "")
JUST_DONE = timedelta(hours=1)
SHOWN_BESIDE = 5
CLOSEST = 5
OVER = (State.DONE, State.UNDONE)


def counted(brought_by: Import | None) -> dict[str, int]:
    """Every figure, also those that are none; `problems` are told one by one."""
    counts = brought_by.counts if brought_by else {}
    return {name: counts.get(name, 0) for name in COUNTED if name != "problems"}


def problems_of(brought_by: Import) -> Iterator[dict[str, Any]]:
    yield from told_problems(brought_by, brought_by.problems.order_by("pk").iterator())


def problem_rows(brought_by: Import, after: int) -> "QuerySet[ImportProblem]":
    return brought_by.problems.filter(pk__gt=after).order_by("pk")


def told_problems(brought_by: Import, problems: Iterable[ImportProblem]) -> "list[dict[str, Any]]":
    return [
        {
            "file": problem.file or brought_by.name,
            "line": problem.line,
            "sentence": sentence_of(problem),
            "what": problem.what,
        }
        for problem in problems
    ]


def problem_table(brought_by: Import) -> Iterator[str]:
    heads = [_("File"), _("Line"), _("What is odd"), _("What we read")]
    rows = (
        [one["file"], str(one["line"]), one["sentence"], one["what"]]
        for one in problems_of(brought_by)
    )
    yield from tables.write_table([heads, *rows])


def sentence_of(problem: ImportProblem) -> str:
    return said(problem.sentence, problem.values)


def said(sentence: str, values: dict[str, Any]) -> str:
    """An English sentence from a reader or the engine, in the reader's language."""
    return _(sentence) % values if sentence else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the report, and where one sees whom it counts."""

    label: str
    count: int
    leads_to: str = ""


def lines_of(brought_by: Import) -> list[Line]:
    """What there is none of is not listed, but for the new people."""
    n = counted(brought_by)
    lines = [
        Line(_("New people"), n["people_new"], "people"),
        Line(_("Joined with somebody"), n["people_joined"]),
        Line(_("Known already"), n["people_unchanged"]),
        Line(_("Changed since the last time"), n["people_changed"]),
        Line(_("New organisations"), n["organisations_new"]),
        Line(_("New touches"), n["touches_new"]),
        Line(_("Touches known already"), n["touches_unchanged"]),
        Line(_("Questions and promises in the mails"), n["questions"] + n["promises"]),
        Line(_("From newsletters, shops and machines: left out"), n["left_out"], "left_out"),
        Line(_("Appointments with nobody else"), n["alone"]),
        Line(_("Your own cards and addresses"), n["own"]),
        Line(_("Of people whom you erased: left out"), n["erased"]),
        Line(
            _("Places that were not understood"), brought_by.counts.get("problems", 0), "problems"
        ),
    ]
    return [line for line in lines if line.count or line.label == _("New people")]


def short(brought_by: Import) -> str:
    """“97 people, 1,204 touches”: for a list."""
    n = counted(brought_by)
    people = n["people_new"] + n["people_joined"] + n["people_unchanged"]
    words = []
    if people or not n["touches_new"]:
        shown = {"n": format_number(people)}
        words.append(ngettext("%(n)s person", "%(n)s people", people) % shown)
    if touches := n["touches_new"] + n["touches_unchanged"]:
        shown = {"n": format_number(touches)}
        words.append(ngettext("%(n)s touch", "%(n)s touches", touches) % shown)
    return ", ".join(words)


def on_the_table(business: Business) -> "QuerySet[Import]":
    """What is on its way, what waits, what stands still, and what was just done."""
    files = business.imports.filter(kind__in=FILES).select_related("progress", "business")
    young = timezone.now() - JUST_DONE
    return files.filter(~Q(state__in=OVER) | Q(state=State.DONE, ended_at__gt=young)).order_by("pk")


@dataclass(frozen=True, slots=True)
class Earlier:
    brought_by: Import
    who: str

    @property
    def short(self) -> str:
        return short(self.brought_by)


def earlier(business: Business, most: int, *, before: int = 0) -> list[Earlier]:
    """Files that are in, or were and are taken back; the newest first."""
    found = business.imports.filter(kind__in=FILES, state__in=OVER).order_by("-pk")
    shown = list(found.filter(pk__lt=before)[:most] if before else found[:most])
    who = who_brought(business, shown)
    return [Earlier(one, who.get(one.pk, "")) for one in shown]


def who_brought(business: Business, imports: Sequence[Import]) -> dict[int, str]:
    """The command line has no name."""
    ids = [str(one.pk) for one in imports]
    deeds = business.changes.filter(kind="people.import", what="add", thing__in=ids)
    return {int(thing): name for thing, name in deeds.values_list("thing", "by_name")}


def found_so_far(business: Business) -> list[Line]:
    people = business.people.listed()
    return [
        Line(_("People"), people.count(), "people"),
        Line(_("Organisations"), business.organisations.count(), "organisations"),
        Line(_("Touches"), business.touches.count()),
        Line(_("Warm ties"), people.filter(warmth=Warmth.WARM).count(), "warm"),
        Line(_("Cooling ties"), people.filter(warmth=Warmth.COOLING).count(), "cooling"),
    ]


def close_ones(brought_by: Import) -> "list[Person]":
    """The closest of those it brought or met: what one sees first of a mailbox."""
    sources = brought_by.sources.filter(person__isnull=False).values("person")
    people = brought_by.business.people.listed().filter(pk__in=sources, strength__gt=0)
    return list(people.select_related("organisation").order_by("-strength", "-pk")[:CLOSEST])
