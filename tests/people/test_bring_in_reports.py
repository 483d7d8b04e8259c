"""What an import did, the way back, and what nobody looks after any more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from passo.businesses.models import Business, User
from passo.people import jobs
from passo.people.bringing_in import beginning, carrying_on, left_behind, undoing
from passo.people.models import Import
from tests.people.bringing import CARD, bring, card, file_of, mail, put
from tests.people_world import make_import, make_person, make_tag
from tests.world import Visitor, make_user, words_of

pytestmark = pytest.mark.django_db

UMLAUTS = "Vorname;Nachname;Firma;E-Mail\r\nJürgen;Groß;Söhne;j@soehne.example\r\n"


@pytest.fixture
def anna_here(anna: User, bakery: Business, client_of: Callable[[User], Visitor]) -> Visitor:
    return client_of(anna)


def at(business: Business, name: str = "bring_in", *more: Any) -> str:
    return reverse(name, args=[business.slug, *more])


def seen(browser: Visitor, business: Business) -> str:
    return words_of(browser.get(at(business)))


def work_it_off(business: Business) -> None:
    for one in business.imports.filter(state="waiting").order_by("pk"):
        jobs.bring_in.func(business.pk, one.pk)


def test_a_report_shows_problems_page_by_page_and_as_a_table(
    anna_here: Visitor, bakery: Business
) -> None:
    made = make_import(bakery, counts={"problems": 70, "people_new": 2})
    for n in range(70):
        made.problems.create(
            business=bakery,
            line=n + 1,
            sentence="This row has more cells than there are headings. Left out: %(what)s",
            values={"what": f"x{n}"},
            what='=HYPERLINK("evil")' if n == 3 else f"x{n}",
        )
    page = words_of(anna_here.get(at(bakery, "import_report", made.pk)))
    assert "Left out: x49" in page
    assert "Left out: x50" not in page
    last = made.problems.order_by("pk")[49].pk
    page = words_of(anna_here.get(at(bakery, "import_report", made.pk) + f"?after={last}"))
    assert "Left out: x50" in page
    table = anna_here.get(at(bakery, "import_problems", made.pk))
    assert "attachment" in table.headers["Content-Disposition"]
    lines = table.content.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 72
    assert "'=HYPERLINK" in lines[4]
    assert anna_here.get(at(bakery, "import_report", made.pk) + "?after=x").status_code == 404


def test_undoing_says_what_goes_and_what_stays(
    anna_here: Visitor, bakery: Business, anna: User
) -> None:
    made = bring(bakery, card("Luca Ferri") + card("Paola Rinaldi") + card("Ugo Conti"))
    bring(bakery, card("Ugo Conti"), "altro.vcf")
    make_tag(bakery, "fair", bakery.people.get(name="Luca Ferri"))
    page = words_of(anna_here.get(at(bakery, "undo_import", made.pk)))
    assert "People known from this file alone 1" in page
    assert "People whom somebody changed, tagged or met since 1" in page
    assert anna_here.post(at(bakery, "undo_import", made.pk)).status_code == 302
    assert "It is being taken back." in words_of(
        anna_here.get(at(bakery, "import_report", made.pk))
    )
    jobs.take_back.func(bakery.pk, made.pk, anna.pk)
    page = words_of(anna_here.get(at(bakery, "import_report", made.pk)))
    assert "People who went 1" in page
    assert bakery.people.filter(name="Ugo Conti").exists()
    assert "because somebody worked on them since 1" in page
    assert anna_here.post(at(bakery, "undo_import", made.pk)).status_code == 409


def test_undoing_two_imports_that_met_the_same_people_leaves_nobody(
    bakery: Business, anna: User
) -> None:
    beginning.say_own(bakery, ["anna@bakery.example"])
    box = bring(bakery, mail(1, "Ugo Conti <u@x.example>", "anna@bakery.example"), "posta.mbox")
    more = bring(bakery, mail(2, "Ugo Conti <u@x.example>", "anna@bakery.example"), "neu.mbox")
    assert undoing.foresee(box).people_known_otherwise == 1
    for one in (box, more):
        undoing.begin(one, by=anna)
        undoing.carry_out(bakery, one.pk, anna.pk)
    assert not bakery.people.exists()
    assert not bakery.touches.exists()


def test_whom_mails_met_keeps_the_address_when_the_card_is_taken_back(
    bakery: Business, anna: User
) -> None:
    beginning.say_own(bakery, ["anna@bakery.example"])
    cards = bring(bakery, card("Ugo Conti", EMAIL="u@conti.example", TEL="051 223344"))
    box = bring(bakery, mail(1, "<u@conti.example>", "anna@bakery.example"), "posta.mbox")
    undoing.begin(cards, by=anna)
    undoing.carry_out(bakery, cards.pk, anna.pk)
    ugo = bakery.people.get()
    assert (ugo.name, ugo.given, ugo.family) == ("Ugo Conti", "Ugo", "Conti")
    assert [one.value for one in ugo.contact_points.all()] == ["u@conti.example"]
    bring(bakery, mail(2, "Ugo <u@conti.example>", "anna@bakery.example"), "neu.mbox")
    assert [one.touch_count for one in bakery.people.all()] == [2]
    undoing.begin(box, by=anna)
    undoing.carry_out(bakery, box.pk, anna.pk)
    assert [one.touch_count for one in bakery.people.all()] == [1]


def test_what_stands_still_can_be_let_go_on(anna_here: Visitor, bakery: Business) -> None:
    made = put(bakery, CARD)
    beginning.start(made, queue=False)
    Import.objects.filter(pk=made.pk).update(state="failed", sentence=carrying_on.FULL)
    assert "There was no room to write." in seen(anna_here, bakery)
    anna_here.post(at(bakery, "let_import_go_on", made.pk))
    work_it_off(bakery)
    assert bakery.people.count() == 1
    assert anna_here.post(at(bakery, "let_import_go_on", made.pk)).status_code == 409


def test_earlier_imports_are_listed_page_by_page(anna_here: Visitor, bakery: Business) -> None:
    for n in range(53):
        make_import(bakery, f"f{n:02d}.vcf", counts={"people_new": n}, ended_at=timezone.now())
    page = words_of(anna_here.get(at(bakery, "earlier_imports")))
    assert "f52.vcf" in page
    assert "f02.vcf" not in page
    oldest = bakery.imports.get(name="f03.vcf").pk
    page = words_of(anna_here.get(at(bakery, "earlier_imports") + f"?before={oldest}"))
    assert "f02.vcf" in page
    assert "2 people" in page


def test_what_a_live_account_brings_is_not_listed_among_the_files(
    anna_here: Visitor, bakery: Business
) -> None:
    make_import(bakery, "posta viva", kind="imap", state="running")
    assert "posta viva" not in seen(anna_here, bakery)


def test_many_files_need_no_more_questions_than_few(
    anna_here: Visitor, bakery: Business, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        make_import(bakery, f"f{n}.vcf", ended_at=timezone.now())
        put(bakery, card(f"Luca {n}"), f"g{n}.vcf")
    with django_assert_max_num_queries(24):
        anna_here.get(at(bakery))


def test_somebody_elses_table_is_not_looked_into(
    bakery: Business, charlie: User, client_of: Callable[[User], Visitor]
) -> None:
    made = put(bakery, UMLAUTS, "kontakte.csv")
    browser = client_of(charlie)
    assert browser.get(at(bakery, "import_columns", made.pk)).status_code == 404


def test_uploads_that_were_given_up_are_swept_with_their_files(bakery: Business) -> None:
    old, young = put(bakery, CARD), put(bakery, CARD)
    Import.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=8))
    jobs.sweep_uploads.func()
    assert list(bakery.imports.values_list("pk", flat=True)) == [young.pk]
    assert not file_of(old).exists()
    assert file_of(young).exists()


def make_stuck(business: Business) -> Import:
    """As after the command line was ended in the middle."""
    made = put(business, CARD)
    beginning.start(made, queue=False)
    long_ago = timezone.now() - timedelta(minutes=11)
    Import.objects.filter(pk=made.pk).update(state="running")
    business.progresses.filter(pk=made.progress_id).update(changed_at=long_ago)
    return made


def test_an_import_whose_process_is_gone_is_picked_up(bakery: Business) -> None:
    made = make_stuck(bakery)
    fresh = put(bakery, card("Luca Ferri"))
    beginning.start(fresh, queue=False)
    jobs.pick_up_imports.func()
    assert left_behind.is_wanted("people.bring_in", bakery.pk, made.pk)
    assert not left_behind.is_wanted("people.bring_in", bakery.pk, fresh.pk)
    jobs.bring_in.func(bakery.pk, made.pk)
    assert bakery.people.get().name == "Paola Rinaldi"


def test_one_that_stumbles_again_and_again_stands_still_with_a_sentence(
    anna_here: Visitor, bakery: Business
) -> None:
    made = make_stuck(bakery)
    Import.objects.filter(pk=made.pk).update(cursor={"picked_up": 3})
    left_behind.pick_up()
    assert "Passo stumbled over this file 3 times." in seen(anna_here, bakery)


def test_one_that_waits_its_turn_is_not_queued_twice(bakery: Business) -> None:
    made = put(bakery, CARD)
    beginning.start(made)
    long_ago = timezone.now() - timedelta(hours=3)
    bakery.progresses.filter(pk=made.progress_id).update(changed_at=long_ago)
    left_behind.pick_up()
    made.refresh_from_db()
    assert "picked_up" not in made.cursor


def test_somebody_known_by_hand_survives_any_undo(bakery: Business, anna: User) -> None:
    ugo = make_person(bakery, "Ugo Conti", mail="u@x.example", by=anna)
    beginning.say_own(bakery, ["anna@bakery.example"])
    box = bring(bakery, mail(1, "Ugo <u@x.example>", "anna@bakery.example"), "posta.mbox")
    undoing.begin(box, by=anna)
    undoing.carry_out(bakery, box.pk, anna.pk)
    assert list(bakery.people.values_list("pk", flat=True)) == [ugo.pk]


def test_the_command_line_has_no_name(bakery: Business, anna_here: Visitor) -> None:
    made = bring(bakery, CARD)
    page = words_of(anna_here.get(at(bakery, "import_report", made.pk)))
    assert make_user("Xaver Unbekannt").name not in page
    assert "What came of it" in page
