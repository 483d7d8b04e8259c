"""The cells of the list of people: many to a page, so they are put together by hand."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from passo.people.models import Person
from passo.people.told import reason_of
from passo.ui import drawing

register = template.Library()
EDIT = (
    '<a class="{}" href="{}{}/edit/" hx-get="{}{}/cell/?field={}" hx-target="closest tr"'
    ' hx-swap="outerHTML" data-edits="{}">{}<span class="visually-hidden"> {}: {}</span></a>'
)
TONES = {"warm": "good", "cooling": "care", "cold": "care"}


@register.simple_tag
def pencil(person: Person, here: str, name: str) -> SafeString:
    """Beside a value that leads elsewhere itself."""
    drawn, words = drawing.icon("pen-line"), _("Change the name")
    return format_html(
        EDIT, "pencil", here, person.pk, here, person.pk, name, name, drawn, words, person.name
    )


@register.simple_tag
def value(person: Person, here: str, name: str, shown: str | None) -> SafeString:
    """A value that one presses to change it; what is empty shows a pencil under the pointer."""
    words = _("change what they do") if name == "job_title" else _("change the firm")
    drawn = shown or drawing.icon("plus")
    look = "cell" if shown else "cell is-empty"
    return format_html(
        EDIT, look, here, person.pk, here, person.pk, name, name, drawn, words, person.name
    )


@register.simple_tag
def warmth(person: Person) -> SafeString | str:
    """A word, and why."""
    if not person.warmth:
        return ""
    return format_html(
        '<span class="toned" data-tone="{}">{}</span><small>{}</small>',
        TONES[person.warmth],
        person.get_warmth_display(),
        reason_of(person.warmth_because),
    )
