"""What goes along when two are joined, beside the rows that simply move: what the owner said of
the one, and what is asked or decided about them. Each gives back a note of how it was before.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from passo.people.models import Pair, Person, Tie
from passo.people.models.person import Consent

OPEN = ("waiting", "unsure")
STRICTER = (Consent.NOT_ASKED, Consent.AGREED, Consent.REFUSED)
CONSENT = ("consent", "consent_note", "consent_on")
ASIDE = "-"  # how a way to reach somebody begins that the owner removed (`by_hand.put_aside`)
Note = dict[str, Any]


def take_said(stays: Person, gone: Person) -> Note:
    """What the owner said of either stands for both; of two words the one on `stays`."""
    values = said_of(stays, gone)
    aside = sorted({mark for mark in gone.kept if mark.startswith(ASIDE)} - {*stays.kept})
    if not values and not aside:
        return {}
    kept = [name for name in values if name in gone.kept]
    return put(stays, values, kept=[*kept, *aside]) | {"aside": aside}


def put(stays: Person, values: Note, *, kept: Iterable[str]) -> Note:
    before = {"values": stays.snapshot(values), "kept": stays.kept}
    for name, value in values.items():
        setattr(stays, attname(name), value)
    stays.kept = sorted({*stays.kept, *kept})
    stays.save(update_fields=[*values, "kept"])
    return before | {"after": stays.snapshot(values)}


def keep_chosen(stays: Person, chosen: Mapping[str, Any]) -> Note:
    """Only what is not so by itself: the rest still follows its sources."""
    values = {
        name: value for name, value in chosen.items() if getattr(stays, attname(name)) != value
    }
    if not values:
        return {}
    note = put(stays, values, kept=values)
    stays.index()
    return note


def said_of(stays: Person, gone: Person) -> dict[str, Any]:
    kept = [name for name in gone.kept if name in Person.tracked and name not in stays.kept]
    own = {name: getattr(gone, attname(name)) for name in kept}
    values = {name: value for name, value in own.items() if value}
    for name in ("cares_about", "own_cadence_days"):
        if getattr(gone, name) and not getattr(stays, name):
            values[name] = getattr(gone, name)
    if "note" in stays.kept and gone.note and gone.note not in stays.note:
        values["note"] = f"{stays.note}\n\n{gone.note}".strip()
    return values | stricter_consent(stays, gone)


def stricter_consent(stays: Person, gone: Person) -> dict[str, str | date | None]:
    """Whoever asked not to be contacted once, asked it."""
    places = [STRICTER.index(Consent(one.consent)) for one in (stays, gone)]
    return {name: getattr(gone, name) for name in CONSENT} if places[1] > places[0] else {}


def attname(name: str) -> str:
    field: Any = Person._meta.get_field(name)
    return str(field.attname)


def give_back_said(stays: Person, note: Note) -> None:
    """As far as nobody has changed it since."""
    now = stays.snapshot(note.get("after", ()))
    back = {
        name: note["values"][name] for name, value in now.items() if value == note["after"][name]
    }
    for name, value in back.items():
        field: Any = Person._meta.get_field(name)
        setattr(stays, field.attname, field.to_python(value))
    aside = {*note.get("aside", ())}
    if back or aside:
        stays.kept = sorted({*stays.kept} - {*back} - aside | {*back} & {*note["kept"]})
        stays.save(update_fields=[*back, "kept"])


def pairs_of(person: Person) -> "QuerySet[Pair]":
    return person.business.pairs.filter(Q(one=person) | Q(other=person))


def with_others(person: Person, besides: Person) -> dict[int, Pair]:
    """Each pair of a person by who the other one is."""
    others = {
        (pair.other_id if pair.one_id == person.pk else pair.one_id): pair
        for pair in pairs_of(person)
    }
    others.pop(besides.pk, None)
    return others


def take_pairs(stays: Person, gone: Person) -> Note:
    """What is asked of the one is asked of both; what was kept separate from one is from both."""
    known = with_others(stays, gone)
    met = {who: pair for who, pair in with_others(gone, stays).items() if pair.state != "same"}
    fresh = [like(pair, stays, who) for who, pair in met.items() if who not in known]
    Pair.objects.bulk_create(fresh)
    apart = [who for who in met if who in known and met[who].state == "separate"]
    closed = {str(known[who].pk): known[who].state for who in apart if known[who].state in OPEN}
    Pair.objects.filter(pk__in=list(closed)).update(state="separate")
    return {"new": [pair.pk for pair in fresh], "closed": closed}


def like(pair: Pair, stays: Person, who: int) -> Pair:
    first, second = sorted((stays.pk, who))
    return Pair(
        business=stays.business,
        one_id=first,
        other_id=second,
        probability=pair.probability,
        because=pair.because,
        state=pair.state,
        decided_by=pair.decided_by,
        decided_at=pair.decided_at,
    )


def give_back_pairs(stays: Person, note: Note) -> None:
    """What was decided of the two in the meantime was decided of the two, and stays."""
    mine = stays.business.pairs
    mine.filter(pk__in=note.get("new", ()), state__in=OPEN).delete()
    for pk, state in note.get("closed", {}).items():
        mine.filter(pk=int(pk), state="separate").update(state=state)


def take_declared(stays: Person, gone: Person) -> Note:
    """Who knows the one knows both. What is merely reckoned is reckoned anew."""
    theirs = gone.business.ties.filter(Q(one=gone) | Q(other=gone))
    said: list[list[Any]] = [
        [tie.other_id if tie.one_id == gone.pk else tie.one_id, tie.declared, tie.declared_note]
        for tie in theirs
        if tie.declared is not None
    ]
    theirs.delete()
    new = [who for who, declared, note in said if declare(stays, who, declared, note)]
    return {"said": said, "new": new}


def declare(person: Person, who: int, declared: float, note: str) -> bool:
    """Unless they are one, or it was said of them already."""
    if who == person.pk:
        return False
    first, second = sorted((person.pk, who))
    tie, _made = Tie.objects.get_or_create(
        one_id=first,
        other_id=second,
        defaults={"business": person.business, "strength": declared, "kind": "declared"},
    )
    fresh = Tie.objects.filter(pk=tie.pk, declared__isnull=True)
    return bool(fresh.update(declared=declared, declared_note=note))


def give_back_declared(stays: Person, gone: Person, note: Note) -> None:
    new = note.get("new", ())
    both = Q(one=stays, other__in=new) | Q(other=stays, one__in=new)
    stays.business.ties.filter(both).update(declared=None, declared_note="")
    said = note.get("said", ())
    there = gone.business.people.filter(pk__in=[who for who, *_rest in said])
    still = set(there.values_list("pk", flat=True))
    for who, declared, words in said:
        if who in still:
            declare(gone, who, declared, words)
