"""The four languages, each in a file of its own."""

from passo.engine.signals.wording import Wording
from passo.engine.signals.wordings.english import ENGLISH
from passo.engine.signals.wordings.german import GERMAN
from passo.engine.signals.wordings.italian import ITALIAN
from passo.engine.signals.wordings.spanish import SPANISH

WORDINGS: dict[str, Wording] = {one.code: one for one in (ENGLISH, ITALIAN, GERMAN, SPANISH)}
