"""What a line left to do: suggested, a step once somebody acts, and a line again when undone."""

from datetime import date, timedelta

import pytest

from passo.businesses.models import Business, User
from passo.steps import doing, suggesting, verbs
from passo.steps.suggestions.suggestion import Suggestion
from tests.people_world import make_person, make_touch
from tests.steps_world import TODAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def noted(business: Business, today: date = TODAY) -> list[Suggestion]:
    return [one for one in suggesting.suggestions(business, today) if one.kind == "noted"]


def test_a_noted_line_is_a_step_once_somebody_acts_and_a_line_again_when_undone(
    bakery: Business, anna: User
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    touch = make_touch(
        bakery, luca, step="Send the price for 3 chargers", step_on=TODAY + DAY, promise="ours"
    )
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.kind, one.person, one.about, one.due_days) == ("noted", luca, touch.pk, 1)
    assert one.verb == verbs.SEND, "as the line says"
    change = doing.put_off(one, TODAY + 2 * DAY, business=bakery, today=TODAY, by=anna)
    touch.refresh_from_db()
    assert (touch.step, touch.step_on) == ("", None)
    assert bakery.changes.filter(kind="people.touch").latest("pk").what == "lift", "and not done"
    step = bakery.steps.get()
    assert (step.words, step.on, step.promise) == (one.words, TODAY + DAY, "ours")
    assert suggesting.suggestions(bakery, TODAY) == []
    assert change
    change.undo(by=anna)
    touch.refresh_from_db()
    assert (touch.step, touch.step_on, touch.promise) == (one.words, TODAY + DAY, "ours")
    assert not bakery.steps.exists()


def test_what_they_promised_in_a_line_is_asked_after_when_it_is_late(bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    make_touch(bakery, luca, step="sends the plan", step_on=TODAY, promise="theirs")
    assert noted(bakery) == []
    (one,) = noted(bakery, TODAY + DAY)
    assert "Luca promised it" in str(one.why)
    assert one.verb == verbs.ASK, "it is for them to send it"


def test_a_line_about_nobody_is_a_step_too(bakery: Business) -> None:
    make_touch(bakery, kind="note", step="Order cable drums", step_on=TODAY)
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.person, one.verb) == (None, verbs.OTHER)
    assert "You noted it for" in str(one.why)
