"""What was found in a sentence, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from passo.engine.capture.clauses import Clause
from passo.engine.capture.dates import When
from passo.engine.capture.line import Line
from passo.engine.capture.shapes import Captured, Money, Recognised, Span
from passo.engine.capture.steps import Step
from passo.engine.capture.tongue import Tongue
from passo.engine.capture.touches import day_gone_by, touch_day

NO_STEP = Step(None, "", "", None, None)


@dataclass(frozen=True)
class Reading:
    """The findings of one sentence. `money` is its tokens and the amount."""

    line: Line
    tongue: Tongue
    persons: tuple[Recognised, ...]
    clauses: Sequence[Clause]
    found_step: Step | None
    found_money: tuple[int, int, Money] | None
    today: date

    def captured(self) -> Captured:
        day, _when = self.touch_date
        return Captured(
            note=self.line.text,
            persons=self.persons,
            touch=self.touch,
            direction=self.telling.cue.direction if self.telling and self.telling.cue else "",
            touch_date=day,
            step=self.step.text,
            step_date=self.step.day,
            promise=self.step.promise,
            money=self.found_money[2] if self.found_money else None,
            spans=tuple(sorted(self.spans(), key=lambda span: (span.start, span.end))),
            language=self.tongue.code,
        )

    @property
    def step(self) -> Step:
        return self.found_step or NO_STEP

    @cached_property
    def past(self) -> list[Clause]:
        """The clauses that are not the step."""
        return [clause for clause in self.clauses if clause is not self.step.clause]

    @cached_property
    def telling(self) -> Clause | None:
        """The clause that tells of a touch."""
        return next((clause for clause in self.past if clause.cue), None)

    @property
    def touch(self) -> str:
        """A line that tells of no touch and asks for nothing is a note."""
        if self.telling and self.telling.cue:
            return self.telling.cue.kind
        return "note" if self.found_step is None and self.line.text.strip() else ""

    @cached_property
    def touch_date(self) -> tuple[date | None, When | None]:
        if self.telling:
            others = [clause for clause in self.past if clause is not self.telling]
            return touch_day(self.telling, others, self.today)
        return day_gone_by(self.past, self.today) if self.touch else (None, None)

    def spans(self) -> Iterator[Span]:
        for one in self.persons:
            yield Span(one.start, one.end, "person")
        if self.found_money:
            yield self.span(self.found_money[0], self.found_money[1], "money")
        if self.telling:
            yield self.span(*self.line.tokens_of(*self.telling.cue_at), "touch")
        yield from self.date_spans()
        if self.step.clause:
            yield self.span(self.step.clause.first, self.step.clause.last, "step")
        if self.step.promise:
            yield self.span(*self.line.tokens_of(*self.step.promise_at), "promise")

    def date_spans(self) -> Iterator[Span]:
        for when, meaning in ((self.touch_date[1], "touch_date"), (self.step.when, "step_date")):
            if when:
                yield self.span(when.first, when.last, meaning)

    def span(self, first: int, last: int, meaning: str) -> Span:
        return Span(*self.line.characters(first, last), meaning)
