"""Signals in mail: questions, promises, thanks …, what became of them. See docs/how/signals.md."""

from passo.engine.signals.reading import read_signals
from passo.engine.signals.settling import Settled, Standing, Touch, at_day_end, settle
from passo.engine.signals.shapes import KINDS, Signal

__all__ = [
    "KINDS",
    "Settled",
    "Signal",
    "Standing",
    "Touch",
    "at_day_end",
    "read_signals",
    "settle",
]
