"""The work in the background by the names people have for it."""

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

WORDS = {
    "businesses.export": _("Export of a business"),
    "businesses.nightly_backup": _("Nightly backup"),
    "businesses.sweep": _("Tidying up what has expired"),
    "queue.prune": _("Clearing away finished work"),
}


@register.filter
def in_words(job: str) -> str:
    """A job that nobody gave words yet keeps its own name."""
    return str(WORDS.get(job, job))
