"""The first small steps with Passo itself, each there only while its evidence is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.lib import archive
from passo.lib.dates import format_number
from passo.today import reviewing


@dataclass(frozen=True)
class FirstStep:
    """One verb, minutes, a reason and an effect; `url` is where it is done."""

    name: str
    title: str
    why: str
    why_icon: str
    effect: str
    minutes: int
    url: str
    is_post: bool = False
    is_of_the_day: bool = False

    @property
    def opens_the_rest(self) -> bool:
        """Until it is done Today has little else to show, or does not know what to make of it."""
        return self.name in OPENING

    @property
    def place(self) -> str:
        """Where a step about somebody names their firm."""
        return _("Passo itself")


def first_steps(business: Any, membership: Any) -> list[FirstStep]:
    """Those still open for this member: what the rest of Today hangs on, then the smallest."""
    user = membership.user
    aside = set(
        business.set_asides.in_force(user, timezone.localdate()).values_list("step", flat=True)
    )
    found = [suggest(business, membership) for suggest in SUGGESTIONS]
    wanted = [step for step in found if step and step.name not in aside]
    return sorted(wanted, key=lambda step: (place_of(step), step.minutes))


def place_of(step: FirstStep) -> int:
    return OPENING.index(step.name) if step.opens_the_rest else len(OPENING)


def say_the_sentence(business: Any, membership: Any) -> FirstStep | None:
    if business.sentence or not membership.may("owner"):
        return None
    return FirstStep(
        "sentence",
        _("Say what you do, in one sentence"),
        _("Nobody can pass on what they cannot repeat."),
        "quote",
        _("It opens every message that Passo drafts for you."),
        5,
        reverse("business_settings", args=[business.slug]),
    )


def invite_somebody(business: Any, membership: Any) -> FirstStep | None:
    if not membership.may("owner") or business.memberships.count() > 1:
        return None
    if business.invitations.open().exists():
        return None
    return FirstStep(
        "invite",
        _("Invite the person you work with"),
        _("You are alone in here."),
        "users",
        _("Steps can be handed over, and somebody else holds a key."),
        3,
        reverse("team", args=[business.slug]),
    )


def add_a_second_lock(business: Any, membership: Any) -> FirstStep | None:
    if membership.user.is_guest or is_mfa_enabled(membership.user):
        return None
    return FirstStep(
        "second_lock",
        _("Sign in with your fingerprint"),
        _("Today a password alone opens your business."),
        "lock",
        _("No password to type in the van, and none to steal."),
        2,
        reverse("mfa_index"),
    )


def take_a_backup(business: Any, membership: Any) -> FirstStep | None:
    if not membership.user.is_operator or archive.newest(settings.BACKUPS):
        return None
    return FirstStep(
        "backup",
        _("Take the first backup"),
        _("There is none yet. Every night Passo takes one by itself."),
        "archive",
        _("A lost disk costs you an hour and not your clients."),
        1,
        reverse("back_up_now"),
        is_post=True,
    )


def bring_in_what_you_have(business: Any, membership: Any) -> FirstStep | None:
    if not membership.may("staff") or business.people.exists():
        return None
    return FirstStep(
        "bring_in",
        _("Bring in what you have"),
        _("Passo does not know anybody yet."),
        "download",
        _("You see whom you know, who is close, and who is slipping away."),
        12,
        reverse("bring_in", args=[business.slug]),
    )


def tell_who_is_the_same(business: Any, membership: Any) -> FirstStep | None:
    waiting = business.pairs.filter(state="waiting")[:MANY].count()
    if not membership.may("staff") or not waiting:
        return None
    return FirstStep(
        "same_people",
        ngettext("%(n)s pair may be the same person", "%(n)s pairs may be the same person", waiting)
        % {"n": format_number(waiting)},
        _("Passo is not sure enough to join them by itself."),
        "users",
        _("What you know about somebody stands in one place."),
        min(LONGEST, 1 + waiting // PAIRS_IN_A_MINUTE),
        reverse("same_people", args=[business.slug]),
    )


def choose_whom_to_walk_with(business: Any, membership: Any) -> FirstStep | None:
    waiting = business.opportunities.waiting().count()
    if not membership.may("staff") or not waiting:
        return None
    return FirstStep(
        "proposed",
        ngettext(
            "Passo proposes %(n)s person to walk with",
            "Passo proposes %(n)s people to walk with",
            waiting,
        )
        % {"n": format_number(waiting)},
        _("They are warm, and what passed between you shows how far it is."),
        "milestone",
        _("You see where each stands, and the one small step that leads on."),
        2,
        reverse("proposed", args=[business.slug]),
    )


def say_which_addresses_are_yours(business: Any, membership: Any) -> FirstStep | None:
    """Only a mailbox without them: Passo could not tell who wrote to whom."""
    if not membership.may("owner") or business.own_addresses.exists():
        return None
    if not business.imports.filter(kind__in=MAIL, state="done").exists():
        return None
    return FirstStep(
        "own_addresses",
        _("Which mail addresses are yours?"),
        _("Passo has read mails without knowing which of them you wrote."),
        "mail",
        _("It sees who writes first, and who waits for an answer."),
        1,
        reverse("sorting", args=[business.slug]),
    )


def look_back_at_the_week(business: Any, membership: Any) -> FirstStep | None:
    """On the day that they chose for it."""
    if not membership.may("staff"):
        return None
    if not reviewing.is_the_day(business, membership.user, timezone.localdate()):
        return None
    return FirstStep(
        "review",
        _("Look back at the week"),
        _("A week lies behind you."),
        "calendar-days",
        _("What moved is seen, and the coming week has one bet."),
        reviewing.MINUTES,
        reverse("weekly_review", args=[business.slug]),
        is_of_the_day=True,
    )


def have_today_by_mail(business: Any, membership: Any) -> FirstStep | None:
    """Where it can be sent, and there is something to send."""
    if not settings.HAS_MAIL or business.is_sample or membership.user.is_guest:
        return None
    if not membership.may("staff") or business.digests.filter(user=membership.user).exists():
        return None
    if not business.opportunities.walking().exists():
        return None
    return FirstStep(
        "digest",
        _("Have Today in your mail each morning"),
        _("You need not remember to look here."),
        "mail",
        _("The few steps of the day reach you at the hour you choose."),
        1,
        reverse("digest", args=[business.slug]),
    )


OPENING = ("bring_in", "own_addresses", "proposed")
MANY, LONGEST, PAIRS_IN_A_MINUTE = 500, 20, 4
MAIL = ("mbox", "eml", "zip", "imap")

SUGGESTIONS: list[Callable[[Any, Any], FirstStep | None]] = [
    say_the_sentence,
    invite_somebody,
    add_a_second_lock,
    take_a_backup,
    bring_in_what_you_have,
    tell_who_is_the_same,
    choose_whom_to_walk_with,
    say_which_addresses_are_yours,
    look_back_at_the_week,
    have_today_by_mail,
]
