"""Does this sentence want an answer?"""

import re
from datetime import date

from passo.engine.signals.days import days_in
from passo.engine.signals.promises import CUTS, deed_of
from passo.engine.signals.sentences import Sentence
from passo.engine.signals.shapes import SEND
from passo.engine.signals.wording import Wording

SAID = re.compile(r"[^\W\d_]{2}")  # more than signs
ASKED, OPENED, MARKED, SURE = 0.7, 0.65, 0.8, 0.9
SHORT, FRAGMENT = 1, 4
TAG = 2  # words: “…, va bene?”


def certainty_of_question(one: Sentence, following: Sentence | None, wording: Wording) -> float:
    """From 0 to 1. How are you, any questions and who would have thought want none."""
    pattern = wording.pattern
    asks = bool(pattern["asks"].search(one.folded))
    opens = not asks and may_open(one) and bool(pattern["opens"].search(one.folded))
    if (
        not (asks or opens or one.asks)
        or not SAID.search(one.folded)
        or is_answered(one, following, wording)
    ):
        return 0.0
    if pattern["chat"].search(one.folded) or pattern["asked"].search(one.folded):
        return 0.0
    if one.asks:
        return SURE if asks or opens else MARKED
    return ASKED if asks else OPENED


def may_open(one: Sentence) -> bool:
    """Ends like a question, or without any sign, as people who type little end theirs."""
    return one.asks or (one.ends_line and one.folded[-1].isalnum() and one.words >= FRAGMENT)


def is_answered(one: Sentence, following: Sentence | None, wording: Wording) -> bool:
    """“And the colour? White, please.” “Why? Because …”"""
    if not one.asks or following is None or following.asks or one.ends_line:
        return False
    if wording.pattern["answers"].match(following.folded):
        return True
    if one.words <= SHORT:
        return True
    starts = one.folded.lstrip("¿").split(" ", 1)[0]
    return one.words <= FRAGMENT and starts in ("and", "e", "und", "y")


def day_asked_about(text: str, one: Sentence, wording: Wording, sent_on: date) -> date | None:
    """The last day named where it asks: after it, “shall we meet on Thursday?” asks nothing.

    A day until when is none, nor one for what is wanted later too, like a price.
    """
    clauses = [*CUTS.split(one.folded)]
    if len(clauses) > 1 and is_tag(clauses[-1], wording):
        clauses.pop()
    asks = clauses[-1]
    if deed_of(asks, wording) == SEND:
        return None
    start = one.folded.rindex(asks)
    days = days_in(text[one.start + start : one.start + start + len(asks)], wording.code, sent_on)
    if any(day.is_by for day in days):
        return None
    return max((day.day for day in days), default=None)


def is_tag(clause: str, wording: Wording) -> bool:
    """“…, okay?” only asks for a yes to what stands before; “…, quanto costa?” asks by itself."""
    words = clause.strip(" ?")
    return len(words.split()) <= TAG and not wording.pattern["opens"].search(words)
