"""The team: who is in, as what, and the links that let others in."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import SetupLink, User
from tests.world import PASSWORD, make_invitation, make_member, visitor, words_of

# The wall of PostgreSQL asks some of them.
MOST_QUESTIONS = 13

pytestmark = pytest.mark.django_db

GINA = {"name": "Gina Greco", "email": "gina@example.org", "password": PASSWORD}


def membership_of(business, user):
    return business.memberships.get(user=user)


def link_on(page):
    return re.search(r'id="link" value="http://testserver(/join/[\w-]+/)"', page.text)[1]


def invited(client, business, name="Gina", role="staff"):
    return client.post(reverse("invite", args=[business.slug]), {"name": name, "role": role})


# --- Who is in ------------------------------------------------------------------------------


def test_everybody_in_the_business_sees_who_is_in(client_of, bakery, ben, vera):
    page = words_of(client_of(vera).get(reverse("team", args=[bakery.slug])))
    assert "3 people are in." in page
    assert "Ben Rossi Staff · since" in page
    assert "Make owner" not in page
    assert "Make a link" not in page


def test_a_role_is_changed_and_can_be_undone(client_of, anna, bakery, ben):
    client = client_of(anna)
    pk = membership_of(bakery, ben).pk
    address = reverse("change_role", args=[bakery.slug, pk])
    page = client.post(address, {"role": "viewer"}, follow=True)
    assert "Ben Rossi: Viewer from now on." in words_of(page)
    undo = re.search(r'action="(/b/[\w-]+/history/\d+/undo/)"', page.text)[1]
    client.post(undo)
    assert membership_of(bakery, ben).role == "staff"


@pytest.mark.parametrize("role", ["boss", "", "owner\0"])
def test_a_role_that_does_not_exist_changes_nothing(client_of, anna, bakery, ben, role):
    pk = membership_of(bakery, ben).pk
    client_of(anna).post(reverse("change_role", args=[bakery.slug, pk]), {"role": role})
    assert membership_of(bakery, ben).role == "staff"


def test_the_last_owner_stays_owner(client_of, anna, bakery):
    pk = membership_of(bakery, anna).pk
    page = client_of(anna).post(reverse("change_role", args=[bakery.slug, pk]), {"role": "staff"})
    assert page.status_code == 409
    assert "The last owner cannot go." in page.text


def test_what_the_last_owner_cannot_do_is_not_offered(client_of, anna, bakery):
    page = reverse("team", args=[bakery.slug])
    client = client_of(anna)
    assert f"Change what {anna.name} may do" not in words_of(client.get(page))
    make_member(bakery, role="owner")
    assert f"Change what {anna.name} may do" in words_of(client.get(page))


def test_whoever_is_taken_out_is_out_at_once_and_can_be_brought_back(client_of, anna, bakery, ben):
    bens = client_of(ben)
    here = reverse("team", args=[bakery.slug])
    assert bens.get(here).status_code == 200
    client = client_of(anna)
    out = reverse("take_out", args=[bakery.slug, membership_of(bakery, ben).pk])
    page = client.post(out, follow=True)
    assert "Ben Rossi can no longer enter." in words_of(page)
    assert bens.get(here).status_code == 404
    client.post(re.search(r'action="(/b/[\w-]+/history/\d+/undo/)"', page.text)[1])
    assert bens.get(here).status_code == 200


def test_staff_change_no_roles_and_take_nobody_out(client_of, bakery, ben, vera):
    pk = membership_of(bakery, vera).pk
    client = client_of(ben)
    for name in ("change_role", "take_out"):
        answer = client.post(reverse(name, args=[bakery.slug, pk]), {"role": "owner"})
        assert answer.status_code == 403
        assert "Only an owner can do this." in answer.text
    assert invited(client, bakery).status_code == 403


def test_nobody_undoes_their_own_demotion(client_of, anna, bakery, ben):
    """Undoing asks for the role that doing asked for."""
    membership_of(bakery, ben).promote("owner", by=anna)
    down = membership_of(bakery, ben).promote("staff", by=anna)
    page = client_of(ben).post(reverse("undo_change", args=[bakery.slug, down.pk]))
    assert page.status_code == 409
    assert "Only an owner can undo this." in page.text
    assert membership_of(bakery, ben).role == "staff"


def test_leaving_is_asked_once_more_and_then_done(client_of, bakery, ben):
    client = client_of(ben)
    address = reverse("leave_business", args=[bakery.slug])
    assert "Leave “Bianchi Bakery”?" in words_of(client.get(address))
    page = client.post(address, follow=True)
    assert "You have left “Bianchi Bakery”." in words_of(page)
    assert not ben.memberships.exists()


def test_the_last_owner_does_not_leave(client_of, anna, bakery):
    assert client_of(anna).post(reverse("leave_business", args=[bakery.slug])).status_code == 409
    assert membership_of(bakery, anna).role == "owner"


# --- Inviting -------------------------------------------------------------------------------


def test_an_invitation_shows_its_link_once_with_the_words_to_go_with_it(client_of, anna, bakery):
    client = client_of(anna)
    page = invited(client, bakery)
    path = link_on(page)
    assert "no-store" in page.headers["Cache-Control"]
    words = unquote(re.search(r'href="(mailto:[^"]+)"', page.text)[1])
    assert f"http://testserver{path}" in words
    assert "Hello Gina" in words
    assert "https://wa.me/?text=Hello%20Gina" in page.text
    token = path.split("/")[2]
    team = client.get(reverse("team", args=[bakery.slug]))
    assert "Gina" in team.text
    assert token not in team.text
    assert not bakery.invitations.filter(token_hash=token).exists()


def test_on_this_computer_alone_the_link_says_so(client_of, anna, bakery):
    near = invited(client_of(anna, headers={"host": "localhost:8000"}), bakery)
    far = invited(client_of(anna), bakery)
    assert "opens only on this computer" in near.text
    assert "opens only on this computer" not in far.text


@pytest.mark.parametrize(
    "wish",
    [
        {"name": "", "role": "staff"},
        {"name": "Gina", "role": "boss"},
        {"name": "x" * 10_000, "role": "staff"},
        {"name": "\0", "role": "staff"},
    ],
)
def test_an_invitation_that_cannot_be_is_told(client_of, anna, bakery, wish):
    page = client_of(anna).post(reverse("invite", args=[bakery.slug]), wish)
    assert "field-error" in page.text
    assert not bakery.invitations.exists()


def test_a_withdrawn_link_no_longer_works(client_of, client, anna, bakery):
    invitation, token = make_invitation(bakery)
    annas = client_of(anna)
    address = reverse("withdraw", args=[bakery.slug, invitation.pk])
    assert "The link for Gina no longer works." in words_of(annas.post(address, follow=True))
    page = client.get(reverse("join", args=[token]))
    assert page.status_code == 410
    assert "This invitation is over" in page.text
    assert "Bianchi Bakery" not in page.text
    assert annas.post(address).status_code == 409


def test_a_guest_invites_nobody(client):
    client.post(reverse("look_around", args=[SetupLink.make()]))
    sample = User.objects.get(is_guest=True).memberships.get().business
    assert invited(client, sample).status_code == 409


# --- Joining --------------------------------------------------------------------------------


def test_the_page_says_who_invites_to_what_as_what(client, bakery):
    _, token = make_invitation(bakery, role="viewer")
    page = words_of(client.get(reverse("join", args=[token])))
    assert "Anna Bianchi invites you" in page
    assert "Bianchi Bakery" in page
    assert "As a viewer: you see everything and change nothing." in page


def test_a_new_person_makes_an_account_and_is_in(client, bakery):
    _, token = make_invitation(bakery)
    answer = client.post(reverse("join", args=[token]), GINA)
    assert answer.headers["Location"] == reverse("today", args=[bakery.slug])
    gina = User.objects.get(email="gina@example.org")
    assert membership_of(bakery, gina).role == "staff"
    assert not gina.is_operator
    assert "Welcome to Bianchi Bakery." in words_of(client.get(answer.headers["Location"]))
    assert bakery.search_rows.get(ref=str(gina.pk)).title == "Gina Greco"


def test_somebody_with_an_account_joins_with_one_button(client_of, bakery, charlie):
    _, token = make_invitation(bakery)
    client = client_of(charlie)
    here = reverse("join", args=[token])
    assert "You are signed in as Charlie Weber." in words_of(client.get(here))
    assert client.post(here).headers["Location"] == reverse("today", args=[bakery.slug])
    assert membership_of(bakery, charlie).role == "staff"


def test_signing_in_on_the_way_leads_back_to_the_invitation(client, bakery, charlie):
    _, token = make_invitation(bakery)
    here = reverse("join", args=[token])
    login = re.search(r'href="([^"]+login/\?next=[^"]+)"', client.get(here).text)[1]
    answer = client.post(login, {"login": charlie.email, "password": PASSWORD})
    assert answer.headers["Location"] == here


def test_a_link_works_for_one_person(client, bakery):
    _, token = make_invitation(bakery)
    here = reverse("join", args=[token])
    client.post(here, GINA)
    assert visitor().post(here, GINA | {"email": "second@example.org"}).status_code == 410
    assert not User.objects.filter(email="second@example.org").exists()


def test_a_link_has_an_end(client, bakery):
    invitation, token = make_invitation(bakery)
    invitation.expires_at = timezone.now() - timedelta(seconds=1)
    invitation.save()
    assert client.get(reverse("join", args=[token])).status_code == 410


def test_whoever_belongs_there_does_not_use_the_link_up(client_of, anna, bakery):
    invitation, token = make_invitation(bakery)
    client = client_of(anna)
    here = reverse("join", args=[token])
    assert "You belong here already." in client.get(here).text
    client.post(here)
    invitation.refresh_from_db()
    assert invitation.is_open


def test_an_address_that_has_an_account_is_asked_to_sign_in(client, bakery, charlie):
    _, token = make_invitation(bakery)
    page = client.post(reverse("join", args=[token]), GINA | {"email": "Charlie.Weber@EXAMPLE.org"})
    assert "There is an account with this address already." in page.text
    assert not bakery.memberships.filter(user=charlie).exists()


def test_links_are_not_guessed(client, bakery):
    statuses = [client.get(reverse("join", args=[f"guess{n}"])).status_code for n in range(21)]
    assert statuses == [410] * 20 + [429]


def test_accounts_are_not_made_by_the_dozen(client, bakery):
    _, token = make_invitation(bakery)
    here = reverse("join", args=[token])
    statuses = [client.post(here, GINA | {"password": "x"}).status_code for _ in range(21)]
    assert statuses[-1] == 429


def test_joining_gives_the_session_a_new_key(client, bakery):
    _, token = make_invitation(bakery)
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.post(reverse("join", args=[token]), GINA)
    assert client.session.session_key != before


def questions(client, address):
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_the_team_page_asks_the_database_as_often_for_ten_as_for_one(client_of, anna, bakery):
    client = client_of(anna)
    make_invitation(bakery, "Guest")
    few = questions(client, reverse("team", args=[bakery.slug]))
    for number in range(10):
        make_member(bakery, f"Helper {number}")
        make_invitation(bakery, f"Guest {number}")
    assert questions(client, reverse("team", args=[bakery.slug])) == few <= MOST_QUESTIONS
