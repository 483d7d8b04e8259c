"""Touches out of an export of Passo: those of mails and calendars, and those noted by hand."""

from collections.abc import Iterator
from typing import Any

from passo.lib.db.bulk import insert, next_ids
from passo.people.bringing_in.exported_people import who_is
from passo.people.bringing_in.exported_signals import keep_said
from passo.people.bringing_in.holding import hold
from passo.people.bringing_in.keeping_mails import PART, TOUCH
from passo.people.bringing_in.work import Work
from passo.people.cards import checksum
from passo.people.lasting import MARK, Names
from passo.people.models import Participation, Touch

Values = dict[str, Any]
COLUMNS = (*TOUCH, "step", "step_on", "promise", "noted_by_id", "people_ids")
SAME = ("kind", "at", "subject", "text", "minutes", "thread", "step", "step_on", "promise")


def keep_touches(work: Work, found: list[tuple[int, Values]]) -> None:
    keyed = {key_of(values): values for _line, values in found}
    fresh = without_known(work, keyed)
    work.counts["touches_unchanged"] += len(found) - len(fresh)
    who = who_is(work, {part["person"] for one in fresh.values() for part in one["people"]} - {""})
    rounds = {key: list(round_of(values, who)) for key, values in fresh.items()}
    # Those whose people are all unknown, as the erased are, say nothing.
    met = [key for key in fresh if rounds[key] or not fresh[key]["people"]]
    members = members_by_mail(work)
    touches = {
        key: touch_of(work, key, fresh[key], rounds[key], members.get(fresh[key]["noted_by"]))
        for key in met
    }
    write(touches)
    insert(
        Participation,
        PART,
        (part_of(touches[key], *part) for key in met for part in rounds[key]),
    )
    keep_said(work, ((touches[key], fresh[key], rounds[key]) for key in met))
    work.counts["touches_new"] += len(met)


def key_of(values: Values) -> str:
    return str(values["key"]) or checksum("touch", values["uid"])


def without_known(work: Work, keyed: dict[str, Values]) -> dict[str, Values]:
    """By key, or because this business itself noted it."""
    touches, ours = work.business.touches, Names(work.business, "touch")
    numbers = {key: ours.number(values["uid"]) for key, values in keyed.items()}
    told = touches.only("key", "brought_by", "also")
    by_number = told.filter(pk__in=list(filter(None, numbers.values())))
    here = [*told.filter(key__in=list(keyed)), *by_number]
    hold(work, here)
    keys, pks = {touch.key for touch in here}, {touch.pk for touch in here}
    return {
        key: values for key, values in keyed.items() if key not in keys and numbers[key] not in pks
    }


def round_of(values: Values, who: dict[str, int]) -> Iterator[tuple[int | None, str, str]]:
    """Person, by which address, and which way it went."""
    for part in values["people"]:
        person = who.get(part["person"])
        if person or (part["address"] and not part["person"]):
            yield person, part["address"], part["direction"]


def members_by_mail(work: Work) -> dict[str, int]:
    return dict(work.business.memberships.values_list("user__email", "user"))


def touch_of(
    work: Work,
    key: str,
    values: Values,
    people: list[tuple[int | None, str, str]],
    noted_by: int | None,
) -> Touch:
    ids = sorted({person for person, _address, _way in people if person})
    return Touch(
        business=work.business,
        brought_by=work.brought_by,
        key=key,
        direction=values["direction"],
        outer_id=values["outer_id"] or (values["uid"] if is_by_hand(values) else ""),
        size=max(values["size"] or 0, 1),
        noted_by_id=noted_by,
        people_ids=ids if values["by_hand"] else [],
        **{name: values[name] for name in SAME},
    )


def is_by_hand(values: Values) -> bool:
    return not values["key"] and str(values["uid"]).startswith(MARK)


def write(touches: dict[str, Touch]) -> None:
    for touch, number in zip(touches.values(), next_ids(Touch, len(touches)), strict=True):
        touch.pk = number
    rows = ([getattr(touch, name) for name in COLUMNS] for touch in touches.values())
    insert(Touch, COLUMNS, rows)


def part_of(touch: Touch, person: int | None, address: str, direction: str) -> tuple[Any, ...]:
    return (
        touch.business_id,
        touch.pk,
        person,
        address,
        touch.at,
        touch.kind,
        direction,
        touch.size,
    )
