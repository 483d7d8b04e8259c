"""One person once: which records are about the same person, how sure is it, and why?"""

from passo.engine.linkage.book import Book, prepare
from passo.engine.linkage.groups import certain, doubtful
from passo.engine.linkage.model import Model
from passo.engine.linkage.pairs import Pairs, find_pairs
from passo.engine.linkage.reasons import Reason, reasons
from passo.engine.linkage.records import Records

__all__ = [
    "Book",
    "Model",
    "Pairs",
    "Reason",
    "Records",
    "certain",
    "doubtful",
    "find_pairs",
    "prepare",
    "reasons",
]
