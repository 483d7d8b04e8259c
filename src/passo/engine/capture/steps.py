"""What is to be done? The part of a sentence that asks for it, its day, and who promised."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from passo.engine.capture.clauses import Clause
from passo.engine.capture.dates import AHEAD, When, offset_of
from passo.engine.capture.line import Line
from passo.engine.capture.tongue import Tongue

ENOUGH = 2
TRIM = " \t\n,.;:!?-–—"


@dataclass(frozen=True, slots=True)
class Step:
    clause: Clause | None
    text: str
    promise: str
    when: When | None
    day: date | None
    promise_at: tuple[int, int] = (0, 0)  # in the folded line


def find_step(
    line: Line, clauses: Sequence[Clause], tongue: Tongue, names: Container[int], today: date
) -> Step | None:
    """The clause that most looks like a step, if any does enough."""
    scored = [(score(clause, tongue), number) for number, clause in enumerate(clauses)]
    best, number = max(scored, default=(0, 0), key=lambda pair: (pair[0], -pair[1]))
    if best < ENOUGH:
        return None
    clause = clauses[number]
    when, day = step_day(clause, today)
    promise, at = promised(clause, tongue)
    text = wording(line, clause, tongue, promise, names)
    return Step(clause, text, promise, when, day, at)


def score(clause: Clause, tongue: Tongue) -> int:
    """How much a clause looks like something to be done."""
    patterns = tongue.patterns
    is_date_open = any(when.meaning != "time" and offset_of(when) != 0 for when in clause.dates)
    told = clause.cue is not None
    points = 0
    points += 3 * bool(clause.has_ahead() or (is_date_open and not clause.has_behind()))
    points += 3 * bool(acts(clause, tongue))
    points += 3 * bool(clause.begins(patterns["must"]))
    points += 4 * bool(promised(clause, tongue)[0])
    points -= 4 * told
    points -= 4 * clause.has_behind()
    points -= 2 * bool(clause.finds(patterns["wants"]) and not is_ours_to_write(clause, tongue))
    return points


def is_ours_to_write(clause: Clause, tongue: Tongue) -> bool:
    """“Wants a quote by Friday”: what they want, nobody but we can give."""
    return clause.has_ahead() and clause.finds(tongue.patterns["papers"]) is not None


def acts(clause: Clause, tongue: Tongue) -> bool:
    """A verb of doing where a step has it: at the head, behind “must”, in German at the end."""
    pattern = tongue.patterns["acts"]
    if clause.begins(tongue.patterns["wants"]):
        return False
    if tongue.nouns_are_capital:
        return clause.finds(pattern) is not None
    must = clause.begins(tongue.patterns["must"])
    head = must.end() if must else 1
    text = clause.folded
    while head < len(text) and text[head] == " ":
        head += 1
    if tongue.code == "en":
        return pattern.match(text, head) is not None or behind_date(clause, pattern)
    return clause.finds(pattern) is not None


def behind_date(clause: Clause, pattern: re.Pattern[str]) -> bool:
    """“Tuesday call Ben”: the verb right behind the date that begins the clause."""
    return any(
        when.first == clause.first
        and pattern.match(clause.folded, skipped(clause.folded, when.last - when.first))
        for when in clause.dates
    )


def skipped(folded: str, words: int) -> int:
    at = 1
    for _ in range(words):
        at = folded.find(" ", at) + 1
    return at


def promised(clause: Clause, tongue: Tongue) -> tuple[str, tuple[int, int]]:
    """Whose promise it is, and where the folded line says so."""
    for whose in ("theirs", "ours"):
        if found := clause.finds(tongue.patterns[whose]):
            at = clause.offset + found.start()
            return whose, (at, max(clause.offset + found.end(), at + 1))
    return "", (0, 0)


def step_day(clause: Clause, today: date) -> tuple[When | None, date | None]:
    for when in clause.dates:
        if (offset_of(when) or 0) < 0:
            continue
        day = when.day(today, side=AHEAD)
        if day is not None and day >= today:
            return when, day
    return None, None


def wording(line: Line, clause: Clause, tongue: Tongue, promise: str, names: Container[int]) -> str:
    """The clause as the owner wrote it, without its date words and its “I have to”."""
    gone = {number for when in clause.dates for number in range(when.first, when.last)}
    patterns = [tongue.patterns["theirs"], tongue.patterns["ours"]] if promise else []
    found = [match for one in patterns for match in one.finditer(clause.folded)]
    if must := clause.begins(tongue.patterns["must"]):
        found.append(must)
    if is_ours_to_write(clause, tongue) and (wants := clause.begins(tongue.patterns["wants"])):
        found.append(wants)
    for match in found:
        if match.end() > match.start():
            at = clause.offset
            gone.update(range(*line.tokens_of(at + match.start(), at + match.end())))
    left = [number for number in range(clause.first, clause.last) if number not in gone]
    return sewn(line, behind_names(line, left, tongue, names) if promise else left)


def behind_names(line: Line, tokens: list[int], tongue: Tongue, names: Container[int]) -> list[int]:
    """A promise without the name it begins with: whose it is, the person says."""
    lead = tongue.sets["joins"] | tongue.sets["titles"] | {",", "."}
    for place, number in enumerate(tokens):
        if number not in names and line.tokens[number].folded not in lead:
            return tokens[place:] if tokens[0] in names else tokens
    return tokens


def sewn(line: Line, tokens: Sequence[int]) -> str:
    """The original text of tokens, with a blank where some between them were left out."""
    pieces: list[str] = []
    for place, number in enumerate(tokens):
        token = line.tokens[number]
        if place and tokens[place - 1] == number - 1:
            pieces.append(line.text[line.tokens[number - 1].end : token.start])
        elif place:
            pieces.append(" ")
        pieces.append(token.text)
    text = " ".join("".join(pieces).replace("()", "").split()).strip(TRIM)
    return text.strip("() ") if text.count("(") != text.count(")") else text
