"""Businesses, their people and their invitations: the verbs and their rules."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from passo.businesses.models import (
    Business,
    Change,
    Invitation,
    Membership,
    Progress,
    SearchRow,
    SetupLink,
    User,
)
from passo.lib.refusal import Refusal
from passo.lib.search import fold
from passo.lib.secret import hash_token
from tests.world import make_business, make_invitation, make_member, make_user

pytestmark = pytest.mark.django_db


class TestABusiness:
    def test_is_founded_with_its_first_owner(self, bakery: Business, anna: User) -> None:
        assert bakery.memberships.get().role == "owner"
        assert [one.user for one in bakery.owners()] == [anna]
        assert bakery.slug == "bianchi-bakery"

    def test_of_the_same_name_gets_a_number_in_its_address(self, bakery: Business) -> None:
        assert make_business("Bianchi Bakery").slug == "bianchi-bakery-2"
        assert make_business("Bianchi Bakery").slug == "bianchi-bakery-3"

    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("Müller & Söhne", "muller-sohne"),
            ("Żółw", "zolw"),
            ("日本", "business"),
            ("!!!", "business"),
            ("new", "new-2"),
            ("Sample", "sample-2"),
            ("x" * 120, "x" * 50),
        ],
    )
    def test_gets_an_address_in_plain_letters(self, name: str, slug: str) -> None:
        assert make_business(name).slug == slug

    def test_closes_with_everything_of_it_and_of_no_other(
        self, bakery: Business, anna: User, garage: Business
    ) -> None:
        make_invitation(bakery)
        Progress.objects.create(business=bakery, kind="export", title="Export")
        of_others = Change.objects.filter(business=garage).count()
        bakery.close()
        for model in (Membership, Invitation, SearchRow, Progress):
            assert not model.objects.exclude(business=garage).exists()
        assert Change.objects.count() == of_others
        assert User.objects.filter(pk=anna.pk).exists()

    def test_lies_in_a_time_zone_that_exists(self, bakery: Business) -> None:
        bakery.time_zone = "Middle/Earth"
        with pytest.raises(ValidationError, match="not known"):
            bakery.full_clean()

    def test_is_called_by_its_name(self, bakery: Business) -> None:
        assert str(bakery) == "Bianchi Bakery"


class TestAMember:
    @pytest.mark.parametrize(
        ("role", "may"),
        [
            ("viewer", [True, False, False]),
            ("staff", [True, True, False]),
            ("owner", [True, True, True]),
        ],
    )
    def test_may_do_what_their_role_includes(self, role: str, may: list[bool]) -> None:
        membership = Membership(role=role)
        assert [membership.may(other) for other in ("viewer", "staff", "owner")] == may

    def test_can_be_found_by_name_and_mail(self, bakery: Business, ben: User) -> None:
        for words in ("ross", "Bén", "ben.rossi@example"):
            found = bakery.search_rows.filter(folded__contains=fold(words))
            assert [row.ref for row in found] == [str(ben.pk)]

    def test_belongs_only_once(self, bakery: Business, ben: User) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            make_member(bakery, ben)

    def test_leaves_and_is_found_no_more(self, bakery: Business, ben: User) -> None:
        change = bakery.memberships.get(user=ben).leave(by=ben)
        assert change.what == "leave"
        assert not bakery.memberships.filter(user=ben).exists()
        assert not bakery.search_rows.filter(ref=str(ben.pk)).exists()

    def test_is_taken_out_by_an_owner(self, bakery: Business, anna: User, ben: User) -> None:
        assert bakery.memberships.get(user=ben).leave(by=anna).what == "remove"

    def test_who_is_the_last_owner_stays(self, bakery: Business, anna: User, ben: User) -> None:
        last = bakery.memberships.get(user=anna)
        with pytest.raises(Refusal, match="last owner"):
            last.leave(by=anna)
        with pytest.raises(Refusal, match="last owner"):
            last.promote("staff", by=anna)
        assert bakery.memberships.get(user=anna).role == "owner"

    def test_who_is_one_of_two_owners_may_go(self, bakery: Business, anna: User, ben: User) -> None:
        bakery.memberships.get(user=ben).promote("owner", by=anna)
        bakery.memberships.get(user=anna).leave(by=anna)
        assert [one.user for one in bakery.owners()] == [ben]


class TestAnInvitation:
    def test_keeps_only_the_hash_of_its_link(self, bakery: Business) -> None:
        invitation, token = make_invitation(bakery)
        assert invitation.token_hash == hash_token(token)
        assert token not in str(Invitation.objects.values().get())

    def test_leaves_no_secret_in_the_history(self, bakery: Business) -> None:
        _, token = make_invitation(bakery)
        assert not any(
            token in str(one) or hash_token(token) in str(one)
            for one in bakery.changes.values("before", "after")
        )

    def test_takes_in_whoever_holds_it_and_is_used_up(self, bakery: Business) -> None:
        invitation, _ = make_invitation(bakery, role="viewer")
        gina = make_user("Gina Moretti")
        assert invitation.accept(gina).role == "viewer"
        with pytest.raises(Refusal, match="no longer open"):
            invitation.accept(make_user("Hans Huber"))

    def test_does_not_change_the_role_of_a_member(self, bakery: Business, ben: User) -> None:
        invitation, _ = make_invitation(bakery, role="viewer")
        assert invitation.accept(ben).role == "staff"

    def test_ends_after_two_weeks(self, bakery: Business) -> None:
        invitation, _ = make_invitation(bakery)
        assert invitation.is_open
        invitation.expires_at = timezone.now() - timedelta(seconds=1)
        invitation.save()
        assert not bakery.invitations.open().exists()
        with pytest.raises(Refusal, match="no longer open"):
            invitation.accept(make_user("Gina Moretti"))

    def test_can_be_withdrawn_while_it_is_open(self, bakery: Business, anna: User) -> None:
        invitation, _ = make_invitation(bakery)
        invitation.withdraw(by=anna)
        with pytest.raises(Refusal, match="no longer open"):
            invitation.accept(make_user("Gina Moretti"))
        with pytest.raises(Refusal, match="answered already"):
            invitation.withdraw(by=anna)

    def test_is_called_after_whom_it_is_for(self, bakery: Business) -> None:
        assert str(make_invitation(bakery, "Gina")[0]) == "Gina"


class TestAUser:
    def test_is_known_by_a_mail_address_in_any_case(self, db: None) -> None:
        user = User.objects.create_user("Anna@Example.ORG", "walk at dawn", name="Anna")
        assert user.email == "anna@example.org"
        assert User.objects.get_by_natural_key("ANNA@example.org") == user

    @pytest.mark.parametrize(
        ("name", "initials", "first"),
        [
            ("Anna Bianchi", "AB", "Anna"),
            ("Anna Maria de Bianchi", "AB", "Anna"),
            ("Anna", "A", "Anna"),
            ("", "A", ""),
        ],
    )
    def test_has_initials_and_a_first_name(self, name: str, initials: str, first: str) -> None:
        user = User(name=name, email="a@example.org")
        assert (user.initials, user.first_name) == (initials, first)

    def test_without_a_name_is_called_by_mail(self) -> None:
        assert str(User(email="a@example.org")) == "a@example.org"


class TestTheSetupLink:
    def test_opens_once_made(self) -> None:
        token = SetupLink.make()
        assert SetupLink.opens(token)
        assert not SetupLink.opens(token + "x")
        assert not SetupLink.opens("")

    def test_a_newer_one_closes_the_older(self) -> None:
        old, new = SetupLink.make(), SetupLink.make()
        assert not SetupLink.opens(old)
        assert SetupLink.opens(new)

    def test_closes_as_soon_as_there_is_an_account(self) -> None:
        token = SetupLink.make()
        make_user("Guest", is_guest=True)
        assert SetupLink.opens(token)
        make_user("Anna Bianchi")
        assert not SetupLink.opens(token)

    def test_closes_after_a_week(self) -> None:
        token = SetupLink.make()
        SetupLink.objects.update(made_at=timezone.now() - timedelta(days=7, seconds=1))
        assert not SetupLink.opens(token)


class TestProgress:
    def test_advances_and_finishes(self, bakery: Business) -> None:
        progress = bakery.progresses.create(kind="export", title="Export")
        assert (progress.percent, progress.is_over) == (None, False)
        progress.advance(3, 12, "Three of twelve.")
        progress.refresh_from_db()
        assert (progress.percent, progress.state, progress.sentence) == (
            25,
            "running",
            "Three of twelve.",
        )
        progress.advance(99)
        assert progress.percent == 100
        progress.finish("Ready.", file="a.zip")
        assert (progress.done, progress.is_over, progress.file) == (12, True, "a.zip")

    def test_fails_with_a_sentence(self, bakery: Business) -> None:
        progress = bakery.progresses.create(kind="export", title="Export")
        progress.fail("The disk is full.")
        assert progress.is_over
        assert progress.sentence == "The disk is full."
