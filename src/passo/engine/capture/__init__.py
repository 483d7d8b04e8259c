"""Quick capture: what one line in the owner's own words says. See docs/how/capture.md."""

from passo.engine.capture.shapes import Candidate, Captured, Find, Money, Recognised, Span
from passo.engine.capture.understanding import understand

__all__ = ["Candidate", "Captured", "Find", "Money", "Recognised", "Span", "understand"]
