"""Nobody can tell a no from a not now from silence: the same business is lived through once for
each answer, and whatever its owner can look at is held against the others, letter by letter.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from difflib import unified_diff
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passo.businesses import export, history
from passo.businesses.models import Business, User
from passo.introductions import asking
from passo.introductions.knowing import SHELF
from passo.introductions.models import Introduction, Sharing, Wish
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_introduction
from tests.world import visitor

pytestmark = pytest.mark.django_db

SILENT, LATER, NO = "", "later", "no"
NOT_YES = (SILENT, LATER, NO)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
# What is another at each visit; and numbers that a database counts on in each life.
FLEETING = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"'
    r"|(?:/|%2F)asked(?:/|%2F)[\w-]+(?:/|%2F)|/(?:asks|history)/\d+/|(?:text|hand)-\d+"
    r'|"(?:id|thing)": "?\d+"?'
)
NAMES = ("Giulia Ferri", "Hassan Amrani", "Paola Rinaldi", "Silvia Pozzi")
MAILED = override_settings(
    HAS_MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"
)
Answers = dict[str, str]


@contextmanager
def frozen(moment: datetime = NOW) -> Iterator[None]:
    """What happens in here is remembered as of one moment, in each life the same."""
    with history.at(moment), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment)
        yield


@contextmanager
def taken_back_after() -> Iterator[None]:
    """A life on trial: the business is afterwards as it was, and so are its mails."""
    mails = len(mail.outbox)
    mark = transaction.savepoint()
    cache.clear()
    try:
        yield
    finally:
        transaction.savepoint_rollback(mark)
        del mail.outbox[mails:]


def seen_by_owner(business: Business, user: User) -> str:
    """Every page that tells of introductions and of ways to somebody, and the history."""
    SHELF.clear()  # PostgreSQL notes once a transaction that ties moved, and this is all one
    browser, slug = visitor(user), business.slug
    addresses = [
        reverse("introductions", args=[slug]),
        reverse("history", args=[slug]),
        reverse("contributions", args=[slug]),
        *(reverse("introduction", args=[slug, one.pk]) for one in business.introductions.all()),
        *(
            reverse(page, args=[slug, one.pk])
            for one in business.people.order_by("pk")
            for page in ("person", "who_introduces")
        ),
    ]
    pages = (browser.get(address).content.decode() for address in addresses)
    return FLEETING.sub("", "\n".join(pages))


def exported(business: Business) -> str:
    """All rows that the export of everything would hold."""
    told = {}
    for model in export.models_of_a_business():
        rows = model._default_manager.filter(business=business)
        told[export.name_of(model)] = list(export.rows_of(rows))
    return FLEETING.sub("", json.dumps(told, default=str, sort_keys=True))


def behind_links(business: Business) -> str:
    """Whoever has a link may open it without saying who they are."""
    asks = business.asks.order_by("pk")
    pages = (visitor().get(reverse("asked", args=[asking.token_of(ask)])) for ask in asks)
    return FLEETING.sub("", "\n".join(f"{one.status_code} {one.content.decode()}" for one in pages))


def mails_to(address: str) -> list[str]:
    return [f"{one.subject}\n{one.body}" for one in mail.outbox if address in one.recipients()]


def all_that_shows(business: Business, owner: User) -> dict[str, Any]:
    return {
        "pages": seen_by_owner(business, owner),
        "export": exported(business),
        "links": behind_links(business),
        "mails": mails_to(owner.email),
    }


def say(made: Introduction, answers: Answers) -> None:
    """In the order in which they are asked, each by their own link, from a machine of their own."""
    for role, said in answers.items():
        ask = made.asks.filter(role=role).first()
        if said and ask:
            address = reverse("asked", args=[asking.token_of(ask)])
            assert visitor().post(address, {"answer": said}).status_code == 302


def lived(
    business: Business, owner: User, made: Introduction, answers: Answers, *, gives_up: bool = False
) -> list[Any]:
    """What shows after the answers, after the reminder, on the day of rest, and when it is long
    ago; or after the owner has taken it back.
    """
    shown: list[Any] = []
    with taken_back_after():
        with frozen():
            say(made, answers)
            shown.append(all_that_shows(business, owner))
        for days in (6, 10, 1200):
            with frozen(NOW + timedelta(days=days)):
                asking.go_through(business, timezone.localdate(), timezone.now())
                if gives_up and days == 6:
                    business.introductions.get(pk=made.pk).withdraw(by=owner)
                shown.append(all_that_shows(business, owner))
    return shown


def assert_same(one: list[Any], other: list[Any]) -> None:
    """And if not, the lines in which they differ."""
    lines = (
        json.dumps(life, default=str).replace("\\n", "\n").splitlines() for life in (one, other)
    )
    apart = list(unified_diff(*lines, n=0, lineterm=""))
    assert not apart, "\n".join(apart[:40])


def people_of(business: Business) -> list[Any]:
    """Paola and Silvia both know us and Giulia: there are two ways to her."""
    giulia, hassan, paola, silvia = (
        known(business, name, strength, mail=f"{name.split()[0].lower()}@firm.example")
        for name, strength in zip(NAMES, (0.0, 0.4, 0.8, 0.5), strict=True)
    )
    knows(paola, giulia)
    knows(silvia, giulia)
    return [giulia, hassan, paola, silvia]


def asked_for(business: Business, owner: User, *, pair: bool, by_mail: bool) -> Introduction:
    values = {"words": "May I?", "blurb": "Anna bakes", "blurb_other": "Hassan's line"}
    with frozen():
        giulia, hassan, paola, _silvia = people_of(business)
        between = {"other": hassan} if pair else {"broker": paola}
        made = make_introduction(business, giulia, by=owner, **between, **values)
        made.send(by=owner, today=timezone.localdate())
        for ask in made.asks.all() if by_mail else ():
            ask.address = "somebody@firm.example"
            ask.save()
    return made


@MAILED
@pytest.mark.parametrize(
    ("first", "by_mail"), [("broker", True), ("target", False), ("one", False), ("other", True)]
)
def test_silence_not_now_and_no_look_the_same_from_the_first_day_to_the_last(
    bakery: Business, anna: User, first: str, *, by_mail: bool
) -> None:
    is_pair = first in {"one", "other"}
    made = asked_for(bakery, anna, pair=is_pair, by_mail=by_mail)
    yes = {"target": {"broker": "yes"}, "other": {"one": "yes"}}.get(first, {})
    lives = [lived(bakery, anna, made, yes | {first: said}) for said in NOT_YES]
    for other in lives[1:]:
        assert_same(lives[0], other)


@MAILED
@pytest.mark.parametrize("first", ["broker", "target"])
def test_taking_it_back_does_not_show_what_was_answered(
    bakery: Business, anna: User, first: str
) -> None:
    """Other ways to somebody who said no must not go with the no."""
    made = asked_for(bakery, anna, pair=False, by_mail=False)
    yes = {"broker": "yes"} if first == "target" else {}
    silent, refused = (
        lived(bakery, anna, made, yes | {first: said}, gives_up=True) for said in (SILENT, NO)
    )
    assert_same(silent, refused)


@MAILED
def test_somebody_who_is_silent_is_reminded_and_who_answered_is_not(
    bakery: Business, anna: User
) -> None:
    """So that the lives above differ in something that only they themselves see."""
    made = asked_for(bakery, anna, pair=False, by_mail=True)
    for said, count in ((SILENT, 1), (LATER, 0), (NO, 0)):
        with taken_back_after():
            with frozen():
                say(made, {"broker": said})
            with frozen(NOW + timedelta(days=6)):
                asking.go_through(bakery, timezone.localdate(), timezone.now())
            assert len(mails_to("somebody@firm.example")) == count


@MAILED
@settings(
    max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(chosen=st.data())
def test_whatever_is_shared_and_answered_only_a_yes_shows(
    bakery: Business, anna: User, ben: User, chosen: st.DataObject
) -> None:
    """Random introductions, sharing and wishes; of each answer that is no yes any other could
    have been given, and no name is told to whom it was not told.
    """
    with taken_back_after():
        is_pair, by_mail = (chosen.draw(st.booleans()) for _ in range(2))
        for user in (anna, ben):
            takes_part = chosen.draw(st.booleans())
            Sharing.objects.create(business=bakery, user=user, takes_part=takes_part)
        made = asked_for(bakery, anna, pair=is_pair, by_mail=by_mail)
        if chosen.draw(st.booleans()):
            silvia = bakery.people.get(name="Silvia Pozzi")
            Wish.add(by=anna, business=bakery, person=silvia, kind=Wish.Kind.STRAINED)
        roles = ("one", "other") if is_pair else ("broker", "target")
        said = [chosen.draw(st.sampled_from(("yes", *NOT_YES))) for _role in roles]
        otherwise = [one if one == "yes" else chosen.draw(st.sampled_from(NOT_YES)) for one in said]
        life = lived(bakery, anna, made, dict(zip(roles, said, strict=True)))
        assert_same(life, lived(bakery, anna, made, dict(zip(roles, otherwise, strict=True))))
        assert_names_are_kept(life, is_pair=is_pair)


def assert_names_are_kept(life: list[Any], *, is_pair: bool) -> None:
    """Behind the links stands who was to be asked and nobody else; and no address of anybody."""
    hidden = {"Silvia Pozzi", "Hassan Amrani"} if not is_pair else set(NAMES) - {""}
    for shown in life:
        for name in hidden:
            assert name not in shown["links"]
        assert "@" not in re.sub(r"https?://\S+", "", shown["links"])
        assert shown["mails"] == []


@MAILED
def test_no_line_is_logged_and_no_change_written_for_a_no(
    bakery: Business, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    made = asked_for(bakery, anna, pair=False, by_mail=True)
    changes, mails = bakery.changes.count(), len(mail.outbox)
    caplog.set_level("DEBUG", logger="passo")
    caplog.set_level("INFO", logger="django.request")
    with frozen():
        for said in (NO, LATER):
            say(made, {"broker": said})
    assert [line for line in caplog.records if line.name != "asyncio"] == []
    assert bakery.changes.count() == changes
    assert len(mail.outbox) == mails


def test_no_mark_tells_whom_or_what(bakery: Business, anna: User) -> None:
    """Keyed, and of the business: neither ids nor names unlock it, and no export counts them."""
    made = asked_for(bakery, anna, pair=False, by_mail=False)
    with frozen():
        say(made, {"broker": NO})
    marks = list(bakery.refused.values_list("mark", flat=True))
    assert len(marks) == 1
    assert all(re.fullmatch(r"[0-9a-f]{64}", mark) for mark in marks)
    assert not any(mark in exported(bakery) for mark in marks)
    assert "refused" not in exported(bakery)
