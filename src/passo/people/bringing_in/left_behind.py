"""What nobody looks after any more: uploads that were given up, imports whose process is gone."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from passo.lib.queue import is_wanted, later
from passo.people.bringing_in.receiving import forget
from passo.people.bringing_in.showing import ICONS
from passo.people.models import Import
from passo.people.models.source import State

KEPT_DAYS = 7
SILENCE = timedelta(minutes=10)
TIMES = 3
STUMBLED = gettext_noop(
    "Passo stumbled over this file %(times)s times. What is in already stays; you can undo it."
)


def sweep() -> None:
    """Files that were never brought in."""
    oldest = timezone.now() - timedelta(days=KEPT_DAYS)
    waiting = Import.objects.filter(state__in=[State.UPLOADING, State.ASKING], made_at__lt=oldest)
    for one in waiting.iterator():
        forget(one)


def pick_up() -> None:
    """Under way by what it says, but nobody has moved it for a while and no job wants it."""
    silent = timezone.now() - SILENCE
    still = Import.objects.filter(
        Q(progress__changed_at__lt=silent) | Q(progress=None, made_at__lt=silent),
        state__in=[State.WAITING, State.RUNNING],
        kind__in=list(ICONS),
    )
    for one in still.select_related("progress"):
        if not is_wanted("people.bring_in", one.business_id, one.pk):
            pick_up_one(one)


def pick_up_one(brought_by: Import) -> None:
    """A file that ends its process again and again is not tried for ever."""
    times = brought_by.cursor.get("picked_up", 0)
    if times >= TIMES:
        brought_by.state, brought_by.sentence = State.FAILED, str(STUMBLED) % {"times": TIMES}
        brought_by.save(update_fields=["state", "sentence"])
        return
    brought_by.cursor = {**brought_by.cursor, "picked_up": times + 1}
    brought_by.save(update_fields=["cursor"])
    if brought_by.progress:
        brought_by.progress.save()
    later("people.bring_in", brought_by.business_id, brought_by.pk)
