"""What the mail in the morning holds, read back as a mail program reads it; and its way out."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.today import digest as writing
from passo.today import mornings, reviewing
from passo.today.models import Digest
from tests.mail_sink import Sink, listening, subject_of, text_of
from tests.people_world import make_person, make_touch
from tests.steps.offer_world import make_sent, passed
from tests.steps_world import make_opportunity, make_step
from tests.today_world import make_digest, stop_token
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db
MONDAY_7 = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # 7:00 in Rome
FRIDAY_7 = MONDAY_7 + timedelta(days=4)
YESTERDAY = MONDAY_7 - timedelta(hours=12)


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as found:
        yield found


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi")


@pytest.fixture
def digest(bakery: Business, anna: User, paola: Person) -> Digest:
    make_opportunity(bakery, paola)
    make_step(bakery, paola, by=anna, words="Bring the lamps", on=date(2026, 10, 1), promise="ours")
    return make_digest(bakery, anna)


def mail_at(digest: Digest, sink: Sink, now: datetime = MONDAY_7) -> EmailMessage:
    kept = Digest.objects.select_related("business", "user").get(pk=digest.pk)
    assert mornings.send(kept, now) == ""
    return sink.mails[-1]


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"img", "script", "link", "iframe"}, "it loads nothing from anywhere"
        self.found += [value for name, value in attrs if name == "href" and value]


def test_it_holds_the_steps_with_reason_minutes_effect_and_where_they_are_done(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    mail = mail_at(digest, sink)
    step = bakery.steps.get()
    count, minutes = re.findall(r"\d+|one", subject_of(mail))
    assert (count, minutes) == ("one", str(step.minutes))
    for kind in ("plain", "html"):
        text = text_of(mail, kind)
        assert "Bring the lamps" in text
        assert "Paola Rinaldi" in text
        assert f"{step.minutes} minutes" in text
        assert "http://localhost:8000/b/bianchi-bakery/" in text
        assert "Good morning Anna," in text
    card = writing.morning_of(digest, MONDAY_7)
    assert card
    for said in (card.lines[0].why, card.lines[0].effect):
        assert said
        assert said in text_of(mail)
    assert mail["From"].addresses[0].display_name == "Passo for Bianchi Bakery"


def test_every_link_leads_somewhere_here(
    digest: Digest, sink: Sink, client_of: Any, anna: User
) -> None:
    mail = mail_at(digest, sink)
    links = Links(text_of(mail, "html")).found
    assert set(links) <= set(re.findall(r"http://\S+", text_of(mail)))
    browser: Visitor = client_of(anna)
    for link in links:
        assert browser.get(link.removeprefix("http://localhost:8000")).status_code == 200, link


def test_it_speaks_the_language_of_the_member(digest: Digest, sink: Sink, anna: User) -> None:
    anna.prefer(language="de")
    mail = mail_at(digest, sink)
    assert '<html lang="de">' in text_of(mail, "html")
    assert "Minuten" in text_of(mail)
    assert "promised" not in text_of(mail), "why and effect too"


def test_what_came_meanwhile_is_one_line(
    bakery: Business, digest: Digest, paola: Person, ben: User, sink: Sink
) -> None:
    anna = digest.user
    offer, _token = make_sent(bakery, paola, by=anna)
    passed(offer, state="accepted", answered_at=YESTERDAY)
    handed = make_step(bakery, paola, by=ben, words="Call them")
    handed.hand_over(anna, by=ben)
    bakery.changes.filter(what="hand_over").update(at=YESTERDAY)
    make_touch(bakery, make_person(bakery, "Davide Monti"), direction="in", at=YESTERDAY)
    line = next(one for one in text_of(mail_at(digest, sink)).split("\n") if "Since" in one)
    assert line == (
        "Since Sunday 22 November: Paola Rinaldi said yes to “Your meter room checked in one"
        " morning”. One step was handed to you. In touch: Davide Monti."
    )


def test_what_was_told_once_is_not_told_again(
    bakery: Business, digest: Digest, paola: Person, anna: User, sink: Sink
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    passed(offer, state="declined", answered_at=YESTERDAY)
    assert "said “not now”" in text_of(mail_at(digest, sink))
    again = mail_at(digest, sink, MONDAY_7 + timedelta(days=1))
    assert "Since" not in text_of(again)


def test_what_was_taken_back_after_a_not_now_is_told_as_no_yes(
    *, bakery: Business, digest: Digest, paola: Person, anna: User, sink: Sink
) -> None:
    offer, _token = make_sent(bakery, paola, by=anna)
    passed(offer, state="declined", answered_at=YESTERDAY).withdraw(by=anna)
    assert "said" not in text_of(mail_at(digest, sink))


def test_a_climb_and_many_who_wrote_are_counted(
    bakery: Business, digest: Digest, paola: Person, anna: User, sink: Sink
) -> None:
    way = bakery.opportunities.get()
    way.move(3, by=anna)
    bakery.climbs.update(at=YESTERDAY)
    for name in ("Ada A", "Bea B", "Cleo C", "Dina D"):
        make_touch(bakery, make_person(bakery, name), direction="in", at=YESTERDAY)
    text = text_of(mail_at(digest, sink))
    assert "Paola Rinaldi has come as far as “Dialogue”." in text
    assert "4 people got in touch." in text


def test_on_the_day_of_the_review_it_is_one_of_the_steps(
    bakery: Business, digest: Digest, anna: User, sink: Sink
) -> None:
    mail = mail_at(digest, sink, FRIDAY_7)
    assert "2" in subject_of(mail)
    assert "Look back at the week" in text_of(mail)
    assert reverse("weekly_review", args=[bakery.slug]) in text_of(mail)
    reviewing.keep(bakery, anna, FRIDAY_7.date(), bet="", thanks="", whom=None)
    assert "Look back" not in text_of(mail_at(digest, sink, FRIDAY_7))


def test_words_of_others_stay_words(
    bakery: Business, digest: Digest, anna: User, sink: Sink
) -> None:
    evil = '<img src="http://evil.example/x"><script>1</script>{{ 7|add:1 }}'
    anna.rename("Anna<b>\u2028x")
    person = make_person(bakery, evil)
    make_step(bakery, person, words=evil, on=date(2026, 10, 2), promise="ours")
    mail = mail_at(digest, sink)
    html = text_of(mail, "html")
    assert "<script" not in html
    assert "&lt;img src=" in html
    Links(html)
    assert evil in text_of(mail)


def test_one_press_in_the_mail_program_stops_it(digest: Digest, sink: Sink) -> None:
    """As RFC 8058 has it: from outside, without a cookie, a form or a redirect."""
    mail = mail_at(digest, sink)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    found = re.fullmatch(
        r"<http://localhost:8000(/mail/stop/\S+/)>", mail["List-Unsubscribe"].strip()
    )
    assert found, repr(mail["List-Unsubscribe"].strip())
    assert mail["Auto-Submitted"] == "auto-generated"
    outside = visitor(enforce_csrf_checks=True)
    answer = outside.post(found[1], {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert not Digest.objects.get().is_on
    change = digest.business.changes.first()
    assert (change.what, change.by_name) == ("stop", "Anna Bianchi")


def test_looking_at_the_link_stops_nothing(digest: Digest) -> None:
    address = reverse("stop_digest", args=[stop_token(digest)])
    scanner = visitor()
    page = scanner.get(address)
    assert "No more mails in the morning?" in words_of(page)
    assert (page.headers["Cache-Control"], page.headers["X-Robots-Tag"]) == (
        "no-store",
        "noindex, nofollow",
    )
    scanner.head(address)
    assert Digest.objects.get().is_on
    assert "They are switched off." in words_of(scanner.post(address))
    assert "They are switched off." in words_of(scanner.post(address)), "twice is once"


def test_the_link_stops_the_mail_of_its_own_member_and_opens_nothing_else(
    bakery: Business, digest: Digest, ben: User
) -> None:
    bens = make_digest(bakery, ben)
    visitor().post(reverse("stop_digest", args=[stop_token(bens)]))
    assert [one.user for one in Digest.objects.filter(is_on=True)] == [digest.user]
    page = visitor().get(reverse("stop_digest", args=[stop_token(digest)])).content.decode()
    for word in ("Paola", "lamps", "anna.bianchi"):
        assert word not in page


@pytest.mark.parametrize("token", ["x", "1", "1:", "1:x", "é:é", "999999:abc"])
def test_a_guesser_stops_nothing(digest: Digest, token: str) -> None:
    answer = visitor().post(reverse("stop_digest", args=[token]))
    assert answer.status_code == 404
    assert Digest.objects.get().is_on


def test_a_link_whose_member_is_gone_and_too_many_guesses(digest: Digest) -> None:
    token = stop_token(digest)
    digest.delete()
    guesser = visitor()
    answers = [
        guesser.post(reverse("stop_digest", args=[token])).status_code for _round in range(22)
    ]
    assert (answers[0], answers[-1]) == (404, 429)
