"""Home: where today's small steps are."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import LAST_BUSINESS, members_only, operator_only, public, signed_in
from passo.businesses.models import Business, SetupLink, User
from passo.lib.htmx import page
from passo.lib.queue import later
from passo.steps.cards import Card, team_of
from passo.today import choosing, keeping, reviewing
from passo.today.first_steps import FirstStep, first_steps
from passo.today.models import SetAside
from passo.ui import samples

LATER_DAYS = 3
MINUTES = "passo_minutes"
CHOICES_OF_MINUTES = (10, 20, 30, 45, 60, 90)
YEAR = 365 * 24 * 60 * 60


@public
def home(request: Any) -> HttpResponse:
    """To the business last looked at, to all of them, or to signing in."""
    if not request.user.is_authenticated:
        return render(request, "today/closed.html") if SetupLink.is_needed() else sign_in()
    slugs = [one.business.slug for one in request.user.memberships.select_related("business")]
    last = request.COOKIES.get(LAST_BUSINESS)
    if len(slugs) == 1 or last in slugs:
        return redirect("today", last if last in slugs else slugs[0])
    return redirect("businesses")


def sign_in() -> HttpResponse:
    return redirect("account_login")


@members_only()
def today(request: Any, business: Business) -> HttpResponse:
    """At most five, in the minutes that one has; Passo's own first steps where there is room."""
    day, minutes, sees_all = timezone.localdate(), minutes_of(request), "all" in request.GET
    own = own_steps(business, request.membership)
    within = choosing.NO_END if sees_all else minutes
    at_most = choosing.ALL if sees_all else choosing.AT_MOST
    choice = choosing.choose(
        business,
        day,
        user=request.user,
        minutes=max(0, within - sum(step.minutes for step in own.leading)),
        at_most=at_most - len(own.leading) - own.has_review,
    )
    keeping.remember(business, request.user, day, choice)
    lines = lines_of(request, business, choice, own.leading)
    lines += own_lines(own.fitting(within - minutes_in(lines))[: at_most - len(lines)])
    if sees_all:
        lines += rest_of(request, business, choice)
    context = {
        "nav": "today",
        "lines": lines,
        "minutes": minutes_in(lines),
        "resting": choice.resting,
        "in_peace": choice.in_peace,
        "sees_all": sees_all,
        "wishes": wishes(minutes),
        "review_is_due": request.membership.may("staff")
        and not own.has_review
        and reviewing.is_due(business, request.user, day),
        "greeting": greeting(timezone.localtime().hour),
        "today": day,
        "changes": business.changes.select_related("by")[:4],
        "team": business.memberships.select_related("user")[:6],
    }
    answer = page(request, "today/today.html", context, fragment="steps")
    answer.set_cookie(MINUTES, str(minutes), max_age=YEAR, samesite="Lax", httponly=True)
    return answer


class Line(NamedTuple):
    """One step of the page, and the part that holds its deeds."""

    step: Any
    actions: str


def rest_of(request: Any, business: Business, choice: choosing.Choice) -> list[Line]:
    """What is not worth its minutes today, for whoever wants to see it all the same."""
    team, deeds = deeds_of(request, business)
    return [Line(Card(business, one, team), deeds) for one in choice.rest]


def lines_of(
    request: Any, business: Business, choice: choosing.Choice, leading: list[FirstStep]
) -> list[Line]:
    """What opens the rest, and then whoever waits for us."""
    team, deeds = deeds_of(request, business)
    found = [Line(TodayCard(business, one.one, team, one.effect), deeds) for one in choice.offered]
    return own_lines(leading) + found


def deeds_of(request: Any, business: Business) -> tuple[tuple[User, ...], str]:
    """To whom a step can be handed over, and the part that holds what can be done with it."""
    if request.membership.may("staff"):
        return team_of(business, request.user), "steps/step_actions.html"
    return (), "steps/parts/no_actions.html"


