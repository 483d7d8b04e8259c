"""Whom we ask, by which link, until when; one reminder, and rest.

Nothing here is different where somebody said no: what the owner can see is made from silence
and yes alone.
"""

import base64
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.introductions import letters, marks
from passo.introductions.closed import resting_since
from passo.introductions.models import Ask, Introduction, Wish
from passo.introductions.models.introduction import WAITING, Introductions, State
from passo.lib.mail import NotSentError
from passo.lib.refusal import Refusal
from passo.lib.secret import hash_token
from passo.people.models import Person
from passo.people.models.person import Consent

Role = Ask.Role
DAYS_TO_REMINDER = 5
# Who brings nobody and is asked for nothing, by what was said of them.
NOT_ASKED = {
    Role.BROKER: (Wish.Kind.NEVER_THROUGH, Wish.Kind.STRAINED, Wish.Kind.FORGET),
    Role.ONE: (Wish.Kind.STRAINED, Wish.Kind.FORGET),
    Role.OTHER: (Wish.Kind.STRAINED, Wish.Kind.FORGET),
    Role.TARGET: (Wish.Kind.FORGET,),
}


def whom(made: Introduction) -> dict[Role, Person]:
    """Everybody whose yes it takes."""
    if made.other:
        return {Role.ONE: made.target, Role.OTHER: made.other}
    assert made.broker  # noqa: S101 -- the database sees to it
    return {Role.BROKER: made.broker, Role.TARGET: made.target}


def refuse_what_is_not_asked(made: Introduction, today: date) -> None:
    for role, person in whom(made).items():
        if person.consent == Consent.REFUSED:
            raise Refusal(_("%(name)s asked not to be contacted.") % {"name": person.name})
        if person.wishes.filter(kind__in=NOT_ASKED[role]).exists():
            raise Refusal(_("%(name)s is not to be asked for this.") % {"name": person.name})
    same = same_way(made)
    if same.filter(state__in=(*WAITING, State.BOTH)).exists():
        raise Refusal(_("This is asked already. Wait for the answer."))
    if same.filter(rests_on__gte=resting_since(today)).exists():
        raise Refusal(_("This was asked not long ago. Let it rest, and try another way."))


def others_beside(one: Ask) -> list[Person]:
    """Whose yes it takes too."""
    return [person for role, person in whom(one.introduction).items() if role != one.role]


def left_alone(business: Business, people: Iterable[Person]) -> Person | None:
    """Who of them asked not to be contacted, or wants to be forgotten, if anybody."""
    those = {person.pk: person for person in people}
    for person in those.values():
        if person.consent == Consent.REFUSED:
            return person
    forget = business.wishes.filter(person__in=those, kind=Wish.Kind.FORGET).order_by("pk")
    return those.get(forget.values_list("person", flat=True).first() or 0)


def refuse_whom_to_leave_alone(business: Business, people: Iterable[Person]) -> None:
    """What was asked of them before may not go on either."""
    person = left_alone(business, people)
    if person is not None:
        raise Refusal(_("%(name)s asked not to be contacted.") % {"name": person.name})


def same_way(made: Introduction) -> Introductions:
    others = made.business.introductions.exclude(pk=made.pk)
    if made.other_id is None:
        return others.filter(target=made.target_id, broker=made.broker_id)
    pair = (made.target_id, made.other_id)
    return others.filter(target__in=pair, other__in=pair)


def ask_first(made: Introduction) -> None:
    """The broker, before anybody beyond them hears of it; of two whom we introduce, both."""
    for role, person in whom(made).items():
        if role != Role.TARGET:
            ask(made, role, person)


def ask_target(made: Introduction, broker: Ask) -> None:
    """With the broker's yes there is a link to hand on; their own page stays open as long."""
    new = ask(made, Role.TARGET, made.target)
    broker.ends_on = new.ends_on
    broker.save(update_fields=["ends_on"])


def ask(made: Introduction, role: str, person: Person) -> Ask:
    assert made.rests_on  # noqa: S101 -- whoever is asked has a day
    new: Ask = made.asks.create(
        business=made.business,
        person=person,
        role=role,
        sent_at=timezone.now(),
        ends_on=made.rests_on - timedelta(days=1),
    )
    new.link_hash = hash_token(token_of(new))
    new.save(update_fields=["link_hash"])
    return new


def token_of(one: Ask) -> str:
    """256 bits that only a key outside the database gives, so that a reminder has the link too."""
    what = f"{one.pk}:{one.introduction_id}:{one.role}:{one.sent_at.isoformat()}"
    secret = salted_hmac("passo.introductions.link", what, algorithm="sha256")
    return base64.urlsafe_b64encode(secret.digest()).decode().rstrip("=")


def state_of_answers(made: Introduction) -> State:
    yeses = made.asks.exclude(agreed_at=None).count()
    return State.BOTH if yeses == len(whom(made)) else State.AGREED


def go_through(business: Business, today: date, now: datetime) -> None:
    """Every night: what rests, and who is reminded."""
    waiting = business.introductions.filter(state__in=WAITING)
    for made in waiting.filter(rests_on__lte=today):
        with suppress(Refusal):  # they answered, or it was taken back, in this very moment
            made.rest(today)
    asks = business.asks.filter(introduction__state__in=WAITING, agreed_at=None).exclude(address="")
    asks = asks.select_related("introduction__asker", "person", "business").order_by("pk")
    for one in marks.those_owed(business, asks.exclude(reminded_at=None)):
        if marks.take(business, marks.owed(one)):
            remind(one)
    before = now - timedelta(days=DAYS_TO_REMINDER)
    for one in asks.filter(reminded_at=None, sent_at__lte=before):
        fresh = business.asks.filter(pk=one.pk, reminded_at=None)
        if fresh.update(reminded_at=now):
            remind(one)


def remind(one: Ask) -> None:
    """That it was the day for it is kept in any case; the mail goes only to who is silent. While
    the mail server is away it is owed, and tried again each night until it rests. It is noted
    first and sent then: a worker that dies in between reminds nobody, and never anybody twice.
    """
    if marks.is_put(one.business, marks.answered(one)) or not may_still_be_asked(one):
        return
    try:
        letters.remind(one, token_of(one))
    except NotSentError as problem:
        if not problem.is_final:
            marks.put(one.business, marks.owed(one))


def may_still_be_asked(one: Ask) -> bool:
    """What was said of them, or by them, since they were asked."""
    if one.person is None or one.person.consent == Consent.REFUSED:
        return False
    kinds = NOT_ASKED[Role(one.role)]
    return not one.person.wishes.filter(kind__in=kinds).exists()
