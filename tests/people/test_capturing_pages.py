"""Quick capture through the browser: written, shown back, corrected, kept, taken back."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person, Touch
from tests.people_world import make_organisation, make_person, make_touch
from tests.world import words_of

pytestmark = pytest.mark.django_db
ClientOf = Any


@pytest.fixture
def ben_at_work(client_of: ClientOf, ben: User) -> Any:
    return client_of(ben)


def at(name: str, business: Business, *numbers: int) -> str:
    return reverse(name, args=[business.slug, *numbers])


def write(browser: Any, business: Business, text: str, **more: str) -> Any:
    return browser.post(at("capture", business), {"text": text, **more})


def shown_form(text: str, **changed: str) -> dict[str, str]:
    """What the form shown back sends when nothing is corrected, and what is."""
    day = timezone.localdate().isoformat()
    usual = {"text": text, "kind": "call", "direction": "out", "day": day}
    return {**usual, "step": "", "step_on": "", "promise": "", **changed}


def keep(browser: Any, business: Business, text: str = "Called", **changed: str) -> Any:
    return browser.post(at("keep_capture", business), shown_form(text, **changed))


def toast_undo(page: Any) -> str:
    text: str = page.text
    start = text.index('class="toast"')
    return text[start:].partition('action="')[2].partition('"')[0]


def test_a_line_is_shown_back_and_nothing_is_kept_yet(ben_at_work: Any, bakery: Business) -> None:
    make_person(bakery, "Luca Ferri")
    page = write(ben_at_work, bakery, "Called Luca yesterday, send quote for €1,200 on Friday")
    words = words_of(page)
    assert "Luca Ferri · call, yesterday · next: send quote" in words
    assert "€1,200" in words
    assert '<mark data-meaning="person">Luca</mark>' in page.text
    assert not Touch.objects.exists()


def test_htmx_gets_only_what_was_understood(ben_at_work: Any, bakery: Business) -> None:
    address = at("capture", bakery)
    page = ben_at_work.post(address, {"text": "Called Luca"}, headers={"HX-Request": "true"})
    assert "<html" not in page.text
    assert "capture-back" in page.text


def test_what_is_shown_back_is_kept_as_it_stands(ben_at_work: Any, bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    values = {"who-0": str(luca.pk), "step": "send quote", "promise": "ours"}
    values["step_on"] = timezone.localdate().isoformat()
    page = keep(ben_at_work, bakery, "Called Luca", **values)
    assert page.headers["Location"] == at("today", bakery)
    home = ben_at_work.get(page.headers["Location"])
    assert "Noted with Luca Ferri." in words_of(home)
    assert "send quote" in words_of(home)
    touch = bakery.touches.get()
    assert (touch.text, touch.step, touch.promise) == ("Called Luca", "send quote", "ours")
    ben_at_work.post(toast_undo(home))
    assert not bakery.touches.exists()


def test_one_goes_on_where_one_was(ben_at_work: Any, bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    team = at("team", bakery)
    page = keep(ben_at_work, bakery, "Called Luca", next=team, **{"who-0": str(luca.pk)})
    assert page.headers["Location"] == team
    line = ben_at_work.get(at("capture", bakery), headers={"Referer": f"http://testserver{team}"})
    assert f'name="next" value="http://testserver{team}"' in line.text


def test_several_of_one_name_are_told_apart_and_one_is_chosen(
    ben_at_work: Any, bakery: Business
) -> None:
    first = make_person(bakery, "Luca Ferri", organisation=make_organisation(bakery, "Bar Sole"))
    other = make_person(bakery, "Luca Neri", job_title="plumber")
    make_person(bakery, "Luca Verdi")
    make_touch(bakery, first, at=timezone.now() - timedelta(days=3))
    make_touch(bakery, other, at=timezone.now() - timedelta(days=4))
    words = words_of(write(ben_at_work, bakery, "Called Luca"))
    assert "Who is Luca?" in words
    assert "Luca Ferri Bar Sole · last spoke 3 days ago" in words
    assert "Luca Neri plumber · last spoke 4 days ago" in words
    assert "Luca Verdi not spoken yet" in words
    unsaid = keep(ben_at_work, bakery, "Called Luca")
    assert unsaid.status_code == 422
    assert "Please choose who it was." in words_of(unsaid)
    keep(ben_at_work, bakery, "Called Luca", **{"who-0": str(other.pk)})
    assert bakery.touches.latest("pk").people_ids == [other.pk]


def test_somebody_new_is_made_and_goes_again_with_the_note(
    ben_at_work: Any, bakery: Business
) -> None:
    text = "Met Giulia Ferri from Edil Nord at the fair"
    assert "New person: Giulia Ferri, Edil Nord" in words_of(write(ben_at_work, bakery, text))
    values = {"who-0": "new", "name-0": "Giulia Ferri", "firm-0": "Edil Nord"}
    kept = keep(ben_at_work, bakery, text, **values)
    giulia = bakery.people.get()
    assert giulia.organisation is not None
    home = ben_at_work.get(kept.headers["Location"])
    ben_at_work.post(toast_undo(home))
    assert not bakery.people.exists()
    assert not bakery.organisations.exists()


def test_a_new_person_without_a_name_is_asked_for(ben_at_work: Any, bakery: Business) -> None:
    page = keep(ben_at_work, bakery, "Called", **{"who-0": "new"})
    assert page.status_code == 422
    assert "Please write the name of the new person." in words_of(page)


def test_somebody_else_is_searched_for_and_chosen(ben_at_work: Any, bakery: Business) -> None:
    make_person(bakery, "Luca Ferri")
    paola = make_person(bakery, "Paola Rinaldi")
    values = shown_form("Called Luca", **{"seek-0": "rinal", "who-0": ""})
    page = ben_at_work.post(at("capture", bakery), values)
    assert f'name="who-0" value="{paola.pk}"' in page.text
    assert "Please choose" not in words_of(page)
    keep(ben_at_work, bakery, "Called Luca", **{"who-0": str(paola.pk)})
    assert bakery.touches.get().people_ids == [paola.pk]


def test_a_search_that_finds_nobody_says_what_to_do(ben_at_work: Any, bakery: Business) -> None:
    page = keep(ben_at_work, bakery, "Called", **{"seek-0": "zzz"})
    assert "Nobody by that name. Try fewer letters, or make them a new person." in words_of(page)


def test_a_word_that_is_no_name_is_nobody(ben_at_work: Any, bakery: Business) -> None:
    luca, rosa = make_person(bakery, "Luca Ferri"), make_person(bakery, "Rosa Neri")
    text = "Called Luca and Rosa"
    keep(ben_at_work, bakery, text, **{"who-0": str(luca.pk), "who-1": "nobody"})
    assert bakery.touches.get().people_ids == [luca.pk]
    assert rosa.touch_count == 0


def test_without_a_person_it_is_kept_only_when_that_is_meant(
    ben_at_work: Any, bakery: Business
) -> None:
    text = "Order cable drums tomorrow"
    asked = keep(ben_at_work, bakery, text, kind="note")
    assert asked.status_code == 422
    assert "Whom was it with?" in words_of(asked)
    day = timezone.localdate().isoformat()
    values = {"kind": "note", "alone": "on", "step": "Order cable drums", "step_on": day}
    home = ben_at_work.get(keep(ben_at_work, bakery, text, **values).headers["Location"])
    assert "Noted." in words_of(home)
    assert "Order cable drums" in words_of(home)
    assert bakery.touches.get().people_ids == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"day": "9999-01-01"}, "This day is still ahead."),
        ({"day": "0001-01-01"}, "Please choose a day that is nearer to today."),
        ({"step": "x", "step_on": "9999-12-31"}, "Please choose a day that is nearer to today."),
        ({"day": "soon"}, "Please choose a day."),
        ({"step": "x" * 301}, "Please shorten this to 300 letters."),
        ({"kind": "dream"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_kept(
    ben_at_work: Any, bakery: Business, changed: dict[str, str], sentence: str
) -> None:
    page = keep(ben_at_work, bakery, "Called", alone="on", **changed)
    assert page.status_code == 422
    assert sentence in words_of(page)
    assert not Touch.objects.exists()


def test_a_step_day_without_a_step_is_left_away(ben_at_work: Any, bakery: Business) -> None:
    keep(ben_at_work, bakery, alone="on", step_on=timezone.localdate().isoformat())
    assert bakery.touches.get().step_on is None


@pytest.mark.parametrize("text", ["", "  \n", "\0"])
def test_an_empty_line_is_asked_for(ben_at_work: Any, bakery: Business, text: str) -> None:
    assert write(ben_at_work, bakery, text).status_code == 200
    assert "Write one line first." in words_of(keep(ben_at_work, bakery, text))


def test_a_book_is_no_line(ben_at_work: Any, bakery: Business) -> None:
    assert "Please shorten this to 5000 letters." in words_of(
        write(ben_at_work, bakery, "Called Luca. " * 1000)
    )
    assert keep(ben_at_work, bakery, "Called Luca. " * 1000).status_code == 422


def test_hostile_words_stay_words(ben_at_work: Any, bakery: Business) -> None:
    text = "Met Giulia <script>alert(1)</script> from <img src=x onerror=1>"
    page = write(ben_at_work, bakery, text)
    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    for who in ("²", "-1", "9" * 40, "<b>"):
        assert keep(ben_at_work, bakery, text, **{"who-0": who}).status_code == 422


def test_whoever_is_of_another_business_cannot_be_chosen(
    ben_at_work: Any, bakery: Business, garage: Business
) -> None:
    stranger = make_person(garage, "Luca Weber")
    page = keep(ben_at_work, bakery, "Called", **{"who-0": str(stranger.pk)})
    assert page.status_code == 422
    assert "Luca Weber" not in page.text
    assert Person.objects.filter(pk=stranger.pk, touch_count=0).exists()


def test_the_line_is_on_every_page_for_whoever_works_here(
    ben_at_work: Any, client_of: ClientOf, vera: User, bakery: Business
) -> None:
    page = ben_at_work.get(at("team", bakery)).text
    assert page.count("data-capture") == 2
    assert "<passo-capture>" in page
    assert "data-capture" not in client_of(vera).get(at("team", bakery)).text
    assert 'id="note"' in ben_at_work.get(at("today", bakery)).text


def test_a_viewer_sees_what_was_noted_and_changes_nothing(
    client_of: ClientOf, vera: User, bakery: Business
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    day = timezone.localdate() - timedelta(days=2)
    make_touch(bakery, luca, step="send quote", step_on=day, promise="theirs")
    page = client_of(vera).get(at("today", bakery))
    assert "send quote" in words_of(page)
    assert 'name="until"' not in page.text
