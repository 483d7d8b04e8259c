"""Will they say yes, and how soon?"""

from passo.engine.answers.willing import KEEN, SURE, USUAL_DAYS, chance, days

__all__ = ["KEEN", "SURE", "USUAL_DAYS", "chance", "days"]
