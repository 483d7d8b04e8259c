"""What is promised in this sentence, and by when?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from passo.engine.signals.days import Day, days_in, may_name_day
from passo.engine.signals.sentences import Sentence
from passo.engine.signals.shapes import COME, DO
from passo.engine.signals.wording import Wording

DATED, PRESENT, UNDATED = 0.9, 0.8, 0.6
FARTHEST = 400  # days
ASKING = re.compile(r"(?:when|what|how|whether|quando|come|cosa|cuando|como|wann|wie|ob) $")
PERFORMED = re.compile(
    r"(?:confirm|conferm|bestatig)\w* .*(?:termin|appuntament|cita|appointment|booking|reserv|"
    r"prenotazion|buchung|meeting|our date)"
)
# “tomorrow, when I'm back”: no condition, if it explains a day.
WHEN_THERE = re.compile(
    r"when (?:i|we)\b|quando (?:arriv|torn|rientr)|cuando (?:llegue|vuelva|este)|"
    r"wenn (?:ich|wir)\b(?!.*\b(?:kann|konn|schaff|zeit|dazu))"
)
REASON = re.compile(r"[,;] ?(?:que|porque|che|perche|weil|denn|because|since) ")
CUTS = re.compile(r"[,;:()]| [-–] ")


@dataclass(frozen=True, slots=True)
class Vow:
    """Words of a promise at a place of the sentence; `bare` if they are one only with a day."""

    start: int
    end: int
    bare: bool


@dataclass(frozen=True, slots=True)
class Promise:
    day: date | None
    deed: str
    certainty: float


def promises_in(text: str, one: Sentence, wording: Wording, sent_on: date) -> list[Promise]:
    """Each promise with its day; one without a day only where none has any."""
    found = list(said_in(text, one, wording, sent_on))
    return [promise for promise in found if promise.day] or found


def said_in(text: str, one: Sentence, wording: Wording, sent_on: date) -> Iterator[Promise]:
    """What hangs on an if, was refused or is only hoped for is no promise."""
    pattern = wording.pattern
    if one.asks:
        return
    plain = text[one.start : one.end]
    if not (found := vows(one.folded, plain, wording, is_asked=text.find("?", one.end) > 0)):
        return
    if is_unsaid(one.folded, plain, wording, sent_on) or wording.encloses.search(one.folded):
        return
    cuts = clauses(one.folded, found, wording)
    days = sure_days(plain, one.folded, cuts, wording, sent_on)
    spoken = {clause_of(vow.start, cuts) for vow in found}
    spoken -= {clause for clause in spoken if is_doubtful(clause, one.folded, wording)}
    free = [day for day in days if clause_of(day.start, cuts) not in spoken]
    given: set[tuple[date | None, str]] = set()
    agreed: Day | None = None
    for vow in found:
        start, end = clause_of(vow.start, cuts)
        clause = one.folded[start:end]
        if is_past(text, one, vow, wording) or not is_meant(one.folded, vow, (start, end), wording):
            continue
        within = [day for day in days if start <= day.start < end]
        waits = pattern["waits"].search(one.folded)
        day = chosen(within or ([] if waits else around(free, vow)), vow)
        if said_now(day, one.folded, vow):
            agreed = day
            continue
        deed = deed_of(one.folded[vow.start : end], wording)
        if deed == COME:  # to what was agreed upon
            day = day or agreed
        is_soon = not vow.bare or pattern["soon"].search(clause)
        if day is None and (given or waits or not is_soon):
            continue
        if (key := (day.day if day else None, deed)) not in given:
            given.add(key)
            yield Promise(key[0], deed, UNDATED if not day else PRESENT if vow.bare else DATED)


def sure_days(
    plain: str, folded: str, cuts: list[int], wording: Wording, sent_on: date
) -> list[Day]:
    """Those not too far ahead, in clauses that are in no doubt."""
    return [
        day
        for day in days_in(plain, wording.code, sent_on)
        if is_near(day.day, sent_on)
        and not is_doubtful(clause_of(day.start, cuts), folded, wording)
    ]


def is_meant(folded: str, vow: Vow, clause: tuple[int, int], wording: Wording) -> bool:
    """Nobody asks here, doubts or waits."""
    if ASKING.search(folded[: vow.start]) or is_doubtful(clause, folded, wording):
        return False
    return not wording.pattern["waits"].search(folded[slice(*clause)])


def is_unsaid(folded: str, plain: str, wording: Wording, sent_on: date) -> bool:
    """Whether it hangs on an if. “Tomorrow, when I'm back” only says more of tomorrow."""
    for found in wording.pattern["unsaid"].finditer(folded):
        if not WHEN_THERE.match(folded, found.start()):
            return True
        days = days_in(plain, wording.code, sent_on)
        if not any(0 <= found.start() - day.end <= len(", ") for day in days):
            return True
    return False


