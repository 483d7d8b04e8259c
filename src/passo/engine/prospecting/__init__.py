"""How well do we look for clients, by seven rules, and in which age?"""

from passo.engine.prospecting.ages import AGES, age_of
from passo.engine.prospecting.rules import RULES, Facts, Levels, firm, levels

__all__ = ["AGES", "RULES", "Facts", "Levels", "age_of", "firm", "levels"]
