"""Lines that a mail program marked as somebody else's are not read, however they are broken."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.signals import read_signals

TUESDAY = date(2026, 3, 10)


def said(text):
    return [one.quote for one in read_signals(text, sent_on=TUESDAY, is_ours=False, language="en")]


@pytest.mark.parametrize(
    "text",
    [
        "JH> It is cold here. Could you come on Friday? I'll be at home on Friday.",
        "JH> It is cold here.\nJH> Could you come on Friday?",
        "  JH> It is cold. When could you come?",
        "J.H.> It is cold. When could you come?",
        "JH>> It is cold. When could you come?",
        "| It is cold. When could you come?",
        "So it was. > When could you come?",
        (
            "JH> It would be very kind of you if you could tell me soon whether\n"
            "you could come?\n"
            "JH> It is cold."
        ),
        (
            "We had so much to do last week that none of it was even begun, as\n"
            "JH> Could you come by on Friday with the new one?\n"
            "you know."
        ),
    ],
)
def test_what_is_quoted_is_not_what_its_sender_says(text):
    assert said(text) == []


def test_an_answer_between_quoted_lines_is_read():
    text = (
        "JH> Which day would you have the time to look at all of it?\n"
        "I'll come on Friday.\n"
        "JH> And who pays?\n"
        "Could you send me the address?\n"
    )
    assert said(text) == ["I'll come on Friday.", "Could you send me the address?"]


def test_an_answer_below_a_broken_line_that_begins_anew_is_read():
    text = (
        "JH> please tell me which day you would have time for all of it thanks\n"
        "I'll come on Friday.\n"
        "JH> and who pays\n"
    )
    assert said(text) == ["I'll come on Friday."]


@given(st.text(alphabet="aJ>|. ?\né", max_size=80))
def test_a_place_is_where_its_words_stand_in_the_text(filling):
    text = f"{filling}\n\nCould you come on Friday?"
    found = read_signals(text, sent_on=TUESDAY, is_ours=False, language="en")
    assert all(text[one.start : one.end] == one.quote for one in found)
    assert found[-1].quote == "Could you come on Friday?"
