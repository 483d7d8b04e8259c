"""What they said of how to go on: talk again in March, ask somebody else, this address is gone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.people.models.person import Consent
from passo.steps import pausing, verbs
from passo.steps.suggestions.suggestion import MOST, Said, Suggestion, day_ends, on_clock

AGAIN, ADDRESS = "again", "address"
WORDS = (AGAIN, ADDRESS)
AGAIN_DAYS = 45  # later one comes without having been asked
GONE_DAYS = 60


def as_asked(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    people = None if only is None else [only]
    yield from talks_again(business, today, people)
    yield from lost_addresses(business, today, people)


def talks_again(business: Business, today: date, people: list[int] | None) -> Iterator[Suggestion]:
    """From the day on that they named, while nobody has come to the other since."""
    now = day_ends(business, today)
    rows = pausing.theirs(business, (shapes.NOT_BEFORE,), now, people)
    is_time = rows.filter(
        at__gt=now - timedelta(days=pausing.LOOK_BACK_DAYS),
        on__range=(today - timedelta(days=AGAIN_DAYS), today),
    )
    for one in with_people(business, is_time, since_its_day=True):
        yield again(business, one, today)


def again(business: Business, one: Any, today: date) -> Suggestion:
    name = {"name": one.person.first_name}
    values = {**name, "day": on_clock(business, one.at), "quote": one.quote}
    return Suggestion(
        key=f"{AGAIN}:{one.who}:{one.touch_id}-{one.on:%Y%m%d}",
        kind=AGAIN,
        verb=verbs.CALL,
        words=Said(_("Talk with %(name)s again"), name),
        why=Said(_("Asked on %(day)s to wait until now: “%(quote)s”"), values),
        effect=Said(_("Who comes back on the day is remembered.")),
        usual_minutes=verbs.MINUTES[verbs.CALL],
        waiting_days=(today - one.on).days,
        **evidence(one),
    )


def lost_addresses(
    business: Business, today: date, people: list[int] | None
) -> Iterator[Suggestion]:
    """Nobody is there any more. Where another address is known, what came back is no matter."""
    now = day_ends(business, today)
    rows = pausing.theirs(business, pausing.GONE, now, people)
    recent = with_people(business, rows.filter(at__gt=now - timedelta(days=GONE_DAYS)))
    bounced = {one.who for one in recent if one.kind == shapes.BOUNCE}
    lost = pausing.out_of_reach(business, bounced, by_phone=False) if bounced else set()
    for one in recent:
        if one.kind != shapes.BOUNCE or one.who in lost:
            yield find_out(business, one, today)


def find_out(business: Business, one: Any, today: date) -> Suggestion:
    name = {"name": one.person.first_name}
    day = on_clock(business, one.at)
    values = {**name, "day": day, "quote": one.quote, "address": one.address or one.via}
    asks = not one.address  # they wrote it themselves, and can be asked
    sentence = {
        shapes.BOUNCE: _("Your mail of %(day)s did not reach %(address)s."),
        shapes.NO_LONGER_HERE: _("Since %(day)s from %(address)s: “%(quote)s”"),
    }[one.kind]
    words = (
        _("Ask %(name)s who is the right person now")
        if asks
        else _("Find out how to reach %(name)s, or who is there now")
    )
    return Suggestion(
        key=f"{ADDRESS}:{one.who}:{one.touch_id}",
        kind=ADDRESS,
        verb=verbs.ASK if asks else verbs.RESEARCH,
        words=Said(words, name),
        why=Said(sentence, values),
        effect=Said(_("A tie is not lost with an address.")),
        usual_minutes=verbs.MINUTES[verbs.RESEARCH],
        waiting_days=(today - day).days,
        **evidence(one),
    )


def with_people(business: Business, rows: Any, *, since_its_day: bool = False) -> list[Any]:
    """One each, the newest, with its person; `since_its_day`: whom nobody has spoken to since."""
    newest = {one.who: one for one in reversed(rows.order_by("-at", "-pk")[:MOST])}
    wanted = business.people.listed().filter(pk__in=newest).exclude(consent=Consent.REFUSED)
    found = []
    for person in wanted.select_related("organisation"):
        one = newest[person.pk]
        one.person = person
        last = person.last_touch_at
        if not (since_its_day and last and on_clock(business, last) >= one.on):
            found.append(one)
    return found


def evidence(one: Any) -> dict[str, Any]:
    return {
        "person": one.person,
        "about": one.touch_id,
        "quote": one.quote,
        "certainty": one.certainty,
    }
