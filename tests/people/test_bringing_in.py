"""From a file to people, and back."""

import pytest

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people.bringing_in import beginning, carrying_on, report, undoing
from passo.people.models import Import, Touch
from tests.people.bringing import CARD, bring, calendar, card, file_of, mail, put

pytestmark = pytest.mark.django_db

US = "Anna <anna@bakery.example>"
PAOLA = "Paola Rinaldi <paola@studiorinaldi.example>"


@pytest.fixture
def known(bakery: Business) -> Business:
    beginning.say_own(bakery, ["anna@bakery.example"])
    return bakery


def names(business: Business) -> list[str]:
    return list(business.people.listed().order_by("sort_key").values_list("name", flat=True))


def undo(brought_by: Import, by: User) -> Import:
    undoing.begin(brought_by, by=by)
    undoing.carry_out(brought_by.business, brought_by.pk, by.pk)
    brought_by.refresh_from_db()
    return brought_by


def test_a_card_becomes_a_person_with_a_firm_and_ways_to_reach_them(bakery: Business) -> None:
    done = bring(bakery, CARD)
    paola = bakery.people.get()
    assert (paola.name, paola.given, paola.family) == ("Paola Rinaldi", "Paola", "Rinaldi")
    assert paola.job_title == "Building manager"
    assert paola.organisation is not None
    assert (paola.organisation.name, paola.organisation.domain) == (
        "Studio Rinaldi S.r.l.",
        "studiorinaldi.example",
    )
    ways = paola.contact_points.order_by("kind").values_list("kind", "value", "said", "label")
    assert list(ways) == [
        ("mail", "paola@studiorinaldi.example", "paola@studiorinaldi.example", "work"),
        ("phone", "+393331234567", "333 1234567", "cell"),
    ]
    assert report.counted(done)["people_new"] == 1
    assert bakery.search_rows.filter(kind="person", folded__contains="393331234567").exists()


def test_the_file_is_gone_once_it_is_read(bakery: Business) -> None:
    assert not file_of(bring(bakery, CARD)).exists()


def test_the_same_file_twice_adds_nothing(bakery: Business) -> None:
    bring(bakery, CARD)
    again = bring(bakery, CARD)
    assert names(bakery) == ["Paola Rinaldi"]
    counts = report.counted(again)
    assert (counts["people_new"], counts["people_unchanged"]) == (0, 1)


def test_a_card_that_changed_is_told_anew(bakery: Business) -> None:
    bring(bakery, card("Luca Ferri", UID="7", TEL="051 5550142"))
    again = bring(bakery, card("Luca Ferri", UID="7", TEL="051 5550199"))
    assert report.counted(again)["people_changed"] == 1
    assert [one.value for one in bakery.contact_points.all()] == ["+390515550199"]


def test_programs_that_give_every_card_one_uid_lose_nobody(bakery: Business) -> None:
    cards = card("Luca Ferri", UID="1") + card("Paola Rinaldi", UID="1")
    bring(bakery, cards)
    bring(bakery, card("Anna Bruni", UID="1") + cards)
    assert names(bakery) == ["Anna Bruni", "Luca Ferri", "Paola Rinaldi"]


def test_what_somebody_changed_by_hand_no_file_changes(bakery: Business, anna: User) -> None:
    bring(bakery, card("Luca Ferri", UID="7", TITLE="Plumber"))
    bakery.people.get().correct(by=anna, job_title="Roofer")
    bring(bakery, card("Luca Ferri", UID="7", TITLE="Painter"))
    assert bakery.people.get().job_title == "Roofer"


def test_two_cards_of_one_person_in_one_file_are_one_person(bakery: Business) -> None:
    done = bring(
        bakery,
        card("Paola Rinaldi", EMAIL="paola@studiorinaldi.example", TEL="333 1234567")
        + card("Rinaldi Paola", EMAIL="paola@studiorinaldi.example"),
    )
    assert len(names(bakery)) == 1
    assert (report.counted(done)["people_new"], report.counted(done)["people_joined"]) == (1, 1)
    assert bakery.people.get().sources.count() == 2


