"""What can be done with an introduction, when, and what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import asking, marks
from passo.introductions.models import Introduction, Wish
from passo.introductions.models.introduction import State
from passo.lib.queue import at_once, is_wanted
from passo.lib.refusal import Refusal
from passo.lib.secret import hash_token
from passo.people.models import Person
from passo.people.models.person import Consent
from tests.introductions_world import make_asked, make_introduction
from tests.people_world import make_person

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def pair_of(business: Business, by: User, **values: str) -> Introduction:
    other = make_person(business, "Hassan Amrani")
    return make_introduction(
        business, by=by, other=other, words="Two who fit", blurb="One", blurb_other="Two", **values
    )


def newest(business: Business) -> str:
    change = business.changes.order_by("-pk").first()
    assert change
    return change.what


def test_a_draft_is_changed_until_it_is_sent_and_then_never(bakery: Business, anna: User) -> None:
    made = make_introduction(bakery, by=anna, words="May I?", blurb="Anna")
    change = made.correct(by=anna, words="Would you?")
    assert change
    change.undo(by=anna)
    made.refresh_from_db()
    assert made.words == "May I?"
    changed = made.correct(by=anna, words="Could you?")
    sent = made.send(by=anna, today=DAY)
    assert sent
    assert changed
    with pytest.raises(Refusal, match="the introduction is asked"):
        changed.undo(by=anna)
    assert not sent.can_be_undone
    with pytest.raises(Refusal):
        made.correct(by=anna, words="Or this")
    with pytest.raises(Refusal):
        made.remove(by=anna)
    with pytest.raises(Refusal):
        made.send(by=anna, today=DAY)


def test_a_draft_is_removed_and_comes_back(bakery: Business, anna: User) -> None:
    made = make_introduction(bakery, by=anna)
    made.remove(by=anna).undo(by=anna)
    assert bakery.introductions.get().state == State.DRAFTED


def test_the_broker_is_asked_first_and_the_target_with_their_yes(
    bakery: Business, anna: User
) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    assert [ask.role for ask in made.asks.all()] == ["broker"]
    assert made.rests_on == DAY + timedelta(days=10)
    with pytest.raises(Refusal):
        made.meet(DAY, by=anna)
    assert made.agree("broker", today=DAY + timedelta(days=3))
    assert made.state == State.AGREED
    assert [ask.role for ask in made.asks.order_by("pk")] == ["broker", "target"]
    assert made.rests_on == DAY + timedelta(days=13)
    assert made.asks.get(role="broker").ends_on == DAY + timedelta(days=12)
    assert bakery.changes.order_by("-pk")[0].by_name == "Paola Rinaldi"
    assert made.agree("target", today=DAY + timedelta(days=4), reach="051 123")
    assert made.state == State.BOTH


def test_a_yes_counts_once(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    made.agree("broker", today=DAY)
    again = Introduction.objects.get(pk=made.pk)
    assert not again.agree("broker", today=DAY)
    assert bakery.changes.filter(what="agree").count() == 1


def test_two_whom_we_introduce_are_both_asked_at_once(bakery: Business, anna: User) -> None:
    made = pair_of(bakery, anna)
    made.send(by=anna, today=DAY)
    assert sorted(ask.role for ask in made.asks.all()) == ["one", "other"]
    made.agree("other", today=DAY)
    assert made.state == State.AGREED
    with pytest.raises(Refusal):
        made.introduce(DAY, by=anna)
    made.agree("one", today=DAY, by=anna)
    assert newest(bakery) == "note_yes"
    made.introduce(DAY, by=anna)
    given = bakery.contributions.order_by("person__name")
    assert [(row.is_given, row.person.name) for row in given] == [
        (True, "Giulia Ferri"),
        (True, "Hassan Amrani"),
    ]


def test_from_introduced_to_thanked_and_back_by_undo(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    change = made.introduce(DAY, by=anna)
    received = bakery.contributions.get()
    assert (received.is_given, received.size, received.person) == (False, 3, made.broker)
    made.meet(DAY, by=anna)
    made.tell("A first order", by=anna)
    assert made.state == State.OUTCOME
    thanks = made.thank(DAY, by=anna)
    assert bakery.contributions.get().thanked_on == DAY
    made.tell("Two orders", by=anna)
    assert made.state == State.THANKED
    assert thanks
    assert change
    with pytest.raises(Refusal):
        change.undo(by=anna)


def test_an_introduction_that_did_not_take_place_leaves_nothing_received(
    bakery: Business, anna: User
) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    change = made.introduce(DAY, by=anna)
    assert change
    change.undo(by=anna)
    made.refresh_from_db()
    assert made.state == State.ASKED
    assert not bakery.contributions.exists()
    made.introduce(DAY, by=anna)
    thanked = made.thank(DAY, by=anna)
    assert thanked
    thanked.undo(by=anna)
    assert bakery.contributions.get().thanked_on is None


def test_what_was_taken_back_opens_again_by_undo(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    change = made.withdraw(by=anna)
    assert change
    assert made.state == State.WITHDRAWN
    change.undo(by=anna)
    assert Introduction.objects.get().state == State.ASKED


def test_it_rests_on_its_day_and_not_before(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    with pytest.raises(Refusal):
        made.rest(DAY + timedelta(days=9))
    asking.go_through(bakery, DAY + timedelta(days=9), timezone.now())
    assert Introduction.objects.get().state == State.ASKED
    asking.go_through(bakery, DAY + timedelta(days=10), timezone.now())
    assert Introduction.objects.get().state == State.RESTS
    assert newest(bakery) == "rest"


def test_what_rests_is_not_asked_again_for_a_year(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    values = {"broker": made.broker, "words": "Again?", "blurb": "Anna"}
    again = make_introduction(bakery, made.target, by=anna, **values)
    with pytest.raises(Refusal, match="asked already"):
        again.send(by=anna, today=DAY)
    made.rest(DAY + timedelta(days=10))
    with pytest.raises(Refusal, match="not long ago"):
        again.send(by=anna, today=DAY + timedelta(days=300))
    again.send(by=anna, today=date(2027, 12, 1))


def test_what_was_taken_back_rests_as_long(bakery: Business, anna: User) -> None:
    """Or taking back would show whether somebody had said no."""
    made = make_asked(bakery, by=anna, today=DAY)
    made.withdraw(by=anna)
    values = {"broker": made.broker, "words": "Again?", "blurb": "Anna"}
    again = make_introduction(bakery, made.target, by=anna, **values)
    with pytest.raises(Refusal, match="not long ago"):
        again.send(by=anna, today=DAY + timedelta(days=1))


def test_the_other_way_round_a_pair_is_the_same_pair(bakery: Business, anna: User) -> None:
    made = pair_of(bakery, anna)
    made.send(by=anna, today=DAY)
    assert made.other
    turned = make_introduction(bakery, made.other, by=anna, other=made.target)
    with pytest.raises(Refusal, match="asked already"):
        turned.send(by=anna, today=DAY)


@pytest.mark.parametrize("kind", Wish.Kind.values)
def test_who_is_kept_out_is_not_asked(bakery: Business, anna: User, kind: str) -> None:
    made = make_introduction(bakery, by=anna)
    Wish.add(by=anna, business=bakery, person=made.broker, kind=kind)
    with pytest.raises(Refusal, match="not to be asked"):
        made.send(by=anna, today=DAY)


def test_who_asked_not_to_be_contacted_is_not_asked(bakery: Business, anna: User) -> None:
    made = make_introduction(bakery, by=anna)
    Person.objects.filter(pk=made.target_id).update(consent=Consent.REFUSED)
    made.target.refresh_from_db()
    with pytest.raises(Refusal, match="not to be contacted"):
        made.send(by=anna, today=DAY)


def test_each_link_is_of_its_own_and_only_its_hash_is_kept(bakery: Business, anna: User) -> None:
    made = pair_of(bakery, anna)
    made.send(by=anna, today=DAY)
    one, other = made.asks.all()
    tokens = asking.token_of(one), asking.token_of(other)
    assert tokens[0] != tokens[1]
    assert len(tokens[0]) == 43
    assert one.link_hash == hash_token(tokens[0])


def test_every_night_every_business_is_gone_through_by_itself(
    bakery: Business, garage: Business, anna: User
) -> None:
    today = timezone.localdate()
    make_asked(bakery, by=anna, today=today - timedelta(days=11))
    at_once("introductions.look_everywhere")
    assert is_wanted("introductions.look", bakery.pk)
    assert is_wanted("introductions.look", garage.pk)
    at_once("introductions.look", bakery.pk)
    assert Introduction.objects.get().state == State.RESTS
    at_once("introductions.look", 0)


def test_two_marks_are_owed_once_and_go_when_it_rests(bakery: Business, anna: User) -> None:
    made = make_asked(bakery, by=anna, today=DAY)
    (ask,) = made.asks.all()
    for mark in (marks.answered(ask), marks.owed(ask)):
        assert not marks.is_put(bakery, mark)
        marks.put(bakery, mark)
        marks.put(bakery, mark)
        assert marks.is_put(bakery, mark)
    assert bakery.refused.count() == 2
    assert marks.those_owed(bakery, [ask]) == [ask]
    assert [marks.take(bakery, marks.owed(ask)) for _twice in range(2)] == [1, 0]
    marks.put(bakery, marks.owed(ask))
    made.rest(DAY + timedelta(days=10))
    assert not bakery.refused.exists()
