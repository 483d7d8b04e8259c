"""Opportunities as plain values, for scripts: where each stands, what shows it, what comes next."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from passo.businesses.models import Business
from passo.steps import climbing, proposing, stages
from passo.steps import path as paths
from passo.steps.few_words import because
from passo.steps.models import Evidence, Opportunity, Step
from passo.steps.models.opportunity import STUCK, State
from passo.steps.suggestions.suggestion import on_clock

BATCH = 500
Plain = dict[str, Any]


def opportunities(
    business: Business, *, today: date, stage: int = 0, as_of: bool = False
) -> Iterator[Plain]:
    """`as_of`: also whom Passo would propose on that day; what is no row yet has no `id`."""
    rows = business.opportunities.exclude(state=State.DECLINED)
    if stage:
        rows = rows.filter(stage=stage)
    ordered = paths.with_person(rows).order_by("state", "-stage", "-moved_at", "pk")
    numbered = ordered.iterator(chunk_size=BATCH)
    while some := list(islice(numbered, BATCH)):
        shown, steps = shown_by(some), paths.next_steps(business, some)
        for walk in some:
            yield told(walk, shown[walk.pk], steps.get(walk.pk), today)
    if as_of:
        for walk, evidence in proposing.would_propose(business, today):
            if not stage or walk.stage == stage:
                yield told(walk, evidence, None, today)


def shown_by(walks: Sequence[Opportunity]) -> dict[int, list[Evidence]]:
    return climbing.shown_by(walks, with_source=True)


def told(walk: Opportunity, evidence: Sequence[Evidence], step: Step | None, today: date) -> Plain:
    skipped = climbing.skipped(walk, evidence)
    next_step = told_of_step(walk, step)
    return {
        "id": walk.pk,
        "kind": "opportunity",
        "person_id": walk.person_id,
        "person": walk.person.name,
        "organisation": walk.organisation.name if walk.organisation else "",
        "purpose": walk.purpose,
        "state": str(walk.state),
        "stage": walk.where.name,
        "rung": int(walk.stage),
        "shown_stage": stages.stage_of(walk.shown_stage).name if walk.shown_stage else "",
        "began": stages.stage_of(walk.began).name,
        "skipped": [one.name for one in skipped],
        "skipped_because": [str(one.skipped) for one in skipped],
        "wants_clients_first": walk.wants_clients_first,
        "moved_at": walk.moved_at,
        "days": max(0, (today - on_clock(walk.business, walk.moved_at)).days),
        "is_stuck": (today - on_clock(walk.business, walk.moved_at)) > STUCK,
        "resting_until": walk.resting_until,
        "next_step": next_step,
        "due": next_step["due"],
        "reason": reason_of(walk, evidence),
        "evidence": [told_of_evidence(row) for row in evidence],
    }


def told_of_step(walk: Opportunity, step: Step | None) -> Plain:
    """What is planned; else what would lead on, which has no number."""
    if step is None:
        lead = walk.leads_from.onward
        words = lead.words_for(walk.person.first_name)
        return {"id": None, "verb": lead.verb, "words": words, "minutes": lead.minutes, "due": None}
    return {
        "id": step.pk,
        "verb": step.verb,
        "words": step.words,
        "minutes": step.minutes,
        "due": step.on,
    }


def reason_of(walk: Opportunity, evidence: Iterable[Evidence]) -> str:
    """Why it is believed to stand there: what shows the highest stage, up to its own."""
    below = [row for row in evidence if row.stage <= walk.stage]
    if below:
        row = max(below, key=lambda one: (one.stage, one.on))
        return " ".join(filter(None, [because(row), row.words]))
    return walk.reason or str(walk.where.needs)


def told_of_evidence(row: Evidence) -> Plain:
    touch = row.touch
    return {
        "kind": row.kind,
        "stage": stages.stage_of(row.stage).name,
        "date": row.on,
        "words": row.words,
        "reason": because(row),
        "source": touch
        and {
            "touch_id": touch.pk,
            "kind": touch.kind,
            "subject": touch.subject,
            "outer_id": touch.outer_id,
            "import": touch.brought_by_id,
            "file": touch.brought_by.name if touch.brought_by else "",
        },
    }
