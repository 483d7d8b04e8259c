"""A business with people of every kind, and what two businesses are compared by."""

from datetime import UTC, date, datetime
from typing import Any

from passo.businesses.models import Business, User
from passo.people import by_hand, knowing, merging
from passo.people.models import FreeMailDomain, LeftOut, OwnAddress, Person
from tests.people.bringing import CARD, bring, calendar, card, mail
from tests.people_world import NOW, make_organisation, make_person, make_touch

MEETING = """UID:stairs@cal.example
DTSTART:20261102T090000Z
DTEND:20261102T100000Z
SUMMARY:The stairs
ORGANIZER:mailto:us@bakery.example
ATTENDEE;CN=Luca Ferri:mailto:luca@ferri.example
ATTENDEE;CN=Paola Rinaldi:mailto:paola@studiorinaldi.example"""
MANY_WAYS = """BEGIN:VCARD
VERSION:4.0
FN:Jörg Müller-Straße
N:Müller-Straße;Jörg;;;
ORG:Müller & Söhne GmbH
EMAIL;TYPE=work:joerg@mueller.example
EMAIL;TYPE=home:joerg@web.example
TEL;TYPE=cell:+49 151 1234567
TEL;TYPE=work:+49 30 123456
ADR;TYPE=work:;;Hauptstraße 5;Berlin;;10115;Deutschland
URL:https://mueller.example/über
BDAY:--0412
CATEGORIES:fair,Handwerk
NOTE:Mag Tee\\, keinen Kaffee.\\nZweite Zeile; mit Zeichen.
END:VCARD
"""


def fill(business: Business, by: User) -> None:
    """Cards, mails and meetings as they come, and all that an owner does by hand."""
    OwnAddress.objects.create(business=business, address="us@bakery.example")
    FreeMailDomain.objects.create(business=business, domain="web.example")
    LeftOut.objects.create(
        business=business, address="shop@x.example", because="", verdict="no", messages=3
    )
    bring_files(business)
    people = {person.name: person for person in business.people.all()}
    by_the_owner(business, people, by)
    new_ones(business, by)


def bring_files(business: Business) -> None:
    org = "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Comune di Bologna\nTEL:051 203040\nEND:VCARD\n"
    phone_only = "BEGIN:VCARD\nVERSION:3.0\nFN:Anziano Vicino\nTEL:051 5550177\nEND:VCARD\n"
    formula = card("=HYPERLINK(1)", TEL="051 5550199", NOTE="@SUM(A1) \\n +39")
    bring(business, CARD + MANY_WAYS + org + phone_only + formula + card("王 小明", EMAIL="w@x.cn"))
    letters = [
        mail(1, "Luca Ferri <luca@ferri.example>", "us@bakery.example"),
        mail(2, "us@bakery.example", "luca@ferri.example, paola@studiorinaldi.example"),
        mail(3, "eva@uni.example", "us@bakery.example", subject="Grüße ☕"),
        mail(4, "us@bakery.example", "eva@uni.example", text="Ich rufe Sie am Freitag an."),
        mail(
            5,
            "eva@uni.example",
            "us@bakery.example",
            heads="Auto-Submitted: auto-replied\nIn-Reply-To: <4@post.example>\n",
            text="I am out of the office until 20 November.",
        ),
    ]
    bring(business, "".join(letters), "post.mbox", keep_bodies=True)
    bring(business, calendar(MEETING), "calendar.ics")


def by_the_owner(business: Business, people: dict[str, Person], by: User) -> None:
    luca, paola, joerg = (people[n] for n in ("Luca Ferri", "Paola Rinaldi", "Jörg Müller-Straße"))
    paola.correct(by=by, note="Two cats.\x0bOne dog.\tÀ", cares_about="the stair lights")
    said = {"consent": "refused", "consent_note": "on the phone", "consent_on": date(2026, 9, 1)}
    paola.change(by=by, what="note_consent", **said)
    luca.correct(by=by, own_cadence_days=45, nickname="il Lupo", birthday="1980-04")
    by_hand.tag(luca, "Fair", by=by)
    by_hand.tag(luca, "Vecchio amico", by=by)
    by_hand.add_way(luca, {"kind": "phone", "value": "+393331112223", "said": "333 1112223"}, by=by)
    by_hand.remove_way(joerg.contact_points.get(value="joerg@web.example"), by=by)
    people["Anziano Vicino"].leave_out(by=by)
    knowing.declare(luca, joerg, strength=0.9, words="at school", by=by)
    merging.decide(business, paola, luca, "separate", by=by)
    business.organisations.get(name="Comune di Bologna").correct(by=by, note="Ask for Ufficio 3.")


