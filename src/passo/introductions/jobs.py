"""What introductions do by themselves."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business, Change
from passo.introductions import asking, understanding, watching
from passo.lib.queue import job, later
from passo.people.models import Import

HOURS = 24
LATELY = timedelta(hours=2)  # the job comes every hour, and may come late


@job
def look(business_id: int) -> None:
    """Who is reminded, and what rests, by the business's own clock."""
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        if business is not None:
            now = timezone.now()
            day = timezone.localdate(now, ZoneInfo(business.time_zone))
            asking.go_through(business, day, now)


@job
def look_everywhere() -> None:
    """Each by itself, so that what breaks in one business holds up no other."""
    with wall.opened():
        for business_id in Business.objects.order_by("pk").values_list("pk", flat=True):
            later("introductions.look", business_id)


@job
def understand(business_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        understanding.understand(business) if business else None


@job
def understand_everybody() -> None:
    """Whom an import brought, or whose texts were changed since; each business by itself."""
    with wall.opened():
        for business_id in whose_texts_moved(timezone.now()):
            later("introductions.understand", business_id)


def whose_texts_moved(now: datetime) -> list[int]:
    """Where somebody did something lately or an import ended; and each once a day, whatever wrote
    there without a word.
    """
    newest = Change.objects.filter(business=OuterRef("pk")).order_by("-id").values("at")[:1]
    ended = Import.objects.filter(business=OuterRef("pk"), ended_at__gte=now - LATELY)
    here = Business.objects.annotate(changed_at=Subquery(newest), turn=F("pk") % HOURS)
    moved = here.filter(Q(changed_at__gte=now - LATELY) | Q(turn=now.hour) | Exists(ended))
    return list(moved.order_by("pk").values_list("pk", flat=True))


@job
def forget_old() -> None:
    """Notes that ties have moved, which newer ones repeat."""
    with wall.opened():
        watching.forget_old()
