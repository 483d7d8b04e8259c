"""Which few of all suggestions are Today, and that what was shown is kept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.steps.models import Opportunity
from passo.today import choosing, jobs, keeping, weights
from tests.introductions_world import make_contribution, make_introduction
from tests.people_world import make_person, make_signal, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import make_offer, make_opportunity, make_step
from tests.world import Visitor, make_member, words_of


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def walk(business: Business, name: str, stage: int, **values: object) -> Opportunity:
    person = make_person(business, name)
    make_touch(business, person, at=timezone.now() - timedelta(days=20))
    return make_opportunity(business, person, stage=stage, began=stage, **values)


def chosen(business: Business, today: date, **wish: int) -> list[str]:
    return [str(one.one.words) for one in choosing.choose(business, today, **wish).offered]


def test_a_business_without_anybody_has_nothing_to_do(bakery: Business, today: date) -> None:
    choice = choosing.choose(bakery, today)
    assert (choice.offered, choice.resting, choice.minutes) == ([], 0, 0)


def test_what_is_promised_and_due_comes_before_what_could_be_done(
    bakery: Business, today: date
) -> None:
    walk(bakery, "Giulia Ferri", 3)
    promised = walk(bakery, "Claudia Serra", 3)
    make_step(bakery, promised.person, words="Send the price", on=today, promise="ours")
    assert chosen(bakery, today)[0] == "Send the price"


def test_a_word_given_for_today_is_kept_however_little_it_is_worth(
    bakery: Business, today: date
) -> None:
    for number in range(5):
        walk(bakery, f"Ada Uno{number}", 3, worth_cents=900_000)
    for words in ("Bring the fuse", "Bring the lamp", "Bring the key"):
        person = make_person(bakery, words)
        make_step(bakery, person, words=words, minutes=4, on=today - timedelta(days=1))
    found = chosen(bakery, today)
    assert set(found[:3]) == {"Bring the fuse", "Bring the lamp", "Bring the key"}
    assert len(found) == 4


def test_who_complained_is_called_before_all_that_is_worth_more(
    bakery: Business, today: date
) -> None:
    for number in range(5):
        walk(bakery, f"Ada Uno{number}", 3, worth_cents=900_000)
    touch = make_mail(
        bakery, make_person(bakery, "Luca Ferri"), at=timezone.now() - timedelta(days=2)
    )
    make_signal(touch, "complaint", quote="The light is still broken.")
    assert chosen(bakery, today)[0] == "Call Luca before anything else"


def test_who_complained_is_called_also_where_promises_would_fill_all_the_minutes(
    bakery: Business, today: date
) -> None:
    for words in ("Bring the fuse", "Bring the lamp", "Bring the key"):
        person = make_person(bakery, words)
        make_step(bakery, person, words=words, minutes=10, on=today - timedelta(days=1))
    touch = make_mail(
        bakery, make_person(bakery, "Luca Ferri"), at=timezone.now() - timedelta(days=2)
    )
    make_signal(touch, "complaint", quote="The light is still broken.")
    found = chosen(bakery, today, minutes=30)
    assert found[0] == "Call Luca before anything else"
    assert len(found) == 3


def test_who_asked_is_answered_before_anything_is_asked_of_them(
    bakery: Business, today: date
) -> None:
    """Also the third of them: for variety's sake nobody is offered something instead."""
    for name in ("Ada", "Bea", "Cleo"):
        person = walk(bakery, f"{name} Uno", 3).person
        mail = make_mail(bakery, person, at=timezone.now() - timedelta(days=8))
        make_signal(mail, quote="When do you come?")
    answers = {"Answer Ada", "Answer Bea", "Answer Cleo"}
    assert set(chosen(bakery, today, minutes=90)) == answers


def test_what_is_worth_more_comes_first(bakery: Business, today: date) -> None:
    walk(bakery, "Ada Uno", 3, worth_cents=20_000)
    walk(bakery, "Bea Due", 3, worth_cents=900_000)
    assert chosen(bakery, today) == ["Make Bea a small offer", "Make Ada a small offer"]


def test_whoever_wants_clients_first_waits_behind_others(bakery: Business, today: date) -> None:
    walk(bakery, "Ada Uno", 3, worth_cents=500_000, wants_clients_first=True)
    walk(bakery, "Bea Due", 3, worth_cents=400_000)
    assert chosen(bakery, today)[0] == "Make Bea a small offer"


