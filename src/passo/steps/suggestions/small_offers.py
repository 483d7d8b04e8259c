"""What a small offer asks for next: an answer, a day, and what it was worth."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.steps import offers, verbs
from passo.steps.offers import Waiting
from passo.steps.suggestions.suggestion import Said, Suggestion


class Wording(NamedTuple):
    verb: str
    words: str
    why: str
    effect: str


ANSWER, DAY, WORTH = "answered", "agree", "worth"
WORDS = {
    ANSWER: Wording(
        verbs.ASK,
        _("Ask %(name)s whether “%(offer)s” fits"),
        _("You sent it on %(day)s, and nobody answered yet."),
        _("A small yes, or a clear no."),
    ),
    DAY: Wording(
        verbs.CALL,
        _("Agree with %(name)s on a day for “%(offer)s”"),
        _("%(name)s said yes on %(day)s."),
        _("A promise with a day is kept."),
    ),
    WORTH: Wording(
        verbs.ASK,
        _("Ask %(name)s what “%(offer)s” was worth to them"),
        _("You delivered it on %(day)s."),
        _("Their words are what the next one believes."),
    ),
}


def small_offers(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    for one in offers.suggestions(business, today, only=only):
        yield suggested(one)


def suggested(one: Waiting) -> Suggestion:
    offer, said = one.offer, WORDS[one.kind]
    name = offer.person.first_name if offer.person else ""
    values: dict[str, Any] = {"name": name, "offer": offer.promise, "day": one.since}
    return Suggestion(
        key=f"{one.kind}:{offer.pk}:{one.since:%Y%m%d}",
        kind=one.kind,
        verb=said.verb,
        words=Said(said.words, values),
        why=Said(said.why, values),
        effect=Said(said.effect),
        usual_minutes=verbs.MINUTES[said.verb],
        person=offer.person,
        opportunity=offer.opportunity,
        due=one.due,
        stage=offer.opportunity.stage if offer.opportunity else 0,
        waiting_days=one.waits,
        worth_cents=offer.price_cents if one.kind == DAY else None,
    )
