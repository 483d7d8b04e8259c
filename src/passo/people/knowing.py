"""Who a person knows: as touches and firms show it, and as somebody said."""

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from passo.businesses.models import Business, User
from passo.lib.db.one_writer import one_writer
from passo.lib.refusal import Refusal
from passo.people import acquaintance, ties
from passo.people.models import Person, Tie

LEVELS = [
    ("0.3", gettext_lazy("a little")),
    ("0.6", gettext_lazy("well")),
    ("0.9", gettext_lazy("very well")),
]


class Acquaintance(NamedTuple):
    person: Person
    strength: float
    because: str
    is_said: bool
    words: str


def acquaintances_of(person: Person, most: int) -> list[Acquaintance]:
    """The closest first; one more than `most` says that there are more."""
    found = person.ties_up.all() | person.ties_down.all()
    seen = found.filter(one__is_listed=True, other__is_listed=True).order_by("-strength", "pk")
    # Numbers first: sorting thousands of whole rows to show a dozen would cost the most.
    numbers = list(seen.values_list("pk", flat=True)[: most + 1])
    rows = found.filter(pk__in=numbers).order_by("-strength", "pk").select_related("one", "other")
    return [
        Acquaintance(
            person=tie.other if tie.one_id == person.pk else tie.one,
            strength=max(tie.strength, tie.declared or 0),
            because=evidence(tie),
            is_said=tie.declared is not None,
            words=tie.declared_note,
        )
        for tie in rows
    ]


def evidence(tie: Tie) -> str:
    if tie.declared is not None:
        level = min(LEVELS, key=lambda one: abs(float(one[0]) - (tie.declared or 0)))
        return _("You said: %(level)s") % {"level": level[1]}
    if tie.kind == "thread":
        said = ngettext("%(n)d mail together", "%(n)d mails together", tie.evidence)
    elif tie.kind == "meeting":
        said = ngettext("%(n)d meeting together", "%(n)d meetings together", tie.evidence)
    else:
        return _("The same organisation")
    return said % {"n": tie.evidence}


def declare(one: Person, other: Person, *, strength: float, words: str, by: User | None) -> None:
    """Somebody says that these two know each other, and how well. No reckoning takes it away."""
    if one.pk == other.pk:
        raise Refusal(_("Choose two different people."))
    business = one.business
    first, second = sorted((one.pk, other.pk))
    with transaction.atomic():
        one_writer("ties of", business.pk)
        Tie.objects.update_or_create(
            business=business,
            one_id=first,
            other_id=second,
            defaults={"declared": strength, "declared_note": words},
            create_defaults={
                "declared": strength,
                "declared_note": words,
                "strength": strength,
                "kind": "declared",
            },
        )
        remember(business, one, other, by)


def take_back(one: Person, other: Person, *, by: User | None) -> Tie:
    """What was said goes; what touches and firms show stays. Gives back what it was."""
    first, second = sorted((one.pk, other.pk))
    said = one.business.ties.filter(one=first, other=second, declared__isnull=False)
    tie = said.first()
    if tie is None:
        raise Refusal(_("Nobody said that these two know each other."))
    with transaction.atomic():
        one_writer("ties of", one.business_id)
        said.update(declared=None, declared_note="")
        remember(one.business, one, other, by)
    return tie


def remember(business: Business, one: Person, other: Person, by: User | None) -> None:
    for person in (one, other):
        person._remember(by, "tell_ties", before={}, after={})
    acquaintance.refresh(business, [one.pk, other.pk], today=ties.today_of(business))