def vows(folded: str, plain: str, wording: Wording, *, is_asked: bool) -> list[Vow]:
    """All words of promises, in order, none over another; `plain` is unfolded.

    Those that are promises only beside a day are looked for only where one may be.
    """
    found = [Vow(*match.span(), bare=False) for match in wording.pattern["vows"].finditer(folded)]
    if not may_name_day(folded, wording.code) and not wording.pattern["soon"].search(folded):
        return found
    searched = [("marked_vows", plain), ("dated_vows", folded), ("goes_on", folded)]
    if not is_asked:
        searched.insert(2, ("offers", folded))
    for name, words in searched:
        if name == "goes_on" and not found:
            break
        for match in wording.pattern[name].finditer(words):
            if all(match.end() <= vow.start or match.start() >= vow.end for vow in found):
                found.append(Vow(*match.span(), bare=True))
    return sorted(found, key=lambda vow: vow.start)


def is_past(text: str, one: Sentence, vow: Vow, wording: Wording) -> bool:
    """“Llamó” is no “llamo”: in Spanish the mark says that it was."""
    return wording.code == "es" and text[one.start + vow.end - 1] in "óÓ"


def clauses(folded: str, found: list[Vow], wording: Wording) -> list[int]:
    """Where the clauses begin: at signs and at “and”, but not within the words of a promise."""
    places = [match.start() for match in CUTS.finditer(folded)]
    places += [match.start() for match in wording.pattern["waits"].finditer(folded)]
    places += [match.start() for match in wording.pattern["turns"].finditer(folded)]
    inside = [at for at in places if not any(vow.start < at < vow.end for vow in found)]
    return [0, *sorted(set(inside) - {0}), len(folded)]


def is_doubtful(clause: tuple[int, int], folded: str, wording: Wording) -> bool:
    """Refused, hoped for, in doubt, a habit, or only the reason for something else."""
    words = folded[clause[0] : clause[1]]
    pattern = wording.pattern
    return bool(
        pattern["unsure"].search(words) or pattern["negated"].search(words) or REASON.match(words)
    )


def clause_of(place: int, cuts: list[int]) -> tuple[int, int]:
    start = max((cut for cut in cuts[:-1] if cut <= place), default=0)
    return start, min(cut for cut in cuts if cut > start)


def around(days: list[Day], vow: Vow) -> list[Day]:
    """Days of other clauses; those that come after bare words are another matter."""
    return [day for day in days if day.is_by or day.start < vow.start] if vow.bare else days


def said_now(day: Day | None, folded: str, vow: Vow) -> bool:
    """“I confirm our meeting on Tuesday” is done by saying it."""
    return bool(day and PERFORMED.search(folded[vow.start : day.start]))


def is_near(day: date, sent_on: date) -> bool:
    """Nobody promises in a mail for the year after next."""
    return (day - sent_on).days <= FARTHEST


def chosen(days: list[Day], vow: Vow) -> Day | None:
    """A “by” day before any other, then one outside of the words of the promise, the nearest."""
    return min(days, key=lambda day: (not day.is_by, *distance(day, vow)), default=None)


def distance(day: Day, vow: Vow) -> tuple[bool, int]:
    between = max(day.start - vow.end, vow.start - day.end)
    return between < 0, between


def deed_of(words: str, wording: Wording) -> str:
    """What is promised: the deed whose word comes first."""
    found = (
        (match.start(), deed)
        for deed, pattern in wording.deed_patterns.items()
        if (match := pattern.search(words))
    )
    return min(found, default=(0, DO))[1]
