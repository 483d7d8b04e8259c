"""What is typed is found, on both databases, whatever is typed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passo.businesses.models import Business, SearchRow
from passo.businesses.wall import opened
from passo.lib.search import TrigramIndex, fold, matching
from passo.lib.search.trigrams import index_name

way = import_module("passo.lib.search.matching")
INDEX = TrigramIndex("businesses_searchrow", "folded")


@pytest.fixture(params=["few rows", "many rows"], autouse=True)
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every search is tried both ways: reading the rows, and asking the index."""
    if request.param == "many rows":
        monkeypatch.setattr(way, "QUICKLY_READ", -1)


@pytest.fixture
def bakery(db: None) -> Business:
    return make_shop("bakery")


def make_shop(slug: str) -> Business:
    with opened():
        return Business.objects.create(name=slug.title(), slug=slug)


def make_row(business: Business, title: str) -> None:
    with opened():
        SearchRow.remember(business, "person", title[:40], title)


def found(business: Business, words: str) -> list[str]:
    with opened():
        return [row.title for row in matching(business.search_rows.all(), words)]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Müller", "muller"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Ørsted & Æbeltoft", "orsted aebeltoft"),
        ("L’Aquila L'Aquila", "l aquila l aquila"),
        ("İstanbul ISPARTA ılık", "istanbul isparta ilik"),
        ("ﬁne ²", "fine 2"),
        ("anna@bakery.example", "anna bakery example"),
        ("  a \x00\n b ", "a b"),
        ("Ελλάς", "ελλασ"),
        ("東京", "東京"),
        ("", ""),
    ],
)
def test_every_way_of_writing_a_word_folds_to_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_accents_and_capitals_do_not_matter(bakery: Business) -> None:
    make_row(bakery, "Caffè Müller")
    assert found(bakery, "CAFFE mull") == ["Caffè Müller"]
    assert found(bakery, "caffé") == ["Caffè Müller"]


def test_every_word_must_be_there_in_any_order(bakery: Business) -> None:
    make_row(bakery, "Luca Rinaldi")
    make_row(bakery, "Luca Bianchi")
    assert found(bakery, "rinaldi luca") == ["Luca Rinaldi"]
    assert found(bakery, "luca x") == []


def test_letters_inside_a_word_are_found(bakery: Business) -> None:
    make_row(bakery, "Elektro Sonnenschein")
    assert found(bakery, "schein") == ["Elektro Sonnenschein"]


def test_whole_words_stand_before_beginnings_before_letters_inside(bakery: Business) -> None:
    for title in ("Susanna", "Annalisa", "Anna Long Name", "Anna"):
        make_row(bakery, title)
    assert found(bakery, "anna") == ["Anna", "Anna Long Name", "Annalisa", "Susanna"]


def test_one_or_two_letters_find_the_beginnings_of_words(bakery: Business) -> None:
    for title in ("Luca Rinaldi", "Marta Lupo", "Paolo"):
        make_row(bakery, title)
    assert found(bakery, "l") == ["Marta Lupo", "Luca Rinaldi"]
    assert found(bakery, "lu r") == ["Luca Rinaldi"]
    assert found(bakery, "luca r") == ["Luca Rinaldi"]
    assert found(bakery, "ri") == ["Luca Rinaldi"]


def test_only_the_rows_one_started_from_are_searched(bakery: Business) -> None:
    make_row(bakery, "Anna")
    make_row(make_shop("salon"), "Anna of the salon")
    assert found(bakery, "anna") == ["Anna"]


def test_a_changed_or_removed_row_is_found_by_its_new_words_only(bakery: Business) -> None:
    make_row(bakery, "Verena")
    with opened():
        bakery.search_rows.update(title="Walter", folded=fold("Walter"))
    assert found(bakery, "verena") == []
    assert found(bakery, "walter") == ["Walter"]
    with opened():
        bakery.search_rows.all().delete()
    assert found(bakery, "walter") == []


def test_nothing_typed_is_no_filter_and_only_signs_find_nothing(bakery: Business) -> None:
    make_row(bakery, "Anna")
    assert found(bakery, "  ") == ["Anna"]
    assert found(bakery, "***") == []


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '" OR 1=1 --',
        "'; DROP TABLE businesses_searchrow; --",
        "%",
        "%%%anna%%%",
        "a_na",
        "anna*",
        "NEAR(anna, 5)",
        "anna AND NOT anna",
        "words:anna",
        "^anna",
        "\x00anna",
        "\\",
        "{}",
        "anna\ud800",
        "a" * 10_000,
        " ".join(["anna"] * 1000),
        "🎂",
    ],
)
def test_hostile_words_are_only_words(bakery: Business, typed: str) -> None:
    make_row(bakery, "Anna")
    assert found(bakery, typed) in ([], ["Anna"])
    assert found(bakery, "anna") == ["Anna"]


def test_a_beginning_is_found_among_thousands_of_letters_inside(bakery: Business) -> None:
    with opened():
        SearchRow.objects.bulk_create(
            SearchRow(business=bakery, kind="x", ref=str(n), title="t", folded=f"xanna {n}")
            for n in range(1200)
        )
    make_row(bakery, "Annabel")
    assert found(bakery, "anna")[0] == "Annabel"


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_away_and_made_again() -> None:
    bakery = make_shop("bakery")
    make_row(bakery, "Anna")
    with opened(), connection.schema_editor() as editor:
        INDEX.database_backwards("businesses", editor)
    with opened(), connection.schema_editor() as editor:
        INDEX.database_forwards("businesses", editor)
        INDEX.database_forwards("businesses", editor)
    assert found(bakery, "anna") == ["Anna"]
    assert "businesses_searchrow" in INDEX.describe()


def trigram_indexes() -> list[TrigramIndex]:
    """Every one that a migration of ours makes."""
    operations: list[Operation] = [
        operation
        for (app, _name), migration in MigrationLoader(None).disk_migrations.items()
        if apps.get_app_config(app).name.startswith("passo.")
        for operation in migration.operations
    ]
    return [operation for operation in operations if isinstance(operation, TrigramIndex)]


def test_no_later_migration_lost_an_index(db: None) -> None:
    """On SQLite a rebuilt table loses its triggers, and search would quietly grow stale."""
    assert trigram_indexes()
    for index in trigram_indexes():
        name = index_name(index.table, index.column)
        assert index_parts(name) == expected_parts(), f"{name}: put TrigramIndex(…) once more."


def expected_parts() -> int:
    return 1 if connection.vendor == "postgresql" else 4


def index_parts(name: str) -> int:
    question = "SELECT count(*) FROM sqlite_master WHERE name = %s OR name LIKE %s AND type = %s"
    asked = [name, f"{name}%", "trigger"]
    if connection.vendor == "postgresql":
        question, asked = "SELECT count(*) FROM pg_indexes WHERE indexname = %s", [name]
    with connection.cursor() as cursor:
        cursor.execute(question, asked)
        return int(cursor.fetchone()[0])