def test_only_what_fits_into_the_minutes_is_chosen(bakery: Business, today: date) -> None:
    for name in ("Ada Uno", "Bea Due", "Cleo Tre", "Dea Quattro"):
        walk(bakery, name, 3)
    choice = choosing.choose(bakery, today, minutes=25)
    assert choice.minutes <= 25
    assert len(choice.offered) == 2
    assert choice.resting == 2


def test_never_more_than_five_unless_asked(bakery: Business, today: date) -> None:
    for number in range(8):
        walk(bakery, f"Ada Uno{number}", 1 + number % 6)
    assert len(chosen(bakery, today, minutes=600)) == 5
    assert len(chosen(bakery, today, minutes=600, at_most=choosing.ALL)) == 8


def test_whoever_asks_for_all_sees_also_what_rests(
    client_of: Callable[[User], Visitor], anna: User, bakery: Business, today: date
) -> None:
    """Somebody we wrote to a moment ago is no step of today, and still an idea."""
    walk(bakery, "Giulia Ferri", 3)
    olga = make_person(bakery, "Olga Poco")
    make_touch(bakery, olga, at=timezone.now() - timedelta(minutes=5), direction="out")
    make_opportunity(bakery, olga, stage=6, began=6)
    choice = choosing.choose(bakery, today)
    assert (len(choice.offered), choice.resting, len(choice.rest)) == (1, 1, 1)
    browser, home = client_of(anna), reverse("today", args=[bakery.slug])
    assert "Agree with Olga" not in words_of(browser.get(home))
    assert "Agree with Olga" in words_of(browser.get(home, {"all": ""}))


def test_the_effect_tells_a_chance_and_what_is_at_stake(bakery: Business, today: date) -> None:
    walk(bakery, "Ada Uno", 3, worth_cents=540_050)
    (one,) = choosing.choose(bakery, today).offered
    assert one.effect.startswith("About one in ")
    assert one.effect.endswith("leads on to “Small offer”. At stake: about €5,400.")


def test_what_succeeded_and_what_it_took_is_learned(
    bakery: Business, anna: User, today: date
) -> None:
    climbed = walk(bakery, "Ada Uno", 3)
    climbed.move(4, by=anna)
    stands = walk(bakery, "Bea Due", 3)
    Opportunity.objects.filter(pk=stands.pk).update(moved_at=timezone.now() - timedelta(days=60))
    make_step(bakery, stands.person, opportunity=stands, verb="offer").finish(by=anna, minutes=30)
    bakery.steps.update(done_at=timezone.now() - timedelta(days=10))
    make_touch(bakery, stands.person, direction="in", at=timezone.now() - timedelta(days=8))
    make_offer(bakery, climbed.person, state="delivered", cost_cents=1_500)
    told = weights.history(bakery, timezone.now())
    assert told.tries[0].tolist() == [0, 0, 2, 0, 0, 0]
    assert told.climbs[0].tolist() == [0, 0, 1, 0, 0, 0]
    assert (told.margins[0], told.purchases[0]) == (80.0, 1.0)
    assert (told.planned[2], told.spent[2]) == (12.0, 30.0)


def test_a_word_owed_to_somebody_on_the_path_weighs_as_the_way_does(
    bakery: Business, today: date
) -> None:
    way = walk(bakery, "Ada Uno", 5, worth_cents=100_000)
    make_step(bakery, way.person, words="Bring the lamps", on=today, promise="ours")
    found = {str(one.words): one for one in choosing.choose(bakery, today).found}
    assert found["Bring the lamps"].stage == 5


def test_what_was_shown_is_kept_once_a_day(bakery: Business, anna: User, today: date) -> None:
    for name in ("Ada Uno", "Bea Due"):
        walk(bakery, name, 3)
    choice = choosing.choose(bakery, today, minutes=12)
    for _look in range(2):
        keeping.remember(bakery, anna, today, choice)
    assert sorted(bakery.shown.values_list("place", flat=True)) == [0, 1]
    keeping.remember(bakery, anna, today, choosing.choose(bakery, today, minutes=60))
    assert sorted(bakery.shown.values_list("place", flat=True)) == [1, 2]
    bakery.shown.update(on=today - timedelta(days=800))
    jobs.forget_old.func()
    assert not bakery.shown.exists()


