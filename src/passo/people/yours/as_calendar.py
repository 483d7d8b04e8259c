"""Meetings, visits and calls as an iCalendar file."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from passo.businesses.models import Business
from passo.people.lasting import Names
from passo.people.models import ContactPoint, Participation, Touch
from passo.people.models.touch import Kind
from passo.people.yours.plain import People, as_it_is, gathered, in_batches
from passo.readers.ical_writing import write_calendar
from passo.readers.records import Appointment, Attendee

IN_A_CALENDAR = (Kind.MEETING, Kind.VISIT, Kind.CALL)


def write_events(business: Business, chosen: People | None = None) -> Iterator[str]:
    yield from write_calendar(appointments(business, chosen), name=business.name)


def appointments(business: Business, chosen: People | None) -> Iterator[Appointment]:
    found = business.touches.filter(kind__in=IN_A_CALENDAR)
    if chosen is not None:
        shared = Participation.objects.filter(business=business, person__in=chosen)
        found = found.filter(pk__in=shared.values("touch"))
    names = Names(business, "touch")
    for some in in_batches(found):
        ids = [one.pk for one in some]
        parts = gathered(Participation, "touch", ids, as_it_is, "person")
        mails = mails_of(business, [part for one in parts.values() for part in one])
        for touch in some:
            yield appointment(touch, names.of(touch.pk), parts[touch.pk], mails)


def mails_of(business: Business, parts: Sequence[Any]) -> dict[int, str]:
    """An address for whoever took part by name alone."""
    ids = {part.person_id for part in parts if part.person_id and not part.address}
    points = ContactPoint.objects.filter(business=business, kind="mail", person__in=ids)
    return dict(points.order_by("-pk").values_list("person", "value"))


def appointment(touch: Touch, uid: str, parts: Sequence[Any], mails: dict[int, str]) -> Appointment:
    """One time of many keeps the UID of its series, and says which time it is."""
    is_repeating = bool(touch.thread and touch.outer_id)
    return Appointment(
        line=0,
        uid=touch.outer_id or uid,
        occurrence=f"{touch.at.astimezone(UTC):%Y%m%dT%H%M%SZ}" if is_repeating else "",
        starts_at=touch.at,
        ends_at=end_of(touch),
        title=touch.subject or first_line(touch.text) or str(touch.get_kind_display()),
        note=touch.text,
        attendees=[attendee(part, mails) for part in parts],
    )


def end_of(touch: Touch) -> datetime:
    try:
        return touch.at + timedelta(minutes=touch.minutes or 0)
    except OverflowError:
        return touch.at


def first_line(text: str) -> str:
    return next(iter(text.splitlines()), "")[:200]


def attendee(part: Participation, mails: dict[int, str]) -> Attendee:
    name = part.person.name if part.person else ""
    return Attendee(name, part.address or mails.get(part.person_id or 0, ""))
