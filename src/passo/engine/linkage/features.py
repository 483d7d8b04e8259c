"""What is compared between two records, at which levels, and what we expect before we look."""

from dataclasses import dataclass
from typing import NamedTuple


def _(sentence: str) -> str:
    """Marks a sentence for translation; whoever shows it translates it."""
    return sentence


class Level(NamedTuple):
    """How alike two records are in one feature.

    m         share of pairs of one person at this level, before we look
    u         the same for pairs of two people; where `is_rate`, instead the number of other
              people with whom one person has this in common
    """

    name: str
    m: float
    u: float
    sentence: str
    is_rate: bool = False


@dataclass(frozen=True)
class Feature:
    """Levels from the least to the most alike, from 1; 0 means that one of the two lacks it."""

    name: str
    levels: tuple[Level, ...]
    most_different: float  # no book teaches that more pairs of one person differ in this
    weighed: tuple[int, ...] = ()  # levels where a rare value says more than a common one
    family: tuple[float, ...] = ()  # shares of levels among pairs of one household
    colleagues: tuple[float, ...] = ()  # the same of one office; empty: as among strangers
    namesakes: tuple[float, ...] = ()  # the same of strangers who happen to have one name


DIFFERENT, INITIAL, ALIKE, WRITTEN_AS_ONE, SHORT_FORM, SAME_GIVEN = range(1, 7)
FAMILY_ALIKE, FAMILY_NEAR, SAME_FAMILY = range(2, 5)
SHARED_BY_MANY, SAME_LOCAL, NEAR_MAIL, SHARED_BY_FEW, SAME_MAIL = range(2, 7)
PHONE_OF_MANY, PHONE_OF_FEW, SAME_PHONE = range(2, 5)
NEAR_OTHER, OTHER_OF_MANY, SAME_OTHER = range(2, 5)
ORGANISATION_ALIKE, SAME_ORGANISATION = range(2, 4)
BIRTHDAY_ALIKE, BIRTHDAY_NEAR, SAME_DAY, SAME_BIRTHDAY = range(2, 6)
SAME_CITY, SAME_CODE, STREET_ALIKE, SAME_STREET = range(2, 6)

FEATURES = (
    Feature(
        "given",
        (
            Level("different", 0.04, 0.93, _("The given names differ.")),
            Level("initial", 0.04, 0.02, _("“%(short)s” may stand for %(full)s.")),
            Level("alike", 0.07, 0.02, _("%(left)s and %(right)s are written alike.")),
            Level("as one", 0.02, 0.01, _("One name is the other written as one word."), True),
            Level("short form", 0.10, 0.01, _("%(short)s is short for %(full)s.")),
            Level("same", 0.73, 0.01, _("The same given name: %(left)s.")),
        ),
        most_different=0.1,
        weighed=(SAME_GIVEN,),
        family=(0.979, 0.01, 0.005, 0.001, 0.003, 0.002),
        namesakes=(0.01, 0.03, 0.02, 0.01, 0.03, 0.90),
    ),
    Feature(
        "family",
        (
            Level("different", 0.04, 0.975, _("The family names differ.")),
            Level("alike", 0.03, 0.02, _("%(left)s and %(right)s are written alike.")),
            Level("near", 0.08, 0.002, _("%(left)s and %(right)s are nearly the same.")),
            Level("same", 0.85, 0.003, _("The same family name: %(left)s.")),
        ),
        most_different=0.15,
        weighed=(SAME_FAMILY,),
        family=(0.25, 0.02, 0.08, 0.65),
        namesakes=(0.01, 0.02, 0.07, 0.90),
    ),
    Feature(
        "mail",
        (
            Level("different", 0.35, 0.99, _("The mail addresses differ.")),
            Level(
                "of many", 0.02, 0.2, _("The same mail address, used by %(people)s people."), True
            ),
            Level(
                "same beginning",
                0.08,
                0.10,
                _("The mail addresses begin the same: %(value)s."),
                True,
            ),
            Level("near", 0.04, 0.03, _("The mail addresses are nearly the same."), True),
            Level(
                "of few", 0.06, 0.01, _("The same mail address, used by %(people)s people."), True
            ),
            Level("same", 0.45, 0.005, _("The same mail address: %(value)s."), True),
        ),
        most_different=0.5,
        family=(0.75, 0.02, 0.01, 0.01, 0.18, 0.03),
        colleagues=(0.80, 0.10, 0.005, 0.005, 0.08, 0.01),
    ),
    Feature(
        "phone",
        (
            Level("different", 0.40, 0.99, _("The phone numbers differ.")),
            Level(
                "of many", 0.05, 0.5, _("The same phone number, used by %(people)s people."), True
            ),
            Level(
                "of few", 0.10, 0.03, _("The same phone number, used by %(people)s people."), True
            ),
            Level("same", 0.45, 0.01, _("The same phone number."), True),
        ),
        most_different=0.6,
        family=(0.40, 0.05, 0.50, 0.05),
        colleagues=(0.30, 0.40, 0.28, 0.02),
    ),
    Feature(
        "other",
        (
            Level("different", 0.10, 0.99, _("The other identifiers differ.")),
            Level("near", 0.10, 0.05, _("The identifiers are nearly the same: %(value)s."), True),
            Level("of many", 0.05, 0.5, _("The same identifier: %(value)s."), True),
            Level("same", 0.75, 0.01, _("The same identifier: %(value)s."), True),
        ),
        most_different=0.3,
    ),
    Feature(
        "organisation",
        (
            Level("different", 0.35, 0.97, _("They work for different organisations.")),
            Level("alike", 0.10, 0.01, _("The organisations are nearly the same: %(left)s.")),
            Level("same", 0.55, 0.02, _("They work for the same organisation: %(left)s.")),
        ),
        most_different=0.6,
        weighed=(SAME_ORGANISATION,),
        family=(0.80, 0.02, 0.18),
        colleagues=(0.10, 0.10, 0.80),
    ),
    Feature(
        "birthday",
        (
            Level("different", 0.03, 0.985, _("The birthdays differ.")),
            Level("alike", 0.03, 0.012, _("The birthdays are alike.")),
            Level("near", 0.06, 0.0015, _("The birthdays are one slip apart.")),
            Level("same day", 0.05, 0.0015, _("The birthday is on the same day.")),
            Level("same", 0.83, 0.0001, _("The same birthday: %(left)s.")),
        ),
        most_different=0.3,
        weighed=(SAME_BIRTHDAY,),
    ),
    Feature(
        "place",
        (
            Level("different", 0.20, 0.85, _("The places differ.")),
            Level("same city", 0.15, 0.10, _("The same town: %(left)s.")),
            Level("same code", 0.10, 0.04, _("The same postcode.")),
            Level("street alike", 0.15, 0.1, _("The addresses are nearly the same."), True),
            Level("same street", 0.40, 0.1, _("The same address: %(left)s."), True),
        ),
        most_different=0.4,
        weighed=(SAME_CITY,),
        family=(0.10, 0.15, 0.05, 0.10, 0.60),
        colleagues=(0.25, 0.25, 0.10, 0.10, 0.30),
    ),
)
# Two short forms of one name, or one part of two
PET_FORMS = _("%(left)s and %(right)s may be forms of one name.")
GIVEN, FAMILY, MAIL, PHONE, OTHER, ORGANISATION, BIRTHDAY, PLACE = range(len(FEATURES))
