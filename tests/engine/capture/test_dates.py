from datetime import date

import pytest

from passo.engine.capture import understand
from passo.engine.capture.dates import easter, later
from tests.engine.capture.gold import finder

THURSDAY = date(2026, 5, 14)


def step_day(text: str, today: date = THURSDAY) -> str:
    said = understand(text, today=today, find=finder([]))
    return said.step_date.isoformat() if said.step_date else ""


def touch_day(text: str, today: date = THURSDAY) -> str:
    said = understand(text, today=today, find=finder([]))
    return said.touch_date.isoformat() if said.touch_date else ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("call the office tomorrow", "2026-05-15"),
        ("call the office Tuesday", "2026-05-19"),
        ("call the office next Friday", "2026-05-22"),
        ("call the office on Thursday", "2026-05-21"),
        ("call the office next week", "2026-05-18"),
        ("call the office next month", "2026-06-01"),
        ("call the office the week after next", "2026-05-25"),
        ("call the office the month after next", "2026-07-01"),
        ("übernächste Woche im Büro anrufen", "2026-05-25"),
        ("am übernächsten Montag im Büro anrufen", "2026-05-25"),
        ("lunch with the office on 5 June", "2026-06-05"),
        ("pranzo in ufficio con loro il 5 giugno", "2026-06-05"),
        ("comida con ellos el 5 de junio", "2026-06-05"),
        ("lunch with the office on 20 April", ""),
        ("lunch with the office on 31 February", ""),
        ("quedamos con ellos el próximo lunes", "2026-05-18"),
        ("quedé con ellos el 5 de junio", "2026-06-05"),
        ("call the office next year", "2027-01-01"),
        ("call the office in two weeks", "2026-05-28"),
        ("call the office in a fortnight", "2026-05-28"),
        ("devolverla mañana", "2026-05-15"),
        ("call the office in a month", "2026-06-14"),
        ("call the office by the end of the month", "2026-05-31"),
        ("call the office by the end of the year", "2026-12-31"),
        ("call the office by the end of the week", "2026-05-15"),
        ("call the office on 12 March", "2027-03-12"),
        ("call the office on 12/3", "2027-03-12"),
        ("call the office on 12/3/27", "2027-03-12"),
        ("call the office on 2026-06-12", "2026-06-12"),
        ("call the office on June 12th", "2026-06-12"),
        ("call the office on the 15th", "2026-05-15"),
        ("call the office on the 3rd", "2026-06-03"),
        ("call the office on the 31st", "2026-05-31"),
        ("call the office mid June", "2026-06-15"),
        ("call the office at the end of June", "2026-06-30"),
        ("call the office in early June", "2026-06-01"),
        ("call the office in early May", "2026-05-14"),
        ("call the office in May", "2026-05-31"),
        ("call the office in summer", "2026-06-01"),
        ("call the office before Christmas", "2026-12-24"),
        ("call the office after Easter", "2027-03-30"),
        ("call the office in the new year", "2027-01-01"),
        ("call the office at the weekend", "2026-05-16"),
        ("call the office in 999 years", "3025-05-14"),
        ("Tomorrow, call the office", "2026-05-15"),
        ("call the office, tomorrow", "2026-05-15"),
        ("call the office Thursday 28 May", "2026-05-28"),
        ("chiamare l'ufficio fra 10 giorni", "2026-05-24"),
        ("chiamare l'ufficio entro venerdì", "2026-05-15"),
        ("chiamare l'ufficio venerdì prossimo", "2026-05-22"),
        ("chiamare l'ufficio lunedì prossimo", "2026-05-18"),
        ("chiamare l'ufficio a fine mese", "2026-05-31"),
        ("chiamare l'ufficio a metà giugno", "2026-06-15"),
        ("chiamare l'ufficio stasera", "2026-05-14"),
        ("das Büro in drei Tagen anrufen", "2026-05-17"),
        ("das Büro bis Freitag anrufen", "2026-05-15"),
        ("das Büro am 12.6. anrufen", "2026-06-12"),
        ("das Büro bis Monatsende anrufen", "2026-05-31"),
        ("das Büro bis Ende des Jahres anrufen", "2026-12-31"),
        ("das Büro nach Ostern anrufen", "2027-03-30"),
        ("llamar a la oficina antes del viernes", "2026-05-15"),
        ("llamar a la oficina dentro de un mes", "2026-06-14"),
        ("llamar a la oficina el 12 de junio", "2026-06-12"),
        ("llamar a la oficina después de Semana Santa", "2027-03-29"),
        ("llamar a la oficina pasado mañana por la mañana", "2026-05-16"),
        ("call the office domani", "2026-05-15"),
    ],
)
def test_a_step_lies_ahead(text, day):
    assert step_day(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("spoke with the office", "2026-05-14"),
        ("spoke with the office yesterday", "2026-05-13"),
        ("spoke with the office Tuesday", "2026-05-12"),
        ("spoke with the office on Thursday", "2026-05-07"),
        ("Kate popped by yesterday", "2026-05-13"),
        ("spoke with the office last week", "2026-05-07"),
        ("spoke with the office last month", "2026-04-14"),
        ("spoke with the office two days ago", "2026-05-12"),
        ("spoke with the office on 12 March", "2026-03-12"),
        ("spoke with the office on the 15th", "2026-04-15"),
        ("spoke with the office. That was on Monday, two days ago", "2026-05-12"),
        ("spoke with the office on 12/3/2030", "2026-05-14"),
        ("the office closed yesterday", "2026-05-13"),
        ("spoke with the office, closed 9999 years ago", "2026-05-14"),
        ("sentito l'ufficio l'altro ieri", "2026-05-12"),
        ("mit dem Büro vor drei Wochen telefoniert", "2026-04-23"),
        ("hablé con la oficina hace tres días", "2026-05-11"),
    ],
)
def test_a_touch_lies_behind(text, day):
    assert touch_day(text) == day


