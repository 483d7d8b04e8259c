"""The pages of what was given and received: one line noted, thanked for, corrected, undone."""

import json
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses import export
from passo.businesses.models import Business, User
from passo.introductions.contributions import SIZE
from passo.introductions.models import Contribution
from passo.people import merging
from passo.people.models import Person
from tests.introductions_world import make_contribution, make_introduction
from tests.people_world import make_person
from tests.world import Visitor, words_of

DAY = timedelta(days=1)


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", cares_about="Jazz")


@pytest.fixture
def browser(client_of: Any, anna: User) -> Visitor:
    return client_of(anna)


def url(name: str, business: Business, **gap: Any) -> str:
    return reverse(name, kwargs={"slug": business.slug, **gap})


def typed(**values: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {"way": "given", "kind": "advice", "on": today} | values


def undo_from(response: Any) -> str:
    found = re.search(r'action="([^"]+/history/\d+/undo/)"', response.content.decode())
    assert found
    return found[1]


def test_one_line_is_noted_from_a_persons_page_and_undone(
    bakery: Business, paola: Person, browser: Visitor, anna: User
) -> None:
    here = url("person_contributions", bakery, person_id=paola.pk)
    page = browser.get(here)
    assert "You have not noted anything given to Paola yet." in words_of(page)
    assert "Send something about Jazz" in words_of(page)
    sent = typed(person=paola.pk, words="Which lamps last", next=here)
    answer = browser.post(url("note_contribution", bakery), sent, follow=True)
    assert answer.redirect_chain[-1][0] == here
    assert "Noted: given to Paola Rinaldi." in words_of(answer)
    assert "You gave Paola more than you received." in words_of(answer)
    made = bakery.contributions.get()
    assert (made.person, made.is_given, made.size, made.noted_by) == (paola, True, 1, anna)
    browser.post(undo_from(answer))
    assert not bakery.contributions.exists()


def test_from_the_list_the_person_is_named(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    sent = typed(who="paola rinaldi", way="received", amount="1,500", size="1")
    answer = browser.post(url("note_contribution", bakery), sent, follow=True)
    assert "Noted: received from Paola Rinaldi." in words_of(answer)
    made = bakery.contributions.get()
    assert (made.amount_cents, made.size, made.is_given) == (1_500_00, 9, False)
    assert "€1,500" in words_of(answer)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"who": "Nobody Known"}, "Nobody is called like this."),
        ({"who": "Ada Uno"}, "Several people are called like this."),
        ({"who": ""}, "Please write with whom."),
        ({"way": ""}, "Please fill this in."),
        ({"kind": "bribe"}, "Select a valid choice."),
        ({"size": "7"}, "Select a valid choice."),
        ({"amount": "a lot"}, "Please write an amount in digits"),
        ({"amount": "-5"}, "Please write it without a minus."),
        ({"on": ""}, "Please fill this in."),
        ({"on": "0202-01-01"}, "Please look at the year."),
        ({"on": (date(2999, 1, 1)).isoformat()}, "This day lies ahead."),
        ({"words": "Lamps\u202e"}, "signs in it that nobody can see"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    bakery: Business, paola: Person, browser: Visitor, wrong: dict[str, str], said: str
) -> None:
    for _time in range(2):
        make_person(bakery, "Ada Uno")
    sent = typed(who="Paola Rinaldi", words="Which lamps last") | wrong
    answer = browser.post(url("note_contribution", bakery), sent)
    assert answer.status_code == 422
    assert said in words_of(answer)
    assert "words" in wrong or "Which lamps last" in answer.content.decode()
    assert not bakery.contributions.exists()


