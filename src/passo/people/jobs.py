"""What the people room does in the background."""

from passo.businesses import wall
from passo.businesses.models import Business
from passo.lib.queue import job
from passo.people import ties
from passo.people.bringing_in import carrying_on, undoing


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
def reckon_everybody() -> None:
    """Ties fade with the days, also where nobody wrote."""
    with wall.opened():
        numbers = list(Business.objects.values_list("pk", flat=True))
    for business_id in numbers:
        with wall.inside(business_id):
            business = Business.objects.filter(pk=business_id).first()
            ties.refresh(business) if business else None
