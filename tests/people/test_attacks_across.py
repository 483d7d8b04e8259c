"""A member of one business holds the numbers of another's rows; archives hold names of none."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people.bringing_in import beginning, carrying_on
from passo.people.models import Person
from tests.people.bringing import CARD, bring, put
from tests.people_world import make_live_account, make_people_of_every_kind
from tests.world import Visitor

pytestmark = pytest.mark.django_db

FIELDS = (
    "other person whose ids tag organisation pair view who-0 who-1 strength seek-0 address "
    "folders came_with stays gone name met by thing"
)
SECRET = "Zebedäus Geheimrat"


@pytest.fixture
def theirs(garage: Business) -> dict[str, int]:
    """Rows of another business, all of whose people and firms bear one name."""
    gaps = make_people_of_every_kind(garage)
    garage.people.update(name=SECRET)
    garage.organisations.update(name=SECRET)
    garage.tags.update(name=SECRET)
    garage.imports.update(name=SECRET)
    return gaps


def rows_of(business: Business) -> list[Any]:
    models = apps.get_app_config("people").get_models()
    return [list(one.objects.filter(business=business).order_by("pk").values()) for one in models]


def strangers_among(business: Business) -> list[str]:
    """Rows of a business that lean on another one's."""
    found = []
    for model in apps.get_app_config("people").get_models():
        for field in model._meta.concrete_fields:
            other = field.related_model
            if other is None or not any(one.name == "business" for one in other._meta.fields):
                continue
            leans = model.objects.filter(business=business, **{f"{field.name}__isnull": False})
            strange = leans.exclude(**{f"{field.name}__business": business})
            found += [f"{model.__name__}.{field.name}"] * strange.count()
    return found


POSTED = (
    ("tell_tie", "person_id"), ("tell_tie_again", "person_id"), ("add_to_organisation",
    "organisation_id"), ("join_organisation", "organisation_id"), ("decide_pair", "pair_id"),
    ("correct_person", "person_id"), ("tag_person", "person_id"), ("add_own_address", ""),
    ("capture", ""), ("keep_capture", ""), ("export_people", ""), ("start_imports", ""),
    ("choose_folders", "live_account_id"), ("note_touch", "person_id"),
)  # fmt: skip


def test_numbers_of_another_business_in_a_form_reach_nothing(  # noqa: PLR0917 -- its people
    bakery: Business,
    garage: Business,
    anna: User,
    charlie: User,
    client_of: Callable[[User], Visitor],
    theirs: dict[str, int],
) -> None:
    ours = make_people_of_every_kind(bakery)
    before, browser = rows_of(garage), client_of(anna)
    for number in sorted({*theirs.values(), charlie.pk}):
        for name, gap in POSTED:
            url = reverse(name, args=[bakery.slug, *([ours[gap]] if gap else [])])
            fields = FIELDS.split()
            said = dict.fromkeys(fields, str(number)) | {"strength": "0.6", "format": "json"}
            said |= {"text": f"Called {SECRET}", "kind": "call", "direction": "out"}
            said |= {"day": "2026-11-01", "on": "2026-11-01", "answer": "same"}
            answer = browser.post(url, said)
            assert answer.status_code in {200, 302, 404, 409, 422}, name
            page = answer.content.decode().replace(f"Called {SECRET}", "")
            assert SECRET not in page or name in {"capture", "keep_capture"}, name
    assert rows_of(garage) == before
    assert strangers_among(bakery) == []


def test_numbers_of_another_business_in_an_address_show_nothing(
    bakery: Business,
    anna: User,
    client_of: Callable[[User], Visitor],
    theirs: dict[str, int],
) -> None:
    ours, browser = make_people_of_every_kind(bakery), client_of(anna)
    pages = [("left_out", ""), ("same_people", ""), ("tell_tie", "person_id"),
             ("export_people", ""), ("person", "person_id"), ("history", "")]  # fmt: skip
    for number in sorted(set(theirs.values())):
        asked = dict.fromkeys(
            ["met", "tag", "organisation", "came_with", "ids", "pair", "other", "by", "thing"],
            number,
        )
        for name, gap in pages:
            url = reverse(name, args=[bakery.slug, *([ours[gap]] if gap else [])])
            assert SECRET not in browser.get(url, asked).content.decode(), name


