"""Money without a single float, and the words and digits people use for it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from babel.numbers import format_currency, get_currency_precision, get_decimal_symbol
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.lib.dates import babel_locale

MOST_DIGITS = 15
LETTER_THEN_DIGIT = re.compile(r"(?<=[A-Za-z])(?=[0-9])")  # CHF 4,180, not CHF4,180
GROUPING = re.compile(r"[\s'’ʼ`´_]")
LIKE_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


@dataclass(frozen=True, order=False, slots=True)
class Money:
    """An amount of one currency.

    `cents` counts the smallest unit of the currency, whatever it is called there: hundredths of
    a euro, whole yen, thousandths of a Kuwaiti dinar (see `digits`).
    """

    cents: int
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.cents, int) or isinstance(self.cents, bool):
            raise TypeError(f"Money counts whole cents, not {self.cents!r}.")
        if not re.fullmatch("[A-Z]{3}", self.currency):
            raise ValueError(f"{self.currency!r} is no three-letter currency code.")

    @property
    def digits(self) -> int:
        """How many decimals the currency has: EUR 2, JPY 0, KWD 3."""
        return int(get_currency_precision(self.currency))

    @property
    def amount(self) -> Decimal:
        """In whole units, exactly: 1250 cents of a euro are Decimal("12.50")."""
        return Decimal(self.cents).scaleb(-self.digits)

    @property
    def is_whole(self) -> bool:
        return self.cents % int(10**self.digits) == 0

    def __add__(self, other: Self) -> "Money":
        return Money(self.cents + self.cents_of(other), self.currency)

    def __sub__(self, other: Self) -> "Money":
        return Money(self.cents - self.cents_of(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.cents, self.currency)

    def __mul__(self, times: int) -> "Money":
        if not isinstance(times, int):
            raise TypeError("Money is multiplied by whole numbers; use share() for parts of it.")
        return Money(self.cents * times, self.currency)

    def __lt__(self, other: Self) -> bool:
        return self.cents < self.cents_of(other)

    def __le__(self, other: Self) -> bool:
        return self.cents <= self.cents_of(other)

    def __gt__(self, other: Self) -> bool:
        return self.cents > self.cents_of(other)

    def __ge__(self, other: Self) -> bool:
        return self.cents >= self.cents_of(other)

    def cents_of(self, other: "Money") -> int:
        """Two currencies never meet without a rate."""
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up without a rate.")
        return other.cents

    def share(self, weights: Sequence[int | Decimal]) -> list["Money"]:
        """Split by weight so that the parts give the whole again, to the last cent.

        Everyone gets the whole cents of their part; the cents left over go to those who lost most
        by rounding, earlier ones first.
        """
        exact = [Decimal(weight) for weight in weights]
        total = sum(exact)
        if not exact or total <= 0 or min(exact) < 0:
            raise ValueError("Weights are not negative, and not all zero.")
        sign, cents = (-1 if self.cents < 0 else 1), abs(self.cents)
        return [Money(sign * part, self.currency) for part in largest_remainder(cents, exact)]

    def split(self, parts: int) -> list["Money"]:
        """As evenly as cents allow."""
        return self.share([1] * parts)


def largest_remainder(cents: int, weights: list[Decimal]) -> list[int]:
    """Whole cents by weight; in integers, so that nothing is rounded on the way."""
    scale = max(-int(weight.as_tuple().exponent) for weight in weights)
    whole = [int(weight.scaleb(max(scale, 0))) for weight in weights]
    total = sum(whole)
    parts = [cents * weight // total for weight in whole]
    lost = sorted(range(len(whole)), key=lambda at: -(cents * whole[at] % total))
    for at in lost[: cents - sum(parts)]:
        parts[at] += 1
    return parts


def format_money(money: Money, language: str | None = None, *, cents: bool | None = None) -> str:
    """`€4,180`, `4.180 €`, `€4,180.50`. `cents=True` shows `.00` too, as on an invoice."""
    shown = not money.is_whole if cents is None else cents
    text: str = format_currency(
        money.amount if shown else round(money.amount),
        money.currency,
        locale=babel_locale(language),
        format=None if shown else currency_pattern(language),
        currency_digits=shown,
    )
    return LETTER_THEN_DIGIT.sub("\N{NO-BREAK SPACE}", text)


def currency_pattern(language: str | None) -> str:
    """The locale's own pattern without its decimals."""
    standard = babel_locale(language).currency_formats["standard"].pattern
    return re.sub(r"\.0+", "", standard)


