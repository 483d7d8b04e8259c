"""The mail in the morning goes out: once a day, at its hour, however often the worker ends.

Before each try the moment of the next one is written down, and after it that the day is settled.
Whoever dies in between leaves a mail that is tried again, under the same number.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from passo.businesses.models import Business, Role, User
from passo.lib import mail
from passo.lib.queue import is_wanted, later
from passo.today import digest as writing
from passo.today import keeping
from passo.today.digest import Morning
from passo.today.models import Digest

if TYPE_CHECKING:
    from django.db.models import QuerySet

LATEST = timedelta(hours=3)  # after its hour; a morning that is over is not told any more
SATURDAY = 5
STOPS_ALL = {mail.AWAY, mail.LOGIN}


def queue_due(now: datetime) -> None:
    """One job for each business where somebody's hour has come."""
    if not settings.HAS_MAIL:
        return
    due = {one.business_id for one in switched_on().iterator() if is_due(one, now)}
    for business_id in sorted(due):
        if not is_wanted("today.mail_mornings", business_id):
            later("today.mail_mornings", business_id)


def switched_on() -> "QuerySet[Digest]":
    """Never of a sample, of a guest, or of whoever cannot sign in."""
    wanted = Digest.objects.filter(is_on=True, business__is_sample=False)
    who = wanted.filter(user__is_active=True, user__is_guest=False)
    return who.select_related("business", "user").order_by("pk")


def day_on(business: Business, now: datetime) -> date:
    return now.astimezone(ZoneInfo(business.time_zone)).date()


def is_due(digest: Digest, now: datetime) -> bool:
    """Compared as moments, not as hands of a clock: an hour that the clocks skip or tell twice
    comes once.
    """
    day = day_on(digest.business, now)
    hour = datetime.combine(day, time(digest.hour), ZoneInfo(digest.business.time_zone))
    since = now.astimezone(UTC) - hour.astimezone(UTC)
    if not timedelta(0) <= since < LATEST or is_settled(digest, day):
        return False
    if digest.workdays_only and day.weekday() >= SATURDAY:
        return False
    return digest.tried_for != day or digest.next_try_at is None or digest.next_try_at <= now


def is_settled(digest: Digest, day: date) -> bool:
    """This day, or tomorrow already: a business may move to a zone where it is still yesterday."""
    return digest.settled_on in {day, day + timedelta(days=1)}


def send_due(business: Business, clock: Callable[[], datetime] = timezone.now) -> None:
    """One after the other; where the mail server is away, the others wait for the next round."""
    works = {"memberships__business": business, "memberships__role__in": (Role.STAFF, Role.OWNER)}
    members = User.objects.filter(**works)
    for digest in switched_on().filter(business=business, user__in=members):
        now = clock()
        if is_due(digest, now) and claim(digest, now) and send(digest, now) in STOPS_ALL:
            return


def claim(digest: Digest, now: datetime) -> bool:
    """Of two workers one goes on, and whoever ends in the middle has said when to try again."""
    with transaction.atomic():
        held = digest.business.digests.select_for_update().filter(pk=digest.pk).first()
        if held is None or not held.is_on or not is_due(held, now):
            return False
        day = day_on(held.business, now)
        tries = held.tries + 1 if held.tried_for == day else 1
        keep(digest, tries=tries, tried_for=day, next_try_at=now + mail.pause(tries))
    return True


def send(digest: Digest, now: datetime) -> str:
    """What went wrong, if anything did."""
    day = day_on(digest.business, now)
    found = writing.letter_of(digest, now)
    if found is None:
        keep(digest, settled_on=day)
        return ""
    letter, morning = found
    try:
        mail.send(letter)
    except mail.NotSentError as error:
        settled = {"settled_on": day} if error.is_final else {}
        keep(digest, problem=error.problem, **settled)
        return error.problem
    keep(digest, settled_on=day, sent_at=now, problem="")
    remember(digest, morning)
    return ""


def remember(digest: Digest, morning: Morning) -> None:
    """What a mail has shown was shown, as on the page: once a day, and held against what came."""
    keeping.remember(digest.business, digest.user, morning.day, morning.choice)


def keep(digest: Digest, **values: Any) -> None:
    """The row may be gone meanwhile, and its choices may be others: they are left alone."""
    digest.business.digests.filter(pk=digest.pk).update(**values)