def test_today_shows_them_and_done_makes_room(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    bakery.settle(by=anna, sentence="Bread that lasts until Friday.")
    walk(bakery, "Ada Uno", 3)
    browser, address = client_of(anna), reverse("today", args=[bakery.slug])
    page = browser.get(address)
    assert "Make Ada a small offer" in words_of(page)
    shown = bakery.shown.get(place=1)
    done = reverse("step_done", kwargs={"slug": bakery.slug, "suggestion_key": shown.key})
    assert "Done: “Make Ada a small offer”" in words_of(browser.post(done, follow=True))
    assert shown.key.replace(":", "-") not in browser.get(address).content.decode()


def test_the_minutes_one_has_are_remembered(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    browser, address = client_of(anna), reverse("today", args=[bakery.slug])
    browser.get(address, {"minutes": "10"})
    page = browser.get(address).content.decode()
    assert '<a class="chip" href="?minutes=10" aria-current="true">' in page
    browser.get(address, {"minutes": "a thousand"})
    assert 'href="?minutes=10" aria-current="true"' in browser.get(address).content.decode()


def test_a_viewer_sees_why_and_cannot_act(
    bakery: Business, vera: User, client_of: Callable[[User], Visitor]
) -> None:
    walk(bakery, "Ada Uno", 3)
    page = client_of(vera).get(reverse("today", args=[bakery.slug])).content.decode()
    assert "Make Ada a small offer" in page
    assert "/done/" not in page


def test_what_is_handed_over_is_in_the_others_today(
    bakery: Business, anna: User, today: date
) -> None:
    ben = make_member(bakery, "Ben Rossi").user
    step = make_step(bakery, make_person(bakery, "Ada Uno"), words="Call Ada", on=today)
    step.hand_over(ben, by=anna)
    assert "Call Ada" not in [
        str(one.words) for one in choosing.choose(bakery, today, user=anna).found
    ]
    assert "Call Ada" in [str(one.words) for one in choosing.choose(bakery, today, user=ben).found]


def test_whoever_heard_from_us_a_few_days_ago_is_left_in_peace_and_counted(
    bakery: Business, today: date
) -> None:
    for name, days in (("Ada Uno", 3), ("Bea Due", 8)):
        way = walk(bakery, name, 3)
        make_mail(bakery, way.person, at=timezone.now() - timedelta(days=days), direction="out")
        make_mail(bakery, way.person, at=timezone.now() - timedelta(days=days - 2))
    choice = choosing.choose(bakery, today)
    assert [str(one.one.words) for one in choice.offered] == ["Make Bea a small offer"]
    assert (choice.resting, choice.in_peace) == (1, 1)


def test_introductions_have_their_place_in_today(bakery: Business, today: date, anna: User) -> None:
    """Who waits for us first; also what only asks for a line."""
    walk(bakery, "Claudia Serra", 3)
    names = ("Giulia Ferri", "Sara Villa", "Leo Otto")
    giulia, sara, leo = (make_person(bakery, name) for name in names)
    days = {giulia: 3, sara: 20}
    for person, ago in days.items():
        broker = make_person(bakery, f"Paola {person.family or person.name}")
        day = today - timedelta(days=ago)
        make_introduction(
            bakery, person, broker=broker, state="introduced", introduced_on=day, asked_on=day
        )
    make_touch(bakery, sara, at=timezone.now() - timedelta(days=15), kind="mail", direction="out")
    make_introduction(bakery, leo, broker=make_person(bakery, "Rita Sassi"), by=anna)
    make_contribution(bakery, make_person(bakery, "Ida Nove"), is_given=False, on=today)
    found = chosen(bakery, today, minutes=60, at_most=20)
    assert set(found) >= {
        "Write to Giulia: Paola introduced you",
        "Did you meet Sara?",
        "Ask Rita to introduce you to Leo",
        "Thank Ida for the advice",
    }
    assert found.index("Write to Giulia: Paola introduced you") < found.index("Did you meet Sara?")


def test_how_often_asking_brings_an_introduction_is_learned(
    bakery: Business, today: date, anna: User
) -> None:
    now = timezone.now()
    asked_on = today - timedelta(days=60)
    for number, state in enumerate(("introduced", "thanked", "rests", "asked", "withdrawn")):
        target, broker = (make_person(bakery, f"{name}{number}") for name in ("Ada U", "Bea D"))
        make_introduction(bakery, target, broker=broker, state=state, asked_on=asked_on)
    old = make_introduction(bakery, make_person(bakery, "Leo Otto"), state="rests")
    bakery.introductions.filter(pk=old.pk).update(asked_on=today - timedelta(days=900))
    found = weights.history(bakery, now)
    assert (found.asked, found.introduced) == (3, 2)
