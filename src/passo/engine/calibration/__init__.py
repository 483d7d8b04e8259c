"""When Passo said one in three, was it one in three; and what should it say from now on?"""

from passo.engine.calibration.correcting import AS_SAID, CORRECTS_FROM, Correction, correction
from passo.engine.calibration.reliability import TENTHS, Calibration, calibration, wilson

__all__ = [
    "AS_SAID",
    "CORRECTS_FROM",
    "TENTHS",
    "Calibration",
    "Correction",
    "calibration",
    "correction",
    "wilson",
]
