"""What the client answered is told by mail: to whoever sent the offer, and to the client again.

The answer itself neither waits for it nor fails with it. To the client it goes only where the
offer itself went, so nobody can have mail sent to an address that they type.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from passo.businesses.access import on_its_clock
from passo.businesses.models import Business, User
from passo.lib import mail
from passo.lib.money import format_money
from passo.lib.queue import later
from passo.people.models.person import Consent
from passo.steps import offer_pdf, offer_words
from passo.steps.models import Offer, OfferMail
from passo.steps.models.offer import State
from passo.steps.models.offer_mail import Kind

MOST_TRIES = 24  # about a day


def write_down(offer: Offer, answer: State) -> None:
    """In the transaction of the answer: who is to hear of it. Once each, whatever is pressed."""
    if not settings.HAS_MAIL or offer.business.is_sample:
        return
    for kind, address in to_whom(offer):
        row, made = offer.mails.get_or_create(
            kind=kind,
            answer=answer,
            defaults={"business": offer.business, "address": address},
        )
        if made:
            later("steps.mail_answer", offer.business_id, row.pk)


def to_whom(offer: Offer) -> Iterator[tuple[Kind, str]]:
    sender = sender_of(offer)
    if sender:
        yield Kind.TOLD, sender.email
    went = offer.mails.filter(kind=Kind.OFFER).order_by("-pk").first()
    if went and offer.person and offer.person.consent != Consent.REFUSED:
        yield Kind.CONFIRMED, went.address


def sender_of(offer: Offer) -> User | None:
    """If they are still in, and sign in."""
    user = offer.sent_by
    if user is None or not user.is_active or user.is_guest:
        return None
    membership = offer.business.memberships.filter(user=user).first()
    return user if membership and membership.may("staff") else None


def post(business: Business, mail_id: int, now: datetime) -> None:
    """It may run twice. What cannot be sent now is tried again, ever more seldom, for a day."""
    rows = business.offer_mails.select_related("offer__person", "offer__sent_by", "offer__business")
    row = rows.filter(pk=mail_id, sent_at=None).first()
    if row is None or is_overtaken(row):
        return
    try:
        mail.send(letter_of(row))
    except mail.NotSentError as error:
        row.tries, row.problem = row.tries + 1, error.problem
        row.save(update_fields=["tries", "problem"])
        if error.is_final or row.tries >= MOST_TRIES:
            raise
        later("steps.mail_answer", business.pk, row.pk, run_after=now + mail.pause(row.tries))
    else:
        row.sent_at, row.problem = now, ""
        row.save(update_fields=["sent_at", "problem"])


def is_overtaken(row: OfferMail) -> bool:
    """A “not now” that became a yes before it could be told."""
    return row.offer.mails.filter(kind=row.kind, pk__gt=row.pk).exists()


def letter_of(row: OfferMail) -> EmailMultiAlternatives:
    with on_its_clock(row.offer.business):
        return told(row) if row.kind == Kind.TOLD else confirmed(row)


def told(row: OfferMail) -> EmailMultiAlternatives:
    """In the language of whoever sent the offer; an answer to it goes to the client."""
    offer, user = row.offer, row.offer.sent_by
    language = (user.language if user else "") or offer.business.language
    with translation.override(language):
        link = settings.ADDRESS + reverse("offer", args=[offer.business.slug, offer.pk])
        lines = [
            f"{offer.promise}, {format_money(offer.price)}",
            _("Agree on a day while it is fresh.")
            if row.answer == State.ACCEPTED
            else _("That is fine. Until its last day they can still say yes."),
            link,
        ]
        return mail.write(
            headline(row),
            "\n\n".join([headline(row) + ".", *lines]) + f"\n\n--\n{offer.business.name} · Passo\n",
            to=row.address,
            name=_("Passo for %(business)s") % {"business": offer.business.name},
            reply_to=offer_words.way_to(offer.person, "mail") if offer.person else "",
            headers=mail.by_itself(number_of(row)),
        )


def number_of(row: OfferMail) -> str:
    """The same at each try; and another on the next Passo, though its rows are counted alike."""
    return f"answer.{row.pk}.{row.added_at:%Y%m%d%H%M%S}"


def headline(row: OfferMail) -> str:
    values = {"name": row.offer.person, "offer": row.offer.promise}
    if row.answer == State.ACCEPTED:
        return _("%(name)s said yes to “%(offer)s”") % values
    return _("%(name)s said “not now” to “%(offer)s”") % values


def confirmed(row: OfferMail) -> EmailMultiAlternatives:
    """In the client's language, in the name of whoever sent the offer, with its page."""
    offer, user = row.offer, row.offer.sent_by
    with translation.override(offer.language):
        name = user.name if user else offer.business.name
        lines = [
            _("Hello %(name)s,") % {"name": offer.person.first_name if offer.person else ""},
            *(said_yes(name) if row.answer == State.ACCEPTED else said_no()),
            f"{offer.promise}, {format_money(offer.price)}",
            _("Best wishes,") + f"\n{name}\n{offer.business.name}",
        ]
        letter = mail.write(
            _("Your answer: %(promise)s") % {"promise": offer.promise},
            "\n\n".join(lines) + "\n",
            to=row.address,
            name=name,
            reply_to=user.email if user else "",
            headers=mail.by_itself(number_of(row)),
        )
    pdf = f"{offer_words.file_name(offer)}.pdf"
    letter.attach(pdf, offer_pdf.draw(offer), "application/pdf")
    return letter


def said_yes(name: str) -> list[str]:
    agree = _("%(name)s will agree with you on a day.") % {"name": name}
    return [_("You said yes. Thank you."), agree]


def said_no() -> list[str]:
    return [_("You said: not now."), _("That is fine. Until its last day you can still say yes.")]
