"""Who is a person and who is we, at the edges: as an import meets it."""

import pytest

from passo.businesses.models import Business, User
from passo.people import erasing, merging
from passo.people.bringing_in import beginning
from passo.people.yours.files import FILES
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


HOUSE = "bianchi@home.example"


@pytest.fixture
def house(bakery: Business) -> Business:
    """People whom only their owner can tell apart, and one pair that waits."""
    for name in ("Anna Bianchi", "Marco Bianchi", "Marta Bianchi"):
        bring(bakery, card(name, EMAIL=HOUSE, TEL="051 5550142"), f"{name}.vcf")
    for number, firm in enumerate(("Edil Nord", "Edil Sud")):
        bring(bakery, card("Luca Ferri", ORG=firm, UID=f"luca-{number}"), f"{firm}.vcf")
    bring(bakery, card("Nobody Knows"), "n.vcf")
    bring(bakery, card("Pino Rossi", TEL="+39 347 1234567", ORG="Studio"), "p.vcf")
    bring(bakery, card("Giuseppe Rossi", TEL="+39 347 1234567", EMAIL="g@r.example"), "g.vcf")
    return bakery


def written(business: Business, form: str) -> str:
    return "".join(FILES[form].write(business, None))


@pytest.mark.parametrize("form", ["vcard", "csv"])
def test_an_export_gives_the_same_people_elsewhere(
    house: Business, garage: Business, form: str
) -> None:
    bring(garage, written(house, form), FILES[form].name)
    assert sorted(names(garage)) == sorted(names(house))
    again = bring(garage, written(house, form), FILES[form].name)
    assert again.counts["people_new"] == 0
    assert again.counts["people_joined"] == 0


@pytest.mark.parametrize("form", ["vcard", "csv"])
def test_an_export_brought_in_at_home_makes_nobody_anew(house: Business, form: str) -> None:
    before = names(house)
    done = bring(house, written(house, form), FILES[form].name)
    assert (names(house), done.counts["people_new"]) == (before, 0)


def test_a_card_of_ours_that_was_changed_on_the_way_changes_its_person(house: Business) -> None:
    text = written(house, "vcard").replace("FN:Nobody Knows", "FN:Nobody Knows\r\nTEL:+39051111222")
    bring(house, text, "contacts.vcf")
    known = house.people.get(name="Nobody Knows")
    assert known.contact_points.get(kind="phone").value == "+39051111222"


@pytest.mark.parametrize("form", ["vcard", "csv"])
def test_an_export_does_not_bring_back_whoever_was_erased_since(
    house: Business, anna: User, form: str
) -> None:
    text = written(house, form)
    erasing.erase(house.people.get(name="Nobody Knows"), by=anna)
    done = bring(house, text, FILES[form].name)
    assert "Nobody Knows" not in names(house)
    assert done.counts["erased"] == 1


def test_a_card_of_ours_whose_person_was_joined_finds_the_other(
    house: Business, anna: User
) -> None:
    text = written(house, "vcard")
    one, two, three = (
        house.people.get(name=f"{name} Bianchi") for name in ("Anna", "Marta", "Marco")
    )
    merging.merge(two, one, by=anna)
    two.refresh_from_db()
    merging.merge(three, two, by=anna)
    before = names(house)
    assert bring(house, text, "contacts.vcf").counts["people_new"] == 0
    assert names(house) == before
