"""Words for days, moments and numbers in the reader's language.

`today` and `now` are arguments: nothing here looks at a clock. Moments are shown in the time zone
that Django has active (the business's). `language` is the active one unless given.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, format_timedelta
from babel.numbers import format_decimal
from babel.numbers import format_percent as babel_percent
from django.utils import timezone, translation
from django.utils.translation import gettext as _

# Passo is read in Europe: 24 November, 14:30.
ENGLISH = "en_GB"
JUST_NOW_SECONDS = 45


def babel_locale(language: str | None = None) -> Locale:
    return known_locale(language or translation.get_language() or "en")


@cache
def known_locale(language: str) -> Locale:
    if language == "en":
        return Locale.parse(ENGLISH)
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ENGLISH)


def format_day(day: date, today: date, language: str | None = None) -> str:
    """`Tuesday 24 November`; with its year when that is not this one."""
    locale = babel_locale(language)
    day = local_day(day)
    return str(format_date(day, day_pattern(locale, with_year=day.year != today.year), locale))


def format_short_day(day: date, today: date, language: str | None = None) -> str:
    """`24 Nov`, or `24 Nov 2025`: for tables."""
    locale, day = babel_locale(language), local_day(day)
    pattern = locale.datetime_skeletons["MMMd" if day.year == today.year else "yMMMd"].pattern
    return str(format_date(day, pattern, locale))


def day_pattern(locale: Locale, *, with_year: bool) -> str:
    """The locale's own long day, without its year where it says nothing new."""
    pattern = locale.date_formats["full"].pattern
    if locale.language == "en":
        pattern = pattern.replace(",", "")
    return pattern if with_year else re.sub(r"\s*('\w+')?\s*y+$", "", pattern)


def format_moment(moment: datetime, today: date, language: str | None = None) -> str:
    """`Tuesday 24 November, 14:30`, on the clock of the active time zone."""
    return f"{format_day(moment, today, language)}, {format_clock(moment, language)}"


def format_clock(moment: datetime, language: str | None = None) -> str:
    return str(format_time(local(moment), "short", locale=babel_locale(language)))


def format_ago(then: date, now: date, language: str | None = None) -> str:
    """`3 days ago`, `in 2 weeks`; two moments of one day are told in hours and minutes."""
    language = language or translation.get_language() or "en"
    days = (local_day(then) - local_day(now)).days
    if days == 0 and isinstance(then, datetime) and isinstance(now, datetime):
        return within_the_day(then, now, language)
    if abs(days) <= 1:
        with translation.override(language):
            return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[days]
    away = local_day(then) - local_day(now)
    locale = babel_locale(language)
    return str(format_timedelta(away, "day", threshold=1.5, add_direction=True, locale=locale))


def within_the_day(then: datetime, now: datetime, language: str) -> str:
    away = then - now
    if abs(away.total_seconds()) < JUST_NOW_SECONDS:
        with translation.override(language):
            return _("just now")
    locale = babel_locale(language)
    return str(format_timedelta(away, "minute", add_direction=True, locale=locale))


def format_percent(
    share: float | Decimal, language: str | None = None, *, decimals: int = 0
) -> str:
    """`share` is 0..1: 0.22 is `22%` in English, `22 %` in German."""
    locale = babel_locale(language)
    point = "." + "0" * decimals if decimals else ""
    pattern = locale.percent_formats[None].pattern.replace("##0", f"##0{point}")
    return str(babel_percent(Decimal(str(share)), pattern, locale=locale))


def format_number(
    number: float | Decimal, language: str | None = None, *, decimals: int | None = None
) -> str:
    """Grouped by locale: `5,400`, `5.400`; `decimals` fixes how many are shown."""
    locale = babel_locale(language)
    if decimals is None:
        return str(format_decimal(number, locale=locale))
    point = "." + "0" * decimals if decimals else ""
    return str(format_decimal(Decimal(str(number)), f"#,##0{point}", locale=locale))


def local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def local_day(day: date) -> date:
    """A moment belongs to the day that the active time zone calls it."""
    return local(day).date() if isinstance(day, datetime) else day
