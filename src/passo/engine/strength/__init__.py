"""How close are we, when do we usually speak, and who of my people knows whom?"""

from passo.engine.strength.acquaintance import KINDS, Groups, Known, third_party
from passo.engine.strength.own import Strengths, strengths
from passo.engine.strength.rhythm import STATES, Book, Rhythms, rhythms
from passo.engine.strength.touches import CHANNELS, Touches

__all__ = [
    "CHANNELS",
    "KINDS",
    "STATES",
    "Book",
    "Groups",
    "Known",
    "Rhythms",
    "Strengths",
    "Touches",
    "rhythms",
    "strengths",
    "third_party",
]
