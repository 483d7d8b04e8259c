"""The sample business: who brought whom together, what was given, and who needs what."""

from datetime import datetime

from passo.businesses.demo import Deed
from passo.introductions.demo import given, newcomers, stories, wanted


def life(clock: datetime) -> list[tuple[int, str, Deed]]:
    """Days ago, the hour in Bologna, what happened."""
    return [*newcomers.life(clock), *given.life(), *stories.life(), *wanted.life()]
