"""The first small steps with Passo itself, each there only while its evidence is missing.

They are Today until the areas that know people, offers and money bring better ones.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.lib import archive


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

    @property
    def place(self) -> str:
        """Where a step about somebody names their firm."""
        return _("Passo itself")


def first_steps(business: Any, membership: Any) -> list[FirstStep]:
    """Those still open for this member, the smallest first."""
    user = membership.user
    aside = set(
        business.set_asides.in_force(user, timezone.localdate()).values_list("step", flat=True)
    )
    found = [suggest(business, membership) for suggest in SUGGESTIONS]
    wanted = [step for step in found if step and step.name not in aside]
    return sorted(wanted, key=lambda step: step.minutes)


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


SUGGESTIONS: list[Callable[[Any, Any], FirstStep | None]] = [
    say_the_sentence,
    invite_somebody,
    add_a_second_lock,
    take_a_backup,
]
