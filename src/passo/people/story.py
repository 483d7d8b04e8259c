"""What passed between us and a person, or a firm's people: newest first, a page at a time."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses.models import Business
from passo.people.models import Participation, Person, Touch
from passo.people.models.touch import Direction, Kind
from passo.people.quoting import Quoted, States, quoted_in, states_of

PAGE = 10
YEAR = timedelta(days=365)
STEPS_SHOWN = 5
STEP_STAYS = timedelta(days=14)  # a dated note is shown that long after its day
COMPANY_SHOWN = 3  # names beside a touch; the others are counted
ICONS = {
    "mail": "mail",
    "call": "phone",
    "meeting": "users",
    "visit": "footprints",
    "message": "message-circle",
    "letter": "file-text",
    "note": "pen-line",
}


class Passed(NamedTuple):
    """One touch as the timeline shows it."""

    touch: Touch
    icon: str
    title: str
    how: str
    text: str
    company: str
    quoted: list[Quoted]  # what its words asked and promised
    person_id: int | None  # on whose page it can be changed, if somebody noted it by hand


class Story(NamedTuple):
    months: list[tuple[date, list[Passed]]]
    older: str  # where the next page begins; empty on the last


def story_of(
    parts: "QuerySet[Participation]", name: str, before: str, person: Person | None = None
) -> Story:
    """`parts`: whose story it is; `name`: what they are called, or each as they are.

    `before` is the mark of a page. On the first page of a person it is told how things stand.
    """
    # Numbers first, so that only what is shown is read whole.
    numbers = after_mark(parts, before).order_by("-at", "-pk").values_list("pk", flat=True)
    newest = parts.filter(pk__in=list(numbers[: PAGE + 1])).order_by("-at", "-pk")
    rows = list(newest.select_related("touch", "person"))
    shown = rows[:PAGE]
    company = company_in(shown)
    once = {row.touch_id: row for row in reversed(shown)}
    said = words_in(shown, person if not before else None)
    told = [
        passed(
            row,
            name or name_in(row),
            company.get(row.touch_id, {}),
            said.get(row.touch_id, []),
        )
        for row in once.values()
    ]
    told.sort(key=lambda one: (one.touch.at, one.touch.pk), reverse=True)
    months = groupby(told, key=lambda one: timezone.localtime(one.touch.at).date().replace(day=1))
    return Story(
        [(month, list(those)) for month, those in months],
        mark_of(shown[-1]) if len(rows) > PAGE else "",
    )


def after_mark(parts: "QuerySet[Participation]", mark: str) -> "QuerySet[Participation]":
    """By the moment and number of the last one shown, so that every page is as quick."""
    moment, _dot, number = mark.rpartition("_")
    try:
        at, pk = datetime.fromisoformat(moment), int(number)
    except ValueError:
        return parts
    if timezone.is_naive(at) or not 0 < pk < 2**62:
        return parts
    return parts.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk), at__lte=at)


def words_in(parts: Sequence[Participation], person: Person | None) -> dict[int, list[Quoted]]:
    """Of mails that one of the two wrote to the other."""
    mails = [part for part in parts if part.kind == Kind.MAIL and part.direction != Direction.BOTH]
    if not mails:
        return {}
    states: States = {}
    if person:
        moments = [part.at for part in mails]
        states = states_of(person.business, person.pk, moments, timezone.localdate())
    return quoted_in(mails[0].business_id, [part.touch_id for part in mails], states)


def name_in(part: Participation) -> str:
    return part.person.first_name if part.person else part.address


def mark_of(part: Participation) -> str:
    return f"{part.at.isoformat()}_{part.pk}".replace("+00:00", "Z")


def company_in(parts: Sequence[Participation]) -> dict[int, dict[int, str]]:
    """Who else took part, by number and name."""
    found: dict[int, dict[int, str]] = {}
    if not parts:
        return found
    touches = [part.touch_id for part in parts if part.size > 2]  # noqa: PLR2004 -- us two
    rows = Participation.objects.filter(
        business=parts[0].business_id, touch__in=touches, person__is_listed=True
    )
    others = rows.order_by("pk").values_list("touch", "person", "person__name")
    for touch, person, name in others:
        found.setdefault(touch, {})[person] = name
    return found


def passed(part: Participation, name: str, company: dict[int, str], said: list[Quoted]) -> Passed:
    touch = part.touch
    how = in_words(part, name)
    title = touch.subject or (how if touch.kind != Kind.NOTE else _("Note"))
    return Passed(
        touch=touch,
        icon=ICONS.get(touch.kind, "circle"),
        title=title,
        how=how if touch.subject else "",
        text=touch.text,
        company=with_whom([one for person, one in company.items() if person != part.person_id]),
        quoted=said,
        person_id=part.person_id if touch.brought_by_id is None else None,
    )


def in_words(part: Participation, name: str) -> str:
    """Who came to whom, and how: “Paola called you”."""
    one_way = {
        ("mail", Direction.IN): _("Mail from %(name)s"),
        ("mail", Direction.OUT): _("Mail to %(name)s"),
        ("mail", Direction.BOTH): _("Mail to both of you"),
        ("call", Direction.IN): _("%(name)s called you"),
        ("call", Direction.OUT): _("You called %(name)s"),
        ("visit", Direction.IN): _("%(name)s came to see you"),
        ("visit", Direction.OUT): _("You went to see %(name)s"),
        ("message", Direction.IN): _("Message from %(name)s"),
        ("message", Direction.OUT): _("Message to %(name)s"),
        ("letter", Direction.IN): _("Letter from %(name)s"),
        ("letter", Direction.OUT): _("Letter to %(name)s"),
    }
    sentence = one_way.get((part.kind, Direction(part.direction)))
    if sentence is None:
        return str(Kind(part.kind).label).capitalize()
    return sentence % {"name": name}


def with_whom(names: list[str]) -> str:
    if not names:
        return ""
    some = ", ".join(names[:COMPANY_SHOWN])
    more = len(names) - COMPANY_SHOWN
    if more <= 0:
        return _("with %(names)s") % {"names": some}
    return ngettext("with %(names)s and %(n)d other", "with %(names)s and %(n)d others", more) % {
        "names": some,
        "n": more,
    }


def counted(parts: "QuerySet[Participation]", now: datetime) -> str:
    """“11 in twelve months, 6 started by them”; notes to oneself are no touches."""
    recent = parts.filter(at__gt=now - YEAR, at__lte=now).exclude(kind=Kind.NOTE)
    found = recent.aggregate(
        n=Count("touch", distinct=True),
        theirs=Count("touch", distinct=True, filter=Q(direction=Direction.IN)),
    )
    if not found["n"]:
        return _("none in twelve months")
    return _("%(n)s in twelve months, %(theirs)s started by them") % found


def steps_ahead(business: Business, people: Iterable[Person], today: date) -> list[Touch]:
    """Dated notes of what is to be done; for a while also those whose day has passed."""
    ids = [person.pk for person in people]
    dated = business.touches.filter(step_on__gte=today - STEP_STAYS).exclude(step="")
    theirs = dated.filter(participations__person__in=ids).distinct()
    return list(theirs.order_by("step_on", "pk")[:STEPS_SHOWN])
