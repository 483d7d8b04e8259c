"""What a device keeps of Passo, the keys, and the pages for when something goes wrong."""

import json
import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from passo.businesses.models import Business, User
from passo.today import errors

STANDALONE = ["400.html", "500.html", "offline.html"]
IN_THE_FRAME = ["403.html", "404.html", "409.html", "429.html"]


def asked_by(user: User) -> Any:
    request: Any = RequestFactory().get("/nowhere/")
    request.user, request.business, request.LANGUAGE_CODE = user, None, "en"
    return request


def test_the_manifest_tells_a_phone_how_to_install_passo(client) -> None:
    response = client.get("/manifest.webmanifest")
    described = response.json()
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert described["short_name"] == "Passo"
    assert described["start_url"] == "/"
    assert described["display"] == "standalone"
    assert {icon["purpose"] for icon in described["icons"]} == {"any", "maskable"}


def test_the_manifest_speaks_the_language_of_the_browser(client) -> None:
    described = client.get("/manifest.webmanifest", headers={"accept-language": "de"}).json()
    assert described["lang"] == "de"


def test_every_icon_of_the_manifest_and_of_the_pages_is_there(client) -> None:
    described = client.get("/manifest.webmanifest").json()
    named = [icon["src"] for icon in described["icons"]]
    named += re.findall(r'href="(/static/[^"]+)"', render_to_string("ui/parts/head_icons.html"))
    for address in named:
        assert finders.find(address.removeprefix("/static/")), address


def test_the_worker_may_speak_for_every_page_and_is_always_asked_for_anew(client) -> None:
    response = client.get("/sw.js")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.headers["Service-Worker-Allowed"] == "/"
    assert "no-store" in response.headers["Cache-Control"]


def test_the_worker_keeps_the_offline_page_and_what_it_looks_like_and_nothing_else(client) -> None:
    kept = json.loads(kept_files(client.get("/sw.js").content.decode()))
    assert kept[0] == "/offline/"
    assert any(name.endswith(".woff2") for name in kept)
    assert any(name.endswith(".css") for name in kept)
    assert all(name.startswith("/static/") for name in kept[1:])
    for name in kept[1:]:
        assert finders.find(name.removeprefix("/static/")), name


def kept_files(script: str) -> str:
    found = re.search(r"FILES = \[OFFLINE(.*?)\]", script)
    first = re.search(r'OFFLINE = (".*?")', script)
    assert found
    assert first
    return f"[{first[1]}{found[1]}]"


def test_the_worker_is_the_same_for_everybody_who_speaks_one_language(
    client, client_of, anna
) -> None:
    assert client.get("/sw.js").content == client_of(anna).get("/sw.js").content


def test_another_language_makes_another_worker(client) -> None:
    with translation.override("en"):
        english = client.get("/sw.js", headers={"accept-language": "en"}).content
    german = client.get("/sw.js", headers={"accept-language": "de"}).content
    assert english != german


def test_the_offline_page_names_nobody(client_of, anna: User, bakery: Business) -> None:
    page = client_of(anna).get("/offline/").content.decode()
    assert "No way there just now" in page
    assert anna.first_name not in page
    assert bakery.name not in page
    assert "csrf" not in page


def test_the_keys_are_told_to_anybody(client) -> None:
    page = client.get("/shortcuts/").content.decode()
    assert "Keyboard shortcuts" in page
    assert "<kbd>" in page


@pytest.mark.parametrize("template", STANDALONE)
def test_a_page_for_the_worst_needs_no_request_and_no_database(template: str) -> None:
    page = render_to_string(template, {"number": "1f2e3d4c"})
    assert page.count("<h1") == 1
    assert "<script" not in page
    assert 'href="/static/css/' in page


@pytest.mark.parametrize("template", IN_THE_FRAME)
def test_a_page_for_a_no_says_what_to_do_next(template: str, anna: User) -> None:
    request = asked_by(anna)
    page = render_to_string(template, {}, request)
    assert page.count("<h1") == 1
    assert 'class="button button-primary"' in page


@pytest.mark.parametrize("template", ["403.html", "409.html"])
def test_the_sentence_of_a_no_is_text_and_nothing_else(template: str, anna: User) -> None:
    request = asked_by(anna)
    page = render_to_string(template, {"sentence": "Not <b>yet</b>, Anna."}, request)
    assert "Not &lt;b&gt;yet&lt;/b&gt;, Anna." in page


def test_a_form_that_lay_open_too_long_is_told_apart_from_a_no(anna: User) -> None:
    page = errors.forged(asked_by(anna)).content.decode()
    assert "This page had been open for a while" in page
    assert "Not yours to change" not in page


def test_a_page_that_is_not_there_answers_404_to_strangers_and_members(
    client, client_of, anna
) -> None:
    for visitor in (client, client_of(anna)):
        response = visitor.get("/no/such/page/")
        assert response.status_code == 404
        assert "There is no stone here" in response.content.decode()


def test_a_break_gives_a_number_to_quote() -> None:
    page = errors.broken(RequestFactory().get("/somewhere/")).content.decode()
    assert re.search(r"The number to quote:\s*<strong[^>]*>[0-9a-f]{8}<", page)
