"""What was asked and promised in mails: it waits until somebody has seen to it, by any way."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import translation

from passo.businesses.models import Business, User
from passo.engine.signals import read_signals
from passo.people.demo.mails import messages
from passo.people.models import Person
from passo.steps import doing, suggesting, verbs
from passo.steps.models.step import Reason
from passo.steps.suggestions.suggestion import Suggestion
from passo.today import demo
from tests.people_world import make_organisation, make_person, make_signal, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import TODAY, make_opportunity

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@ferri.example")


def found(business: Business, *kinds: str, today: date = TODAY) -> list[Suggestion]:
    return [one for one in suggesting.suggestions(business, today) if one.kind in kinds]


ASKED = {
    "en": "Hello, could you send me a price for three chargers?",
    "it": "Buongiorno, potrebbe mandarmi un prezzo per tre colonnine?",
    "de": "Guten Tag, könnten Sie mir einen Preis für drei Ladesäulen schicken?",
    "es": "Buenos días, ¿podría mandarme un precio para tres cargadores?",
}


@pytest.mark.parametrize("language", ASKED)
def test_a_question_waits_with_its_words_and_its_day(
    bakery: Business, luca: Person, language: str
) -> None:
    touch = make_mail(bakery, luca, text=ASKED[language], language=language)
    (one,) = found(bakery, "reply")
    assert (one.person, one.verb, one.about, one.waiting_days) == (
        luca,
        verbs.ANSWER,
        touch.pk,
        4,
    )
    assert one.key == f"reply:{luca.pk}:{touch.pk}"
    assert one.quote
    assert one.quote in ASKED[language]
    assert one.certainty > 0.7
    with translation.override("en"):
        assert str(one.words) == "Answer Luca"
        assert str(one.why) == f"Asked on Monday 16 November: “{one.quote}”"


LAST_WORDS = {
    "thanks": "Grazie mille!",
    "vielen Dank": "Vielen Dank, das passt so.",
    "refusal": "Thank you, but we are not interested.",
    "away": "I am out of the office until 30 November.",
    "nothing": "Here are the plans of the house.",
}


@pytest.mark.parametrize("text", LAST_WORDS.values(), ids=LAST_WORDS)
def test_a_last_mail_that_asks_nothing_waits_for_nothing(
    bakery: Business, luca: Person, text: str
) -> None:
    make_mail(bakery, luca, text=text)
    assert found(bakery, "reply", "complaint") == []


ANSWERS: dict[str, dict[str, Any]] = {
    "a mail": {"kind": "mail", "direction": "out"},
    "a call of ours": {"kind": "call", "direction": "out"},
    "a call of theirs": {"kind": "call", "direction": "in"},
    "a visit": {"kind": "visit", "direction": "both"},
    "a message": {"kind": "message", "direction": "out"},
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_by_any_way_settles_it(
    bakery: Business, luca: Person, answer: dict[str, Any]
) -> None:
    make_mail(bakery, luca, text=ASKED["en"])
    make_touch(bakery, luca, days_ago=2, **answer)
    assert found(bakery, "reply") == []


def test_what_a_machine_of_ours_wrote_settles_nothing(bakery: Business, luca: Person) -> None:
    make_mail(bakery, luca, text=ASKED["en"])
    make_mail(
        bakery,
        luca,
        text="I am out of the office until 30 November.",
        direction="out",
        days_ago=3.9,
    )
    assert len(found(bakery, "reply")) == 1


def test_who_takes_the_question_back_waits_no_more(bakery: Business, luca: Person) -> None:
    make_mail(bakery, luca, text=ASKED["en"])
    make_mail(bakery, luca, text="Never mind, I found it.", days_ago=3)
    assert found(bakery, "reply") == []


@pytest.mark.parametrize(("others", "waits"), [(1, 0), (25, 1)], ids=["small firm", "large firm"])
def test_a_colleague_may_answer_for_a_small_firm_and_not_for_a_large_one(
    bakery: Business, others: int, waits: int
) -> None:
    firm = make_organisation(bakery, "Ferri")
    luca = make_person(bakery, "Luca Ferri", organisation=firm)
    mates = [make_person(bakery, f"Mate {number}", organisation=firm) for number in range(others)]
    asked = make_mail(bakery, luca, text=ASKED["en"])
    told = make_mail(bakery, mates[0], text="Here is the price.", direction="out", days_ago=2)
    bakery.touches.filter(pk__in=(asked.pk, told.pk)).update(thread="chargers")
    assert len(found(bakery, "reply")) == waits


def test_a_question_of_today_of_long_ago_or_to_many_is_left_alone(bakery: Business) -> None:
    for name, values in {"A": {"days_ago": 0.1}, "B": {"days_ago": 70}, "C": {}}.items():
        touch = make_mail(bakery, make_person(bakery, name), text=ASKED["en"], **values)
    touch.participations.update(size=40)
    assert found(bakery, "reply") == []


def test_who_asked_not_to_be_contacted_or_is_left_out_is_not_suggested(
    bakery: Business, luca: Person
) -> None:
    make_mail(bakery, luca, text=ASKED["en"])
    luca.change(by=None, what="correct", consent="refused")
    assert found(bakery, "reply") == []


def test_of_what_one_noted_oneself_it_is_not_known_whether_it_asks(
    bakery: Business, luca: Person
) -> None:
    make_touch(bakery, luca, kind="message", direction="in", days_ago=4, subject="3 chargers?")
    (one,) = found(bakery, "reply")
    assert one.certainty < 0.5
    assert str(one.words) == "Does Luca wait for your answer?"
    assert str(one.why) == "Luca wrote last, 4 days ago, about “3 chargers?”."


def test_a_note_that_says_what_to_do_is_no_question(bakery: Business, luca: Person) -> None:
    make_touch(bakery, luca, kind="letter", direction="in", step="Thank Luca", step_on=TODAY)
    assert found(bakery, "reply") == []


def test_a_complaint_is_called_about_before_anything_else_is_asked(
    bakery: Business, luca: Person, anna: User
) -> None:
    make_opportunity(bakery, luca, stage=3)
    make_mail(bakery, luca, text=ASKED["en"], days_ago=9)
    make_mail(bakery, luca, text="The light is still broken, I am not happy with that.")
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.kind, one.verb) == ("complaint", verbs.CALL)
    assert str(one.words) == "Call Luca before anything else"
    doing.drop(one, Reason.DONE_ALREADY, business=bakery, today=TODAY, by=anna)
    assert {one.kind for one in suggesting.suggestions(bakery, TODAY)} == {"reply", "rung"}


def test_a_complaint_that_was_answered_is_over(bakery: Business, luca: Person) -> None:
    make_mail(bakery, luca, text="The light is still broken, I am not happy with that.")
    make_touch(bakery, luca, kind="call", direction="both", days_ago=1)
    assert found(bakery, "complaint") == []


PROMISED = {
    "en": "I'll send you the quote by Monday.",
    "it": "Le mando il preventivo entro lunedì.",
    "de": "Ich schicke Ihnen das Angebot bis Montag.",
    "es": "Le mando el presupuesto antes del lunes.",
}


@pytest.mark.parametrize("language", PROMISED)
def test_what_we_promised_is_shown_with_its_day_and_words(
    bakery: Business, luca: Person, language: str
) -> None:
    touch = make_mail(
        bakery, luca, text=PROMISED[language], direction="out", days_ago=2, language=language
    )
    (one,) = found(bakery, "promise")
    assert (one.person, one.promise, one.verb, one.due, one.due_days) == (
        luca,
        "ours",
        verbs.SEND,
        date(2026, 11, 23),
        3,
    )
    assert one.key == f"promise:{luca.pk}:{touch.pk}-20261123"
    with translation.override("en"):
        assert str(one.words) == "Send Luca what you promised"
        assert str(one.why) == f"Promised for Monday 23 November. You wrote: “{one.quote}”"


def test_what_they_promised_is_asked_after_once_its_day_is_past(
    bakery: Business, luca: Person
) -> None:
    make_mail(bakery, luca, text=PROMISED["en"], days_ago=2)
    assert found(bakery, "promised", today=TODAY + 3 * DAY) == []
    (one,) = found(bakery, "promised", today=TODAY + 4 * DAY)
    assert (one.promise, one.verb, one.due_days) == ("theirs", verbs.ASK, -1)
    assert "Luca wrote: “I'll send you" in str(one.why)
    assert found(bakery, "promised", today=TODAY + 30 * DAY) == []


def test_a_promise_that_was_kept_is_not_shown(bakery: Business, luca: Person) -> None:
    make_mail(bakery, luca, text=PROMISED["en"], direction="out", days_ago=4)
    make_mail(bakery, luca, text="Here is the quote, enclosed.", direction="out", days_ago=3)
    assert found(bakery, "promise") == []


def test_a_promise_without_a_day_is_shown_for_a_month(bakery: Business, luca: Person) -> None:
    make_mail(bakery, luca, text="I'll let you know.", direction="out", days_ago=3)
    (one,) = found(bakery, "promise")
    assert (one.due, one.due_days) == (None, None)
    assert str(one.why).startswith("You wrote on Tuesday 17 November: “I'll let you know")
    assert found(bakery, "promise", today=TODAY + 40 * DAY) == []


def test_what_was_promised_to_several_is_open_only_while_it_is_with_each(
    bakery: Business, luca: Person
) -> None:
    elisa = make_person(bakery, "Elisa Corsi")
    make_mail(bakery, luca, elisa, text=PROMISED["en"], direction="out", days_ago=2)
    (one,) = found(bakery, "promise")
    assert one.person == luca
    make_mail(bakery, elisa, text="Here is the quote.", direction="out", days_ago=1)
    assert found(bakery, "promise") == []


def test_a_promise_to_pay_is_left_to_whoever_keeps_payments(bakery: Business, luca: Person) -> None:
    touch = make_mail(bakery, luca, direction="out")
    make_signal(touch, "promise", deed="pay", on=TODAY, quote="I pay on Friday.")
    assert found(bakery, "promise") == []


@pytest.mark.parametrize("kind", ["reply", "promise"])
def test_it_is_acted_upon_as_anything_else(
    bakery: Business, luca: Person, anna: User, kind: str
) -> None:
    way = {"reply": ("in", ASKED["en"]), "promise": ("out", PROMISED["en"])}[kind]
    make_mail(bakery, luca, direction=way[0], text=way[1], days_ago=2)
    (one,) = found(bakery, kind)
    assert suggesting.suggestion(bakery, TODAY, one.key) == one
    change = doing.put_off(one, TODAY + DAY, business=bakery, today=TODAY, by=anna)
    assert suggesting.suggestions(bakery, TODAY) == []
    step = bakery.steps.get()
    assert (step.made_of, step.about_id, step.promise) == (one.key, one.about, one.promise)
    assert one.quote in step.because
    assert change
    change.undo(by=anna)
    (again,) = found(bakery, kind)
    doing.finish(again, business=bakery, by=anna)
    assert suggesting.suggestions(bakery, TODAY) == []


def test_nothing_of_another_business_is_heard(
    bakery: Business, garage: Business, luca: Person
) -> None:
    make_mail(bakery, luca, text=ASKED["en"])
    assert suggesting.suggestions(garage, TODAY) == []


def test_today_of_the_sample_shows_a_reply_that_is_owed_and_a_promise_of_a_mail() -> None:
    sample = demo.build(None, datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    (beatrice,) = [one for one in found(sample, "reply") if one.quote]
    (ester,) = [one for one in found(sample, "promise") if one.quote]
    assert beatrice.person
    assert ester.person
    assert (beatrice.person.name, ester.person.name) == ("Beatrice Monti", "Ester Magni")
    assert "come and look at the flats next week?" in str(beatrice.why)
    assert (ester.verb, ester.due_days) == (verbs.CALL, 1)


@pytest.mark.parametrize("language", ["en", "it", "de", "es"])
def test_the_mails_of_the_sample_are_understood_in_every_language(language: str) -> None:
    clock = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    with translation.override(language):
        told = [one for one in messages(clock) if one.own_text]
    kinds = [
        (one.kind, one.day)
        for mail in told
        if mail.sent_at
        for one in read_signals(
            mail.own_text, sent_on=mail.sent_at.date(), is_ours=mail.is_sent, language=language
        )
    ]
    assert kinds == [("question", date(2026, 11, 23)), ("promise", date(2026, 11, 21))]


@pytest.mark.parametrize(
    ("who", "days", "count"),
    [("stranger", 13, 1), ("stranger", 15, 0), ("known", 29, 1), ("known", 31, 0)],
)
def test_a_question_is_waited_for_two_weeks_and_longer_by_whom_we_know(
    bakery: Business, luca: Person, who: str, days: int, count: int
) -> None:
    if who == "known":
        make_mail(bakery, luca, direction="out", days_ago=90, text="Here is the price.")
    make_mail(bakery, luca, days_ago=days, text=ASKED["en"])
    assert len(found(bakery, "reply")) == count


@pytest.mark.parametrize(("days", "count"), [(4, 1), (7, 0)])
def test_a_vague_word_is_soon_let_go(bakery: Business, luca: Person, days: int, count: int) -> None:
    touch = make_mail(bakery, luca, direction="out", days_ago=days)
    make_signal(touch, "promise", on=touch.at.date(), deed="do")
    assert len(found(bakery, "promise")) == count
