"""Requests that no page of Passo would send."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from passo.businesses.models import Business, User
from tests.people.bringing import put
from tests.people_world import make_people_of_every_kind
from tests.world import Visitor

pytestmark = pytest.mark.django_db

HUGE = "9" * 5_000
ODD = [
    "\0",
    "a\0b",
    HUGE,
    "-1",
    "١",
    "²",
    "\u202e",
    "1e9",
    "%00",
    "A" * 5_000,
    "' OR 1=1 --",
    "🙂" * 300,
]


@pytest.fixture
def browser(anna: User, client_of: Callable[[User], Visitor]) -> Visitor:
    return client_of(anna)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_no_word_in_an_address_breaks_a_page(bakery: Business, browser: Visitor, odd: str) -> None:
    gaps = make_people_of_every_kind(bakery)
    names = (
        "q why after before met sort tag organisation came_with reach warmth spoken left_out ids "
        "pair done unsure other strength words header address at next by from to"
    )
    asked = dict.fromkeys(names.split(), odd)
    person, firm = gaps["person_id"], gaps["organisation_id"]
    pages: list[tuple[str, list[int]]] = [
        ("left_out", []), ("person", [person]), ("join_with", [person]),
        ("tell_tie", [person]), ("organisation", [firm]), ("add_to_organisation", [firm]),
        ("join_organisation", [firm]), ("same_people", []),
        ("joined_by_itself", []), ("joined_by_hand", []), ("kept_separate", []),
        ("earlier_imports", []), ("import_report", [gaps["import_id"]]), ("add_mailbox", []),
        ("people", []), ("organisations", []), ("tags", []), ("edit_cell", [person]),
        ("export_people", []), ("capture", []), ("bring_in", []),
    ]  # fmt: skip
    for name, args in pages:
        for htmx in ({}, {"HX-Request": "true"}):
            answer = browser.get(reverse(name, args=[bakery.slug, *args]), asked, headers=htmx)
            assert answer.status_code in {200, 302, 404}, name
    assert browser.get(reverse("palette"), asked).status_code == 200


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_no_word_in_a_form_breaks_a_page(bakery: Business, browser: Visitor, odd: str) -> None:
    gaps = make_people_of_every_kind(bakery)
    person, firm = gaps["person_id"], gaps["organisation_id"]
    names = (
        "name given family nickname job_title organisation cares_about birthday note days said "
        "label consent consent_on consent_note kind direction on text step step_on promise day "
        "strength words other answer address whose domain own more size stamp brought password "
        "folders format query ids view sort tag add remove cadence what encoding sheet 0 1 "
        "who-0 seek-0 name-0 firm-0 who-1 seek-1 name-1 firm-1 alone next "
        "id deed tagged value field everybody q sort met cell"
    )
    said = dict.fromkeys(names.split(), odd)
    asking = put(bakery, "Name,E-Mail\nPaola,p@x.example\n", "kontakte.csv")
    pages: list[tuple[str, list[int]]] = [
        ("edit_person", [person]), ("correct_person", [person]), ("keep_in_touch", [person]),
        ("add_way", [person]), ("change_way", [person, gaps["point_id"]]),
        ("tag_person", [person]), ("note_consent", [person]), ("note_touch", [person]),
        ("change_touch", [person, gaps["touch_id"]]), ("tell_tie", [person]),
        ("tell_tie_again", [person]), ("erase_person", [person]),
        ("compare_people", [person, gaps["other_id"]]), ("decide_pair", [gaps["pair_id"]]),
        ("correct_organisation", [firm]), ("add_organisation_way", [firm]),
        ("add_to_organisation", [firm]), ("join_organisation", [firm]),
        ("add_own_address", []), ("add_provider", []), ("begin_upload", []),
        ("read_import_as", [asking.pk]), ("import_columns", [asking.pk]), ("start_imports", []),
        ("capture", []), ("keep_capture", []), ("export_people", []),
        ("add_person", []), ("edit_cell", [person]), ("keep_view", []),
        ("rename_tag", [gaps["tag_id"]]), ("change_people", []), ("take_back_many", []),
    ]  # fmt: skip
    for name, args in pages:
        answer = browser.post(reverse(name, args=[bakery.slug, *args]), said)
        assert answer.status_code in {200, 302, 404, 409, 422, 507}, name


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize(
    "deed", ["put_tag", "take_tag", "keep_in_touch", "leave_out", "take_back_in", "join", "export"]
)
def test_no_word_breaks_what_is_done_to_many(
    bakery: Business, browser: Visitor, deed: str, odd: str
) -> None:
    gaps = make_people_of_every_kind(bakery)
    wish = {"q": "", "sort": odd, "tag": odd, "tagged": odd, "days": odd, "deed": deed}
    for whom in ({"id": [odd, str(gaps["person_id"])]}, {"everybody": "1"}):
        answer = browser.post(reverse("change_people", args=[bakery.slug]), wish | whom)
        assert answer.status_code in {200, 302, 404, 409}


def test_a_newcomer_with_signs_that_nobody_sees_is_not_made(
    bakery: Business, browser: Visitor
) -> None:
    said = {"text": "Called Zaccaria", "kind": "call", "direction": "out", "day": "2026-11-01"}
    corrected = {"who-0": "new", "name-0": "Zac\0caria\u202e", "firm-0": "a\0b"}
    browser.post(reverse("keep_capture", args=[bakery.slug]), said | corrected)
    assert not any("\0" in one for one in bakery.people.values_list("name", flat=True))


@pytest.mark.parametrize("at", ["0", "5", HUGE, "-1", "1.5", "", "١", "1_0"])
def test_a_piece_of_a_file_goes_nowhere_but_its_end(
    bakery: Business, browser: Visitor, at: str
) -> None:
    begun = {"name": "telefono.vcf", "size": "10", "stamp": "a\0b"}
    made = browser.post(reverse("begin_upload", args=[bakery.slug]), begun).json()
    url = reverse("upload_piece", args=[bakery.slug, made["id"]])
    answer = browser.post(f"{url}?at={at}", b"x" * 99, content_type="application/octet-stream")
    assert answer.status_code in {200, 409}
    assert answer.json()["here"] == (10 if at == "0" else 0)


@pytest.mark.parametrize(
    ("name", "content", "about"),
    [
        ("k.csv", b"Name,E-Mail\nPaola,p@x.example" + b"\n" * 1_000_000 + b"Luca,l@x.example\n", 2),
        ("k.csv", b"Name,E-Mail\nPaola,p@x.example\n" + b" \r\n" * 1_000_000, 1),
        ("p.mbox", b"From a@x 2026\nFrom: p@x.example\n\nFrom " + b"1" * 1_000_000 + b"x\n\n", 1),
    ],
)
def test_the_first_look_at_a_million_empty_lines_or_figures_is_a_short_one(
    bakery: Business, browser: Visitor, name: str, content: bytes, about: int
) -> None:
    file = SimpleUploadedFile(name, content)
    answer = browser.post(reverse("upload", args=[bakery.slug]), {"files": [file]})
    assert answer.status_code == 302
    assert bakery.imports.get().options["seen"]["about"] == about


@pytest.mark.parametrize("size", [HUGE, str(2**63), str(2**64), "-1", "²", "١"])
def test_a_file_of_an_impossible_size_is_not_begun(
    bakery: Business, browser: Visitor, size: str
) -> None:
    answer = browser.post(
        reverse("begin_upload", args=[bakery.slug]), {"name": "x.vcf", "size": size}
    )
    assert answer.status_code in {422, 507}
