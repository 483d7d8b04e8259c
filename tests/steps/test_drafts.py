"""Words to send: for every kind, in every language, with what is known; by mail and messenger."""

from datetime import date
from string import Formatter
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.core import mail
from django.test import override_settings
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.wording import mail_link, whatsapp_link
from passo.people.models import Person
from passo.people.tongues import LANGUAGES
from passo.steps import drafts, stages, suggesting, verbs
from passo.steps.drafts import Draft
from passo.steps.models.step import State
from passo.steps.suggestions import to_do
from passo.steps.suggestions.suggestion import Suggestion
from tests.people_world import make_person, make_touch
from tests.steps_world import TODAY, make_opportunity, make_step
from tests.world import words_of

KINDS = {
    *(stage.name for stage in stages.STAGES),
    *("answered", "cooling", "promise", "promised", "reply", "research", "step"),
    *("thank", "thank_introduction", "thank_gift", "complaint", "again", "address"),
    *("greet", "offered"),
}
PARTS = ("subject", "mail", "message", "notes")
ALWAYS = {"name", "me", "business", "step"}
SOMETIMES = {"sentence", "topic", "cares", "offer", "other", "quote"}


def gaps(text: str) -> set[str]:
    return {name for _text, name, _form, _as in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_texts_in_every_language(language: str) -> None:
    texts = drafts.wording(language)
    assert set(texts) == {*KINDS, "letter"}
    assert gaps(texts["letter"]["hello"]) == {"name"}
    for kind in KINDS:
        for part in PARTS:
            said = texts[kind][part]
            assert any(gaps(one) <= ALWAYS for one in said), (kind, part)
            assert all(gaps(one) <= ALWAYS | SOMETIMES for one in said), (kind, part)
            assert all("!" not in one and len(one) < 500 for one in said), (kind, part)


def test_the_languages_say_as_much_as_one_another() -> None:
    def shape(language: str) -> dict[tuple[str, str], list[set[str]]]:
        texts = drafts.wording(language)
        return {
            (kind, part): [gaps(one) for one in texts[kind][part]]
            for kind in KINDS
            for part in PARTS
        }

    assert all(shape(language) == shape("en") for language in LANGUAGES)


@pytest.fixture
def elisa(bakery: Business) -> Person:
    return make_person(
        bakery, "Elisa Corsi", mail="elisa@corsi.example", phone="+39 347 1234567", consent="agreed"
    )


@pytest.fixture
def suggested(bakery: Business, elisa: Person) -> Suggestion:
    make_opportunity(bakery, elisa, stage=2)
    return suggesting.suggestions(bakery, TODAY)[0]


def drafted(one: Suggestion, business: Business, user: User, **how: Any) -> Draft:
    draft = drafts.draft_for(one, business, user, **how)
    assert draft
    return draft


def test_a_draft_speaks_of_what_was_last_written_about(
    bakery: Business, elisa: Person, suggested: Suggestion, anna: User
) -> None:
    plain = drafted(suggested, bakery, anna)
    assert plain.mail.startswith("Hi Elisa,\n\nBefore I say anything clever")
    assert plain.mail.endswith("Best wishes\nAnna")
    make_touch(bakery, elisa, kind="mail", subject="AW: Re: [2]: Night lights", days_ago=2)
    make_touch(bakery, elisa, kind="call", subject="", text="grumpy, careful", days_ago=1)
    make_touch(bakery, elisa, kind="meeting", subject="Lunch with grumpy Elisa", days_ago=1)
    told = drafted(suggested, bakery, anna)
    assert "“Re: [2]: Night lights”" not in told.mail
    assert "Night lights" in told.mail
    assert "grumpy" not in repr(told), "what one noted for oneself is never quoted"


def test_another_turn_is_another_draft(
    bakery: Business, elisa: Person, suggested: Suggestion, anna: User
) -> None:
    make_touch(bakery, elisa, kind="mail", subject="Night lights", days_ago=2)
    first, second, third = (
        drafted(suggested, bakery, anna, variant=turn).mail for turn in range(3)
    )
    assert first != second
    assert first == third


def test_the_sentence_of_the_business_opens_a_first_message(
    bakery: Business, elisa: Person, anna: User
) -> None:
    make_opportunity(bakery, elisa)
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert one.kind == "research"
    assert "What do they do, and for whom?" in drafted(one, bakery, anna).notes
    make_touch(bakery, elisa, days_ago=3)
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert "We do not know each other yet. I would" in drafted(one, bakery, anna).mail
    bakery.settle(by=anna, sentence="Bread that keeps for a week.")
    assert "yet. Bread that keeps for a week.\n" in drafted(one, bakery, anna).mail


@pytest.mark.parametrize(("language", "hello"), [("it", "Ciao"), ("de", "Hallo"), ("es", "Hola")])
def test_the_language_is_that_of_the_business_or_the_one_that_was_chosen(
    bakery: Business, suggested: Suggestion, anna: User, language: str, hello: str
) -> None:
    assert drafted(suggested, bakery, anna, language=language).mail.startswith(hello)
    assert drafted(suggested, bakery, anna, language="xx").language == "en"
    bakery.settle(by=anna, language=language)
    assert drafted(suggested, bakery, anna).message.startswith(hello)


@pytest.mark.parametrize(
    ("values", "section"),
    [
        ({"promise": "ours"}, "promise"),
        ({"promise": "theirs", "on": date(2026, 1, 1)}, "promised"),
        ({"verb": "thank"}, "thank"),
        ({"verb": "answer"}, "reply"),
        ({"verb": "offer"}, "dialogue"),
        ({"verb": "call"}, "step"),
        ({"made_of": "cooling:1:20261101"}, "cooling"),
        ({"made_of": "thank:1:t5"}, "thank_introduction"),
        ({"made_of": "thank:1:o5"}, "thank"),
        ({"made_of": "thank:1:i5"}, "thank_introduction"),
        ({"made_of": "thank:1:c5"}, "thank_gift"),
        ({"made_of": "worth:5:20261101"}, "added_value"),
        ({"made_of": "letter:5:1"}, "step"),
    ],
)
def test_a_step_by_hand_finds_the_texts_of_its_promise_or_its_verb(
    bakery: Business, elisa: Person, values: dict[str, Any], section: str
) -> None:
    one = to_do.to_be_done(bakery, make_step(bakery, elisa, **values), TODAY)
    assert drafts.section_of(one) == section


def test_for_nobody_there_are_no_words(bakery: Business, anna: User) -> None:
    one = to_do.to_be_done(bakery, make_step(bakery), TODAY)
    assert drafts.draft_for(one, bakery, anna) is None
    assert drafts.ways_to(None) == drafts.Ways()


@pytest.mark.parametrize("name", ["{me.__class__} X", "100% {0}", "<b>Eve</b>", "A&B?subject=x"])
def test_a_strange_name_is_a_name(bakery: Business, anna: User, name: str) -> None:
    person = make_person(bakery, name)
    one = to_do.to_be_done(bakery, make_step(bakery, person, words="{step} 50%"), TODAY)
    draft = drafted(one, bakery, anna)
    assert person.first_name in draft.mail
    assert "{step} 50%" in draft.notes


def test_links_carry_the_words_whole() -> None:
    link = mail_link("a+b@c.example", "1 & 2?", "Hi,\nä = ü")
    parts = urlsplit(link)
    assert unquote(parts.path) == "a+b@c.example"
    assert parse_qs(parts.query) == {"subject": ["1 & 2?"], "body": ["Hi,\r\nä = ü"]}
    assert whatsapp_link("+393471234567", "Hi & bye") == (
        "https://wa.me/393471234567?text=Hi%20%26%20bye"
    )
    assert whatsapp_link("0347 123", "Hi") == ""


# --- On its page ---------------------------------------------------------------------------------


def page_of(business: Business, one: Suggestion, name: str = "step") -> str:
    return reverse(name, kwargs={"slug": business.slug, "suggestion_key": one.key})


def test_the_page_has_the_words_the_ways_and_notes_for_a_call(
    bakery: Business, suggested: Suggestion, client_of: Any, anna: User
) -> None:
    browser = client_of(anna)
    page = browser.get(page_of(bakery, suggested) + "?language=it&turn=7")
    text = page.content.decode()
    assert 'href="mailto:elisa@corsi.example?subject=' in text
    assert 'href="https://wa.me/393471234567?text=' in text
    assert 'href="tel:+393471234567"' in text
    assert "Ciao Elisa," in text
    assert "Perché la domanda arriva proprio adesso?" in words_of(page)
    assert "Send it from here" not in text, "this Passo has no mail server"
    for turn in ("x", "-1", "9" * 30):
        assert browser.get(page_of(bakery, suggested) + f"?turn={turn}").status_code == 200


def test_without_a_script_the_links_take_over_what_was_typed(
    bakery: Business, suggested: Suggestion, client_of: Any, anna: User
) -> None:
    values = {"subject": "My\r\nown", "mail": "Own words </textarea>", "look": ""}
    page = client_of(anna).post(page_of(bakery, suggested, "send_draft"), values)
    text = page.content.decode()
    assert "subject=My%20own&amp;body=Own%20words%20%3C" in text
    assert "Own words &lt;/textarea&gt;" in text
    assert not bakery.steps.exists()


SENDING = override_settings(HAS_MAIL=True)
TYPED = {"subject": "Night lights", "mail": "Hi Elisa,\nhow are they?", "to": "elisa@corsi.example"}


@SENDING
def test_sent_from_here_it_is_done_and_leaves_a_mail(
    bakery: Business, suggested: Suggestion, client_of: Any, anna: User
) -> None:
    page = client_of(anna).post(page_of(bakery, suggested, "send_draft"), TYPED, follow=True)
    assert "Sent to Elisa." in words_of(page)
    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == (["elisa@corsi.example"], [anna.email])
    assert sent.from_email.startswith('"Anna Bianchi, Bianchi Bakery" <')
    assert sent.body == "Hi Elisa,\nhow are they?"
    assert bakery.steps.get().state == State.DONE
    assert bakery.touches.get().kind == "mail"
    again = client_of(anna).post(page_of(bakery, suggested, "send_draft"), TYPED)
    assert again.status_code == 409
    assert len(mail.outbox) == 1


@SENDING
@pytest.mark.parametrize(
    "change",
    [
        {"to": "someone@else.example"},
        {"to": ""},
        {"subject": " "},
        {"mail": " \n"},
        {"to": "elisa@corsi.example\nBcc: x@y.example"},
    ],
)
def test_nothing_goes_to_others_nor_without_words(
    bakery: Business, suggested: Suggestion, client_of: Any, anna: User, change: dict[str, str]
) -> None:
    page = client_of(anna).post(page_of(bakery, suggested, "send_draft"), TYPED | change)
    assert page.status_code == 409
    assert mail.outbox == []
    assert not bakery.steps.exists()


@SENDING
def test_nothing_goes_to_who_refused_nor_out_of_a_sample(
    bakery: Business, elisa: Person, client_of: Any, anna: User
) -> None:
    step = make_step(bakery, elisa)
    address = reverse("send_draft", kwargs={"slug": bakery.slug, "step_id": step.pk})
    elisa.change(by=anna, what="note_consent", consent="refused")
    assert "asked not to be contacted" in words_of(client_of(anna).post(address, TYPED))
    elisa.change(by=anna, what="note_consent", consent="agreed")
    Business.objects.update(is_sample=True)
    assert "cannot send mail" in words_of(client_of(anna).post(address, TYPED))
    assert mail.outbox == []


@override_settings(
    HAS_MAIL=True,
    EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
    EMAIL_HOST="127.0.0.1",
    EMAIL_PORT=1,
)
def test_a_server_that_does_not_answer_is_said_and_nothing_is_done(
    bakery: Business, suggested: Suggestion, client_of: Any, anna: User
) -> None:
    page = client_of(anna).post(page_of(bakery, suggested, "send_draft"), TYPED)
    assert "The mail server did not take it." in words_of(page)
    assert not bakery.steps.exists()


@SENDING
def test_what_is_over_is_not_sent(
    bakery: Business, elisa: Person, client_of: Any, anna: User
) -> None:
    step = make_step(bakery, elisa)
    step.finish(by=anna)
    address = reverse("send_draft", kwargs={"slug": bakery.slug, "step_id": step.pk})
    assert client_of(anna).post(address, TYPED).status_code == 409
    assert mail.outbox == []


@SENDING
def test_whoever_mails_to_many_has_to_wait(
    bakery: Business, elisa: Person, client_of: Any, anna: User
) -> None:
    browser, steps = client_of(anna), [make_step(bakery, elisa) for _one in range(31)]
    addresses = [
        reverse("send_draft", kwargs={"slug": bakery.slug, "step_id": step.pk}) for step in steps
    ]
    *_went, last = (browser.post(address, TYPED).status_code for address in addresses)
    assert (last, len(mail.outbox)) == (429, 30)
    steps[-1].refresh_from_db()
    assert steps[-1].state != State.DONE


def test_who_has_never_heard_of_us_is_told_who_we_are_whatever_the_step(
    bakery: Business, elisa: Person, anna: User
) -> None:
    bakery.settle(by=anna, sentence="Bread that keeps for a week.")
    walk = make_opportunity(bakery, elisa)
    step = to_do.to_be_done(bakery, make_step(bakery, elisa, opportunity=walk), TODAY)
    draft = drafted(step, bakery, anna)
    assert "We do not know each other yet. Bread that keeps for a week." in draft.mail
    assert "Bread that keeps for a week." in draft.message
    assert draft.notes[0] == str(step.words), "what was noted is for whoever calls"
    alone = to_do.to_be_done(bakery, make_step(bakery, elisa), TODAY)
    assert "do not know" not in drafted(alone, bakery, anna).mail, "Passo cannot know that"


def test_a_step_of_ones_own_says_no_more_than_its_verb(
    bakery: Business, elisa: Person, anna: User
) -> None:
    asks = to_do.to_be_done(bakery, make_step(bakery, elisa, verb=verbs.ASK), TODAY)
    assert "since we finished" not in drafted(asks, bakery, anna).mail
