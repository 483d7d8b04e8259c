"""What whoever has a link, a guesser and the next business can see: the question that is theirs,
and nothing else, whatever is known inside.
"""

import re

import pytest
from django.test import override_settings
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passo.businesses import export
from passo.businesses.models import Business, User
from passo.introductions import asking, letters
from passo.introductions.models import Introduction, Wish
from passo.people.models import Person
from passo.people.models.person import Consent
from tests.introductions.test_nobody_can_tell import FLEETING, exported, frozen
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_asked, make_contribution, secret
from tests.people_world import make_touch
from tests.world import visitor, words_of

pytestmark = pytest.mark.django_db

ROLES = {"broker": ("broker", "target"), "pair": ("one", "other")}
KEPT = ("Silvia Pozzi", "@", "+39", "349", "Coop Aurora", "strained", "cares for boats")
MAILED = override_settings(
    HAS_MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"
)


def asked_of(business: Business, anna: User, *, is_pair: bool, agreed: bool) -> Introduction:
    """Giulia through Paola; or Giulia and Paola to each other."""
    giulia, paola = (known(business, name, 0.5) for name in ("Giulia Ferri", "Paola Rinaldi"))
    second = {"other": paola, "blurb_other": "Fixes stairs"} if is_pair else {"broker": paola}
    values = {"words": "May I?", "blurb": "Anna bakes", "purpose": "Bread"}
    made = make_asked(business, by=anna, target=giulia, **second, **values)
    if agreed:
        made.agree("one" if is_pair else "broker", today=made.asked_on)
    return made


def behind_each_link(made: Introduction) -> dict[str, str]:
    """The page, and what is mailed or handed on, of each who is asked."""
    found = {}
    for ask in made.asks.select_related("business", "introduction__asker", "person"):
        page = visitor().get(reverse("asked", args=[asking.token_of(ask)]))
        letter = letters.letter_for(ask, asking.token_of(ask))
        found[ask.role] = f"{page.content.decode()}\n{letter.subject}\n{letter.text}"
    return {role: FLEETING.sub("", text) for role, text in found.items()}


def more_is_known(business: Business, made: Introduction, chosen: st.DataObject) -> None:
    """Whatever else may be known of the two, and of others."""
    silvia = known(business, "Silvia Pozzi", 0.7, mail="silvia@firm.example")
    for person in (made.target, made.broker or made.other):
        assert person
        for deed in (
            lambda one: business.contact_points.create(
                person=one, kind="mail", value=f"p{one.pk}@firm.example"
            ),
            lambda one: business.contact_points.create(
                person=one, kind="phone", value=f"+39349{one.pk}", said="349"
            ),
            lambda one: knows(one, silvia),
            lambda one: make_contribution(business, one, words="cares for boats"),
            lambda one: Wish.add(by=None, business=business, person=one, kind=Wish.Kind.STRAINED),
            lambda one: make_touch(business, one, silvia, text="cares for boats"),
            lambda one: business.people.filter(pk=one.pk).update(
                strength=1.0, note="cares for boats", job_title="Coop Aurora"
            ),
        ):
            if chosen.draw(st.booleans()):
                deed(person)


@settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(chosen=st.data())
def test_a_link_tells_only_what_is_asked_whatever_else_is_known(
    bakery: Business, anna: User, chosen: st.DataObject
) -> None:
    with frozen():
        is_pair, agreed = chosen.draw(st.booleans()), chosen.draw(st.booleans())
        made = asked_of(bakery, anna, is_pair=is_pair, agreed=agreed)
        before = behind_each_link(made)
        more_is_known(bakery, made, chosen)
        assert behind_each_link(made) == before
        for role, text in before.items():
            assert not [word for word in KEPT if word in re.sub(r"https?://\S+|\?\S+", "", text)]
            if is_pair:
                other = "Paola" if role == "one" else "Giulia"
                assert other not in text


@pytest.mark.parametrize("is_pair", [False, True])
def test_no_page_of_a_link_has_an_address_not_even_after_both_yeses(
    bakery: Business, anna: User, *, is_pair: bool
) -> None:
    made = asked_of(bakery, anna, is_pair=is_pair, agreed=True)
    for one in (made.target, made.broker or made.other):
        bakery.contact_points.create(
            person=one, kind="mail", value=f"p{one and one.pk}@firm.example"
        )
    made.agree("other" if is_pair else "target", today=made.asked_on, reach="051 123")
    for text in behind_each_link(made).values():
        assert "051 123" not in text
        assert "firm.example" not in text