def test_a_phone_or_a_mail_alone_is_a_person(bakery: Business) -> None:
    bring(
        bakery,
        "BEGIN:VCARD\nVERSION:3.0\nTEL:333 1234567\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nEMAIL:paola.rinaldi@mail.example\nEND:VCARD\n",
    )
    assert names(bakery) == ["333 1234567", "Paola Rinaldi"]


def test_a_firms_own_card_is_a_firm_and_no_person(bakery: Business) -> None:
    bring(
        bakery,
        "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Reno Supplies\nTEL:051 5550100\nEND:VCARD\n",
    )
    assert names(bakery) == []
    firm = bakery.organisations.get()
    assert (firm.name, firm.contact_points.get().value) == ("Reno Supplies", "+390515550100")


def test_our_own_card_is_no_new_acquaintance(known: Business) -> None:
    done = bring(known, card("Anna Bruni", EMAIL="anna@bakery.example"))
    assert names(known) == []
    assert report.counted(done)["own"] == 1


def test_mails_become_touches_with_their_direction(known: Business) -> None:
    bring(known, mail(1, PAOLA, US) + mail(2, US, PAOLA), "posta.mbox")
    paola = known.people.get()
    assert (paola.name, paola.touch_count) == ("Paola Rinaldi", 2)
    ways = known.participations.order_by("touch__outer_id").values_list("direction", flat=True)
    assert list(ways) == ["in", "out"]
    assert paola.strength > 0
    assert not Touch.objects.exclude(text="").exists(), "what mails say is not kept unasked"


def test_what_mails_say_is_kept_where_the_owner_asks(known: Business) -> None:
    bring(known, mail(1, PAOLA, US), "posta.mbox", keep_bodies=True)
    assert known.touches.get().text == "Could you come on Tuesday?"


def test_the_same_mailbox_twice_adds_nothing(known: Business) -> None:
    box = mail(1, PAOLA, US) + mail(2, US, PAOLA)
    bring(known, box, "posta.mbox")
    again = report.counted(bring(known, box, "posta.mbox"))
    assert (again["touches_new"], again["touches_unchanged"]) == (0, 2)
    assert known.touches.count() == 2


def test_newsletters_become_nobody_and_it_is_said_why(known: Business) -> None:
    heads = (
        "List-Id: <news.shop.example>\nList-Unsubscribe: <https://x.example>\nPrecedence: bulk\n"
    )
    box = mail(1, "Shop <news@shop.example>", US, heads=heads)
    bring(known, box, "posta.mbox")
    bring(known, box, "posta.mbox")
    assert names(known) == []
    left = known.left_out.get()
    assert (left.address, left.messages) == ("news@shop.example", 1)
    assert left.because


def test_the_owners_word_on_a_sender_stands_above_the_rule(known: Business) -> None:
    box = mail(1, "Shop <no-reply@shop.example>", US)
    bring(known, box, "posta.mbox")
    known.left_out.update(verdict="person")
    bring(known, box, "posta.mbox")
    assert len(names(known)) == 1
    known.left_out.create(address="paola@studiorinaldi.example", because="", verdict="no")
    bring(known, mail(2, PAOLA, US), "posta.mbox")
    assert len(names(known)) == 1


def test_a_shared_address_is_the_firms(known: Business) -> None:
    bring(known, mail(1, "Studio <info@studiorinaldi.example>", US), "posta.mbox")
    assert names(known) == []
    firm = known.organisations.get()
    assert firm.domain == "studiorinaldi.example"
    assert firm.contact_points.get().value == "info@studiorinaldi.example"


