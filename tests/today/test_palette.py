"""Find: pages, things to do and members, only one's own."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def find(client_of):
    def ask(user, business, words):
        client = client_of(user)
        client.get(f"/b/{business.slug}/")
        return client.get(reverse("palette"), {"q": words}).text

    return ask


def test_a_page_is_found_by_the_beginning_of_its_name(find, anna, bakery):
    assert reverse("history", args=[bakery.slug]) in find(anna, bakery, "hist")


def test_a_member_is_found_whatever_the_case_and_the_accents(find, anna, ben, bakery):
    assert ben.name in find(anna, bakery, ben.name[:3].upper())


def test_nobody_finds_members_of_another_business(find, charlie, ben):
    own = charlie.memberships.get().business
    assert ben.email not in find(charlie, own, ben.name)


def test_a_cookie_for_another_business_opens_nothing(client_of, charlie, ben, bakery):
    client = client_of(charlie)
    client.cookies["passo_business"] = bakery.slug
    assert ben.email not in client.get(reverse("palette"), {"q": ben.name}).text


def test_a_viewer_is_offered_nothing_they_may_not_do(find, vera, bakery):
    assert "Invite somebody" not in find(vera, bakery, "invite")


@pytest.mark.parametrize(
    "words", ["'", '"', "%", "_", "a\0b", "NEAR(", "*", "x" * 5000, "<script>"]
)
def test_strange_words_find_nothing_and_break_nothing(find, anna, bakery, words):
    page = find(anna, bakery, words)
    assert "<script>" not in page.replace("<script src", "")


def test_htmx_gets_only_the_findings(client_of, anna, bakery):
    client = client_of(anna)
    client.get(f"/b/{bakery.slug}/")
    part = client.get(reverse("palette"), {"q": "hist"}, headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert "<li>" in part


def test_pages_that_stand_in_no_bar_are_found_by_whoever_may_see_them(find, anna, vera, bakery):
    for name, words in [("steps", "steps"), ("prospecting_rules", "look for clients")]:
        address = reverse(name, args=[bakery.slug])
        assert address in find(anna, bakery, words)
        assert address in find(vera, bakery, words)
    week = reverse("weekly_review", args=[bakery.slug])
    assert week in find(anna, bakery, "week")
    assert week not in find(vera, bakery, "week")


def test_whatever_is_typed_may_be_whom_one_would_like_to_meet(find, anna, vera, bakery):
    asked = reverse("find_introduction", args=[bakery.slug])
    assert f"{asked}?q=somebody+who+mends+lifts" in find(anna, bakery, "somebody who mends  lifts")
    assert f"{asked}?q=lifts" in find(vera, bakery, "lifts")
    assert "?q=" not in find(anna, bakery, "  ")


def test_introductions_and_what_goes_with_them_are_found(find, anna, vera, bakery):
    for name in ("introductions", "reach_many", "worthy_introductions"):
        address = reverse(name, args=[bakery.slug])
        words = {"introductions": "intro", "reach_many": "reach", "worthy_introductions": "bring"}
        assert f'"{address}"' in find(vera, bakery, words[name])
    note = reverse("note_contribution", args=[bakery.slug])
    need = reverse("worthy_introductions", args=[bakery.slug]) + "#note-a-need"
    assert note in find(anna, bakery, "note")
    assert need in find(anna, bakery, "note needs")
    assert note not in find(vera, bakery, "note")
