"""Appointments with others become touches; those we declined and those cancelled do not."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from passo.lib.db.bulk import insert
from passo.lib.search import fold
from passo.people.bringing_in.holding import hold
from passo.people.bringing_in.keeping_mails import (
    PART,
    Met,
    Part,
    part_of,
    remember_addresses,
    write_touches,
)
from passo.people.bringing_in.left_out import ERASED, verdict_on
from passo.people.bringing_in.work import Work
from passo.people.cards import checksum
from passo.people.models import Participation, Touch
from passo.people.models.touch import Direction, Kind
from passo.readers.records import Appointment, Attendee, Mailbox

LARGE_ROUND = 60
MOST_WORDS_OF_A_NAME = 4


def keep_appointments(work: Work, appointments: list[Appointment], file: str) -> None:
    keyed = {key_of(appointment): appointment for appointment in appointments}
    known = {
        touch.key: touch
        for touch in Touch.objects.filter(business=work.business, key__in=list(keyed))
    }
    forget(work, [known[key] for key in known if is_off(work, keyed[key])])
    hold(work, [touch for key, touch in known.items() if not is_off(work, keyed[key])])
    held = {key: one for key, one in keyed.items() if not is_off(work, one)}
    rounds = {key: list(round_of(work, one)) for key, one in held.items()}
    named = {key: people_named(work, held[key].title) for key in held if not rounds[key]}
    fresh = [key for key in held if key not in known and (rounds[key] or named.get(key))]
    move(work, [(known[key], held[key]) for key in held if key in known])
    gather_again(work, {known[key]: rounds[key] for key in held if key in known}, file)
    work.counts["touches_unchanged"] += len(known)
    work.counts["touches_new"] += len(fresh)
    work.counts["alone"] += len(held) - len(fresh) - sum(key in known for key in held)
    touches = {key: touch_of(work, key, held[key], len(rounds[key])) for key in fresh}
    write_touches(touches.values())
    insert(
        Participation,
        PART,
        (
            part
            for key, touch in touches.items()
            for part in parts_of(work, touch, rounds[key], named.get(key, []))
        ),
    )
    everyone = (
        Met(mailbox, held[key].line, held[key].uid) for key in fresh for mailbox in rounds[key]
    )
    remember_addresses(work, everyone, file)


def key_of(appointment: Appointment) -> str:
    return checksum("appointment", appointment.uid, appointment.occurrence)


def is_off(work: Work, appointment: Appointment) -> bool:
    """Cancelled, without a time, or declined by us."""
    return (
        appointment.is_cancelled
        or appointment.starts_at is None
        or any(
            one.answer == "declined" and work.is_ours(one.address) for one in appointment.attendees
        )
    )


def forget(work: Work, touches: Collection[Touch]) -> None:
    meet_again(work, touches)
    Touch.objects.filter(business=work.business, pk__in=[one.pk for one in touches]).delete()


def meet_again(work: Work, touches: Collection[Touch]) -> None:
    """Whoever took part is reckoned anew."""
    parts = Participation.objects.filter(touch__in=[touch.pk for touch in touches])
    work.met.update(parts.filter(person__isnull=False).values_list("person_id", flat=True))


def round_of(work: Work, appointment: Appointment) -> Iterator[Mailbox]:
    """Whoever was there beside us: not rooms, not those who declined, not a large audience."""
    if appointment.people > LARGE_ROUND:
        return
    seen = set(work.own)
    organizer = [appointment.organizer] if appointment.organizer else []
    for one in (*organizer, *appointment.attendees):
        is_other = one.address not in seen and not work.is_our_house(one.address)
        if one.address and is_other and came(one):
            seen.add(one.address)
            verdict = verdict_on(work, one.address)
            work.counts["erased"] += verdict.because == ERASED
            if not verdict.is_left_out:
                yield Mailbox(one.name, one.address)


def came(one: Attendee) -> bool:
    return one.answer != "declined" and one.kind not in {"resource", "room", "group"}


def people_named(work: Work, title: str) -> list[int]:
    """Who a title names in full: “Survey with Paola Rinaldi”. One word is too little."""
    words = fold(title).split()[:30]
    found = {
        work.people_by_name[name]
        for length in range(2, MOST_WORDS_OF_A_NAME + 1)
        for start in range(len(words) - length + 1)
        if (name := " ".join(words[start : start + length])) in work.people_by_name
    }
    return sorted(person for person in found if person)


def touch_of(work: Work, key: str, appointment: Appointment, others: int) -> Touch:
    if appointment.starts_at is None:
        raise ValueError("an appointment without a time is no touch")
    return Touch(
        business=work.business,
        brought_by=work.brought_by,
        kind=Kind.MEETING,
        at=appointment.starts_at,
        direction=Direction.BOTH,
        subject=appointment.title[:300],
        minutes=minutes_of(appointment),
        size=max(others, 1) + 1,
        key=key,
        outer_id=appointment.uid[:400],
        thread=checksum("series", appointment.uid) if appointment.is_repeating else "",
    )


def minutes_of(appointment: Appointment) -> int | None:
    if appointment.is_all_day or not (appointment.starts_at and appointment.ends_at):
        return None
    minutes = (appointment.ends_at - appointment.starts_at).total_seconds() // 60
    return int(minutes) if 0 <= minutes < 60 * 24 * 365 else None


def parts_of(work: Work, touch: Touch, others: list[Mailbox], named: list[int]) -> Iterator[Part]:
    for mailbox in others:
        person = work.people_by_mail.get(mailbox.address)
        yield part_of(touch, person, mailbox.address, Direction.BOTH)
    for named_person in named:
        yield part_of(touch, named_person, "", Direction.BOTH)


def move(work: Work, pairs: list[tuple[Touch, Appointment]]) -> None:
    """An appointment that was put off, renamed or made longer is the same one."""
    changed = [pair for pair in pairs if is_other(*pair)]
    meet_again(work, [touch for touch, _now in changed])
    for touch, now in changed:
        touch.at = now.starts_at or touch.at
        touch.subject, touch.minutes = now.title[:300], minutes_of(now)
        touch.save(update_fields=["at", "subject", "minutes"])
        touch.participations.update(at=touch.at)


def is_other(touch: Touch, now: Appointment) -> bool:
    told = now.starts_at, now.title[:300], minutes_of(now)
    return (touch.at, touch.subject, touch.minutes) != told


def gather_again(work: Work, rounds: dict[Touch, list[Mailbox]], file: str) -> None:
    """Somebody was asked to come since, or said no. What another import brought stays its own."""
    ours = work.brought_by.pk
    own = {touch: one for touch, one in rounds.items() if touch.brought_by_id == ours}
    before: dict[int, set[str]] = defaultdict(set)
    parts = Participation.objects.filter(touch__in=[touch.pk for touch in own])
    for number, address in parts.exclude(address="").values_list("touch_id", "address"):
        before[number].add(address)
    changed = {
        touch: now
        for touch, now in own.items()
        if {mailbox.address for mailbox in now} != before[touch.pk]
    }
    forget(work, [touch for touch, now in changed.items() if not now])
    changed = {touch: now for touch, now in changed.items() if now}
    meet_again(work, changed)
    Participation.objects.filter(touch__in=[touch.pk for touch in changed]).delete()
    for touch, now in changed.items():
        touch.size = len(now) + 1
    Touch.objects.bulk_update(changed, ["size"])
    parts_now = (part for touch, now in changed.items() for part in parts_of(work, touch, now, []))
    insert(Participation, PART, parts_now)
    meet_again(work, changed)
    everyone = (Met(mailbox, 0, touch.outer_id) for touch in changed for mailbox in changed[touch])
    remember_addresses(work, everyone, file)
