from passo.steps.models.offer import Offer
from passo.steps.models.opportunity import Climb, Evidence, Opportunity
from passo.steps.models.step import Step

__all__ = ["Climb", "Evidence", "Offer", "Opportunity", "Step"]
