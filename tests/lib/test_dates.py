"""Days, moments and numbers in the words of the reader."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from passo.lib.dates import (
    babel_locale,
    format_ago,
    format_clock,
    format_day,
    format_moment,
    format_number,
    format_percent,
    format_short_day,
)

TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "words", "with_year"),
    [
        ("en", "Tuesday 24 November", "Monday 24 November 2025"),
        ("it", "martedì 24 novembre", "lunedì 24 novembre 2025"),
        ("de", "Dienstag, 24. November", "Montag, 24. November 2025"),
        ("es", "martes, 24 de noviembre", "lunes, 24 de noviembre de 2025"),
    ],
)
def test_a_day_has_its_year_only_when_it_is_another(
    language: str, words: str, with_year: str
) -> None:
    assert format_day(DAY, TODAY, language) == words
    assert format_day(DAY.replace(year=2025), TODAY, language) == with_year


def test_a_short_day_fits_a_table() -> None:
    assert format_short_day(DAY, TODAY, "en") == "24 Nov"
    assert format_short_day(DAY.replace(year=2025), TODAY, "de") == "24. Nov. 2025"


def test_a_moment_is_told_on_the_clock_of_the_business() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    with timezone.override(ZoneInfo("Europe/Rome")):
        assert format_moment(late, TODAY, "en") == "Wednesday 25 November, 00:30"
        assert format_clock(late, "es") == "0:30"
    with timezone.override(UTC):
        assert format_moment(late, TODAY, "en") == "Tuesday 24 November, 23:30"


def test_new_year_comes_earlier_in_tokyo() -> None:
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        moment = datetime(2026, 12, 31, 20, 0, tzinfo=UTC)
        assert format_day(moment, TODAY, "en") == "Friday 1 January 2027"


@pytest.mark.parametrize(
    ("days", "english", "german"),
    [
        (0, "today", None),
        (-1, "yesterday", None),
        (1, "tomorrow", None),
        (-3, "3 days ago", "vor 3 Tagen"),
        (5, "in 5 days", "in 5 Tagen"),
        (-14, "2 weeks ago", "vor 2 Wochen"),
        (-400, "13 months ago", "vor 13 Monaten"),
        (-800, "2 years ago", "vor 2 Jahren"),
    ],
)
def test_how_long_ago_is_told_in_days_and_weeks(
    days: int, english: str, german: str | None
) -> None:
    then = TODAY + timedelta(days=days)
    assert format_ago(then, TODAY, "en") == english
    if german:
        assert format_ago(then, TODAY, "de") == german


def test_moments_of_one_day_are_told_in_hours_and_minutes() -> None:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    with timezone.override(UTC):
        assert format_ago(now - timedelta(seconds=20), now, "en") == "just now"
        assert format_ago(now - timedelta(minutes=20), now, "en") == "20 minutes ago"
        assert format_ago(now - timedelta(hours=3), now, "it") == "3 ore fa"
        assert format_ago(now - timedelta(hours=13), now, "en") == "yesterday"


def test_numbers_and_shares_follow_the_language() -> None:
    assert format_number(5400, "en") == "5,400"
    assert format_number(5400, "es") == "5.400"
    assert format_number(Decimal("5400.5"), "de", decimals=2) == "5.400,50"
    assert format_number(2.5, "it", decimals=0) == "2"
    assert format_percent(0.22, "en") == "22%"
    assert format_percent(0.22, "de") == "22\xa0%"
    assert format_percent(0.2249, "it", decimals=1) == "22,5%"


def test_the_active_language_is_the_default_and_unknown_ones_read_english() -> None:
    with translation.override("it"):
        assert format_day(DAY, TODAY) == "martedì 24 novembre"
    with translation.override(None):
        assert format_day(DAY, TODAY) == "Tuesday 24 November"
    assert babel_locale("xx").language == "en"
    assert babel_locale("de-at").territory == "AT"