def test_it_is_corrected_and_the_correction_undone(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    made = make_contribution(bakery, paola, amount_cents=150_00)
    here = url("change_contribution", bakery, contribution_id=made.pk)
    page = browser.get(here)
    assert "€150" in page.content.decode()
    assert "Paola Rinaldi" in words_of(page)
    answer = browser.post(here, typed(kind="gift", amount="", size="9"), follow=True)
    made.refresh_from_db()
    assert (made.kind, made.amount_cents, made.size) == ("gift", None, 9)
    browser.post(undo_from(answer))
    made.refresh_from_db()
    assert (made.kind, made.amount_cents, made.size) == ("advice", 150_00, 3)
    same = {"on": made.on.isoformat(), "words": made.words, "amount": "150"}
    again = browser.post(here, typed(**same), follow=True)
    assert "Nothing was different." in words_of(again)


def test_thanks_are_noted_once_and_taken_back(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    made = make_contribution(bakery, paola, is_given=False)
    given = make_contribution(bakery, paola)
    here = url("contributions", bakery)
    assert "Not thanked 1" in words_of(browser.get(here))
    press = url("thank_contribution", bakery, contribution_id=made.pk)
    answer = browser.post(press, {"next": here}, follow=True)
    assert "Noted: you thanked Paola Rinaldi." in words_of(answer)
    again = browser.post(press, {"next": here}, follow=True)
    assert "Nothing was different." in words_of(again)
    browser.post(undo_from(answer))
    made.refresh_from_db()
    assert made.thanked_on is None
    refused = browser.post(url("thank_contribution", bakery, contribution_id=given.pk))
    assert refused.status_code == 409
    assert "it is for them to thank" in words_of(refused)


def test_it_is_removed_and_comes_back(bakery: Business, paola: Person, browser: Visitor) -> None:
    made = make_contribution(bakery, paola)
    press = url("remove_contribution", bakery, contribution_id=made.pk)
    answer = browser.post(press, follow=True)
    assert "Removed: “Which lamps last”" in words_of(answer)
    assert not bakery.contributions.exists()
    browser.post(undo_from(answer))
    assert bakery.contributions.get().pk == made.pk


def test_the_list_is_narrowed(bakery: Business, paola: Person, browser: Visitor) -> None:
    luca = make_person(bakery, "Luca Ferri")
    make_contribution(bakery, paola, words="Lamps")
    make_contribution(bakery, luca, kind="gift", is_given=False, words="Wine")
    make_contribution(
        bakery, luca, kind="help", is_given=False, words="Ladder", thanked_on=date(2026, 11, 20)
    )
    here = url("contributions", bakery)

    def shown(**asked: Any) -> set[str]:
        page = words_of(browser.get(here, asked))
        return {word for word in ("Lamps", "Wine", "Ladder") if word in page}

    assert shown() == {"Lamps", "Wine", "Ladder"}
    assert shown(show="given") == {"Lamps"}
    assert shown(show="received") == {"Wine", "Ladder"}
    assert shown(show="unthanked") == {"Wine"}
    assert shown(kind="gift") == {"Wine"}
    assert shown(person=luca.pk) == {"Wine", "Ladder"}
    assert shown(person=luca.pk, show="unthanked") == {"Wine"}
    assert shown(show="nonsense", kind="nonsense", person="0x") == {"Lamps", "Wine", "Ladder"}
    assert "Only Luca Ferri" in words_of(browser.get(here, {"person": luca.pk}))


def test_pages_follow_each_other_and_keep_what_narrows(
    bakery: Business, paola: Person, browser: Visitor, django_assert_max_num_queries: Any
) -> None:
    today = timezone.localdate()
    rows = [
        Contribution(
            business=bakery,
            person=paola,
            kind="help",
            is_given=True,
            on=today - number * DAY,
            words=f"No. {number}",
        )
        for number in range(SIZE + 2)
    ]
    Contribution.objects.bulk_create(rows)
    here = url("contributions", bakery)
    with django_assert_max_num_queries(16):
        first = browser.get(here, {"show": "given", "kind": "help"})
    older = first.context["older"]
    assert "show=given" in older
    second = browser.get(older)
    assert [row.words for row in second.context["rows"]] == ["No. 30", "No. 31"]
    assert browser.get(second.context["newer"]).context["rows"][0].words == "No. 0"
    mine = browser.get(url("person_contributions", bakery, person_id=paola.pk))
    assert "person=" not in mine.context["older"]
    assert len(browser.get(mine.context["older"]).context["rows"]) == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Nothing is noted yet"),
        ({"show": "unthanked"}, "Nobody waits for thanks"),
        ({"kind": "gift"}, "Nothing like this is noted"),
    ],
)
def test_an_empty_list_says_what_happens_next(
    bakery: Business, browser: Visitor, asked: dict[str, str], said: str
) -> None:
    assert said in words_of(browser.get(url("contributions", bakery), asked))


