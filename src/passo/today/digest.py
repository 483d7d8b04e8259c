"""What the mail in the morning holds: Today's few steps, and what came since the last one."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.signing import BadSignature, Signer
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses import wall
from passo.businesses.access import on_its_clock
from passo.businesses.models import Business
from passo.lib import mail
from passo.lib.dates import format_day, format_number
from passo.steps.cards import Card
from passo.today import choosing, meanwhile, reviewing
from passo.today.choosing import Choice, Offered
from passo.today.models import Digest

LONGEST_MEANWHILE = timedelta(days=4)  # over a weekend and a holiday
KEY = Signer(salt="passo.today.digest")


@dataclass(frozen=True)
class Line:
    """One step, with the addresses of its pages here."""

    title: str
    why: str
    effect: str
    minutes: int
    person: str
    url: str

    @property
    def time(self) -> str:
        return said_minutes(self.minutes)


@dataclass(frozen=True)
class Morning:
    """All that one mail tells."""

    digest: Digest
    day: date
    choice: Choice
    lines: list[Line]
    meanwhile: str
    since: str
    stop: str

    @property
    def subject(self) -> str:
        """How much it is, so that one need not even open it."""
        count = len(self.lines)
        words = ngettext(
            "Today: one small step, %(minutes)s", "Today: %(n)s small steps, %(minutes)s", count
        )
        minutes = said_minutes(sum(line.minutes for line in self.lines))
        return words % {"n": format_number(count), "minutes": minutes}


def morning_of(digest: Digest, now: datetime) -> Morning | None:
    """Nothing where there is nothing to do. Passo's own first steps make no mail."""
    business, user = digest.business, digest.user
    day = now.astimezone(ZoneInfo(business.time_zone)).date()
    reviews = reviewing.is_the_day(business, user, day)
    choice = choosing.choose(business, day, user=user, at_most=choosing.AT_MOST - reviews)
    lines = [line_of(business, one) for one in choice.offered]
    lines += [review_line(business)] if reviews else []
    if not lines:
        return None
    since = beginning(digest, now)
    return Morning(
        digest=digest,
        day=day,
        choice=choice,
        lines=lines,
        meanwhile=meanwhile.told(business, user, since, now),
        since=format_day(since, day),
        stop=here("stop_digest", KEY.sign(str(digest.pk))),
    )


def beginning(digest: Digest, now: datetime) -> datetime:
    """The last mail, or the beginning of yesterday."""
    zone = ZoneInfo(digest.business.time_zone)
    yesterday = now.astimezone(zone).date() - timedelta(days=1)
    if digest.sent_at and now - LONGEST_MEANWHILE < digest.sent_at:
        return digest.sent_at
    return datetime.combine(yesterday, time(), zone)


def line_of(business: Business, offered: Offered) -> Line:
    card = Card(business, offered.one)
    return Line(
        title=card.title,
        why=card.why,
        effect=offered.effect,
        minutes=card.minutes,
        person=", ".join(filter(None, [card.person, card.place if card.person else ""])),
        url=settings.ADDRESS + (card.there.url if card.there else card.urls["step"]),
    )


def review_line(business: Business) -> Line:
    return Line(
        title=_("Look back at the week"),
        why=_("A week lies behind you."),
        effect=_("What moved is seen, and the coming week has one bet."),
        minutes=reviewing.MINUTES,
        person="",
        url=here("weekly_review", business.slug),
    )


def said_minutes(count: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", count) % {"n": format_number(count)}


def here(name: str, *values: object) -> str:
    return settings.ADDRESS + reverse(name, args=values)


def in_their_words(digest: Digest) -> Any:
    return translation.override(digest.user.language or digest.business.language)


def letter_of(digest: Digest, now: datetime) -> tuple[EmailMultiAlternatives, Morning] | None:
    """In the member's language, on the clock of the business."""
    with in_their_words(digest), on_its_clock(digest.business):
        morning = morning_of(digest, now)
        return (written(morning), morning) if morning else None


def written(morning: Morning) -> EmailMultiAlternatives:
    """One press stops it (RFC 8058), from the mail program itself or on a page of ours."""
    digest = morning.digest
    context = {
        "morning": morning,
        "business": digest.business,
        "user": digest.user,
        "language": translation.get_language(),
        "today": here("today", digest.business.slug),
        "settings": here("digest", digest.business.slug),
    }
    return mail.write(
        morning.subject,
        render_to_string("today/mail/morning.txt", context),
        to=digest.user.email,
        name=_("Passo for %(business)s") % {"business": digest.business.name},
        html=render_to_string("today/mail/morning.html", context),
        headers={
            **mail.by_itself(f"morning.{digest.pk}.{morning.day}"),
            "List-Unsubscribe": f"<{morning.stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def behind(token: str) -> Digest | None:
    """Whose mail this link stops. It is signed, and kept nowhere: old mails keep their way out."""
    try:
        number = KEY.unsign(token)
    except BadSignature:
        return None
    with wall.opened():
        known = Digest.objects.select_related("business", "user")
        return known.filter(pk=number).first()
