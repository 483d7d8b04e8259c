from passo.introductions.models.ask import Ask, Refused
from passo.introductions.models.contribution import Contribution
from passo.introductions.models.introduction import Introduction
from passo.introductions.models.meaning import Meaning
from passo.introductions.models.need import Dropped, Need
from passo.introductions.models.ties_moved import TiesMoved
from passo.introductions.models.wish import Sharing, Wish

__all__ = [
    "Ask",
    "Contribution",
    "Dropped",
    "Introduction",
    "Meaning",
    "Need",
    "Refused",
    "Sharing",
    "TiesMoved",
    "Wish",
]
