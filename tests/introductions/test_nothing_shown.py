"""Nothing that somebody keeps for themselves can be seen: of two worlds that differ in that alone,
all that introductions say is the same, letter by letter.

What is shared in one business anyway is held apart: people's pages show everybody who is known,
and how well. Kept for oneself are whose ties those are and what each member chose; and from who
has a link, everything but who asks, for what, and the line that is handed on.
"""

import json
from datetime import date
from typing import NamedTuple

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from passo.businesses.models import Business, User
from passo.cli.introductions import to_each, to_one
from passo.introductions import sharing
from passo.introductions.knowing import SHELF
from passo.introductions.models import Sharing, Wish
from passo.introductions.seeking import Asked
from passo.people.models import Person
from tests.introductions.test_nobody_can_tell import FLEETING, exported, frozen
from tests.introductions.ties_world import known, knows
from tests.people_world import make_organisation, make_touch
from tests.world import make_business, make_user, visitor

pytestmark = pytest.mark.django_db

NAMES = ("Giulia Ferri", "Hassan Amrani", "Paola Rinaldi", "Silvia Pozzi")
# A failure is told as it was found: to look for a smaller one would take minutes.
FEW = settings(
    max_examples=4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.generate],
    deadline=None,
)
TODAY = date(2026, 11, 20)


class World(NamedTuple):
    """`asker` looks. The first colleague does not share, the others may; `gone` has left."""

    business: Business
    asker: User
    colleagues: list[User]
    gone: User
    people: list[Person]

    @property
    def hidden(self) -> User:
        return self.colleagues[0]


def world_of(chosen: st.DataObject) -> World:
    """Two to four members, four people and a firm, ties among them, and what members brought."""
    number = Business.objects.count()
    asker, gone, *colleagues = (
        make_user(f"{name} {number}")
        for name in ("Ada", "Gil", *("Bo", "Cy", "Di")[: chosen.draw(st.integers(1, 3))])
    )
    business = make_business(f"Firm {number}", owner=asker)
    for user in colleagues:
        business.take_in(user, role="staff", by=asker)
    for user in colleagues[1:]:
        sharing.decide(business, user, takes_part=chosen.draw(st.booleans()))
    firm = make_organisation(business, "Coop Aurora")
    people = [known(business, name, organisation=firm) for name in NAMES]
    for one, other in ((0, 1), (0, 2), (1, 3), (2, 3)):
        if chosen.draw(st.booleans()):
            knows(people[one], people[other], chosen.draw(st.sampled_from((0.3, 0.8))))
    for person in people:
        brought = chosen.draw(st.lists(st.sampled_from([asker, *colleagues]), max_size=2))
        for user in brought:
            make_touch(business, person, by=user)
    for person, kind in zip(people, ("", "", *kinds_drawn(chosen)), strict=True):
        strength = chosen.draw(st.sampled_from((0.3, 0.8)))
        business.people.filter(pk=person.pk).update(strength=strength)
        if kind:
            Wish.add(by=None, business=business, person=person, kind=kind)
    return World(business, asker, colleagues, gone, people)


def kinds_drawn(chosen: st.DataObject) -> list[str]:
    return [chosen.draw(st.sampled_from(("", "", *Wish.Kind.values))) for _two in range(2)]


def all_that_is_answered(world: World) -> str:
    """Pages of the question in all its forms, those around it, and what scripts are told."""
    SHELF.clear()  # PostgreSQL notes once a transaction that ties moved, and this is all one
    business, browser = world.business, visitor(world.asker)
    slug, firm = business.slug, business.organisations.get()
    asked = Asked(business, world.asker, TODAY)
    told = [to_one(asked, str(one.pk)).values for one in world.people]
    told.append(to_each(asked, [*NAMES, "Nobody Known"]).values)
    pages = [
        browser.get(reverse(name, args=[slug, *ids]) + query)
        for name, ids, query in (
            *(("who_introduces", [one.pk], "") for one in world.people),
            ("who_introduces_there", [firm.pk], ""),
            *(("find_introduction", [], f"?q={words}") for words in ("", "Giulia", "Coop Aurora")),
            ("introductions", [], ""),
            ("worthy_introductions", [], ""),
            ("share_ties", [], ""),
        )
    ]
    pages.append(browser.post(reverse("reach_many", args=[slug]), {"people": "\n".join(NAMES)}))
    assert {page.status_code for page in pages} == {200}
    text = "\n".join([*(page.content.decode() for page in pages), json.dumps(told, default=str)])
    return FLEETING.sub("", text)


@FEW
@given(chosen=st.data())
def test_whose_a_tie_is_shows_to_nobody_with_whom_it_is_not_shared(
    db: None, chosen: st.DataObject
) -> None:
    """In one world a colleague has the ties that they brought, in the other somebody had who has
    left: to who asks it is the same.
    """
    with frozen():
        world = world_of(chosen)
        theirs = world.business.touches.filter(noted_by=world.hidden)
        kept = all_that_is_answered(world)
        numbers = list(theirs.values_list("pk", flat=True))
        world.business.touches.filter(pk__in=numbers).update(noted_by=world.gone)
        assert all_that_is_answered(world) == kept


@FEW
@given(chosen=st.data())
def test_what_a_colleague_chose_shows_in_nothing_but_the_ways_that_are_theirs(
    db: None, chosen: st.DataObject
) -> None:
    """Whoever chose not to share looks like who never chose; who shared and stopped, as if never;
    and the export of everything tells of no choice.
    """
    with frozen():
        world = world_of(chosen)
        never, whole = all_that_is_answered(world), exported(world.business)
        for takes_part in (False, True, False):
            sharing.decide(world.business, world.hidden, takes_part=takes_part)
            assert exported(world.business) == whole
            if not takes_part:
                assert all_that_is_answered(world) == never


def test_what_is_shared_is_seen(db: None) -> None:
    """So that the worlds above could differ: with a yes of the colleague's there is a way."""
    ada, bo = make_user("Ada Uno"), make_user("Bo Due")
    business = make_business("Firm", owner=ada)
    business.take_in(bo, role="staff", by=ada)
    firm = make_organisation(business, "Coop Aurora")
    people = [known(business, name, 0.8, organisation=firm) for name in NAMES]
    knows(people[0], people[2])
    make_touch(business, people[2], by=bo)
    world = World(business, ada, [bo], make_user("Gil Tre"), people)
    with frozen():
        kept = all_that_is_answered(world)
        sharing.decide(business, bo, takes_part=True)
        shared = all_that_is_answered(world)
    assert "Bo Due, then Paola Rinaldi" in shared
    assert "Bo Due" not in kept
    assert Sharing.objects.filter(takes_part=True).count() == 1
