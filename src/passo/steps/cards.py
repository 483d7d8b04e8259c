"""A suggestion as a page shows it: the parts of `ui/parts/step.html`, and where it is done."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from passo.businesses.models import Business, User
from passo.steps import leading, verbs
from passo.steps.leading import Place
from passo.steps.stages import Stage
from passo.steps.suggestions import next_rung, to_do
from passo.steps.suggestions.suggestion import Suggestion

ICONS = {
    "cooling": "clock",
    "rung": "footprints",
    "research": "search",
    "reply": "message-circle",
    "complaint": "triangle-alert",
    "again": "calendar-days",
    "address": "search",
    "thank": "handshake",
    "warm": "handshake",
    "asks": "handshake",
    "agreed": "handshake",
    "greet": "message-circle",
    "offered": "message-circle",
    "promise": "calendar-days",
    "promised": "calendar-days",
    "noted": "pen-line",
    "split": "milestone",
}
USUAL_ICON = "pen-line"


@dataclass(frozen=True)
class Card:
    """What is shown of it; `team` are those to whom it may be handed."""

    business: Business
    one: Suggestion
    team: tuple[User, ...] = ()

    @property
    def name(self) -> str:
        return self.one.key.replace(":", "-")

    @property
    def title(self) -> str:
        return str(self.one.words)

    @property
    def why(self) -> str:
        return str(self.one.why)

    @property
    def why_icon(self) -> str:
        return ICONS.get(self.one.kind, USUAL_ICON)

    @property
    def effect(self) -> str:
        return str(self.one.effect)

    @property
    def minutes(self) -> int:
        return self.one.minutes

    @property
    def person(self) -> str:
        return self.one.person.name if self.one.person else ""

    @property
    def place(self) -> str:
        person = self.one.person
        if person is None:
            return str(dict(verbs.CHOICES)[self.one.verb])
        return person.organisation.name if person.organisation else person.job_title

    @property
    def url_person(self) -> str:
        person = self.one.person
        return reverse("person", args=[self.business.slug, person.pk]) if person else ""

    @property
    def is_to_split(self) -> bool:
        return self.one.kind == to_do.SPLIT

    @property
    def there(self) -> Place | None:
        """The page on which it is done, where it has one."""
        return leading.place_of(self.business, self.one)

    @property
    def further(self) -> Stage | None:
        """Where evidence shows them by now, if this step leads on from there."""
        way = self.one.opportunity
        leads = self.one.kind == next_rung.KIND and way and way.leads_from != way.where
        return way.further if leads and way else None

    @property
    def url_move(self) -> str:
        way = self.one.opportunity
        return reverse("move_opportunity", args=[self.business.slug, way.pk]) if way else ""

    @property
    def urls(self) -> dict[str, str]:
        return addresses(self.business, self.one)


def addresses(business: Business, one: Suggestion) -> dict[str, str]:
    gap: dict[str, Any] = {"slug": business.slug}
    gap |= {"step_id": one.step.pk} if one.step else {"suggestion_key": one.key}
    deeds = (
        "step",
        "step_done",
        "step_later",
        "step_hand_over",
        "step_not_this",
        "step_split",
        "send_draft",
    )
    return {name.removeprefix("step_"): reverse(name, kwargs=gap) for name in deeds}


def team_of(business: Business, user: User) -> tuple[User, ...]:
    """To whom this user can hand something over."""
    rows = business.memberships.exclude(user=user).select_related("user")
    return tuple(one.user for one in rows if one.may("staff"))


def cards(business: Business, found: list[Suggestion], user: User) -> list[Card]:
    team = team_of(business, user)
    return [Card(business, one, team) for one in found]
