"""The seven stages, in the one place where it is written what each needs and what leads on."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Rung(IntEnum):
    INTRODUCTION = 1
    INTEREST = 2
    DIALOGUE = 3
    SMALL_OFFER = 4
    ADDED_VALUE = 5
    TRUST = 6
    CLIENT = 7


@dataclass(frozen=True)
class Lead:
    """A small step that may be taken: its verb, how long it takes, and its words with %(name)s."""

    verb: str
    minutes: int
    words: Any

    def words_for(self, name: str) -> str:
        return str(self.words) % {"name": name}


@dataclass(frozen=True)
class Stage:
    rung: Rung
    name: str  # in addresses and for machines
    label: Any
    means: Any  # a few words, over a column
    needs: Any  # what has to have happened
    skipped: Any  # what is missing where nothing shows it
    mend: Lead  # the small step that makes up for it
    verb: str  # of the step that leads on to the next stage
    minutes: int
    step: Any  # that step, with %(name)s

    @property
    def onward(self) -> Lead:
        return Lead(self.verb, self.minutes, self.step)


STAGES = (
    Stage(
        Rung.INTRODUCTION,
        "introduction",
        _("Introduction"),
        _("Someone vouched for you"),
        _("Somebody both of you know has named you to each other, or you have met."),
        _("No introduction yet: nobody has named you."),
        Lead("ask", 6, _("Ask somebody you both know to say a word for you to %(name)s")),
        "research",
        5,
        _("Read for five minutes what %(name)s cares about"),
    ),
    Stage(
        Rung.INTEREST,
        "interest",
        _("Interest"),
        _("They asked something"),
        _("They asked, answered or came back by themselves."),
        _("No interest yet: they have not come to you."),
        Lead("write", 8, _("Ask %(name)s what would help just now")),
        "write",
        8,
        _("Ask %(name)s for a short talk"),
    ),
    Stage(
        Rung.DIALOGUE,
        "dialogue",
        _("Dialogue"),
        _("You both talk"),
        _("You have talked about what they need, not about you."),
        _("No dialogue yet: you have not talked."),
        Lead("call", 6, _("Call %(name)s and listen for five minutes")),
        "offer",
        12,
        _("Make %(name)s a small offer"),
    ),
    Stage(
        Rung.SMALL_OFFER,
        "small_offer",
        _("Small offer"),
        _("A yes that costs little"),
        _("A small offer is made, with a price and a date."),
        _("No small offer yet: nothing small with a price."),
        Lead("offer", 12, _("Make %(name)s a small offer")),
        "deliver",
        20,
        _("Agree with %(name)s on the day of the small offer"),
    ),
    Stage(
        Rung.ADDED_VALUE,
        "added_value",
        _("Added value"),
        _("You gave a bit more"),
        _("It is delivered, and they say what it was worth to them."),
        _("No added value yet: they named no worth."),
        Lead("ask", 6, _("Ask %(name)s what it was worth to them")),
        "ask",
        20,
        _("Ask %(name)s what comes next"),
    ),
    Stage(
        Rung.TRUST,
        "trust",
        _("Trust"),
        _("They rely on your word"),
        _("They rely on you, or have brought you somebody."),
        _("No trust yet: they have not relied on you."),
        Lead("ask", 6, _("Ask %(name)s who else could use this")),
        "meet",
        25,
        _("Agree with %(name)s on the larger work"),
    ),
    Stage(
        Rung.CLIENT,
        "client",
        _("Client"),
        _("They pay, and return"),
        _("They have bought again."),
        _("Not a client yet: they have not bought again."),
        Lead("offer", 12, _("Offer %(name)s another small thing")),
        "offer",
        12,
        _("Offer %(name)s another small thing"),
    ),
)
NAMES = {stage.name: stage.rung for stage in STAGES}
CHOICES = [(stage.rung.value, stage.label) for stage in STAGES]

# What kind of evidence shows which stage. `by_hand` shows the one that the owner names.
SHOWS = {
    "introduced": Rung.INTRODUCTION,
    "they_wrote": Rung.INTEREST,
    "talked": Rung.DIALOGUE,
    "offered": Rung.SMALL_OFFER,
    "valued": Rung.ADDED_VALUE,
    "relied": Rung.TRUST,
    "returned": Rung.CLIENT,
}
BY_HAND = "by_hand"
# Why a stage is believed; the day comes with it.
BECAUSE = {
    "introduced": _("Somebody brought you together, or you met."),
    "they_wrote": _("They came to you."),
    "talked": _("You talked, or wrote back and forth."),
    "offered": _("A small offer was made."),
    "valued": _("It is delivered, and they said what it was worth."),
    "relied": _("They brought somebody, or took a second offer."),
    "returned": _("They bought again."),
    BY_HAND: _("You said so."),
}
KINDS = [
    ("introduced", _("brought together")),
    ("they_wrote", _("came to you")),
    ("talked", _("talked")),
    ("offered", _("offered")),
    ("valued", _("said what it was worth")),
    ("relied", _("relied on you")),
    ("returned", _("came back")),
    (BY_HAND, _("you said so")),
]


def stage_of(rung: int) -> Stage:
    return STAGES[rung - 1]
