"""Evidence comes in by one door, and says how far the ladder is shown to be climbed."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from passo.businesses.models import User
from passo.people.models import Touch
from passo.steps import stages
from passo.steps.models import Evidence, Opportunity


def add_evidence(
    opportunity: Opportunity,
    kind: str,
    *,
    on: date,
    key: str,
    words: str = "",
    touch: Touch | None = None,
    by: User | None = None,
) -> Evidence:
    """One thing that shows a stage. The same key again adds nothing.

    It never moves anybody: where an opportunity stands is the owner's to say.
    """
    with transaction.atomic():
        row, is_new = opportunity.evidence.get_or_create(
            key=key,
            defaults={
                "business": opportunity.business,
                "kind": kind,
                "stage": stages.SHOWS[kind],
                "on": on,
                "words": words[:300],
                "touch": touch,
                "by": by,
            },
        )
        if is_new:
            show([opportunity.pk])
    opportunity.refresh_from_db(fields=["shown_stage", "skips"])
    return row


def show(ids: Iterable[int]) -> None:
    """The highest stage that anything shows, and what was stepped over, for these."""
    Opportunity.objects.filter(pk__in=list(ids)).show_again()


def shown_by(
    opportunities: Iterable[Opportunity], *, with_source: bool = False
) -> dict[int, list[Evidence]]:
    """The evidence of each, the earliest first; one question for all."""
    ids = [one.pk for one in opportunities]
    found: dict[int, list[Evidence]] = {pk: [] for pk in ids}
    source = "touch__brought_by" if with_source else "touch"
    rows = Evidence.objects.filter(opportunity__in=ids).select_related(source)
    for row in rows.defer("touch__text", "touch__people_ids").order_by("on", "pk"):
        found[row.opportunity_id].append(row)
    return found


def skipped(opportunity: Opportunity, evidence: Iterable[Evidence]) -> list[stages.Stage]:
    return opportunity.skipped({row.stage for row in evidence})
