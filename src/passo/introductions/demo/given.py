"""What was given and received in two years, beside what introductions leave there."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.introductions.models import Contribution
from passo.introductions.models.contribution import Kind
from passo.introductions.sizes import Size
from passo.people.demo.by_hand import person

ADVICE, CONTENT, FAVOUR, GIFT = Kind.ADVICE, Kind.CONTENT, Kind.FAVOUR, Kind.GIFT
HELP, INTRODUCTION, REFERRAL = Kind.HELP, Kind.INTRODUCTION, Kind.REFERRAL
SMALL, MEDIUM, LARGE = Size


class Given(NamedTuple):
    days: int  # ago
    who: str
    kind: Kind
    size: Size
    words: str
    euros: int = 0


class Got(NamedTuple):
    days: int  # ago
    who: str
    kind: Kind
    size: Size
    words: str
    euros: int = 0
    thanked: int | None = None  # days later; None where it is still owed


GIVEN = [
    Given(560, "Teresa Lanzi", HELP, SMALL, _("Her corridor light, at no charge")),
    Given(410, "Daniela Grandi", CONTENT, MEDIUM, _("Two pages on old wiring, for the members")),
    Given(400, "Enrico Tosi", HELP, MEDIUM, _("A practical day at the school")),
    Given(330, "Andrea Galli", ADVICE, MEDIUM, _("Where the lines run in Via Santo Stefano")),
    Given(301, "Paola Rinaldi", HELP, MEDIUM, _("No light in her own hall, on a Sunday night")),
    Given(268, "Hassan Amrani", FAVOUR, MEDIUM, _("The fuse of his fridges, at night")),
    Given(192, "Paola Rinaldi", REFERRAL, LARGE, _("Villa Ceramiche looked for a manager")),
    Given(150, "Laura Bassi", GIFT, SMALL, _("Lamps for the workshop of the school"), 250),
    Given(133, "Paola Rinaldi", CONTENT, SMALL, _("What the lift rules of 2027 ask for")),
    Given(48, "Loredana Pini", HELP, SMALL, _("Her intercom, at no charge")),
    Given(40, "Piero Costa", GIFT, SMALL, _("A lamp for his pit"), 60),
    Given(21, "Ester Magni", ADVICE, SMALL, _("Which stair lights save the most")),
]
GOT = [
    Got(560, "Teresa Lanzi", GIFT, SMALL, _("A cake, still warm"), 0, 1),
    Got(500, "Paola Rinaldi", REFERRAL, MEDIUM, _("She sent us Villa Ceramiche"), 0, 2),
    Got(455, "Walter Fabbri", FAVOUR, MEDIUM, _("All chases of the school in one day"), 0, 5),
    Got(360, "Stefano Conti", ADVICE, MEDIUM, _("Which costs of the van count"), 0, 1),
    Got(240, "Mario Fontana", FAVOUR, LARGE, _("His scaffold for a month"), 1_200, 2),
    Got(134, "Paola Rinaldi", ADVICE, SMALL, _("How meetings of owners decide"), 0, 0),
    Got(69, "Marco Reggiani", CONTENT, SMALL, _("Drawings of the new meter cupboards"), 0, 1),
    Got(41, "Paola Rinaldi", INTRODUCTION, MEDIUM, _("She brought Cristina along"), 0, 1),
    Got(30, "Stefano Conti", HELP, MEDIUM, _("He filled in the grant for chargers")),
    Got(12, "Teresa Lanzi", GIFT, SMALL, _("Walnuts from her garden")),
]


def life() -> list[tuple[int, str, Deed]]:
    told: list[tuple[int, str, Deed]] = [(one.days, "19:40", noting(one)) for one in GIVEN]
    for got in GOT:
        told.append((got.days, "19:41", noting(got)))
        if got.thanked is not None:
            told.append((got.days - got.thanked, "19:42", thanking(got)))
    return told


def noting(one: Given | Got) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        chiara = figure(business, "chiara")
        Contribution.add(
            by=chiara,
            business=business,
            person=person(business, one.who),
            is_given=isinstance(one, Given),
            noted_by=chiara,
            added_at=then,
            on=then.date(),
            **values_of(one),
        )

    return deed


def values_of(one: Given | Got) -> dict[str, Any]:
    cents = one.euros * 100 or None
    words = gettext(one.words)
    return {"kind": one.kind, "size": one.size, "words": words, "amount_cents": cents}


def thanking(one: Got) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        on = then.date() - timedelta(days=one.thanked or 0)
        received = person(business, one.who).contributions.received()
        received.get(on=on, kind=one.kind).thank(on=then.date(), by=figure(business, "chiara"))

    return deed
