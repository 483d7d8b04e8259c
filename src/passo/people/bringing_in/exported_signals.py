"""What the mails of an export of Passo say: as it was read there, or now where words are kept."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from passo.engine.signals import KINDS, read_signals
from passo.engine.signals.settling import KEEPS
from passo.lib.db.bulk import insert
from passo.people.bringing_in.keeping_signals import COLUMNS, row_of
from passo.people.bringing_in.work import Work
from passo.people.models import Signal, Touch
from passo.people.models.touch import Direction, Kind
from passo.people.signals import SMALL
from passo.readers.mail.words import tidy

Values = dict[str, Any]
Round = Collection[tuple[int | None, str, str]]  # person, by which address, which way


def keep_said(work: Work, touches: Iterable[tuple[Touch, Values, Round]]) -> None:
    rows = (
        row
        for touch, values, people in touches
        for row in (told(work, touch, values["signals"], people) or read(work, touch, values))
    )
    insert(Signal, COLUMNS, rows, ignore_conflicts=True)


def told(
    work: Work, touch: Touch, signals: Iterable[Values], people: Round
) -> list[tuple[Any, ...]]:
    """Nothing that was said by, or of, somebody who is not here; nor what Passo does not know."""
    addresses = {address for _person, address, _way in people}
    have_written = any(way == Direction.IN for _person, _address, way in people)
    return [
        (
            work.business.pk,
            touch.pk,
            one["kind"],
            one["ours"],
            one["at"] or touch.at,
            one["on"],
            tidy(one["quote"]),
            one["certainty"] or 0,
            one["deed"] if one["deed"] in KEEPS else "",
            one["address"],
        )
        for one in signals
        if one["kind"] in KINDS
        and (one["ours"] or (one["address"] in addresses if one["address"] else have_written))
    ]


def read(work: Work, touch: Touch, values: Values) -> Iterator[tuple[Any, ...]]:
    """An export from before anybody read what mails say."""
    if touch.kind != Kind.MAIL or values["by_hand"] or touch.size > SMALL:
        return
    for said in read_signals(
        touch.text,
        sent_on=touch.at.astimezone(work.zone).date(),
        is_ours=touch.direction == Direction.OUT,
        language=work.business.language,
    ):
        yield row_of(work, touch.pk, touch.at, said)
