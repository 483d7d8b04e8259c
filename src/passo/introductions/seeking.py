"""Who can introduce me to her, to anybody there, to any of these? Paths through who is known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from passo.businesses.models import Business, User
from passo.engine.paths import MOST, Path, best, reach
from passo.introductions import knowing
from passo.introductions.closed import Closed, Way
from passo.introductions.knowing import Known, Mask

SHOWN = 5  # ways; whoever wants more has too many to ask
ROUNDS = 3  # each without those found before, for the best paths may all begin with one friend
MOST_TARGETS = 500
MOST_THERE = 200  # people of one organisation


class Asked(NamedTuple):
    """Who asks, and when. Nobody in particular asks for the business as a whole."""

    business: Business
    asker: User | None
    today: date


def ways_to(asked: Asked, targets: Sequence[int], *, most: int = SHOWN) -> tuple[Known, list[Path]]:
    """The best way through each of the best go-betweens, the best first."""
    known = knowing.known_to(asked.business, asked.asker)
    places = [int(one) for one in known.ids(targets) if one >= 0]
    if not places or not known.members:
        return known, []
    closed = Closed(asked.business, targets, asked.today)
    may, found = known.may_pass.copy(), dict[int, Path]()
    for _round in range(ROUNDS):
        paths = best(known.graph, known.ours, places, k=MOST, through=may)
        fresh = [path for path in paths if first_asked(path) not in found]
        shut = closed.among(way for path in fresh for way in between(known, path))
        for path in fresh:
            if not shut.intersection(between(known, path)):
                found.setdefault(first_asked(path), path)
        if len(straight(found)) >= most or not fresh:
            break
        pass_by(known, may, found, shut, is_one=len(places) == 1)
    return known, straight(found)[:most]


def straight(found: Mapping[int, Path]) -> list[Path]:
    """The best first, without those that lead to somebody whom one would rather ask at once."""
    ranked = sorted(found.values(), key=lambda path: (-path.score, len(path.people), path.people))
    return [path for path in ranked if not is_detour(path, found)]


def is_detour(path: Path, found: Mapping[int, Path]) -> bool:
    return any(found[place].score >= path.score for place in path.people[2:-1] if place in found)


def first_asked(path: Path) -> int:
    """Who is asked first: the go-between, or whoever knows them without any."""
    return path.people[1] if len(path.people) > 2 else -1 - path.people[0]  # noqa: PLR2004


def pass_by(
    known: Known, may: Mask, found: Iterable[int], shut: Iterable[Way], *, is_one: bool
) -> None:
    """Who was found already, and who is not to be asked for this one."""
    may[[place for place in found if place >= 0]] = False
    if is_one:
        may[known.ids([broker for broker, _target in shut])] = False


def between(known: Known, path: Path) -> list[Way]:
    """Each go-between, and for whom."""
    target = known.person(path.people[-1])
    return [(known.person(place), target) for place in path.people[1:-1]]


def reach_each(asked: Asked, targets: Sequence[int]) -> tuple[Known, list[Path | None]]:
    """The best way to each of many, None where there is none."""
    known = knowing.known_to(asked.business, asked.asker)
    places = known.ids(targets)
    there = np.flatnonzero(places >= 0)
    paths: list[Path | None] = [None] * len(targets)
    if not len(there) or not known.members:
        return known, paths
    found = reach(known.graph, known.ours, places[there], through=known.may_pass)
    for at, path in zip(there.tolist(), found, strict=True):
        paths[at] = path
    return known, instead(asked, known, paths)


def instead(asked: Asked, known: Known, paths: list[Path | None]) -> list[Path | None]:
    """Where the best way is not to be asked, the best other one."""
    targets = {known.person(path.people[-1]) for path in paths if path}
    closed = Closed(asked.business, targets, asked.today)
    ways = {way for path in paths if path for way in between(known, path)}
    shut = closed.among(ways)
    if not shut:
        return paths
    return [
        one_other(asked, known.person(path.people[-1]))
        if path and shut.intersection(between(known, path))
        else path
        for path in paths
    ]


def one_other(asked: Asked, target: int) -> Path | None:
    _known, paths = ways_to(asked, [target], most=1)
    return paths[0] if paths else None
