"""Home: the first small steps, what rests and what comes back."""

import pytest
from django.urls import reverse

from passo.today.models import SetAside
from tests.world import make_business, make_operator

pytestmark = pytest.mark.django_db


def test_home_leads_a_stranger_to_signing_in(client, anna):
    assert client.get("/").headers["Location"] == reverse("account_login")


def test_a_fresh_passo_says_where_the_key_is(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "python3 run.py prepare" in page.text


def test_home_leads_to_the_only_business(client_of, anna, bakery):
    assert client_of(anna).get("/").headers["Location"] == f"/b/{bakery.slug}/"


def test_home_leads_whoever_has_two_to_the_one_last_looked_at(client_of, dora):
    client = client_of(dora)
    assert client.get("/").headers["Location"] == reverse("businesses")
    second = dora.memberships.last().business
    client.get(f"/b/{second.slug}/")
    assert client.get("/").headers["Location"] == f"/b/{second.slug}/"


def test_a_business_without_a_sentence_is_asked_for_one(client_of, anna, bakery):
    bakery.settle(by=anna, sentence="")
    assert "Say what you do, in one sentence" in client_of(anna).get(f"/b/{bakery.slug}/").text


def test_a_step_whose_evidence_is_there_is_gone(client_of, anna, bakery):
    bakery.settle(by=anna, sentence="Bread that lasts until Friday.")
    page = client_of(anna).get(f"/b/{bakery.slug}/").text
    assert "Say what you do, in one sentence" not in page
    assert "Bread that lasts until Friday." in page


def test_a_viewer_is_not_asked_to_do_what_only_owners_may(client_of, vera, bakery, anna):
    bakery.settle(by=anna, sentence="")
    assert "Say what you do" not in client_of(vera).get(f"/b/{bakery.slug}/").text


def test_later_rests_for_three_days_and_can_be_undone(client_of, anna, bakery):
    bakery.settle(by=anna, sentence="")
    client = client_of(anna)
    aside = reverse("set_aside", args=[bakery.slug, "sentence"])
    page = client.post(aside, {"later": ""}, follow=True).text
    assert "rests for three days" in page
    assert bakery.set_asides.get().until is not None
    assert 'id="step-sentence"' not in page
    client.post(reverse("take_up_again", args=[bakery.slug, "sentence"]))
    assert 'id="step-sentence"' in client.get(f"/b/{bakery.slug}/").text


def test_not_this_does_not_come_again(client_of, anna, bakery):
    bakery.settle(by=anna, sentence="")
    client_of(anna).post(reverse("set_aside", args=[bakery.slug, "sentence"]), {"never": ""})
    assert bakery.set_asides.get().until is None


def test_what_one_puts_off_the_other_still_sees(client_of, anna, dora, bakery):
    bakery.settle(by=anna, sentence="")
    bakery.take_in(dora, role="owner", by=anna)
    SetAside.put(bakery, anna, "sentence", days=None)
    assert 'id="step-sentence"' in client_of(dora).get(f"/b/{bakery.slug}/").text


def test_an_unknown_step_is_not_written_down(client_of, anna, bakery):
    client_of(anna).post(reverse("set_aside", args=[bakery.slug, "nonsense"]), {"later": ""})
    assert not bakery.set_asides.exists()


def test_home_asks_the_database_a_bounded_number_of_times(
    client_of, anna, bakery, django_assert_max_num_queries
):
    client = client_of(anna)
    client.get(f"/b/{bakery.slug}/")
    with django_assert_max_num_queries(57):
        client.get(f"/b/{bakery.slug}/")


def test_health_answers_whoever_watches(client):
    assert client.get("/health/").json() == {"status": "ok"}


def test_only_whoever_runs_passo_takes_backups(client_of, anna):
    assert client_of(anna).post(reverse("back_up_now")).status_code == 404


def test_every_first_step_is_drawn(client_of, anna):
    """All of them open at once, each with an icon that exists."""
    operator = make_operator()
    alone = make_business(owner=operator)
    page = client_of(operator).get(f"/b/{alone.slug}/").text
    for name in ("sentence", "invite", "second_lock", "backup"):
        assert f'id="step-{name}"' in page