def test_the_picture_has_a_table_beside_it(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    make_contribution(bakery, paola, is_given=False, size=9, on=timezone.localdate())
    page = browser.get(url("contributions", bakery))
    assert 'role="img" aria-label="Given and received, by quarter.' in page.content.decode()
    assert "As a table" in words_of(page)
    assert "They gave you more than they got" in words_of(page)
    assert "given 0, received 9" in words_of(page)


def test_what_an_introduction_left_names_who_was_met(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    made = make_introduction(bakery, broker=paola)
    make_contribution(
        bakery, paola, kind="introduction", is_given=False, words="", introduction=made
    )
    page = words_of(browser.get(url("contributions", bakery)))
    assert "introduction to Giulia Ferri" in page


def test_whoever_only_looks_is_offered_nothing_to_press(
    bakery: Business, paola: Person, vera: User, client_of: Any
) -> None:
    make_contribution(bakery, paola, is_given=False)
    for name, gap in (("contributions", {}), ("person_contributions", {"person_id": paola.pk})):
        page = client_of(vera).get(url(name, bakery, **gap))
        assert page.status_code == 200
        assert "Which lamps last" in words_of(page)
        assert not re.search(r"/contributions/(new|\d+/\w+)/", page.content.decode())


def test_a_persons_page_and_find_lead_here(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    page = browser.get(url("person", bakery, person_id=paola.pk)).content.decode()
    assert url("person_contributions", bakery, person_id=paola.pk) in page
    found = browser.get(reverse("palette"), {"q": "given"})
    assert url("contributions", bakery) in found.content.decode()


def test_somebody_joined_leads_to_who_they_are_now(
    bakery: Business, paola: Person, browser: Visitor, anna: User
) -> None:
    gone = make_person(bakery, "P. Rinaldi")
    make_contribution(bakery, gone, words="Lamps")
    merging.merge(paola, gone, by=anna)
    answer = browser.get(url("person_contributions", bakery, person_id=gone.pk), follow=True)
    assert answer.redirect_chain[-1][0] == url("person_contributions", bakery, person_id=paola.pk)
    assert "Lamps" in words_of(answer)
    assert "Lamps" in words_of(browser.get(url("contributions", bakery), {"person": gone.pk}))


def test_somebody_elses_contribution_cannot_be_touched(
    bakery: Business, garage: Business, browser: Visitor
) -> None:
    theirs = make_contribution(garage, make_person(garage, "Sam Other"))
    for name in ("change_contribution", "thank_contribution", "remove_contribution"):
        answer = browser.post(url(name, bakery, contribution_id=theirs.pk), typed())
        assert answer.status_code == 404
    sent = typed(person=theirs.person_id, who="Sam Other")
    assert browser.post(url("note_contribution", bakery), sent).status_code == 422


def test_all_of_it_lies_in_the_export(bakery: Business, paola: Person, tmp_path: Path) -> None:
    make_contribution(bakery, paola, amount_cents=150_00)
    path = tmp_path / "all.zip"
    export.write_export(bakery, path, lambda _done: None)
    with zipfile.ZipFile(path) as archive:
        (row,) = json.loads(archive.read("introductions-contribution.json"))
    assert (row["person_id"], row["size"], row["words"]) == (paola.pk, 3, "Which lamps last")
