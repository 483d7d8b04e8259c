"""Find things as one types: one fold, a trigram index on both databases, whole words first."""

from passo.lib.search.folding import fold
from passo.lib.search.matching import matching
from passo.lib.search.trigrams import TrigramIndex

__all__ = ["TrigramIndex", "fold", "matching"]
