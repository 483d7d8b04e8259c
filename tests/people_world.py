"""Small makers for people and what hangs on them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from passo.businesses.models import Business, User
from passo.lib.search import fold
from passo.people import merging, touching
from passo.people.addresses import mail_of, phone_of
from passo.people.models import (
    Erased,
    FreeMailDomain,
    Import,
    ImportProblem,
    LeftOut,
    LiveAccount,
    Organisation,
    OwnAddress,
    Pair,
    PeopleView,
    Person,
    Position,
    Signal,
    Source,
    TableMapping,
    Tag,
    Tagging,
    Tie,
    Touch,
)
from passo.people.organisation_names import organisation_key

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def make_organisation(
    business: Business, name: str = "Studio Rinaldi", **values: Any
) -> Organisation:
    return Organisation.add(
        by=None, business=business, name=name, key=organisation_key(name), **values
    )


def make_person(
    business: Business,
    name: str = "Paola Rinaldi",
    *,
    mail: str = "",
    phone: str = "",
    by: User | None = None,
    **values: Any,
) -> Person:
    given, _, family = name.rpartition(" ")
    values = {"given": given or family, "family": family if given else "", **values}
    person = Person.add(by=by, business=business, name=name, **values)
    if mail:
        person.contact_points.create(
            business=business, kind="mail", value=mail_of(mail), said=mail, is_own=True
        )
    if phone:
        value = phone_of(phone, "IT")
        person.contact_points.create(
            business=business, kind="phone", value=value, said=phone, is_own=True
        )
    if person.organisation:
        Position.objects.get_or_create(
            business=business,
            person=person,
            organisation=person.organisation,
            defaults={"is_own": True},
        )
    person.index()
    return person


def make_touch(
    business: Business, *people: Person, days_ago: float = 3, kind: str = "call", **values: Any
) -> Touch:
    at = values.pop("at", NOW - timedelta(days=days_ago))
    return touching.note_down(
        business, people, by=values.pop("by", None), kind=kind, at=at, **values
    )


def make_signal(touch: Touch, kind: str = "question", **values: Any) -> Signal:
    values = {"is_ours": touch.direction == "out", "quote": "When?", "certainty": 0.9, **values}
    return Signal.objects.create(
        business=touch.business, touch=touch, kind=kind, at=touch.at, **values
    )


def make_import(business: Business, name: str = "telefono.vcf", **values: Any) -> Import:
    values = {"kind": "vcard", "state": "done", **values}
    return Import.add(by=None, business=business, name=name, **values)


def make_source(person: Person, brought_by: Import | None = None, **card: Any) -> Source:
    business = person.business
    brought_by = brought_by or make_import(business)
    card = {"name": person.name, **card}
    return Source.objects.create(
        business=business,
        brought_by=brought_by,
        person=person,
        key=f"key of {person.pk} {brought_by.pk} {card}"[:64],
        digest="",
        line=1,
        card=card,
    )


def make_pair(business: Business, one: Person, other: Person, **values: Any) -> Pair:
    first, second = sorted((one, other), key=lambda person: person.pk)
    values = {
        "probability": 0.8,
        "because": [["phone", "The same phone number.", {}, 5.0]],
        **values,
    }
    return Pair.objects.create(business=business, one=first, other=second, **values)


def make_live_account(business: Business, **values: Any) -> LiveAccount:
    values = {"kind": "imap", "name": "posta", "host": "imap.bakery.example", "user": "a", **values}
    return LiveAccount.add(by=None, business=business, password="secret", **values)


def make_tag(business: Business, name: str = "fair", *people: Person) -> Tag:
    tag = Tag.objects.create(business=business, name=name, key=fold(name))
    for person in people:
        Tagging.objects.create(business=business, tag=tag, person=person)
    return tag


def make_people_of_every_kind(business: Business) -> dict[str, int]:
    """A row in every table of people; gap in an address → what to put there."""
    firm = make_organisation(business, "Studio of every kind")
    paola = make_person(business, mail="paola@rinaldi.example", organisation=firm)
    luca, twin = make_person(business, "Luca Ferri"), make_person(business, "Lucca Ferri")
    gone = make_person(business, "L. Ferri")
    touch = make_touch(business, paola)
    make_signal(touch)
    brought_by = make_import(business)
    source = make_source(paola, brought_by)
    problem = ImportProblem.objects.create(
        business=business, brought_by=brought_by, line=3, sentence="There is no mail in this file."
    )
    tag = make_tag(business, "every kind", paola)
    left_out = LeftOut.objects.create(business=business, address="no-reply@x.example", because="")
    own = OwnAddress.objects.create(business=business, address="us@bakery.example")
    domain = FreeMailDomain.objects.create(business=business, domain="mail.example")
    Erased.objects.create(business=business, fingerprint="0" * 64)
    TableMapping.objects.create(business=business, signature="a", mapping={})
    Tie.objects.get_or_create(
        business=business,
        one=paola,
        other=luca,
        defaults={"strength": 0.5, "kind": "declared", "declared": 0.5},
    )
    made = merging.merge(luca, gone, by=None)
    view = PeopleView.objects.create(business=business, name="Fair", query="tag=1")
    return {
        "person_id": paola.pk,
        "other_id": luca.pk,
        "point_id": paola.contact_points.get(kind="mail").pk,
        "organisation_id": firm.pk,
        "touch_id": touch.pk,
        "import_id": brought_by.pk,
        "problem_id": problem.pk,
        "source_id": source.pk,
        "tag_id": tag.pk,
        "view_id": view.pk,
        "left_out_id": left_out.pk,
        "own_address_id": own.pk,
        "domain_id": domain.pk,
        "pair_id": make_pair(business, luca, twin).pk,
        "one_id": twin.pk,
        "many_id": business.progresses.create(kind="many_leave_out", title="Many").pk,
        "merge_id": made.pk,
        "export_id": business.progresses.create(kind="people_csv", title="contacts.csv").pk,
        "live_account_id": make_live_account(business).pk,
    }
