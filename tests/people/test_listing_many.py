"""What is done to many at once, and taken back at once."""

from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, Change, User
from passo.lib.queue.calling import found
from passo.lib.refusal import Refusal
from passo.people import many, many_later, taking_back
from passo.people.listing import Wish
from passo.people.models import Person
from tests.people_world import make_person, make_tag
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(bakery: Business) -> list[Person]:
    return [make_person(bakery, name) for name in ("Anna", "Bea", "Carla", "Dina")]


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


def address(name: str, business: Business, *more: int) -> str:
    return reverse(name, args=[business.slug, *more])


def change(browser: Visitor, business: Business, deed: str, *chosen: Person, **sent: str) -> str:
    ids = [str(person.pk) for person in chosen]
    sent = {"deed": deed, **sent}
    answer = browser.post(address("change_people", business), {"id": ids, **sent}, follow=True)
    return answer.content.decode()


def take_back(browser: Visitor, html: str) -> str:
    """Press Undo on the toast."""
    undo = html.partition('class="toast"')[2].partition('action="')[2].partition('"')[0]
    assert "many/undo" in undo
    return words_of(browser.post(undo.replace("&amp;", "&"), follow=True))


def listed(business: Business) -> list[str]:
    return list(business.people.listed().order_by("name").values_list("name", flat=True))


def tagged(business: Business) -> dict[str, str]:
    rows = business.taggings.order_by("pk").values_list("person__name", "tag__name")
    return dict(rows)


