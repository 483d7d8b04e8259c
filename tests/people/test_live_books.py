"""Calendars and address books that Passo looks into by itself, on real servers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.lib.remote import dav
from passo.lib.remote.address import as_site
from passo.people.live import connecting, keeping, looking
from passo.people.models import LiveAccount
from tests.lib.remote.library import Library, say, web_parrot
from tests.people.live_world import fresh, look, names_of, subjects_of

TOMORROW = timezone.now().replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(days=1)
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nN:{family};{given};;;\r\n"
    "EMAIL:{mail}\r\nTEL:{phone}\r\nEND:VCARD\r\n"
)
EVENT = (
    "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T100000Z\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
    "DURATION:PT1H\r\nSUMMARY:{title}\r\n{more}ATTENDEE;CN={who}:mailto:{mail}\r\nEND:VEVENT\r\n"
)


@pytest.fixture(autouse=True)
def in_the_shop(settings: Any) -> None:
    settings.REACH_PRIVATE = True


def card(uid: str, name: str, mail: str, phone: str = "+390515550142") -> str:
    given, _, family = name.partition(" ")
    return CARD.format(uid=uid, name=name, given=given, family=family, mail=mail, phone=phone)


def calendar(*events: str) -> str:
    inner = "".join(events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n{inner}END:VCALENDAR\r\n"


def event(uid: str, title: str = "Survey", start: datetime = TOMORROW, **said: str) -> str:
    words = {"who": "Marta Conti", "mail": "marta@conti.example", "more": "", **said}
    return EVENT.format(uid=uid, title=title, start=start, **words)


def put(books: Library, path: str, text: str) -> None:
    kind = "text/vcard" if path.endswith(".vcf") else "text/calendar"
    books.send("PUT", path, text, Content_Type=kind)


def read_books(business: Business, books: Library, kind: str, *, by: User) -> LiveAccount:
    found = connecting.find_collections([books.site])
    made = keeping.add_collections(business, found, name="anna@bakery.example", by=by)
    account = next(one for one in made if one.kind == kind)
    names = [one["name"] for one in keeping.choices_of(account)]
    keeping.choose(account, names, by=by)
    return look(account)


def test_an_address_book_brings_people(bakery: Business, anna: User, books: Library) -> None:
    books.make(book="clients")
    put(books, "clients/a.vcf", card("a", "Marta Conti", "marta@conti.example"))
    put(books, "clients/b.vcf", card("b", "Luca Ferri", "luca@ferri.example"))
    account = read_books(bakery, books, "carddav", by=anna)
    assert names_of(bakery) == ["Luca Ferri", "Marta Conti"]
    assert account.count == 2
    assert account.newest_at is not None
    assert account.error == ""
    account = look(account)
    assert account.brings.counts["people_new"] == 2


def test_a_card_that_changed_changes_its_person(
    bakery: Business, anna: User, books: Library
) -> None:
    """Also her name: an address book keeps one UID for one person."""
    books.make(book="clients")
    put(books, "clients/a.vcf", card("a", "Marta Conti", "marta@conti.example"))
    account = read_books(bakery, books, "carddav", by=anna)
    put(books, "clients/a.vcf", card("a", "Marta Rossi", "marta@rossi.example", "+390515550199"))
    account = look(account)
    assert names_of(bakery) == ["Marta Rossi"]
    points = bakery.contact_points.values_list("value", flat=True)
    assert {"marta@rossi.example", "+390515550199"} == set(points)
    assert account.brings.cursor["told_anew"] == []


def test_whoever_is_taken_out_of_the_book_stays(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(book="clients")
    put(books, "clients/a.vcf", card("a", "Marta Conti", "marta@conti.example"))
    account = read_books(bakery, books, "carddav", by=anna)
    books.send("DELETE", "clients/a.vcf")
    account = look(account)
    assert names_of(bakery) == ["Marta Conti"]
    assert account.count == 0


def test_a_calendar_brings_touches_and_follows_what_moves(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    past = TOMORROW - timedelta(days=30)
    put(books, "jobs/a.ics", calendar(event("a", start=past)))
    put(books, "jobs/b.ics", calendar(event("b", "Offer")))
    account = read_books(bakery, books, "caldav", by=anna)
    assert subjects_of(bakery) == ["Offer", "Survey"]
    assert names_of(bakery) == ["Marta Conti"]
    assert account.newest_at == past
    later = TOMORROW + timedelta(days=3)
    put(books, "jobs/b.ics", calendar(event("b", "Offer at hers", start=later)))
    account = look(account)
    assert bakery.touches.get(outer_id="b").at == later
    assert bakery.participations.get(touch__outer_id="b").at == later
    assert subjects_of(bakery) == ["Offer at hers", "Survey"]


@pytest.mark.parametrize("way", ["cancelled", "deleted"])
def test_a_meeting_that_is_off_no_longer_counts(
    bakery: Business, anna: User, books: Library, way: str
) -> None:
    books.make(calendar="jobs")
    past = TOMORROW - timedelta(days=3)
    put(books, "jobs/file-name.ics", calendar(event("other-uid", start=past)))
    account = read_books(bakery, books, "caldav", by=anna)
    assert bakery.people.get().touch_count == 1
    if way == "deleted":
        books.send("DELETE", "jobs/file-name.ics")
    else:
        off = calendar(event("other-uid", start=past, more="STATUS:CANCELLED\r\n"))
        put(books, "jobs/file-name.ics", off)
    account = look(account)
    assert subjects_of(bakery) == []
    assert bakery.people.get().touch_count == 0
    assert account.brings.cursor["met"] == []


def test_a_series_that_is_shortened_loses_its_later_times(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    put(books, "jobs/w.ics", calendar(event("w", more="RRULE:FREQ=WEEKLY;COUNT=5\r\n")))
    account = read_books(bakery, books, "caldav", by=anna)
    assert bakery.touches.count() == 5
    put(books, "jobs/w.ics", calendar(event("w", more="RRULE:FREQ=WEEKLY;COUNT=2\r\n")))
    look(account)
    assert bakery.touches.count() == 2


def test_whoever_joins_or_leaves_a_meeting_is_noticed(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    put(books, "jobs/a.ics", calendar(event("a")))
    account = read_books(bakery, books, "caldav", by=anna)
    luca = "ATTENDEE;CN=Luca Ferri:mailto:luca@ferri.example\r\n"
    put(books, "jobs/a.ics", calendar(event("a", more=luca)))
    account = look(account)
    assert names_of(bakery) == ["Luca Ferri", "Marta Conti"]
    assert bakery.touches.get().size == 3
    put(books, "jobs/a.ics", calendar(event("a", who="Luca Ferri", mail="luca@ferri.example")))
    look(account)
    assert [one.person.name for one in bakery.participations.all()] == ["Luca Ferri"]
    put(books, "jobs/a.ics", calendar(event("a", who="Anna", mail="anna@bakery.example")))
    look(account)
    assert bakery.touches.count() == 0


def test_what_somebody_wrote_about_a_meeting_stays_though_it_is_deleted(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    put(books, "jobs/a.ics", calendar(event("a")))
    account = read_books(bakery, books, "caldav", by=anna)
    bakery.touches.get().change(by=anna, what="correct", text="She wants three chargers.")
    books.send("DELETE", "jobs/a.ics")
    look(account)
    assert bakery.touches.get().text == "She wants three chargers."


def test_an_appointment_in_two_calendars_stays_until_both_have_lost_it(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    books.make(calendar="team")
    for path in ("jobs/a.ics", "team/a.ics"):
        put(books, path, calendar(event("a")))
    account = read_books(bakery, books, "caldav", by=anna)
    assert bakery.touches.count() == 1
    books.send("DELETE", "jobs/a.ics")
    account = look(account)
    assert bakery.touches.count() == 1
    books.send("DELETE", "team/a.ics")
    look(account)
    assert bakery.touches.count() == 0


def test_endless_series_are_told_further_as_the_years_go_by(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    put(books, "jobs/w.ics", calendar(event("w", more="RRULE:FREQ=MONTHLY\r\n")))
    account = read_books(bakery, books, "caldav", by=anna)
    told = bakery.touches.count()
    last = bakery.touches.latest("at")
    last.delete()
    account = look(account)
    assert bakery.touches.count() == told - 1
    place = next(iter(account.cursor["places"].values()))
    place["until"] = "2026-12-31"
    account.save()
    look(account)
    assert bakery.touches.count() == told


def test_a_calendar_that_is_gone_does_not_keep_the_others(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(calendar="jobs")
    books.make(calendar="team")
    account = read_books(bakery, books, "caldav", by=anna)
    put(books, "team/a.ics", calendar(event("a")))
    books.send("DELETE", "jobs/")
    account = look(account)
    assert subjects_of(bakery) == ["Survey"]
    assert "nothing at this address any more" in account.error


def test_many_entries_come_in_stretches(bakery: Business, anna: User, books: Library) -> None:
    books.make(calendar="jobs", book="clients")
    for number in range(120):
        put(books, f"jobs/{number}.ics", calendar(event(str(number))))
    found = connecting.find_collections([books.site])
    account = keeping.add_collections(bakery, found, name="anna", by=anna)[1]
    account = LiveAccount.objects.get(kind="caldav")
    keeping.choose(account, [one["name"] for one in keeping.choices_of(account)], by=anna)
    assert looking.look_into(bakery, account.pk, seconds=0)
    account = fresh(account)
    assert account.count == 100
    assert bakery.touches.count() == 100
    assert account.next_run_at <= timezone.now()
    assert not looking.look_into(bakery, account.pk)
    assert fresh(account).count == 120
    assert bakery.touches.count() == 120


@contextmanager
def published(*texts: str) -> Iterator[str]:
    """A calendar at an address, another one at each visit; the last stays."""
    waiting = list(texts)

    def tell(request: Any) -> None:
        text = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        say(request, 200, text.encode(), Content_Type="text/calendar")

    with web_parrot(tell) as place:
        yield f"{place}/secret.ics"


def test_a_calendar_address_is_followed(bakery: Business, anna: User) -> None:
    long_ago = event("old", "Long ago", TOMORROW - timedelta(days=60))
    recent = event("recent", "Recent", TOMORROW - timedelta(days=3))
    soon = event("soon", "Soon")
    first = calendar(long_ago, recent, soon).replace(
        "VERSION:2.0\r\n", "VERSION:2.0\r\nX-WR-CALNAME:Jobs\r\n"
    )
    moved = calendar(event("soon", "Soon, later", TOMORROW + timedelta(days=1)))
    with published(first, first, moved) as place:
        site = as_site(place)
        assert connecting.name_of_calendar(site) == "Jobs"
        account = keeping.add_calendar(bakery, site, name="Jobs", by=anna)
        account = look(account)
        assert subjects_of(bakery) == ["Long ago", "Recent", "Soon"]
        assert account.count == 3
        account = look(account)
        # What is long over is left out by such calendars: it took place all the same.
        assert subjects_of(bakery) == ["Long ago", "Soon, later"]
        account = look(account)
        assert account.count == 1
    assert place not in str(list(bakery.changes.values()))
    account = look(account)
    assert account.error
    assert place.rpartition("/")[2] not in account.error


def test_a_calendar_address_is_read_anew_before_its_years_run_out(
    bakery: Business, anna: User
) -> None:
    text = calendar(event("w", more="RRULE:FREQ=MONTHLY\r\n"))
    with published(text) as place:
        account = look(keeping.add_calendar(bakery, as_site(place), name="Jobs", by=anna))
        told = bakery.touches.count()
        bakery.touches.latest("at").delete()
        account = look(account)
        assert bakery.touches.count() == told - 1
        account.cursor["places"][""]["until"] = "2026-12-31"
        account.save()
        look(account)
    assert bakery.touches.count() == told


def test_a_card_that_cannot_be_had_is_a_problem_beside_the_others(
    bakery: Business, anna: User, books: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that hands out nothing for one of its entries; the network edge stands in."""
    books.make(book="clients", calendar="jobs")
    put(books, "clients/a.vcf", card("a", "Marta Conti", "marta@conti.example"))
    plain = dav.changes

    def with_a_gap(*args: Any) -> Iterator[dav.Batch]:
        for batch in plain(*args):
            gap = dav.Entry("/anna/clients/b.vcf", "", b"", refused=True)
            entries = [*batch.entries, gap] if batch.entries else []
            yield dav.Batch(entries, batch.gone, batch.state, batch.left)

    monkeypatch.setattr(dav, "changes", with_a_gap)
    account = read_books(bakery, books, "carddav", by=anna)
    assert names_of(bakery) == ["Marta Conti"]
    assert account.brings.problems.get().sentence == "The server did not hand this out."


def test_what_is_in_a_library_of_files_needs_no_password_in_the_database(
    bakery: Business, anna: User, books: Library, tmp_path: Path
) -> None:
    """Neither the password nor the address of a calendar can be read from the table."""
    books.make(book="clients")
    account = read_books(bakery, books, "carddav", by=anna)
    with connection.cursor() as cursor:
        cursor.execute("SELECT password, address FROM people_liveaccount")
        row = cursor.fetchone()
    assert account.password not in row[0]
    assert account.address not in row[1]
