"""The mail in the morning, to a real mail server: once a day, at its hour, and never at night."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, User
from passo.lib.queue.calling import at_once
from passo.today import mornings
from passo.today.models import Digest
from tests.mail_sink import Sink, listening
from tests.people_world import make_person
from tests.steps_world import make_opportunity, make_step
from tests.today_world import make_digest
from tests.world import make_member

pytestmark = pytest.mark.django_db
MONDAY_7 = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # 7:00 in Rome
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as found:
        yield found


@pytest.fixture
def digest(bakery: Business, anna: User) -> Digest:
    """Anna's, at seven; and something to do every day."""
    person = make_person(bakery, "Paola Rinaldi")
    make_opportunity(bakery, person)
    make_step(bakery, person, by=anna, on=date(2026, 10, 1), promise="ours")
    return make_digest(bakery, anna)


def round_at(business: Business, now: datetime) -> None:
    mornings.send_due(business, clock=lambda: now)


def kept(digest: Digest) -> Digest:
    return Digest.objects.select_related("business", "user").get(pk=digest.pk)


def test_it_comes_at_its_hour_and_once(bakery: Business, digest: Digest, sink: Sink) -> None:
    round_at(bakery, MONDAY_7 - MINUTE)
    assert sink.mails == []
    for later in (0, 5, 30, 300):
        round_at(bakery, MONDAY_7 + later * MINUTE)
    assert sink.addresses == ["anna.bianchi@example.org"]
    round_at(bakery, MONDAY_7 + DAY)
    assert len(sink.mails) == 2
    assert kept(digest).sent_at == MONDAY_7 + DAY


