"""The words that go with an offer, and the ways to hand it over."""

from urllib.parse import quote

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from passo.businesses.models import User
from passo.lib import mail
from passo.lib.dates import format_day
from passo.lib.money import format_money
from passo.people.models import Person
from passo.steps import offer_pdf
from passo.steps.models import Offer
from passo.steps.models.offer_mail import Kind


def subject(offer: Offer) -> str:
    with translation.override(offer.language):
        return _("A small offer: %(promise)s") % {"promise": offer.promise}


def words(offer: Offer, link: str, *, by: User) -> str:
    """In the client's language, ready to be changed."""
    with translation.override(offer.language):
        lines = [
            _("Hello %(name)s,") % {"name": offer.person.first_name if offer.person else ""},
            _("as we said, here is something small: %(promise)s, for %(price)s.")
            % {"promise": offer.promise, "price": format_money(offer.price)},
            _("Have a look, and say yes if you like: %(link)s") % {"link": link},
        ]
        if offer.valid_until and offer.sent_at:
            day = format_day(offer.valid_until, offer.sent_at.date())
            lines.append(_("It is valid until %(day)s.") % {"day": day})
        lines.append(_("Best wishes,") + f"\n{by.name}")
    return "\n\n".join(lines)


def way_to(person: Person, kind: str) -> str:
    """As machines write it: the first one that is kept."""
    points = person.contact_points.filter(kind=kind).order_by("-is_own", "pk")
    return points.values_list("value", flat=True).first() or ""


def ways_to_send(offer: Offer, text: str) -> dict[str, str]:
    person = offer.person
    address = way_to(person, "mail") if person else ""
    phone = way_to(person, "phone").lstrip("+") if person else ""
    number = phone if phone.isdecimal() else ""
    about = f"subject={quote(subject(offer))}&body={quote(text)}"
    return {
        "address": address,
        "mail": f"mailto:{quote(address, safe='@')}?{about}",
        "whatsapp": f"https://wa.me/{number}?text={quote(text)}",
    }


def send_mail(offer: Offer, text: str, *, to: str, link: str, by: User) -> None:
    """With the page; kept is to which address it went. The same link has the same number, where
    Passo dies before that is kept, or somebody presses again.
    """
    letter = mail.write(subject(offer), text, to=to, name=by.name, reply_to=by.email)
    letter.extra_headers |= mail.numbered(f"offer-{offer.pk}-{offer.link_hash[:16]}")
    letter.attach(f"{file_name(offer)}.pdf", offer_pdf.draw(offer, link=link), "application/pdf")
    mail.send(letter)
    offer.mails.create(business=offer.business, kind=Kind.OFFER, address=to, sent_at=timezone.now())


def file_name(offer: Offer) -> str:
    with translation.override(offer.language):
        return _("offer")
