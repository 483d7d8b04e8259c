"""The atoms of the pages: what they draw, and that hostile words stay words."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.contrib.messages.storage.base import Message
from django.template import engines
from django.utils import timezone, translation

from passo.lib.money import Money
from passo.ui import charts, drawing
from passo.ui.templatetags import ui

TRANSLATED = re.compile(r"\{% blocktranslate.*?endblocktranslate %\}", re.DOTALL)
HOSTILE = "\"'><script>alert(1)</script>"


def drawn(source: str, **context: Any) -> str:
    return engines["django"].from_string(source).render(context)


@pytest.mark.parametrize(
    "source",
    [
        "{% avatar words tone=words size=words %}",
        "{% chip 'check' words words %}",
        "{% quoted words %}",
        "{% signpost words %}",
        "{% tie 0.5 words %}",
        "{% who words words words words words %}",
        "{% ladder rungs %}",
        "{% bar parts words %}",
        "{% columns values words tone=words %}",
        "{% trace values words %}",
        "{% route_map stops words %}",
        "{% dialog words words %}{{ words }}{% enddialog %}",
        "{% field form.words hint=words label=words %}",
        "{% field form.choice %}",
        "{% include 'ui/parts/notice.html' with title=words text=words tone=words %}",
        "{% include 'ui/parts/empty.html' with title=words text=words url=words button=words %}",
        "{% include 'ui/parts/capture.html' with name=words label=words value=words %}",
        "{% mark 0.5 0.5 words %}",
    ],
)
def test_hostile_words_stay_words(source: str) -> None:
    html = drawn(
        source,
        words=HOSTILE,
        rungs=[(HOSTILE, HOSTILE)],
        parts=[drawing.Part(0.5, HOSTILE)],
        values=[1.0, 2.0],
        stops=[charts.Stop(HOSTILE, HOSTILE), charts.Stop(HOSTILE, HOSTILE)],
        form=Form({"words": HOSTILE}),
    )
    assert "<script" not in html
    assert HOSTILE not in html


class Form(forms.Form):
    words = forms.CharField(label=HOSTILE, help_text=HOSTILE, max_length=3)
    note = forms.CharField(required=False, help_text="As you would say it.", widget=forms.Textarea)
    agreed = forms.BooleanField(label="She agreed")
    secret = forms.CharField(widget=forms.PasswordInput, required=False)
    choice = forms.ChoiceField(
        label="Remind me",
        choices=[("t", "Tomorrow"), ("h", HOSTILE)],
        widget=forms.RadioSelect,
        help_text="Any day.",
    )


def test_an_icon_is_silent_and_one_we_do_not_have_is_a_defect() -> None:
    assert 'aria-hidden="true"' in drawing.icon("phone")
    with pytest.raises(LookupError):
        drawing.icon("../../settings")
    with pytest.raises(LookupError):
        drawing.icon("no-such-icon")


def test_a_tie_is_told_in_words_and_never_leaves_its_five_stones() -> None:
    assert "Davide: 4 of 5" in ui.tie(0.8, "Davide")
    assert ui.tie(0.8).count('class="on"') == 4
    assert ui.tie(7).count('class="on"') == 5
    assert ui.tie(-1).count('class="on"') == 0


def test_only_the_next_signpost_is_yellow() -> None:
    assert "is-next" in ui.minutes(8, is_next=True)
    assert "is-next" not in ui.minutes(8)
    assert "8 min" in ui.minutes(8)


def test_somebody_without_a_page_is_no_link() -> None:
    assert "<a " not in ui.who("PR", "Paola Rinaldi")
    assert '<a href="/p/1/">Paola Rinaldi</a>' in ui.who("PR", "Paola Rinaldi", url="/p/1/")


def test_the_ladder_says_where_one_stands_and_what_was_skipped() -> None:
    html = drawn("{% ladder rungs %}", rungs=[("Interest", "skipped"), ("Dialogue", "here")])
    assert html.count('aria-current="step"') == 1
    assert "skipped" in html


def test_what_was_left_empty_is_asked_for_kindly() -> None:
    html = drawn("{% field form.words %}", form=Form({}))
    assert "Please fill this in." in html
    assert "required." not in html


def test_a_field_ties_label_hint_and_error_together() -> None:
    form = Form({"words": "far too long", "note": "", "choice": ""})
    html = drawn("{% field form.words hint='Short.' %}", form=form)
    assert 'for="id_words"' in html
    assert 'aria-describedby="id_words-hint id_words-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_words-hint"' in html
    assert 'id="id_words-error"' in html


def test_a_field_in_order_complains_of_nothing() -> None:
    html = drawn("{% field form.note %}", form=Form())
    assert "aria-invalid" not in html
    assert 'aria-describedby="id_note-hint"' in html
    assert "<textarea" in html


def test_choices_are_one_group_with_its_hint() -> None:
    html = drawn("{% field form.choice %}", form=Form())
    assert "<legend>Remind me</legend>" in html
    assert 'aria-describedby="id_choice-hint"' in html
    assert html.count('type="radio"') == 2


def test_a_password_can_be_shown_and_a_check_stands_before_its_words() -> None:
    assert "<passo-reveal" in drawn("{% field form.secret %}", form=Form())
    html = drawn("{% field form.agreed %}", form=Form())
    assert html.index("<input") < html.index("She agreed")


def test_a_bar_leaves_nothing_to_inline_styles() -> None:
    html = drawing.bar([drawing.Part(0.25, "fill-ceo"), drawing.Part(0.75, "fill-doing")], "H", 0.5)
    assert 'x="25.00"' in html
    assert 'aria-label="H"' in html
    assert "style" not in html


def test_columns_mark_only_the_last_one() -> None:
    html = charts.columns([1, 2, 3], "Rising", target=4)
    assert html.count("fill-way") == 1
    assert html.count("fill-pine") == 2
    assert 'class="target"' in html


@pytest.mark.parametrize("values", [[], [0], [0, 0], [5]])
def test_a_chart_of_little_or_nothing_is_still_a_picture(values: list[float]) -> None:
    assert "nan" not in charts.columns(values, "Few").lower()
    assert charts.trace(values, "Few").endswith("</svg>")


def test_money_days_and_shares_speak_the_reader_s_language() -> None:
    with translation.override("de"):
        assert ui.money(Money(418000, "EUR")) == "4.180\N{NO-BREAK SPACE}€"
        assert ui.percent(0.22) == "22\N{NO-BREAK SPACE}%"
    with translation.override("en"):
        assert ui.ago(timezone.now() - timedelta(days=3)) == "3 days ago"
        assert ui.ago(timezone.localdate()) == "today"
        assert str(timezone.localdate().day) in ui.day(timezone.localdate())
        assert ui.moment(timezone.now()).startswith(ui.day(timezone.localdate()))


def test_only_an_address_of_ours_can_be_an_undo() -> None:
    assert ui.undo_address(Message(20, "Resting.", "undo:/b/bakery/undo/")) == "/b/bakery/undo/"
    assert ui.undo_address(Message(20, "Resting.", "undo:https://elsewhere.example/")) == ""
    assert ui.undo_address(Message(20, "Resting.")) == ""


def test_dots_on_a_way_mean_weak_and_nothing_else() -> None:
    stops = [charts.Stop("A", "You"), charts.Stop("B", "Bea", 0.2), charts.Stop("C", "Cara", 0.1)]
    drawing = charts.route_map(stops, "A way")
    fair, weak = re.findall(r'class="trail([^"]*)" stroke-width="([\d.]+)"', drawing)
    assert (fair[0], weak[0]) == ("", " is-weak")
    assert float(fair[1]) > float(weak[1])


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_a_way_is_as_wide_however_many_stand_on_it(count: int) -> None:
    stops = [charts.Stop("LL", "Maximiliana Bartholomäa", 0.5)] * count
    drawing = charts.route_map(stops, "A way")
    assert 'viewBox="0 0 340 92"' in drawing
    places = [int(x) for x in re.findall(r'<ellipse class="\w+" cx="(\d+)"', drawing)]
    assert len(places) == count
    assert (places[0], places[-1]) in {(30, 310), (30, 309)}
    ends = re.findall(r'y="76">([^<]+)<', drawing)
    assert len(ends[0]) <= 12
    assert "goal" in drawing


def test_between_two_whom_you_bring_together_nobody_is_the_goal() -> None:
    stops = [charts.Stop(name[0], name, 0.5) for name in ("Bea", "You", "Cara")]
    drawing = charts.route_map(stops, "A way", you=1)
    assert re.findall(r'<ellipse class="(\w+)"', drawing) == ["stone", "you", "stone"]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "“<bdi>Warm &lt;b&gt;</bdi>”"),
        ("de", "„<bdi>Warm &lt;b&gt;</bdi>“"),
        ("es", "«<bdi>Warm &lt;b&gt;</bdi>»"),
        ("it", "“<bdi>Warm &lt;b&gt;</bdi>”"),
    ],
)
def test_what_was_said_stands_in_the_marks_of_the_page(language: str, shown: str) -> None:
    with translation.override(language):
        assert drawn("{% quoted words %}", words="Warm <b>") == shown


def test_no_template_puts_marks_of_its_own_around_what_was_said() -> None:
    """English marks around German words: it is what {% quoted %} is for."""
    source = Path(ui.__file__).parents[2]
    own = re.compile(r"“(?:<bdi>)?\{\{[^}]*\}\}|<q>")
    assert not [
        f"{one.relative_to(source)}: {found}"
        for one in source.rglob("templates/**/*.html")
        for found in own.findall(TRANSLATED.sub("", one.read_text(encoding="utf-8")))
    ]