def test_an_address_of_a_firm_puts_its_people_together(known: Business) -> None:
    bring(known, CARD)
    bring(known, mail(1, "Ugo Neri <ugo@studiorinaldi.example>", US), "posta.mbox")
    assert {one.organisation.name for one in known.people.all() if one.organisation} == {
        "Studio Rinaldi S.r.l."
    }


def test_a_free_mail_provider_is_no_firm(known: Business) -> None:
    known.free_mail_domains.create(domain="post.example")
    bring(known, mail(1, "Ugo <ugo.neri@post.example>", US), "posta.mbox")
    bring(known, card("Ida Bo", EMAIL="ida@gmail.com"))
    assert not known.organisations.exists()


def test_a_mail_finds_the_person_whose_address_a_card_gave(known: Business) -> None:
    bring(known, CARD)
    bring(known, mail(1, PAOLA, US), "posta.mbox")
    assert known.people.get().touch_count == 1


def test_of_a_large_round_only_who_wrote_is_met(known: Business) -> None:
    crowd = ", ".join(f"guest{number}@party.example" for number in range(40))
    bring(known, mail(1, PAOLA, f"{US}, {crowd}"), "posta.mbox")
    assert names(known) == ["Paola Rinaldi"]


def test_people_who_share_mails_know_each_other(known: Business) -> None:
    heads = "Cc: Luca Ferri <luca@ferri.example>\n"
    bring(known, mail(1, PAOLA, US, heads=heads), "posta.mbox")
    tie = known.ties.get()
    assert {tie.one.name, tie.other.name} == {"Paola Rinaldi", "Luca Ferri"}
    assert tie.kind == "thread"


def test_a_mail_without_a_date_is_a_problem_and_the_rest_comes_in(known: Business) -> None:
    undated = (
        mail(1, PAOLA, US).replace("Date: Mon, 02 Nov 2026 09:00:00 +0100\n", "").partition("\n")[2]
    )
    done = bring(known, undated, "one.eml")
    assert [one["sentence"] for one in report.problems_of(done)] == [
        "This mail has no date that can be understood."
    ]


MEETING = """UID:m1
SUMMARY:Stair lights
DTSTART:20261102T090000Z
DTEND:20261102T100000Z
ORGANIZER:mailto:anna@bakery.example
ATTENDEE;CN=Paola Rinaldi;PARTSTAT=ACCEPTED:mailto:paola@studiorinaldi.example
ATTENDEE;CN=Room;CUTYPE=ROOM:mailto:room@bakery.example
ATTENDEE;CN=Ugo;PARTSTAT=DECLINED:mailto:ugo@studiorinaldi.example"""


def test_appointments_with_others_become_touches(known: Business) -> None:
    bring(known, calendar(MEETING), "lavori.ics")
    assert names(known) == ["Paola Rinaldi"]
    touch = known.touches.get()
    assert (touch.kind, touch.minutes, touch.subject) == ("meeting", 60, "Stair lights")


def test_a_cancelled_appointment_takes_its_touch_away(known: Business) -> None:
    bring(known, calendar(MEETING), "lavori.ics")
    bring(known, calendar(MEETING + "\nSTATUS:CANCELLED"), "lavori.ics")
    assert not known.touches.exists()


def test_an_appointment_put_off_stays_the_same_one(known: Business) -> None:
    bring(known, calendar(MEETING), "lavori.ics")
    bring(known, calendar(MEETING.replace("20261102T09", "20261103T09")), "lavori.ics")
    assert known.touches.get().at.day == 3
    assert known.participations.get().at.day == 3


def test_what_we_declined_is_no_touch(known: Business) -> None:
    declined = MEETING + "\nATTENDEE;PARTSTAT=DECLINED:mailto:anna@bakery.example"
    bring(known, calendar(declined), "lavori.ics")
    assert not known.touches.exists()


