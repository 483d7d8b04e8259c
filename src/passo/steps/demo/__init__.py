"""The sample business: with whom it walks, what it offered, and what came of it."""

from datetime import datetime

from passo.businesses.demo import Deed
from passo.businesses.models import Business
from passo.steps import proposing
from passo.steps.demo import offers, walks


def life(clock: datetime) -> list[tuple[int, str, Deed]]:
    """Days ago, the hour in Bologna, what happened; at last, what the touches show."""

    def look(business: Business, then: datetime) -> None:
        proposing.look_again(business)
        business.opportunities.waiting().update(added_at=then, shown_at=then)

    return [*walks.life(clock), *offers.life(clock), (0, "00:01", look)]
