"""What the businesses room does by itself, by day and by night."""

from passo.businesses import exporting, housekeeping, wall
from passo.businesses.models import Business
from passo.lib.queue import job


@job
def export(business_id: int, progress_id: int, user_id: int) -> None:
    """Nothing to do where the business or whoever asked is gone since."""
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        exporting.carry_out(business, progress_id, user_id) if business else None


@job
def sweep() -> None:
    with wall.opened():
        housekeeping.sweep()


@job
def nightly_backup() -> None:
    with wall.opened():
        housekeeping.back_up()
