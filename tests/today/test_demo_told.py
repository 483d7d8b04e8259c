"""What the sample business tells of itself: two years, a team, and nobody who could come in."""

import pytest

from passo.businesses.models import Business, SetupLink, User
from tests.sample import CLOCK

pytestmark = pytest.mark.django_db


def test_two_years_lie_in_the_order_in_which_they_happened(sample: Business) -> None:
    moments = list(sample.changes.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert (moments[-1] - moments[0]).days > 700
    assert moments[-1] < CLOCK


def test_the_sentence_got_better_over_the_years(sample: Business) -> None:
    said = [one.after["sentence"] for one in sample.changes.all() if "sentence" in one.after]
    assert len(set(said)) == 5
    assert sample.sentence == said[0]


def test_the_team_is_chiara_her_father_and_the_accountant(sample: Business) -> None:
    roles = dict(sample.memberships.values_list("user__name", "role"))
    assert roles == {
        "Chiara Bianchi": "owner",
        "Roberto Bianchi": "staff",
        "Marta Ferri": "viewer",
    }
    states = set(sample.invitations.values_list("state", flat=True))
    assert states == {"open", "accepted", "withdrawn"}


def test_nobody_in_it_can_sign_in_and_no_link_of_it_opens(sample: Business) -> None:
    for figure in User.objects.filter(email__endswith=".invalid"):
        assert not figure.has_usable_password()
        assert not figure.is_active
    assert not sample.invitations.filter(token_hash__regex="^[0-9a-f]{64}$").exists()
    assert SetupLink.is_needed()


def test_every_change_can_be_read(sample: Business) -> None:
    for change in sample.changes.all():
        assert change.deed
        assert change.by_name or change.by_id is None  # what nobody did is told of Passo
        change.differences()
