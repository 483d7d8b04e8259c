"""Introductions that are in our hands: drafted, agreed by both, taken place and not told.

Made from silence and yes alone: while somebody is asked, nothing is suggested, whatever they say.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Q
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.introductions.asking import NOT_ASKED, Role, whom
from passo.introductions.models import Introduction, Wish
from passo.introductions.models.introduction import State
from passo.people.models.person import Consent
from passo.steps import verbs
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, on_clock

ASKS, AGREED, BECAME = "asks", "agreed", "became"
WORDS = (ASKS, AGREED, BECAME)
NOT_THROUGH_FRIENDS = _("Whoever comes through a friend is no stranger.")
BOTH_REMEMBER = _("You give first, and both remember it.")
MEETS_AFTER, TELLS_AFTER, OVER_AFTER = 10, 14, 90  # days
LOOK_MINUTES = 2
A_LINE = 0.1  # of what a kept promise is worth: nobody waits for it
ENDS = ("target", "other", "broker")
UNSHOWN = ("words", "blurb", "blurb_other")


def introductions(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    rows = in_our_hands(business, today)
    if only is not None:
        rows = rows.filter(pk=only)
    numbers = list(rows.order_by("-pk").values_list("pk", flat=True)[:MOST])
    found = [one for one in with_ends(numbers) if may_be_reached(one)] if numbers else []
    said_no = wishes_of(business, found)
    for made in found:
        if made.state == State.DRAFTED:
            yield from draft(business, made, said_no, today)
        elif made.state == State.BOTH:
            yield both_agreed(business, made, today)
        else:
            yield from what_became(made, today)


def in_our_hands(business: Business, today: date) -> Any:
    """Of those that took place only what nobody has told yet, and not for ever."""
    since = today - timedelta(days=OVER_AFTER)
    met = Q(state=State.INTRODUCED, introduced_on__range=(since, today - days(MEETS_AFTER)))
    told = Q(outcome="") & (
        Q(state=State.MET, met_on__range=(since, today - days(TELLS_AFTER)))
        | Q(state=State.THANKED, introduced_on__range=(since, today - days(TELLS_AFTER)))
    )
    return business.introductions.filter(Q(state__in=(State.DRAFTED, State.BOTH)) | met | told)


def with_ends(numbers: Sequence[int]) -> Any:
    """And when the last yes came. The numbers are of one business."""
    rows = Introduction.objects.filter(pk__in=numbers).order_by("-pk")
    unshown = [f"{end}__{name}" for end in ENDS for name in ("note", "strength_because")]
    known = rows.select_related(*ENDS, "target__organisation", "broker__organisation")
    return known.defer(*UNSHOWN, *unshown).annotate(agreed_at=Max("asks__agreed_at"))


def days(count: int) -> timedelta:
    return timedelta(days=count)


def may_be_reached(made: Introduction) -> bool:
    return all(one.is_listed and one.consent != Consent.REFUSED for one in whom(made).values())


def wishes_of(business: Business, found: Sequence[Introduction]) -> set[tuple[int, str]]:
    """What those who are to be asked have wished, or the owner of them."""
    drafts = [made for made in found if made.state == State.DRAFTED]
    people = {one.pk for made in drafts for one in whom(made).values()}
    wishes = business.wishes.filter(person__in=people) if people else Wish.objects.none()
    return set(wishes.values_list("person", "kind"))


def draft(
    business: Business, made: Introduction, said_no: set[tuple[int, str]], today: date
) -> Iterator[Suggestion]:
    """The owner has written it; nobody has seen it."""
    asked = whom(made)
    if any((one.pk, kind) in said_no for role, one in asked.items() for kind in NOT_ASKED[role]):
        return
    first, second = asked.get(Role.BROKER) or made.target, made.other or made.target
    sentence = (
        _("Ask %(name)s and %(other)s whether you may introduce them")
        if made.is_made
        else _("Ask %(name)s to introduce you to %(other)s")
    )
    day = on_clock(business, made.added_at)
    yield Suggestion(
        key=f"{ASKS}:{made.pk}:{made.added_at:%Y%m%d}",
        kind=ASKS,
        verb=verbs.ASK,
        words=Said(sentence, {"name": first.first_name, "other": second.first_name}),
        why=Said(_("You wrote the words on %(day)s, and nobody has seen them."), {"day": day}),
        effect=Said(BOTH_REMEMBER if made.is_made else NOT_THROUGH_FRIENDS),
        usual_minutes=verbs.MINUTES[verbs.ASK],
        person=first,
        shown_days=max(0, (today - day).days),
    )


def both_agreed(business: Business, made: Any, today: date) -> Suggestion:
    """They wait for us by now."""
    since = on_clock(business, made.agreed_at) if made.agreed_at else made.asked_on or today
    sentence = (
        _("Introduce %(name)s and %(other)s to each other")
        if made.is_made
        else _("Write to %(name)s and %(other)s together")
    )
    return Suggestion(
        key=f"{AGREED}:{made.pk}:{since:%Y%m%d}",
        kind=AGREED,
        verb=verbs.WRITE,
        words=Said(sentence, names_of(made)),
        why=Said(_("Both said yes, the last on %(day)s."), {"day": since}),
        effect=Said(BOTH_REMEMBER if made.is_made else _("Nobody waits for you any more.")),
        usual_minutes=verbs.MINUTES[verbs.ANSWER],
        person=made.target,
        shown_days=max(0, (today - since).days),
        waiting_days=max(0, (today - since).days),
    )


def names_of(made: Introduction) -> dict[str, str]:
    second = made.other or made.broker
    return {"name": made.target.first_name, "other": second.first_name if second else ""}


def what_became(made: Introduction, today: date) -> Iterator[Suggestion]:
    """Whether one met, and what came of it; after two whom we brought together we ask."""
    is_met = made.state != State.INTRODUCED
    day = made.met_on if is_met and made.met_on else made.introduced_on
    if day is None or (is_met and made.is_made):
        return
    yield Suggestion(
        key=f"{BECAME}:{made.pk}:{made.state}-{day:%Y%m%d}",
        kind=BECAME,
        verb=verbs.ASK if made.is_made else verbs.OTHER,
        words=Said(asks_what(made), names_of(made)),
        why=Said(why_now(made), {**names_of(made), "day": day}),
        effect=Said(
            _("Who asks afterwards shows that they care.")
            if made.is_made
            else _("You see which introductions bear fruit.")
        ),
        usual_minutes=verbs.MINUTES[verbs.ASK] if made.is_made else LOOK_MINUTES,
        person=made.target,
        certainty=A_LINE,
        shown_days=(today - day).days,
    )


def asks_what(made: Introduction) -> str:
    if made.is_made:
        return _("Ask %(name)s how it went with %(other)s")
    if made.state == State.INTRODUCED:
        return _("Did you meet %(name)s?")
    return _("What came of meeting %(name)s?")


def why_now(made: Introduction) -> str:
    if made.is_made:
        return _("You introduced them on %(day)s.")
    if made.state == State.INTRODUCED or made.met_on is None:
        return _("%(other)s introduced you on %(day)s.")
    return _("You met on %(day)s, and nothing is noted since.")
