"""Taking people along from a page, from the command line, and with the whole business."""

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from passo.businesses import exporting as of_businesses
from passo.businesses import jobs as jobs_of_businesses
from passo.businesses.files import folder_of
from passo.businesses.models import Business, Progress, User
from passo.cli import people as commands
from passo.cli.answers import Stop
from passo.lib.refusal import Refusal
from passo.people import jobs
from passo.people.lasting import Names
from passo.people.models import Touch
from passo.people.yours import exporting
from tests.people.bringing import bring
from tests.people_world import make_person, make_tag, make_touch
from tests.world import make_business, make_user
from tests.world import visitor as client_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna() -> User:
    return make_user("Anna")


@pytest.fixture
def bakery(anna: User) -> Business:
    business = make_business("Bakery", owner=anna)
    paola = make_person(business, mail="paola@rinaldi.example")
    luca = make_person(business, "Luca Ferri", mail="luca@ferri.example")
    make_tag(business, "fair", luca)
    make_touch(business, paola, luca, kind="meeting", subject="The stairs")
    make_touch(business, paola)
    return business


def address(business: Business, query: str = "") -> str:
    return reverse("export_people", args=[business.slug]) + query


def made(business: Business, user: User, **wish: Any) -> Progress:
    """As a worker would make it."""
    progress = exporting.begin(business, user, **wish)
    ids = ",".join(map(str, wish.get("ids", ())))
    jobs.take_along.func(business.pk, progress.pk, user.pk, ids)
    progress.refresh_from_db()
    return progress


def fetched(client: Client, business: Business, progress: Progress) -> bytes:
    answer = client.get(reverse("download_people", args=[business.slug, progress.pk]))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_the_page_offers_every_format_and_says_who_goes_along(bakery: Business, anna: User) -> None:
    client = client_of(anna)
    page = client.get(address(bakery)).content.decode()
    assert "Everybody you know" in page
    assert page.count('name="format"') == 5
    one = f"?ids={bakery.people.first().pk}"
    assert "The 1 person you chose." in client.get(address(bakery, one)).content.decode()
    both = ",".join(str(pk) for pk in bakery.people.values_list("pk", flat=True))
    assert "The 2 people you chose." in client.get(address(bakery, f"?ids={both}")).content.decode()


def test_where_nobody_is_there_is_nothing_to_take(anna: User) -> None:
    page = client_of(anna).get(address(make_business("Empty", owner=anna))).content.decode()
    assert "There is nobody to take along yet." in page


def test_what_was_asked_for_is_written_and_can_be_fetched(bakery: Business, anna: User) -> None:
    client = client_of(anna)
    answer = client.post(address(bakery), {"format": "vcard"})
    assert answer.headers["Location"].endswith("/people/export/#ready")
    progress = exporting.exports(bakery).get()
    waiting = client.get(reverse("export_people_progress", args=[bakery.slug, progress.pk]))
    assert "<progress" in waiting.content.decode()
    jobs.take_along.func(bakery.pk, progress.pk, anna.pk, "")
    assert "Ready: 2 people." in client.get(address(bakery)).content.decode()
    assert fetched(client, bakery, progress).count(b"BEGIN:VCARD") == 2


def test_no_other_format_is_made(bakery: Business, anna: User) -> None:
    with pytest.raises(Refusal):
        exporting.begin(bakery, anna, form="exe")


def test_of_chosen_people_only_their_own_part_goes_along(bakery: Business, anna: User) -> None:
    luca = bakery.people.get(name="Luca Ferri")
    progress = made(bakery, anna, form="json", ids=[luca.pk])
    text = fetched(client_of(anna), bakery, progress).decode()
    assert "Luca Ferri" in text
    assert "Paola" not in text
    assert "paola" not in text
    touches = [one for one in json.loads(text)["records"] if one["record"] == "touch"]
    assert [len(one["people"]) for one in touches] == [1]


