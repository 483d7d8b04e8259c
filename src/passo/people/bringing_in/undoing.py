"""An import taken back as a whole: what it brought goes, what people did since stays."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people import hanging, ties
from passo.people.addresses import free_mail_domains
from passo.people.bringing_in.holding import hand_over_touches, held_by_others
from passo.people.bringing_in.keeping_exports import take_back
from passo.people.bringing_in.receiving import forget_file
from passo.people.bringing_in.standing import had_by_others, hand_over
from passo.people.bringing_in.staying import keep_addresses
from passo.people.bringing_in.writing import write_again
from passo.people.models import Import, Organisation, Participation, Person, Source, Touch
from passo.people.models.source import State
from passo.people.organisations import Organisations

BATCH = 400
FORESEEN_AT_ONCE = 5_000
CAN_BE_UNDONE = frozenset({State.DONE, State.FAILED, State.RUNNING, State.WAITING})


def begin(brought_by: Import, *, by: User) -> None:
    """Asked for: a reading that is still going on stops at its next batch."""
    with transaction.atomic():
        waiting = Import.objects.filter(pk=brought_by.pk, state__in=CAN_BE_UNDONE)
        if not waiting.update(state=State.UNDOING):
            raise Refusal(_("There is nothing to undo here, or it is being undone already."))
        brought_by.refresh_from_db()
        brought_by.progress = brought_by.business.progresses.create(
            kind="import", title=brought_by.name[:120]
        )
        brought_by.save(update_fields=["progress"])
        later("people.take_back", brought_by.business_id, brought_by.pk, by.pk)


def carry_out(business: Business, import_id: int, user_id: int | None) -> Import | None:
    """In batches, each whole; done twice, the second finds nothing left."""
    brought_by = business.imports.filter(pk=import_id, state=State.UNDOING).first()
    if brought_by is None:
        return None
    take_back(brought_by)
    met = take_touches(business, brought_by)
    theirs = people_of(business, brought_by)
    counts = {"people_gone": 0, "people_kept": 0} | brought_by.cursor.get("undone", {})
    for start in range(0, len(theirs), BATCH):
        with transaction.atomic():
            take_people(business, brought_by, theirs[start : start + BATCH], counts)
            brought_by.cursor["undone"] = counts
            brought_by.save(update_fields=["cursor"])
        tell(brought_by, start + BATCH, len(theirs))
    with transaction.atomic():
        take_organisations(business, brought_by)
        brought_by.problems.all().delete()
        by = User.objects.filter(pk=user_id).first() if user_id else None
        finish(brought_by, counts, by)
    forget_file(brought_by)
    still = business.people.filter(pk__in=list(met)[:30_000]).values_list("pk", flat=True)
    ties.refresh(business, still)
    return brought_by


def tell(brought_by: Import, done: int, total: int) -> None:
    if brought_by.progress:
        brought_by.progress.advance(min(done, total), total)


def finish(brought_by: Import, counts: dict[str, int], by: User | None) -> None:
    brought_by.cursor = {}
    brought_by.counts = {**brought_by.counts, **counts}
    brought_by.ended_at = timezone.now()
    brought_by.save(update_fields=["cursor", "counts", "ended_at"])
    brought_by.change(by=by, what="take_back", state=State.UNDONE)
    if brought_by.progress:
        brought_by.progress.finish()


def take_touches(business: Business, brought_by: Import) -> set[int]:
    """Those that no other import holds; gives back whose they were."""
    with transaction.atomic():
        hand_over_touches(brought_by)
    met: set[int] = set()
    touches = Touch.objects.filter(business=business, brought_by=brought_by).order_by("pk")
    while some := list(touches.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            parts = Participation.objects.filter(business=business, touch__in=some)
            theirs = {person for person in parts.values_list("person", flat=True) if person}
            parts.delete()
            Touch.objects.filter(business=business, pk__in=some).delete()
            take_those_without_sources(business, brought_by, theirs)
        met |= theirs
    return met


def take_those_without_sources(business: Business, brought_by: Import, ids: set[int]) -> None:
    """What they came with was taken back before; what held them since goes now."""
    without = business.people.filter(pk__in=ids, sources__isnull=True, touch_count__gt=0)
    lone = sorted(without.values_list("pk", flat=True))
    take_people(business, brought_by, lone, Counter()) if lone else None


def people_of(business: Business, brought_by: Import) -> list[int]:
    sources = Source.objects.filter(business=business, brought_by=brought_by)
    people = sources.filter(person__isnull=False).values_list("person", flat=True).distinct()
    return sorted(person for person in people if person)


def take_people(
    business: Business, brought_by: Import, ids: Sequence[int], counts: dict[str, int]
) -> None:
    theirs = Source.objects.filter(business=business, brought_by=brought_by, person__in=ids)
    hand_over(theirs, brought_by)
    theirs.delete()
    left = set(
        Source.objects.filter(business=business, person__in=ids).values_list("person", flat=True)
    )
    alone = [one for one in ids if one not in left]
    kept = set(worked_on(business, alone))
    met = set(met_elsewhere(business, alone, besides=brought_by)) - kept
    gone = [one for one in alone if one not in kept | met]
    refs = [str(one) for one in gone]
    business.search_rows.filter(kind="person", ref__in=refs).delete()
    Person.objects.filter(business=business, pk__in=gone).delete()
    keep_addresses(brought_by, [one for one in alone if one in kept | met])
    organisations = Organisations(business, free_mail_domains(business), None)
    write_again(business, organisations, [one for one in ids if one not in set(gone)])
    counts["people_gone"] += len(gone)
    counts["people_kept"] += len(kept)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What undoing would take, and what it would leave."""

    touches: int
    people_going: int
    people_known_otherwise: int
    people_worked_on: int


