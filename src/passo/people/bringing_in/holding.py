"""A touch that several imports brought stays while one of them does."""

import json
from collections.abc import Iterable, Iterator

from django.db import connection

from passo.people.bringing_in.standing import MOST_KEPT, OVER
from passo.people.bringing_in.work import Work
from passo.people.models import Import, Touch


def hold(work: Work, known: Iterable[Touch]) -> None:
    """This import brings them, too."""
    ours = work.brought_by.pk
    rows = [
        (json.dumps([*(touch.also or ()), ours][-MOST_KEPT:]), touch.pk)
        for touch in known
        if touch.brought_by_id not in {None, ours} and ours not in (touch.also or ())
    ]
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE people_touch SET also = %s WHERE id = %s", rows)


def held_by_others(brought_by: Import) -> Iterator[tuple[int, list[int]]]:
    """Touches that it brought first, and which imports hold them still."""
    others = brought_by.business.imports.exclude(pk=brought_by.pk).exclude(state__in=OVER)
    living = set(others.values_list("pk", flat=True))
    held = brought_by.touches.filter(also__isnull=False).order_by("pk")
    for touch, also in held.values_list("pk", "also").iterator():
        if heirs := [one for one in also or () if one in living]:
            yield touch, heirs


def hand_over_touches(taken_back: Import) -> None:
    """From now on the next one brought them."""
    rows = [(heir, json.dumps(rest), touch) for touch, (heir, *rest) in held_by_others(taken_back)]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE people_touch SET brought_by_id = %s, also = %s WHERE id = %s", rows
        )
