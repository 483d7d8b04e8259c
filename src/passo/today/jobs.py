"""What Today does in the background."""

from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business
from passo.lib.queue import job
from passo.today import keeping, mornings, moved


@job
def forget_old() -> None:
    """What was shown is held against what came of it; after two years nothing more comes."""
    with wall.opened():
        keeping.forget_old(timezone.localdate())
        moved.forget_old()


@job
def look_for_mornings() -> None:
    """Every few minutes: whose hour has come."""
    with wall.opened():
        mornings.queue_due(timezone.now())


@job
def mail_mornings(business_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        mornings.send_due(business) if business else None
