"""The four languages, each in a file of its own."""

from passo.engine.capture.tongue import Tongue
from passo.engine.capture.tongues.english import ENGLISH
from passo.engine.capture.tongues.german import GERMAN
from passo.engine.capture.tongues.italian import ITALIAN
from passo.engine.capture.tongues.spanish import SPANISH

TONGUES: dict[str, Tongue] = {tongue.code: tongue for tongue in (ENGLISH, ITALIAN, GERMAN, SPANISH)}
