"""How an ask is handed over: by Passo's own mail, or by the owner's mail program and messenger."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from passo.businesses.patience import has_tried_too_often, one_at_a_time
from passo.businesses.saying import say
from passo.introductions import asking, letters
from passo.introductions.letters import Role
from passo.introductions.models import Ask
from passo.lib.mail import NotSentError
from passo.lib.refusal import Refusal
from passo.lib.wording import mail_link, whatsapp_link
from passo.people.models import Person

# Within ten minutes, whatever they are for: nobody writes to so many people by hand.
WHAT, MOST_MAILS = "introduction-mail", 30


@dataclass(frozen=True, slots=True)
class Handing:
    """One ask with all ways of handing it over."""

    ask: Ask
    text: str
    mails: tuple[tuple[str, str], ...]
    phones: tuple[tuple[str, str], ...]


def mails_of(person: Person | None) -> list[str]:
    return [value for kind, value, _said in ways_of(person) if kind == "mail"]


def ways_of(person: Person | None) -> list[tuple[str, str, str]]:
    if person is None:
        return []
    points = person.contact_points.filter(kind__in=("mail", "phone")).order_by("-is_own", "pk")
    return list(points.values_list("kind", "value", "said"))


def receiver(ask: Ask) -> Person | None:
    """What the target sees is handed on by the broker."""
    return ask.introduction.broker if ask.role == Role.TARGET else ask.person


def ways(ask: Ask, root: str) -> Handing:
    letter = letters.letter_for(ask, asking.token_of(ask), root)
    ways, words = ways_of(receiver(ask)), letter.for_a_link
    return Handing(
        ask,
        letter.text,
        tuple(
            (value, mail_link(value, letter.subject, words))
            for kind, value, _said in ways
            if kind == "mail"
        ),
        tuple(
            (said, whatsapp_link(value, words))
            for kind, value, said in ways
            if kind == "phone" and value.startswith("+")
        ),
    )


def root_of(request: Any) -> str:
    return str(request.build_absolute_uri("/")).rstrip("/")


def mail(request: Any, ask: Ask, to: str) -> None:
    """To an address of theirs and no other; answers to it go to whoever asks."""
    if ask.role == Role.TARGET or to not in mails_of(ask.person):
        raise Refusal(_("Choose one of their mail addresses."))
    if not letters.may_send(ask.business, request.user):
        raise Refusal(_("This Passo cannot send mail. Open the draft in your own mail program."))
    asking.refuse_whom_to_leave_alone(ask.business, asking.whom(ask.introduction).values())
    if has_tried_too_often(request, WHAT, most=MOST_MAILS):
        say(request, _("Many mails have just gone from here. Hand it over another way, or wait."))
        return
    with one_at_a_time(f"ask:{ask.pk}"):
        ask.refresh_from_db(fields=["address"])
        if ask.address:
            raise Refusal(_("This has been sent already."))
        try:
            letters.send(ask, asking.token_of(ask), to=to, root=root_of(request))
        except NotSentError:
            say(request, _("The mail server did not take it. Hand it over another way."))
        else:
            say(request, _("The mail to %s is on its way.") % to)
