"""From the draft to the thanks, on the pages; by Passo's own mail and by the owner's program."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import asking
from passo.introductions.models import Ask, Introduction
from passo.introductions.models.introduction import State
from passo.people.models import Person
from tests.introductions_world import make_asked, make_introduction, secret
from tests.mail_sink import Sink, listening, subject_of, text_of
from tests.people_world import make_person, make_touch
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as found:
        yield found


@pytest.fixture
def giulia(bakery: Business) -> Person:
    return make_person(bakery, "Giulia Ferri", mail="giulia@coop.example")


@pytest.fixture
def paola(bakery: Business) -> Person:
    mail, phone = "paola@rinaldi.example", "+39 347 123 4567"
    return make_person(bakery, "Paola Rinaldi", mail=mail, phone=phone)


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


def at(name: str, made: Introduction) -> str:
    return reverse(name, args=[made.business.slug, made.pk])


def writing(business: Business, **people: Person | str) -> str:
    said = "&".join(
        f"{name}={one.pk if isinstance(one, Person) else one}" for name, one in people.items()
    )
    return reverse("write_introduction", args=[business.slug]) + "?" + said


def typed(**values: str) -> dict[str, str]:
    usual = {"purpose": "", "language": "en", "words": "Hi Paola, may I?", "blurb": "Anna bakes."}
    return usual | values


def only(business: Business) -> Introduction:
    return business.introductions.get()


def test_the_draft_is_in_the_brokers_language_and_says_what_is_known(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    for subject in ("Re: quando può passare", "Grazie per il preventivo, una domanda"):
        make_touch(bakery, paola, kind="mail", direction="in", subject=subject)
    address = writing(bakery, target=giulia, broker=paola, purpose="Pane per la mensa")
    page = browser.get(address)
    text = page.content.decode()
    assert "Ciao Paola," in text
    assert "Pane per la mensa" in text
    assert "un no va benissimo" in text
    german = browser.get(f"{address}&language=de").content.decode()
    assert "Hallo Paola," in german
    assert "Anna Bianchi, Bianchi Bakery" in german


def test_a_draft_is_kept_changed_and_removed(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    address = writing(bakery, target=giulia, broker=paola)
    browser.post(address, typed())
    made = only(bakery)
    assert (made.state, made.broker, made.asker) == (State.DRAFTED, paola, bakery.owners()[0].user)
    assert "Nobody has seen it" in words_of(browser.get(at("introduction", made)))
    assert "Hi Paola, may I?" in words_of(browser.get(at("edit_introduction", made)))
    browser.post(at("edit_introduction", made), typed(words="Hi, would you?"))
    assert only(bakery).words == "Hi, would you?"
    browser.post(at("remove_introduction", made))
    assert not bakery.introductions.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("words", ""), ("blurb", ""), ("words", "\u202eturned"), ("words", "x" * 4000)],
)
def test_what_cannot_be_kept_is_said(
    *, bakery: Business, browser: Visitor, giulia: Person, paola: Person, field: str, value: str
) -> None:
    page = browser.post(writing(bakery, target=giulia, broker=paola), typed(**{field: value}))
    assert page.status_code == 200
    assert 'aria-invalid="true"' in page.content.decode()
    assert not bakery.introductions.exists()


def test_it_takes_two_people_who_are_not_the_same(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    wrong: list[dict[str, Any]] = [
        {},
        {"target": giulia},
        {"target": giulia, "broker": giulia},
        {"target": giulia, "broker": paola, "other": paola},
    ]
    for people in wrong:
        assert browser.get(writing(bakery, **people)).status_code == 302
    for number in ("0", "x", "9" * 30):
        assert browser.get(writing(bakery, target=giulia, broker=number)).status_code == 404


def test_who_stands_between_is_kept(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    marco = make_person(bakery, "Marco Tani")
    address = writing(bakery, target=giulia, broker=paola) + f"&beyond={marco.pk}&beyond=999999"
    browser.post(address, typed())
    assert only(bakery).beyond == [marco.pk]


def test_by_hand_the_message_goes_through_ones_own_program(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    page = browser.post(
        writing(bakery, target=giulia, broker=paola), typed(then="hand"), follow=True
    )
    made, text = only(bakery), page.content.decode()
    link = reverse("asked", args=[secret(made, "broker")])
    assert made.state == State.ASKED
    for begin in ("mailto:paola@rinaldi.example?", "https://wa.me/393471234567?"):
        found = re.search(re.escape(begin) + '[^"]+', text)
        assert found
        assert link in unquote(found[0])
        assert "Hi Paola, may I?" in unquote(found[0])
    assert "giulia@coop.example" not in text


def test_by_mail_it_goes_from_here_and_is_remembered_once(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person, sink: Sink
) -> None:
    browser.post(writing(bakery, target=giulia, broker=paola), typed(then="mail"))
    made = only(bakery)
    assert sink.addresses == ["paola@rinaldi.example"]
    assert subject_of(sink.mails[0]) == "Would you introduce me to Giulia Ferri?"
    assert "giulia@" not in text_of(sink.mails[0])
    assert secret(made, "broker") in text_of(sink.mails[0])
    sent = timezone.now()
    for days in (4, 5, 6, 8):
        moment = sent + timedelta(days=days)
        asking.go_through(bakery, timezone.localdate(moment), moment)
    assert len(sink.mails) == 2
    assert subject_of(sink.mails[1]) == subject_of(sink.mails[0])
    assert "only time I remind you" in text_of(sink.mails[1])
    assert secret(made, "broker") in text_of(sink.mails[1])
    ask = made.asks.get()
    again = browser.post(reverse("mail_ask", args=[bakery.slug, ask.pk]), {"to": ask.address})
    assert again.status_code == 409


@pytest.mark.parametrize("said", ["yes", "later", "no"])
def test_who_has_answered_is_not_reminded(
    *,
    bakery: Business,
    browser: Visitor,
    giulia: Person,
    paola: Person,
    sink: Sink,
    client: Visitor,
    said: str,
) -> None:
    browser.post(writing(bakery, target=giulia, broker=paola), typed(then="mail"))
    client.post(reverse("asked", args=[secret(only(bakery), "broker")]), {"answer": said})
    moment = timezone.now() + timedelta(days=6)
    asking.go_through(bakery, timezone.localdate(moment), moment)
    assert len(sink.mails) == 1


def test_a_mail_server_that_is_away_loses_nothing(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person, sink: Sink
) -> None:
    sink.answer = "451 later"
    page = browser.post(
        writing(bakery, target=giulia, broker=paola), typed(then="mail"), follow=True
    )
    assert "did not take it" in words_of(page)
    made = only(bakery)
    assert made.asks.get().address == ""
    made.asks.update(address="paola@rinaldi.example")
    moment = timezone.now() + timedelta(days=6)
    asking.go_through(bakery, timezone.localdate(moment), moment)
    assert made.asks.get().reminded_at == moment


def test_mail_goes_to_an_address_of_theirs_and_no_other(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person, sink: Sink
) -> None:
    made = make_asked(bakery, by=bakery.owners()[0].user, target=giulia, broker=paola)
    ask = reverse("mail_ask", args=[bakery.slug, made.asks.get().pk])
    assert browser.post(ask, {"to": "eve@evil.example"}).status_code == 409
    with override_settings(HAS_MAIL=False):
        assert browser.post(ask, {"to": "paola@rinaldi.example"}).status_code == 409
    assert browser.post(ask, {"to": "paola@rinaldi.example"}).status_code == 302
    assert sink.addresses == ["paola@rinaldi.example"]
    made.withdraw(by=bakery.owners()[0].user)
    assert browser.post(ask, {"to": "paola@rinaldi.example"}).status_code == 409


def agreed(made: Introduction) -> None:
    for role in asking.whom(made):
        made.agree(role, today=timezone.localdate(), reach="051 99" if role == "target" else "")


def test_one_mail_to_both_after_both_have_said_yes_and_never_before(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person, sink: Sink
) -> None:
    made = make_asked(bakery, by=bakery.owners()[0].user, target=giulia, broker=paola)
    form = {"by": "mail", "subject": "Giulia and Anna", "words": "Here you are."}
    assert browser.post(at("introduce", made), form).status_code == 409
    made.agree("broker", today=timezone.localdate())
    assert browser.post(at("introduce", made), form).status_code == 409
    made.agree("target", today=timezone.localdate(), reach="051 99")
    page = browser.get(at("introduction", made))
    assert "051 99" in words_of(page)
    assert "Paola was so kind as to bring us together" in words_of(page)
    assert browser.post(at("introduce", made), form | {"words": ""}).status_code == 200
    assert sink.mails == []
    browser.post(at("introduce", made), form)
    assert sorted(sink.addresses) == ["giulia@coop.example", "paola@rinaldi.example"]
    assert len(sink.mails) == 1
    assert sink.mails[0]["Reply-To"] == "anna.bianchi@example.org"
    assert only(bakery).state == State.INTRODUCED


def test_without_mail_of_both_the_owner_does_it(
    bakery: Business, browser: Visitor, giulia: Person, sink: Sink
) -> None:
    made = make_asked(bakery, by=bakery.owners()[0].user, target=giulia)
    agreed(made)
    form = {"by": "mail", "subject": "Both", "words": "Here you are."}
    assert browser.post(at("introduce", made), form).status_code == 409
    browser.post(at("introduce", made), {"by": "hand"})
    assert only(bakery).state == State.INTRODUCED


def test_a_mail_server_that_refuses_introduces_nobody(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person, sink: Sink
) -> None:
    made = make_asked(bakery, by=bakery.owners()[0].user, target=giulia, broker=paola)
    agreed(made)
    sink.answer = "550 no"
    form = {"by": "mail", "subject": "Both", "words": "Here you are."}
    assert browser.post(at("introduce", made), form).status_code == 409
    assert only(bakery).state == State.BOTH


def test_from_introduced_to_thanked_on_its_page(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    made = make_asked(bakery, by=bakery.owners()[0].user, target=giulia, broker=paola)
    ask = made.asks.get()
    said = browser.post(reverse("note_yes", args=[bakery.slug, ask.pk]), follow=True)
    assert "Noted: a yes." in words_of(said)
    assert "What Paola hands on to Giulia" in words_of(said)
    browser.post(at("introduce", made))
    assert "We have met" in words_of(browser.get(at("introduction", made)))
    browser.post(at("introduction_met", made))
    assert browser.post(at("introduction_told", made), {"outcome": ""}).status_code == 200
    browser.post(at("introduction_told", made), {"outcome": "A first order"})
    browser.post(at("introduction_thanked", made))
    assert "A first order" in words_of(browser.get(at("introduction", made)))
    assert only(bakery).state == State.THANKED
    assert browser.post(at("introduction_met", made)).status_code == 409


def test_two_whom_we_introduce_on_the_pages(
    bakery: Business, browser: Visitor, giulia: Person, paola: Person
) -> None:
    address = writing(bakery, target=giulia, other=paola, purpose="cold rooms")
    text = words_of(browser.get(address))
    assert "Bring Giulia Ferri and Paola Rinaldi together" in text
    assert browser.post(address, typed()).status_code == 200, "a line about the other is missing"
    page = browser.post(
        address, typed(blurb="Runs halls", blurb_other="Fixes stairs", then="hand"), follow=True
    )
    made = only(bakery)
    assert [ask.role for ask in made.asks.order_by("pk")] == ["one", "other"]
    shown = page.content.decode()
    assert shown.count("mailto:") == 2
    assert "About the other: Fixes stairs" in shown
    agreed(made)
    both = browser.get(at("introduction", made)).content.decode()
    assert "mailto:giulia@coop.example,paola@rinaldi.example" in both
    assert "You have both said yes" in both
    browser.post(at("introduce", made))
    assert "They have met" in words_of(browser.get(at("introduction", made)))


def test_taken_back_it_says_so(bakery: Business, browser: Visitor, anna: User) -> None:
    made = make_asked(bakery, by=anna)
    browser.post(at("withdraw_introduction", made))
    assert "lead nowhere" in words_of(browser.get(at("introduction", made)))


def test_a_draft_without_words_does_not_go(bakery: Business, browser: Visitor, anna: User) -> None:
    made = make_introduction(bakery, by=anna)
    assert browser.post(at("send_introduction", made)).status_code == 409
    made.correct(by=anna, words="May I?", blurb="Anna")
    browser.post(at("send_introduction", made), {"then": "hand"})
    assert only(bakery).state == State.ASKED


def test_the_list_tells_what_goes_on_and_asks_no_more_for_more(
    bakery: Business,
    browser: Visitor,
    anna: User,
    giulia: Person,
    django_assert_max_num_queries: Any,
) -> None:
    address = reverse("introductions", args=[bakery.slug])
    assert "No introduction is going on" in words_of(browser.get(address))
    other = make_person(bakery, "Hassan Amrani")
    make_introduction(bakery, giulia, by=anna, other=other)
    for number in range(6):
        make_introduction(bakery, by=anna, broker=make_person(bakery, f"Broker {number}"))
    make_asked(bakery, by=anna, broker=make_person(bakery, "Silvia Pozzi"))
    make_asked(bakery, by=anna).withdraw(by=anna)
    with django_assert_max_num_queries(14):
        text = words_of(browser.get(address))
    assert "through Broker 5 Ask now" in text
    assert "Giulia Ferri and Hassan Amrani by you" in text
    yours, waiting, over = (text.index(one) for one in ("Your turn", "They have time", "Earlier"))
    assert yours < text.index("through Broker 0") < waiting < text.index("Silvia Pozzi asked")
    assert over < text.index("taken back")


def test_a_viewer_sees_no_link(bakery: Business, anna: User, vera: User) -> None:
    made = make_asked(bakery, by=anna)
    text = visitor(vera).get(at("introduction", made)).content.decode()
    assert "/asked/" not in text
    assert Ask.objects.count() == 1
