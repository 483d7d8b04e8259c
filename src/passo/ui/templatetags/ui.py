"""The atoms of every page. Parts of several lines are includes in `ui/parts/`."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import (
    BoundField,
    CheckboxInput,
    Field,
    PasswordInput,
    RadioSelect,
    Select,
    Textarea,
)
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from passo.lib.dates import format_ago, format_day, format_moment, format_percent
from passo.lib.money import Money, format_money
from passo.ui import charts, drawing

register = template.Library()
TIE_STONES = 5

register.simple_tag(drawing.icon, name="icon")
register.simple_tag(drawing.bar, name="bar")


@register.simple_tag
def avatar(initials: str, *, tone: str = "", is_you: bool = False, size: str = "") -> SafeString:
    look = " ".join(filter(None, ["avatar", "is-you" if is_you else "", size and f"is-{size}"]))
    return format_html(
        '<span class="{}"{} aria-hidden="true">{}</span>', look, toned(tone), initials
    )


def toned(tone: str) -> SafeString | str:
    return format_html(' data-tone="{}"', tone) if tone else ""


@register.simple_tag
def quoted(words: str) -> SafeString:
    """What somebody said, in the quotation marks of the page's language."""
    before, after = _("“%(words)s”").split("%(words)s")
    return format_html("{}<bdi>{}</bdi>{}", before, words, after)


@register.simple_tag
def chip(icon_name: str, text: str, tone: str = "") -> SafeString:
    drawn = drawing.icon(icon_name) if icon_name else ""
    return format_html('<span class="chip"{}>{}{}</span>', toned(tone), drawn, text)


@register.simple_tag
def signpost(text: str, *, is_next: bool = False) -> SafeString:
    """Minutes, like a trail sign. Yellow only for the next one."""
    return format_html('<span class="signpost{}">{}</span>', " is-next" if is_next else "", text)


@register.simple_tag
def minutes(count: int, *, is_next: bool = False) -> SafeString:
    return signpost(_("%(n)s min") % {"n": count}, is_next=is_next)


@register.simple_tag
def tie(strength: float, label: str = "") -> SafeString:
    """A strength of 0..1 as five pebbles, always with words."""
    least = 1 if strength > 0 else 0  # a tie that is there is never shown as none
    stones = min(TIE_STONES, max(least, round(strength * TIE_STONES)))
    words = _("%(label)s: %(n)s of 5") % {"label": label or _("Tie"), "n": stones}
    pebbles = format_html_join("", "<i{}></i>", ((on,) for on in lit(stones)))
    return format_html('<span class="tie" role="img" aria-label="{}">{}</span>', words, pebbles)


def lit(stones: int) -> Sequence[SafeString | str]:
    return [format_html(' class="{}"', "on") if at < stones else "" for at in range(TIE_STONES)]


@register.simple_tag
def who(initials: str, name: str, sub: str = "", url: str = "", tone: str = "") -> SafeString:
    """Somebody: the name first, the rest after."""
    named = format_html('<a href="{}">{}</a>', url, name) if url else format_html("<b>{}</b>", name)
    return format_html(
        '<span class="who">{}<span>{}<small>{}</small></span></span>',
        avatar(initials, tone=tone),
        named,
        sub,
    )


@register.inclusion_tag("ui/parts/ladder.html")
def ladder(rungs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Seven rungs, each a name and "done", "here", "skipped" or nothing."""
    return {"rungs": rungs}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, hint: str = "", label: str = "") -> dict[str, Any]:
    """A form field with its label, hint and errors wired together for everybody."""
    kind = kind_of(bound)
    hint = hint or str(bound.help_text)
    notes = {"hint": bool(hint), "error": bool(bound.errors)}
    described = " ".join(f"{bound.auto_id}-{note}" for note, there in notes.items() if there)
    attributes = {
        "class": "" if kind in {"check", "segmented"} else "input",
        "aria-describedby": described,
        "aria-invalid": "true" if bound.errors else "",
    }
    given: dict[str, str | bool] = {name: value for name, value in attributes.items() if value}
    widget = bound if kind == "segmented" else bound.as_widget(attrs=given)
    return {
        "field": bound,
        "kind": kind,
        "widget": widget,
        "described": described,
        "hint": hint,
        "label": label or bound.label,
    }


@register.filter
def kindly(errors: Iterable[Any]) -> list[str]:
    """A field of a library that was left empty is asked for, not scolded."""
    scolding = str(Field.default_error_messages["required"])
    return [_("Please fill this in.") if str(one) == scolding else str(one) for one in errors]


def kind_of(bound: BoundField) -> str:
    widget = bound.field.widget
    kinds: list[tuple[Any, str]] = [
        (RadioSelect, "segmented"),
        (CheckboxInput, "check"),
        (PasswordInput, "password"),
        (Select, "select"),
        (Textarea, "textarea"),
    ]
    return next((kind for known, kind in kinds if isinstance(widget, known)), "text")


@register.simple_tag
def money(amount: Money) -> str:
    return format_money(amount)


@register.simple_tag
def percent(share: float) -> str:
    return format_percent(share)


@register.simple_tag
def day(when: date) -> str:
    return format_day(when, timezone.localdate())


@register.simple_tag
def moment(when: datetime) -> str:
    return format_moment(when, timezone.localdate())


@register.simple_tag
def ago(when: date) -> str:
    now = timezone.now()
    return format_ago(when, now if isinstance(when, datetime) else timezone.localdate())


@register.simple_tag
def undo_address(message: Any) -> str:
    """A message that can be taken back says how: extra_tags="undo:/address/"."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix("undo:") for tag in tags if tag.startswith("undo:/")), "")


register.simple_tag(charts.columns, name="columns")
register.simple_tag(charts.trace, name="trace")
register.simple_tag(charts.mark, name="mark")
register.simple_tag(charts.route_map, name="route_map")


@register.simple_block_tag
def dialog(content: str, name: str, title: str) -> SafeString:
    """Only for what cannot be undone; opened by a button with `commandfor`."""
    return format_html(
        '<dialog id="{}" aria-labelledby="{}-title"><div class="stack">'
        '<h2 id="{}-title">{}</h2>{}</div></dialog>',
        name,
        name,
        name,
        title,
        content,
    )
