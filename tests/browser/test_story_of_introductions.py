"""From “who can introduce me to her?” to the thanks; and a no that nobody can see.

Chiara does it in Italian, with Passo's own mail; Anna in English, without scripts and by hand.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE
from tests.browser.looking import barriers, sticking_out
from tests.browser.server import Server, fresh_server
from tests.mail_sink import Sink, listening, subject_of, text_of

pytestmark = pytest.mark.browser

LINK = re.compile(r"http://\S+/asked/[\w-]+/")
OF_THE_MOMENT = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
PURPOSE = "Colonnine per tre parcheggi"
OUTCOME = "Una prova in un parcheggio"
REACH = "051 555 0142, dopo le sei"


def it(english: str, **values: str) -> str:
    with translation.override("it"):
        return translation.gettext(english) % values if values else translation.gettext(english)


@pytest.fixture(scope="module")
def posted() -> Iterator[tuple[Server, Sink, dict[str, Any]]]:
    """A Passo of its own that mails to a server which keeps what it gets."""
    with listening() as sink, fresh_server() as server:
        server.environment["PASSO_SMTP"] = f"smtp://127.0.0.1:{settings.EMAIL_PORT}"
        with server.serving():
            yield server, sink, server.python("-m", "tests.browser.before_introductions")


@pytest.fixture(scope="module")
def server(posted: tuple[Server, Sink, dict[str, Any]]) -> Server:
    return posted[0]


@pytest.fixture(scope="module")
def ground(posted: tuple[Server, Sink, dict[str, Any]]) -> dict[str, Any]:
    return posted[2]


@pytest.fixture
def sink(posted: tuple[Server, Sink, dict[str, Any]]) -> Sink:
    return posted[1]


def test_from_the_question_to_the_thanks(
    page_of: Callable[..., Page], ground: dict[str, Any], sink: Sink
) -> None:
    here = ground["it"]
    chiara = page_of("chiara", locale="it-IT")
    paola, giulia = (page_of(locale="it-IT", viewport=PHONE, has_touch=True) for _ in range(2))
    say_whom_paola_knows(chiara, here)
    ask_who_introduces(chiara, here)
    link = send_the_ask(chiara, sink)
    look_alone_says_nothing(chiara, paola, link)
    hand_on = say_yes_to_ask(paola, link)
    say_yes_to_hear(giulia, hand_on)
    introduce(chiara, sink)
    come_to_thanks(chiara)
    see_what_it_left(chiara, here)


def say_whom_paola_knows(page: Page, here: dict[str, Any]) -> None:
    """In one tap."""
    page.goto(f"{here['home']}people/{here['paola']}/")
    page.get_by_role("link", name=it("%(name)s knows somebody", name="Paola")).click()
    page.get_by_label(it("Type a name")).fill("giulia")
    expect(page.locator("#found .who")).to_have_count(1)
    assert not barriers(page)
    page.get_by_role("button", name=it("very well")).click()
    said = it("%(one)s knows %(other)s: kept.", one="Paola Rinaldi", other="Giulia Ferri")
    expect(page.locator("#toasts")).to_contain_text(said)


def ask_who_introduces(page: Page, here: dict[str, Any]) -> None:
    page.goto(f"{here['home']}people/{here['giulia']}/")
    page.get_by_role("link", name=it("Who can introduce me?")).first.click()
    expect(page.locator(".route-map")).to_have_attribute(
        "aria-label", re.compile("Paola Rinaldi.*Giulia Ferri")
    )
    assert not barriers(page)
    page.get_by_role("link", name=it("Ask %(name)s", name="Paola")).click()


def send_the_ask(page: Page, sink: Sink) -> str:
    """What could come first stands beside the words; the mail goes to Paola and to nobody else."""
    first = "You have not noted anything given to %(name)s yet. What could come first?"
    expect(page.get_by_role("main")).to_contain_text(it(first, name="Paola"))
    assert not barriers(page)
    page.get_by_role("link", name="IT: italiano").click()
    expect(page.get_by_label(it("Message"))).to_have_value(re.compile(r"^Ciao Paola,"))
    page.get_by_label(it("What it is about")).fill(PURPOSE)
    page.get_by_role("button", name=it("Send to %(name)s", name="Paola")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Giulia Ferri")
    assert sink.addresses == ["paola@rinaldi.example"]
    assert subject_of(sink.mails[0]) == "Mi presenteresti Giulia Ferri?"
    found = LINK.search(text_of(sink.mails[0]))
    assert found
    return found[0]


def stands_at(page: Page, stone: int) -> None:
    """Of the six; those before it are done."""
    page.reload()
    expect(page.locator(".ladder .is-done")).to_have_count(stone - 1)
    expect(page.locator(f".ladder > :nth-child({stone})")).to_have_attribute("aria-current", "step")


def look_alone_says_nothing(page: Page, broker: Page, link: str) -> None:
    """As a scanner of mails follows it, and as somebody opens it and lays the phone down."""
    assert broker.context.request.get(link).ok
    broker.goto(link)
    stands_at(page, 2)


def say_yes_to_ask(page: Page, link: str) -> str:
    expect(page.get_by_role("heading", level=1)).to_contain_text("Giulia Ferri")
    assert not barriers(page)
    assert not sticking_out(page, PHONE["width"])
    page.get_by_role("button", name=it("Yes, I will ask")).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(it("You said yes. Thank you."))
    assert not barriers(page)
    found = LINK.search(page.get_by_label(it("To hand on")).input_value())
    assert found
    assert found[0] != link
    return found[0]


def say_yes_to_hear(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("main")).not_to_contain_text("@")
    assert not barriers(page)
    assert not sticking_out(page, PHONE["width"])
    page.get_by_label(it("How best to reach you, if you like")).fill(REACH)
    page.get_by_role("button", name=it("Yes, gladly")).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(it("You said yes. Thank you."))


def introduce(page: Page, sink: Sink) -> None:
    """One mail to both, and not before both have said yes."""
    assert len(sink.mails) == 1
    stands_at(page, 4)
    expect(page.get_by_role("main")).to_contain_text(REACH)
    assert not barriers(page)
    page.get_by_role("button", name=it("Send it to both")).click()
    expect(page.locator("#toasts")).to_contain_text(it("Introduced, by mail to both."))
    assert sorted(sink.addresses[1:]) == ["giulia@coop.example", "paola@rinaldi.example"]


def come_to_thanks(page: Page) -> None:
    page.get_by_role("button", name=it("We have met")).click()
    page.get_by_role("textbox", name=it("What came of it")).fill(OUTCOME)
    page.get_by_role("button", name=it("Keep"), exact=True).click()
    expect(page.locator(".offer-value")).to_contain_text(OUTCOME)
    stands_at(page, 6)
    assert not barriers(page)
    page.get_by_role("button", name=it("I have thanked %(name)s", name="Paola")).click()
    expect(page.locator(".ladder .is-done")).to_have_count(6)


def see_what_it_left(page: Page, here: dict[str, Any]) -> None:
    """What was received, with its thanks; and with Giulia the first stone."""
    page.goto(f"{here['home']}contributions/")
    line = page.locator(".contribution")
    expect(line).to_contain_text(it("introduction to %(name)s", name="Giulia Ferri"))
    expect(line).to_contain_text(it("thanked"))
    page.goto(f"{here['home']}path/{here['walk']}/")
    shown = page.locator("#stone-introduction")
    expect(shown).to_contain_text(it("Somebody brought you together, or you met."))


def test_a_no_is_seen_by_nobody(page_of: Callable[..., Page], ground: dict[str, Any]) -> None:
    here = ground["en"]
    anna = page_of("anna", java_script_enabled=False)
    paola = page_of(viewport=PHONE, java_script_enabled=False)
    ask = f"introductions/new/?target={here['giulia']}&broker={here['paola']}"
    anna.goto(f"{here['home']}{ask}")
    anna.get_by_role("button", name="Hand it over yourself").click()
    found = LINK.search(anna.get_by_label("Message").input_value())
    assert found
    anna.reload()  # without the words that it is ready
    pages = [anna.url, f"{here['home']}introductions/", f"{here['home']}history/"]
    before = [seen(anna, one) for one in pages]
    paola.goto(found[0])
    paola.get_by_role("button", name="No", exact=True).click()
    expect(paola.get_by_role("main")).to_contain_text("That is fine. Anna Marsh is not told")
    assert [seen(anna, one) for one in pages] == before
    paola.goto(found[0])
    expect(paola.get_by_role("button", name="Yes, I will ask")).to_be_visible()


def seen(page: Page, address: str) -> str:
    page.goto(address)
    return OF_THE_MOMENT.sub(r"\1", page.get_by_role("main").inner_html())
