"""What steps do in the background."""

from django.utils import timezone

from passo.businesses import wall
from passo.businesses.models import Business
from passo.lib.queue import job, later
from passo.steps import offer_mails, proposing


@job
def look(business_id: int) -> None:
    """After an import: what it shows of those on the way, and whom else to walk with."""
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        proposing.look_again(business) if business else None


@job
def look_everywhere() -> None:
    """Every night: days go by, also where nothing is brought in. Each by itself, so that what
    breaks in one business holds up no other.
    """
    with wall.opened():
        for business_id in Business.objects.order_by("pk").values_list("pk", flat=True):
            later("steps.look", business_id)


@job
def mail_answer(business_id: int, mail_id: int) -> None:
    """A client answered an offer."""
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        offer_mails.post(business, mail_id, timezone.now()) if business else None