@pytest.mark.parametrize("text", ["call on 31/2", "call at 9:30", "call on 0/5", "call"])
def test_what_no_calendar_has_is_no_day(text):
    assert not step_day(text)


def test_the_end_of_this_week_is_sunday_once_friday_is_gone():
    assert step_day("call by the end of the week", date(2026, 5, 16)) == "2026-05-17"


def test_a_day_before_the_first_is_no_day():
    assert touch_day("spoke with the office. Closed since yesterday", date(1, 1, 1)) == "0001-01-01"


def test_a_year_beyond_the_calendar_is_no_day():
    assert not step_day("call in 100 weeks", date(9999, 1, 1))
    assert not step_day("call on the 30th", date(9999, 12, 31))
    assert not step_day("call after Easter", date(9999, 12, 31))


def test_a_month_later_never_skips_a_month():
    assert later(date(2026, 1, 31), 1, "month") == date(2026, 2, 28)
    assert later(date(2024, 2, 29), 1, "year") == date(2025, 2, 28)


def test_easter_falls_where_the_calendars_have_it():
    assert [easter(year) for year in (2024, 2025, 2027)] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2027, 3, 28),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hablé ayer con ellos, enviar presupuesto mañana", "2026-05-13"),
        ("Me reuní el lunes con ellos", "2026-05-11"),
        ("Coincidí ayer con ellos", "2026-05-13"),
        ("Quedé ayer con ellos", "2026-05-13"),
        ("Parlato ieri con loro, mandare il catalogo domani", "2026-05-13"),
        ("Ho parlato lunedì con loro", "2026-05-11"),
        ("Met them on 20 April", "2026-04-20"),
        ("Met them on 5 June", "2025-06-05"),
        ("Lunch with them on 20 April", "2026-04-20"),
    ],
)
def test_a_day_between_the_verb_and_with_whom_is_the_day_of_the_touch(text: str, day: str) -> None:
    assert touch_day(text) == day