def test_a_title_that_names_somebody_in_full_is_a_meeting_with_them(known: Business) -> None:
    bring(known, CARD)
    alone = "UID:1\nSUMMARY:Survey with Paola Rinaldi\nDTSTART:20261102T090000Z"
    nobody = "UID:2\nSUMMARY:Dentist\nDTSTART:20261102T090000Z"
    done = bring(known, calendar(alone, nobody), "lavori.ics")
    assert known.people.get().touch_count == 1
    assert report.counted(done)["alone"] == 1


def test_an_import_is_undone_as_a_whole(known: Business, anna: User) -> None:
    done = bring(known, mail(1, PAOLA, US), "posta.mbox")
    undo(done, anna)
    assert done.state == "undone"
    for things in (known.people, known.touches, known.organisations, known.sources, known.ties):
        assert not things.exists()
    assert not known.search_rows.exclude(kind="member").exists()


def test_whoever_is_known_from_elsewhere_stays_as_that_says(known: Business, anna: User) -> None:
    bring(known, card("Paola Rinaldi", EMAIL="paola@studiorinaldi.example"))
    second = bring(
        known, card("Paola Rinaldi", EMAIL="paola@studiorinaldi.example", TEL="333 1234567")
    )
    assert known.contact_points.filter(kind="phone").exists()
    undo(second, anna)
    assert names(known) == ["Paola Rinaldi"]
    assert not known.contact_points.filter(kind="phone").exists()


def test_what_somebody_changed_since_is_kept_and_said(known: Business, anna: User) -> None:
    done = bring(known, CARD + card("Luca Ferri"))
    known.people.get(family="Rinaldi").correct(by=anna, note="Pays early")
    undo(done, anna)
    paola = known.people.get()
    assert (paola.name, paola.note, paola.job_title) == ("Paola Rinaldi", "Pays early", "")
    assert (done.counts["people_gone"], done.counts["people_kept"]) == (1, 1)


def test_after_it_was_undone_it_can_come_again(known: Business, anna: User) -> None:
    undo(bring(known, CARD), anna)
    bring(known, CARD)
    assert names(known) == ["Paola Rinaldi"]


def test_an_import_that_was_cut_off_goes_on_where_it_was(
    known: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = "".join(card(f"Luca Ferri{number}") for number in range(25))
    monkeypatch.setattr(carrying_on, "BATCH", 10)
    made = put(known, cards)
    beginning.start(made, queue=False)
    kept: list[int] = []

    def pull_the_plug(_work: object, some: list[object], _file: str) -> None:
        kept.append(len(some))
        if len(kept) == 2:
            raise KeyboardInterrupt
        real(_work, some, _file)  # type: ignore[arg-type]

    real = carrying_on.keep_cards
    with monkeypatch.context() as once:
        once.setitem(carrying_on.KEEPERS, carrying_on.Card, pull_the_plug)
        with pytest.raises(KeyboardInterrupt):
            carrying_on.carry_on(known, made.pk)
    assert known.sources.count() == 10
    carrying_on.carry_on(known, made.pk)
    made.refresh_from_db()
    assert (len(names(known)), made.counts["records"], made.state) == (25, 25, "done")


def test_a_file_that_is_nothing_we_know_is_refused_kindly(bakery: Business) -> None:
    with pytest.raises(Refusal, match=r"photo\.bin"):
        put(bakery, b"\x89\x00\x01\x02" * 50, "photo.bin")


def test_whose_mailbox_it_is_can_be_guessed(bakery: Business) -> None:
    box = "".join(mail(number, f"p{number}@x.example", "me@shop.example") for number in range(9))
    made = put(bakery, box, "posta.mbox")
    guessed = beginning.guess_own(bakery, file_of(made), made.kind)
    assert "me@shop.example" in guessed
    assert "p1@x.example" not in guessed


def test_the_neighbours_people_are_not_looked_at(bakery: Business, garage: Business) -> None:
    bring(garage, CARD)
    done = bring(bakery, CARD)
    assert report.counted(done)["people_new"] == 1
    assert (bakery.people.count(), garage.people.count()) == (1, 1)