def own_lines(steps: list[FirstStep]) -> list[Line]:
    return [Line(step, "today/first_step_actions.html") for step in steps]


def minutes_in(lines: list[Line]) -> int:
    return sum(line.step.minutes for line in lines)


class OwnSteps(NamedTuple):
    """Passo's own: those that come before everything else, and those that fill what is left."""

    leading: list[FirstStep]
    filling: list[FirstStep]

    @property
    def has_review(self) -> bool:
        return any(step.is_of_the_day for step in self.filling)

    def fitting(self, minutes: int) -> list[FirstStep]:
        """What belongs to this very day, and after it whatever the minutes left allow."""
        found = []
        for step in sorted(self.filling, key=lambda step: not step.is_of_the_day):
            if step.is_of_the_day or step.minutes <= minutes:
                minutes -= step.minutes
                found.append(step)
        return found


def own_steps(business: Business, membership: Any) -> OwnSteps:
    """While nobody is walked with, what opens the rest leads."""
    steps = first_steps(business, membership)
    if business.opportunities.walking().exists():
        return OwnSteps([], steps)
    leading = [step for step in steps if step.opens_the_rest]
    return OwnSteps(leading, [step for step in steps if not step.opens_the_rest])


@dataclass(frozen=True)
class TodayCard(Card):
    """With what it may bring, as Today reckons it."""

    brings: str = ""

    @property
    def effect(self) -> str:
        return self.brings


def minutes_of(request: Any) -> int:
    """As chosen now, or the last time."""
    for said in (request.GET.get("minutes", ""), request.COOKIES.get(MINUTES, "")):
        if said in {str(one) for one in CHOICES_OF_MINUTES}:
            return int(said)
    return choosing.USUAL_MINUTES


def wishes(minutes: int) -> list[dict[str, Any]]:
    return [
        {"minutes": one, "url": f"?minutes={one}", "here": one == minutes}
        for one in CHOICES_OF_MINUTES
    ]


def greeting(hour: int) -> str:
    if hour < 12:  # noqa: PLR2004 -- noon
        return _("good morning")
    return _("good afternoon") if hour < 18 else _("good evening")  # noqa: PLR2004 -- evening


@require_POST
@members_only()
def set_aside(request: Any, business: Business, step: str) -> HttpResponse:
    """Later: back in three days. Not this: it does not come again. Both can be undone."""
    known = {one.name: one for one in first_steps(business, request.membership)}
    if step in known:
        rests = "later" in request.POST
        SetAside.put(business, request.user, step, days=LATER_DAYS if rests else None)
        undo = reverse("take_up_again", args=[business.slug, step])
        messages.info(request, words_for(known[step], rests=rests), extra_tags=f"undo:{undo}")
    return redirect("today", business.slug)


def words_for(step: FirstStep, *, rests: bool) -> str:
    if rests:
        return _("“%(step)s” rests for three days.") % {"step": step.title}
    return _("“%(step)s” will not come again.") % {"step": step.title}


@require_POST
@members_only()
def take_up_again(request: Any, business: Business, step: str) -> HttpResponse:
    business.set_asides.filter(user=request.user, step=step).delete()
    return redirect("today", business.slug)


@require_POST
@operator_only
def back_up_now(request: Any) -> HttpResponse:
    later("businesses.nightly_backup")
    messages.success(request, _("The backup is being taken. You find it in the data folder."))
    return redirect("home")


@public
def health(request: HttpRequest) -> HttpResponse:
    """For whatever watches this machine: whether pages and the database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@public
def components(request: HttpRequest) -> HttpResponse:
    """Every part of Passo on one sheet."""
    return render(request, "ui/components.html", samples.context())


@signed_in
def more(request: HttpRequest) -> HttpResponse:
    """What stands under More on a phone, as a page of its own."""
    return render(request, "today/more.html", {"nav": "more"})
