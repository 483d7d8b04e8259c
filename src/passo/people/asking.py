"""The queue of “Same person?”: which pair is asked next, and what comes of the answers."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses.models import Business, Progress, User
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people import duplicates
from passo.people.comparing import SINGLE
from passo.people.going_along import attname
from passo.people.joined import whoever_is
from passo.people.merging import decide, in_order, merge
from passo.people.models import Merge, Pair, Person

WAITING, UNSURE, SEPARATE = "waiting", "unsure", "separate"
PATIENCE = timedelta(hours=1)


def open_pairs(business: Business, state: str = WAITING) -> Any:
    """Only those where both still stand for themselves, the most alike first."""
    pairs = business.pairs.filter(state=state, one__is_listed=True, other__is_listed=True)
    return pairs.order_by("-probability", "pk")


def settle(pair: Pair, answer: str, *, by: User) -> None:
    """Two people, or not sure: remembered, and taken back by asking again."""
    if answer not in {UNSURE, SEPARATE}:
        raise Refusal(_("Please choose one of the answers."))
    decide(pair.business, pair.one, pair.other, answer, by=by)


def ask_again(pair: Pair) -> None:
    if pair.state not in {UNSURE, SEPARATE}:
        raise Refusal(_("The two are joined. Take them apart first."))
    decide(pair.business, pair.one, pair.other, WAITING, by=None)


def join(
    one: Person, other: Person, *, by: User, chosen: Mapping[str, str], pair: Pair | None = None
) -> Merge:
    """Joined; every field that was shown with two values has the one that was chosen."""
    stays, gone = in_order(whoever_is(one), whoever_is(other))
    return merge(
        stays,
        gone,
        by=by,
        probability=pair.probability if pair else None,
        because=pair.because if pair else (),
        chosen=values_of(chosen, stays, gone),
    )


def values_of(chosen: Mapping[str, str], stays: Person, gone: Person) -> dict[str, Any]:
    """Each choice names the person whose value it is."""
    whose = {str(person.pk): person for person in (stays, gone)}
    return {
        name: getattr(whose[chosen[name]], attname(name))
        for name in SINGLE
        if chosen.get(name) in whose
    }


def begin_looking(business: Business) -> Progress:
    """One at a time: while one is under way, asking again shows that one."""
    under_way = last_look(business)
    if under_way and not under_way.is_over:
        return under_way
    with transaction.atomic():
        title = _("Looking for people who are there twice")
        progress = business.progresses.create(kind="same", title=title)
        later("people.look_again", business.pk, progress.pk)
    return progress


def last_look(business: Business) -> Progress | None:
    """Given up on after an hour: then its process is gone."""
    recent = timezone.now() - PATIENCE
    return business.progresses.filter(kind="same", made_at__gt=recent).first()


def carry_out_look(business: Business, progress_id: int) -> None:
    progress = business.progresses.filter(pk=progress_id).first()
    if progress is None or progress.is_over:
        return
    with translation.override(business.language):
        progress.advance(0)
        duplicates.look_again(business)
        waiting = open_pairs(business).count()
        found = ngettext("%(n)s pair to decide.", "%(n)s pairs to decide.", waiting)
        progress.finish(found % {"n": waiting} if waiting else _("Nobody is there twice."))
