from passo.steps.models.feed import Feed
from passo.steps.models.offer import Offer, Yardstick
from passo.steps.models.offer_mail import OfferMail
from passo.steps.models.opportunity import Climb, Evidence, Opportunity
from passo.steps.models.step import Step

__all__ = [
    "Climb",
    "Evidence",
    "Feed",
    "Offer",
    "OfferMail",
    "Opportunity",
    "Step",
    "Yardstick",
]
