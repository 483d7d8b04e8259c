"""How a line is told back."""

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.lib.dates import format_ago, format_day
from passo.lib.money import Money, format_money
from passo.people.capture_form import ShownBack
from passo.people.capturing import Newcomer
from passo.people.models import Person
from passo.people.models.touch import Kind

register = template.Library()


@register.simple_tag
def summary(back: ShownBack) -> str:
    """`Luca Ferri · call, yesterday · next: send quote, Friday 27 November · €1,200`"""
    return " · ".join(filter(None, [who(back), happened(back), ahead(back), money_of(back)]))


def who(back: ShownBack) -> str:
    shown = [slot for slot in back.slots if slot.answer or (slot.text and not slot.is_settled)]
    return " · ".join(named(slot.answer, slot.text) for slot in shown)


def named(one: Person | Newcomer | None, text: str) -> str:
    if one is None:
        return f"{text}?"
    if not isinstance(one, Newcomer):
        return one.name
    told = ", ".join(filter(None, [one.name, one.organisation]))
    return _("New person: %(name)s") % {"name": told}


def happened(back: ShownBack) -> str:
    kind = back.value("kind")
    word = str(dict(Kind.choices).get(kind, ""))
    day = back.value("day")
    ago = format_ago(day, timezone.localdate()) if day else ""
    return ", ".join(filter(None, [word, ago]))


def ahead(back: ShownBack) -> str:
    step, day = back.value("step"), back.value("step_on")
    if not step:
        return ""
    when = format_day(day, timezone.localdate()) if day else ""
    told = ", ".join(filter(None, [step, when, promised(back.value("promise"))]))
    return _("next: %(step)s") % {"step": told}


def promised(promise: str) -> str:
    return {"ours": _("promised"), "theirs": _("they promised")}.get(promise, "")


def money_of(back: ShownBack) -> str:
    said = back.said.money
    if said is None:
        return ""
    digits = Money(0, said.currency).digits
    return format_money(Money(said.cents * 10**digits // 100, said.currency))


@register.simple_tag
def telling(person: Person) -> str:
    """What tells two of one name apart: the firm, and when you last spoke."""
    firm = person.organisation.name if person.organisation else person.job_title
    return " · ".join(filter(None, [firm, last_touch(person)]))


def last_touch(person: Person) -> str:
    if not person.last_touch_at:
        return _("not spoken yet")
    return _("last spoke %(ago)s") % {"ago": format_ago(person.last_touch_at, timezone.now())}
