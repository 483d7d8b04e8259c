"""Two who press at the same moment: what may stand once stands once, and nothing breaks."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from tests.introductions_world import make_introduction
from tests.people.test_attacks_at_once import at_once
from tests.people_world import make_person
from tests.world import visitor

pytestmark = pytest.mark.django_db(transaction=True)


def pressed(
    user: User, name: str, *gaps: int, answers: list[int], **typed: object
) -> Callable[[Business], None]:
    def press(business: Business) -> None:
        address = reverse(name, args=[business.slug, *gaps])
        answers.append(visitor(user).post(address, typed).status_code)

    return press


def test_what_stands_once_is_noted_once(bakery: Business, anna: User) -> None:
    paola, giulia = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Giulia Ferri")
    answers: list[int] = []
    need = pressed(anna, "note_need", answers=answers, who="Paola Rinaldi", words="A stonemason")
    drop = pressed(anna, "drop_worthy", answers=answers, one=paola.pk, other=giulia.pk)
    measure = pressed(anna, "offer_yardstick", answers=answers, hour="40", job="500")
    for press in (need, drop, measure):
        assert at_once(bakery, press, press, press) == []
    assert answers == [302] * 9
    assert (bakery.needs.count(), bakery.dropped.count()) == (1, 1)
    assert bakery.yardstick.job_cents == 50_000


def test_the_same_is_asked_once_by_whomever(bakery: Business, anna: User, ben: User) -> None:
    giulia, paola = make_person(bakery, "Giulia Ferri"), make_person(bakery, "Paola Rinaldi")
    answers: list[int] = []
    drafts = [
        make_introduction(bakery, giulia, by=user, broker=paola, words="May I?", blurb="We bake")
        for user in (anna, ben, anna)
    ]
    presses = [
        pressed(user, "send_introduction", made.pk, answers=answers)
        for user, made in zip((anna, ben, anna), drafts, strict=True)
    ]
    assert at_once(bakery, *presses) == []
    assert sorted(answers) == [302, 409, 409]
    assert bakery.asks.count() == 1
