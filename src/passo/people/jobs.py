"""What the people room does in the background."""

from passo.businesses import wall
from passo.businesses.models import Business
from passo.lib.queue import job, later
from passo.people import asking, many_later, ties
from passo.people.bringing_in import carrying_on, left_behind, undoing
from passo.people.live import looking, turns
from passo.people.yours import exporting


@job
def bring_in(business_id: int, import_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        carrying_on.carry_on(business, import_id) if business else None


@job
def take_back(business_id: int, import_id: int, user_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        undoing.carry_out(business, import_id, user_id) if business else None


@job
def sweep_uploads() -> None:
    """Files that somebody sent here and never brought in."""
    with wall.opened():
        left_behind.sweep()


@job
def pick_up_imports() -> None:
    """Those whose process is gone, as when the command line was ended."""
    with wall.opened():
        left_behind.pick_up()


@job
def sync(business_id: int, account_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        looking.look_into(business, account_id) if business else None


@job
def sync_due() -> None:
    with wall.opened():
        turns.queue_due()


@job
def reckon(business_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        ties.refresh(business) if business else None


@job
def reckon_everybody() -> None:
    """Ties fade with the days, also where nobody wrote. Each business by itself, so that what
    breaks in one holds up no other.
    """
    with wall.opened():
        for business_id in Business.objects.order_by("pk").values_list("pk", flat=True):
            later("people.reckon", business_id)


@job
def take_along(business_id: int, progress_id: int, user_id: int, chosen: str) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        exporting.carry_out(business, progress_id, user_id, chosen) if business else None


@job
def look_again(business_id: int, progress_id: int) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        asking.carry_out_look(business, progress_id) if business else None


@job
def change_many(  # noqa: PLR0917 -- what was asked for, by name
    business_id: int, progress_id: int, user_id: int, deed: str, value: str, query: str
) -> None:
    with wall.inside(business_id):
        business = Business.objects.filter(pk=business_id).first()
        if business:
            many_later.carry_out(business, progress_id, user_id, deed, value, query)
