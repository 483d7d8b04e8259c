"""One person once: the columns that the engine links, and the pairs that wait for the owner."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from passo.businesses.models import Business
from passo.people.cards import PlainCard
from passo.people.models import Pair, Person, Source


@dataclass(eq=False)
class Group:
    """Sources that are certainly one person; `person` where that is somebody known."""

    sources: list[Source]
    person: int | None = None


@dataclass
class Linked:
    groups: list[Group]
    # Groups or known people that may be one: (one, other, probability, reasons)
    doubtful: list[tuple[Group | int, Group | int, float, list[list[object]]]] = field(
        default_factory=list
    )
