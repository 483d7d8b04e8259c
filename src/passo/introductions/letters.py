"""What goes out: to whoever is asked, with their link; once more after some days; and to both."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.introductions import drafts
from passo.introductions.models import Ask, Introduction
from passo.lib import mail, wording
from passo.people.models import Person

Role = Ask.Role


@dataclass(frozen=True, slots=True)
class Letter:
    """`tail` is its last paragraph, the link, without which it is worth nothing."""

    subject: str
    text: str
    tail: str = ""

    @property
    def for_a_link(self) -> str:
        """A link holds only so much: what is too long loses words, and never its tail."""
        if len(quote(self.text)) <= wording.LONGEST_IN_LINK:
            return self.text
        end = f"…\n\n{self.tail}"
        room = wording.LONGEST_IN_LINK - len(quote(end))
        body = self.text.removesuffix(self.tail).rstrip()[:room]
        while len(quote(body)) > room:
            body = body[:-1]
        return f"{body.rstrip()}{end}"


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
        text = wording.fitting(known["hand_on"]["words"], values)
        return Letter("", text, text.rpartition("\n\n")[2])
    tail = known["letter"]["link"].format_map(values)
    section = known["ask" if one.role == Role.BROKER else "pair"]
    subject = wording.fitting(section["subject"], values)
    return Letter(subject, f"{body_for(one, values)}\n\n{tail}", tail)


def body_for(one: Ask, values: dict[str, str]) -> str:
    """The broker's words are a whole letter; two whom we introduce each get a frame around them."""
    made = one.introduction
    if one.role == Role.BROKER:
        return made.words
    frame = drafts.texts(made.language)["letter"]
    about = frame["other"].format_map(values)
    return wording.letter(frame, f"{made.words}\n\n{about}", values | names_in(one))


def asker_of(one: Ask) -> User | None:
    """While they belong to the business: nobody is asked on in the name of who has left it."""
    user = one.introduction.asker
    return user if user and one.business.memberships.filter(user=user).exists() else None


def names_in(one: Ask) -> dict[str, str]:
    asker = asker_of(one)
    me = asker.name if asker else one.business.name
    return {"name": one.person.first_name if one.person else "", "me": me}


def line_for(one: Ask) -> str:
    """Who wants to be introduced; of the other of two, what is told before both have said yes."""
    made = one.introduction
    return made.blurb_other if one.role == Role.ONE else made.blurb


def send(one: Ask, token: str, *, to: str, root: str) -> None:
    letter = written(one, letter_for(one, token, root), to)
    letter.extra_headers |= mail.numbered(number_of(one))
    mail.send(letter)
    one.address = to
    one.save(update_fields=["address"])


def number_of(one: Ask) -> str:
    """The same for the same ask: where Passo died before it could be kept that it was sent, the
    second copy has the number of the first, by which mail programs show one of them.
    """
    return f"ask-{one.pk}-{one.sent_at:%Y%m%d%H%M%S}"


def written(one: Ask, letter: Letter, to: str) -> EmailMultiAlternatives:
    """Answers to it go to whoever asks; once they have left, to an owner."""
    user = asker_of(one) or owner_of(one.business)
    return mail.write(
        letter.subject,
        letter.text,
        to=to,
        name=names_in(one)["me"],
        reply_to=user.email if user else "",
    )


def owner_of(business: Business) -> User | None:
    first = business.owners().order_by("pk").select_related("user").first()
    return first.user if first else None


def remind(one: Ask, token: str) -> None:
    """Gentle, and once. It says that a machine wrote it: an automatic answer to it would go to
    whoever asks, and tell them that here somebody was reminded.
    """
    if not settings.HAS_MAIL or one.business.is_sample:
        return
    letter = letter_for(one, token)
    known = drafts.texts(one.introduction.language)
    words = wording.fitting(known["reminder"]["words"], {})
    text = wording.letter(known["letter"], words, names_in(one))
    tail = known["letter"]["link"].format_map({"link": link_of(token)})
    reminder = written(one, Letter(letter.subject, f"{text}\n\n{tail}"), one.address)
    reminder.extra_headers |= mail.by_itself(f"again-{number_of(one)}")
    mail.send(reminder)


def bring_together(made: Introduction, *, to: dict[Person, str], words: Letter, by: User) -> None:
    """One mail to both, who see each other's address from now on."""
    first, *others = to.values()
    letter = mail.write(
        words.subject,
        words.text,
        to=first,
        name=by.name,
        reply_to=by.email,
        headers=mail.numbered(f"both-{made.pk}-{made.added_at:%Y%m%d%H%M%S}"),
    )
    letter.to += others
    mail.send(letter)
