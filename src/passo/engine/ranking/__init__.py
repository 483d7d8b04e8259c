"""Which few steps matter most in the minutes I have today, and why?"""

from passo.engine.ranking.assumptions import (
    ANSWER,
    ASK,
    CLIENT,
    CLIMB,
    KEEP,
    PROMISE,
    STEPS,
    TEMPLATES,
    THANK,
    UNOPENED,
    USUAL,
    Assumptions,
)
from passo.engine.ranking.choosing import REASONS, Chosen, choose, chosen_rows
from passo.engine.ranking.keeping import LOG, logged
from passo.engine.ranking.learning import Guesses, History, Rates, learned
from passo.engine.ranking.people import People
from passo.engine.ranking.weighing import Weighed, open_steps, weigh

__all__ = [
    "ANSWER",
    "ASK",
    "CLIENT",
    "CLIMB",
    "KEEP",
    "LOG",
    "PROMISE",
    "REASONS",
    "STEPS",
    "TEMPLATES",
    "THANK",
    "UNOPENED",
    "USUAL",
    "Assumptions",
    "Chosen",
    "Guesses",
    "History",
    "People",
    "Rates",
    "Weighed",
    "choose",
    "chosen_rows",
    "learned",
    "logged",
    "open_steps",
    "weigh",
]