def new_ones(business: Business, by: User) -> None:
    firm = make_organisation(business, "Bar Sport", domain="barsport.example")
    sara = make_person(business, "Sara Neri", phone="051 5550111", by=by)
    sara.correct(by=by, organisation=firm.pk)
    other = make_person(business, "Sara  Neri", phone="051 5550111", by=by)
    joined = make_person(business, "S. Neri", mail="sara@barsport.example")
    merging.merge(sara, joined, by=by)
    make_touch(business, sara, other, kind="visit", by=by, text="Bread\tfor\n\nFriday — “dieci”")
    make_touch(
        business,
        sara,
        kind="call",
        by=by,
        direction="out",
        subject="=1+1",
        step="Send the offer",
        step_on=date(2026, 12, 1),
        promise="ours",
        at=datetime(2026, 11, 5, 10, 11, 12, 131415, tzinfo=UTC),
    )
    make_touch(business, other, kind="letter", at=NOW)


def book(business: Business) -> dict[str, Any]:
    """All of it without numbers: two books with the same are the same."""
    found = business.people.filter(merged_into__isnull=True)
    return {
        "people": sorted((person_of(one) for one in found), key=repr),
        "organisations": sorted((firm_of(one) for one in business.organisations.all()), key=repr),
        "touches": sorted((touch_of(one) for one in business.touches.all()), key=repr),
        "ties": sorted((tie_of(one) for one in business.ties.all()), key=repr),
        "pairs": sorted(
            (*sorted((who(one.one), who(one.other))), one.state)
            for one in business.pairs.exclude(state="same")
        ),
        "own": sorted(business.own_addresses.values_list("address", flat=True)),
        "free": sorted(business.free_mail_domains.values_list("domain", flat=True)),
        "left_out": sorted(business.left_out.values_list("address", "verdict", "messages")),
    }


def who(person: Person) -> str:
    """Two may have one name."""
    touches = person.participations.count()
    return (
        f"{person.name} {sorted(person.contact_points.values_list('value', flat=True))} {touches}"
    )


PLAIN = (
    "name given family nickname job_title birthday note cares_about kept consent consent_note"
    " consent_on own_cadence_days is_left_out is_listed added_at sort_key"
    " touch_count last_touch_at cadence_days warmth"
)


TOUCH = "kind at direction subject text minutes size thread step step_on promise noted_by_id"


SIGNAL = "kind is_ours at on quote certainty deed address"


def person_of(person: Person) -> dict[str, Any]:
    return {
        **{name: getattr(person, name) for name in PLAIN.split()},
        "strength": round(person.strength, 6),
        "organisation": person.organisation.name if person.organisation else None,
        "ways": sorted(
            person.contact_points.values_list("kind", "value", "said", "label", "place"), key=repr
        ),
        "positions": sorted(person.positions.values_list("organisation__key", "job_title")),
        "tags": sorted(person.taggings.values_list("tag__name", flat=True)),
    }


def firm_of(firm: Any) -> tuple[Any, ...]:
    ways = sorted(firm.contact_points.values_list("kind", "value", "said"))
    return (firm.name, firm.key, firm.domain, firm.note, ways)


def touch_of(touch: Any) -> dict[str, Any]:
    parts = touch.participations.select_related("person")
    return {
        **{name: getattr(touch, name) for name in TOUCH.split()},
        "people": sorted(
            (who(one.person) if one.person else "", one.address, one.direction, one.at, one.size)
            for one in parts
        ),
        "by_hand": len(touch.people_ids),
        "signals": sorted(touch.signals.values_list(*SIGNAL.split()), key=repr),
    }


def tie_of(tie: Any) -> tuple[Any, ...]:
    both = sorted((who(tie.one), who(tie.other)))
    return (*both, tie.kind, round(tie.strength, 6), tie.evidence, tie.declared, tie.declared_note)


def sizes(business: Business) -> dict[str, int]:
    """Rows in every table an import writes into."""
    names = (
        "people organisations touches participations sources contact_points positions taggings"
        " ties pairs signals own_addresses free_mail_domains left_out search_rows name_words"
    )
    return {name: getattr(business, name).count() for name in names.split()}
