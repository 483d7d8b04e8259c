"""What was said and waits: a question, a complaint, a promise of ours or of theirs."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.steps import heard, verbs
from passo.steps.heard import Heard
from passo.steps.models.step import Promise
from passo.steps.suggestions import reply as noted_replies
from passo.steps.suggestions import to_do
from passo.steps.suggestions.suggestion import Said, Suggestion, on_clock

REPLY, COMPLAINT = noted_replies.KIND, "complaint"
PROMISE, PROMISED = to_do.PROMISE, to_do.PROMISED
WORDS = (REPLY, COMPLAINT, PROMISE, PROMISED)
# What keeps a promise, and how it is said.
DEEDS = {
    shapes.SEND: (verbs.SEND, _("Send %(name)s what you promised")),
    shapes.CALL: (verbs.CALL, _("Call %(name)s, as you promised")),
    shapes.COME: (verbs.MEET, _("Go and see %(name)s, as you promised")),
    shapes.ANSWER: (verbs.ANSWER, _("Give %(name)s the answer you promised")),
}
ANY_DEED = (verbs.OTHER, _("Do what you promised %(name)s"))


def in_mail(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    yield from in_mail_of(business, today, None if only is None else [only])


def in_mail_of(
    business: Business, today: date, people: Collection[int] | None
) -> Iterator[Suggestion]:
    """What they promised is asked after once its day is past."""
    for one in all_open(business, today, people):
        if one.promise != Promise.THEIRS or (one.due_days is not None and one.due_days < 0):
            yield one


def owed(business: Business, today: date, only: int | None = None) -> Iterator[Suggestion]:
    """Whatever waits for a reply, also what one noted oneself."""
    yield from in_mail(business, today, only)
    yield from noted_replies.replies(business, today, only)


def all_open(
    business: Business, today: date, people: Collection[int] | None = None
) -> Iterator[Suggestion]:
    """Also what they promised for a day to come. Of a question one day may pass."""
    for one in heard.open_words(business, today, people):
        since = (today - on_clock(business, one.signal.at)).days
        if one.is_promise:
            yield promise(business, one, today)
        elif one.is_complaint:
            yield complaint(business, one, since)
        elif since > 0:
            yield reply(business, one, since)


def reply(business: Business, one: Heard, days: int) -> Suggestion:
    return Suggestion(
        kind=REPLY,
        verb=verbs.ANSWER,
        words=Said(_("Answer %(name)s"), name_of(one)),
        why=Said(_("Asked on %(day)s: “%(quote)s”"), quoted(business, one)),
        effect=Said(_("Nobody waits for you any more.")),
        usual_minutes=verbs.MINUTES[verbs.ANSWER],
        waiting_days=days,
        **evidence(one, f"{REPLY}:{one.person.pk}:{one.signal.touch_id}"),
    )


def complaint(business: Business, one: Heard, days: int) -> Suggestion:
    """Nothing else is asked of them before (`pausing`)."""
    return Suggestion(
        kind=COMPLAINT,
        verb=verbs.CALL,
        words=Said(_("Call %(name)s before anything else"), name_of(one)),
        why=Said(_("Complained on %(day)s: “%(quote)s”"), quoted(business, one)),
        effect=Said(_("Who is heard at once often stays.")),
        usual_minutes=verbs.MINUTES[verbs.CALL],
        waiting_days=days,
        **evidence(one, f"{COMPLAINT}:{one.person.pk}:{one.signal.touch_id}"),
    )


def promise(business: Business, one: Heard, today: date) -> Suggestion:
    said, day = one.signal, one.signal.on
    kind = PROMISE if said.is_ours else PROMISED
    mark = f"{day:%Y%m%d}" if day else "0"
    how = of_ours(business, one) if said.is_ours else of_theirs(business, one)
    return Suggestion(
        kind=kind,
        promise=Promise.OURS.value if said.is_ours else Promise.THEIRS.value,
        due=day,
        due_days=(day - today).days if day else None,
        **how,
        **evidence(one, f"{kind}:{one.person.pk}:{said.touch_id}-{mark}"),
    )


def of_ours(business: Business, one: Heard) -> dict[str, Any]:
    verb, words = DEEDS.get(one.signal.deed, ANY_DEED)
    sentence = (
        _("Promised for %(due)s. You wrote: “%(quote)s”")
        if one.signal.on
        else _("You wrote on %(day)s: “%(quote)s”")
    )
    return {
        "verb": verb,
        "words": Said(words, name_of(one)),
        "why": Said(sentence, quoted(business, one)),
        "effect": Said(_("Nobody has to ask you for it twice.")),
        "usual_minutes": verbs.MINUTES[verb],
    }


def of_theirs(business: Business, one: Heard) -> dict[str, Any]:
    sentence = _("Promised for %(due)s. %(name)s wrote: “%(quote)s”")
    return {
        "verb": verbs.ASK,
        "words": Said(_("Ask %(name)s about what was promised"), name_of(one)),
        "why": Said(sentence, quoted(business, one)),
        "effect": Said(_("You know where you stand.")),
        "usual_minutes": verbs.MINUTES[verbs.ASK],
    }


def name_of(one: Heard) -> dict[str, str]:
    return {"name": one.person.first_name}


def quoted(business: Business, one: Heard) -> dict[str, Any]:
    day = on_clock(business, one.signal.at)
    return {**name_of(one), "day": day, "due": one.signal.on, "quote": one.signal.quote}


def evidence(one: Heard, key: str) -> dict[str, Any]:
    return {
        "key": key,
        "person": one.person,
        "about": one.signal.touch_id,
        "quote": one.signal.quote,
        "certainty": one.signal.certainty,
    }
