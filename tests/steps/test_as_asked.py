"""How they asked to be treated: later, elsewhere, not at all; and who introduced us is thanked."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from passo.businesses.models import Business, User
from passo.people import ties
from passo.people.models import Person
from passo.steps import climbing, doing, drafts, proposing, suggesting, verbs
from passo.steps.suggestions.suggestion import Suggestion
from tests.people_world import NOW, make_person, make_signal, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import TODAY, make_offer, make_opportunity

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@ferri.example")


def kinds(business: Business, today: date = TODAY) -> set[str]:
    return {one.kind for one in suggesting.suggestions(business, today)}


def found(business: Business, kind: str, today: date = TODAY) -> list[Suggestion]:
    return [one for one in suggesting.suggestions(business, today) if one.kind == kind]


def test_not_before_march_rests_until_then_and_comes_on_the_day(
    bakery: Business, luca: Person, anna: User
) -> None:
    make_opportunity(bakery, luca, stage=3)
    day = TODAY + 14 * DAY
    make_signal(
        make_mail(bakery, luca, days_ago=10),
        "not_before",
        on=day,
        quote="Not before the 4th, please.",
    )
    assert kinds(bakery) == set()
    assert kinds(bakery, day - DAY) == set()
    (one,) = found(bakery, "again", day)
    assert (one.verb, one.waiting_days, one.person) == (verbs.CALL, 0, luca)
    with translation.override("en"):
        assert str(one.words) == "Talk with Luca again"
        assert str(one.why) == (
            "Asked on Tuesday 10 November to wait until now: “Not before the 4th, please.”"
        )
    assert suggesting.suggestion(bakery, day, one.key) == one
    assert kinds(bakery, day) == {"again", "rung"}
    assert kinds(bakery, day + 60 * DAY) == {"rung"}


def test_who_comes_back_earlier_waits_no_more(bakery: Business, luca: Person) -> None:
    make_opportunity(bakery, luca, stage=3)
    make_signal(make_mail(bakery, luca, days_ago=10), "not_before", on=TODAY + 14 * DAY)
    make_touch(bakery, luca, kind="call", direction="in", days_ago=2)
    assert kinds(bakery) == {"rung"}


def test_who_was_spoken_to_on_the_day_is_not_called_again(bakery: Business, luca: Person) -> None:
    make_signal(make_mail(bakery, luca, days_ago=10), "not_before", on=TODAY - 3 * DAY)
    assert len(found(bakery, "again")) == 1
    make_touch(bakery, luca, kind="call", direction="out", days_ago=1)
    luca.refresh_from_db()
    ties.refresh(bakery, [luca.pk])
    assert found(bakery, "again") == []


@pytest.mark.parametrize(
    ("on", "until"), [(TODAY + 3 * DAY, 4), (None, 4)], ids=["with a day", "without"]
)
def test_who_is_away_is_not_written_to_until_they_are_back(
    bakery: Business, luca: Person, on: date | None, until: int
) -> None:
    make_opportunity(bakery, luca, stage=3)
    ours = make_mail(bakery, luca, direction="out", days_ago=3)
    make_signal(ours, "out_of_office", on=on, is_ours=False, address="luca@ferri.example")
    assert kinds(bakery) == set()
    assert kinds(bakery, TODAY + (until - 1) * DAY) == set()
    assert kinds(bakery, TODAY + until * DAY) == {"rung"}


def test_whose_every_address_is_dead_is_found_out_about_once_and_not_written_to(
    bakery: Business, luca: Person, anna: User
) -> None:
    make_opportunity(bakery, luca, stage=2)
    ours = make_mail(bakery, luca, direction="out", days_ago=3)
    make_signal(ours, "bounce", is_ours=False, address="luca@ferri.example")
    assert drafts.ways_to(luca).mails == ()
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.kind, one.verb) == ("address", verbs.RESEARCH)
    with translation.override("en"):
        assert str(one.why) == "Your mail of Tuesday 17 November did not reach luca@ferri.example."
    assert suggesting.suggestion(bakery, TODAY, one.key) == one
    doing.finish(one, business=bakery, by=anna)
    assert kinds(bakery) == set()
    make_mail(bakery, luca, days_ago=1)
    assert drafts.ways_to(luca).mails == ("luca@ferri.example",)
    assert kinds(bakery) == {"rung"}


def test_a_mail_that_came_back_is_no_matter_where_another_address_is_known(
    bakery: Business, luca: Person
) -> None:
    luca.contact_points.create(
        business=bakery, kind="mail", value="luca@casa.example", said="luca@casa.example"
    )
    ours = make_mail(bakery, luca, direction="out", days_ago=3)
    make_signal(ours, "bounce", is_ours=False, address="luca@ferri.example")
    assert kinds(bakery) == set()
    assert drafts.ways_to(luca).mails == ("luca@casa.example",)


def test_who_has_a_phone_can_still_be_reached(bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri", mail="luca@ferri.example", phone="+39 347 1234567")
    make_opportunity(bakery, luca, stage=2)
    ours = make_mail(bakery, luca, direction="out", days_ago=3)
    make_signal(ours, "no_longer_here", is_ours=False, address="luca@ferri.example")
    assert kinds(bakery) == {"address", "rung"}


def test_who_tells_that_somebody_left_is_asked_who_is_there_now(
    bakery: Business, luca: Person
) -> None:
    make_signal(
        make_mail(bakery, luca, days_ago=10), "no_longer_here", quote="I no longer work here."
    )
    (one,) = found(bakery, "address")
    assert str(one.words) == "Ask Luca who is the right person now"
    assert "from luca@ferri.example: “I no longer work here.”" in str(one.why)
    assert drafts.ways_to(luca).mails == ("luca@ferri.example",), "a person wrote it from there"
    luca.change(by=None, what="correct", consent="refused")
    assert found(bakery, "address") == []


@pytest.mark.parametrize(
    ("kind", "suggested", "words", "verb"),
    [
        ("introduction_made", "thank", "Thank Davide for the introduction", verbs.THANK),
        (
            "introduction_offered",
            "offered",
            "Answer Davide, who offers to introduce you",
            verbs.ANSWER,
        ),
    ],
)
def test_who_introduces_is_thanked_or_answered_until_they_hear_from_us(
    bakery: Business, kind: str, suggested: str, words: str, verb: str
) -> None:
    davide = make_person(bakery, "Davide Monti")
    make_signal(make_mail(bakery, davide, days_ago=10), kind, quote="You should meet Elisa.")
    (one,) = found(bakery, suggested)
    assert (str(one.words), one.verb) == (words, verb)
    assert "“You should meet Elisa.”" in str(one.why)
    assert suggesting.suggestion(bakery, TODAY, one.key) == one
    make_touch(bakery, davide, kind="mail", direction="out", days_ago=1)
    assert kinds(bakery) == set()


def test_an_introduction_is_thanked_for_once(bakery: Business) -> None:
    davide, elisa = make_person(bakery, "Davide Monti"), make_person(bakery, "Elisa Corsi")
    touch = make_mail(bakery, davide, elisa, direction="both", days_ago=10)
    touch.participations.filter(person=davide).update(direction="in")
    make_signal(touch, "introduction_made", is_ours=False)
    walk = make_opportunity(bakery, elisa)
    climbing.add_evidence(walk, "introduced", on=TODAY - 5 * DAY, key="t", touch=touch)
    (one,) = found(bakery, "thank")
    assert str(one.words) == "Thank Davide for the introduction to Elisa"


def test_who_says_no_is_not_proposed_until_they_come_again(bakery: Business, luca: Person) -> None:
    make_touch(bakery, luca, kind="visit", direction="both", days_ago=40)
    bakery.people.filter(pk=luca.pk).update(warmth="warm", strength=0.6)
    make_signal(make_mail(bakery, luca, days_ago=10), "refusal", quote="We are not interested.")
    assert proposing.propose(bakery) == 0
    assert proposing.would_propose(bakery, TODAY) == []
    make_mail(bakery, luca, days_ago=1)
    assert proposing.propose(bakery) == 1


def test_clients_first_is_marked_once_and_never_against_the_owners_word(
    bakery: Business, luca: Person, anna: User
) -> None:
    walk = make_opportunity(bakery, luca, stage=2)
    signal = make_signal(
        make_mail(bakery, luca, days_ago=10),
        "clients_first",
        quote="Come back when you have clients.",
    )
    proposing.look_again(bakery)
    walk.refresh_from_db()
    assert walk.wants_clients_first
    walk.mark_clients_first(is_so=False, by=anna)
    proposing.look_again(bakery)
    walk.refresh_from_db()
    assert not walk.wants_clients_first
    assert signal.quote


def test_thanks_after_a_delivery_say_what_it_was_worth(bakery: Business, luca: Person) -> None:
    walk, other = make_opportunity(bakery, luca, stage=4), make_opportunity(bakery, luca, stage=2)
    before = make_mail(bakery, luca, days_ago=20)
    make_signal(before, "praise", quote="What a fine offer.")
    make_offer(bakery, luca, opportunity=walk, state="delivered", delivered_on=TODAY - 12 * DAY)
    proposing.look_again(bakery)
    assert not bakery.evidence.filter(kind="valued").exists()
    after = make_mail(bakery, luca, days_ago=10)
    make_signal(after, "thanks", quote="Thank you, the stairs are bright now.")
    proposing.look_again(bakery)
    (row,) = bakery.evidence.filter(kind="valued")
    assert (row.opportunity, row.touch, row.words) == (
        walk,
        after,
        "Thank you, the stairs are bright now.",
    )
    other.refresh_from_db()
    assert other.shown_stage < 5


def test_before_a_delivery_only_praise_is_about_the_thing(bakery: Business, luca: Person) -> None:
    walk = make_opportunity(bakery, luca, stage=4)
    make_offer(bakery, luca, opportunity=walk, state="accepted", answered_at=NOW - 12 * DAY)
    make_signal(make_mail(bakery, luca, days_ago=10), "thanks")
    proposing.look_again(bakery)
    assert not bakery.evidence.filter(kind="valued").exists()
    make_signal(make_mail(bakery, luca, days_ago=4), "praise")
    proposing.look_again(bakery)
    assert bakery.evidence.filter(kind="valued").exists()


def test_a_refusal_alone_is_no_interest_and_an_introduction_is_one(
    bakery: Business, luca: Person
) -> None:
    walk = make_opportunity(bakery, luca)
    make_signal(make_mail(bakery, luca, days_ago=20), "refusal")
    proposing.look_again(bakery)
    assert not walk.evidence.exists()
    elisa = make_person(bakery, "Elisa Corsi")
    touch = make_mail(bakery, luca, elisa, direction="both", days_ago=10)
    touch.participations.filter(person=elisa).update(direction="in")
    make_signal(touch, "introduction_made", is_ours=False)
    proposing.look_again(bakery)
    assert [row.kind for row in walk.evidence.all()] == ["introduced"]