def test_after_an_outage_it_comes_within_the_morning_and_not_at_night(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    round_at(bakery, MONDAY_7 + 20 * HOUR)
    round_at(bakery, MONDAY_7 + 3 * HOUR)
    assert sink.mails == []
    round_at(bakery, MONDAY_7 + 3 * HOUR - MINUTE)
    assert len(sink.mails) == 1


def test_saturday_and_sunday_are_free_for_whoever_wants_it_so(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    saturday = MONDAY_7 + 5 * DAY
    round_at(bakery, saturday)
    assert sink.mails == []
    bakery.digests.update(workdays_only=False)
    round_at(bakery, saturday)
    assert len(sink.mails) == 1


@pytest.mark.parametrize(
    "before_and_after",
    [("2027-03-28 00:50", "2027-03-28 01:05"), ("2026-10-25 00:05", "2026-10-25 01:05")],
)
def test_an_hour_that_the_clocks_skip_or_tell_twice_brings_one_mail(
    bakery: Business, digest: Digest, sink: Sink, before_and_after: tuple[str, str]
) -> None:
    """In Rome they jump from two to three on 28 March 2027; on 25 October 2026 from three back to
    two. Anna wants it at two.
    """
    bakery.digests.update(hour=2, workdays_only=False)
    for moment in before_and_after:
        round_at(bakery, datetime.fromisoformat(f"{moment}+00:00"))
    assert len(sink.mails) == 1


def test_it_is_seven_on_the_clock_before_and_after_the_change(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    round_at(bakery, datetime(2026, 10, 23, 4, 59, tzinfo=UTC))
    assert sink.mails == []
    round_at(bakery, datetime(2026, 10, 23, 5, 0, tzinfo=UTC))
    round_at(bakery, datetime(2026, 10, 26, 5, 30, tzinfo=UTC))
    assert len(sink.mails) == 1
    round_at(bakery, datetime(2026, 10, 26, 6, 0, tzinfo=UTC))
    assert len(sink.mails) == 2


def test_a_business_that_moves_to_a_zone_of_yesterday_gets_no_second_one(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    bakery.digests.update(hour=0)
    round_at(bakery, datetime(2026, 11, 24, 0, 0, tzinfo=UTC))
    Business.objects.update(time_zone="America/New_York")
    bakery.digests.update(hour=19)
    round_at(bakery, datetime(2026, 11, 24, 0, 30, tzinfo=UTC))
    assert len(sink.mails) == 1


def test_a_worker_that_dies_in_the_middle_leaves_one_mail(
    bakery: Business, digest: Digest, sink: Sink, monkeypatch: Any
) -> None:
    """Killed before it was sent: it comes later. Killed after: the copy has the same number."""
    with monkeypatch.context() as patch:
        patch.setattr("passo.today.mornings.send", killed)
        with pytest.raises(KeyboardInterrupt):
            round_at(bakery, MONDAY_7)
    round_at(bakery, MONDAY_7 + MINUTE)
    assert sink.mails == []
    with monkeypatch.context() as patch:
        patch.setattr("passo.today.mornings.keep", kept_but_not_settled)
        round_at(bakery, MONDAY_7 + 6 * MINUTE)
    round_at(bakery, MONDAY_7 + 30 * MINUTE)
    assert [mail["Message-ID"] for mail in sink.mails] == [
        f"<morning.{digest.pk}.2026-11-23@localhost>"
    ] * 2
    round_at(bakery, MONDAY_7 + 60 * MINUTE)
    assert len(sink.mails) == 2


def killed(*_: Any) -> None:
    raise KeyboardInterrupt


def kept_but_not_settled(digest: Digest, **values: Any) -> None:
    if "settled_on" not in values:
        digest.business.digests.filter(pk=digest.pk).update(**values)


def test_of_two_workers_one_sends(bakery: Business, digest: Digest) -> None:
    first, second = kept(digest), kept(digest)
    assert mornings.claim(first, MONDAY_7)
    assert not mornings.claim(second, MONDAY_7)


def test_whoever_switched_it_off_meanwhile_gets_none(bakery: Business, digest: Digest) -> None:
    known = kept(digest)
    digest.stop()
    assert not mornings.claim(known, MONDAY_7)
    Digest.objects.all().delete()
    assert not mornings.claim(known, MONDAY_7)


def test_a_server_that_is_away_is_asked_gently_and_not_all_day(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    sink.greeting = "451 Try again"
    for minute in range(0, 300, 5):
        round_at(bakery, MONDAY_7 + minute * MINUTE)
    assert sink.asked == 6, "at once, then after 5, 10, 20, 40 minutes and an hour"
    assert kept(digest).problem == "refused"
    sink.greeting = "250 OK"
    round_at(bakery, MONDAY_7 + DAY)
    assert (len(sink.mails), kept(digest).problem) == (1, "")


def test_an_address_that_nobody_has_is_asked_once_a_day(
    bakery: Business, digest: Digest, sink: Sink
) -> None:
    sink.greeting = "550 No such user"
    for minute in range(0, 120, 5):
        round_at(bakery, MONDAY_7 + minute * MINUTE)
    assert (sink.asked, kept(digest).problem) == (1, "address")
    round_at(bakery, MONDAY_7 + DAY)
    assert sink.asked == 2


def test_where_the_server_does_not_answer_the_others_wait(
    bakery: Business, digest: Digest, ben: User, sink: Sink
) -> None:
    bens = make_digest(bakery, ben)
    with listening() as gone:
        pass
    with override_settings(EMAIL_PORT=9):
        round_at(bakery, MONDAY_7)
    assert kept(digest).problem == "away"
    assert (kept(bens).tries, kept(bens).problem) == (0, "")
    assert gone.mails == []


def test_on_a_day_without_steps_nothing_comes(bakery: Business, anna: User, sink: Sink) -> None:
    digest = make_digest(bakery, anna)
    round_at(bakery, MONDAY_7)
    assert sink.mails == []
    assert kept(digest).settled_on == MONDAY_7.date()
    assert kept(digest).sent_at is None


def test_never_of_a_sample_nor_to_whoever_may_not_work_here(
    bakery: Business, digest: Digest, vera: User, ben: User, sink: Sink
) -> None:
    gone = make_member(bakery, "Gino Gone")
    for user in (vera, gone.user, ben):
        make_digest(bakery, user)
    gone.leave(by=gone.user)
    User.objects.filter(pk=ben.pk).update(is_active=False)
    Business.objects.update(is_sample=True)
    round_at(bakery, MONDAY_7)
    assert sink.mails == []
    Business.objects.update(is_sample=False)
    round_at(bakery, MONDAY_7)
    assert sink.addresses == ["anna.bianchi@example.org"]


def test_what_it_shows_was_shown(bakery: Business, digest: Digest, sink: Sink) -> None:
    """Counted once, however it is looked at again on the page."""
    round_at(bakery, MONDAY_7)
    shown = bakery.shown.get(place=1)
    assert (shown.user, shown.on) == (digest.user, MONDAY_7.date())
    mornings.send(kept(digest), MONDAY_7 + HOUR)
    assert bakery.shown.filter(place=1).count() == 1


def test_a_round_queues_a_job_where_somebodys_hour_has_come(
    bakery: Business, garage: Business, charlie: User, digest: Digest, settings: Any
) -> None:
    make_digest(garage, charlie, hour=9)
    mornings.queue_due(MONDAY_7)
    assert not DBTaskResult.objects.exists(), "without mail nothing is queued"
    settings.HAS_MAIL = True
    mornings.queue_due(MONDAY_7)
    mornings.queue_due(MONDAY_7 + MINUTE)
    (job,) = DBTaskResult.objects.all()
    assert (job.task_path, job.args_kwargs["args"]) == (
        "passo.today.jobs.mail_mornings",
        [bakery.pk],
    )


def test_the_jobs_do_it(bakery: Business, digest: Digest, sink: Sink) -> None:
    zone_hour = timezone.now().hour
    Business.objects.update(time_zone="UTC")
    bakery.digests.update(hour=zone_hour, workdays_only=False)
    at_once("today.look_for_mornings")
    assert DBTaskResult.objects.count() == 1
    at_once("today.mail_mornings", bakery.pk)
    at_once("today.mail_mornings", bakery.pk + 1000)
    assert len(sink.mails) == 1


def test_a_round_asks_the_database_as_often_for_many_as_for_few(
    bakery: Business, digest: Digest, settings: Any, django_assert_num_queries: Any
) -> None:
    settings.HAS_MAIL = True
    with django_assert_num_queries(1):
        mornings.queue_due(MONDAY_7 - HOUR)