def test_every_other_way_of_knocking_answers_nothing_and_tells_no_link_from_a_guess(
    bakery: Business, anna: User
) -> None:
    made = asked_of(bakery, anna, is_pair=False, agreed=False)
    address = reverse("asked", args=[secret(made, "broker")])
    guess = reverse("asked", args=["x" * 43])
    for method in ("options", "put", "patch", "delete", "trace"):
        real, wrong = (getattr(visitor(), method)(one) for one in (address, guess))
        assert (real.status_code, real.content) == (wrong.status_code, wrong.content) == (405, b"")
        assert dict(real.headers) == dict(wrong.headers)
    for seen in ({"purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}):
        assert visitor().get(address, headers=seen).status_code == 200
    for one in (address, guess):
        knock = visitor(enforce_csrf_checks=True).post(one, {"answer": "yes"})
        assert knock.status_code == 403
    made.refresh_from_db()
    assert made.state == "asked"
    assert not bakery.refused.exists()


def test_a_form_that_is_sent_without_a_button_says_nothing(bakery: Business, anna: User) -> None:
    """Enter in the line, or a machine that sends forms: the first button of the form is dead."""
    made = asked_of(bakery, anna, is_pair=False, agreed=True)
    address = reverse("asked", args=[secret(made, "target")])
    form = visitor().get(address).content.decode().partition('<form method="post"')[2]
    assert re.search(r"<button[^>]*>", form)[0] == "<button disabled hidden>"  # type: ignore[index]
    visitor().post(address, {"reach": "051 123"})
    assert made.asks.get(role="target").agreed_at is None


@pytest.mark.parametrize("said", ["later", "no", "yes"])
def test_no_address_and_no_status_tells_what_was_said(
    bakery: Business, anna: User, said: str
) -> None:
    made = asked_of(bakery, anna, is_pair=False, agreed=False)
    address = reverse("asked", args=[secret(made, "broker")])
    browser = visitor()
    answer = browser.post(address, {"answer": said})
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    first, again = (words_of(browser.get(address)) for _twice in range(2))
    if said == "yes":
        assert "You said yes" in first
    else:
        assert "you will not be reminded" in first
        assert "you will not be reminded" not in again, "told once, to the browser that said it"


def test_the_secret_of_a_link_stands_in_no_row(bakery: Business, anna: User) -> None:
    """Nor in the history, the export or what Today showed: only its fingerprint is kept."""
    made = asked_of(bakery, anna, is_pair=False, agreed=True)
    tokens = [secret(made, role) for role in ("broker", "target")]
    visitor(anna).get(reverse("today", args=[bakery.slug]))
    visitor(anna).get(reverse("introduction", args=[bakery.slug, made.pk]))
    kept = exported(bakery)
    for model in export.models_of_a_business():
        kept += str(list(model._default_manager.filter(business=bakery).values()))
    for token in tokens:
        assert token not in kept
    assert "link_hash" not in exported(bakery)


def test_the_next_business_sees_the_same_whatever_is_known_here(
    bakery: Business, anna: User, garage: Business, charlie: User
) -> None:
    def seen() -> str:
        browser, slug = visitor(charlie), garage.slug
        pages = [
            browser.get(reverse("find_introduction", args=[slug]) + "?q=Giulia Ferri"),
            browser.post(reverse("reach_many", args=[slug]), {"people": "Giulia Ferri"}),
            browser.get(reverse("introductions", args=[slug])),
        ]
        return FLEETING.sub("", "\n".join(page.content.decode() for page in pages))

    with frozen():
        before, kept = seen(), exported(garage)
        made = asked_of(bakery, anna, is_pair=False, agreed=True)
        Wish.add(by=None, business=bakery, person=made.target, kind=Wish.Kind.FORGET)
        assert (seen(), exported(garage)) == (before, kept)


@MAILED
@pytest.mark.parametrize("kept_out", ["refused", "forget"])
@pytest.mark.parametrize("is_pair", [False, True])
def test_whoever_asks_to_be_left_alone_meanwhile_closes_the_others_link(
    *, bakery: Business, anna: User, kept_out: str, is_pair: bool
) -> None:
    """It looks as if it was taken back; and nothing goes to them from here."""
    made = asked_of(bakery, anna, is_pair=is_pair, agreed=False)
    role = "other" if is_pair else "broker"
    address = reverse("asked", args=[secret(made, role)])
    assert visitor().get(address).status_code == 200
    if kept_out == "forget":
        Wish.add(by=None, business=bakery, person=made.target, kind=Wish.Kind.FORGET)
    else:
        Person.objects.filter(pk=made.target_id).update(consent=Consent.REFUSED)
    assert visitor().get(address).status_code == 404
    assert visitor().post(address, {"answer": "yes"}).status_code == 404
    ask = made.asks.get(role=role)
    page = visitor(anna).post(reverse("note_yes", args=[bakery.slug, ask.pk]))
    assert page.status_code == 409
    assert "asked not to be contacted" in words_of(page)
