"""Who is a person and who is we, at the edges: as an import meets it."""

import pytest

from passo.businesses.models import Business
from passo.people.bringing_in import beginning
from tests.people.bringing import bring, calendar, card, mail

pytestmark = pytest.mark.django_db
EVA = "Eva Marini <eva@marini.example>"


def names(business: Business) -> list[str]:
    return list(business.people.listed().order_by("pk").values_list("name", flat=True))


def test_our_own_address_with_a_tag_or_under_the_providers_other_name_is_ours(
    bakery: Business,
) -> None:
    beginning.say_own(bakery, ["chiara.bianchi@gmail.com", "chiara@bianchi.example"])
    box = mail(1, EVA, "chiarabianchi+shop@googlemail.com") + mail(
        2, EVA, "chiara+x@bianchi.example"
    )
    bring(bakery, box, "posta.mbox")
    bring(bakery, card("Chiara B", EMAIL="c.hiarabianchi@gmail.com"))
    assert names(bakery) == ["Eva Marini"]
    assert bakery.people.get().touch_count == 2


def test_what_all_of_ours_read_is_no_other_firm(bakery: Business) -> None:
    beginning.say_own(bakery, ["chiara@bianchi.example", "chiara@gmail.com"])
    box = mail(1, EVA, "info@bianchi.example") + mail(2, "info@bianchi.example", EVA)
    bring(bakery, box + mail(3, EVA, "Rosa Neri <rosa@bianchi.example>"), "posta.mbox")
    event = """
UID:1
DTSTART:20261102T090000Z
ATTENDEE:mailto:info@bianchi.example
ATTENDEE:mailto:eva@marini.example
"""
    bring(bakery, calendar(event), "agenda.ics")
    assert names(bakery) == ["Eva Marini", "Rosa Neri"]
    assert list(bakery.touches.order_by("pk").values_list("direction", flat=True)) == [
        "in",
        "out",
        "in",
        "both",
    ]
    assert not bakery.sources.filter(card__mails__0__0="info@bianchi.example").exists()


def test_the_shared_address_of_another_firm_stays_theirs(bakery: Business) -> None:
    beginning.say_own(bakery, ["chiara@gmail.com"])
    bring(bakery, mail(1, "info@gmail.com", "chiara@gmail.com"), "posta.mbox")
    assert names(bakery) == ["info@gmail.com"]


def test_whoever_has_one_name_alone_has_it_once(bakery: Business) -> None:
    rows = (
        "First Name,Last Name,E-mail Address\n,Rossi,r@rossi.example\nAnna Maria,,a@rossi.example\n"
    )
    bring(bakery, rows, "rubrica.csv")
    told = bakery.people.order_by("pk").values_list("name", "given", "family")
    assert list(told) == [("Rossi", "", "Rossi"), ("Anna Maria", "Anna Maria", "")]


def test_a_name_over_two_lines_of_a_cell_is_one_line(bakery: Business) -> None:
    bring(bakery, 'Name,Email\n"Eva\nMarini",eva@marini.example\n', "rubrica.csv")
    assert names(bakery) == ["Eva Marini"]


def test_a_legal_form_does_not_make_two_firms_of_one(bakery: Business) -> None:
    """With different addresses it is asked about; that they work in one place speaks for it."""
    rows = "Eva Marini,info@alfa.example,Alfa S.r.l.\nEva Marini,eva@alfa.example,Alfa\n"
    bring(bakery, f"Name,Email,Company\n{rows}", "rubrica.csv")
    features = {
        (feature, sentence)
        for pair in bakery.pairs.all()
        for feature, sentence, *_rest in pair.because
    }
    said = {sentence for feature, sentence in features if feature == "organisation"}
    assert "different organisations" not in " ".join(said)
