"""The sample business, gathered: every area tells its part of the same two years."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation

from passo.businesses import demo as businesses
from passo.businesses import history, wall
from passo.businesses.models import Business, User
from passo.businesses.parting import remove_sample
from passo.introductions import demo as introductions
from passo.people import demo as people
from passo.steps import demo as steps
from passo.today import demo_days

Life = list[tuple[int, str, businesses.Deed]]
# Every area with something to tell, in the order of the river: the deepest first.
PARTS: list[Callable[[datetime], Life]] = [
    businesses.life,
    people.life,
    introductions.life,
    steps.life,
    demo_days.life,
]


def build(owner: User | None, clock: datetime) -> Business:
    """The sample of this owner, made if there is none. The same clock gives the same rows."""
    clock = on_the_clock_of_bologna(clock)
    with wall.opened(), transaction.atomic():
        sample = already_there(owner)
        if sample is None:
            language = owner.language if owner else ""
            with translation.override(language or translation.get_language()):
                sample = make(owner, clock, translation.get_language() or "en")
        let_in(owner, sample, clock)
        return sample


def on_the_clock_of_bologna(clock: datetime) -> datetime:
    return timezone.make_aware(clock, ZoneInfo(businesses.TIME_ZONE)) if naive(clock) else clock


def naive(clock: datetime) -> bool:
    return clock.tzinfo is None


def make(owner: User | None, clock: datetime, language: str) -> Business:
    guest = owner if owner and owner.is_guest else None
    sample = businesses.found(clock, slug=free_slug(), language=language, guest=guest)
    businesses.tell(sample, clock, told_in_order(clock))
    return sample


def told_in_order(clock: datetime) -> Life:
    """What all areas tell, as it happened: of two things at one moment, the deeper area's first."""
    told = [deed for part in PARTS for deed in part(clock)]
    return sorted(told, key=lambda deed: (-deed[0], deed[1]))


def free_slug() -> str:
    """`sample`, which no other business may have; numbered for further ones."""
    taken = set(samples().values_list("slug", flat=True))
    names = ["sample", *(f"sample-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def samples() -> QuerySet[Business]:
    return Business.objects.filter(is_sample=True).order_by("id")


def already_there(owner: User | None) -> Business | None:
    """Theirs, or one that only its figures live in."""
    found = list(samples())
    if owner is None:
        return found[0] if found else None
    theirs = [one for one in found if one.memberships.filter(user=owner).exists()]
    return next(iter([*theirs, *(one for one in found if not visitors(one))]), None)


def visitors(sample: Business) -> list[User]:
    """Members who are no figures: real people and guests."""
    played = {user.pk for user in businesses.figures(sample)}
    members = sample.memberships.select_related("user")
    return [one.user for one in members if one.user_id not in played]


def let_in(owner: User | None, sample: Business, clock: datetime) -> None:
    if owner and not sample.memberships.filter(user=owner).exists():
        with history.at(clock):
            membership = sample.take_in(owner, role="owner", by=owner)
        membership.since = clock
        membership.save(update_fields=["since"])


def remove(sample: Business) -> None:
    """All of it: the business, its figures, and a guest who was only here to look around."""
    remove_sample(sample, by=None)
