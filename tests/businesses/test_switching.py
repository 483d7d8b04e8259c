"""Several businesses: choosing between them, and founding another."""

import pytest
from django.urls import reverse

from passo.businesses.models import Business, SetupLink
from tests.world import make_user, words_of

pytestmark = pytest.mark.django_db

FRAMES = {
    "name": "Ferrari Frames",
    "sentence": "We frame what you keep.",
    "language": "it",
    "currency": "EUR",
    "time_zone": "Europe/Rome",
}


def test_the_list_shows_ones_own_and_no_others(client_of, dora, bakery, charlie):
    page = words_of(client_of(dora).get(reverse("businesses")))
    assert "López Flowers" in page
    assert "López Gardens" in page
    assert "Bianchi Bakery" not in page
    assert "Weber Garage" not in page


def test_each_business_keeps_its_own_pages(client_of, dora):
    flowers, gardens = (one.business for one in dora.memberships.order_by("business__name"))
    flowers.settle(by=dora, sentence="Flowers that stay.")
    client = client_of(dora)
    assert (
        "Flowers that stay." in client.get(reverse("business_settings", args=[flowers.slug])).text
    )
    assert (
        "Flowers that stay."
        not in client.get(reverse("business_settings", args=[gardens.slug])).text
    )


def test_whoever_has_none_is_told_what_to_do(client_of):
    page = words_of(client_of(make_user()).get(reverse("businesses")))
    assert "You belong to no business yet" in page
    assert "Found a business" in page


def test_anybody_with_an_account_founds_another(client_of, ben):
    answer = client_of(ben).post(reverse("new_business"), FRAMES)
    business = Business.objects.get(name="Ferrari Frames")
    assert answer.headers["Location"] == reverse("today", args=[business.slug])
    assert business.memberships.get().user == ben
    assert business.sentence == "We frame what you keep."
    assert not ben.is_operator


def test_two_of_one_name_have_two_addresses(client_of, ben):
    client = client_of(ben)
    for _ in range(2):
        client.post(reverse("new_business"), FRAMES)
    slugs = sorted(Business.objects.filter(name="Ferrari Frames").values_list("slug", flat=True))
    assert slugs == ["ferrari-frames", "ferrari-frames-2"]


@pytest.mark.parametrize("name", ["北京面包店", "<b>", "…", "new", "sample"])
def test_any_name_gets_an_address(client_of, ben, name):
    answer = client_of(ben).post(reverse("new_business"), FRAMES | {"name": name})
    business = Business.objects.get(name=name)
    assert answer.headers["Location"] == reverse("today", args=[business.slug])
    assert business.slug not in {"new", "sample"}


@pytest.mark.parametrize("wrong", [{"name": ""}, {"name": "\0"}, {"time_zone": ""}])
def test_what_cannot_be_founded_is_told(client_of, ben, wrong):
    page = client_of(ben).post(reverse("new_business"), FRAMES | wrong)
    assert "field-error" in page.text
    assert not Business.objects.filter(sentence=FRAMES["sentence"]).exists()


def test_a_guest_answers_the_three_questions_first(client):
    client.post(reverse("look_around", args=[SetupLink.make()]))
    assert client.post(reverse("new_business"), FRAMES).status_code == 409
    assert "Make it yours" in client.get(reverse("businesses")).text