def test_several_are_left_out_with_one_press_and_back_with_another(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    html = change(browser, bakery, "leave_out", *people[:3])
    assert "3 people are left out." in html
    assert listed(bakery) == ["Dina"]
    assert bakery.search_rows.filter(kind="person").count() == 1
    assert "It is as it was before." in take_back(browser, html)
    assert listed(bakery) == ["Anna", "Bea", "Carla", "Dina"]
    assert bakery.search_rows.filter(kind="person").count() == 4


def test_each_has_the_deed_in_their_own_history(
    bakery: Business, people: list[Person], ben: User, browser: Visitor
) -> None:
    change(browser, bakery, "leave_out", *people[:2])
    made = bakery.changes.of("people.person", str(people[0].pk)).first()
    assert (made.what, made.by, made.thing_name) == ("leave_out", ben, "Anna")
    made.undo(by=ben)
    assert listed(bakery) == ["Anna", "Carla", "Dina"]


def test_what_changed_again_since_stays(
    bakery: Business, people: list[Person], ben: User, browser: Visitor
) -> None:
    html = change(browser, bakery, "leave_out", *people[:2])
    people[0].refresh_from_db()
    people[0].take_back_in(by=ben)
    take_back(browser, html)
    assert listed(bakery) == ["Anna", "Bea", "Carla", "Dina"]
    assert bakery.changes.filter(what="undo").count() == 1


def test_taking_back_twice_does_nothing_more(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    html = change(browser, bakery, "leave_out", people[0])
    assert "1 person is left out." in html
    take_back(browser, html)
    assert "There was nothing to take back." in take_back(browser, html)


def test_a_tag_is_put_on_many_and_taken_back(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    make_tag(bakery, "Fair", people[0])
    html = change(browser, bakery, "put_tag", *people[:3], tagged=" fair ")
    assert "“fair” is on 2 people more." in html
    assert tagged(bakery) == {"Anna": "Fair", "Bea": "Fair", "Carla": "Fair"}
    take_back(browser, html)
    assert tagged(bakery) == {"Anna": "Fair"}


def test_a_tag_is_taken_off_many_and_comes_back(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    tag = make_tag(bakery, "Fair", *people[:3])
    html = change(browser, bakery, "take_tag", *people[1:], tagged="FAIR")
    assert "“FAIR” is taken off 2 people." in html
    assert tagged(bakery) == {"Anna": "Fair"}
    people[1].taggings.create(business=bakery, tag=tag)
    take_back(browser, html)
    assert tagged(bakery) == {"Anna": "Fair", "Bea": "Fair", "Carla": "Fair"}


def test_a_tag_that_is_gone_does_not_come_back(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    tag = make_tag(bakery, "Fair", people[0])
    html = change(browser, bakery, "take_tag", people[0], tagged="fair")
    tag.remove(by=None)
    assert "There was nothing to take back." in take_back(browser, html)


@pytest.mark.parametrize(
    ("deed", "tag", "sentence"),
    [
        ("put_tag", " … ", "Please write the tag to put on."),
        ("take_tag", "nothing", "There is no tag of that name."),
        ("dance", "", "Please choose what to do."),
        ("join", "", "To join, select two people."),
    ],
)
def test_what_cannot_be_done_is_said(
    people: list[Person], browser: Visitor, deed: str, tag: str, sentence: str
) -> None:
    business = people[0].business
    assert sentence in change(browser, business, deed, people[0], tagged=tag)


def test_a_rhythm_is_wished_for_many(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    html = change(browser, bakery, "keep_in_touch", *people[:2], days="30")
    assert "Kept for 2 people." in html
    wishes = bakery.people.order_by("name").values_list("own_cadence_days", flat=True)
    assert list(wishes) == [30, 30, None, None]
    take_back(browser, html)
    assert set(wishes.all()) == {None}
    change(browser, bakery, "keep_in_touch", people[0], days="9" * 30)
    assert set(wishes.all()) == {None}


def test_nobody_selected_is_said(bakery: Business, people: list[Person], browser: Visitor) -> None:
    assert "Please select somebody first." in change(browser, bakery, "leave_out")
    assert "Nothing was different." in change(browser, bakery, "take_back_in", people[0])


def test_those_left_out_are_taken_back_in_together(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    change(browser, bakery, "leave_out", *people[:2])
    html = change(browser, bakery, "take_back_in", *people[:2], left_out="1")
    assert "2 people are back." in html
    take_back(browser, html)
    assert listed(bakery) == ["Carla", "Dina"]


def test_two_are_joined_on_the_page_that_compares_them(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    ids = [people[1].pk, people[0].pk]
    answer = browser.post(address("change_people", bakery), {"deed": "join", "id": ids})
    assert answer.headers["Location"] == address("compare_people", bakery, *sorted(ids))


def test_some_are_taken_along(bakery: Business, people: list[Person], browser: Visitor) -> None:
    ids = [person.pk for person in people[:2]]
    answer = browser.post(address("change_people", bakery), {"deed": "export", "id": ids})
    where = address("export_people", bakery)
    assert answer.headers["Location"] == f"{where}?ids={ids[0]},{ids[1]}"


def test_more_than_an_address_holds_are_taken_along_at_once(
    bakery: Business, people: list[Person], browser: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("passo.people.views.listing_many.MOST_IN_ADDRESS", 1)
    sent = {"deed": "export", "everybody": "1"}
    answer = browser.post(address("change_people", bakery), sent)
    assert answer.headers["Location"] == address("export_people", bakery) + "#ready"
    assert bakery.progresses.count() == 1


def test_all_that_a_list_means_are_changed_on_every_page(
    bakery: Business, people: list[Person], browser: Visitor
) -> None:
    make_tag(bakery, "fair", *people[:3])
    tag = str(bakery.tags.get().pk)
    html = change(browser, bakery, "leave_out", everybody="1", tag=tag)
    assert "3 people are left out." in html
    assert listed(bakery) == ["Dina"]


def test_people_of_others_cannot_be_changed(
    bakery: Business, garage: Business, browser: Visitor
) -> None:
    theirs = make_person(garage, "Otto")
    assert "Nothing was different." in change(browser, bakery, "leave_out", theirs)
    change(browser, bakery, "put_tag", theirs, tagged="ours")
    assert listed(garage) == ["Otto"]
    assert not garage.taggings.exists()


def test_only_ones_own_deeds_of_many_are_taken_back(
    bakery: Business, people: list[Person], anna: User, browser: Visitor
) -> None:
    done = many.do(bakery, "leave_out", [people[0].pk], "", by=anna)
    undo = f"{address('take_back_many', bakery)}?from={done.first}&to={done.last}"
    assert "There was nothing to take back." in words_of(browser.post(undo, follow=True))
    assert "There was nothing" in words_of(
        browser.post(address("take_back_many", bakery), follow=True)
    )


def test_other_changes_in_between_are_left_alone(
    bakery: Business, people: list[Person], anna: User
) -> None:
    """Numbers of changes run through all that happens: only deeds of this kind are taken back."""
    first = people[0].correct(by=anna, job_title="Notary")
    many.do(bakery, "leave_out", [people[1].pk], "", by=anna)
    people[2].correct(by=anna, own_cadence_days=7, note="often")
    last = Change.objects.order_by("-pk").first()
    assert taking_back.take_back(bakery, first.pk, last.pk, by=anna) == 1
    people[0].refresh_from_db()
    assert people[0].job_title == "Notary"


def test_thousands_are_changed_in_the_background(
    bakery: Business, people: list[Person], browser: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("passo.people.views.listing_many.MOST_AT_ONCE", 0)
    monkeypatch.setattr(many, "BATCH", 2)
    sent = {"deed": "put_tag", "tagged": "all", "everybody": "1", "q": "a"}
    answer = browser.post(address("change_people", bakery), sent)
    progress = bakery.progresses.get()
    assert answer.headers["Location"] == address("many_progress", bakery, progress.pk)
    page = words_of(browser.get(answer.headers["Location"]))
    assert "You may leave this page" in page
    work(bakery, progress.pk, "put_tag", "all", "q=a")
    progress.refresh_from_db()
    assert (progress.state, progress.sentence) == ("finished", "Done for 1 person.")
    assert set(tagged(bakery)) == {"Anna"}
    assert "You may leave" not in words_of(browser.get(answer.headers["Location"]))


def work(business: Business, progress_id: int, deed: str, value: str, query: str) -> None:
    user = business.memberships.get(role="staff").user_id
    found("people.change_many").func(business.pk, progress_id, user, deed, value, query)


def test_a_job_that_is_begun_anew_passes_by_whom_it_has_changed(
    bakery: Business, people: list[Person], ben: User
) -> None:
    progress = many_later.begin(bakery, "leave_out", "", Wish(reach="none"), 4, by=ben)
    many.do(bakery, "leave_out", [people[0].pk], "", by=ben)
    work(bakery, progress.pk, "leave_out", "", "reach=none")
    work(bakery, progress.pk, "leave_out", "", "reach=none")
    assert listed(bakery) == []
    assert bakery.changes.filter(what="leave_out").count() == 4


def test_who_may_no_longer_change_anything_changes_nothing(
    bakery: Business, people: list[Person], ben: User, vera: User
) -> None:
    progress = many_later.begin(bakery, "leave_out", "", Wish(), 4, by=ben)
    many_later.carry_out(bakery, progress.pk, vera.pk, "leave_out", "", "")
    many_later.carry_out(bakery, 0, ben.pk, "leave_out", "", "")
    assert len(listed(bakery)) == 4


def test_what_cannot_be_done_is_refused_before_it_is_put_off(
    bakery: Business, people: list[Person], ben: User
) -> None:
    for deed in ("dance", "take_tag"):
        with pytest.raises(Refusal):
            many_later.begin(bakery, deed, "", Wish(), 4, by=ben)
    assert not bakery.progresses.exists()


def test_a_tag_longer_than_its_field_is_cut_to_it(
    bakery: Business, people: list[Person], ben: User
) -> None:
    many.do(bakery, "put_tag", [people[0].pk], "long " * 40, by=ben)
    tag = bakery.tags.get()
    assert len(tag.name) == 60
    tag.full_clean()
