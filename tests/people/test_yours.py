"""Everything about people goes out as JSON, and comes back as it was."""

from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.people import by_hand, erasing
from passo.people.bringing_in import beginning, carrying_on, undoing
from passo.people.models import FreeMailDomain, Import, OwnAddress, Touch
from passo.people.yours.as_calendar import write_events
from passo.people.yours.as_cards import write_cards
from passo.people.yours.as_json import write_json
from passo.people.yours.as_table import write_people
from passo.people.yours.plain import touches
from tests.people.bringing import bring, card, put
from tests.people.yours_world import book, fill, sizes
from tests.world import make_business, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna() -> User:
    return make_user("Anna")


@pytest.fixture
def bakery(anna: User) -> Business:
    business = make_business("Bakery", owner=anna)
    fill(business, anna)
    return business


@pytest.fixture
def empty(anna: User) -> Business:
    return make_business("Second bakery", owner=anna)


def exported(business: Business) -> str:
    return "".join(write_json(business))


def take_back(brought_by: Import, by: User) -> None:
    undoing.begin(brought_by, by=by)
    undoing.carry_out(brought_by.business, brought_by.pk, by.pk)


def test_an_empty_business_gets_the_same_people_and_touches(
    bakery: Business, empty: Business
) -> None:
    made = bring(empty, exported(bakery), "people.json")
    assert made.kind == "json"
    assert made.state == "done"
    assert not made.problems.exists()
    before, after = book(bakery), book(empty)
    for name, rows in before.items():
        assert after[name] == rows, name


def test_what_the_mails_say_comes_along(bakery: Business, empty: Business) -> None:
    bring(empty, exported(bakery), "people.json")
    said = [*bakery.signals.values_list("kind", flat=True)]
    assert sorted(said) == ["out_of_office", "promise", "question", "question", "question"]
    assert sorted(empty.signals.values_list("kind", flat=True)) == sorted(said)


def test_an_export_from_before_has_it_read_from_the_words_it_kept(
    bakery: Business, empty: Business
) -> None:
    bakery.signals.all().delete()
    bring(empty, exported(bakery), "people.json")
    said = sorted(empty.signals.values_list("kind", "is_ours"))
    assert said == [("promise", True), *[("question", False)] * 2, ("question", True)]


def test_of_chosen_people_only_what_they_and_we_said_goes_out(bakery: Business) -> None:
    """Luca asked; Paola read along."""
    luca, paola = (bakery.people.filter(name=n) for n in ("Luca Ferri", "Paola Rinaldi"))
    asked = [one for one in touches(bakery, luca) if one["subject"] == "The stair lights"]
    assert [one["signals"][0]["ours"] for one in asked] == [False, True]
    said = [one["signals"] for one in touches(bakery, paola) if one["kind"] == "mail"]
    assert [[one["ours"] for one in some] for some in said] == [[True]]


def test_what_the_erased_said_does_not_come_back(
    bakery: Business, empty: Business, anna: User
) -> None:
    text = exported(bakery)
    bring(empty, text, "people.json")
    erasing.erase(empty.people.get(name="eva@uni.example"), by=anna)
    bring(empty, text, "people.json")
    assert sorted(empty.signals.values_list("kind", flat=True)) == ["question", "question"]


def test_the_same_again_adds_nothing(bakery: Business, empty: Business) -> None:
    text = exported(bakery)
    bring(empty, text, "people.json")
    before = sizes(empty), book(empty)
    again = bring(empty, text, "people.json")
    assert (sizes(empty), book(empty)) == before
    assert again.counts["people_new"] == again.counts["touches_new"] == 0


def test_a_business_does_not_double_from_its_own_export(bakery: Business) -> None:
    before = sizes(bakery), book(bakery)
    made = bring(bakery, exported(bakery), "people.json")
    assert (sizes(bakery), book(bakery)) == before
    assert made.counts["people_unchanged"] == len(before[1]["people"])


def test_undone_it_leaves_nothing(bakery: Business, empty: Business, anna: User) -> None:
    before = sizes(empty)
    made = bring(empty, exported(bakery), "people.json")
    assert sizes(empty) != before
    take_back(made, anna)
    assert sizes(empty) == before


def test_what_went_on_to_another_passo_comes_back_as_what_it_is(
    bakery: Business, empty: Business
) -> None:
    before = sizes(bakery)
    bring(empty, exported(bakery), "people.json")
    made = bring(bakery, exported(empty), "people.json")
    after = sizes(bakery)
    assert made.counts["people_new"] == made.counts["touches_new"] == 0
    assert after["people"] == before["people"]
    assert after["touches"] == before["touches"]


def test_whoever_is_known_here_already_is_joined(bakery: Business, empty: Business) -> None:
    bring(empty, card("Luca Ferri", EMAIL="luca@ferri.example"))
    before = empty.people.get()
    made = bring(empty, exported(bakery), "people.json")
    luca = empty.people.get(name="Luca Ferri")
    assert luca.pk == before.pk
    assert made.counts["people_joined"] == 1
    assert luca.taggings.count() == 2


