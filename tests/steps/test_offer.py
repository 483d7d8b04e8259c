"""An offer's way: written, sent, answered, delivered, valued; and what it shows of the ladder."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.lib.money import Money
from passo.lib.refusal import Refusal
from passo.lib.secret import hash_token
from passo.people.models import Person
from passo.people.models.person import Consent
from passo.steps import offer_evidence, offers, suggesting
from passo.steps.models import Offer, Opportunity, Yardstick
from tests.people_world import make_person, make_touch
from tests.steps.offer_world import in_days, make_sent, passed, today
from tests.steps_world import make_offer, make_opportunity

pytestmark = pytest.mark.django_db


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example", phone="051 555 0142")


def shown(opportunity: Opportunity | None) -> list[str]:
    assert opportunity
    return [row.kind for row in opportunity.evidence.filter(key__startswith="offer:")]


def test_of_a_link_only_its_fingerprint_is_kept(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, token = make_sent(bakery, paola, by=anna)
    kept = passed(offer)
    assert kept.link_hash == hash_token(token)
    told = [str(one.before) + str(one.after) for one in bakery.changes.all()]
    assert not any(token in one or kept.link_hash in one for one in told)
    assert Offer.behind(token) == offer
    assert Offer.behind(token[:-1]) is None
    assert Offer.behind("") is None


def test_a_link_made_anew_closes_the_one_before(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, first = make_sent(bakery, paola, by=anna)
    second = offer.send(by=anna, today=today())
    assert Offer.behind(first) is None
    assert Offer.behind(second) == offer


@pytest.mark.parametrize("state", ["accepted", "declined", "delivered", "withdrawn"])
def test_what_is_answered_is_not_sent_again(
    bakery: Business, paola: Person, anna: User, state: str
) -> None:
    offer = make_offer(bakery, paola, state=state)
    with pytest.raises(Refusal):
        offer.send(by=anna, today=today())


def test_an_offer_for_nobody_or_of_yesterday_is_not_sent(
    bakery: Business, paola: Person, anna: User
) -> None:
    with pytest.raises(Refusal, match="for whom"):
        make_offer(bakery).send(by=anna, today=today())
    with pytest.raises(Refusal, match="last day"):
        make_offer(bakery, paola, valid_until=in_days(-1)).send(by=anna, today=today())


def test_sending_joins_the_way_one_walks_already(
    bakery: Business, paola: Person, anna: User
) -> None:
    make_opportunity(bakery, paola, state="closed")
    walk = make_opportunity(bakery, paola)
    offer, _token = make_sent(bakery, paola, by=anna)
    assert offer.opportunity == walk
    assert shown(walk) == ["offered"]
    walk.refresh_from_db()
    assert (walk.shown_stage, walk.stage) == (4, 1), "the owner moves it"


def test_sending_confirms_what_passo_proposed(bakery: Business, paola: Person, anna: User) -> None:
    walk = make_opportunity(bakery, paola, state="proposed")
    make_sent(bakery, paola, by=anna)
    walk.refresh_from_db()
    assert walk.state == "open"


def test_sending_begins_a_way_where_what_passed_says_they_stand(
    bakery: Business, paola: Person, anna: User
) -> None:
    make_touch(bakery, paola, kind="call")
    offer, _token = make_sent(bakery, paola, by=anna)
    assert offer.opportunity
    assert (offer.opportunity.stage, offer.opportunity.began) == (3, 3)
    kinds = {row.kind for row in offer.opportunity.evidence.all()}
    assert kinds == {"talked", "offered"}


def test_the_whole_way_shows_offered_valued_relied_and_returned(
    bakery: Business, paola: Person, anna: User
) -> None:
    first, _one = make_sent(bakery, paola, by=anna)
    first.answer(says_yes=True, today=today())
    first.refresh_from_db()
    first.deliver(today(), by=anna, hours=Decimal("2.5"))
    first.value("We sleep better now.", by=anna)
    assert shown(first.opportunity) == ["offered", "valued"]
    second, _two = make_sent(bakery, paola, by=anna)
    second.note_answer(says_yes=True, by=anna)
    assert sorted(shown(second.opportunity)) == ["offered", "offered", "relied", "valued"]
    second.deliver(today(), by=anna)
    assert "returned" in shown(second.opportunity)
    walk = second.opportunity
    assert walk
    walk.refresh_from_db()
    assert walk.shown_stage == 7
    assert walk.evidence.get(kind="valued").words == "We sleep better now."


def test_what_is_undone_shows_nothing_any_more(bakery: Business, paola: Person, anna: User) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    done = offer.deliver(today(), by=anna)
    valued = offer.value("Lovely.", by=anna)
    assert done
    assert valued
    valued.undo(by=anna)
    assert shown(offer.opportunity) == ["offered"]
    done.undo(by=anna)
    assert passed(offer).state == "sent"
    taken_back = passed(offer).withdraw(by=anna)
    assert shown(offer.opportunity) == []
    assert taken_back
    taken_back.undo(by=anna)
    assert shown(offer.opportunity) == ["offered"]


def test_other_words_of_theirs_take_the_place_of_the_first(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    offer.deliver(today(), by=anna)
    offer.value("Fine.", by=anna)
    offer.value("The stairs are bright.", by=anna)
    assert offer.opportunity
    words = [row.words for row in offer.opportunity.evidence.filter(kind="valued")]
    assert words == ["The stairs are bright."]


def test_what_the_client_said_is_not_undone_and_carries_their_name(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    assert offer.answer(says_yes=False, today=today())
    assert not passed(offer).answer(says_yes=False, today=today()), "twice is once"
    assert passed(offer).answer(says_yes=True, today=today()), "a no may become a yes"
    assert not passed(offer).answer(says_yes=True, today=today())
    said = bakery.changes.filter(what="accept").get()
    assert (said.by, said.by_name, said.can_be_undone) == (None, "Paola Rinaldi", False)
    with pytest.raises(Refusal):
        passed(offer).answer(says_yes=False, today=today())


def test_what_the_owner_noted_can_be_undone(bakery: Business, paola: Person, anna: User) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    change = offer.note_answer(says_yes=True, by=anna)
    assert change
    assert offer.note_answer(says_yes=True, by=anna) is None
    change.undo(by=anna)
    assert passed(offer).state == "sent"
    assert passed(offer).answered_at is None


@pytest.mark.parametrize(
    "deed",
    [
        lambda offer, by: offer.withdraw(by=by),
        lambda offer, by: offer.note_answer(says_yes=True, by=by),
        lambda offer, by: offer.deliver(today(), by=by),
        lambda offer, by: offer.value("x", by=by),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    bakery: Business, paola: Person, anna: User, deed: Any
) -> None:
    with pytest.raises(Refusal, match="does not fit"):
        deed(make_offer(bakery, paola), anna)


def test_what_was_sent_is_neither_changed_nor_removed(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    with pytest.raises(Refusal):
        offer.correct(by=anna, promise="Another")
    with pytest.raises(Refusal):
        offer.remove(by=anna)
    draft = make_offer(bakery)
    number = draft.pk
    draft.remove(by=anna).undo(by=anna)
    assert bakery.offers.get(pk=number).promise == draft.promise


def test_a_copy_for_somebody_leaves_the_library_alone(
    bakery: Business, paola: Person, anna: User
) -> None:
    kept = make_offer(bakery, valid_until=in_days(-30), cost_cents=850)
    made = offers.write_for(kept, paola, by=anna)
    assert (made.made_from, made.person, made.cost_cents) == (kept, paola, 850)
    assert made.valid_until == in_days(14)
    again = offers.write_for(made, make_person(bakery, "Luca Ferri"), by=anna)
    assert again.made_from == kept
    until = in_days(5)
    assert offers.write_for(make_offer(bakery, valid_until=until), paola, by=anna).valid_until == (
        until
    )


def test_the_library_counts_what_was_sent_and_taken(
    bakery: Business, paola: Person, anna: User
) -> None:
    often, never = make_offer(bakery, promise="Often"), make_offer(bakery, promise="Never")
    for state in ("draft", "sent", "accepted", "delivered"):
        make_offer(bakery, paola, made_from=often, state=state)
    told = [(one.promise, one.times_sent, one.times_taken) for one in offers.library(bakery)]  # type: ignore[attr-defined]
    assert told == [("Often", 3, 2), (never.promise, 0, 0)]


@pytest.mark.parametrize(
    ("price", "cost", "hours", "taken", "rate", "left", "an_hour"),
    [
        (9500, 850, "2", None, None, 8650, 4300),
        (9500, 850, "2", "2.5", 3333, 317, 3500),
        (9500, 0, "0", None, 4000, 9500, None),
        (5000, 6000, "1", None, None, -1000, -1000),
        (10000, 0, "1.5", None, 3333, 5000, 6700),
    ],
)
def test_profit_is_price_less_cost_less_hours(  # noqa: PLR0917 -- a table
    price: int,
    cost: int,
    hours: str,
    taken: str | None,
    rate: int | None,
    left: int,
    an_hour: int | None,
) -> None:
    offer = Offer(
        price_cents=price,
        cost_cents=cost,
        hours=Decimal(hours),
        hours_taken=Decimal(taken) if taken else None,
        currency="EUR",
    )
    found = offers.profit(offer, rate)
    assert found.left == Money(left, "EUR")
    assert found.an_hour == (None if an_hour is None else Money(an_hour, "EUR"))
    assert found.is_loss == (left < 0)
    assert found.counts_hours == (rate is not None)


def test_money_without_cents_has_its_own_profit() -> None:
    offer = Offer(price_cents=9000, hours=Decimal(2), currency="JPY")
    assert offers.profit(offer, None).an_hour == Money(4500, "JPY")


def test_what_is_usual_is_said_from_three_on(bakery: Business, paola: Person) -> None:
    for price in (9000, 30000):
        make_offer(bakery, paola, state="delivered", price_cents=price)
    assert offers.usual_offer(bakery) is None
    make_offer(bakery, paola, state="accepted", price_cents=12000)
    make_offer(bakery, paola, state="sent", price_cents=1)
    assert offers.usual_offer(bakery) == Money(12000, "EUR")


def test_the_measures_are_kept_changed_and_undone(bakery: Business, anna: User) -> None:
    assert offers.hour_cents(bakery) is None
    assert offers.usual_job(bakery) is None
    change = offers.measure(bakery, hour_cents=4000, job_cents=None, by=anna)
    assert offers.hour_cents(bakery) == 4000
    assert offers.usual_job(bakery) is None
    offers.measure(bakery, hour_cents=4000, job_cents=90000, by=anna)
    assert offers.usual_job(bakery) == Money(90000, "EUR")
    assert change
    change.undo(by=anna)
    assert offers.hour_cents(bakery) is None


def test_whoever_has_an_offer_is_not_asked_for_another(
    bakery: Business, paola: Person, anna: User
) -> None:
    make_opportunity(bakery, paola, stage=3)
    luca = make_person(bakery, "Luca Ferri")
    make_opportunity(bakery, luca, stage=3)
    make_opportunity(bakery, make_person(bakery, "Far Away"), stage=1)
    make_sent(bakery, paola, by=anna)
    assert offers.whom_to_ask(bakery, 5) == [luca]


def kinds(business: Business, on: Any = None) -> list[str]:
    return [one.kind for one in offers.suggestions(business, on or today())]


def test_an_answer_is_asked_for_after_three_days(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    assert kinds(bakery, in_days(2)) == []
    assert kinds(bakery, in_days(3)) == ["answered"]
    assert kinds(bakery, in_days(15)) == [], "its day is over"
    assert list(offers.suggestions(bakery, in_days(3), only=offer.pk + 1)) == []


def test_a_yes_asks_for_a_day_and_a_delivery_for_its_worth(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    offer.note_answer(says_yes=True, by=anna)
    assert kinds(bakery) == ["agree"]
    assert kinds(bakery, in_days(-1)) == []
    offer.deliver(today(), by=anna)
    assert kinds(bakery, in_days(6)) == []
    found = list(offers.suggestions(bakery, in_days(7)))
    assert [(one.kind, one.since, one.due) for one in found] == [("worth", today(), in_days(7))]
    offer.value("Lovely.", by=anna)
    assert kinds(bakery, in_days(7)) == []


def test_who_asked_not_to_be_contacted_is_not_suggested(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    offer.note_answer(says_yes=True, by=anna)
    paola.change(by=anna, what="note_consent", consent=Consent.REFUSED)
    assert kinds(bakery) == []


def test_they_stand_among_all_suggestions_and_are_found_again(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    offer.note_answer(says_yes=True, by=anna)
    found = [one for one in suggesting.suggestions(bakery, today()) if one.kind == "agree"]
    assert str(found[0].words) == f"Agree with Paola on a day for “{offer.promise}”"
    assert "Paola said yes on" in str(found[0].why)
    again = suggesting.suggestion(bakery, today(), found[0].key)
    assert again
    assert again.person == paola


def test_evidence_of_another_kind_is_left_alone(
    bakery: Business, paola: Person, anna: User
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    assert offer.opportunity
    offer.opportunity.evidence.create(
        business=bakery, kind="talked", stage=3, on=today(), key="talked:touch"
    )
    offer.withdraw(by=anna)
    assert [row.kind for row in offer.opportunity.evidence.all()] == ["talked"]


def test_the_day_of_a_yes_is_that_of_the_business(bakery: Business, paola: Person) -> None:
    late = timezone.now().replace(hour=23, minute=30) - timedelta(days=2)
    offer = make_offer(bakery, paola, state="sent", sent_at=late)
    found = list(offer_evidence.shown_by([offer], bakery))
    assert [one.on for one in found] == [late.date() + timedelta(days=1)]


def test_the_history_tells_money_with_its_currency(bakery: Business, anna: User) -> None:
    """Also where the business has changed to another since."""
    offer = make_offer(bakery, by=anna, currency="CHF", price_cents=9500)
    bakery.settle(by=anna, currency="EUR")
    offer.change(by=anna, what="correct", price_cents=8000)
    change = bakery.changes.of("steps.offer", str(offer.pk)).latest("pk")
    (price,) = change.differences()
    assert (price.before, price.after) == ("CHF\xa095", "CHF\xa080")
    change.undo(by=anna)
    offer.refresh_from_db()
    assert (offer.price_cents, offer.currency) == (9500, "CHF")
    yardstick = Yardstick.add(by=anna, business=bakery, hour_cents=4550)
    (hour,) = bakery.changes.of("steps.yardstick", str(yardstick.pk)).latest("pk").differences()
    assert hour.after == "€45.50"
