"""Whoever sent an offer hears of the answer by mail, and the client has it in writing."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, User
from passo.lib.mail import NotSentError
from passo.lib.queue.shift import do_what_waits
from passo.people.models import Person
from passo.people.models.person import Consent
from passo.steps import offer_mails
from passo.steps.models import Offer
from tests.mail_sink import Sink, listening, subject_of, text_of
from tests.people_world import make_person
from tests.steps.offer_world import at, in_days, link, make_sent, passed
from tests.steps.pdf_words import words_in
from tests.world import Visitor, make_member, visitor

pytestmark = pytest.mark.django_db
YES, NO = {"answer": "yes"}, {"answer": "no"}
Sent = tuple[Offer, str]


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as found:
        yield found


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")


@pytest.fixture
def by_link(bakery: Business, paola: Person, anna: User) -> Sent:
    """Handed over by hand."""
    return make_sent(bakery, paola, by=anna, language="de", valid_until=in_days(14))


@pytest.fixture
def mailed(bakery: Business, by_link: Sent, client_of: Any, anna: User, sink: Sink) -> Sent:
    """Passo mailed it, and the sink is empty again."""
    browser: Visitor = client_of(anna)
    words = {"words": "Hello Paola", "token": by_link[1]}
    browser.post(at("mail_offer", bakery, by_link[0]), words)
    assert sink.addresses == ["paola@rinaldi.example"]
    sink.mails.clear()
    sink.addresses.clear()
    return by_link


def test_a_yes_is_told_to_the_sender_and_confirmed_to_the_client(mailed: Sent, sink: Sink) -> None:
    visitor().post(link(mailed[1]), YES)
    assert sink.mails == [], "the answer does not wait for the mails"
    assert do_what_waits() == 2
    told, confirmed = sink.mails
    assert sink.addresses == ["anna.bianchi@example.org", "paola@rinaldi.example"]
    offer = mailed[0]
    assert subject_of(told) == f"Paola Rinaldi said yes to “{offer.promise}”"
    assert told["Reply-To"] == "paola@rinaldi.example"
    assert told["Auto-Submitted"] == "auto-generated"
    assert f"http://localhost:8000/b/bianchi-bakery/offers/{offer.pk}/" in text_of(told)
    assert "€95" in text_of(told)
    assert confirmed["Reply-To"] == "anna.bianchi@example.org"
    assert "Anna Bianchi" in confirmed["From"]
    assert "Du hast Ja gesagt. Danke." in text_of(confirmed)
    assert "95 €" in text_of(confirmed).replace("\xa0", " ")
    (page,) = confirmed.iter_attachments()
    assert page.get_content_type() == "application/pdf"
    assert offer.promise in words_in(page.get_content())


def test_each_is_told_in_their_own_language(mailed: Sent, sink: Sink, anna: User) -> None:
    anna.prefer(language="it")
    visitor().post(link(mailed[1]), YES, headers={"accept-language": "es"})
    do_what_waits()
    assert "95 €" in text_of(sink.mails[0]).replace("\xa0", " ")


def test_a_no_is_told_and_when_it_becomes_a_yes_that_too_and_then_no_more(
    mailed: Sent, sink: Sink
) -> None:
    browser = visitor()
    for answer in (NO, NO, YES, YES, NO):
        browser.post(link(mailed[1]), answer)
        do_what_waits()
    subjects = [subject_of(mail) for mail in sink.mails if "anna" in mail["To"]]
    assert [subject.split(" to ")[0] for subject in subjects] == [
        "Paola Rinaldi said “not now”",
        "Paola Rinaldi said yes",
    ]
    assert len(sink.mails) == 4


def test_a_no_that_became_a_yes_before_it_was_told_is_told_as_a_yes(
    mailed: Sent, sink: Sink
) -> None:
    for answer in (NO, YES):
        visitor().post(link(mailed[1]), answer)
    do_what_waits()
    assert len(sink.mails) == 2
    assert "said yes" in subject_of(sink.mails[0])


def test_a_link_handed_over_by_hand_is_confirmed_to_no_address(by_link: Sent, sink: Sink) -> None:
    """Passo knows one of hers, and yet it did not send the offer there."""
    visitor().post(link(by_link[1]), YES | {"mail": "evil@example.org", "to": "evil@example.org"})
    do_what_waits()
    assert sink.addresses == ["anna.bianchi@example.org"]


def test_it_goes_where_the_offer_went_and_not_to_an_address_of_today(
    mailed: Sent, paola: Person, sink: Sink
) -> None:
    paola.contact_points.filter(kind="mail").update(value="new@rinaldi.example")
    visitor().post(link(mailed[1]), YES)
    do_what_waits()
    assert "paola@rinaldi.example" in sink.addresses
    assert "new@rinaldi.example" not in sink.addresses


def test_whoever_asked_not_to_be_contacted_gets_none(
    mailed: Sent, paola: Person, sink: Sink
) -> None:
    paola.change(by=None, what="note_consent", consent=Consent.REFUSED)
    visitor().post(link(mailed[1]), YES)
    do_what_waits()
    assert sink.addresses == ["anna.bianchi@example.org"]


@pytest.mark.parametrize("gone", ["left", "closed", "unknown", "viewer"])
def test_a_sender_who_is_gone_is_told_nothing(
    mailed: Sent, bakery: Business, anna: User, sink: Sink, gone: str
) -> None:
    make_member(bakery, "Olivia Owner", role="owner")
    membership = bakery.memberships.get(user=anna)
    if gone == "left":
        membership.leave(by=anna)
    elif gone == "viewer":
        membership.promote("viewer", by=anna)
    elif gone == "closed":
        User.objects.filter(pk=anna.pk).update(is_active=False)
    else:
        passed(mailed[0], sent_by=None)
    visitor().post(link(mailed[1]), YES)
    do_what_waits()
    assert sink.addresses == ["paola@rinaldi.example"]


def test_nothing_leaves_the_sample_or_a_passo_without_mail(
    mailed: Sent, by_link: Sent, sink: Sink
) -> None:
    Business.objects.update(is_sample=True)
    visitor().post(link(mailed[1]), NO)
    Business.objects.update(is_sample=False)
    with override_settings(HAS_MAIL=False):
        visitor().post(link(mailed[1]), YES)
    assert passed(mailed[0]).state == "accepted"
    assert do_what_waits() == 0
    assert sink.mails == []


def test_a_server_that_is_away_neither_stops_the_answer_nor_loses_the_mail(
    mailed: Sent, sink: Sink
) -> None:
    sink.greeting = "451 Try again"
    assert visitor().post(link(mailed[1]), YES).status_code == 302
    assert passed(mailed[0]).state == "accepted"
    assert do_what_waits() == 2
    waits = DBTaskResult.objects.filter(status="READY")
    assert waits.count() == 2
    soon = timezone.now() + timedelta(minutes=6)
    assert all(timezone.now() < job.run_after < soon for job in waits)
    sink.greeting = "250 OK"
    waits.update(run_after=timezone.now())
    do_what_waits()
    assert len(sink.mails) == 2
    assert set(mailed[0].mails.values_list("problem", flat=True)) == {""}


def test_after_a_day_it_is_given_up_and_whoever_runs_this_sees_it(
    mailed: Sent, bakery: Business, sink: Sink
) -> None:
    visitor().post(link(mailed[1]), YES)
    row = mailed[0].mails.get(kind="told")
    mailed[0].mails.filter(pk=row.pk).update(tries=offer_mails.MOST_TRIES - 1)
    sink.greeting = "451 Try again"
    with pytest.raises(NotSentError, match="did not take it"):
        offer_mails.post(bakery, row.pk, timezone.now())


def test_an_address_that_nobody_has_is_tried_once_and_stands_in_no_log(
    mailed: Sent, sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    visitor().post(link(mailed[1]), YES)
    sink.greeting = "550 No such user: paola@rinaldi.example"
    do_what_waits()
    failed = DBTaskResult.objects.filter(status="FAILED").values_list("traceback", flat=True)
    assert len(failed) == 2
    assert "NotSentError" in caplog.text
    assert "@" not in caplog.text + "".join(failed)
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_a_job_that_runs_twice_tells_it_once(mailed: Sent, bakery: Business, sink: Sink) -> None:
    visitor().post(link(mailed[1]), YES)
    do_what_waits()
    for row in mailed[0].mails.all():
        offer_mails.post(bakery, row.pk, timezone.now())
    assert len(sink.mails) == 2


def test_each_try_has_the_same_number_and_a_passo_that_begins_anew_another(
    mailed: Sent, bakery: Business, sink: Sink
) -> None:
    """Its rows are counted from one again: mail programs would show one of the two."""
    visitor().post(link(mailed[1]), YES)
    row = mailed[0].mails.get(kind="told")
    for later in (timedelta(), timedelta(), timedelta(days=1)):
        mailed[0].mails.update(sent_at=None, added_at=row.added_at + later)
        offer_mails.post(bakery, row.pk, timezone.now())
    first, again, anew = (mail["Message-ID"] for mail in sink.mails)
    assert first == again != anew


def test_the_jobs_hold_numbers_and_no_address(mailed: Sent) -> None:
    visitor().post(link(mailed[1]), YES)
    held = json.dumps(list(DBTaskResult.objects.values_list("args_kwargs", flat=True)))
    assert "@" not in held
    assert mailed[1] not in held


def test_a_business_that_is_gone_has_nothing_to_tell(mailed: Sent, bakery: Business) -> None:
    visitor().post(link(mailed[1]), YES)
    bakery.close()
    assert do_what_waits() == 2
    assert not DBTaskResult.objects.filter(status="FAILED").exists()


def test_hostile_words_make_no_header(
    bakery: Business, paola: Person, anna: User, sink: Sink
) -> None:
    evil = "Yes\r\nBcc: everybody@example.org\r\n\r\nbuy"
    _offer, token = make_sent(bakery, paola, by=anna, promise=evil)
    visitor().post(link(token), YES)
    do_what_waits()
    assert sink.addresses == ["anna.bianchi@example.org"]
    assert sink.mails[0]["Bcc"] is None
