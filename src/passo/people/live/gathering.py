"""Entries of calendars and address books, in batches that are worth a write."""

from collections.abc import Iterator

from passo.lib.remote import dav
from passo.readers.records import _

NOT_HANDED_OUT = _("The server did not hand this out.")


def gathered(news: Iterator[dav.Batch], most: int) -> Iterator[dav.Batch]:
    """Several small answers as one: the versions of a whole book are written with each."""
    entries: list[dav.Entry] = []
    gone: list[str] = []
    for batch in news:
        entries += batch.entries
        gone += batch.gone
        if len(entries) >= most or not batch.left:
            yield dav.Batch(entries, gone, batch.state, batch.left)
            entries, gone = [], []
