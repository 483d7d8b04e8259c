"""The page on which two are brought together, and where needs are noted."""

from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.introductions import understanding
from passo.introductions.models import Need
from tests.introductions.test_matching import NEED, WORK, make_close
from tests.people_world import make_person
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client_of: Any, anna: User) -> Visitor:
    visitor: Visitor = client_of(anna)
    return visitor


def page(business: Business) -> str:
    return reverse("worthy_introductions", args=[business.slug])


def test_an_owner_notes_a_need_and_is_shown_whom_it_fits(
    browser: Visitor, bakery: Business
) -> None:
    lacks = make_close(bakery, "Dora Stein")
    gives = make_close(bakery, "Piero Sasso", job_title=WORK)
    address = reverse("note_need", args=[bakery.slug])
    answer = browser.post(address, {"who": "dora stein", "words": NEED}, follow=True)
    assert NEED in words_of(answer)
    assert "Nobody to bring together" in words_of(answer)
    understanding.understand(bakery)
    shown = browser.get(page(bakery)).content.decode()
    assert "Piero Sasso" in shown
    assert f"?target={lacks.pk}&amp;other={gives.pk}&amp;purpose=einen" in shown


def test_what_is_dropped_is_gone_and_comes_back_by_undo(browser: Visitor, bakery: Business) -> None:
    lacks = make_close(bakery, "Dora Stein")
    gives = make_close(bakery, "Piero Sasso", job_title=WORK)
    Need.note(lacks, NEED, by=None)
    understanding.understand(bakery)
    address = reverse("drop_worthy", args=[bakery.slug])
    answer = browser.post(address, {"one": lacks.pk, "other": gives.pk}, follow=True)
    assert "no longer proposes Dora Stein and Piero Sasso" in words_of(answer)
    assert "Ask both first" not in words_of(answer)
    change = bakery.changes.get(kind="introductions.dropped")
    browser.post(reverse("undo_change", args=[bakery.slug, change.pk]))
    assert "Ask both first" in words_of(browser.get(page(bakery)))


@pytest.mark.parametrize("number", ["", "x", "²", "999999999", "9" * 40])
def test_nobody_who_is_not_there_is_dropped(
    browser: Visitor, bakery: Business, number: str
) -> None:
    person = make_person(bakery, "Dora Stein")
    address = reverse("drop_worthy", args=[bakery.slug])
    assert browser.post(address, {"one": person.pk, "other": number}).status_code == 409
    assert not bakery.dropped.exists()


def test_a_need_is_taken_away_and_brought_back(browser: Visitor, bakery: Business) -> None:
    need = Need.add(by=None, business=bakery, person=make_person(bakery, "Dora Stein"), words=NEED)
    answer = browser.post(reverse("remove_need", args=[bakery.slug, need.pk]), follow=True)
    assert NEED not in words_of(answer)
    change = bakery.changes.filter(kind="introductions.need").order_by("-pk")[0]
    browser.post(reverse("undo_change", args=[bakery.slug, change.pk]))
    assert NEED in words_of(browser.get(page(bakery)))


@pytest.mark.parametrize(
    ("who", "words", "said"),
    [
        ("", NEED, "Whose need is it?"),
        ("Nobody Known", NEED, "Nobody is called like this."),
        ("Twin Twain", NEED, "Several people are called like this."),
        ("Dora Stein", "", "Write it in a few words."),
        ("Dora Stein", "x" * 201, "Please shorten this"),
    ],
)
def test_what_was_typed_wrongly_is_said_beside_it(
    browser: Visitor, bakery: Business, who: str, words: str, said: str
) -> None:
    for name in ("Dora Stein", "Twin Twain", "Twin Twain"):
        make_person(bakery, name)
    answer = browser.post(reverse("note_need", args=[bakery.slug]), {"who": who, "words": words})
    assert said in words_of(answer)
    assert not bakery.needs.exists()


def test_the_same_need_twice_is_said_so(browser: Visitor, bakery: Business) -> None:
    make_person(bakery, "Dora Stein")
    for said in ("In a minute", "noted so already"):
        typed = {"who": "Dora Stein", "words": NEED}
        answer = browser.post(reverse("note_need", args=[bakery.slug]), typed, follow=True)
        assert said in words_of(answer)


def test_whose_need_it_is_comes_with_the_address(browser: Visitor, bakery: Business) -> None:
    assert (
        'value="Dora &lt;Stein&gt;"'
        in browser.get(page(bakery) + "?who=Dora+%3CStein%3E").content.decode()
    )


def test_a_viewer_looks_and_changes_nothing(client_of: Any, vera: User, bakery: Business) -> None:
    shown = words_of(client_of(vera).get(page(bakery)))
    assert "Somebody needs something" not in shown
