"""`passo import`, `passo people` and what stands beside it, as a script meets them."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from passo.businesses.models import Business
from tests.people.bringing import CARD, card, mail

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]
PROMISED = {
    "people_new",
    "people_joined",
    "people_unchanged",
    "organisations_new",
    "touches_new",
    "problems",
    "seconds",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "brought"
    folder.mkdir()
    (folder / "telefono.vcf").write_text(CARD + card("Luca Ferri", TEL="051 5550142"))
    posta = mail(1, "Eva Marini <eva@marini.example>", "chiara@bianchi.example")
    (folder / "posta.mbox").write_text(posta)
    return folder


def test_one_object_holds_what_is_promised(passo: Passo, bakery: Business, folder: Path) -> None:
    files = [str(one) for one in sorted(folder.iterdir())]
    answer = passo("import", *files, "--own", "chiara@bianchi.example", "--json")
    assert answer.code == 0
    assert set(answer.told) > PROMISED
    assert answer.told["people_new"] == 3
    assert answer.told["touches_new"] == 1
    assert [one["kind"] for one in answer.told["imports"]] == ["vcard", "mbox"]
    again = passo("import", *files, "--json").told
    assert {again[name] for name in ("people_new", "people_joined", "touches_new")} == {0}
    assert (again["people_unchanged"], again["touches_unchanged"]) == (2, 1)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_folder_and_a_zip_give_what_their_files_give(
    passo: Passo, bakery: Business, folder: Path, tmp_path: Path, kind: str
) -> None:
    place = folder
    if kind == "zip":
        place = tmp_path / "all.zip"
        with zipfile.ZipFile(place, "w") as archive:
            for one in folder.iterdir():
                archive.write(one, f"../../{one.name}")
    told = passo("import", str(place), "--own", "chiara@bianchi.example", "--json").told
    assert (told["people_new"], told["touches_new"], told["problems"]) == (3, 1, [])


def test_a_file_that_nobody_can_read_stands_among_the_problems(
    passo: Passo, bakery: Business, folder: Path
) -> None:
    (folder / "a.jpg").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.vcf").write_bytes(b"")
    files = [str(folder / name) for name in ("a.jpg", "empty.vcf", "telefono.vcf")]
    answer = passo("import", *files, "--json")
    assert (answer.code, answer.told["people_new"]) == (0, 2)
    assert [(one["file"], one["line"]) for one in answer.told["problems"]] == [
        ("a.jpg", 1),
        ("empty.vcf", 1),
    ]
    assert bakery.imports.count() == 1


def test_where_no_file_can_be_read_all_figures_are_none_and_it_is_an_error(
    passo: Passo, bakery: Business, tmp_path: Path
) -> None:
    (tmp_path / "empty.vcf").write_bytes(b"")
    answer = passo("import", str(tmp_path / "empty.vcf"), "--json")
    assert answer.code == 1
    assert set(answer.told) > PROMISED
    assert answer.told["people_new"] == 0
    assert answer.told["error"] == answer.told["problems"][0]["sentence"]
    assert not bakery.imports.exists()


@pytest.mark.parametrize("content", ["", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"])
def test_a_file_or_folder_with_nothing_in_it_says_so(
    passo: Passo, bakery: Business, tmp_path: Path, content: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    if content:
        place = place / "agenda.ics"
        place.write_text(content)
    told = passo("import", str(place), "--json").told
    (problem,) = told["problems"]
    assert problem["sentence"] == "Passo found no contact, mail or appointment in it."


def test_a_correspondent_is_not_taken_for_the_owner(
    passo: Passo, bakery: Business, tmp_path: Path
) -> None:
    me, eva = "chiara@bianchi.example", "Eva Marini <eva@marini.example>"
    box = "".join(mail(n, eva, me) for n in range(4)) + mail(9, me, eva)
    (tmp_path / "posta.mbox").write_text(box)
    told = passo("import", str(tmp_path / "posta.mbox"), "--json").told
    assert me in told["own_addresses"]
    assert "eva@marini.example" not in told["own_addresses"]
    assert (told["people_new"], told["touches_new"]) == (1, 5)


@pytest.mark.parametrize("words", ["people", "organisations", "ties", "duplicates"])
def test_lists_are_told_to_machines(
    passo: Passo, bakery: Business, folder: Path, words: str
) -> None:
    passo("import", str(folder), "--own", "chiara@bianchi.example", "--json")
    answer = passo(words, "--business", bakery.slug, "--json")
    assert answer.code == 0
    assert answer.told["count"] == len(answer.told[words])
    assert passo(words, "--business", "nowhere", "--json").code == 5
    assert "error" in passo(words, "--business", "nowhere", "--json").told
    assert passo(words, "--business", bakery.slug).out.strip()


def test_everybody_is_told_with_what_is_promised(
    passo: Passo, bakery: Business, folder: Path
) -> None:
    passo("import", str(folder), "--own", "chiara@bianchi.example", "--json")
    names = {"id", "names", "addresses", "phones", "organisations", "strength", "cadence"}
    for one in passo("people", "--json").told["people"]:
        assert set(one) > names | {"cooling", "sources"}
    (luca,) = passo("people", "luca", "--json").told["people"]
    assert luca["phones"] == ["+390515550142"]
    assert json.dumps(luca["sources"][0]["file"]) == '"telefono.vcf"'
