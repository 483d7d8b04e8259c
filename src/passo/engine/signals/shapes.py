"""What a message says, and what became of it."""

from dataclasses import dataclass
from datetime import date

QUESTION, PROMISE, THANKS, PRAISE, COMPLAINT = (
    "question", "promise", "thanks", "praise", "complaint",
)  # fmt: skip
INTRODUCTION_OFFERED, INTRODUCTION_MADE = "introduction_offered", "introduction_made"
NOT_BEFORE, NO_LONGER_HERE, REFUSAL = "not_before", "no_longer_here", "refusal"
CLIENTS_FIRST, OUT_OF_OFFICE, BOUNCE = "clients_first", "out_of_office", "bounce"
# Not for the owner's eyes: they help to settle. “Attached is …”, “never mind, I found it”, “it
# works again”.
ENCLOSED, WITHDRAWN, SOLVED = "enclosed", "withdrawn", "solved"
KINDS = (
    QUESTION, PROMISE, THANKS, PRAISE, COMPLAINT, INTRODUCTION_OFFERED, INTRODUCTION_MADE,
    NOT_BEFORE, NO_LONGER_HERE, REFUSAL, CLIENTS_FIRST, OUT_OF_OFFICE, BOUNCE, ENCLOSED, WITHDRAWN,
    SOLVED,
)  # fmt: skip

# What was promised, as far as it matters for what keeps it.
SEND, CALL, COME, PAY, ANSWER, DO = "send", "call", "come", "pay", "answer", "do"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that a message says. Its sender says it: `is_ours` where that is us.

    `day`: of a promise, until when; of `not_before`, from when; of `out_of_office`, the last day
    that is named; of a question, the last day that it asks about. `quote` is the sentence, the
    characters from `start` to before `end` of the text (a longer one is cut). `certainty` from 0
    to 1. `deed`: of a promise, what was promised.
    """

    kind: str
    is_ours: bool
    day: date | None
    quote: str
    certainty: float
    start: int
    end: int
    deed: str = ""