def reached(business: Business) -> list[object]:
    """As far as a card or a row of a table can carry them."""
    return sorted(
        (
            one.name,
            one.nickname,
            one.job_title,
            one.birthday,
            one.organisation.name if one.organisation else "",
            sorted(one.contact_points.values_list("kind", "value")),
            sorted(one.taggings.values_list("tag__name", flat=True)),
            " ".join(one.note.split()),
        )
        for one in business.people.listed()
    )


def leave_out_the_double(business: Business, by: User) -> None:
    """That two with one name and number are two is known to Passo's own export alone."""
    business.people.get(name="Sara  Neri").leave_out(by=by)


def test_contacts_come_back_from_their_cards(bakery: Business, empty: Business, anna: User) -> None:
    leave_out_the_double(bakery, anna)
    FreeMailDomain.objects.create(business=empty, domain="web.example")
    made = bring(empty, "".join(write_cards(bakery)), "contacts.vcf")
    assert not made.problems.exists()
    assert reached(empty) == reached(bakery)


def test_contacts_come_back_from_their_table(bakery: Business, empty: Business, anna: User) -> None:
    leave_out_the_double(bakery, anna)
    FreeMailDomain.objects.create(business=empty, domain="web.example")
    made = bring(empty, "".join(write_people(bakery)), "contacts.csv")
    assert not made.problems.exists()
    assert reached(empty) == reached(bakery)


def test_meetings_come_back_from_their_calendar(bakery: Business, empty: Business) -> None:
    OwnAddress.objects.create(business=empty, address="us@bakery.example")
    bring(empty, "".join(write_events(bakery)), "calendar.ics")
    before = bakery.touches.get(kind="meeting")
    after = empty.touches.get(kind="meeting", subject="The stairs")
    assert (after.at, after.minutes, after.outer_id, after.key) == (
        before.at,
        before.minutes,
        before.outer_id,
        before.key,
    )
    assert met(after) == met(before)


def met(touch: Touch) -> list[str]:
    return sorted(touch.participations.values_list("address", flat=True))


def test_look_alikes_with_nothing_in_common_but_the_name_wait(
    bakery: Business, empty: Business
) -> None:
    bring(empty, card("Luca Ferri", ORG="Ferri", EMAIL="lferri@ferri.example"))
    bring(empty, exported(bakery), "people.json")
    assert empty.people.filter(name="Luca Ferri").count() == 2
    waiting = empty.pairs.filter(state="waiting")
    assert waiting.filter(one__name="Luca Ferri", other__name="Luca Ferri").count() == 1


def test_whoever_was_erased_stays_erased(bakery: Business, empty: Business, anna: User) -> None:
    text = exported(bakery)
    bring(empty, text, "people.json")
    erasing.erase(empty.people.get(name="Luca Ferri"), by=anna)
    made = bring(empty, text, "people.json")
    assert made.counts["erased"] == 1
    assert not empty.people.filter(name="Luca Ferri").exists()
    assert not empty.ties.filter(declared__isnull=False).exists()


def test_we_are_no_acquaintance_of_our_own(bakery: Business, empty: Business) -> None:
    OwnAddress.objects.create(business=empty, address="luca@ferri.example")
    made = bring(empty, exported(bakery), "people.json")
    assert not empty.people.filter(name="Luca Ferri").exists()
    assert made.counts["own"] == 1


def test_a_refusal_of_consent_stands_above_what_is_known_here(
    bakery: Business, empty: Business
) -> None:
    bring(empty, card("Paola Rinaldi", EMAIL="paola@studiorinaldi.example"))
    bring(empty, exported(bakery), "people.json")
    paola = empty.people.get(name="Paola Rinaldi")
    assert (paola.consent, paola.consent_note) == ("refused", "on the phone")


def test_a_newer_export_tells_what_changed_since(
    bakery: Business, empty: Business, anna: User
) -> None:
    bring(empty, exported(bakery), "people.json")
    by_hand.tag(bakery.people.get(name="Sara Neri"), "panettone", by=anna)
    made = bring(empty, exported(bakery), "people.json")
    assert empty.people.get(name="Sara Neri").taggings.get().tag.name == "panettone"
    assert made.counts["people_changed"] == 1


def test_killed_it_goes_on_where_it_was(
    bakery: Business, empty: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying_on, "BATCH", 3)
    made = put(empty, exported(bakery), "people.json")
    beginning.start(made, queue=False)
    with monkeypatch.context() as broken:
        broken.setattr(carrying_on, "keep", killed_after(4, carrying_on.keep))
        with pytest.raises(KeyboardInterrupt):
            carrying_on.carry_on(empty, made.pk)
    carrying_on.carry_on(empty, made.pk)
    for name, rows in book(bakery).items():
        assert book(empty)[name] == rows, name


def killed_after(times: int, keep: Any) -> Any:
    left = times

    def until(*given: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        keep(*given)

    return until


def test_a_card_of_whoever_came_with_an_export_is_known_by_its_uid(
    bakery: Business, empty: Business
) -> None:
    bring(empty, exported(bakery), "people.json")
    before = empty.people.count()
    made = bring(empty, "".join(write_cards(empty)), "contacts.vcf")
    assert empty.people.count() == before
    assert made.counts["people_new"] == made.counts["people_joined"] == 0
