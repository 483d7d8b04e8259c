"""Gratitude that is owed: for what was received, for an introduction, and for a yes.

Whoever gave us something, or somebody, counts as standing at trust where no way says otherwise.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.introductions.balance import owed
from passo.introductions.models.contribution import Kind
from passo.people.models import Participation, Person, Signal
from passo.people.models.person import Consent
from passo.steps import verbs
from passo.steps.heard import said_by
from passo.steps.models import Evidence, Offer
from passo.steps.models.offer import State
from passo.steps.reading import SMALL, WRITTEN
from passo.steps.stages import Rung
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, day_ends, on_clock

KIND = "thank"
DAYS = 60  # later it sounds odd
# What was received and not thanked for stands longer in the list of given and received.
OWED_DAYS = 180
# After the mark in a key: the number of a contribution.
INTRODUCTION, GIFT = "i", "c"
FOR_WHAT = {
    Kind.INTRODUCTION: _("Thank %(name)s for the introduction"),
    Kind.REFERRAL: _("Thank %(name)s for sending you somebody"),
    Kind.ADVICE: _("Thank %(name)s for the advice"),
    Kind.HELP: _("Thank %(name)s for the help"),
    Kind.CONTENT: _("Thank %(name)s for what they shared with you"),
    Kind.FAVOUR: _("Thank %(name)s for the favour"),
    Kind.GIFT: _("Thank %(name)s for the gift"),
}
FOR_SOMEBODY = _("Thank %(name)s for the introduction to %(other)s")
THINKS_OF_YOU = _("Whoever is thanked thinks of you again.")
YES_DAYS = 14  # a yes is thanked for at once


def thanks(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    gifts = list(for_gifts(business, today, only))
    yield from gifts
    shown = list(for_introductions(business, today, only))
    said = list(for_words(business, today, only, {one.key for _day, one in shown}))
    yield from unthanked(business, [*shown, *said], gifts)
    yield from for_offers(business, today, only)


def for_gifts(business: Business, today: date, only: int | None) -> Iterator[Suggestion]:
    """What was noted as received and is not thanked for: of each person the latest."""
    rows = owed(business, today).filter(on__gt=today - timedelta(days=OWED_DAYS))
    if only is not None:
        rows = rows.filter(person=only)
    latest = {one.person_id: one for one in rows.select_related("person__organisation")[:MOST]}
    for one in latest.values():
        yield for_gift(one, today)


def for_gift(one: Any, today: date) -> Suggestion:
    met, person = one.met, one.person
    is_introduction = one.kind == Kind.INTRODUCTION
    values: dict[str, Any] = {"name": person.first_name, "day": one.on, "quote": one.words}
    if met:
        values["other"] = met.first_name
    why = _("On %(day)s: “%(quote)s”") if one.words else _("Received on %(day)s.")
    return Suggestion(
        key=f"{KIND}:{person.pk}:{INTRODUCTION if is_introduction else GIFT}{one.pk}",
        kind=KIND,
        verb=verbs.THANK,
        words=Said(FOR_SOMEBODY if met and is_introduction else FOR_WHAT[one.kind], values),
        why=Said(why, values),
        effect=Said(THINKS_OF_YOU),
        usual_minutes=verbs.MINUTES[verbs.THANK],
        person=person,
        stage=Rung.TRUST,
        shown_days=(today - one.on).days,
    )


def unthanked(
    business: Business, found: Sequence[tuple[date, Suggestion]], gifts: Sequence[Suggestion]
) -> Iterator[Suggestion]:
    """One thanks each; what was thanked for on its day or later, by whatever way, is settled."""
    known = {one.person.pk for one in gifts if one.person}
    people = {one.person.pk for _day, one in found if one.person} - known
    if not people:
        return
    rows = business.contributions.received().filter(person__in=people).order_by()
    thanked = dict(rows.values_list("person").annotate(Max("thanked_on")))
    for day, one in found:
        if one.person and one.person.pk in people:
            last = thanked.get(one.person.pk)
            if last is None or last < day:
                yield one


def for_introductions(
    business: Business, today: date, only: int | None
) -> Iterator[tuple[date, Suggestion]]:
    """Whoever wrote to both of you, and has not heard from you since."""
    since = business.participations.filter(
        person=OuterRef("person"), direction__in=("out", "both"), at__gt=OuterRef("at")
    )
    whom = ("opportunity__person__given", "opportunity__person__name")
    brought = business.evidence.filter(introduced(today))
    if only is not None:
        theirs = Participation.objects.filter(person=only, direction="in")
        brought = Evidence.objects.filter(introduced(today), touch__in=theirs.values("touch"))
    rows = brought.order_by("-on", "-pk").values_list("touch", *whom)
    about = {touch: given or name for touch, given, name in rows[:MOST]}
    wrote = business.participations.filter(
        touch__in=list(about), direction="in", kind__in=WRITTEN, size__lte=SMALL
    )
    if only is not None:
        wrote = wrote.filter(person=only)
    unheard = wrote.filter(~Exists(since), person__is_listed=True)
    unheard = unheard.exclude(person__consent=Consent.REFUSED)
    for part in unheard.select_related("person__organisation").order_by("-at", "-pk"):
        if part.person:
            values = {"name": part.person.first_name, "other": about[part.touch_id]}
            yield on_clock(business, part.at), brought_together(part, values)


def brought_together(part: Participation, values: dict[str, str]) -> Suggestion:
    assert part.person  # noqa: S101 -- whoever asks has looked
    return Suggestion(
        key=f"{KIND}:{part.person.pk}:t{part.touch_id}",
        kind=KIND,
        verb=verbs.THANK,
        words=Said(FOR_SOMEBODY, values),
        why=Said(_("%(name)s brought you together, and has not heard from you since."), values),
        effect=Said(THINKS_OF_YOU),
        usual_minutes=verbs.MINUTES[verbs.THANK],
        person=part.person,
        stage=Rung.TRUST,
        about=part.touch_id,
    )


def introduced(today: date) -> Q:
    """Evidence that still can be thanked for."""
    since = today - timedelta(days=DAYS)
    return Q(kind="introduced", touch__isnull=False, on__gt=since, on__lte=today)


def for_words(
    business: Business, today: date, only: int | None, known: Collection[str]
) -> Iterator[tuple[date, Suggestion]]:
    """Who introduced you in a mail, and has not heard from you since."""
    now = day_ends(business, today)
    since = business.participations.filter(
        person=OuterRef("who"),
        direction__in=("out", "both"),
        at__gt=OuterRef("at"),
        at__lte=now,
    )
    rows = said_by(business, (shapes.INTRODUCTION_MADE,), only=only).filter(
        ~Exists(since), at__gt=now - timedelta(days=DAYS), at__lte=now
    )
    newest = {one.who: one for one in reversed(rows.order_by("-at", "-pk")[:MOST])}
    people = business.people.select_related("organisation").in_bulk(newest)
    for pk, one in newest.items():
        if f"{KIND}:{pk}:t{one.touch_id}" not in known:
            yield on_clock(business, one.at), for_word(business, people[pk], one)


def for_word(business: Business, person: Person, one: Signal) -> Suggestion:
    values = {"name": person.first_name, "day": on_clock(business, one.at), "quote": one.quote}
    return Suggestion(
        key=f"{KIND}:{person.pk}:t{one.touch_id}",
        kind=KIND,
        verb=verbs.THANK,
        words=Said(FOR_WHAT[Kind.INTRODUCTION], values),
        why=Said(_("On %(day)s: “%(quote)s”"), values),
        effect=Said(THINKS_OF_YOU),
        usual_minutes=verbs.MINUTES[verbs.THANK],
        person=person,
        stage=Rung.TRUST,
        about=one.touch_id,
        quote=one.quote,
        certainty=one.certainty,
    )


def for_offers(business: Business, today: date, only: int | None) -> Iterator[Suggestion]:
    end = day_ends(business, today)
    accepted = business.offers.filter(
        state=State.ACCEPTED, answered_at__gt=end - timedelta(days=YES_DAYS), answered_at__lte=end
    )
    if only is not None:
        accepted = accepted.filter(person=only)
    since = business.participations.filter(
        person=OuterRef("person"), direction__in=("out", "both"), at__gt=OuterRef("answered_at")
    )
    rows = accepted.filter(~Exists(since), person__is_listed=True).exclude(
        person__consent=Consent.REFUSED
    )
    rows = rows.select_related("person__organisation", "opportunity")
    for offer in rows.order_by("-answered_at", "-pk")[:MOST]:
        yield for_yes(offer)


def for_yes(offer: Offer) -> Suggestion:
    values = {"name": offer.person.first_name if offer.person else "", "offer": offer.promise}
    return Suggestion(
        key=f"{KIND}:{offer.person_id}:o{offer.pk}",
        kind=KIND,
        verb=verbs.THANK,
        words=Said(_("Thank %(name)s for the yes"), values),
        why=Said(_("%(name)s said yes to “%(offer)s”."), values),
        effect=Said(_("A good beginning for the work.")),
        usual_minutes=verbs.MINUTES[verbs.THANK],
        person=offer.person,
        opportunity=offer.opportunity,
        stage=offer.opportunity.stage if offer.opportunity else 0,
        worth_cents=offer.opportunity.worth_cents if offer.opportunity else None,
    )