def parse_money(typed: str, currency: str, language: str | None = None) -> Money:
    """What a person typed, or a `ValueError` whose words may be shown to that person.

    Takes both ways of writing where only one reading is possible: `5.400,50` and `5,400.50`.
    """
    text = bare_number(typed, currency)
    whole, decimals = whole_and_decimals(text.removeprefix("-"), currency, language)
    digits = Money(0, currency).digits
    if len(decimals.rstrip("0")) > digits:
        raise ValueError(too_fine(typed, digits))
    if len(whole) > MOST_DIGITS:
        raise ValueError(_("That is more money than Passo can count. Is there a digit too many?"))
    cents = int(whole + decimals[:digits].ljust(digits, "0"))
    return Money(-cents if text.startswith("-") else cents, currency)


def bare_number(typed: str, currency: str) -> str:
    """Only a sign, digits, dots and commas are left; a letter among them is said."""
    text = unicodedata.normalize("NFKC", typed).replace("−", "-")
    text = re.sub(currency, "", text, flags=re.IGNORECASE)
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Sc")
    text = GROUPING.sub("", text)
    if any(sign.isalpha() for sign in text):
        raise ValueError(letters_among(text))
    if not re.fullmatch(r"-?[0-9.,]*[0-9][0-9.,]*", text):
        raise ValueError(_("Please write an amount in digits, for example 250."))
    return text


def letters_among(text: str) -> str:
    guess = text.translate(LIKE_DIGITS)
    if not re.fullmatch(r"-?[0-9][0-9.,]*", guess):
        return _("Please write an amount in digits, for example 250.")
    count = sum(sign.isalpha() for sign in text)
    return ngettext(
        "One of these is a letter. Try %(guess)s.",
        "%(count)s of these are letters. Try %(guess)s.",
        count,
    ) % {"count": count, "guess": guess}


def whole_and_decimals(text: str, currency: str, language: str | None) -> tuple[str, str]:
    """Which of the dots and commas is the decimal one, if any."""
    point = decimal_sign(text, currency, language)
    whole, _point, decimals = text.rpartition(point) if point else (text, "", "")
    groups = re.split("[.,]", whole)
    kinds = set(whole) & {".", ","}
    in_threes = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3  # noqa: PLR2004
    if kinds and (len(kinds) > 1 or point in kinds or not in_threes):
        raise ValueError(_("The dots and commas in “%(typed)s” do not add up.") % {"typed": text})
    return "".join(groups) or "0", decimals


def decimal_sign(text: str, currency: str, language: str | None) -> str:
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        return max(".,", key=text.rfind)
    if dots + commas != 1:
        return ""
    sign = "." if dots else ","
    before, after = text.split(sign)
    looks_grouped = len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0")  # noqa: PLR2004
    if not looks_grouped:
        return sign
    return lone_sign(text, sign, currency, language)


def lone_sign(text: str, sign: str, currency: str, language: str | None) -> str:
    """`5.400` groups in German; in English it might be a slip, and money is not guessed."""
    if get_decimal_symbol(babel_locale(language)) != sign:
        return ""
    if Money(0, currency).digits == 3:  # noqa: PLR2004
        return sign
    grouped = text.replace(sign, "")
    raise ValueError(
        _("Is “%(typed)s” %(grouped)s? Then please write it without dots and commas.")
        % {"typed": text, "grouped": grouped}
    )


def too_fine(typed: str, digits: int) -> str:
    if not digits:
        return _("This currency has no cents. Please write a whole amount.")
    return _("“%(typed)s” is finer than this currency’s smallest coin.") % {"typed": typed.strip()}
