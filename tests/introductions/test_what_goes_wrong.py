"""Mail servers that are away, two tabs, who leaves, who is joined or erased, and hostile words:
nothing is lost, nothing goes twice, and what stands there is true.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.businesses.patience import one_at_a_time
from passo.introductions import asking, drafts, handing, marks, routes
from passo.introductions.models import Ask, Introduction, Wish
from passo.introductions.models.introduction import State
from passo.introductions.seeking import Asked
from passo.people import erasing, merging
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_asked, make_introduction, secret
from tests.mail_sink import Sink, listening, subject_of, text_of
from tests.people_world import make_person
from tests.world import Visitor, make_user, visitor, words_of

pytestmark = pytest.mark.django_db
PAOLAS = "paola@rinaldi.example"


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as found:
        yield found


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail=PAOLAS, phone="+39 347 123 4567")


@pytest.fixture
def made(bakery: Business, anna: User, paola: Person) -> Introduction:
    return make_asked(bakery, by=anna, broker=paola)


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


def mail_it(browser: Visitor, ask: Ask) -> str:
    address = reverse("mail_ask", args=[ask.business.slug, ask.pk])
    return words_of(browser.post(address, {"to": PAOLAS}, follow=True))


def night(business: Business, days: float) -> None:
    moment = timezone.now() + timedelta(days=days)
    asking.go_through(business, timezone.localdate(moment), moment)


def mailed(made: Introduction) -> Ask:
    ask: Ask = made.asks.get()
    ask.address = PAOLAS
    ask.save()
    return ask


def test_a_reminder_is_tried_again_each_night_and_never_twice_once_it_left(
    made: Introduction, sink: Sink
) -> None:
    ask, sink.answer = mailed(made), "451 later"
    night(made.business, 6)
    ask.refresh_from_db()
    assert ask.reminded_at, "as for whoever said no"
    night(made.business, 7)
    assert (sink.asked, sink.mails) == (2, [])
    sink.answer = "250 OK"
    for days in (8, 8.5, 9, 9.5):
        night(made.business, days)
    assert len(sink.mails) == 1
    assert sink.mails[0]["Auto-Submitted"] == "auto-generated"
    assert not made.business.refused.exists()


@pytest.mark.parametrize(("answer", "tries"), [("550 nobody", 1), ("451 later", 2)])
def test_it_is_tried_no_more_where_that_is_of_no_use_or_they_answered(
    *, made: Introduction, sink: Sink, client: Visitor, answer: str, tries: int
) -> None:
    mailed(made)
    sink.greeting = answer
    night(made.business, 6)
    night(made.business, 7)
    assert sink.asked == tries
    client.post(reverse("asked", args=[secret(made, "broker")]), {"answer": "no"})
    sink.greeting = "250 OK"
    night(made.business, 8)
    assert sink.mails == []
    night(made.business, 11)
    assert not made.business.refused.exists()


@pytest.mark.parametrize("kind", [Wish.Kind.STRAINED, Wish.Kind.FORGET])
def test_whoever_is_kept_out_meanwhile_gets_no_mail_any_more(
    *, made: Introduction, paola: Person, browser: Visitor, sink: Sink, kind: str
) -> None:
    Wish.add(by=None, business=made.business, person=paola, kind=kind)
    if kind == Wish.Kind.FORGET:
        assert "asked not to be contacted" in mail_it(browser, made.asks.get())
    mailed(made)
    night(made.business, 6)
    assert sink.mails == []


def test_whoever_has_left_is_answered_for_by_an_owner(
    *, bakery: Business, ben: User, anna: User, paola: Person, sink: Sink, client: Visitor
) -> None:
    made = make_asked(bakery, by=ben, broker=paola)
    mailed(made)
    assert ben.name in words_of(client.get(reverse("asked", args=[secret(made, "broker")])))
    bakery.memberships.get(user=ben).delete()
    night(bakery, 6)
    (reminder,) = sink.mails
    assert reminder["Reply-To"] == anna.email
    assert bakery.name in str(reminder["From"])
    assert ben.name not in text_of(reminder) + str(reminder["From"])
    assert ben.name not in words_of(client.get(reverse("asked", args=[secret(made, "broker")])))


def test_one_who_presses_in_two_tabs_sends_one_mail(
    made: Introduction, browser: Visitor, sink: Sink
) -> None:
    ask = made.asks.get()
    with one_at_a_time(f"ask:{ask.pk}"):
        assert "being sent already" in mail_it(browser, ask)
    assert "is on its way" in mail_it(browser, ask)
    assert "sent already" in mail_it(browser, ask)
    assert len(sink.mails) == 1


def test_a_mail_whose_sending_could_not_be_noted_has_the_same_number_again(
    made: Introduction, browser: Visitor, sink: Sink
) -> None:
    """Passo died in between: mail programs show one of the two."""
    for _twice in range(2):
        assert "is on its way" in mail_it(browser, made.asks.get())
        made.asks.update(address="")
    first, second = (mail["Message-ID"] for mail in sink.mails)
    assert first == second


def test_whoever_would_mail_to_hundreds_is_told_to_wait_and_loses_nothing(
    made: Introduction, browser: Visitor, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing, "MOST_MAILS", 2)
    ask = made.asks.get()
    for _twice in range(2):
        mail_it(browser, ask)
        made.asks.update(address="")
    assert "Many mails have just gone" in mail_it(browser, ask)
    assert len(sink.mails) == 2
    page = browser.get(reverse("introduction", args=[made.business.slug, made.pk]))
    assert f"mailto:{PAOLAS}" in page.content.decode(), "by hand it goes all the same"
    address = reverse("write_introduction", args=[made.business.slug])
    other = make_person(made.business, "Hassan Amrani")
    typed = {"language": "en", "words": "May I?", "blurb": "Anna", "then": "mail"}
    browser.post(f"{address}?target={other.pk}&broker={made.broker_id}", typed)
    assert len(sink.mails) == 2


@pytest.mark.django_db(transaction=True)
def test_an_ask_is_mailed_where_no_transaction_is_open(
    made: Introduction, browser: Visitor, sink: Sink
) -> None:
    """As in life; a row can be locked only within one."""
    assert "is on its way" in mail_it(browser, made.asks.get())
    made.agree("broker", today=timezone.localdate())
    made.agree("target", today=timezone.localdate())
    make = {"person": made.target, "kind": "mail", "value": "giulia@coop.example"}
    made.business.contact_points.create(**make)
    form = {"by": "mail", "subject": "Both", "words": "Here you are."}
    address = reverse("introduce", args=[made.business.slug, made.pk])
    assert browser.post(address, form).status_code == 302
    assert browser.post(address, form).status_code == 409
    assert len(sink.mails) == 2


@pytest.mark.parametrize("unknown", [PAOLAS, "giulia@coop.example"])
def test_a_mail_to_both_reaches_both_or_nobody(
    *, made: Introduction, browser: Visitor, sink: Sink, unknown: str
) -> None:
    for role in ("broker", "target"):
        made.agree(role, today=timezone.localdate())
    make = {"person": made.target, "kind": "mail", "value": "giulia@coop.example"}
    made.business.contact_points.create(**make)
    sink.unknown = unknown
    form = {"by": "mail", "subject": "Both", "words": "Here you are."}
    said = browser.post(reverse("introduce", args=[made.business.slug, made.pk]), form)
    assert "did not take it" in words_of(said)
    assert sink.mails == []
    made.refresh_from_db()
    assert made.state == State.BOTH


def test_a_yes_given_twice_keeps_what_was_said_first(made: Introduction, client: Visitor) -> None:
    made.agree("broker", today=timezone.localdate())
    address = reverse("asked", args=[secret(made, "target")])
    for reach in ("051 123", "051 999"):
        client.post(address, {"answer": "yes", "reach": reach})
    assert made.asks.get(role="target").reach == "051 123"
    assert made.business.changes.filter(what="agree").count() == 2


def test_the_link_of_somebody_who_is_joined_with_another_stays_theirs(
    made: Introduction, paola: Person, anna: User, client: Visitor
) -> None:
    address = reverse("asked", args=[secret(made, "broker")])
    client.post(address, {"answer": "no"})
    stays = known(made.business, "Paola Rinaldi Rossi", 0.9)
    merge = merging.merge(stays, paola, by=anna)
    assert secret(made, "broker") in address
    assert client.get(address).status_code == 200
    (ask,) = made.asks.all()
    assert ask.person == stays
    assert marks.is_put(made.business, marks.answered(ask)), "and is not reminded"
    knows(stays, made.target)
    night(made.business, 11)
    asked = Asked(made.business, anna, timezone.localdate() + timedelta(days=900))
    assert routes.found(asked, [made.target_id]) == []
    merge.remove(by=anna)
    assert made.asks.get().person == paola


def test_the_link_of_somebody_who_is_erased_leads_nowhere(
    made: Introduction, paola: Person, anna: User, client: Visitor
) -> None:
    address = reverse("asked", args=[secret(made, "broker")])
    erasing.erase(paola, by=anna)
    assert client.get(address).status_code == 404
    assert not Ask.objects.exists()


@pytest.mark.parametrize(
    "name", ["Anna\r\nBcc: eve@evil.example", "“Anna” <x@y.example>, Eve", "آنا بيانكي", "A" * 120]
)
def test_no_name_writes_a_line_of_its_own_into_a_mail(
    *, made: Introduction, anna: User, browser: Visitor, sink: Sink, name: str
) -> None:
    User.objects.filter(pk=anna.pk).update(name=name)
    Person.objects.filter(pk=made.target_id).update(name=name)
    assert "is on its way" in mail_it(browser, made.asks.get())
    (mail,) = sink.mails
    assert sink.addresses == [PAOLAS]
    assert mail["Bcc"] is None
    assert "\n" not in subject_of(mail)
    assert len(mail["From"].addresses) == 1


def test_words_are_words_on_every_page(bakery: Business, anna: User, browser: Visitor) -> None:
    evil = "<script>alert(1)</script>\u05d0"
    values = {"words": evil, "blurb": evil, "purpose": evil, "target": make_person(bakery, evil)}
    made = make_asked(bakery, by=anna, **values)
    pages = [
        browser.get(reverse("introduction", args=[bakery.slug, made.pk])),
        browser.get(reverse("introductions", args=[bakery.slug])),
        visitor().get(reverse("asked", args=[secret(made, "broker")])),
    ]
    for page in pages:
        assert "<script>alert" not in page.content.decode()
        assert "&lt;script&gt;" in page.content.decode()


@pytest.mark.parametrize("words", ["May I? " * 400, "ü" * 2_900, "Short."])
def test_a_link_that_opens_a_program_keeps_the_private_link_whatever_is_written(
    bakery: Business, anna: User, browser: Visitor, paola: Person, words: str
) -> None:
    made = make_asked(bakery, by=anna, broker=paola, words=words)
    page = browser.get(reverse("introduction", args=[bakery.slug, made.pk])).content.decode()
    for begin in ("mailto:paola", "https://wa.me/"):
        (found,) = re.findall(f'"({begin}[^"]+)"', page)
        assert unquote(found).rstrip().endswith(f"/asked/{secret(made, 'broker')}/")
        assert len(found) < 2_200
        assert (words in unquote(found)) == (words == "Short.")
    assert words.strip() in page.replace("&#x27;", "'"), "to be copied it is whole"


def test_a_draft_fits_its_own_form(bakery: Business, anna: User, paola: Person) -> None:
    bakery.sentence = "We bake for those who rise early. " * 8
    target = make_person(bakery, "Giulia Ferri")
    wanted = drafts.Wanted(bakery, target, broker=paola)
    for purpose in ("", "x" * 200):
        assert 0 < len(drafts.draft_for(wanted, anna, purpose=purpose).blurb) <= 300
    bakery.name, emma = "B" * 120, make_user("E" * 120, email="emma@example.org")
    line = drafts.draft_for(wanted, emma, purpose="x" * 200).blurb
    assert len(line) == 300


def test_a_worker_that_comes_late_to_one_already_answered_goes_on_with_the_others(
    bakery: Business, anna: User, made: Introduction
) -> None:
    """Two nights at once: each introduction rests once, and each person is reminded once."""
    other = make_introduction(bakery, make_person(bakery, "Hassan"), by=anna, broker=made.broker)
    other.send(by=anna, today=timezone.localdate())
    for _twice in range(2):
        night(bakery, 11)
    states = set(bakery.introductions.values_list("state", flat=True))
    assert states == {State.RESTS}
    assert bakery.changes.filter(what="rest").count() == 2


@pytest.mark.parametrize("said", ["", "no"])
def test_what_rested_for_a_year_may_be_asked_again_by_hand(
    *, made: Introduction, browser: Visitor, client: Visitor, said: str
) -> None:
    """And is not before; whatever was answered."""
    client.post(reverse("asked", args=[secret(made, "broker")]), {"answer": said})
    address = reverse("introduction", args=[made.business.slug, made.pk])
    night(made.business, 10)
    assert "Ask again" not in words_of(browser.get(address))
    made.business.introductions.update(rests_on=timezone.localdate() - timedelta(days=366))
    page = browser.get(address)
    assert "Ask again" in words_of(page)
    again = re.search(r'href="([^"]+new/\?[^"]+)"', page.content.decode())
    assert again
    typed = {"language": "en", "words": "May I?", "blurb": "Anna", "then": "hand"}
    browser.post(again[1].replace("&amp;", "&"), typed)
    newest = made.business.introductions.order_by("-pk")[0]
    assert (newest.broker, newest.target) == (made.broker, made.target)
    assert newest.state == State.ASKED
