"""Suggestions asked for as a whole, or once more about a few people.

After a small deed only what concerns the people it touched is asked again (`today.kept`). That
holds for kinds that say of somebody what stands in that person's own rows, and for what mails say,
which colleagues answer for each other; a kind that looks otherwise from one person to another is
asked for as a whole each time.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.introductions.models import Contribution
from passo.people.models import Participation, Person
from passo.steps import heard, pausing
from passo.steps.models import Evidence
from passo.steps.models.offer import State as OfferState
from passo.steps.models.step import State
from passo.steps.stages import Rung
from passo.steps.suggesting import Suggest
from passo.steps.suggestions import (
    as_asked,
    brought,
    in_mail,
    keep_in_touch,
    next_rung,
    reply,
    small_offers,
    thank,
    to_do,
)
from passo.steps.suggestions.suggestion import Suggestion

NO_PERSON = -1
# In place of a person: for whom is not known, but it may settle what mails say.
ALL_MAILS = -3
# Who was introduced by whom.
INTRODUCED = -4
COLLEAGUES = 300  # whose mails are looked at; for more, all mails
MANY = 40  # subjects; beyond, all at once is quicker
# How much less than when they were all asked for: whoever came behind the limit comes up then.
WORN = 50

Subjects = Callable[[Business, date, Collection[int]], Iterable[int]]


class Asked(NamedTuple):
    """What a kind said: `same` as before and `new`."""

    same: Sequence[Suggestion]
    new: Sequence[Suggestion]


def is_of(people: Collection[int]) -> Q:
    of_nobody = Q(person=None) if NO_PERSON in people else Q()
    return Q(person__in=people) | Q(opportunity__person__in=people) | of_nobody


def their_steps(business: Business, _today: date, people: Collection[int]) -> Iterable[int]:
    steps = business.steps.filter(is_of(people), state=State.OPEN)
    return steps.order_by("pk").values_list("pk", flat=True)[: MANY + 1]


def their_offers(business: Business, _today: date, people: Collection[int]) -> Iterable[int]:
    offers = business.offers.filter(Q(person__in=people) | Q(opportunity__person__in=people))
    return offers.order_by("pk").values_list("pk", flat=True)[: MANY + 1]


def their_ways(business: Business, _today: date, people: Collection[int]) -> Iterable[int]:
    ways = business.opportunities.walking().filter(person__in=people)
    return ways.order_by("pk").values_list("pk", flat=True)[: MANY + 1]


def whom_to_read_about(business: Business, _today: date, people: Collection[int]) -> Iterable[int]:
    unmet = business.opportunities.filter(stage=Rung.INTRODUCTION, person__touch_count=0)
    ways = unmet.walking().filter(person__in=people)
    return ways.order_by("pk").values_list("pk", flat=True)[: MANY + 1]


def themselves(_business: Business, _today: date, people: Collection[int]) -> Iterable[int]:
    return sorted(pk for pk in people if pk > 0)


def who_is_due(_business: Business, today: date, people: Collection[int]) -> Iterable[int]:
    due = Person.objects.filter(pk__in=people, due_on__lte=today)
    return due.order_by("pk").values_list("pk", flat=True)[: MANY + 1]


def who_said_so(_business: Business, _today: date, people: Collection[int]) -> Iterable[int]:
    return sorted(pausing.of_whom_words_stand(people))


def who_may_be_thanked(business: Business, today: date, people: Collection[int]) -> Iterable[int]:
    """Who introduced or said yes, and who introduced these people: that names them.

    The people are of this business; named again, it tempts SQLite to read all evidence.
    """
    parts = Participation.objects.filter(person__in=people)
    offers = business.offers.filter(Q(person__in=people) | Q(opportunity__person__in=people))
    gifts = Contribution.objects.unthanked()
    is_theirs = Q(person__in=people) | Q(introduction__target__in=people)
    met_by = Evidence.objects.filter(thank.introduced(today))
    wrote = met_by.filter(touch__in=parts.filter(direction="in").values("touch"))
    named = met_by.filter(opportunity__person__in=people)
    whom = "touch__participations__person"
    found = {
        *wrote.values_list(whom, flat=True),
        *named.values_list(whom, flat=True),
        *parts.filter(touch__signals__kind=shapes.INTRODUCTION_MADE).values_list(
            "person", flat=True
        ),
        *gifts.filter(is_theirs).values_list("person", flat=True),
        *offers.filter(state=OfferState.ACCEPTED).values_list("person", flat=True),
    }
    return sorted(pk for pk in found if pk)


def who_was_brought(business: Business, today: date, people: Collection[int]) -> Iterable[int]:
    """And whoever was brought by these people: that names them."""
    parts = Participation.objects.filter(person__in=people)
    said = parts.filter(touch__signals__kind__in=brought.SAYS_SO).values("touch")
    beside = Participation.objects.filter(touch__in=said, person__isnull=False)
    made = brought.recent(today).filter(Q(broker__in=people) | Q(target__in=people))
    found = {
        *beside.values_list("person", flat=True),
        *made.values_list("target", flat=True),
    }
    return sorted(pk for pk in found if pk)


BY_PERSON: dict[Suggest, Subjects] = {
    to_do.to_do: their_steps,
    reply.replies: themselves,
    as_asked.as_asked: who_said_so,
    brought.brought: who_was_brought,
    small_offers.small_offers: their_offers,
    thank.thanks: who_may_be_thanked,
    next_rung.next_rung: their_ways,
    next_rung.research: whom_to_read_about,
    keep_in_touch.keep_in_touch: who_is_due,
}


# What cannot be told by person: who introduced whom, and who stood in a mail that is gone.
AS_A_WHOLE: dict[Suggest, int] = {thank.thanks: INTRODUCED, brought.brought: ALL_MAILS}


def ask(business: Business, today: date, suggest: Suggest) -> Asked:
    return Asked((), list(suggest(business, today, None)))


def ask_mails_again(
    business: Business, today: date, people: Collection[int], before: Sequence[Suggestion]
) -> Asked | None:
    """With whoever answers for these people, and what was said to several of them at once."""
    if ALL_MAILS in people:
        return None
    everybody = with_colleagues(people)
    if len(everybody) > COLLEAGUES:
        return None
    new = list(in_mail.in_mail_of(business, today, everybody))
    touches = heard.touches_with(business, today, everybody)
    same = [one for one in before if one.about not in touches and not is_about(one, everybody)]
    return Asked(same, new)


def with_colleagues(people: Collection[int]) -> set[int]:
    """Also of a firm that may just have become too large for that, or small enough."""
    firms = Person.objects.filter(pk__in=people, organisation__isnull=False)
    firm = Person.objects.filter(organisation__in=firms.values("organisation"))
    colleagues = firm.values_list("pk", flat=True)[: COLLEAGUES + 1]
    return {one for one in (*people, *colleagues) if one > 0}


def ask_again(
    business: Business,
    today: date,
    suggest: Suggest,
    people: Collection[int],
    before: Sequence[Suggestion],
) -> Asked | None:
    """About these people; None where that is not enough."""
    if suggest not in BY_PERSON or AS_A_WHOLE.get(suggest) in people:
        return None
    subjects = list(BY_PERSON[suggest](business, today, people))
    if len(subjects) > MANY:
        return None
    new = [one for pk in subjects for one in suggest(business, today, pk)]
    keys = {one.key for one in new}
    return Asked([one for one in before if one.key not in keys and not is_about(one, people)], new)


def is_about(one: Suggestion, people: Collection[int]) -> bool:
    if (one.person.pk if one.person else NO_PERSON) in people:
        return True
    return one.opportunity is not None and one.opportunity.person_id in people
