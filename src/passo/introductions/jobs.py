"""What introductions do by themselves."""

from zoneinfo import ZoneInfo

from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business
from passo.introductions import asking, understanding, watching
from passo.lib.queue import job, later


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
        for business_id in Business.objects.order_by("pk").values_list("pk", flat=True):
            later("introductions.understand", business_id)


@job
def forget_old() -> None:
    """Notes that ties have moved, which newer ones repeat."""
    with wall.opened():
        watching.forget_old()