def foresee(brought_by: Import) -> Foreseen:
    business = brought_by.business
    theirs = people_of(business, brought_by)
    otherwise, worked = set[int](), set[int]()
    held = [touch for touch, _heirs in held_by_others(brought_by)]
    met = set(people_in(business, held))
    for start in range(0, len(theirs), FORESEEN_AT_ONCE):
        some = theirs[start : start + FORESEEN_AT_ONCE]
        others = business.sources.filter(person__in=some).exclude(brought_by=brought_by)
        otherwise.update(one for one in others.values_list("person", flat=True) if one)
        mine = business.sources.filter(person__in=some, brought_by=brought_by)
        otherwise.update(one.person_id or 0 for one, _where in had_by_others(mine, brought_by))
        otherwise.update(met_elsewhere(business, some, besides=brought_by))
        otherwise.update(met.intersection(some))
        worked.update(worked_on(business, some))
    otherwise -= worked
    return Foreseen(
        touches=brought_by.touches.count() - len(held),
        people_going=len(theirs) - len(otherwise) - len(worked),
        people_known_otherwise=len(otherwise),
        people_worked_on=len(worked),
    )


def people_in(business: Business, touches: Sequence[int]) -> Iterable[int]:
    for start in range(0, len(touches), FORESEEN_AT_ONCE):
        some = business.participations.filter(touch__in=touches[start : start + FORESEEN_AT_ONCE])
        yield from (one for one in some.values_list("person", flat=True).distinct() if one)


def met_elsewhere(business: Business, ids: Sequence[int], *, besides: Import) -> Iterable[int]:
    """In mails and appointments that another import brought."""
    met = business.participations.filter(person__in=ids, touch__brought_by__isnull=False)
    others = met.exclude(touch__brought_by=besides)
    yield from (one for one in others.values_list("person", flat=True).distinct() if one)


def worked_on(business: Business, ids: Sequence[int]) -> Iterable[int]:
    """Somebody changed them, tagged them or noted something since: that is not ours to take."""
    people = business.people.filter(pk__in=ids)
    noted = business.participations.filter(person__in=ids, touch__brought_by__isnull=True)
    labels = [str(one) for one in ids]
    changed = business.changes.filter(kind="people.person", thing__in=labels)
    done_by_hand = (
        Q(taggings__is_own=True)
        | Q(contact_points__is_own=True)
        | Q(merged__isnull=False)
        | Q(ties_up__declared__isnull=False)
        | Q(ties_down__declared__isnull=False)
    )
    yield from (one for one in noted.values_list("person", flat=True).distinct() if one)
    yield from people.filter(done_by_hand).values_list("pk", flat=True).distinct()
    yield from (int(one) for one in changed.values_list("thing", flat=True).distinct())
    yield from hanging.worked_on(business, ids)


def take_organisations(business: Business, brought_by: Import) -> None:
    """Firms that came with it and that nobody is left in."""
    cards = Source.objects.filter(business=business, brought_by=brought_by)
    hand_over(cards, brought_by)
    cards.delete()
    empty = (
        Organisation.objects.filter(business=business, brought_by=brought_by, kept=[])
        .annotate(members=Count("positions"), cards=Count("sources"))
        .filter(members=0, cards=0)
    )
    gone = list(empty.values_list("pk", flat=True))
    for start in range(0, len(gone), BATCH):
        some = gone[start : start + BATCH]
        refs = [str(one) for one in some]
        business.search_rows.filter(kind="organisation", ref__in=refs).delete()
        Organisation.objects.filter(business=business, pk__in=some).delete()
