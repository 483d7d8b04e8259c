"""The sample business: whom it knows, what passed between them, and where all that came from."""

from datetime import datetime

from passo.businesses.demo import Deed
from passo.businesses.models import Business
from passo.people import ties
from passo.people.demo import by_hand, files


def life(clock: datetime) -> list[tuple[int, str, Deed]]:
    """Days ago, the hour in Bologna, what happened; at last, how close everybody is."""

    def reckon(business: Business, _then: datetime) -> None:
        ties.refresh(business, today=clock.date())

    return [*files.life(clock), *by_hand.life(clock), (0, "00:00", reckon)]
