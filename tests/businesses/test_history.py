"""History: who changed what, from what to what; and the way back."""

from typing import Any

import pytest
from django.db import models, transaction
from django.test.utils import isolate_apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passo.businesses import history
from passo.businesses.models import Business, Change, Invitation, User
from passo.lib.refusal import Refusal
from passo.lib.secret import SecretField
from tests.world import make_invitation, make_member

pytestmark = pytest.mark.django_db


def latest(business: Business) -> Change:
    return business.changes.first()


def test_founding_a_business_is_its_first_change(bakery: Business, anna: User) -> None:
    founded, joined = bakery.changes.order_by("id")
    assert founded.what == "add"
    assert founded.after["name"] == "Bianchi Bakery"
    assert founded.before == {}
    assert (joined.kind, joined.thing_name) == ("businesses.membership", "Anna Bianchi")
    assert joined.by == anna


def test_a_change_keeps_who_when_and_from_what_to_what(bakery: Business, anna: User) -> None:
    change = bakery.settle(by=anna, name="Bianchi & Daughter", currency="CHF")
    assert change == latest(bakery)
    assert change.before == {"name": "Bianchi Bakery", "currency": "EUR"}
    assert change.after == {"name": "Bianchi & Daughter", "currency": "CHF"}
    assert change.by_name == "Anna Bianchi"
    bakery.refresh_from_db()
    assert bakery.name == "Bianchi & Daughter"


def test_only_what_differs_is_kept(bakery: Business, anna: User) -> None:
    change = bakery.settle(by=anna, name="Bianchi Bakery", sentence="Bread before dawn.")
    assert change.after == {"sentence": "Bread before dawn."}


def test_where_nothing_differs_nothing_is_written(bakery: Business, anna: User) -> None:
    before = bakery.changes.count()
    assert bakery.settle(by=anna, name="Bianchi Bakery") is None
    assert bakery.changes.count() == before


def test_a_change_that_fails_leaves_no_trace(bakery: Business, anna: User) -> None:
    """The thing and its change are written together, or neither."""
    before = bakery.changes.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        bakery.settle(by=anna, name="Gone")
        _ = 1 / 0
    bakery.refresh_from_db()
    assert (bakery.name, bakery.changes.count()) == ("Bianchi Bakery", before)


def test_undo_puts_back_what_was(bakery: Business, anna: User, dora: User) -> None:
    change = bakery.settle(by=anna, name="Oops", sentence="Wrong.")
    change.undo(by=dora)
    bakery.refresh_from_db()
    assert (bakery.name, bakery.sentence) == ("Bianchi Bakery", "")
    back = latest(bakery)
    assert (back.what, back.by, back.undoes) == ("undo", dora, change)
    change.refresh_from_db()
    assert change.undone


def test_undo_leaves_alone_what_the_change_did_not_touch(bakery: Business, anna: User) -> None:
    change = bakery.settle(by=anna, name="Oops")
    bakery.settle(by=anna, sentence="Bread before dawn.")
    change.undo(by=anna)
    bakery.refresh_from_db()
    assert (bakery.name, bakery.sentence) == ("Bianchi Bakery", "Bread before dawn.")


def test_undo_is_refused_where_somebody_changed_it_again(bakery: Business, anna: User) -> None:
    change = bakery.settle(by=anna, name="Oops")
    bakery.settle(by=anna, name="Better")
    with pytest.raises(Refusal, match="changed again since"):
        change.undo(by=anna)
    bakery.refresh_from_db()
    assert bakery.name == "Better"


def test_nothing_is_undone_twice(bakery: Business, anna: User) -> None:
    change = bakery.settle(by=anna, name="Oops")
    change.undo(by=anna)
    with pytest.raises(Refusal, match="already undone"):
        change.undo(by=anna)


def test_two_pages_that_undo_the_same_change_do_it_once(bakery: Business, anna: User) -> None:
    """Each page holds its own copy, read before the other one acted."""
    change = bakery.settle(by=anna, name="Oops")
    one, other = (bakery.changes.get(pk=change.pk) for _ in range(2))
    one.undo(by=anna)
    with pytest.raises(Refusal, match="already undone"):
        other.undo(by=anna)
    assert bakery.changes.filter(what="undo").count() == 1


def test_an_undo_is_not_undone(bakery: Business, anna: User) -> None:
    """To have it again, do it again: no chain of undoing undoings to think about."""
    bakery.settle(by=anna, name="Oops").undo(by=anna)
    back = latest(bakery)
    assert not back.can_be_undone
    with pytest.raises(Refusal, match="cannot be undone"):
        back.undo(by=anna)


def test_founding_and_joining_are_lasting(bakery: Business, anna: User) -> None:
    for change in bakery.changes.all():
        assert not change.can_be_undone
        with pytest.raises(Refusal, match="cannot be undone"):
            change.undo(by=anna)
    assert Business.objects.filter(pk=bakery.pk).exists()


def test_what_was_added_goes_when_the_adding_is_undone(bakery: Business, anna: User) -> None:
    invitation, _ = make_invitation(bakery)
    latest(bakery).undo(by=anna)
    assert not Invitation.objects.filter(pk=invitation.pk).exists()
    assert latest(bakery).what == "undo"


