"""What goes out: to whoever is asked, with their link; once more after some days; and to both."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.introductions import drafts
from passo.introductions.models import Ask
from passo.lib import mail, wording
from passo.people.models import Person

Role = Ask.Role


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str


def may_send(business: Business, user: User) -> bool:
    """Nothing goes out from a sample, nor in the name of a guest."""
    return settings.HAS_MAIL and not business.is_sample and not user.is_guest


def link_of(token: str, root: str = "") -> str:
    return (root or settings.ADDRESS) + reverse("asked", args=[token])


def letter_for(one: Ask, token: str, root: str = "") -> Letter:
    """To whoever is asked; for the target, what the broker hands on."""
    made, link = one.introduction, link_of(token, root)
    known = drafts.texts(made.language)
    values = {"link": link, "line": line_for(one), "target": made.target.name}
    if one.role == Role.TARGET:
        return Letter("", wording.fitting(known["hand_on"]["words"], values))
    tail = known["letter"]["link"].format_map(values)
    section = known["ask" if one.role == Role.BROKER else "pair"]
    subject = wording.fitting(section["subject"], values)
    return Letter(subject, f"{body_for(one, values)}\n\n{tail}")


def body_for(one: Ask, values: dict[str, str]) -> str:
    """The broker's words are a whole letter; two whom we introduce each get a frame around them."""
    made = one.introduction
    if one.role == Role.BROKER:
        return made.words
    frame = drafts.texts(made.language)["letter"]
    about = frame["other"].format_map(values)
    return wording.letter(frame, f"{made.words}\n\n{about}", values | names_in(one))


def names_in(one: Ask) -> dict[str, str]:
    asker = one.introduction.asker
    me = asker.name if asker else one.business.name
    return {"name": one.person.first_name if one.person else "", "me": me}


def line_for(one: Ask) -> str:
    """Who wants to be introduced; of the other of two, what is told before both have said yes."""
    made = one.introduction
    return made.blurb_other if one.role == Role.ONE else made.blurb


def send(one: Ask, token: str, *, to: str, root: str) -> None:
    mail.send(written(one, letter_for(one, token, root), to))
    one.address = to
    one.save(update_fields=["address"])


def written(one: Ask, letter: Letter, to: str) -> EmailMultiAlternatives:
    user = one.introduction.asker
    return mail.write(
        letter.subject,
        letter.text,
        to=to,
        name=names_in(one)["me"],
        reply_to=user.email if user else "",
    )


def remind(one: Ask, token: str) -> None:
    """Gentle, once, and not worth a second try where the mail server is away."""
    if not settings.HAS_MAIL or one.business.is_sample:
        return
    letter = letter_for(one, token)
    known = drafts.texts(one.introduction.language)
    words = wording.fitting(known["reminder"]["words"], {})
    text = wording.letter(known["letter"], words, names_in(one))
    tail = known["letter"]["link"].format_map({"link": link_of(token)})
    try:
        mail.send(written(one, Letter(letter.subject, f"{text}\n\n{tail}"), one.address))
    except mail.NotSentError:
        return


def bring_together(*, to: dict[Person, str], words: Letter, by: User) -> None:
    """One mail to both, who see each other's address from now on."""
    first, *others = to.values()
    letter = mail.write(words.subject, words.text, to=first, name=by.name, reply_to=by.email)
    letter.to += others
    mail.send(letter)
