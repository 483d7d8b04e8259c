"""Somebody wrote last, as one noted oneself: whether it asked anything is not known.

Of a mail that was brought in, what it asks is known from its own words (`in_mail`); one that asks
nothing waits for nothing. Where the note says what is to be done, that is the step.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.people.models import Person
from passo.people.models.person import Consent
from passo.steps import verbs
from passo.steps.reading import SMALL, WRITTEN
from passo.steps.suggestions import brought
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, day_ends, on_clock

KIND = "reply"
LOOKED_AT = 3000  # people, whoever spoke last first
DAYS = 45  # a letter that waits longer is not waited for
# Whether they asked anything is not known from who wrote when: many a last mail says thanks.
CERTAINTY = 0.3


@dataclass(frozen=True, slots=True)
class Question:
    """What waits for an answer, and how sure that is."""

    person: Person
    touch: int
    at: datetime
    subject: str
    certainty: float = CERTAINTY


def replies(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Whom an introduction brought, and who has not heard from us, waits anyway (`brought`)."""
    questions = list(open_questions(business, today, only))
    introduced = brought.by_introduction(business, today, only) if questions else ()
    known = {one.person.pk for one in introduced if one.person}
    for one in questions:
        if one.person.pk not in known:
            yield suggestion(business, one, today)


def open_questions(business: Business, today: date, only: int | None = None) -> Iterator[Question]:
    """Theirs, in writing, at least a day old, and the last that passed between you."""
    now = day_ends(business, today)
    last = business.participations.filter(person=OuterRef("pk"), at__lte=now).order_by("-at", "-pk")
    spoken = business.people.listed().filter(last_touch_at__gt=now - timedelta(days=DAYS))
    if only is not None:
        spoken = spoken.filter(pk=only)
    waiting = spoken.exclude(consent=Consent.REFUSED).order_by("-last_touch_at", "-pk")
    last_parts = waiting.annotate(last_part=Subquery(last.values("pk")[:1])).values("last_part")
    their_last = business.participations.filter(
        pk__in=last_parts[:LOOKED_AT],
        direction="in",
        kind__in=WRITTEN,
        size__lte=SMALL,
        at__lte=now - timedelta(days=1),
        touch__brought_by=None,
        touch__step="",
    )
    rows = their_last.select_related("person__organisation").annotate(about=F("touch__subject"))
    for part in rows.order_by("-at", "-pk")[:MOST]:
        if part.person:
            yield Question(part.person, part.touch_id, part.at, part.about)


def suggestion(business: Business, one: Question, today: date) -> Suggestion:
    days = (today - on_clock(business, one.at)).days
    sentence = (
        _("%(name)s wrote last, %(days)s days ago, about “%(subject)s”.")
        if one.subject
        else _("%(name)s wrote last, %(days)s days ago.")
    )
    values = {"name": one.person.first_name, "days": days, "subject": one.subject[:80]}
    return Suggestion(
        key=f"{KIND}:{one.person.pk}:{one.touch}",
        kind=KIND,
        verb=verbs.ANSWER,
        words=Said(_("Does %(name)s wait for your answer?"), {"name": one.person.first_name}),
        why=Said(sentence, values),
        effect=Said(_("Nobody waits for you any more.")),
        usual_minutes=verbs.MINUTES[verbs.ANSWER],
        person=one.person,
        about=one.touch,
        certainty=one.certainty,
        waiting_days=days,
    )