def test_what_was_removed_comes_back_under_its_number(bakery: Business, anna: User) -> None:
    invitation, _ = make_invitation(bakery, "Gina", role="viewer")
    kept = Invitation.objects.filter(pk=invitation.pk).values().get()
    removal = invitation.remove(by=anna)
    assert not bakery.invitations.exists()
    removal.undo(by=anna)
    assert Invitation.objects.filter(pk=kept["id"]).values().get() == kept


def test_somebody_taken_out_comes_back_with_their_role_and_can_be_found(
    bakery: Business, anna: User, ben: User
) -> None:
    membership = bakery.memberships.get(user=ben)
    removal = membership.leave(by=anna)
    assert not bakery.search_rows.filter(ref=str(ben.pk)).exists()
    removal.undo(by=anna)
    assert bakery.memberships.get(user=ben).role == "staff"
    assert bakery.search_rows.filter(ref=str(ben.pk)).exists()


def test_a_removed_thing_does_not_come_back_beside_its_successor(
    bakery: Business, anna: User, ben: User
) -> None:
    removal = bakery.memberships.get(user=ben).leave(by=anna)
    make_member(bakery, ben)
    with pytest.raises(Refusal, match="there again already"):
        removal.undo(by=anna)


def test_a_removed_thing_whose_ground_is_gone_does_not_come_back(
    bakery: Business, anna: User, ben: User
) -> None:
    removal = bakery.memberships.get(user=ben).leave(by=anna)
    ben.delete()
    with pytest.raises(Refusal, match="belonged to is gone"):
        removal.undo(by=anna)


def test_a_change_of_something_gone_cannot_be_undone(bakery: Business, anna: User) -> None:
    invitation, _ = make_invitation(bakery)
    change = invitation.withdraw(by=anna)
    invitation.remove(by=anna)
    with pytest.raises(Refusal, match="no longer there"):
        change.undo(by=anna)


def test_undo_keeps_the_rules_of_the_thing(bakery: Business, anna: User, ben: User) -> None:
    """Ben became an owner and Anna left: taking his keys back would leave nobody with any."""
    change = bakery.memberships.get(user=ben).promote("owner", by=anna)
    bakery.memberships.get(user=anna).leave(by=anna)
    with pytest.raises(Refusal, match="last owner"):
        change.undo(by=ben)
    assert bakery.memberships.get(user=ben).role == "owner"


def test_the_name_of_whoever_did_it_outlives_their_account(bakery: Business, ben: User) -> None:
    change = bakery.settle(by=ben, name="Ben's Bakery")
    ben.delete()
    change.refresh_from_db()
    assert (change.by, change.by_name) == (None, "Ben Rossi")


def test_a_change_can_be_told_in_words(bakery: Business, anna: User, ben: User) -> None:
    change = bakery.memberships.get(user=ben).promote("owner", by=anna)
    assert change.deed == "changed the role"
    assert change.differences() == [("role", "Staff", "Owner")]


def test_history_at_another_time_is_remembered_as_of_then(bakery: Business, anna: User) -> None:
    moment = bakery.made_at.replace(year=2020)
    with history.at(moment):
        change = bakery.settle(by=anna, name="Then")
    assert change.at == moment
    assert bakery.settle(by=anna, name="Now").at > moment


HOSTILE = [
    "'; DROP TABLE businesses_change; --",
    '{"__class__": "User"}',
    "<script>alert(1)</script>",
    "a\u202eb\u0301 👩🏽‍🔧",
    "%s %(name)s {0} {name}",
    "\\u0041\\",
    "null",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_kept_as_they_are(bakery: Business, anna: User, text: str) -> None:
    change = bakery.settle(by=anna, name=text, sentence=text)
    change.refresh_from_db()
    assert change.after == {"name": text, "sentence": text}
    change.undo(by=anna)
    bakery.refresh_from_db()
    assert bakery.name == "Bianchi Bakery"


# PostgreSQL keeps no NUL, and nobody can type a lone surrogate.
words = st.text(
    st.characters(blacklist_characters="\x00", blacklist_categories=["Cs"]), max_size=60
)
deeds = st.fixed_dictionaries(
    {},
    optional={
        "name": words,
        "sentence": words,
        "language": st.sampled_from(["en", "it", "de", "es"]),
        "currency": st.sampled_from(["EUR", "CHF", "USD"]),
    },
)


@given(st.lists(deeds, max_size=6))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_changes_undone_in_reverse_lead_back_to_the_start(
    bakery: Business, anna: User, many: list[dict[str, Any]]
) -> None:
    bakery.refresh_from_db()
    start = bakery.snapshot()
    made = [bakery.settle(by=anna, **values) for values in many]
    for change in reversed([one for one in made if one]):
        change.undo(by=anna)
    bakery.refresh_from_db()
    assert bakery.snapshot() == start


@isolate_apps("passo.businesses")
def test_a_removed_thing_leaves_no_secret_in_its_history() -> None:
    class Mailbox(history.Historic):
        address = models.EmailField()
        password = SecretField()

        class Meta:
            app_label = "businesses"

    assert Mailbox.what_may_be_kept() == ["id", "address"]
