"""Settings of a business, who may change them, and its end."""

import pytest
from django.urls import reverse

from passo.businesses import files
from passo.businesses.models import Business, Change, Membership, User
from tests.world import make_member, words_of

pytestmark = pytest.mark.django_db

SETTINGS = {
    "name": "Bianchi Bread",
    "sentence": "Bread that lasts until Friday.",
    "language": "de",
    "currency": "CHF",
    "time_zone": "Europe/Zurich",
}


def settle(client, business, **values):
    return client.post(
        reverse("settle_business", args=[business.slug]), SETTINGS | values, follow=True
    )


def test_an_owner_changes_everything_at_once(client_of, anna, bakery):
    page = settle(client_of(anna), bakery)
    assert "Your changes are kept." in words_of(page)
    bakery.refresh_from_db()
    assert {name: getattr(bakery, name) for name in SETTINGS} == SETTINGS
    assert "/undo/" in page.text


def test_nothing_different_is_no_change(client_of, anna, bakery):
    client = client_of(anna)
    settle(client, bakery)
    before = bakery.changes.count()
    assert "Nothing was different." in words_of(settle(client, bakery))
    assert bakery.changes.count() == before


def test_the_others_see_the_settings_and_cannot_change_them(client_of, bakery, ben, vera):
    for user in (ben, vera):
        page = client_of(user).get(reverse("business_settings", args=[bakery.slug]))
        assert "An owner can change these." in words_of(page)
        assert "<form" not in page.text.split("<main")[1].split("</main")[0]
        assert settle(client_of(user), bakery).status_code == 403
    bakery.refresh_from_db()
    assert bakery.name == "Bianchi Bakery"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 10_000},
        {"name": "Bread\0"},
        {"name": "\u202eBread"},
        {"sentence": "x" * 301},
        {"currency": "XXX"},
        {"currency": ""},
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "../../etc/passwd"},
        {"language": "tlh"},
    ],
)
def test_what_cannot_be_is_told_and_not_kept(client_of, anna, bakery, wrong):
    page = settle(client_of(anna), bakery, **wrong)
    assert "field-error" in page.text
    bakery.refresh_from_db()
    assert bakery.name == "Bianchi Bakery"


def test_a_sentence_may_be_taken_back(client_of, anna, bakery):
    client = client_of(anna)
    settle(client, bakery)
    settle(client, bakery, sentence="")
    bakery.refresh_from_db()
    assert bakery.sentence == ""


def test_an_unusual_clock_set_elsewhere_stays_a_choice(client_of, anna, bakery):
    bakery.settle(by=anna, time_zone="Europe/Kiev")
    page = client_of(anna).get(reverse("business_settings", args=[bakery.slug]))
    assert '<option value="Europe/Kiev" selected>' in page.text
    assert settle(client_of(anna), bakery, time_zone="Europe/Kiev").status_code == 200
    bakery.refresh_from_db()
    assert bakery.time_zone == "Europe/Kiev"


def test_currencies_and_cities_are_named_in_the_readers_language(client_of, anna, bakery):
    anna.prefer(language="de")
    page = client_of(anna).get(reverse("business_settings", args=[bakery.slug])).text
    assert "Schweizer Franken" in page
    assert ">Rom</option>" in page


# --- Deleting -------------------------------------------------------------------------------


def test_deleting_offers_the_export_first(client_of, anna, bakery):
    page = client_of(anna).get(reverse("delete_business", args=[bakery.slug]))
    assert "Make an export" in page.text
    assert page.text.index("Make an export") < page.text.index("Delete it for good")


@pytest.mark.parametrize("typed", ["", "Bakery", "Bianchi Bakery!", "\0", "x" * 10_000])
def test_another_name_deletes_nothing(client_of, anna, bakery, typed):
    page = client_of(anna).post(reverse("delete_business", args=[bakery.slug]), {"typed": typed})
    assert "field-error" in page.text
    assert Business.objects.filter(pk=bakery.pk).exists()


def test_deleting_takes_everything_of_it_and_nothing_of_others(
    client_of, bakery, ben, garage, django_capture_on_commit_callbacks
):
    anna = bakery.owners().get().user
    kept = files.new_file(garage.pk, "zip")
    gone = files.new_file(bakery.pk, "zip")
    others = Change.objects.filter(business=garage).count()
    client = client_of(anna)
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(
            reverse("delete_business", args=[bakery.slug]),
            {"typed": "bianchi  bakery"},
            follow=True,
        )
    assert "“Bianchi Bakery” is deleted" in words_of(page)
    assert not Business.objects.filter(pk=bakery.pk).exists()
    assert not Membership.objects.filter(user__in=[anna, ben]).exists()
    assert Change.objects.count() == others
    assert not gone.parent.exists()
    assert kept.exists()
    assert User.objects.filter(pk=ben.pk).exists()
    assert client.get(reverse("team", args=[bakery.slug])).status_code == 404


def test_only_an_owner_deletes(client_of, bakery, ben):
    answer = client_of(ben).post(
        reverse("delete_business", args=[bakery.slug]), {"typed": bakery.name}
    )
    assert answer.status_code == 403
    assert Business.objects.filter(pk=bakery.pk).exists()


def test_a_hostile_name_can_be_typed_back(client_of, anna, bakery):
    bakery.settle(by=anna, name="<i>“Bread” & 'Co'</i>")
    page = client_of(anna).get(reverse("delete_business", args=[bakery.slug]))
    assert "<i>“Bread”" not in page.text
    client_of(anna).post(reverse("delete_business", args=[bakery.slug]), {"typed": bakery.name})
    assert not Business.objects.filter(pk=bakery.pk).exists()


def test_a_second_owner_sees_the_same_settings(client_of, bakery):
    otto = make_member(bakery, "Otto Owner", role="owner").user
    assert (
        "Keep these" in client_of(otto).get(reverse("business_settings", args=[bakery.slug])).text
    )