def test_every_pair_of_two_businesses_is_no_pair(
    bakery: Business,
    anna: User,
    client_of: Callable[[User], Visitor],
    theirs: dict[str, int],
) -> None:
    ours, browser = make_people_of_every_kind(bakery), client_of(anna)
    mixed = [[ours["person_id"], theirs["person_id"]], [theirs["person_id"], ours["person_id"]]]
    for one in mixed:
        url = reverse("compare_people", args=[bakery.slug, *one])
        assert browser.get(url).status_code == 404
        assert browser.post(url, {"answer": "same"}).status_code == 404
    for name, gap in (("untag_person", "tag_id"), ("change_way", "point_id"),
                      ("remove_touch", "touch_id"), ("take_out_source", "source_id")):  # fmt: skip
        url = reverse(name, args=[bakery.slug, ours["person_id"], theirs[gap]])
        assert browser.post(url).status_code in {302, 404}
    assert Person.objects.filter(pk=theirs["person_id"]).exists()


def test_a_job_with_numbers_of_another_business_does_nothing(
    bakery: Business, garage: Business, charlie: User, theirs: dict[str, int]
) -> None:
    from passo.people import jobs  # noqa: PLC0415 -- as the worker finds them

    waiting = put(garage, CARD)
    beginning.start(waiting, queue=False)
    before = rows_of(garage)
    jobs.bring_in.func(bakery.pk, waiting.pk)
    jobs.take_back.func(bakery.pk, theirs["import_id"], charlie.pk)
    jobs.sync.func(bakery.pk, theirs["live_account_id"])
    jobs.look_again.func(bakery.pk, 1)
    assert rows_of(garage) == before
    assert not bakery.people.exists()


def test_staff_cannot_undo_what_an_owner_decided_of_an_account(
    bakery: Business, anna: User, ben: User, client_of: Callable[[User], Visitor]
) -> None:
    account = make_live_account(bakery)
    change = account.change(by=anna, what="settle", is_paused=True)
    assert change is not None
    answer = client_of(ben).post(reverse("undo_change", args=[bakery.slug, change.pk]))
    account.refresh_from_db()
    assert (answer.status_code, account.is_paused) == (409, True)


def test_the_password_of_an_account_is_nowhere_to_be_read(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    secret, address = "Schl0ss-am-Tor", "https://calendar.example/private-4711/basic.ics"
    account = make_live_account(bakery, kind="ics", address=address)
    account.password = secret
    account.save()
    browser = client_of(anna)
    account.change(by=anna, what="settle", name="Werkstatt")
    pages = [("live_accounts", []), ("live_account", [account.pk]), ("history", []),
             ("retype_password", [account.pk]), ("choose_folders", [account.pk])]  # fmt: skip
    for name, args in pages:
        said = browser.get(reverse(name, args=[bakery.slug, *args])).content.decode()
        assert secret not in said
        assert "private-4711" not in said
    account.remove(by=anna)
    kept = "".join(str(one) for one in bakery.changes.values_list("before", "after"))
    assert secret not in kept
    assert "private-4711" not in kept


ODD_ZIPS = {"lzma": zipfile.ZIP_LZMA, "bz2": zipfile.ZIP_BZIP2, "deflate": zipfile.ZIP_DEFLATED}


@pytest.mark.parametrize("way", ODD_ZIPS.values(), ids=ODD_ZIPS)
def test_an_archive_that_is_broken_inside_is_told_in_words(bakery: Business, way: int) -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", way) as archive:
        archive.writestr("a.vcf", CARD * 50)
    for place in range(38, len(into.getvalue()) - 80, 9):
        broken = bytearray(into.getvalue())
        broken[place] ^= 0xFF
        done = bring(bakery, bytes(broken), "x.zip")
        assert done.state == "done"


def test_an_archive_whose_names_are_in_no_alphabet_is_told_in_words(bakery: Business) -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("ü.vcf", CARD)
    done = bring(bakery, into.getvalue().replace("ü".encode(), b"\xff\xff"), "x.zip")
    assert done.state == "done"
    assert done.counts["problems"]


def test_a_folder_whose_files_are_named_in_another_alphabet_is_read(
    bakery: Business, tmp_path: Path
) -> None:
    folder = tmp_path / "kontakte"
    folder.mkdir()
    name = bytes(folder) + b"/caff\xe8.vcf"
    Path(name.decode("utf-8", "surrogateescape")).write_text(CARD, encoding="utf-8")
    work = put(bakery, CARD)
    beginning.start(work, queue=False)
    work.kind = "zip"
    from passo.businesses.files import folder_of  # noqa: PLC0415

    place = folder_of(bakery.pk) / "ordner"
    place.symlink_to(folder)
    work.file = place.name
    work.save()
    carrying_on.carry_on(bakery, work.pk)
    assert bakery.sources.get().file.startswith("caff")