def test_nobody_is_left_behind_unsaid(
    bakery: Business, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_CHOSEN", 1)
    everybody = list(bakery.people.values_list("pk", flat=True))
    assert exporting.few_enough(bakery, everybody) == []
    make_person(bakery, "Sara Neri")
    with pytest.raises(Refusal, match="at most 1 people"):
        exporting.begin(bakery, anna, form="json", ids=everybody)
    assert not exporting.exports(bakery).exists()


def test_all_four_lie_in_one_file_that_brings_everything_back(bakery: Business, anna: User) -> None:
    zipped = fetched(client_of(anna), bakery, made(bakery, anna, form="all"))
    names = zipfile.ZipFile(BytesIO(zipped)).namelist()
    assert names == ["contacts.vcf", "contacts.csv", "calendar.ics", "people.json"]
    other = make_business("Second bakery", owner=anna)
    bring(other, zipped, "people.zip")
    assert (other.people.count(), other.touches.count()) == (2, 2)
    assert not other.imports.get().problems.exists()


def test_the_export_of_a_whole_business_has_them_too(bakery: Business, anna: User) -> None:
    progress = of_businesses.begin(bakery, anna)
    jobs_of_businesses.export.func(bakery.pk, progress.pk, anna.pk)
    progress.refresh_from_db()
    path = of_businesses.file_of(progress)
    assert path
    assert "people/people.json" in zipfile.ZipFile(path).namelist()
    other = make_business("Second bakery", owner=anna)
    bring(other, path.read_bytes(), "everything.zip")
    assert (other.people.count(), other.touches.count()) == (2, 2)


def test_it_is_written_once_and_not_for_who_has_left(bakery: Business, anna: User) -> None:
    progress = exporting.begin(bakery, anna, form="csv")
    jobs.take_along.func(bakery.pk, progress.pk, anna.pk + 99, "")
    progress.refresh_from_db()
    assert progress.state == "waiting"
    jobs.take_along.func(bakery.pk, progress.pk, anna.pk, "")
    jobs.take_along.func(bakery.pk, progress.pk, anna.pk, "")
    assert len(list(folder_of(bakery.pk).glob("*.csv"))) == 1


def test_half_a_file_is_none(bakery: Business, anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "write_into", no_room)
    progress = exporting.begin(bakery, anna, form="csv")
    with pytest.raises(OSError, match="No space"):
        jobs.take_along.func(bakery.pk, progress.pk, anna.pk, "")
    progress.refresh_from_db()
    assert "disk full" in progress.sentence
    assert not list(folder_of(bakery.pk).glob("*.csv"))
    gone = client_of(anna).get(reverse("download_people", args=[bakery.slug, progress.pk]))
    assert gone.status_code == 409


def no_room(*_given: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_long_one_says_how_far_it_has_come(
    bakery: Business, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "EVERY", 1)
    progress = made(bakery, anna, form="vcard")
    assert (progress.state, progress.done, progress.total) == ("finished", 2, 2)


def test_thousands_cost_no_more_questions_than_a_few(
    bakery: Business, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(30):
        make_touch(bakery, make_person(bakery, f"Person {number}", mail=f"p{number}@x.example"))
    assert Touch.objects.count() == 32
    with django_assert_max_num_queries(20):
        text = "".join(exporting.FILES["json"].write(bakery, None))
    assert text.count('"record": "person"') == 32


def test_the_command_line_writes_the_same(bakery: Business, tmp_path: Path) -> None:
    path = tmp_path / "contacts.vcf"
    answer = commands.export(business=bakery.slug, form="vcard", output=path)
    assert answer.values["people"] == 2
    assert answer.values["bytes"] == path.stat().st_size
    assert path.read_text().count("BEGIN:VCARD") == 2
    assert [one.name for one in tmp_path.iterdir()] == ["contacts.vcf"]


def test_the_command_line_refuses_what_it_cannot_write(
    bakery: Business, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Stop, match="Choose a format"):
        commands.export(business=bakery.slug, form="pdf")
    with pytest.raises(Stop, match="There is no folder"):
        commands.export(business=bakery.slug, output=tmp_path / "nowhere" / "people.json")
    monkeypatch.setattr(exporting, "write_into", no_room)
    with pytest.raises(OSError, match="No space"):
        commands.export(business=bakery.slug, output=tmp_path / "people.json")
    assert not list(tmp_path.iterdir())


def test_a_calendar_of_chosen_people_has_their_meetings_alone(bakery: Business) -> None:
    chosen = bakery.people.filter(name="Luca Ferri")
    text = "".join(exporting.FILES["ics"].write(bakery, chosen))
    assert text.count("BEGIN:VEVENT") == 1
    nobody = bakery.people.none()
    assert "VEVENT" not in "".join(exporting.FILES["ics"].write(bakery, nobody))


def test_a_meeting_at_the_end_of_time_can_be_written(bakery: Business) -> None:
    at = datetime(9999, 12, 31, 23, 0, tzinfo=UTC)
    touch = make_touch(bakery, bakery.people.earliest("pk"), kind="visit", at=at)
    Touch.objects.filter(pk=touch.pk).update(minutes=600)
    assert "DTEND:99991231T230000Z" in "".join(exporting.FILES["ics"].write(bakery, None))


def test_the_uid_that_an_address_book_gave_stays(bakery: Business) -> None:
    uid = "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"
    bring(bakery, f"BEGIN:VCARD\nVERSION:4.0\nUID:{uid}\nFN:Sara Neri\nEND:VCARD\n")
    assert f"UID:{uid}" in "".join(exporting.FILES["vcard"].write(bakery, None))


def test_a_name_that_is_another_passos_is_no_number_here(bakery: Business) -> None:
    names = Names(bakery, "person")
    assert names.number(names.of(12)) == 12
    assert names.number(Names(bakery, "touch").of(12)) is None
    assert names.number("urn:uuid:no") is None
    assert names.number("12") is None
